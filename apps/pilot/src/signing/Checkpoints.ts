/**
 * Checkpoints, for everybody: the newest as a signed note, earlier ones by their size, and a page to print.
 *
 * A checkpoint says nothing about anybody, and the more people hold one, the less can be rewritten. The page is for
 * witnesses without a computer: three lines on paper, countersigned and kept, are enough to find out later.
 */
import { instant } from "@peerwork/core"
import { formatCheckpoint, formatVerifierKey } from "@peerwork/ledger"
import { lastCosigned, noteAt, type PublishedNote } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { sayMoment } from "../demo/LocalTime.ts"
import { bytes, page, problem } from "../server/Answer.ts"
import { machine, open, type Route } from "../server/Routes.ts"
import { Surroundings } from "../server/Surroundings.ts"
import { isPublished, published } from "./Published.ts"
import { Signing, type Signs, type Standing } from "./Signing.ts"
import type { WitnessesAway } from "./WitnessesAway.ts"
import { refusedBy } from "./WitnessExchange.ts"

export const asText = (body: string) => bytes(body, "text/plain; charset=utf-8", { "cache-control": "no-store" })

const newest: Route = machine("GET", "/checkpoint", () =>
  Effect.map(Signing, (signing) => {
    const note = published(signing)
    return note === null
      ? problem("not-found", "No checkpoint is published yet: nothing is recorded, or too few witnesses have seen it")
      : asText(note.note)
  }))

const bySize: Route = machine("GET", "/checkpoints/:size", ({ params }) =>
  Effect.map(Signing, (signing) => {
    const size = params["size"] ?? ""
    const note = /^\d{1,15}$/.test(size) ? noteAt(signing.memory, Number(size)) : null
    return note !== null && isPublished(signing, note)
      ? asText(note.note)
      : problem("not-found", "No checkpoint over so many events was published")
  }))

/** A moment in milliseconds, as people say it. */
export const sayTime = (ms: number): string => sayMoment(instant(new Date(ms).toISOString()))

/** The three lines that are signed. */
export const linesOf = (origin: string, { root, size }: PublishedNote): string =>
  formatCheckpoint({ origin, size, root })

const standingSaid = (standing: Standing): string | null => {
  switch (standing._tag) {
    case "Signed":
      return null
    case "ClockRegression":
      return "The clock stands before the last signature, so nothing is signed until it has caught up"
    case "Waiting":
      return standing.because
    case "Stopped":
      return standing.stopped.message
  }
}

const awaySaid = ({ absent, hours }: WitnessesAway): string =>
  `Too few witnesses have cosigned for more than ${hours} hours. Bring their requests to ` +
  `${absent.map(({ witness }) => witness).join(", ")}, and bring the answers back`

const witnessRows = ({ memory, policy }: Signs, data: string) =>
  [...policy?.witnesses.keys() ?? []].map((name) => {
    const last = lastCosigned(memory, name)
    return {
      name,
      saw: last === null ? "Nothing yet" : `${last.size} events, ${sayTime(last.time * 1000)}`,
      refused: refusedBy(data, name)
    }
  })

const signed: Route = open("GET", "/signed", () =>
  Effect.gen(function*() {
    const signing = yield* Signing
    const { demoClock, settings } = yield* Surroundings
    const note = published(signing)
    const [standing, away] = [signing.standing(), signing.away()]
    return page("signed.njk", "What was signed", {
      origin: signing.verifier.name,
      key: formatVerifierKey(signing.verifier),
      nextKey: signing.nextVerifier === null ? null : formatVerifierKey(signing.nextVerifier),
      alarms: [standingSaid(standing), away === null ? null : awaySaid(away)].filter((alarm) => alarm !== null),
      waiting: standing._tag === "Signed" && standing.head.size > (note?.size ?? 0) ? standing.head.size : null,
      checkpoint: note === null ? null : {
        size: note.size,
        lines: linesOf(signing.verifier.name, note),
        at: sayTime(note.time),
        rootHex: Buffer.from(note.root).toString("hex"),
        note: note.note
      },
      isDemo: demoClock !== null,
      asked: signing.policy !== null,
      witnesses: witnessRows(signing, settings.data)
    })
  }))

export const checkpointRoutes: ReadonlyArray<Route> = [newest, bySize, signed]
