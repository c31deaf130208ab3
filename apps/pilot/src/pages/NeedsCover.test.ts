/**
 * Proves what needs cover while a worker is not at work, that it is gone when they are back, and that the appointment of
 * somebody who does not come back is ended later.
 */
import {
  AcknowledgeEscalation,
  BindAppointmentToUnit,
  Cohort,
  date,
  EndAppointment,
  InformEscalationRaiser,
  instant,
  LinkEscalations,
  Peerwork,
  RaiseEscalation,
  RecordRelease,
  RecordReturn,
  RecordTemporaryDeparture,
  ResolveEscalation,
  SuspendAppointment
} from "@peerwork/core"
import type { CohortSession, Given, Happened, Role } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames, short } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { coverAttention, coverFor } from "./NeedsCover.ts"

const { coordinator, events, mentor, mentorAppointment, scheme, worker } = Peerwork.examples.shadowingSince(
  "2016-03-21"
)
const [escalation, cohort] = ["00000000-0000-4000-9000-0000000000ab", "00000000-0000-4000-9000-0000000000ac"]
const day = date("2016-03-28")

const after = (history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>): ReadonlyArray<Happened> =>
  commands.reduce((before, command) => {
    const actor = { id: coordinator, role: "coordinator" } as const
    const { decision, events: next } = Peerwork.decide(command, before, { today: day, actor })
    if (decision._tag === "Refused") throw new Error(`${command._tag}: ${decision.moment?.says ?? "a rule"}`)
    return next
  }, history)

const looked = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return { records, names: emptyNames(), day }
}

const as = (role: Role) => ({ viewer: { id: coordinator, role }, now: instant("2016-03-28T12:00:00.000Z") })

const covers = (history: ReadonlyArray<Happened>) =>
  coverFor(looked(history), as("coordinator"), mentor).map(({ text }) => text)

const today = (history: ReadonlyArray<Happened>) =>
  coverAttention(looked(history), as("coordinator")).flatMap(({ items }) => items.map(({ href }) => href))

const gone = RecordTemporaryDeparture.make({ person: mentor, reason: "COURT", on: day })
const atCourt = after(events, gone)
const shadowed = `Person ${short(worker)} shadows them: replace the mentor, or pause the shadowing`
const unmanned = "ZZI is without anybody at work in this role: Peer support worker"

describe("a worker who is not at work", () => {
  it("leaves whom they mentor, and a role in which nobody else works, until they are back", () => {
    expect([covers(events), today(events)]).toEqual([[], []])
    expect(covers(atCourt)).toEqual([shadowed, unmanned])
    expect(today(atCourt)).toEqual([`/workers/${mentor}`])
    const back = after(atCourt, RecordReturn.make({ person: mentor, on: day }))
    expect([covers(back), today(back)]).toEqual([[], []])
  })

  it("leaves the same by a suspension and a release; an end that says they did not return closes it", () => {
    const suspend = SuspendAppointment.make({
      appointment: mentorAppointment,
      from: day,
      reviewBy: date("2016-04-04"),
      paid: true,
      reason: "HEALTH"
    })
    expect(covers(after(events, suspend))).toEqual([shadowed, unmanned])
    const released = after(atCourt, RecordRelease.make({ person: mentor, reason: "RELEASED", on: day }))
    expect(covers(released)).toEqual([shadowed, unmanned])
    const reason = "DID_NOT_RETURN_FROM_COURT"
    const ended = after(released, EndAppointment.make({ appointment: mentorAppointment, reason, on: day }))
    expect([covers(ended), today(ended)]).toEqual([[], []])
  })

  it("leaves the unit on which they worked", () => {
    const bound = after(
      events,
      BindAppointmentToUnit.make({ appointment: mentorAppointment, unit: "A_WING", on: day }),
      gone
    )
    expect(covers(bound)).toContain("A wing is without anybody at work in this role: Peer support worker")
  })

  it("leaves the course in which they helped, while sessions are left", () => {
    const fact = { event: escalation, on: day }
    const session = {
      heldOn: day,
      helper: mentor,
      delivered: fact,
      writtenOff: null
    } as unknown as CohortSession
    const here = looked(atCourt)
    const left = { ...session, helper: null, delivered: null }
    const course = (sessions: ReadonlyArray<CohortSession>) => {
      const state = { ...Cohort.initial, status: "Running" as const, sessions }
      here.records.cohort.set(cohort, { id: cohort, version: 1, state })
      return coverFor(here, as("coordinator"), mentor).map(({ text }) => text)
    }
    expect(course([session, left, left])).toContain("A course in which they help has 2 sessions left")
    expect(course([session])).toEqual([shadowed, unmanned])
    expect(course([{ ...session, helper: coordinator }, left])).toEqual([shadowed, unmanned])
  })

  it("is still told what became of what they raised; whoever sees not all of it does not learn who raised it", () => {
    const raised = { escalation, scheme, appointment: mentorAppointment, category: "HEALTH", basis: "AGREED" } as const
    const resolved = after(
      atCourt,
      RaiseEscalation.make({ ...raised, urgency: "ROUTINE" }),
      AcknowledgeEscalation.make({ escalation }),
      ResolveEscalation.make({ escalation, done: "Seen by the nurse" })
    )
    const waits = "They are still to be told what became of what they raised: Healthcare"
    expect(covers(resolved)).toEqual([shadowed, unmanned, waits])
    const other = (role: Role) =>
      coverFor(looked(resolved), { ...as(role), viewer: { id: cohort, role } }, mentor).map(({ text }) => text)
    expect(other("safeguarding")).toEqual([shadowed, unmanned, waits])
    for (const role of ["coordinator", "auditor", "officer", "commissioner"] as const) {
      expect([role, other(role)]).toEqual([role, [shadowed, unmanned]])
    }
    const told = after(
      resolved,
      InformEscalationRaiser.make({ escalation, means: "IN_PERSON", told: "It was looked at" })
    )
    expect(covers(told)).toEqual([shadowed, unmanned])
    const died = after(resolved, RecordRelease.make({ person: mentor, reason: "DIED", on: day }))
    expect(covers(died)).toEqual([
      shadowed,
      unmanned,
      "Record that nobody can tell them any more what became of what they raised: Healthcare"
    ])
  })

  it("is still told what became of what they raised where it goes on in another, and of nothing that was told", () => {
    const other = "00000000-0000-4000-9000-0000000000ad"
    const concern = { scheme, category: "HEALTH", basis: "AGREED", urgency: "ROUTINE", subject: worker } as const
    const linked = after(
      atCourt,
      RaiseEscalation.make({ ...concern, escalation: other, appointment: mentorAppointment }),
      RaiseEscalation.make({ ...concern, escalation }),
      LinkEscalations.make({ escalation, other })
    )
    const carriedOn = looked(linked).records.escalation.get(escalation)?.state.stage === "Linked" ? other : escalation
    const handled = after(
      linked,
      AcknowledgeEscalation.make({ escalation: carriedOn }),
      ResolveEscalation.make({ escalation: carriedOn, done: "Seen by the nurse" })
    )
    const waits = "They are still to be told what became of what they raised: Healthcare"
    expect(covers(linked)).toEqual([shadowed, unmanned])
    expect(covers(handled)).toEqual([shadowed, unmanned, waits])
    const tell = (id: string) =>
      InformEscalationRaiser.make({ escalation: id, means: "IN_PERSON", told: "It was looked at" })
    expect(covers(after(handled, tell(other)))).toEqual([shadowed, unmanned])
  })
})
