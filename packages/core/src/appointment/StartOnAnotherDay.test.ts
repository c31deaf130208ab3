/**
 * A start that is put right is judged as it was when it was recorded, at the day on which it really was.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { date } from "../language/LocalDate.ts"
import { RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given } from "../testing.ts"
import {
  acknowledge,
  activate,
  assess,
  experienced,
  id,
  legacy,
  max,
  maxsRole,
  opened,
  running,
  scheme,
  shadowing,
  supportWorker,
  trained,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { CorrectAppointmentStart, StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { SuspendAppointment } from "./Suspension.ts"

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
      "APPOINTMENT-5",
      "APPOINTMENT-9",
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

describe("what the role asks on the other day", () => {
  const publish = (on: string, more: object = {}): Given =>
    PublishRoleProfile.make({
      scheme,
      roleProfile: supportWorker,
      code: "PEER_SUPPORT_WORKER",
      tasks: ["BEFRIENDING", "CARRYING_FOOD"],
      confidentiality: "BOUNDED",
      pay: "VOLUNTEER",
      asksForShadowing: true,
      asksForClearance: false,
      inCommunity: false,
      on: date(on),
      ...more
    })

  it("is the acknowledgement of the job description of that day, and not of the one before", () => {
    const anew = active.on("2016-05-02", publish("2016-04-20"))
    given(anew.events).on("2016-05-02").when(correct("2016-04-19")).isAccepted()
    given(anew.events).on("2016-05-02").when(correct("2016-04-20")).isRefusedBy("APPOINTMENT-5")
      .says("APPOINTMENT-5", "The worker acknowledged version 1 of the job description. Version 2 is in force")
    const acknowledged = anew.on("2016-05-02", acknowledge(willsRole, "2016-04-22", 2))
    given(acknowledged.events).on("2016-05-02").when(correct("2016-04-21")).isRefusedBy("APPOINTMENT-5", "RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 22 April 2016 or later")
    given(acknowledged.events).on("2016-05-02").when(correct("2016-04-22")).isAccepted()
  })

  it("is a unit of the role, where it names any", () => {
    const onWings = active.on("2016-05-02", publish("2016-04-20", { units: ["A_WING"] }))
      .on("2016-05-02", acknowledge(willsRole, "2016-04-20", 2))
    given(onWings.events).on("2016-05-02").when(correct("2016-04-20")).isRefusedBy("APPOINTMENT-14")
  })

  // Trained on 15 March 2016, and good for twelve months
  it("is a training that has not lapsed", () => {
    const assessed = active.on("2017-01-09", assess(willsRole, "2017-01-09", "2018-01-08"))
    given(assessed.events).on("2017-05-02").when(correct("2017-03-15")).isAccepted()
    given(assessed.events).on("2017-05-02").when(correct("2017-03-16")).isRefusedBy("APPOINTMENT-13")
  })

  it("is that the worker was neither suspended nor away", () => {
    const [from, until] = [date("2016-04-18"), date("2016-04-20")]
    const of = { appointment: willsRole, reviewBy: until, paid: true }
    const suspended = [SuspendAppointment.make({ ...of, from, until, reason: "HEALTH" })]
    const away = [
      RecordTemporaryDeparture.make({ person: will, reason: "COURT", on: from }),
      RecordReturn.make({ person: will, on: until })
    ]
    for (const kept of [suspended, away]) {
      const { events } = active.on("2016-04-20", ...kept)
      expect(given(events).on("2016-05-02").when(correct("2016-04-19")).isRefusedWhile("Active")).toMatchObject({
        decision: {
          moment: { says: "On 19 April 2016 the worker was suspended or away. Give a day on which they could work" }
        }
      })
      for (const day of ["2016-04-17", "2016-04-20"]) given(events).on("2016-05-02").when(correct(day)).isAccepted()
    }
  })

  it("is that the role was there", () => {
    const role = id(29)
    const inRole = opened.on("2016-02-01", publish("2016-02-01", { roleProfile: role, asksForShadowing: false }))
      .on("2016-03-15", ...trained(willsRole, will, role), activate(willsRole, "2016-03-15"))
    expect(given(inRole.events).on("2016-05-02").when(correct("2016-01-31")).isRefusedWhile("Unknown")).toMatchObject({
      decision: { moment: { life: "role", says: "The role was published after 31 January 2016. Give a later day" } }
    })
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
