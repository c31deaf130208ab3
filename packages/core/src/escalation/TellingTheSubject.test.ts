/**
 * Passed on against somebody's wish: they are told, or it is recorded why not, whatever else became of it.
 */
import { describe, expect, it } from "vitest"
import { given } from "../testing.ts"
import { id, lee, scheme, stateIn, will } from "../testing/SmallPrison.ts"
import { answering, as, nina } from "../testing/SmallRoutes.ts"
import { Escalation, isSubjectTold, waitsToTell } from "./Escalation.ts"
import { StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import { WithdrawEscalation } from "./EscalationEnd.ts"
import { AcknowledgeEscalation } from "./EscalationOwnership.ts"
import { RaiseEscalation } from "./EscalationRaising.ts"
import { InformEscalationSubject, RecordSubjectNotInformed } from "./TellingTheSubject.ts"

const escalation = id(73)
const raise = (basis: "AGREED" | "NOBODY" | "LIFE_AT_RISK") =>
  RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency: "SAME_DAY", basis, subject: will })
const tell = InformEscalationSubject.make({ escalation, means: "IN_PERSON", told: "That the nurse knows of the pain" })
const keep = RecordSubjectNotInformed.make({ escalation, why: "UNSAFE" })

/** Will did not want healthcare to hear of the pain in his chest; Lee passed it on because his life was at risk. */
const raised = answering.by(as(lee)).at("2016-03-24T10:00", raise("LIFE_AT_RISK"))
const waits = (events: typeof raised.events) => waitsToTell(stateIn(Escalation, escalation, events))

describe("what somebody did not agree to", () => {
  it("waits until they were told that it was passed on, or it was recorded why not", () => {
    expect(waits(raised.events)).toBe(true)
    for (const command of [tell, keep]) {
      const done = raised.at("2016-03-24T11:00", command)
      expect(waits(done.events)).toBe(false)
      expect(stateIn(Escalation, escalation, done.events).stage).toBe("Raised")
      given(done.events).at("2016-03-24T11:05").by(as(lee)).when(tell).isRefusedWhile("Raised")
      given(done.events).at("2016-03-24T11:05").by(as(lee)).when(keep).isRefusedWhile("Raised")
    }
  })

  it("is told of whoever has it in hand, and waits again where that was recorded in error", () => {
    const told = raised.by(as(nina, "healthcare")).at(
      "2016-03-24T11:00",
      AcknowledgeEscalation.make({ escalation }),
      tell
    )
    expect(isSubjectTold(stateIn(Escalation, escalation, told.events))).toBe(true)
    const entry = told.events.at(-1)?.id ?? ""
    const struck = told.at("2016-03-24T12:00", StrikeOutEscalationEntry.make({ escalation, entry, reason: "A slip" }))
    expect(waits(struck.events)).toBe(true)
  })

  it("is told in the open by one fact, and neither by the ground nor by a word", () => {
    const told = raised.at("2016-03-24T11:00", tell)
    expect(told.events.at(-2)?.data).toMatchObject({ againstWish: true })
    expect(JSON.stringify(told.events)).not.toMatch(/LIFE_AT_RISK|pain/)
  })

  it("is another matter where they agreed, nobody can be recognised, or it was taken back", () => {
    for (const basis of ["AGREED", "NOBODY"] as const) {
      const agreed = answering.by(as(lee)).at("2016-03-24T10:00", raise(basis))
      expect(waits(agreed.events)).toBe(false)
      given(agreed.events).at("2016-03-24T11:00").by(as(lee)).when(tell).isRefusedWhile("Raised")
    }
    const back = raised.at("2016-03-24T10:10", WithdrawEscalation.make({ escalation, reason: "A misunderstanding" }))
    expect(waits(back.events)).toBe(false)
  })
})
