/**
 * Telling a story: its steps go the same way as everybody's commands, each at its own moment.
 *
 * A command id is for ever, so a telling that was cut short is simply told again from the start.
 */
import { isInstant } from "@peerwork/core"
import type { Instant } from "@peerwork/core"
import { everything, Position } from "@peerwork/store"
import type { Store } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { giveCommand } from "../api/Giving.ts"
import type { Gave } from "../api/Giving.ts"
import { CannotStart } from "../server/CannotStart.ts"
import { refusedProblem } from "../server/Problems.ts"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import { makeDemoClock } from "./DemoClock.ts"
import type { Step, StoryFile } from "./StoryFile.ts"

/** When the newest event was recorded; null in an empty log. */
export const newestRecording = (store: Store) =>
  Effect.gen(function*() {
    const head = yield* store.head
    if (head === 0) return null
    const { events } = yield* store.readPage({ query: everything, after: Position(head - 1), limit: 1 })
    const at = events[0]?.envelope.recordedAt ?? ""
    return isInstant(at) ? at as Instant : null
  })

/** What is wrong with how a step went; null where it went as the story says. */
const complaint = ({ isRefused, says }: Step, gave: Gave): string | null => {
  if (gave._tag !== "Refused") return isRefused ? "it was accepted, and the story says that it is refused" : null
  const { detail } = refusedProblem(gave.decision, ({ id }) => id)
  if (!isRefused) return `it was refused: ${detail}`
  return says === null || detail.includes(says) ? null : `it was refused with other words: ${detail}`
}

const tellStep = (step: Step, number: number) =>
  Effect.gen(function*() {
    const { as, body, decides, id } = step
    const reading = decides.command.read(body)
    const broken = (says: string) =>
      new CannotStart(`The story breaks at step ${number} (${decides.command.name}): ${says}`)
    const person = demoPersonIn(as)
    if (reading._tag === "Wrong" || person === null) {
      const problems = reading._tag === "Wrong"
        ? reading.problems.map(({ field, says }) => `${field} ${says}`)
        : [`nobody is ${as}`]
      return yield* Effect.fail(broken(problems.join("; ")))
    }
    const { gave } = yield* giveCommand({
      decides,
      command: reading.command,
      received: body,
      commandId: id,
      expected: null,
      actor: person
    })
    const says = complaint(step, gave)
    if (says !== null) return yield* Effect.fail(broken(says))
  })

/** Tells a story from its first step to its last. */
export const tell = ({ steps }: StoryFile) =>
  Effect.forEach(
    steps,
    (step, index) => Effect.withClock(tellStep(step, index + 1), makeDemoClock(step.at).clock),
    { discard: true }
  )
