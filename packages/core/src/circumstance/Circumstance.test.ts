/**
 * Changes of circumstances: there by themselves, new until somebody looks, new again when they are corrected, and of no
 * effect on what they are about.
 */
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import { EndAppointment } from "../appointment/AppointmentEnd.ts"
import type { Given } from "../language/Command.ts"
import { answer } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { nonAssociationsOf } from "../nonassociation/Apart.ts"
import { OpenNonAssociation } from "../nonassociation/NonAssociationDecisions.ts"
import { check } from "../OverEvents.ts"
import { RecordLegalStatus } from "../person/LegalStatus.ts"
import { MergePeople } from "../person/Merges.ts"
import { CorrectMovement, VoidMovement } from "../person/MovementCorrections.ts"
import { RecordReturn, RecordTemporaryDeparture } from "../person/PersonMovements.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { given, laws } from "../testing.ts"
import { id, identityAfter, kay, max, maxsRole, running, scheme, stateIn, wes, will } from "../testing/SmallPrison.ts"
import { changesOf, Circumstance, isNew, touches } from "./Circumstance.ts"
import {
  AcknowledgeCircumstance,
  LeaveCircumstance,
  RecordCircumstanceAction,
  ReopenCircumstance
} from "./CircumstanceDecisions.ts"

const reason = "It was looked into"
/** Max goes to court on Wednesday 23 March 2016, and is back on the next day. */
const away = running
  .on(
    "2016-03-21",
    DecideSchemePolicy.make({
      scheme,
      limit: "acknowledgeChangeWorkingDays",
      value: 1,
      from: date("2016-03-21"),
      decidedBy: kay,
      on: date("2016-03-21")
    })
  )
  .on("2016-03-24", RecordTemporaryDeparture.make({ person: max, reason: "COURT", on: date("2016-03-23") }))
const court = away.events.at(-1)?.id ?? ""
const look = (on: string, circumstance = court, person = max) =>
  AcknowledgeCircumstance.make({ circumstance, person, on: date(on) })
const act = (on: string) => RecordCircumstanceAction.make({ circumstance: court, action: reason, on: date(on) })
const leave = (on: string) => LeaveCircumstance.make({ circumstance: court, reason, on: date(on) })
const again = (on: string) => ReopenCircumstance.make({ circumstance: court, reason, on: date(on) })
const statusIn = (events: ReadonlyArray<Happened>) => stateIn(Circumstance, court, events).status
const changesFor = (person: string, events: ReadonlyArray<Happened>) => {
  const identity = identityAfter(person, events)
  return changesOf(identity, answer(nonAssociationsOf(identity), (view, of) => stateIn(view, of, events)))
}
const newOnes = (person: string, events: ReadonlyArray<Happened>) =>
  changesFor(person, events).filter((one) => isNew(one, stateIn(Circumstance, one.event, events))).map(({ kind }) =>
    kind
  )
const momentOf = (events: ReadonlyArray<Happened>, command: Given) => {
  const decision = check(command, events, { today: date("2016-04-08") })
  return decision._tag === "Refused" ? decision.moment?.says ?? null : "accepted"
}

describe("a change of circumstances", () => {
  it("is new until somebody looks; then it is acted on, left or taken up again", () => {
    expect([newOnes(max, running.events), newOnes(max, away.events)]).toEqual([[], ["LeftTemporarily"]])
    const looked = away.on("2016-03-24", look("2016-03-24"))
    expect(looked.events.at(-1)).toMatchObject({
      type: "CircumstanceAcknowledged",
      stream: `circumstance-${court}`,
      data: { person: max, establishment: "ZZI" }
    })
    const acted = looked.on("2016-03-25", act("2016-03-25"))
    const left = looked.on("2016-03-25", leave("2016-03-25"))
    const reopened = left.on("2016-03-29", again("2016-03-29"))
    expect([away, looked, acted, left, reopened].map(({ events }) => statusIn(events)))
      .toEqual(["New", "Acknowledged", "Acted", "NoAction", "Acknowledged"])
    expect(newOnes(max, acted.events)).toEqual([])
    expect(JSON.stringify(acted.events)).not.toContain(reason)
    for (const command of [look("2016-03-24"), act("2016-03-25"), leave("2016-03-25")]) {
      laws.repeating(looked.events, command, date("2016-03-29"))
    }
    laws.replay(Circumstance, court, reopened.events)
    laws.stored(reopened.events)
  })

  it("is a movement, a merge, a legal status or a non-association, and each waits for itself", () => {
    const on = date("2016-03-28")
    const all = away.on(
      "2016-03-28",
      RecordReturn.make({ person: max, on: date("2016-03-24") }),
      RecordLegalStatus.make({ person: max, status: "SENTENCED", on }),
      MergePeople.make({ person: wes, into: max, on, reason }),
      OpenNonAssociation.make({ nonassociation: id(51), person: will, other: max, level: "CELL", reason, on })
    )
    expect(newOnes(max, all.events)).toEqual(["LeftTemporarily", "Returned", "Merged", "LegalStatus", "NonAssociation"])
    expect(newOnes(will, all.events)).toEqual(["NonAssociation"])
    const looked = all.on("2016-03-29", look("2016-03-29"))
    expect(newOnes(max, looked.events)).toEqual(["Returned", "Merged", "LegalStatus", "NonAssociation"])
    // Looking decides nothing
    expect(stateIn(Appointment, maxsRole, looked.events)).toEqual(stateIn(Appointment, maxsRole, away.events))
  })

  it("that was corrected after somebody looked at it is new again; struck out, it is gone", () => {
    const acted = away.on("2016-03-24", look("2016-03-24"), act("2016-03-24"))
    const corrected = acted.on(
      "2016-03-30",
      CorrectMovement.make({ person: max, movement: court, on: date("2016-03-22"), reason })
    )
    expect(newOnes(max, corrected.events)).toEqual(["LeftTemporarily"])
    given(corrected.events).on("2016-03-30").when(look("2016-03-30")).isAccepted("CircumstanceAcknowledged")
    const struck = acted.on("2016-03-30", VoidMovement.make({ person: max, movement: court, reason }))
    expect(changesFor(max, struck.events)).toEqual([])
    expect(momentOf(struck.events, look("2016-03-30"))).toBe("No such change of this person counts")
  })

  // Recorded on Maundy Thursday 24 March: one working day later is Tuesday 29 March
  it("is looked at in time, or it is told that it was late", () => {
    const inTime = given(away.events).on("2016-03-29").when(look("2016-03-29")).isAccepted().decision
    const late = given(away.events).on("2016-03-30").when(look("2016-03-30")).isAccepted().decision
    expect([inTime, late].map(({ judged }) => judged.find(({ rule }) => rule === "CIRCUMSTANCE-1")?.held)).toEqual([
      true,
      false
    ])
    given(away.events).on("2016-03-24").when(look("2016-03-23")).isRefusedBy("RECORD-2")
  })

  it("touches work that was open on its day, or when it became known", () => {
    const [change] = changesFor(max, away.events)
    const ended = (on: string) =>
      stateIn(
        Appointment,
        maxsRole,
        away.on("2016-03-25", EndAppointment.make({ appointment: maxsRole, reason: "RELEASED", on: date(on) })).events
      )
    if (change === undefined) throw new Error("Nothing changed")
    expect([ended("2016-03-22"), ended("2016-03-23"), stateIn(Appointment, maxsRole, away.events), Appointment.initial]
      .map((one) => touches(change, one))).toEqual([false, true, true, false])
  })

  it.each([
    ["of somebody else", look("2016-03-24", court, will), "No such change of this person counts"],
    ["that is none", look("2016-03-24", id(99)), "No such change of this person counts"],
    ["is not settled before somebody looks", act("2016-03-24"), "There is no such change"]
  ])("%s is told why not", (_, command, says) => expect(momentOf(away.events, command)).toBe(says))
})
