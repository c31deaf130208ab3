/**
 * A role that asks for clearance, as a Listener's does: security clears first, then the training begins.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { given } from "../testing.ts"
import { begun, complete, enrol, heldAll, willsTraining } from "../testing/SmallCourse.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  id,
  listener,
  max,
  maxsRole,
  mo,
  mosRole,
  opened,
  propose,
  regularise,
  scheme,
  schooledIn,
  select,
  stateIn,
  train,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { RegisterLegacyWorker } from "./AppointmentEntry.ts"
import { sayValidity, validitiesOn } from "./Lapse.ts"
import { RecordSecurityClearance } from "./Preparation.ts"

const clear = (appointment: string, on: string, validUntil?: string): Given =>
  RecordSecurityClearance.make({
    appointment,
    outcome: "CLEARED",
    ...(validUntil === undefined ? {} : { validUntil: date(validUntil) }),
    on: date(on)
  })

const considered = opened.on(
  "2016-02-10",
  propose(willsRole, will, "2016-02-01", listener),
  begin(willsRole, "2016-02-02"),
  assess(willsRole, "2016-02-08"),
  acknowledge(willsRole, "2016-02-10")
)

const later = "On 20 April 2016, when the training began, security had not cleared the person. Record the clearance " +
  "first, and let the training begin on its day or after it"

describe("a Listener", () => {
  it("is cleared before the training is recorded, and then appointed", () => {
    given(considered.events).on("2016-05-02").when(train(willsRole, "2016-04-20")).isRefusedBy("APPOINTMENT-22")
      .says("APPOINTMENT-22", later)
    const after = considered.on("2016-05-02", clear(willsRole, "2016-04-21"))
    given(after.events).on("2016-05-02").when(train(willsRole, "2016-04-20")).isRefusedBy("APPOINTMENT-22")
    const onTheDay = considered.on("2016-05-02", clear(willsRole, "2016-04-20"))
    given(onTheDay.events).on("2016-05-02").when(train(willsRole, "2016-04-20")).isAccepted()
    const working = onTheDay.on(
      "2016-05-02",
      train(willsRole, "2016-04-20"),
      select(willsRole, "2016-05-02"),
      activate(willsRole, "2016-05-02")
    )
    expect(working.events.at(-1)?.type).toBe("AppointmentActivated")
  })

  it("is not trained on a clearance that had run out by then", () => {
    const short = considered.on("2016-05-02", clear(willsRole, "2016-04-01", "2016-04-19"))
    given(short.events).on("2016-05-02").when(train(willsRole, "2016-04-20")).isRefusedBy("APPOINTMENT-22")
  })

  it("whose training was recorded before this was asked, and before the clearance, is not appointed by it", () => {
    const told = considered.on("2016-04-19", clear(willsRole, "2016-04-19"))
      .on("2016-05-02", train(willsRole, "2016-04-20"), select(willsRole, "2016-05-02"))
    const moved = told.events.map((event): Happened =>
      event.type === "SecurityClearanceRecorded" ? { ...event, on: date("2016-05-02") } : event
    )
    given(moved).on("2016-05-03").when(activate(willsRole, "2016-05-03")).isRefusedBy("APPOINTMENT-22")
      .says("APPOINTMENT-22", later)
    given(told.events).on("2016-05-03").when(activate(willsRole, "2016-05-03")).isAccepted()
  })

  it("enters no cohort before the clearance, unless they train for another role as well", () => {
    const recruiting = begun.on("2016-03-14", propose(mosRole, mo, "2016-03-01", listener))
    const adHoc = enrol(id(82), mo, { place: "AD_HOC", on: date("2016-03-14") })
    given(recruiting.events).on("2016-03-14").when(adHoc).isRefusedBy("APPOINTMENT-22")
    given(begun.events).on("2016-03-14").when(adHoc).isAccepted("TraineeEnrolled")
    const both = recruiting.on("2016-03-14", propose(id(35), mo, "2016-03-01"))
    given(both.events).on("2016-03-14").when(adHoc).isAccepted("TraineeEnrolled")
    const cleared = recruiting.on("2016-03-14", begin(mosRole, "2016-03-01"), clear(mosRole, "2016-03-14"))
    given(cleared.events).on("2016-03-14").when(adHoc).isAccepted("TraineeEnrolled")
  })

  it("is not appointed by a course that began before security cleared them", () => {
    const trained = begun.on("2016-03-16", ...heldAll()).on("2016-03-17", complete(willsTraining, "2016-03-17"))
    const asListener = trained.on(
      "2016-05-02",
      propose(willsRole, will, "2016-04-01", listener),
      begin(willsRole, "2016-04-02"),
      assess(willsRole, "2016-04-08"),
      acknowledge(willsRole, "2016-04-10"),
      clear(willsRole, "2016-04-12"),
      select(willsRole, "2016-04-15")
    )
    given(asListener.events).on("2016-05-02").when(activate(willsRole, "2016-05-02")).isRefusedBy("APPOINTMENT-22")
    const anew = asListener.on("2016-05-02", train(willsRole, "2016-05-02"))
    given(anew.events).on("2016-05-02").when(activate(willsRole, "2016-05-02")).isAccepted()
  })

  it("who was in role before the scheme is cleared too, though neither assessed for selection nor asked to shadow", () => {
    const inRole = opened.on(
      "2015-11-02",
      RegisterLegacyWorker.make({
        appointment: maxsRole,
        person: max,
        scheme,
        roleProfile: listener,
        inRoleSince: date("2014-01-06"),
        waiverUntil: date("2016-09-30"),
        attestedBy: id(11),
        on: date("2015-10-05")
      }),
      acknowledge(maxsRole, "2015-11-02")
    )
    given(inRole.events).on("2015-11-06").when(train(maxsRole, "2015-11-06")).isRefusedBy("APPOINTMENT-22")
    const cleared = inRole.on("2015-11-06", clear(maxsRole, "2015-11-05", "2015-11-30"), train(maxsRole, "2015-11-06"))
    given(cleared.events).on("2015-11-09").when(regularise(maxsRole, "2015-11-09")).isAccepted()
    given(cleared.events).on("2015-12-01").when(regularise(maxsRole, "2015-12-01")).isRefusedBy("APPOINTMENT-4")
    const regular = cleared.on("2015-11-09", regularise(maxsRole, "2015-11-09"))
    const entry = stateIn(Appointment, maxsRole, regular.events).clearance[0]?.event ?? ""
    const reason = "It was of another man"
    const without = regular.on("2015-11-12", StrikeOutAppointmentEntry.make({ appointment: maxsRole, entry, reason }))
    const its = stateIn(Scheme, scheme, without.events)
    const appointment = schooledIn(maxsRole, without.events)
    const asked = { appointment, scheme: its, profile: roleProfileOf(its, listener) }
    expect(validitiesOn(asked, date("2015-11-12")).map((one) => sayValidity(one, date("2015-11-12"))))
      .toEqual([expect.stringContaining("The training is good until"), "There is no security clearance"])
  })
})
