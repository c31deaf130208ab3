/**
 * A task that a worker was asked for and may not do: refused whoever asks, told to a professional, and waiting until it
 * is taken over.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { RecordRelease } from "../person/PersonMovements.ts"
import type { TaskName } from "../scheme/TaskCatalogue.ts"
import { given, laws } from "../testing.ts"
import { id, kay, lee, max, maxsRole, ready, stateIn, willsRole } from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { EndAppointment, StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
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
  it("is refused where this role does not allow it, and not where it does", () => {
    const { decision } = given(ready.events).on("2016-03-15").when(refuse("CARRYING_FOOD")).isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "APPOINTMENT-21")?.held).toBe(true)
    const allowed = check(refuse("BEFRIENDING"), ready.events, { today: date("2016-03-15") })
    expect(allowed._tag === "Refused" && allowed.moment?.says)
      .toBe("The role allows this: Befriending. There is nothing to refuse")
  })
})

describe("a refusal", () => {
  it("is of a worker in role, told to somebody in post, and recorded once while it waits", () => {
    given(ready.events).on("2016-03-15").when(refuse("FEEDING", "2016-03-15", lee, willsRole)).isRefusedWhile(
      "Selected"
    )
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
