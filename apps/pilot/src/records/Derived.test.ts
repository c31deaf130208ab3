/**
 * Proves that what is derived of an appointment is judged by the role as it was described on the day that is asked about.
 */
import { date, Peerwork, PublishRoleProfile, RecordTemporaryDeparture } from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { mayWork, statusIn } from "./Derived.ts"
import { emptyRecords, foldIn } from "./Records.ts"

const { events, mentor, mentorAppointment, roleProfile, scheme } = Peerwork.examples.shadowingSince("2016-03-21")

const after = (history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>): ReadonlyArray<Happened> =>
  commands.reduce((before, command) => Peerwork.decide(command, before, { today: date("2016-03-28") }).events, history)

/** Out for work from 22 March on, in a role that is held in the community from the 24th on. */
const out = after(
  events,
  RecordTemporaryDeparture.make({ person: mentor, reason: "LICENCE_WORK", on: date("2016-03-22") }),
  PublishRoleProfile.make({
    scheme,
    roleProfile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: true,
    asksForClearance: false,
    inCommunity: true,
    on: date("2016-03-24")
  })
)

describe("a worker who is out on licence for work", () => {
  const records = emptyRecords()
  for (const event of out) foldIn(records, event)
  const kept = records.appointment.get(mentorAppointment)!

  it.each([
    ["2016-03-21", "Active", true],
    ["2016-03-22", "Suspended", false],
    ["2016-03-23", "Suspended", false],
    ["2016-03-24", "Active", true]
  ])("on %s is %s and may work: %s", (on, status, works) => {
    expect([statusIn(records, kept, date(on)).status, mayWork(records, kept, date(on))]).toEqual([status, works])
  })
})
