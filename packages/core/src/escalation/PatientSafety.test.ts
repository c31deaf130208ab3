/**
 * A concern for the safety of patients: from body to body, with the time that the scheme gives each, and whose answer is
 * late on which day.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { given, laws } from "../testing.ts"
import { coordinator, id, kay, lee, scheme, stateIn } from "../testing/SmallPrison.ts"
import { answering, as, nina } from "../testing/SmallRoutes.ts"
import { timeOf } from "../testing/Story.ts"
import { Escalation } from "./Escalation.ts"
import { StrikeOutEscalationEntry } from "./EscalationCorrections.ts"
import { RaiseEscalation } from "./EscalationRaising.ts"
import {
  awaitedAnswers,
  lateAnswers,
  RecordEscalationSafetyAnswer,
  SendEscalationSafetyConcern
} from "./PatientSafety.ts"
import type { SafetyBody } from "./SafetyBody.ts"

const escalation = id(71)
const raise = (category: "HEALTH" | "SOCIAL_CARE"): Given =>
  RaiseEscalation.make({ escalation, scheme, category, urgency: "SAME_DAY", basis: "AGREED" })
const decideDays = (value: number, from: string): Given =>
  DecideSchemePolicy.make({
    scheme,
    limit: "safetyAnswerDays",
    value,
    from: date(from),
    decidedBy: kay,
    on: date("2016-03-01")
  })
const send = (body: SafetyBody, more: object = {}): Given =>
  SendEscalationSafetyConcern.make({ escalation, body, ...more })
const answer = (body: SafetyBody, more: object = {}): Given =>
  RecordEscalationSafetyAnswer.make({ escalation, body, ...more })
const stateOf = (events: ReadonlyArray<Happened>) => stateIn(Escalation, escalation, events)

/** Twenty days from the start, thirty from 1 May; raised on Thursday 24 March 2016. */
const decided = answering.by(coordinator).on("2016-03-01", decideDays(20, "2016-03-01"), decideDays(30, "2016-05-01"))
const raised = decided.by(as(lee)).at("2016-03-24T10:00", raise("HEALTH"))
const sent = raised.by(as(nina)).at("2016-03-24T11:00", send("PROVIDER"))

describe("a concern for the safety of patients", () => {
  it("goes to the provider with the day by which they answer, and is late after that day", () => {
    expect(sent.events.at(-1)).toMatchObject({
      type: "EscalationSafetyConcernSent",
      on: "2016-03-24",
      data: { body: "PROVIDER", answerBy: "2016-04-13" }
    })
    const late = (day: string) => lateAnswers(stateOf(sent.events), date(day)).map(({ body }) => body)
    expect([late("2016-04-13"), late("2016-04-14")]).toEqual([[], ["PROVIDER"]])
    const answered = sent.at("2016-04-15T09:00", answer("PROVIDER"))
    expect(awaitedAnswers(stateOf(answered.events))).toEqual([])
    expect(lateAnswers(stateOf(answered.events), date("2016-06-01"))).toEqual([])
  })

  it("goes on to the commissioner once the provider answered, or let the time pass", () => {
    given(sent.events).at("2016-04-13T23:00").by(as(nina)).when(send("COMMISSIONER")).isRefusedBy("ESCALATION-13")
    given(sent.events).at("2016-04-14T00:01").by(as(nina)).when(send("COMMISSIONER")).isAccepted(
      "EscalationSafetyConcernSent"
    )
    const answered = sent.at("2016-03-29T09:00", answer("PROVIDER"))
    given(answered.events).at("2016-03-29T09:05").by(as(nina)).when(send("COMMISSIONER")).isAccepted()
    given(answered.events).at("2016-03-29T09:05").by(as(nina)).when(send("REGULATOR")).isRefusedBy("ESCALATION-13")
    given(raised.events).at("2016-03-24T11:00").by(as(nina)).when(send("COMMISSIONER")).isRefusedBy("ESCALATION-13")
  })

  it("keeps the time of the day on which it was sent, whatever is decided for later", () => {
    const before = raised.by(as(nina)).at("2016-04-30T11:00", send("PROVIDER"))
    const after = raised.by(as(nina)).at("2016-05-01T11:00", send("PROVIDER"))
    expect([before, after].map(({ events }) => events.at(-1)?.data)).toMatchObject([
      { answerBy: "2016-05-20" },
      { answerBy: "2016-05-31" }
    ])
    given(before.events).at("2016-05-21T09:00").by(as(nina)).when(send("COMMISSIONER")).isAccepted()
    given(after.events).at("2016-05-31T09:00").by(as(nina)).when(send("COMMISSIONER")).isRefusedBy("ESCALATION-13")
  })

  it("waits for the scheme to decide the time; with a reason it goes without a day", () => {
    const undecided = answering.by(as(lee)).at("2016-03-24T10:00", raise("HEALTH"))
    const at = given(undecided.events).at("2016-03-24T11:00").by(as(nina))
    at.when(send("PROVIDER")).isRefusedBy("ESCALATION-13")
    const because =
      "The scheme has not decided for that day how long the provider, the commissioner or the regulator has to answer a concern for the safety of patients " +
      "(safetyAnswerDays). A coordinator decides it with DecideSchemePolicy"
    at.when(send("PROVIDER")).says("ESCALATION-13", because)
  })

  it("is sent once to each, answered only by whom it was sent to, and only after that", () => {
    const at = given(sent.events).at("2016-03-24T12:00").by(as(nina))
    at.when(send("PROVIDER")).isRefusedWhile("Raised")
    at.when(answer("COMMISSIONER")).isRefusedWhile("Raised")
    at.when(answer("PROVIDER", { at: timeOf("2016-03-24T10:59") })).isRefusedWhile("Raised")
    at.when(answer("PROVIDER", { at: timeOf("2016-03-24T11:00") })).isAccepted("EscalationSafetyConcernAnswered")
    const entry = stateOf(sent.events).entries.at(-1)?.event ?? ""
    const strike = StrikeOutEscalationEntry.make({ escalation, entry, reason: "A slip" })
    given(sent.at("2016-03-24T12:00", strike).events).at("2016-03-24T12:01").by(as(nina)).when(send("PROVIDER"))
      .isAccepted()
  })

  it("is one of healthcare: another way is refused", () => {
    const other = decided.by(as(lee)).at("2016-03-24T10:00", raise("SOCIAL_CARE"))
    given(other.events).at("2016-03-24T11:00").by(as(nina)).when(send("PROVIDER")).isRefusedWhile("Raised")
  })

  it("keeps the laws of every life", () => {
    const { events } = sent.at("2016-03-29T09:00", answer("PROVIDER"), send("COMMISSIONER"))
    laws.replay(Escalation, escalation, events)
    laws.stored(events)
    laws.total(Escalation, escalation, [...events].reverse())
    const today = date("2016-03-29")
    for (const command of [send("PROVIDER"), answer("PROVIDER"), send("COMMISSIONER")]) {
      laws.repeating(events, command, today)
    }
    laws.deciding(events, [answer("COMMISSIONER"), send("REGULATOR")], today)
  })
})
