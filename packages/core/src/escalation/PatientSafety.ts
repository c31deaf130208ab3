/**
 * A concern for the safety of patients outside the prison: sent to the provider of healthcare, then to the commissioner,
 * then to the regulator, with the day by which each answers. Whose answer is late follows from the day, and is shown.
 *
 * Only what goes the way of healthcare is sent: that it was sent says no more about anybody than its route does.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { text } from "../language/Kind.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { sayInstant } from "../language/WallTime.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { Escalation, isOver } from "./Escalation.ts"
import { EscalationSafetyConcernAnswered, EscalationSafetyConcernSent, own } from "./EscalationEvents.ts"
import type { Entry } from "./EscalationStage.ts"
import { notNow } from "./escalationSteps.ts"
import { classifiedOf, handled, keepAway, keysOf, when, whichEscalation } from "./handling.ts"
import { AskOneBodyAfterAnother } from "./rules/AskOneBodyAfterAnother.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { aSafetyBody, bodiesBefore } from "./SafetyBody.ts"
import type { SafetyBody } from "./SafetyBody.ts"

const sentTo = ({ entries }: Escalation, body: SafetyBody): Entry | undefined =>
  entries.find((entry) => entry.kind === "SafetyConcernSent" && entry.body === body)

const isAnswered = ({ entries }: Escalation, { body }: Entry): boolean =>
  entries.some((entry) => entry.kind === "SafetyConcernAnswered" && entry.body === body)

/** The bodies whose answer is awaited, each as it was sent to them; `dueOn` is the last day on which an answer is in time. */
export const awaitedAnswers = (escalation: Escalation): ReadonlyArray<Entry> =>
  isOver(escalation)
    ? []
    : escalation.entries.filter((entry) => entry.kind === "SafetyConcernSent" && !isAnswered(escalation, entry))

/** Those of them that are late on a day. */
export const lateAnswers = (escalation: Escalation, on: LocalDate): ReadonlyArray<Entry> =>
  awaitedAnswers(escalation).filter(({ dueOn }) => dueOn !== null && dueOn < on)

/** Asks that nobody is passed over, and that whoever was asked last had their time. */
const inTurn = (escalation: Escalation, scheme: Scheme, body: SafetyBody, on: LocalDate) => {
  const before = bodiesBefore(body).map((one) => sentTo(escalation, one))
  const last = before.at(-1)
  const waitsSince = last === undefined || isAnswered(escalation, last) ? null : localDateOf(last.at)
  return AskOneBodyAfterAnother.asks(
    { on, skipsOne: before.includes(undefined), waitsSince },
    { days: limitOn(scheme, "safetyAnswerDays", waitsSince ?? on) }
  )
}

export const SendEscalationSafetyConcern = command("escalation", "SendEscalationSafetyConcern", {
  title: "Send a concern for the safety of patients outside",
  says:
    "It goes to the provider of healthcare, then to the commissioner, then to the regulator, each with time to answer",
  fields: {
    escalation: whichEscalation,
    body: open(aSafetyBody, "To whom was it sent?"),
    reference: optional(personal(text(60), own, "What is its reference there?")),
    at: when("When was it sent?")
  }
})

export const sendEscalationSafetyConcern = decision(
  SendEscalationSafetyConcern,
  [KeepAwayFromYourOwnConcern, AskOneBodyAfterAnother],
  function*(command, known) {
    const found = yield* handled("SendEscalationSafetyConcern", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    if (classifiedOf(escalation).route !== "HEALTHCARE") {
      return notNow(escalation, "It does not go the way of healthcare. Reclassify it first if it should")
    }
    const { body, escalation: of } = command
    if (sentTo(escalation, body) !== undefined) return notNow(escalation, "It was sent to them already")
    const scheme = yield* read(Scheme, escalation.scheme)
    const on = localDateOf(at)
    const days = limitOn(scheme, "safetyAnswerDays", on)
    return judge(keepAway(found, known), inTurn(escalation, scheme, body, on)).accept(() => [
      EscalationSafetyConcernSent.make({
        of,
        at,
        data: { ...keysOf(escalation), body, ...(days === null ? {} : { answerBy: addDays(on, days) }) }
      })
    ])
  }
)

export const RecordEscalationSafetyAnswer = command("escalation", "RecordEscalationSafetyAnswer", {
  title: "Record an answer about the safety of patients",
  says: "The provider, the commissioner or the regulator answered",
  fields: {
    escalation: whichEscalation,
    body: open(aSafetyBody, "Who answered?"),
    answer: optional(personal(text(2000, true), own, "What did they say?")),
    at: when("When did they answer?")
  }
})

export const recordEscalationSafetyAnswer = decision(
  RecordEscalationSafetyAnswer,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* handled("RecordEscalationSafetyAnswer", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const { body, escalation: of } = command
    const awaited = awaitedAnswers(escalation).find((entry) => entry.body === body)
    if (awaited === undefined) return notNow(escalation, "No answer of theirs is awaited")
    if (at < awaited.at) {
      return notNow(escalation, `It was sent to them on ${sayInstant(awaited.at)}. Give a time after that`)
    }
    return judge(keepAway(found, known)).accept(() => [
      EscalationSafetyConcernAnswered.make({ of, at, data: { ...keysOf(escalation), body } })
    ])
  }
)
