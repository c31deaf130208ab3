/**
 * Recorded twice: of each trainee whose attendance stands already, what stands and what was sent, side by side, with the
 * way to correct it.
 */
import { outcomeWords, OverwriteNoAttendance, sayMinutes } from "@peerwork/core"
import type { JsonObject, Refused, Role } from "@peerwork/core"
import { mayGive } from "@peerwork/core"
import { plainText, trainingLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"

interface Both {
  readonly name: string
  readonly stands: string
  readonly sent: string
  /** To the form that corrects it; null where the role may not. */
  readonly href: string | null
}

const words: Readonly<Record<string, string>> = outcomeWords

const said = (row: JsonObject, outcome: string, minutes: string): string =>
  `${words[plainText(row[outcome] ?? "")] ?? ""}, ${sayMinutes(Number(row[minutes] ?? 0))}`

/** What was recorded twice, in the order in which it was sent; nothing where nothing was. */
export const recordedTwice = (looked: Looked, role: Role, decision: Refused | null): ReadonlyArray<Both> => {
  const rows = decision?.judged.find(({ rule }) => rule === OverwriteNoAttendance.id)?.facts["attendance"]
  return (Array.isArray(rows) ? rows as ReadonlyArray<JsonObject> : []).map((row) => {
    const trainee = plainText(row["trainee"] ?? "")
    return {
      name: trainingLabel(looked, trainee),
      stands: said(row, "stands", "standsMinutes"),
      sent: said(row, "sent", "sentMinutes"),
      href: mayGive(role, "CorrectAttendance") ? `/do/CorrectAttendance?training=${trainee}` : null
    }
  })
}
