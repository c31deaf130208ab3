/**
 * Proves that what turned out otherwise waits for somebody, and that nothing is undone by itself: advice with an
 * interest, and a unit that the role no longer names.
 */
import {
  BeginAppointmentSelection,
  BindAppointmentToUnit,
  CorrectRoleProfile,
  date,
  DeclareSelectionInterest,
  EndAppointment,
  establishment,
  Peerwork,
  prisonNumber,
  ProposeAppointment,
  RecordRelease,
  RecordSelectionAdvice,
  RecordTemporaryDeparture,
  RecordTransfer,
  RegisterPerson,
  StrikeOutAppointmentEntry
} from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { appointmentAttention } from "./AppointmentAttention.ts"
import { attention } from "./Attention.ts"

const { events, mentor, mentorAppointment, roleProfile, scheme } = Peerwork.examples.shadowingSince("2016-03-21")
const [person, proposed] = ["00000000-0000-4000-9000-0000000000ab", "00000000-0000-4000-9000-0000000000ac"]
const day = date("2016-03-28")
const reason = "Something that is told to nobody"

const after = (history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>): ReadonlyArray<Happened> =>
  commands.reduce((before, command) => {
    const { decision, events: next } = Peerwork.decide(command, before, { today: day })
    if (decision._tag === "Refused") throw new Error(`${command._tag}: ${decision.moment?.says ?? "a rule"}`)
    return next
  }, history)

const looked = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return { records, names: emptyNames(), day }
}

const waiting = (history: ReadonlyArray<Happened>) =>
  appointmentAttention(looked(history)).flatMap(({ items }) => items.map(({ detail, href }) => [href, detail]))

describe("advice of a worker whose interest became known later", () => {
  const declare = (interest: "NONE" | "DEBT") =>
    DeclareSelectionInterest.make({ appointment: proposed, adviser: mentor, interest, on: day })
  const advised = after(
    events,
    RegisterPerson.make({
      person,
      prisonNumber: prisonNumber("A9999AA"),
      familyName: "Example",
      givenName: "Somebody",
      establishment: establishment("ZZI"),
      on: date("2016-03-01")
    }),
    ProposeAppointment.make({ appointment: proposed, person, scheme, roleProfile, source: "STAFF", on: day }),
    BeginAppointmentSelection.make({ appointment: proposed, on: day }),
    declare("NONE"),
    RecordSelectionAdvice.make({ appointment: proposed, adviser: mentor, advice: "FOR", on: day })
  )

  it("waits until somebody looked at the selection and struck the advice out", () => {
    expect(waiting(advised)).toEqual([])
    const known = after(advised, declare("DEBT"))
    expect(waiting(known)).toEqual([[
      `/workers/${person}`,
      "Peer support worker, 1 worker advised and had an interest; nobody is selected yet"
    ]])
    const entry = advised.at(-1)?.id ?? ""
    expect(waiting(after(known, StrikeOutAppointmentEntry.make({ appointment: proposed, entry, reason })))).toEqual([])
  })
})

describe("a worker who holds a role", () => {
  const roles = (...commands: ReadonlyArray<Given>) =>
    attention(looked(after(events, ...commands))).filter(({ key }) => key === "away" || key === "left-with-a-role")
      .flatMap(({ items, key }) => items.map(({ detail }) => [key, detail]))

  it("rests while they are away for a time, and is ended where they left for good", () => {
    expect(roles()).toEqual([])
    expect(roles(RecordTemporaryDeparture.make({ person: mentor, reason: "COURT", on: day }))).toEqual([
      ["away", "Peer support worker, away from the establishment"]
    ])
    expect(roles(RecordTransfer.make({ person: mentor, establishment: establishment("ZZA"), on: day }))).toEqual([
      ["left-with-a-role", "Peer support worker, transferred"]
    ])
    expect(roles(RecordRelease.make({ person: mentor, reason: "RELEASED", on: day }))).toEqual([
      ["left-with-a-role", "Peer support worker, released"]
    ])
    const died = RecordRelease.make({ person: mentor, reason: "DIED", on: day })
    expect(roles(died)).toEqual([["left-with-a-role", "Peer support worker, died"]])
    expect(roles(died, EndAppointment.make({ appointment: mentorAppointment, reason: "DIED", on: day }))).toEqual([])
  })
})

describe("a worker on a unit", () => {
  const bound = after(events, BindAppointmentToUnit.make({ appointment: mentorAppointment, unit: "A_WING", on: day }))
  const corrected = (units: ReadonlyArray<string>) => {
    const found = [...looked(events).records.scheme.values()][0]?.state.roleProfiles[0]
    if (found === undefined) throw new Error("There is no role")
    const { asksForClearance, asksForShadowing, confidentiality, inCommunity, pay, publishedOn, tasks, version } = found
    const says = { tasks, confidentiality, pay, asksForShadowing, asksForClearance, inCommunity }
    return CorrectRoleProfile.make({ scheme, roleProfile, version, ...says, units, on: publishedOn, reason })
  }

  it("waits where the role profile was corrected to others, and is told once", () => {
    expect(waiting(after(bound, corrected(["A_WING"])))).toEqual([])
    const others = after(bound, corrected(["B_WING", "C_WING"]))
    const detail = "Peer support worker, works on A wing; the role is done on B wing, C wing"
    expect(waiting(others)).toEqual([[`/workers/${mentor}`, detail]])
    const everywhere = attention(looked(others)).flatMap(({ items }) => items).map((one) => one.detail)
    expect(everywhere.filter((one) => one.includes("wing"))).toEqual([detail])
    const moved = after(others, BindAppointmentToUnit.make({ appointment: mentorAppointment, unit: "B_WING", on: day }))
    expect(waiting(moved)).toEqual([])
  })
})
