/**
 * A start that is put right is judged as it was when it was recorded, at the day on which it really was.
 */
import { describe, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given } from "../testing.ts"
import {
  activate,
  experienced,
  legacy,
  max,
  maxsRole,
  opened,
  running,
  shadowing,
  willsRole
} from "../testing/SmallPrison.ts"
import { CorrectAppointmentStart, StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"

const reason = "It turned out so"
const correct = (from: string, appointment = willsRole) =>
  CorrectAppointmentStart.make({ appointment, from: date(from), reason })

/** Will is trained on 15 March, shadows from the 21st, and is signed off on 4 April 2016; appointed on the 11th. */
const active = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
  .on("2016-04-11", activate(willsRole, "2016-04-11"))

describe("whoever was appointed", () => {
  it("is in the role from no earlier than the shadowing was signed off", () => {
    given(active.events).on("2016-05-02").when(correct("2016-04-03")).isRefusedBy("APPOINTMENT-10", "RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 4 April 2016 or later")
    given(active.events).on("2016-05-02").when(correct("2016-04-04")).isAccepted("AppointmentStartCorrected")
  })

  it("is told of everything that they lacked on the day", () => {
    given(active.events).on("2016-05-02").when(correct("2016-02-07")).isRefusedBy(
      "APPOINTMENT-10",
      "APPOINTMENT-2",
      "APPOINTMENT-3",
      "RECORD-2"
    )
    given(active.events).on("2016-05-02").when(correct("2015-09-30")).isRefusedWhile("Pilot")
  })

  it("lacks what was struck out meanwhile", () => {
    const entry =
      active.events.find(({ type, stream }) =>
        type === "RiskAssessmentRecorded" && stream === `appointment-${willsRole}`
      )?.id ?? ""
    const struckOut = active.on("2016-05-02", StrikeOutAppointmentEntry.make({ appointment: willsRole, entry, reason }))
    given(struckOut.events).on("2016-05-02").when(correct("2016-04-12")).isRefusedBy("APPOINTMENT-3")
  })
})

describe("whoever was in the role before the scheme", () => {
  const registered = opened.on("2015-10-05", legacy(maxsRole, max))
  const regularised = opened.on("2015-11-09", ...experienced(maxsRole, max))

  // The scheme was proposed on 1 October 2015
  it("was in it before the scheme, also after a correction", () => {
    for (const { events } of [registered, regularised]) {
      given(events).on("2016-05-02").when(correct("2015-10-01", maxsRole)).isRefusedBy("APPOINTMENT-12").says(
        "APPOINTMENT-12",
        "The person was not in the role before the scheme began. Propose an appointment instead"
      )
      given(events).on("2016-05-02").when(correct("2015-09-30", maxsRole)).isAccepted("AppointmentStartCorrected")
    }
  })
})
