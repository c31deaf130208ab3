/**
 * Proves that recorded events become what views fold, and that what is not understood says why.
 */
import type { Envelope, EventType } from "@peerwork/core"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { describe, expect, it } from "vitest"
import { courseEvents } from "./contract/CourseLaw.ts"
import type { RecordedEvent } from "./EventStore.ts"
import { Position } from "./Position.ts"
import { understand } from "./Understanding.ts"

const envelope: Envelope = {
  v: 1,
  log: "example.org/events",
  id: "00000000-0000-8000-8000-000000000001",
  type: "PlaceTaken",
  schemaVersion: 1,
  stream: "booking-1",
  version: 1,
  previous: null,
  recordedAt: "2016-04-04T12:00:00.000Z",
  on: "2016-04-04",
  actor: { id: "a", role: "coordinator" },
  command: { id: "c", type: "TakePlace" },
  cause: null,
  correlation: "c",
  decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
  data: { course: "c1" },
  tags: ["course:c1"]
}

const recorded = (change: Partial<Envelope> = {}): RecordedEvent => ({
  position: Position(7),
  bytes: "",
  envelope: { ...envelope, ...change }
})

const answer = (event: RecordedEvent, types = courseEvents) => {
  const outcome = Effect.runSync(Effect.either(understand(types, [event])))
  return Either.isLeft(outcome) ? outcome.left : outcome.right[0]
}

const strict = (reason: "future version" | "malformed"): ReadonlyMap<string, EventType> =>
  new Map(
    [...courseEvents].map(([name, type]) =>
      [name, { ...type, understand: () => ({ _tag: "NotUnderstood", reason, path: "data.course" }) }] as const
    )
  )

describe("a recorded event", () => {
  it("becomes what views fold", () => {
    expect(answer(recorded({ corrects: "earlier" }))).toEqual({
      type: "PlaceTaken",
      id: envelope.id,
      position: 7,
      stream: "booking-1",
      version: 1,
      recordedAt: "2016-04-04T12:00:00.000Z",
      on: "2016-04-04",
      actor: { id: "a", role: "coordinator" },
      command: { id: "c", type: "TakePlace" },
      corrects: "earlier",
      tags: ["course:c1"],
      data: { course: "c1" }
    })
  })

  it("of a type that this law does not have is an unknown type", () => {
    const error = answer(recorded({ type: "PlaceSold" }))
    expect(error).toMatchObject({ _tag: "EventNotUnderstood", reason: "unknown type", position: 7, type: "PlaceSold" })
    expect(error).toHaveProperty(
      "message",
      "The event PlaceSold at position 7 of booking-1 is not understood: " +
        "unknown type at type; update Peerwork to a version that knows it"
    )
  })

  it.each(["future version", "malformed"] as const)("whose data its type refuses is a %s, with the place", (reason) => {
    expect(answer(recorded(), strict(reason))).toMatchObject({ reason, path: "data.course" })
  })

  it.each<[string, Partial<Envelope>]>([
    ["role", { actor: { id: "a", role: "governor" } }],
    ["date", { on: "4 April" }],
    ["instant", { recordedAt: "noon" }]
  ])("with a %s that is none is malformed", (_, change) => {
    expect(answer(recorded(change))).toMatchObject({ _tag: "EventNotUnderstood", reason: "malformed" })
  })
})
