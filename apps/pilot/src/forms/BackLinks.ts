/**
 * Back links: from a form to the page from which people come to it, which is that of the record that it is about.
 */
import { isLifeName } from "@peerwork/core"
import type { Command, Role } from "@peerwork/core"
import { pageOf } from "../records/RecordPages.ts"
import type { Records } from "../records/Records.ts"
import { maySee } from "../signin/WhoSees.ts"
import type { Answered } from "./References.ts"

/** What everybody may look at who may record something. */
const openToAll: ReadonlyArray<string> = ["scheme", "staff", "template"]

/** The page before the form: of the record that it is about or, where it begins one, of the first that it names. */
export const backFrom = (records: Records, role: Role, command: Command, answered: Answered): string => {
  if (command.life === "escalation" && command.begins) return "/escalations/new"
  for (const [name, { kind: { input } }] of Object.entries(command.fields)) {
    if (input._tag !== "Reference" || !isLifeName(input.to) || !records[input.to].has(answered(name))) continue
    if (maySee(role, "records") || openToAll.includes(input.to)) return pageOf(records, input.to, answered(name)).href
  }
  return "/do"
}
