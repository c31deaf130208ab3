/**
 * Handling: what every act upon an escalation reads and asks, whoever acts.
 */
import { read, readAll } from "../language/Decision.ts"
import type { Known, Reading } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aPastTime, idOf } from "../language/Kind.ts"
import { sayInstant } from "../language/WallTime.ts"
import { RoutesAt, staffOf } from "../route/Route.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { meansWords } from "./Concern.ts"
import { lastOf, whoHas } from "./Escalation.ts"
import type { Classified, Escalation } from "./Escalation.ts"
import { notNow } from "./escalationSteps.ts"
import { AnswerForWhatIsWithYou } from "./rules/AnswerForWhatIsWithYou.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { SendItToTheNominatedManager } from "./rules/SendItToTheNominatedManager.ts"
import { TellSomebodyAtOnce } from "./rules/TellSomebodyAtOnce.ts"
import { isReachedInPost, isWith, managersOn } from "./WhoAnswers.ts"
import type { Climbing } from "./WhoAnswers.ts"

export const whichEscalation = tagged("escalation", idOf("escalation"), "Which escalation?")

/** The time of an act; now, where nothing is said. */
export const when = (question: string) =>
  optional(open(aPastTime, question, "For example, 27 3 2016 and 14:00. Leave it empty if it is just now."))

/** Somebody who is not known as having left is there: whoever acts need not have been registered as staff. */
const isThere = (staff: Staff | undefined, on: Parameters<typeof isInPost>[1]): boolean =>
  staff === undefined || (staff.status === "Unknown" && !staff.inCustody) || isInPost(staff, on)

/** Reads what the ladder of an escalation is derived from; `named` are members of staff whom the command names. */
export function* climb(escalation: Escalation, named: ReadonlyArray<string> = []): Reading<Climbing> {
  const route = yield* read(RoutesAt, escalation.establishment ?? "")
  const scheme = yield* read(Scheme, escalation.scheme)
  const sender = lastOf(escalation, "HandedOver", "Redirected")?.by ?? escalation.raisedBy
  const people = [...new Set([...staffOf(route), sender, whoHas(escalation) ?? sender, ...named])]
  const states = yield* readAll(Staff, people)
  const staff = new Map(people.map((id, index) => [id, states[index]]))
  return { escalation, route, scheme, inPost: (id, on) => isThere(staff.get(id), on) }
}

/** When the act was; or a refusal, where it would have been before anybody raised it. */
export const timeIn = (
  escalation: Escalation,
  { at }: { readonly at?: Instant },
  { now }: Known
): { readonly at: Instant; readonly refused: Judgement<never> | null } => {
  const time = at ?? now
  const { raisedAt } = escalation
  return {
    at: time,
    refused: raisedAt !== null && time < raisedAt
      ? notNow(escalation, `It was raised at ${sayInstant(raisedAt)}. Give a time after that`)
      : null
  }
}

/** What every event of an escalation carries. */
export const keysOf = ({ establishment, scheme }: Escalation) => {
  if (establishment === null) throw new TypeError("The escalation was never raised")
  return { establishment, scheme }
}

/** How it is classified; every escalation that was raised is. */
export const classifiedOf = ({ classified }: Escalation): Classified => {
  if (classified === null) throw new TypeError("The escalation was never raised")
  return classified
}

/** Whom an escalation is about, or was recorded about before that was put right. */
type About = Pick<Escalation, "aboutStaff" | "wasAbout">

/** Asks that neither whoever acts nor anybody who is named is one whom it is about, or was recorded about. */
export const keepAway = ({ aboutStaff, wasAbout }: About, { actor }: Known, ...named: ReadonlyArray<string>) => {
  const isAbout = (staff: string) => staff === aboutStaff || wasAbout.includes(staff)
  return KeepAwayFromYourOwnConcern.asks({
    aboutWhoeverActs: isAbout(actor.id),
    aboutWhoeverIsNamed: named.some(isAbout)
  })
}

/** Whom either of two escalations is about, or was. */
export const aboutEither = (one: About, other: About): About => ({
  aboutStaff: one.aboutStaff,
  wasAbout: [...one.wasAbout, ...other.wasAbout, ...(other.aboutStaff === null ? [] : [other.aboutStaff])]
})

/** Asks that it is with whoever acts. */
export const answerFor = (climbing: Climbing, { actor }: Known, at: Instant) =>
  AnswerForWhatIsWithYou.asks({ withThem: isWith(climbing, actor.id, at) })

export const isSpoken = (how: string | undefined): boolean => how !== undefined && Object.hasOwn(meansWords, how)

/** Asks that everybody who is named is in post on the day of the instant. */
export function* inPostAt(
  at: Instant,
  ...named: ReadonlyArray<string>
): Reading<ReturnType<typeof NameOnlyStaffInPost.asks>> {
  const states = yield* readAll(Staff, named)
  return NameOnlyStaffInPost.asks({ inPost: states.every((staff) => isInPost(staff, localDateOf(at))) })
}

/** Asks that what goes to the nominated manager is with them: `isCalled` says that the ladder called whoever acts. */
export const nominated = (climbing: Climbing, staff: string, at: Instant, isCalled = false) => {
  const right = managersOn(climbing, localDateOf(at))
  const { route: way, urgency } = classifiedOf(climbing.escalation)
  const isTheirs = way === "SAFEGUARDING" && climbing.route.jurisdiction === "ENGLAND" && urgency !== "IMMEDIATE"
  return SendItToTheNominatedManager.asks({
    asked: isTheirs && right.length > 0 && !isCalled,
    toThem: right.includes(staff)
  })
}

/** The same of whoever takes it on: they are asked for nothing that the ladder asks of them. */
export const takenOn = (climbing: Climbing, { actor }: Known, at: Instant) =>
  nominated(climbing, actor.id, at, isReachedInPost(climbing, actor.id, at))

export const passingRuleList = [
  NameOnlyStaffInPost,
  KeepAwayFromYourOwnConcern,
  AnswerForWhatIsWithYou,
  TellSomebodyAtOnce,
  SendItToTheNominatedManager
] as const

/** Asks everything that is asked where an escalation is passed to somebody. */
export function* passing(
  climbing: Climbing,
  { means, receiver }: { readonly receiver: string; readonly means?: string },
  known: Known,
  at: Instant
) {
  const { escalation } = climbing
  return [
    yield* inPostAt(at, receiver),
    keepAway(escalation, known, receiver),
    answerFor(climbing, known, at),
    TellSomebodyAtOnce.asks({
      immediate: classifiedOf(escalation).urgency === "IMMEDIATE",
      spoken: isSpoken(means)
    }),
    nominated(climbing, receiver, at)
  ] as const
}
