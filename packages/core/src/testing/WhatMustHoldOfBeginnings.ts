/**
 * What must hold of beginnings in every history, said once more without the rules: nothing is dated before what it
 * followed from, also after a correction. Plain tables of plain events, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { day } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

/** The days that stand in one stream, by the event that said so. */
type Days = ReadonlyMap<string, { readonly type: string; readonly on: LocalDate }>

const among = (days: Days, ...types: ReadonlyArray<string>): ReadonlyArray<LocalDate> =>
  [...days.values()].filter(({ type }) => types.includes(type)).map(({ on }) => on).sort()

interface Order {
  /** The first part of the stream's name. */
  readonly life: string
  readonly begins: string
  readonly follows: ReadonlyArray<string>
  readonly ends: string | null
  /** Which field says the day of an event, where it is not its own day. */
  readonly days?: Readonly<Record<string, string>>
  /** Events that give another day to what they correct, and which field says it; null where it is their own day. */
  readonly moves: Readonly<Record<string, string | null>>
  /** Events after which what they correct stands no longer. */
  readonly strikes: ReadonlyArray<string>
  /** What follows only where it was recorded after the beginning: before, it changed what was planned. */
  readonly onceBegun?: ReadonlyArray<string>
}

const after = (
  days: Days,
  event: Happened,
  { begins, days: says = {}, ends, follows, moves, strikes }: Order
): Days => {
  const { corrects, id, on, type } = event
  const next = new Map(days)
  const moved = corrects === null ? undefined : days.get(corrects)
  if (Object.hasOwn(moves, type) && corrects !== null && moved !== undefined) {
    const field = moves[type] ?? null
    next.set(corrects, { ...moved, on: field === null ? on : day(event, field) ?? on })
  }
  if (strikes.includes(type) && corrects !== null) next.delete(corrects)
  if (type === begins || type === ends || follows.includes(type)) {
    next.set(id, { type, on: day(event, says[type] ?? "") ?? on })
  }
  return next
}

const inOrder = (says: string, order: Order): Invariant => ({
  says,
  begin: () => {
    const streams = new Map<string, Days>()
    return (event) => {
      if (!event.stream.startsWith(`${order.life}-`)) return null
      const before: Days = streams.get(event.stream) ?? new Map()
      if (order.onceBegun?.includes(event.type) === true && among(before, order.begins).length === 0) return null
      const days = after(before, event, order)
      streams.set(event.stream, days)
      const [begun] = among(days, order.begins)
      const [first] = among(days, ...order.follows)
      const last = among(days, ...order.follows).at(-1)
      const end = order.ends === null ? undefined : among(days, order.ends).at(-1)
      if (begun !== undefined && first !== undefined && first < begun) return `${event.stream} followed before it began`
      return end !== undefined && last !== undefined && end < last ? `${event.stream} went on after it ended` : null
    }
  }
})

/** The invariants of what begins and what follows from it. */
export const invariantsOfBeginnings: ReadonlyArray<Invariant> = [
  inOrder("No supervision is held or missed before it was arranged, or after it ended", {
    life: "supervision",
    begins: "SupervisionArranged",
    follows: ["SupervisionHeld", "SupervisionMissed", "SupervisionCancelled", "SupervisorChanged"],
    ends: "SupervisionEnded",
    moves: { SupervisionDateCorrected: "happenedOn" },
    strikes: ["SupervisionEntryVoided", "SupervisionReopened"]
  }),
  inOrder("No shadowing is paused before it began, nor signed off, nor does another mentor take over", {
    life: "shadowing",
    begins: "ShadowingStarted",
    follows: ["ShadowingPaused", "ShadowingInterrupted", "ShadowMentorReplaced", "ShadowingSignedOff"],
    ends: null,
    moves: {
      ShadowingStartCorrected: null,
      ShadowingPauseCorrected: "from",
      ShadowMentorReplacementCorrected: null
    },
    strikes: ["ShadowingPauseVoided", "ShadowingSignOffWithdrawn"],
    onceBegun: ["ShadowMentorReplaced"]
  }),
  inOrder("No session of a cohort is held before the cohort began, or after its delivery was finished", {
    life: "cohort",
    begins: "CohortStarted",
    follows: ["TrainingSessionDelivered"],
    ends: "CohortDelivered",
    moves: { TrainingSessionCorrected: "heldOn" },
    strikes: ["TrainingSessionVoided", "CohortStepTakenBack"]
  }),
  inOrder("No worker is restricted before they were appointed, nor supervised by somebody else", {
    life: "appointment",
    begins: "AppointmentActivated",
    follows: ["AppointmentRestricted", "AppointmentSupervisorChanged"],
    ends: null,
    moves: { AppointmentStartCorrected: null },
    strikes: ["AppointmentFactVoided"]
  }),
  inOrder("No worker from before the scheme is restricted, or refuses a task, before they were in the role", {
    life: "appointment",
    begins: "LegacyWorkerRegistered",
    days: { LegacyWorkerRegistered: "inRoleSince" },
    follows: ["AppointmentRestricted", "AppointmentTaskRefused"],
    ends: null,
    moves: { AppointmentStartCorrected: null },
    strikes: ["AppointmentFactVoided"]
  })
]
