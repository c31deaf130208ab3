/**
 * The pages of a command: fill in, check, done. Pure: from a form, and what the law says of it, to a page.
 *
 * The verdict stands before the button. What a rule says is shown in the words of the law, in the summary and beside
 * the rule alike; a soft rule that is not met asks for its reason here.
 */
import { decisions, mayGive, refuses } from "@peerwork/core"
import type { Command, Decision, Judged, Refused, Role } from "@peerwork/core"
import type { JsonObject } from "@peerwork/core"
import { complaintWaysFor } from "../records/ComplaintWays.ts"
import { otherRolesFor } from "../records/OtherRoles.ts"
import { page } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { problemKinds } from "../server/ProblemKinds.ts"
import { breachesOf, sayMomentWith } from "../server/Problems.ts"
import type { NameOf } from "../server/Problems.ts"
import { anchorOf, cellsOf, questionsOf, sayAnswer } from "./Questions.ts"
import type { FormState, Question } from "./Questions.ts"
import { recordedTwice } from "./RecordedTwice.ts"
import { questionAbout } from "./RefusalLinks.ts"
import type { ErrorItem } from "./RefusalLinks.ts"
import { ruleRows } from "./RuleRows.ts"
import { ruledRows, sayOfWhom, sayWhom } from "./WhomItConcerns.ts"

interface Link {
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
  readonly removals: ReadonlyArray<Link>
  /** The page before this one. */
  readonly back: string
}

const fillable = (questions: ReadonlyArray<Question>): ReadonlyArray<Question> =>
  questions.filter(({ control }) => control._tag !== "Given")

/** Every mistake with a link to the very control, in the order of the page. */
const mistakes = (questions: ReadonlyArray<Question>): ReadonlyArray<ErrorItem> =>
  questions.flatMap((question) => [
    ...(question.error === null ? [] : [{ text: question.error, href: `#${anchorOf(question)}` }]),
    ...cellsOf(question).flatMap(({ error, name }) => error === null ? [] : [{ text: error, href: `#${name}` }])
  ])

/** What stands in the way, each with the question that it is about where that is known. */
const refusal = (filling: Filling, decision: Refused, questions: ReadonlyArray<Question>, nameOf: NameOf) => {
  const { moment } = decision
  if (moment !== null) {
    return [{ text: sayOfWhom(filling.state, moment, sayMomentWith(moment, nameOf)), about: null }]
  }
  const inRows = ruledRows(filling.state, decision.judged).map(({ rule }) => rule)
  return breachesOf(decision).filter(({ rule }) => !inRows.includes(rule)).map((judged) => ({
    text: sayWhom(filling.state, judged),
    about: questionAbout(judged, fillable(questions))
  }))
}

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

const shared = ({ back, commandId, removals, state: { command, given } }: Filling) => ({
  back,
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

/** What was judged, with the names of those whom a broken rule concerns. */
const withNames = ({ state }: Filling, judged: ReadonlyArray<Judged>): ReadonlyArray<Judged> =>
  judged.map((one) => one.held === false ? { ...one, because: sayWhom(state, one) } : one)

/** The page on which somebody fills the form in; after a refusal, with everything that is wrong. */
export const formPage = (filling: Filling, decision: Refused | null, nameOf: NameOf): Page => {
  const { command, form, given, looked, problems } = filling.state
  const subject = given.get(command.life) ?? form.get(command.life) ?? ""
  const judged = decision === null || decision.moment !== null ? [] : decision.judged
  const ruled = ruledRows(filling.state, judged)
  const asked = questionsOf({ ...filling.state, ruled })
  const refused = decision === null ? [] : refusal(filling, decision, asked, nameOf)
  // The same words in the summary and beside the question
  const questions = asked.map((one) => ({
    ...one,
    error: one.error ?? refused.find(({ about }) => about?.name === one.name)?.text ?? null
  }))
  const errors = [
    ...mistakes(asked),
    ...refused.map(({ about, text }): ErrorItem => ({ text, href: about === null ? null : `#${anchorOf(about)}` }))
  ]
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
    broken: ruleRows(judged.filter(refuses)),
    rules: ruleRows(judged.filter((one) => !refuses(one))),
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
  readonly alike?: ReadonlyArray<Link>
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
  const isRaising = command.life === "escalation" && command.begins
  const answers = Object.entries(command.fields)
    .filter(([name]) => !(command.begins && name === command.life) && !(isRaising && body[name] === undefined))
    .map(([name, field]) => ({
      question: field.question,
      answer: chosen(name) ?? sayAnswer(looked, field, body[name])
    }))
  return page("check.njk", `Check before you record: ${command.title.toLowerCase()}`, {
    ...shared(filling),
    answers,
    isUrgent: isRaising && reasons.length === 0,
    alike,
    reasons,
    rules: ruleRows(withNames(filling, decision.judged)),
    sent: sentAlong(form),
    errors: reasons.flatMap(({ error, name }) => (error === null ? [] : [{ text: error, href: `#${name}` }]))
  }, reasons.some(({ error }) => error !== null) ? problemKinds.refused.status : 200)
}

/** Instead of a form that was recorded already, such as after going back in the browser. */
export const recordedPage = ({ name, title }: Command, commandId: string): Page =>
  page("recorded.njk", "It is recorded already", {
    name: title,
    links: [
      { text: "See what was recorded", href: `/done/${commandId}` },
      { text: `Begin again: ${title.charAt(0).toLowerCase()}${title.slice(1)}`, href: `/do/${name}` }
    ]
  })
