/**
 * When the supervisor and the worker meet: a day is set, put off, called off, or passes without them.
 *
 * One day is set at a time. How soon the next has to be is derived in `SupervisionDue`.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, aPastDate, text } from "../language/Kind.ts"
import { say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { MeetBeforeItIsDue } from "./rules/MeetBeforeItIsDue.ts"
import { whichSupervision, why } from "./Supervising.ts"
import { nextMeeting, Supervision } from "./Supervision.ts"
import { dueOn, supervisedIn } from "./SupervisionDue.ts"
import {
  absenceClass,
  SupervisionCancelled,
  SupervisionMissed,
  SupervisionRescheduled,
  SupervisionScheduled
} from "./SupervisionEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./supervisionSteps.ts"

const meetsOn = open(aDate, "On which day will they meet?", "For example, 27 4 2016.")

/** Asks whether the day lies within the time in which the next supervision is due. */
function* inTime(appointment: string, day: LocalDate, on: LocalDate): Reading<
  ReturnType<typeof MeetBeforeItIsDue.asks>
> {
  const supervised = yield* supervisedIn(appointment)
  return MeetBeforeItIsDue.asks({ meetsOn: day, dueOn: dueOn(supervised, on).dueOn })
}

const noneScheduled = "No supervision is scheduled. Schedule one first"

export const ScheduleSupervision = command("supervision", "ScheduleSupervision", {
  title: "Schedule a supervision",
  says: "Sets the day on which the supervisor and the worker meet next",
  fields: {
    supervision: whichSupervision,
    meetsOn,
    on: open(aPastDate, "On which day was this agreed?", "For example, 27 4 2016.")
  }
})

export const scheduleSupervision = decision(
  ScheduleSupervision,
  [KeepTheOrderOfEvents, MeetBeforeItIsDue],
  function*(command) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "ScheduleSupervision")
    if (refused !== null) return refused
    const next = nextMeeting(supervision)
    if (next !== null) {
      return nothingLikeIt(supervision, `They are to meet on ${say(next.meetsOn)} already. Reschedule that`)
    }
    const intime = yield* inTime(supervision.appointment, command.meetsOn, command.on)
    return judge(
      inOrder([command.on, supervision.arranged?.on ?? null], [command.meetsOn, command.on]),
      intime
    ).accept(() => [
      SupervisionScheduled.make({
        of: command.supervision,
        on: command.on,
        data: { ...keysOf(supervision), meetsOn: command.meetsOn }
      })
    ])
  }
)

export const RescheduleSupervision = command("supervision", "RescheduleSupervision", {
  title: "Reschedule a supervision",
  says: "They meet on another day than was set; the earlier day stays visible",
  fields: {
    supervision: whichSupervision,
    meetsOn,
    reason: why,
    on: open(aPastDate, "On which day was this agreed?", "For example, 27 4 2016.")
  }
})

export const rescheduleSupervision = decision(
  RescheduleSupervision,
  [KeepTheOrderOfEvents, MeetBeforeItIsDue],
  function*(command) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "RescheduleSupervision")
    if (refused !== null) return refused
    const next = nextMeeting(supervision)
    if (next === null) return nothingLikeIt(supervision, noneScheduled)
    if (next.meetsOn === command.meetsOn) {
      return nothingLikeIt(supervision, `They are to meet on ${say(next.meetsOn)} already`)
    }
    const intime = yield* inTime(supervision.appointment, command.meetsOn, command.on)
    return judge(inOrder([command.on, next.on], [command.meetsOn, command.on]), intime).accept(() => [
      SupervisionRescheduled.make({
        of: command.supervision,
        on: command.on,
        data: { ...keysOf(supervision), meetsOn: command.meetsOn, supersedes: next.event }
      })
    ])
  }
)

export const CancelSupervision = command("supervision", "CancelSupervision", {
  title: "Cancel a scheduled supervision",
  says: "They do not meet on the day that was set; it is due as before",
  fields: {
    supervision: whichSupervision,
    reason: why,
    on: open(aPastDate, "On which day was it cancelled?", "For example, 27 4 2016.")
  }
})

export const cancelSupervision = decision(CancelSupervision, [KeepTheOrderOfEvents], function*(command) {
  const supervision = yield* read(Supervision, command.supervision)
  const refused = refusedNow(supervision, "CancelSupervision")
  if (refused !== null) return refused
  const next = nextMeeting(supervision)
  if (next === null) return nothingLikeIt(supervision, noneScheduled)
  return judge(inOrder([command.on, next.on])).accept(() => [
    SupervisionCancelled.make({
      of: command.supervision,
      on: command.on,
      data: { ...keysOf(supervision), scheduled: next.event }
    })
  ])
})

const conduct = { subject: "person", keep: "conduct" } as const

export const RecordSupervisionNonAttendance = command("supervision", "RecordSupervisionNonAttendance", {
  title: "Record that a supervision was missed",
  says: "They were to meet and did not; it is due as before",
  fields: {
    supervision: whichSupervision,
    absence: personal(absenceClass, conduct, "Why did they not meet?"),
    detail: optional(personal(text(1000, true), conduct, "What is to be known of it?"))
  }
})

export const recordSupervisionNonAttendance = decision(
  RecordSupervisionNonAttendance,
  [],
  function*(command, { today }) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "RecordSupervisionNonAttendance")
    if (refused !== null) return refused
    const next = nextMeeting(supervision)
    if (next === null) return nothingLikeIt(supervision, noneScheduled)
    if (next.meetsOn > today) {
      return nothingLikeIt(supervision, `They are to meet on ${say(next.meetsOn)}. Nothing is missed before that day`)
    }
    return judge().accept(() => [
      SupervisionMissed.make({
        of: command.supervision,
        on: next.meetsOn,
        data: { ...keysOf(supervision, next.meetsOn), scheduled: next.event }
      })
    ])
  }
)
