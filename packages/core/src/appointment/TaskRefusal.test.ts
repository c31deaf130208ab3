/**
 * A task that a worker was asked for and may not do: refused whoever asks, told to a professional, and waiting until it
 * is taken over.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { RecordRelease, RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import type { TaskName } from "../scheme/TaskCatalogue.ts"
import { given, laws } from "../testing.ts"
import {
  id,
  kay,
  lee,
  legacy,
  max,
  maxsRole,
  opened,
  propose,
  ready,
  stateIn,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { EndAppointment, StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { RestrictAppointment, SuspendAppointment } from "./Suspension.ts"
import { RecordTaskTakenOver, RefuseTask } from "./TaskRefusal.ts"

const request = "To help somebody to the toilet at night"

const refuse = (task: TaskName, on = "2016-03-15", owner = lee, appointment = maxsRole): Given =>
  RefuseTask.make({ appointment, task, owner, request, on: date(on) })

const takeOver = (refusal: string, on = "2016-03-16", takenOverBy = kay): Given =>
  RecordTaskTakenOver.make({ appointment: maxsRole, refusal, answer: "PROFESSIONAL_HELPS", takenOverBy, on: date(on) })

const refused = ready.on("2016-03-15", refuse("TOILETING"))
const refusal = refused.events.at(-1)?.id ?? ""
const waiting = (events: ReadonlyArray<Happened>) =>
  stateIn(Appointment, maxsRole, events).refused.filter(({ takenOverOn }) => takenOverOn === null)
    .map(({ owner, task }) => [task, owner])

describe("a task that no worker may do", () => {
  it("is refused with no way round, told to a professional by name, and waits for them", () => {
    const { decision } = given(ready.events).on("2016-03-15").when(refuse("TOILETING"))
      .isAccepted("AppointmentTaskRefused")
      .says(
        "APPOINTMENT-21",
        "No worker is asked for this: Help with using the toilet. See that a professional gives the help"
      )
    expect(decision._tag === "Accepted" && decision.events[0]?.data).toMatchObject({ task: "TOILETING", owner: lee })
    expect(JSON.stringify(refused.events)).not.toContain(request)
    expect(waiting(refused.events)).toEqual([["TOILETING", lee]])
    laws.replay(Appointment, maxsRole, refused.events)
    laws.stored(refused.events)
  })

  it("changes nothing else of the worker, who was right to refuse", () => {
    const { refused: _, ...before } = stateIn(Appointment, maxsRole, ready.events)
    const { refused: __, ...after } = stateIn(Appointment, maxsRole, refused.events)
    expect(after).toEqual(before)
  })

  it("waits until it is recorded who took it over, also when the worker has left the role or has died", () => {
    given(refused.events).on("2016-03-16").when(takeOver(refusal, "2016-03-14")).isRefusedBy("RECORD-2")
    given(refused.events).on("2016-03-16").when(takeOver(refusal, "2016-03-16", id(99))).isRefusedBy("STAFF-1")
    const taken = refused.on("2016-03-16", takeOver(refusal))
    expect([waiting(taken.events), stateIn(Appointment, maxsRole, taken.events).refused[0]?.takenOverOn])
      .toEqual([[], "2016-03-16"])
    given(taken.events).on("2016-03-17").when(takeOver(refusal, "2016-03-17")).isRefusedWhile("Active")
    const end = EndAppointment.make({ appointment: maxsRole, reason: "OWN_REQUEST", on: date("2016-03-15") })
    const died = RecordRelease.make({ person: max, reason: "DIED", on: date("2016-03-15") })
    for (const over of [end, died]) {
      given(refused.on("2016-03-15", over).events).on("2016-03-16").when(takeOver(refusal)).isAccepted()
    }
  })
})

describe("a task that some worker may do", () => {
  const said = (history: ReadonlyArray<Happened>, task: TaskName, on: string, appointment = maxsRole) => {
    const decision = check(refuse(task, on, lee, appointment), history, { today: date("2016-04-28") })
    return decision._tag === "Refused" ? decision.moment?.says : decision.events.map(({ type }) => type)
  }
  const isRecorded = ["AppointmentTaskRefused"]
  const mayDo = (on: string) =>
    `They may do this on ${on}: Befriending. If it worries somebody, pass it on with RaiseEscalation`

  it("is refused where this role does not allow it, and not where it does", () => {
    const { decision } = given(ready.events).on("2016-03-15").when(refuse("CARRYING_FOOD")).isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "APPOINTMENT-21")?.held).toBe(true)
    expect(said(ready.events, "BEFRIENDING", "2016-03-15")).toBe(mayDo("15 March 2016"))
  })

  it("is refused while it is taken out of the role, or the worker is suspended or away", () => {
    const [from, until] = [date("2016-03-16"), date("2016-03-18")]
    const of = { appointment: maxsRole, from, until }
    const restricted = RestrictAppointment.make({ ...of, tasks: ["BEFRIENDING"], areas: [], reason: "Too much" })
    const suspended = SuspendAppointment.make({ ...of, reviewBy: until, paid: true, reason: "HEALTH" })
    const away = [
      RecordTemporaryDeparture.make({ person: max, reason: "COURT", on: from }),
      RecordReturn.make({ person: max, on: until })
    ]
    for (const kept of [[restricted], [suspended], away]) {
      const { events } = ready.on("2016-03-18", ...kept)
      const days = ["2016-03-15", "2016-03-16", "2016-03-17", "2016-03-18"]
      expect(days.map((on) => said(events, "BEFRIENDING", on)))
        .toEqual([mayDo("15 March 2016"), isRecorded, isRecorded, mayDo("18 March 2016")])
    }
  })

  it("is refused once the waiver of an untrained worker is over, or something that the role asks for has lapsed", () => {
    const untrained = opened.on("2015-10-05", legacy(maxsRole, max, "2016-03-15"))
    expect(["2016-03-15", "2016-03-16"].map((on) => said(untrained.events, "BEFRIENDING", on)))
      .toEqual([mayDo("15 March 2016"), isRecorded])
    // Trained on 6 November 2015, and good for twelve months
    const days = ["2016-11-06", "2016-11-07"]
    const decisions = days.map((on) =>
      check(refuse("BEFRIENDING", on), ready.events, { today: date("2016-11-07") })._tag
    )
    expect(decisions).toEqual(["Refused", "Accepted"])
  })

  it("is refused for somebody who was selected and is not in the role yet", () => {
    expect(said(ready.events, "BEFRIENDING", "2016-03-15", willsRole)).toEqual(isRecorded)
  })

  it("is recorded late, of a worker who has left since, and of none after they left", () => {
    const end = EndAppointment.make({ appointment: maxsRole, reason: "OWN_REQUEST", on: date("2016-03-20") })
    const left = ready.on("2016-03-20", end)
    expect([
      said(left.events, "BEFRIENDING", "2016-03-19"),
      said(left.events, "TOILETING", "2016-03-19"),
      said(left.events, "TOILETING", "2016-03-20")
    ]).toEqual([
      mayDo("19 March 2016"),
      isRecorded,
      "On 20 March 2016 the appointment had ended. Pass on what they are still asked for with RaiseEscalation"
    ])
  })
})

describe("a refusal", () => {
  it("is of somebody who was selected, told to somebody in post, and recorded once while it waits", () => {
    given(ready.events).on("2016-03-15").when(refuse("FEEDING", "2016-02-14", lee, willsRole)).isRefusedBy("RECORD-2")
    const proposed = opened.on("2016-03-15", propose(willsRole, will, "2016-03-15"))
    given(proposed.events).on("2016-03-15").when(refuse("FEEDING", "2016-03-15", lee, willsRole))
      .isRefusedWhile("Proposed")
    given(ready.events).on("2016-03-15").when(refuse("FEEDING", "2016-03-15", id(99))).isRefusedBy("STAFF-1")
    given(ready.events).on("2016-03-15").when(refuse("FEEDING", "2014-01-05")).isRefusedBy("RECORD-2")
    given(refused.events).on("2016-03-15").when(refuse("TOILETING")).isRefusedWhile("Active")
    given(refused.events).on("2016-03-15").when(refuse("FEEDING")).isAccepted()
    given(refused.events).on("2016-03-16").when(refuse("TOILETING", "2016-03-16")).isAccepted()
    const taken = refused.on("2016-03-15", takeOver(refusal, "2016-03-15"))
    given(taken.events).on("2016-03-15").when(refuse("TOILETING")).isAccepted()
  })

  it("that was recorded in error is struck out", () => {
    const reason = "Another worker's"
    const struck = refused.on(
      "2016-03-16",
      StrikeOutAppointmentEntry.make({ appointment: maxsRole, entry: refusal, reason })
    )
    expect(waiting(struck.events)).toEqual([])
  })
})
