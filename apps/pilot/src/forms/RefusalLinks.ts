/**
 * Refusal links: to which question of a form a refusal leads, where it is known which of its answers the rule is about.
 *
 * Where it is not known, a refusal is plain text: a link to some other question would send people to put right what is
 * not wrong.
 */
import type { Judged } from "@peerwork/core"
import { plainText } from "../records/Labels.ts"
import type { Question } from "./Questions.ts"

/** One line of the summary of errors; a refusal that is about no single question has no link. */
export interface ErrorItem {
  readonly text: string
  readonly href: string | null
}

const mentor = ["mentor", "appointment"]
const receiver = ["receiver"]
const agreedBy = ["agreedBy"]

/** The questions whose answers a rule is about, where its facts do not bear their names; the first that is asked counts. */
export const rulesAboutAnswers: Readonly<Record<string, ReadonlyArray<string>>> = {
  "APPOINTMENT-11": ["firstSupervisionOn"],
  "APPOINTMENT-17": ["adviser"],
  "APPOINTMENT-18": ["adviser"],
  "COHORT-8": agreedBy,
  "COHORT-10": ["workers", "helper"],
  "COHORT-11": agreedBy,
  "ESCALATION-1": ["means", "receiver"],
  "ESCALATION-5": agreedBy,
  "ESCALATION-8": ["basis"],
  "ESCALATION-10": ["concern"],
  "ESCALATION-11": receiver,
  "ESCALATION-14": ["other"],
  "ESCALATION-15": ["danger"],
  "PERSON-1": ["person"],
  "PERSON-2": ["prisonNumber"],
  "ROUTE-1": ["cover"],
  "SCHEME-9": ["payBand"],
  "SHADOW-2": mentor,
  "SHADOW-3": mentor,
  "SHADOW-4": mentor,
  "SHADOW-5": mentor,
  "SHADOW-7": mentor,
  "SHADOW-8": mentor,
  "SHADOW-9": mentor,
  "STAFF-2": agreedBy,
  "STAFF-3": receiver,
  "SUPERVISION-1": ["supervisor"],
  "SUPERVISION-4": ["escalations", "whyNotEscalated"],
  "SUPERVISION-7": ["supervisorNote"],
  "SUPERVISION-8": ["supervisor"],
  "SUPERVISION-9": ["escalations"],
  "SUPERVISION-10": ["on", "happenedOn"],
  "TEMPLATE-2": ["topUpMinutes"],
  "TEMPLATE-4": ["topUpMinutes"],
  "TRAINER-5": ["observers", "decidedBy", "observedBy"],
  "TRAINING-4": ["person", "template"],
  "TRAINING-5": ["person"],
  "TRAINING-7": ["minutes", "attendance"],
  "TRAINING-11": agreedBy
}

/** Questions that name a member of staff who has to be in post. */
const namesStaff =
  /^(deliverers|supervisedBy|observers|observedBy|supervisor|decidedBy|agreedBy|assessor|lead|receiver|owner|holder|cover|staffing)$/

const aboutDates = ["RECORD-1", "RECORD-2", "RECORD-3", "RECORD-4"]

const typed = ({ control }: Question): string =>
  control._tag === "Date" || control._tag === "DateTime"
    ? [control.year, control.month.padStart(2, "0"), control.day.padStart(2, "0")].join("-")
    : ""

/** Of the dates that are asked, the one that a fact repeats; else the day on which it is said to have happened. */
const dateAsked = ({ facts }: Judged, open: ReadonlyArray<Question>): Question | undefined => {
  const dates = open.filter(({ control }) => control._tag === "Date" || control._tag === "DateTime")
  const said = ["on", "latest"].flatMap((name) =>
    facts[name] === undefined ? [] : [plainText(facts[name]).slice(0, 10)]
  )
  return dates.find((one) => said.includes(typed(one))) ?? dates.find(({ name }) => name === "on" || name === "at") ??
    dates[0]
}

const staffAsked = (open: ReadonlyArray<Question>): Question | undefined => {
  const asked = open.filter(({ name }) => namesStaff.test(name))
  return asked.length === 1 ? asked[0] : undefined
}

/** The question that the refusal is about; nothing where that is not known. */
const questionFor = (judged: Judged, open: ReadonlyArray<Question>): Question | undefined => {
  const { earliest, facts, rule } = judged
  const told = rulesAboutAnswers[rule]
  if (told !== undefined) return told.flatMap((name) => open.filter((one) => one.name === name))[0]
  if (rule === "STAFF-1") return staffAsked(open)
  if (aboutDates.includes(rule)) return dateAsked(judged, open)
  return open.find(({ name }) => name in facts && name !== "on") ??
    (earliest === null ? undefined : dateAsked(judged, open))
}

/** Whether there is a control to go to: a list from which nothing can be chosen has none. */
const isReachable = ({ control }: Question): boolean =>
  (control._tag !== "Checkboxes" && control._tag !== "Radios") || control.options.length > 0

/** The question that a refusal is about, where there is one that can be answered otherwise; null where that is not known. */
export const questionAbout = (judged: Judged, open: ReadonlyArray<Question>): Question | null =>
  questionFor(judged, open.filter(isReachable)) ?? null
