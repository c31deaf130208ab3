/**
 * Proves that what somebody left behind waits for somebody else, with the way to hand over all of it.
 */
import {
  date,
  establishment,
  HandOverStaffWork,
  OpenWorkerSupport,
  Peerwork,
  RecordStaffLeaving,
  RegisterStaff,
  VoidAppointment
} from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { staffAttention } from "./StaffAttention.ts"

const { coordinator, events, mentorAppointment, worker } = Peerwork.examples.shadowingSince("2016-03-21")
const staff = "00000000-0000-4000-9000-0000000000ab"
const day = date("2016-03-28")

const after = (history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>): ReadonlyArray<Happened> =>
  commands.reduce((before, command) => {
    const { decision, events: next } = Peerwork.decide(command, before, { today: day })
    if (decision._tag === "Refused") throw new Error(`${command._tag}: ${decision.moment?.says ?? "a rule"}`)
    return next
  }, history)

const waiting = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return staffAttention({ records, names: emptyNames(), day }).flatMap(({ items }) => items)
}

describe("a member of staff who left", () => {
  const busy = after(
    events,
    RegisterStaff.make({ staff, name: "Ned Example", establishment: establishment("ZZI"), on: date("2016-03-01") }),
    OpenWorkerSupport.make({
      support: "00000000-0000-4000-9000-0000000000ac",
      person: worker,
      occasion: "HARMED",
      way: "Seen every week",
      givenBy: staff,
      reviewOn: date("2016-04-11"),
      on: day,
      overrides: [{ rule: "SUPPORT-2", reason: "The scheme has decided no time yet" }]
    })
  )

  it("waits with what they left behind, until it is handed over", () => {
    expect(waiting(busy)).toEqual([])
    const left = after(busy, RecordStaffLeaving.make({ staff, on: day }))
    expect(waiting(left)).toMatchObject([{
      href: `/do/HandOverStaffWork?staff=${staff}`,
      detail: "left on 28 March 2016, with 1 worker whom they support"
    }])
    const handed = HandOverStaffWork.make({
      staff,
      receiver: coordinator,
      managesAlone: false,
      reason: "They left",
      on: day
    })
    expect(waiting(after(left, handed))).toEqual([])
  })

  it("waits also with the training that they lead, and the workers whose appointment names them", () => {
    const left = after(events, RecordStaffLeaving.make({ staff: coordinator, on: day }))
    expect(waiting(left)).toMatchObject([{
      detail: "left on 28 March 2016, with 1 training that they lead, 1 supervision"
    }])
    const voided = after(
      busy,
      VoidAppointment.make({
        appointment: mentorAppointment,
        agreedBy: staff,
        reason: "It was another man's",
        on: day
      }),
      RecordStaffLeaving.make({ staff: coordinator, on: day })
    )
    expect(waiting(voided)).toMatchObject([{ detail: "left on 28 March 2016, with 1 training that they lead" }])
  })
})
