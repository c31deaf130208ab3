/**
 * Starting the demo: its folder, its clock, and its story where there is none yet.
 *
 * The clock goes on from the newest thing that was recorded, or from where somebody sets it; never from before, because
 * then what is recorded next would seem to have been recorded earlier than what it rests on.
 */
import { instant } from "@peerwork/core"
import type { Instant } from "@peerwork/core"
import type { Store } from "@peerwork/store"
import { open } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { CannotStart } from "../server/CannotStart.ts"
import type { Services } from "../server/Services.ts"
import type { Demo, Settings } from "../Settings.ts"
import type { DemoClock } from "./DemoClock.ts"
import { makeDemoClock } from "./DemoClock.ts"
import { emptyFolder, prepareFolder, readNote, writeNote } from "./DemoFolder.ts"
import { sayMoment, writeMoment } from "./LocalTime.ts"
import { allExamples } from "./StoryFile.ts"
import type { StoryFile } from "./StoryFile.ts"
import { newestRecording, tell } from "./Telling.ts"

/** Empties the folder, if nobody uses it. A log that cannot be opened for another reason is no loss here. */
const emptied = (folder: string) =>
  Effect.scoped(open({ folder })).pipe(
    Effect.catchAll((error) =>
      error.reason === "in use" || error.reason === "folder" ? Effect.fail(new CannotStart(error.says)) : Effect.void
    ),
    Effect.zipRight(Effect.sync(() => emptyFolder(folder)))
  )

/** Makes the folder ready, before the log in it is opened. */
export const prepareDemo = ({ data, demo }: Settings & { readonly demo: Demo }): Effect.Effect<void, CannotStart> =>
  Effect.gen(function*() {
    const prepared = yield* Effect.try({
      try: () => prepareFolder(data),
      catch: () => new CannotStart(`The folder ${data} cannot be written; choose one that can`)
    })
    if (prepared._tag === "NotOurs") return yield* Effect.fail(new CannotStart(prepared.says))
    if (demo === "again") yield* emptied(data)
  })

const minuteMs = 60_000

const later = (a: Instant, b: Instant | null): Instant => (b !== null && b > a ? b : a)

/** The next full minute. */
const nextMinute = (after: Instant): Instant =>
  instant(new Date(Math.floor(Date.parse(after) / minuteMs) * minuteMs + minuteMs).toISOString())

const tooEarly = (clock: Instant, what: string, newest: Instant): CannotStart =>
  new CannotStart(
    `PEERWORK_CLOCK says ${sayMoment(clock)}, but ${what} ${sayMoment(newest)}. Set it to ${
      writeMoment(nextMinute(newest))
    } or later`
  )

const unfinishedSign = ", unfinished"

/** The story that is to be told now; null where there is one already, or none is wanted. */
const toBeTold = (store: Store, { data, demo }: Settings, told: () => StoryFile | null) =>
  Effect.gen(function*() {
    if (demo === "empty") return null
    const head = yield* store.head
    const unfinished = head > 0 && readNote(data).told?.endsWith(unfinishedSign) === true
    return head === 0 || unfinished ? told() : null
  })

/** The clock of the demo, before a story is told. */
export const demoClockFor = (store: Store, { clock, data }: Settings) =>
  Effect.gen(function*() {
    const newest = yield* newestRecording(store)
    if (clock !== null && newest !== null && clock < newest) {
      return yield* Effect.fail(tooEarly(clock, "the newest record is from", newest))
    }
    const now = instant(new Date().toISOString())
    return makeDemoClock(clock ?? later(newest === null ? now : nextMinute(newest), readNote(data).clock))
  }).pipe(Effect.mapError((error) => (error instanceof CannotStart ? error : new CannotStart(error.message))))

/** A story begins in the past; afterwards the clock goes on from its end. */
const storyClock = ({ clock }: Settings, { steps }: StoryFile, demoClock: DemoClock) =>
  Effect.gen(function*() {
    const last = steps.at(-1)?.at ?? demoClock.now()
    if (clock !== null && clock < last) {
      return yield* Effect.fail(tooEarly(clock, "the story that is told ends on", last))
    }
    if (clock === null) demoClock.restart(nextMinute(last))
  })

/** Tells the story where it is due, and says which: all examples, unless another is given. */
export const tellWhereDue = (
  store: Store,
  settings: Settings,
  demoClock: DemoClock,
  told: () => StoryFile | null = allExamples
): Effect.Effect<StoryFile | null, CannotStart, Services> =>
  Effect.gen(function*() {
    const story = yield* toBeTold(store, settings, told)
    if (story === null) return null
    yield* storyClock(settings, story, demoClock)
    writeNote(settings.data, { told: `${story.name}${unfinishedSign}`, clock: null })
    yield* tell(story)
    writeNote(settings.data, { told: story.name, clock: null })
    return story
  }).pipe(
    Effect.mapError((error) => (error instanceof CannotStart
      ? error
      : new CannotStart(error._tag === "Problem" ? error.detail : error.message))
    ),
    Effect.catchAllDefect((defect) => Effect.fail(new CannotStart(`The story cannot be told. ${String(defect)}`)))
  )
