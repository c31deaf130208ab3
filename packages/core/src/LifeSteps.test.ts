/**
 * Where the commands that begin a life lead: the table says of each what its decision does.
 */
import { expect, it } from "vitest"
import { Appointment } from "./appointment/Appointment.ts"
import { ApplyForAppointment } from "./appointment/AppointmentEntry.ts"
import { date } from "./language/LocalDate.ts"
import { lifeSteps } from "./LifeSteps.ts"
import { legacy, max, maxsRole, opened, propose, scheme, stateIn, supportWorker } from "./testing/SmallPrison.ts"

const begun = {
  ProposeAppointment: propose(maxsRole, max, "2015-11-02"),
  ApplyForAppointment: ApplyForAppointment.make({
    appointment: maxsRole,
    person: max,
    scheme,
    roleProfile: supportWorker,
    source: "NOTICE",
    on: date("2015-11-02")
  }),
  RegisterLegacyWorker: legacy(maxsRole, max)
}

it("says of every beginning of an appointment which step it leads to", () => {
  const steps = Object.entries(begun).map(([name, command]) => [
    name,
    stateIn(Appointment, maxsRole, opened.on("2015-11-02", command).events).step
  ])
  expect(Object.fromEntries(steps)).toEqual(lifeSteps.appointment.begins)
  expect(Object.keys(begun)).toEqual(lifeSteps.appointment.steps["Unknown"])
})

it("and names only commands that begin a life, and states that it has", () => {
  for (const { begins, steps } of Object.values(lifeSteps)) {
    expect(Object.keys(begins ?? {}).every((name) => steps["Unknown"]?.includes(name))).toBe(true)
    expect(Object.values(begins ?? {}).every((state) => Object.hasOwn(steps, state))).toBe(true)
  }
})
