/**
 * Exports as pages: the history to take away, as lines, as tables and for process mining.
 *
 * What somebody gets is what they may see in the app: only an auditor's is whole, and only a whole one can be proved.
 * Nothing in it says who a person is. Files are written while the log is read, so they may be larger than the memory.
 */
import { type ExportedFile, exportedFiles, type Telling } from "@peerwork/replay"
import { beginning, EventStore, everything } from "@peerwork/store"
import type { RecordedEvent } from "@peerwork/store"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { seenBy } from "../api/EventsApi.ts"
import { page, problem, streamed } from "../server/Answer.ts"
import { downloads, pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"

const encoder = new TextEncoder()

/** Every event that the one who asks may see, up to the head as it is now. */
const seen = (asked: Known) =>
  Effect.gen(function*() {
    const [store, isSeen] = [yield* EventStore, yield* seenBy(asked)]
    return Stream.filter(store.read({ query: everything, after: beginning }), isSeen)
  })

const overview: Route = pages("GET", "/exports", (asked) =>
  Effect.gen(function*() {
    const counted = yield* Stream.runFold(yield* seen(asked), { rows: 0, bytes: 0 }, ({ bytes, rows }, event) => ({
      rows: rows + 1,
      bytes: bytes + Buffer.byteLength(event.bytes) + 1
    }))
    return page("exports.njk", "Take the history away", {
      files: exportedFiles.map(({ name, says }) => ({ name, says, href: `/exports/${name}` })),
      rows: counted.rows,
      kilobytes: Math.ceil(counted.bytes / 1024),
      isWhole: asked.person.role === "auditor"
    })
  }), "records")

const piecesOf = (events: Chunk.Chunk<RecordedEvent>, { event }: Telling): string =>
  Chunk.toReadonlyArray(events).map(({ bytes, position }) => event(position, Buffer.from(bytes))).join("")

const download = ({ name, tell, type }: ExportedFile, asked: Known) =>
  Effect.map(seen(asked), (events) => {
    const telling = tell()
    const pieces = Stream.mapChunks(events, (some) => Chunk.of(piecesOf(some, telling)))
    const whole = Stream.concat(Stream.make(telling.begin), pieces).pipe(Stream.concat(Stream.sync(telling.end)))
    return streamed(Stream.map(whole, (piece) => encoder.encode(piece)), type, {
      "cache-control": "no-store",
      "content-disposition": `attachment; filename="${name}"`
    })
  })

const file: Route = downloads("GET", "/exports/:file", (asked) => {
  const found = exportedFiles.find(({ name }) => name === asked.params["file"])
  return found === undefined
    ? Effect.succeed(problem("not-found", "There is no export of this name"))
    : download(found, asked)
}, "records")

export const exportRoutes: ReadonlyArray<Route> = [overview, file]
