/**
 * The status of an appointment at its edges: what is waited for, what restricts it first, and what is told of its end.
 */
import { describe, expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { Person } from "../person/Person.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import {
  activate,
  opened,
  ready,
  running,
  scheme,
  schooledIn,
  shadowing,
  stateIn,
  supportWorker,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { ApplyForAppointment } from "./AppointmentEntry.ts"
import { statusOn } from "./AppointmentStatus.ts"
import type { Circumstances } from "./AppointmentStatus.ts"

const circumstances = ({ events }: Story, appointment = willsRole, person = will): Circumstances => {
  const state = stateIn(Scheme, scheme, events)
  return {
    appointment: schooledIn(appointment, events),
    person: stateIn(Person, person, events),
    scheme: state,
    profile: roleProfileOf(state, supportWorker),
    placements: [],
    supervisions: []
  }
}

const signedOff = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
const active = circumstances(signedOff.on("2016-04-04", activate(willsRole, "2016-04-04")))
const [day, before] = [date("2016-04-06"), date("2016-04-05")]

/** Will's appointment, active, with something about it changed. */
const withFacts = (more: Partial<Circumstances["appointment"]>, rest: Partial<Circumstances> = {}): Circumstances => ({
  ...active,
  ...rest,
  appointment: { ...active.appointment, ...more }
})

const restricted = (from: LocalDate) => ({ event: from, on: from, from, until: null, tasks: [], areas: [] })
const taken = "Some tasks or places are taken out of the role"
const untrained = "The training is no longer complete"

describe("somebody who is active", () => {
  it("is so also where nobody decided how long a training stands", () => {
    expect(statusOn({ ...active, scheme: { ...active.scheme, policy: [] } }, day))
      .toEqual({ status: "Active", since: "2016-04-04", because: null })
  })

  it("is told when it ends: on a day to come, and on that day that it is to be recorded", () => {
    const ending = withFacts({ plannedEnd: { event: "planned", on: before, endsOn: day } })
    expect([before, day].map((on) => statusOn(ending, on).because))
      .toEqual(["It ends on 6 April 2016", "It was to end on 6 April 2016. Record the end"])
  })

  it("is restricted before the day of their training, and no longer on it", () => {
    const [training] = active.appointment.training
    const later = withFacts({ training: training === undefined ? [] : [{ ...training, on: day }] })
    expect(statusOn(later, before)).toEqual({ status: "Restricted", since: "2016-04-04", because: untrained })
    expect(statusOn(later, day).status).toBe("Active")
  })

  it("is restricted since the first of what restricts them, whatever was recorded first", () => {
    const untrainedToo = { training: [] }
    const both = (from: LocalDate) => withFacts({ ...untrainedToo, restrictions: [restricted(from)] })
    expect(statusOn(both(before), day)).toMatchObject({ since: "2016-04-04", because: `${untrained}; ${taken}` })
    expect(statusOn(both(date("2016-04-03")), day)).toMatchObject({
      since: "2016-04-03",
      because: `${taken}; ${untrained}`
    })
    expect(statusOn(both(date("2016-04-04")), day)).toMatchObject({
      since: "2016-04-04",
      because: `${taken}; ${untrained}`
    })
  })
})

describe("somebody who is not in the role yet", () => {
  it("has applied, until staff consider them", () => {
    const applied = opened.on(
      "2016-02-01",
      ApplyForAppointment.make({
        appointment: wessRole,
        person: wes,
        scheme,
        roleProfile: supportWorker,
        source: "NOTICE",
        on: date("2016-02-01")
      })
    )
    expect(statusOn(circumstances(applied, wessRole, wes), day))
      .toEqual({ status: "Applied", since: "2016-02-01", because: null })
  })

  it("waits to shadow where nothing is known of the role", () => {
    const waiting = circumstances(ready)
    expect(statusOn({ ...waiting, profile: null }, day)).toMatchObject({ status: "AwaitingShadowing" })
  })
})
