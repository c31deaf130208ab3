/**
 * The sub-command `verify`, for the command `peerwork` and for the single file in every bundle.
 *
 * The single file knows bundles only; what else can be verified is handed in.
 */
import { type Arguments, BadUsage, CannotGoOn, type Command, type ExitCode, type Terminal } from "../SubCommand.ts"
import { type Asking, type ToVerify, verifyBundle } from "./BundleCheck.ts"
import { isFolder } from "./BundleFiles.ts"
import { canonicalForm } from "./CanonicalForm.ts"
import { decidingAgain } from "./DecisionsCheck.ts"
import type { Findings } from "./Finding.ts"
import { type LawsFound, lawsIn, type OfferedLaw } from "./LawFiles.ts"
import { namedFile } from "./NamedFile.ts"
import { receiptAt, verifyReceipt } from "./ReceiptCheck.ts"
import type { Report } from "./Report.ts"
import { reportLines } from "./ReportWords.ts"
import { trustGiven } from "./TrustGiven.ts"

export interface Verifying {
  /** What is verified where no place is given. */
  readonly place: string | null
  /** Verifies a log as well as a bundle; null where only bundles are verified. */
  readonly verifyOther: ((place: string, to: ToVerify) => Report) | null
  /** What is done besides with a bundle that is to be verified in full. */
  readonly inFull: () => Pick<ToVerify, "derive">
  /** The laws that decide again, besides those that are named. */
  readonly laws: (place: string) => ReadonlyArray<OfferedLaw>
  /** Which laws those are, in a sentence of the help. */
  readonly lawsSay: string
}

const several = (value: Arguments["values"][string]): ReadonlyArray<string> =>
  Array.isArray(value) ? value.map(String) : []

const one = (value: Arguments["values"][string]): string | null => typeof value === "string" ? value : null

/** Tells now and then how far it is, on one line. */
const progressOn = ({ err, isWatched }: Terminal): NonNullable<ToVerify["progress"]> => {
  let told = Date.now()
  return (what, done, of) => {
    if (!isWatched || Date.now() - told < 1000) return
    told = Date.now()
    err(`${what}: ${done} of ${of}`)
  }
}

const placeIn = ({ positionals }: Arguments, { place }: Verifying): string => {
  const [given = place, ...more] = positionals
  if (more.length > 0) throw new BadUsage("Give one bundle")
  if (given === null) throw new BadUsage("Say which bundle, or which log")
  return given
}

const checked = (given: string, { verifyOther }: Verifying, to: ToVerify): Report => {
  if (verifyOther !== null) return verifyOther(given, to)
  if (isFolder(given)) return verifyBundle(given, to)
  throw new CannotGoOn(`There is no folder at ${given}`)
}

/** The bytes of an event; a line feed behind them is that of its line. */
const eventIn = (file: string): Uint8Array => {
  const bytes = namedFile("event", file)
  return bytes.at(-1) === 0x0a ? bytes.subarray(0, -1) : bytes
}

const tell = (report: Report, asJson: boolean, { columns, out }: Terminal): void => {
  if (asJson) out(JSON.stringify(report))
  else reportLines(report, Math.min(columns, 100)).forEach(out)
}

/** What is asked of every event beyond what every check asks. */
const askingFor = (isFull: boolean, found: LawsFound | null) => (findings: Findings): Asking => {
  const form = isFull ? canonicalForm(findings) : null
  const deciding = found === null ? null : decidingAgain(found.laws, findings, found.notRun)
  return {
    ask: (position, leaf) => {
      form?.(position, leaf)
      deciding?.ask(position, leaf)
    },
    end: () => {
      const decided = deciding?.end() ?? 0
      const isDamaged = findings.count() > 0
      return isDamaged ? [] : [
        ...(form === null ? [] : ["Every event is written in the one form that it can have"]),
        ...(decided === 0 ? [] : [`All ${decided} decisions come out again as they were recorded`])
      ]
    }
  }
}

const namedLaw = "What the laws that you named (--law) did while they ran: they are code, and were believed"

/** Builds of one version can differ, and the events do not say which build decided: that is no proof of a change. */
const otherBuild = ({ hashes }: LawsFound): string =>
  "That anything was changed where a law finds it otherwise. Events name the law by its version alone, and an earlier " +
  `build may have decided by other rules under the same one. Run here was ${
    [...hashes].map(([version, sha256]) => `${version} with the SHA-256 ${sha256}`).join(", ")
  }. Ask which build recorded them (peerwork --version says its hash), and name the law.mjs of that one with --law`

const undecided = "That the decisions come out again: no law was run, because what is wrong comes first"

/** A law is code, and what it would decide over was not believed yet: it is run once nothing else is wrong. */
const decidedAgain = async (
  report: Report,
  laws: () => Promise<LawsFound>,
  check: (found: LawsFound) => Report
): Promise<Report> => {
  const isSound = report.findings.every(({ wrong }) => wrong === "quorum")
  return isSound ? check(await laws()) : { ...report, notProved: [...report.notProved, undecided] }
}

/** What asks about a history, which a receipt alone does not have. */
const refuseBesideReceipt = (values: Arguments["values"]): void => {
  const asked = ["since", "full", "decisions", "law"].find((option) => values[option] !== undefined)
  if (asked !== undefined) throw new BadUsage(`--${asked} goes with a bundle or a log, and this is a receipt alone`)
}

const run = (verifying: Verifying) => async (given: Arguments, terminal: Terminal): Promise<ExitCode> => {
  const { values } = given
  const place = placeIn(given, verifying)
  const trust = trustGiven({
    keys: several(values["key"]),
    policy: one(values["policy"]),
    since: several(values["since"])
  })
  const receipt = receiptAt(place)
  if (receipt !== null) {
    refuseBesideReceipt(values)
    const event = one(values["event"])
    const { policy } = trust
    const report = verifyReceipt({ name: place, text: receipt, policy, event: event === null ? null : eventIn(event) })
    tell(report, values["json"] === true, terminal)
    return report.exitCode
  }
  const isFull = values["full"] === true
  const named = several(values["law"]).map((file): OfferedLaw => ({ file, sha256: null }))
  const check = (found: LawsFound | null) =>
    checked(place, verifying, {
      trust,
      progress: progressOn(terminal),
      ask: askingFor(isFull, found),
      ...(isFull && found !== null ? verifying.inFull() : {})
    })
  const checkWith = (found: LawsFound): Report => {
    const report = check(found)
    const isOtherwise = report.findings.some(({ position, wrong }) =>
      wrong === "decision" || wrong === "malformed" && position !== null
    )
    const more = [
      ...(isOtherwise && found.laws.length > 0 ? [otherBuild(found)] : []),
      ...(named.length === 0 ? [] : [namedLaw])
    ]
    return { ...report, notProved: [...report.notProved, ...more] }
  }
  const isDecided = isFull || values["decisions"] === true
  if (named.length > 0 && !isDecided) throw new BadUsage("--law goes with --full or --decisions, which run it")
  if (values["event"] !== undefined) throw new BadUsage("--event goes with a receipt alone")
  const report = check(null)
  const told = isDecided
    ? await decidedAgain(report, () => lawsIn([...verifying.laws(place), ...named]), checkWith)
    : report
  tell(told, values["json"] === true, terminal)
  return told.exitCode
}

const helpOf = ({ lawsSay }: Verifying): string =>
  `Checks the bytes of every event, the tree over them, its tiles, the chains of every
record, the ids, and every checkpoint; and who signed. It needs no network.

The key of the log (--key) or the policy that names its witnesses (--policy) has
to come from somebody else than the bundle. A checkpoint or a receipt that you
kept from before (--since) shows whether anything up to there has changed. A
receipt is also held against its event; alone it can be verified with the stored
bytes of that event (--event <file>), such as a line of history.jsonl. What you
name so is a file of 1 MiB at most, and no pipe.

--full adds the canonical form of every event, the form of its type, and runs
every decision again; --decisions leaves out the first. No law is run before all
else was checked and is in order.
${lawsSay}

Ends with 0 where all is well; 1 where something was altered, or a file beside the
history is not as it was packed; 2 where you gave no key, or the signatures are
not those that you asked for; 3 where something is missing, cannot be read, or was
kept and is no good; 5 where a decision does not come out again; 64 where it was
called wrongly.`

export const verifyWords = (verifying: Verifying, examples: Command["examples"]): Command => ({
  usage: `${
    verifying.place === null ? "<bundle, log or receipt>" : "[bundle or receipt]"
  } [--key <key>] [--policy <file>] [--since <file>] [--event <file>] [--full | --decisions [--law <file>]] [--json]`,
  help: helpOf(verifying),
  examples,
  options: {
    key: { type: "string", multiple: true },
    policy: { type: "string" },
    since: { type: "string", multiple: true },
    full: { type: "boolean" },
    decisions: { type: "boolean" },
    law: { type: "string", multiple: true },
    event: { type: "string" },
    json: { type: "boolean" }
  },
  run: run(verifying)
})
