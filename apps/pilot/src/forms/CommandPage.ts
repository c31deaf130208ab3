/**
 * The pages of a command: fill in, check, done. Pure: from a form, and what the law says of it, to a page.
 *
 * The verdict stands before the button. What a rule says is shown in the words of the law, in the summary and beside
 * the rule alike; a soft rule that is not met asks for its reason here.
 */
import { decisions, mayGive, refuses } from "@peerwork/core"
import type { Decision, Judged, Refused, Role } from "@peerwork/core"
import type { JsonObject } from "@peerwork/core"
import { complaintWaysFor } from "../records/ComplaintWays.ts"
import { plainText } from "../records/Labels.ts"
import { otherRolesFor } from "../records/OtherRoles.ts"
import { page } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { problemKinds } from "../server/ProblemKinds.ts"
import { breachesOf, sayMomentWith } from "../server/Problems.ts"
import type { NameOf } from "../server/Problems.ts"
import { anchorOf, questionsOf, sayAnswer } from "./Questions.ts"
import type { FormState, Question } from "./Questions.ts"
import { recordedTwice } from "./RecordedTwice.ts"
import { ruleRows } from "./RuleRows.ts"

interface ErrorItem {
  readonly text: string
  readonly href: string
}

/** A form as the page needs it, whoever fills it in. */
export interface Filling {
  readonly state: FormState
  /** The id under which the command will be kept. */
  readonly commandId: string
  readonly role: Role
  /** Earlier removals of whoever is to be selected, with their reasons as far as the role reads them. */
  readonly removals: ReadonlyArray<ErrorItem>
}

const fillable = (questions: ReadonlyArray<Question>): ReadonlyArray<Question> =>
  questions.filter(({ control }) => control._tag !== "Given")

/**
 * Where a rule sends people: the question that its facts name, else the date it may depend on, else the first
 * question.
 */
const hrefFor = ({ earliest, facts }: Judged, questions: ReadonlyArray<Question>): string => {
  const open = fillable(questions)
  const named = open.find(({ name }) => name in facts && name !== "on")
  const dates = open.filter(({ control }) => control._tag === "Date")
  const dated = earliest !== null || Object.values(facts).some((fact) => /^\d{4}-\d\d-\d\d$/.test(plainText(fact)))
  const target = named ?? (dated ? dates.find(({ name }) => name === "on") ?? dates[0] : undefined) ?? open[0]
  return `#${target === undefined ? "main-content" : anchorOf(target)}`
}

const startOf = (questions: ReadonlyArray<Question>): string => {
  const [first] = fillable(questions)
  return `#${first === undefined ? "main-content" : anchorOf(first)}`
}

const mistakes = (questions: ReadonlyArray<Question>): ReadonlyArray<ErrorItem> =>
  questions.flatMap((question) =>
    question.error === null ? [] : [{ text: question.error, href: `#${anchorOf(question)}` }]
  )

const refusal = (decision: Refused, questions: ReadonlyArray<Question>, nameOf: NameOf): ReadonlyArray<ErrorItem> =>
  decision.moment === null
    ? breachesOf(decision).map((judged) => ({
      text: judged.because ?? judged.says,
      href: hrefFor(judged, questions)
    }))
    : [{ text: sayMomentWith(decision.moment, nameOf), href: startOf(questions) }]

/** Other commands that are possible now and that the role may give, as links about the same record. */
const possibleNow = (decision: Refused | null, { role, state }: Filling) => {
  const { command, form, given } = state
  const id = given.get(command.life) ?? form.get(command.life) ?? ""
  const others = (decision?.moment?.possible ?? []).filter((name) => name !== command.name && mayGive(role, name))
  return others.flatMap((name) => {
    const other = decisions.get(name)?.command
    return other === undefined
      ? []
      : [{ text: other.title, href: `/do/${name}${other.life === command.life ? `?${command.life}=${id}` : ""}` }]
  })
}

const shared = ({ commandId, removals, state: { command, given } }: Filling) => ({
  command: { name: command.name, title: command.title, says: command.says, life: command.life },
  commandId,
  removals,
  given: [...given.keys()].join(" ")
})

/** Whoever raises an escalation is asked no more than this; the rest can be added if there is time. */
const mostAtOnce = 4

/** The questions that may wait; none of them where one has to be answered again. */
const laterIn = ({ state: { command } }: Filling, questions: ReadonlyArray<Question>): ReadonlyArray<string> => {
  if (command.life !== "escalation" || !command.begins) return []
  const later = fillable(questions).slice(mostAtOnce)
  return later.every(({ error, optional }) => optional && error === null) ? later.map(({ name }) => name) : []
}

/** The page on which somebody fills the form in; after a refusal, with everything that is wrong. */
export const formPage = (filling: Filling, decision: Refused | null, nameOf: NameOf): Page => {
  const { command, form, given, looked, problems } = filling.state
  const subject = given.get(command.life) ?? form.get(command.life) ?? ""
  const questions = questionsOf(filling.state)
  const errors = [...mistakes(questions), ...(decision === null ? [] : refusal(decision, questions, nameOf))]
  const status = problems.length > 0
    ? problemKinds.invalid.status
    : decision === null
    ? 200
    : problemKinds[decision.moment === null ? "refused" : "wrong-moment"].status
  return page("form.njk", command.title, {
    ...shared(filling),
    questions,
    later: laterIn(filling, questions),
    otherRoles: otherRolesFor(looked, command.name, subject),
    complaintWays: complaintWaysFor(looked.records, command.name, subject),
    errors,
    rules: decision === null || decision.moment !== null ? [] : ruleRows(decision.judged),
    twice: recordedTwice(looked, filling.role, decision),
    possible: possibleNow(decision, filling)
  }, status)
}

/** Whether only soft rules stand in the way, which a recorded reason can answer. */
export const onlyNeedsReasons = (decision: Decision): boolean =>
  decision._tag === "Refused" && decision.moment === null && decision.judged.some(refuses) &&
  breachesOf(decision).every(({ strength }) => strength === "soft")

const reasonFields = (decision: Decision, form: URLSearchParams, asked: boolean) =>
  decision.judged.filter(({ held, strength }) => held === false && strength === "soft").map((judged) => {
    const value = form.get(`override-${judged.rule}`) ?? ""
    const isMissing = asked && value.trim() === ""
    return {
      name: `override-${judged.rule}`,
      rule: judged.rule,
      says: judged.says,
      value,
      error: isMissing ? judged.because ?? judged.says : null
    }
  })

const sentAlong = (form: URLSearchParams): ReadonlyArray<{ readonly name: string; readonly value: string }> =>
  [...form].filter(([name]) => !name.startsWith("form-") && !name.startsWith("override-"))
    .map(([name, value]) => ({ name, value }))

interface Checking {
  /** Other records that look like what is to be recorded, as links. */
  readonly alike?: ReadonlyArray<ErrorItem>
  /** Whether the button was pressed already. */
  readonly asked?: boolean
}

/** The page that shows the answers and the verdict before the button. */
export const checkPage = (
  filling: Filling,
  body: JsonObject,
  decision: Decision,
  { alike = [], asked = false }: Checking = {}
): Page => {
  const { choices, command, form, looked } = filling.state
  const reasons = reasonFields(decision, form, asked)
  const chosen = (name: string) => choices.get(name)?.find(({ value }) => value === body[name])?.text
  const answers = Object.entries(command.fields)
    .filter(([name]) => !(command.begins && name === command.life))
    .map(([name, field]) => ({
      question: field.question,
      answer: chosen(name) ?? sayAnswer(looked, field, body[name])
    }))
  return page("check.njk", `Check before you record: ${command.title.toLowerCase()}`, {
    ...shared(filling),
    answers,
    alike,
    reasons,
    rules: ruleRows(decision.judged),
    sent: sentAlong(form),
    errors: reasons.flatMap(({ error, name }) => (error === null ? [] : [{ text: error, href: `#${name}` }]))
  }, reasons.some(({ error }) => error !== null) ? problemKinds.refused.status : 200)
}
