/**
 * Receipts that prove: an event is in the log that was signed, as a text for programs and as a page to print.
 *
 * Whoever holds one can show that the log has dropped or changed the event, with the key of the log and nothing of its
 * operator's. There is one as soon as a checkpoint over the event is published, a second after it was recorded, or when
 * the witnesses have answered.
 */
import { eventTypes } from "@peerwork/core"
import { formatReceipt, leafHash } from "@peerwork/ledger"
import { EventStore, inclusionIn, type RecordedEvent } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { seenBy } from "../api/EventsApi.ts"
import { recordedUnder } from "../api/Receipts.ts"
import { page, problem } from "../server/Answer.ts"
import { taking, takingNone } from "../server/QueryParameters.ts"
import { api, type Known, pages, type Route } from "../server/Routes.ts"
import { asText, linesOf, sayTime } from "./Checkpoints.ts"
import { proofParameters } from "./ProofParameters.ts"
import { published } from "./Published.ts"
import { Signing } from "./Signing.ts"

/** The events of the command, as far as the one who asks may see them. */
const eventsUnder = (asked: Known) =>
  Effect.gen(function*() {
    const kept = yield* recordedUnder(asked.params["command"], asked)
    const events = (kept?.events ?? []).filter(yield* seenBy(asked))
    return events.length === 0
      ? yield* Effect.fail(problem("not-found", "No command was recorded under this id"))
      : events
  })

/** The receipt of an event under the published checkpoint; null where none covers it yet. */
const provenUnder = ({ position }: RecordedEvent) =>
  Effect.gen(function*() {
    const note = published(yield* Signing)
    if (note === null || note.size < position) return null
    const proof = yield* inclusionIn(yield* EventStore, position, note.size)
    return { note, text: formatReceipt({ index: position - 1, proof, checkpoint: note.note, extra: null }) }
  })

const notYet = problem(
  "unavailable",
  "The event is recorded, and no published checkpoint covers it yet. Ask again",
  {},
  { "retry-after": "2" }
)

const proof: Route = api(
  "GET",
  "/api/receipts/:command/proof",
  taking(proofParameters, (asked, { event: which }) =>
    Effect.gen(function*() {
      const event = (yield* eventsUnder(asked))[(which ?? 1) - 1]
      if (event === undefined) return problem("not-found", "The command has fewer events")
      const proven = yield* provenUnder(event)
      return proven === null ? notYet : asText(proven.text)
    })),
  "records"
)

const rowOf = (event: RecordedEvent) =>
  Effect.map(provenUnder(event), (proven) => ({
    title: eventTypes.get(event.envelope.type)?.title ?? event.envelope.type,
    position: event.position,
    leaf: leafHash(event.bytes).toString("base64"),
    leafHex: leafHash(event.bytes).toString("hex"),
    receipt: proven?.text ?? null,
    bytes: event.bytes
  }))

const printed: Route = pages(
  "GET",
  "/receipts/:command",
  takingNone((asked) =>
    Effect.gen(function*() {
      const { verifier, ...signing } = yield* Signing
      const events = yield* eventsUnder(asked)
      const note = published(signing)
      return page("receipt.njk", "Receipt", {
        command: asked.params["command"],
        origin: verifier.name,
        events: yield* Effect.forEach(events, rowOf),
        checkpoint: note === null
          ? null
          : { lines: linesOf(verifier.name, note), at: sayTime(note.time), witnesses: note.cosigned.length }
      })
    })
  ),
  "records"
)

export const proofRoutes: ReadonlyArray<Route> = [proof, printed]
