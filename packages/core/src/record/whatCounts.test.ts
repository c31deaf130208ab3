/**
 * What counts for a day: what was put right counts as if it had been recorded rightly at once, on every day; a decision
 * that takes something back counts from its own day on.
 */
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import {
  CorrectAppointmentEnd,
  CorrectAppointmentStart,
  EndAppointment,
  ReopenAppointment,
  VoidAppointment
} from "../appointment/AppointmentEnd.ts"
import { Cohort } from "../cohort/Cohort.ts"
import { CorrectTrainingSession, RecordSessionInterruption } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { matches } from "../language/Query.ts"
import { fold } from "../language/View.ts"
import type { View } from "../language/View.ts"
import { MergePeople, UndoPeopleMerge } from "../person/Merges.ts"
import { CorrectMovement } from "../person/MovementCorrections.ts"
import { establishmentOn, Person } from "../person/Person.ts"
import { RecordTransfer } from "../person/PersonMovements.ts"
import { allEvents } from "../Registry.ts"
import { Shadowing } from "../shadowing/Shadowing.ts"
import {
  CorrectShadowingStart,
  CorrectShadowMentor,
  CorrectShadowMentorReplacement
} from "../shadowing/ShadowingCorrections.ts"
import { SignOffShadowing, WithdrawShadowingSignOff } from "../shadowing/ShadowingEnd.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { CorrectStaffLeaving } from "../staff/StaffCorrections.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  deliver,
  facilitator,
  taught,
  willsTraining
} from "../testing/SmallCourse.ts"
import {
  kay,
  lee,
  legacy,
  max,
  maxsRole,
  mo,
  opened,
  plan,
  ready,
  running,
  shadowing,
  start,
  wes,
  will,
  willsRole,
  ZZA
} from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { RevokeTrainingCompletion } from "../training/CompletionDecisions.ts"
import { Training } from "../training/Training.ts"
import { correctionTypes, whatCounts } from "./whatCounts.ts"

const reason = "It turned out so"

/** An instance as it was on a day, by all that is known. */
const asAt = <S>(view: View<S>, id: string, events: ReadonlyArray<Happened>, day: LocalDate): S => {
  const counts = whatCounts(events)
  return fold(view, id, events.filter((event) => matches(view.query(id), event) && counts(event, day)) as never)
}

const idOf = (events: ReadonlyArray<Happened>, type: string): string =>
  events.filter((event) => event.type === type).at(-1)?.id ?? ""

const [earlier, later] = [date("2016-04-06"), date("2016-04-11")]

interface Case {
  readonly before: Story
  readonly first: (on: LocalDate) => Given
  readonly correct: (on: LocalDate, events: ReadonlyArray<Happened>) => Given
  /** What is read of it on a day. */
  readonly reads: (events: ReadonlyArray<Happened>, day: LocalDate) => unknown
}

const endOfAnAppointment: Case = {
  before: running,
  first: (on) => EndAppointment.make({ appointment: maxsRole, on, reason: "COMPLETED_TERM" }),
  correct: (on) => CorrectAppointmentEnd.make({ appointment: maxsRole, endedOn: on, reason }),
  reads: (events, day) => {
    const { ended, step } = asAt(Appointment, maxsRole, events, day)
    return [step, ended?.on ?? null]
  }
}

const cases: Readonly<Record<string, Case>> = {
  "a transfer": {
    before: running,
    first: (on) => RecordTransfer.make({ person: wes, establishment: ZZA, on }),
    correct: (on, events) =>
      CorrectMovement.make({ person: wes, movement: idOf(events, "PersonTransferred"), on, reason }),
    reads: (events, day) => establishmentOn(asAt(Person, wes, events, day), day)
  },
  "the end of an appointment": endOfAnAppointment,
  "the day on which somebody left": {
    before: running,
    first: (on) => RecordStaffLeaving.make({ staff: lee, on }),
    correct: (on) => CorrectStaffLeaving.make({ staff: lee, leftOn: on, reason }),
    reads: (events, day) => {
      const staff = asAt(Staff, lee, events, day)
      return [staff.status, isInPost(staff, day)]
    }
  },
  "the start of a shadowing": {
    before: ready.on("2016-03-15", plan("2016-03-21")),
    first: (on) => start(on),
    correct: (on) => CorrectShadowingStart.make({ shadowing, startedOn: on, reason }),
    reads: (events, day) => {
      const { startedOn, status } = asAt(Shadowing, shadowing, events, day)
      return [status, startedOn]
    }
  },
  "the day on which another mentor took over": {
    before: running,
    first: (on) => ReplaceShadowMentor.make({ shadowing, mentor: mo, on, reason }),
    correct: (replacedOn, events) =>
      CorrectShadowMentorReplacement.make({
        shadowing,
        replacement: idOf(events, "ShadowMentorReplaced"),
        replacedOn,
        reason
      }),
    reads: (events, day) =>
      asAt(Shadowing, shadowing, events, day).stints.map(({ from, mentor }) => `${mentor} ${from}`)
  },
  "the day of a session": {
    before: begun,
    first: (on) => deliver("LOSS", { on }),
    correct: (on) =>
      CorrectTrainingSession.make({
        cohort,
        session: "LOSS",
        heldOn: on,
        minutes: 60,
        deliverers: [facilitator],
        reason
      }),
    reads: (events, day) =>
      asAt(Cohort, cohort, events, day).sessions.find(({ session }) => session === "LOSS")?.delivered?.on ?? null
  }
}

const between = Array.from({ length: 9 }, (_, days) => addDays(date("2016-04-04"), days))

describe("what was put right counts on every day as if it had been recorded rightly at once", () => {
  const rows = Object.entries(cases).flatMap(([what, one]) => [
    [what, earlier, later, one] as const,
    [what, later, earlier, one] as const
  ])

  it.for(rows)("%s, from %s to %s", ([, wrong, right, { before, correct, first, reads }]) => {
    const told = before.on("2016-04-12", first(wrong))
    const corrected = told.on("2016-04-15", correct(right, told.events)).events
    const rightAtOnce = before.on("2016-04-12", first(right)).events
    expect(between.map((day) => reads(corrected, day))).toEqual(between.map((day) => reads(rightAtOnce, day)))
    expect(between.map((day) => reads(corrected, day))).not.toEqual(between.map((day) => reads(told.events, day)))
  })

  it("also when it was corrected twice", () => {
    const { correct, first, reads } = endOfAnAppointment
    const told = running.on("2016-04-12", first(earlier))
    const once = told.on("2016-04-15", correct(later, told.events))
    const twice = once.on("2016-04-16", correct(date("2016-04-08"), once.events))
    expect(reads(twice.events, date("2016-04-07"))).toEqual(reads(running.events, date("2016-04-07")))
    expect(reads(twice.events, date("2016-04-08"))).toEqual(["Ended", "2016-04-08"])
  })
})

describe("the attendance of a session", () => {
  it("is of the day on which the session turned out to be, and so is what interrupted it", () => {
    const told = begun.on(
      "2016-04-12",
      deliver("LOSS", { on: earlier }),
      attend("LOSS", ...attended(willsTraining)),
      RecordSessionInterruption.make({ cohort, session: "LOSS", minutes: 5, cause: "WING_RECALL" })
    )
    const corrected = told.on(
      "2016-04-15",
      CorrectTrainingSession.make({
        cohort,
        session: "LOSS",
        heldOn: later,
        minutes: 60,
        deliverers: [facilitator],
        reason
      })
    )
    const attendedOn = (day: string) => asAt(Training, willsTraining, corrected.events, date(day)).attendance.length
    const interruptedOn = (day: string) =>
      asAt(Cohort, cohort, corrected.events, date(day)).sessions.flatMap(({ interruptions }) => interruptions).length
    expect(["2016-04-06", "2016-04-10", "2016-04-11"].map(attendedOn)).toEqual([0, 0, 1])
    expect(["2016-04-06", "2016-04-10", "2016-04-11"].map(interruptedOn)).toEqual([0, 0, 1])
  })
})

describe("what was recorded in error", () => {
  it("never was the case, whenever that was found out", () => {
    const merged = running.on("2016-04-06", MergePeople.make({ person: will, into: wes, on: earlier, reason }))
    const undone = merged.on("2016-04-11", UndoPeopleMerge.make({ person: will, on: later, reason }))
    expect(asAt(Person, will, merged.events, date("2016-04-08")).links).toHaveLength(1)
    expect(asAt(Person, will, undone.events, date("2016-04-08")).links).toEqual([])
  })
})

describe("what puts something else right than the day", () => {
  it("of the mentor leaves the shadowing planned from the day of its plan on, with the right mentor", () => {
    const told = ready.on("2016-03-15", plan("2016-03-21")).on("2016-03-21", start("2016-03-21"))
    const correct = CorrectShadowMentor.make({ shadowing, recordedMentor: max, mentor: mo, reason })
    const { events } = told.on("2016-04-01", correct)
    const readOn = (day: string) => {
      const { status, stints } = asAt(Shadowing, shadowing, events, date(day))
      return [status, stints.map((one) => one.mentor)]
    }
    expect(["2016-03-14", "2016-03-15", "2016-03-20", "2016-03-21"].map(readOn)).toEqual([
      ["Unknown", []],
      ["Planned", [mo]],
      ["Planned", [mo]],
      ["Running", [mo]]
    ])
  })

  it("of a mentor who was named twice counts from the first time on", () => {
    const replace = (mentor: string, on: string) =>
      ReplaceShadowMentor.make({ shadowing, mentor, on: date(on), reason })
    const told = running.on("2016-03-28", replace(mo, "2016-03-24"), replace(max, "2016-03-28"))
    const correct = CorrectShadowMentor.make({ shadowing, recordedMentor: max, mentor: wes, reason })
    const { events } = told.on("2016-04-01", correct)
    const mentorsOn = (day: string) => asAt(Shadowing, shadowing, events, date(day)).stints.map((one) => one.mentor)
    expect(["2016-03-25", "2016-03-28"].map(mentorsOn)).toEqual([[wes, mo], [wes, mo, wes]])
  })

  it("of the time in a role before the scheme leaves the worker registered on the day on which they were", () => {
    const told = opened.on("2015-10-05", legacy(maxsRole, max))
    const { events } = told.on(
      "2015-10-06",
      CorrectAppointmentStart.make({ appointment: maxsRole, from: date("2012-01-09"), reason })
    )
    const on = told.events.find(({ type }) => type === "LegacyWorkerRegistered")?.on ?? later
    const stepOn = (day: LocalDate) => asAt(Appointment, maxsRole, events, day).step
    expect([date("2013-01-07"), addDays(on, -1), on].map(stepOn)).toEqual(["Unknown", "Unknown", "InRoleUntrained"])
    expect(asAt(Appointment, maxsRole, events, on).inRole?.from).toBe("2012-01-09")
    const known = events.filter(({ type }) => correctionTypes.includes(type))
    const counts = whatCounts(known)
    expect(events.filter((event) => counts(event, addDays(on, -1)) && event.stream === `appointment-${maxsRole}`))
      .toEqual([])
  })
})

describe("a life that was recorded in error", () => {
  it("is struck out from its first day on, and is not there before", () => {
    const voided = ready.on(
      "2016-04-11",
      VoidAppointment.make({ appointment: willsRole, agreedBy: lee, reason, on: later })
    )
    const begun = asAt(Appointment, willsRole, voided.events, later).begun?.on ?? later
    const stepOn = (day: LocalDate) => asAt(Appointment, willsRole, voided.events, day).step
    expect([addDays(begun, -1), begun, later].map(stepOn)).toEqual(["Unknown", "Voided", "Voided"])
  })
})

describe("an end that was recorded in error", () => {
  it("never was one, whenever it was taken back", () => {
    const ended = running.on(
      "2016-04-06",
      EndAppointment.make({ appointment: maxsRole, on: earlier, reason: "COMPLETED_TERM" })
    )
    const again = ended.on("2016-04-11", ReopenAppointment.make({ appointment: maxsRole, on: later, reason }))
    const endedOn = (events: ReadonlyArray<Happened>) => asAt(Appointment, maxsRole, events, date("2016-04-08")).closed
    expect([endedOn(ended.events) === null, endedOn(again.events) === null]).toEqual([false, true])
  })
})

describe("a completion of training that is revoked", () => {
  it("never was one, also on the days before that, so that nothing rests on it on any day", () => {
    const completed = taught.on("2016-03-17", complete(willsTraining, "2016-03-16"))
    const revoked = completed.on(
      "2016-04-11",
      RevokeTrainingCompletion.make({ training: willsTraining, decidedBy: kay, agreedBy: lee, reason, on: later })
    )
    const completedOn = ({ events }: Story) =>
      asAt(Training, willsTraining, events, date("2016-04-08")).completion?.on ?? null
    expect([completed, revoked].map(completedOn)).toEqual(["2016-03-16", null])
  })
})

describe("a decision that takes something back", () => {
  it("counts from its own day: until then the sign-off stood", () => {
    const signed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
    const taken = signed.on("2016-04-11", WithdrawShadowingSignOff.make({ shadowing, on: later, reason })).events
    expect(asAt(Shadowing, shadowing, taken, date("2016-04-10")).status).toBe("SignedOff")
    expect(asAt(Shadowing, shadowing, taken, later).status).toBe("Running")
  })
})

describe("the types of corrections", () => {
  it("are those that are named for it, and no decision that takes something back from its own day on", () => {
    const ofTheirDay = [
      "ShadowingSignOffWithdrawn",
      "ShadowingSignOffUpheld",
      "TrainingCompletionWithheld",
      "TrainingCreditUpheld",
      "TrainerAccreditationWithdrawn",
      "AppointmentSuspensionCancelled"
    ]
    const all = allEvents.map(({ type }) => type)
    expect(ofTheirDay.filter((type) => !all.includes(type) || correctionTypes.includes(type))).toEqual([])
    expect(correctionTypes).toEqual(
      expect.arrayContaining(["MovementCorrected", "MovementVoided", "PersonMergeUndone"])
    )
  })

  const moved = (id: string, corrects: string | null, position: number, on: LocalDate) => ({
    id,
    corrects,
    position,
    on,
    stream: "person-1",
    type: corrects === null ? "PersonReleased" : "MovementCorrected",
    data: {}
  })

  it("lead to what was put right first, where a correction is corrected", () => {
    const chain = [
      moved("a", null, 1, date("2016-04-01")),
      moved("b", "a", 2, date("2016-04-05")),
      moved("c", "b", 3, date("2016-04-09"))
    ]
    for (const known of [chain, chain.slice(1)]) {
      const countOn = (day: string) => chain.map((event) => whatCounts(known)(event, date(day)))
      expect([countOn("2016-04-08"), countOn("2016-04-09")]).toEqual([[false, false, false], [true, true, true]])
    }
  })

  it("count by themselves where they name nothing that they put right", () => {
    const renamed = (id: string, position: number, on: LocalDate) => ({
      ...moved(id, null, position, on),
      type: "PersonDetailsCorrected"
    })
    const both = [renamed("a", 1, earlier), renamed("b", 2, later)]
    expect(both.map((event) => whatCounts(both)(event, earlier))).toEqual([true, false])
  })

  it("follow no circle, however an event was forged", () => {
    const circle = [moved("a", "b", 1, earlier), moved("b", "a", 2, earlier), moved("c", "c", 3, earlier)]
    expect(circle.map((event) => whatCounts(circle)(event, earlier))).toEqual([true, true, true])
  })
})
