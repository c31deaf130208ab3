/**
 * What a death changes: nothing new begins, and what stands can be corrected and ended. And what a change of the legal
 * status does not change: anything at all, by itself.
 */
import { describe, expect, it } from "vitest"
import { EndAppointment, ReopenAppointment } from "../appointment/AppointmentEnd.ts"
import { SuspendAppointment } from "../appointment/Suspension.ts"
import { AskForCohortPlace } from "../cohort/CohortPlaces.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { firstSignOff } from "../shadowing/countedDays.ts"
import { EndShadowingNotAchieved, SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { HoldSupervision } from "../supervision/HoldingSupervision.ts"
import { ArrangeSupervision, EndSupervision } from "../supervision/Supervising.ts"
import { ScheduleSupervision } from "../supervision/SupervisionSessions.ts"
import { given, laws } from "../testing.ts"
import { cohort, recruiting } from "../testing/SmallCourse.ts"
import {
  acknowledge,
  activate,
  id,
  lee,
  max,
  maxsRole,
  mo,
  placementIn,
  propose,
  running,
  shadowing,
  stateIn,
  train,
  wes,
  wessRole,
  will,
  willsRole,
  ZZI
} from "../testing/SmallPrison.ts"
import { RecordLegalStatus, VoidLegalStatus } from "./LegalStatus.ts"
import { MergePeople } from "./Merges.ts"
import { CorrectMovement, VoidMovement } from "./MovementCorrections.ts"
import { establishmentOn, Person, personSteps } from "./Person.ts"
import { RecordReadmission, RecordRelease, RecordTemporaryDeparture, RecordWingChange } from "./PersonMovements.ts"

const reason = "It was found out later"
const death = (person: string, on = "2016-03-28") => RecordRelease.make({ person, reason: "DIED", on: date(on) })
const momentOf = (events: ReadonlyArray<Happened>, command: Given, on = "2016-03-30") => {
  const decision = check(command, events, { today: date(on) })
  return decision._tag === "Refused" ? decision.moment?.says ?? null : "accepted"
}

describe("a death", () => {
  const died = running.on("2016-03-29", death(will))
  const on = date("2016-03-30")
  const frozen = "The person has died. What is recorded of them can be corrected and ended, and nothing new begins"

  it("is told without its reason, and the person is nowhere from that day", () => {
    expect(died.events.at(-1)).toMatchObject({ type: "PersonDied", on: "2016-03-28", data: { establishment: "ZZI" } })
    const person = stateIn(Person, will, died.events)
    expect([person.status, establishmentOn(person, date("2016-03-27")), establishmentOn(person, date("2016-03-28"))])
      .toEqual(["Died", "ZZI", null])
    expect(personSteps.Died).not.toContain("RecordReadmission")
  })

  it.each<[string, Given]>([
    ["a proposal", propose(wessRole, will, "2016-03-27")],
    ["a training", train(willsRole, "2016-03-27")],
    ["an acknowledgement", acknowledge(willsRole, "2016-03-27")],
    ["an appointment", activate(willsRole, "2016-03-27")],
    [
      "a suspension",
      SuspendAppointment.make({ appointment: willsRole, from: on, reviewBy: on, paid: false, reason: "HEALTH" })
    ],
    ["a sign-off", SignOffShadowing.make({ shadowing, on })],
    ["another mentor", ReplaceShadowMentor.make({ shadowing, mentor: mo, on, reason })]
  ])("freezes what was recorded: %s is refused", (_, command) => {
    expect(momentOf(died.events, command)).toBe(frozen)
  })

  it("lets no supervision begin or go on: what was met is still written down, and it ends", () => {
    const supervision = id(71)
    const arrange = ArrangeSupervision.make({
      supervision,
      appointment: maxsRole,
      supervisor: lee,
      framework: "GIBBS",
      managesAlone: false,
      on: date("2016-03-21")
    })
    const alone = running.on("2016-03-29", death(max))
    expect(momentOf(alone.events, arrange)).toBe(frozen)
    const supervised = running.on("2016-03-21", arrange).on("2016-03-29", death(max)).events
    expect(momentOf(supervised, ScheduleSupervision.make({ supervision, meetsOn: on, on }))).toBe(frozen)
    given(supervised).on("2016-03-30").when(EndSupervision.make({ supervision, reason, on })).isAccepted()
    given(supervised).on("2016-03-30").when(HoldSupervision.make({
      supervision,
      on: date("2016-03-22"),
      exploitation: "NOTHING",
      workload: "MANAGEABLE",
      confidentiality: "NOTHING",
      boundaries: "NOTHING",
      sharedNote: "All is well"
    })).isAccepted("SupervisionHeld")
  })

  it("lets nobody ask for a place for them, also not from a day before it", () => {
    const asked = AskForCohortPlace.make({ cohort, person: wes, on: date("2016-02-15") })
    given(recruiting.events).on("2016-03-30").when(asked).isAccepted("CohortPlaceAskedFor")
    expect(momentOf(recruiting.on("2016-03-29", death(wes)).events, asked)).toBe(frozen)
  })

  it("leaves ends and corrections possible", () => {
    const ended = died.on(
      "2016-03-30",
      EndShadowingNotAchieved.make({ shadowing, on: date("2016-03-28"), reason }),
      EndAppointment.make({ appointment: willsRole, reason: "DIED", on: date("2016-03-28") })
    )
    expect(momentOf(ended.events, ReopenAppointment.make({ appointment: willsRole, on, reason }))).toBe(frozen)
    const departure = RecordTemporaryDeparture.make({ person: will, reason: "HOSPITAL", on: date("2016-03-26") })
    given(died.events).on("2016-03-30").when(departure).isAccepted("PersonLeftTemporarily")
  })

  it("stands also where the registration turns out to be of a later day", () => {
    const [registration] = died.events.filter(({ stream }) => stream === `person-${will}`)
    const later = died.on(
      "2016-03-30",
      CorrectMovement.make({ person: will, movement: registration?.id ?? "", on: date("2016-03-29"), reason })
    )
    expect(stateIn(Person, will, later.events).status).toBe("Died")
    expect(momentOf(later.events, propose(wessRole, will, "2016-03-29"))).toBe(frozen)
  })

  it("reaches the whole person, under whatever number it was recorded", () => {
    const merged = died.on("2016-03-30", MergePeople.make({ person: will, into: wes, on, reason }))
    expect(momentOf(merged.events, propose(wessRole, wes, "2016-03-27"))).toBe(frozen)
  })

  it("is final for whatever follows it, until it turns out that it was somebody else's", () => {
    given(died.events).on("2016-03-30").when(RecordReadmission.make({ person: will, establishment: ZZI, on }))
      .isRefusedWhile("Died")
    const struck = died.on(
      "2016-03-30",
      VoidMovement.make({ person: will, movement: died.events.at(-1)?.id ?? "", reason })
    )
    expect(stateIn(Person, will, struck.events).status).toBe("AtEstablishment")
    given(struck.events).on("2016-03-30").when(SuspendAppointment.make({
      appointment: willsRole,
      from: on,
      reviewBy: on,
      paid: false,
      reason: "HEALTH"
    })).isAccepted()
  })

  it("of a mentor ends nothing: the days stop, and another mentor may follow", () => {
    const alone = running.on("2016-03-29", death(max))
    const first = (events: ReadonlyArray<Happened>) => {
      const { onTheDay, shadowing: state } = placementIn(events)
      return firstSignOff(state, onTheDay)
    }
    expect(first(alone.events)).toBe(null)
    // Seven days with Max, from 21 to 27 March; seven with Mo, from 30 March to 5 April
    expect(first(alone.on("2016-03-30", ReplaceShadowMentor.make({ shadowing, mentor: mo, on, reason })).events))
      .toBe("2016-04-06")
  })
})

describe("a change of the legal status", () => {
  const status = (on: string, to: "RECALL" | "SENTENCED" = "SENTENCED") =>
    RecordLegalStatus.make({ person: will, status: to, on: date(on) })
  const changed = running.on("2016-03-28", status("2016-03-24"))

  it("ends nothing, says nothing of itself in the log, and is there to be looked at", () => {
    expect(changed.events.at(-1)).toMatchObject({
      type: "LegalStatusRecorded",
      on: "2016-03-24",
      data: { establishment: "ZZI" }
    })
    expect(JSON.stringify(changed.events)).not.toContain("SENTENCED")
    const { legalChanges, ...rest } = stateIn(Person, will, changed.events)
    const { legalChanges: none, ...before } = stateIn(Person, will, running.events)
    expect([none, legalChanges.map(({ on }) => on), rest]).toEqual([[], ["2016-03-24"], before])
    expect(placementIn(changed.events).shadowing).toEqual(placementIn(running.events).shadowing)
  })

  it("is recorded once a day, late or not, and struck out where it was wrong", () => {
    expect(momentOf(changed.events, status("2016-03-24", "RECALL")))
      .toBe("A change of the legal status on that day is recorded already. Strike it out first, if it was wrong")
    given(changed.events).on("2016-03-28").when(status("2016-03-22")).isAccepted("LegalStatusRecorded")
    const entry = changed.events.at(-1)?.id ?? ""
    const struck = changed.on("2016-03-29", VoidLegalStatus.make({ person: will, change: entry, reason }))
    expect(stateIn(Person, will, struck.events).legalChanges).toEqual([])
    expect(momentOf(struck.events, VoidLegalStatus.make({ person: will, change: entry, reason })))
      .toBe("No such change of the legal status counts")
    laws.replay(Person, will, struck.events)
    laws.repeating(running.events, status("2016-03-24"), date("2016-03-28"))
  })

  it("is not recorded of somebody who is not held", () => {
    const free = running.on(
      "2016-03-28",
      RecordRelease.make({ person: will, reason: "RELEASED", on: date("2016-03-25") })
    )
    given(free.events).on("2016-03-30").when(status("2016-03-26")).isRefusedWhile("Released")
    given(free.events).on("2016-03-30").when(status("2016-03-24")).isAccepted()
    given(free.events).on("2016-03-30").when(
      RecordWingChange.make({ person: will, wing: "C_WING", on: date("2016-03-26") })
    )
      .isRefusedWhile("Released")
  })
})
