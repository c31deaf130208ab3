/**
 * What a check has found, as a value: what was proved, what was not, and everything that is wrong.
 */
import type { Witnessed } from "@peerwork/ledger"
import type { ExitCode } from "../SubCommand.ts"
import type { Finding, Findings, FirstWrong, Wrong } from "./Finding.ts"

export interface Report {
  /** What was checked: a bundle by its folder, or a log by its file. */
  readonly checked: string
  readonly kind: "bundle" | "log" | "receipt"
  readonly origin: string | null
  /** The number of events that were read. */
  readonly events: number
  readonly streams: number
  /** In base64; null where the events could not be read to their end. */
  readonly root: string | null
  readonly lastRecordedAt: string | null
  /** The number of events up to which a key of the auditor's has signed; null without a key. */
  readonly signedUpTo: number | null
  /** The number of events up to which enough witnesses have signed; null where the policy asks for none. */
  readonly witnessedUpTo: number | null
  readonly witnessed: ReadonlyArray<Witnessed>
  /** The number of checkpoints that the events were compared with. */
  readonly checkpoints: number
  /** Null where nothing is wrong at any position, or where the position is not known. */
  readonly firstWrongPosition: number | null
  /** Where the first wrong position lies; from and to are the same where it is known. */
  readonly firstWrong: FirstWrong | null
  readonly findings: ReadonlyArray<Finding>
  /** All that were found; only the first thousand are told. */
  readonly findingsInAll: number
  readonly proved: ReadonlyArray<string>
  readonly notProved: ReadonlyArray<string>
  /** The worst of what is wrong; null where nothing is. */
  readonly worst: Wrong | null
  readonly exitCode: ExitCode
}

export type WithoutVerdict = Omit<
  Report,
  "firstWrongPosition" | "firstWrong" | "findings" | "findingsInAll" | "worst" | "exitCode"
>

export const reportWith = (found: Findings, report: WithoutVerdict): Report => {
  const firstWrong = found.firstWrong()
  return {
    ...report,
    firstWrongPosition: firstWrong?.from === firstWrong?.to ? firstWrong?.from ?? null : null,
    firstWrong,
    findings: found.kept(),
    findingsInAll: found.count(),
    worst: found.worst(),
    exitCode: found.exitCode()
  }
}

/** The report where nothing could be compared, and why. */
export const nothingChecked = (
  found: Findings,
  { checked, kind }: Pick<Report, "checked" | "kind">,
  because: string
): Report =>
  reportWith(found, {
    checked,
    kind,
    origin: null,
    events: 0,
    streams: 0,
    root: null,
    lastRecordedAt: null,
    signedUpTo: null,
    witnessedUpTo: null,
    witnessed: [],
    checkpoints: 0,
    proved: [],
    notProved: [`Nothing: ${because}`]
  })
