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
import { everybodyInPost } from "../staff/everybodyInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { meansWords } from "./Concern.ts"
import { Escalation, senderOf, whoHas } from "./Escalation.ts"
import type { Classified } from "./Escalation.ts"
import { notNow, refusedNow } from "./escalationSteps.ts"
import { keptAwayFrom } from "./LinkedInto.ts"
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

/** An escalation, and whom it, or anything that is linked to it, is or was about. */
export type InHand = Pick<Climbing, "escalation" | "keptAway">

/** Reads what the ladder of an escalation is derived from; `named` are members of staff whom the command names. */
export function* climb({ escalation, keptAway }: InHand, named: ReadonlyArray<string> = []): Reading<Climbing> {
  const route = yield* read(RoutesAt, escalation.establishment ?? "")
  const scheme = yield* read(Scheme, escalation.scheme)
  const sender = senderOf(escalation)
  const people = [...new Set([...staffOf(route), sender, whoHas(escalation) ?? sender, ...named])]
  const states = yield* readAll(Staff, people)
  const staff = new Map(people.map((id, index) => [id, states[index]]))
  return { escalation, keptAway, route, scheme, inPost: (id, on) => isThere(staff.get(id), on) }
}

/** An escalation as an act finds it, and when the act was. */
export interface Handled extends InHand {
  readonly at: Instant
}

/** What a command that does something about an escalation says of it. */
export interface Act {
  readonly escalation: string
  readonly at?: Instant
}

/**
 * What every act upon an escalation reads first: the escalation, who is kept away from it, and when the act was; or a
 * refusal, where its stage does not allow the command, or the act would have been before anybody raised it.
 */
export function* handled(
  name: string,
  { at, escalation: id }: Act,
  { now }: Known
): Reading<Handled | Judgement<never>> {
  const escalation = yield* read(Escalation, id)
  const refused = refusedNow(escalation, name)
  if (refused !== null) return refused
  const { raisedAt } = escalation
  const time = at ?? now
  return raisedAt !== null && time < raisedAt
    ? notNow(escalation, `It was raised on ${sayInstant(raisedAt)}. Give a time after that`)
    : { escalation, at: time, keptAway: yield* keptAwayFrom(id, escalation) }
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

/** Asks that neither whoever acts nor anybody who is named is one of those who are kept away. */
export const keepAway = (
  { keptAway }: Pick<InHand, "keptAway">,
  { actor }: Known,
  ...named: ReadonlyArray<string>
) =>
  KeepAwayFromYourOwnConcern.asks({
    aboutWhoeverActs: keptAway.includes(actor.id),
    aboutWhoeverIsNamed: named.some((staff) => keptAway.includes(staff))
  })

/** Whether somebody may act with whom it is not. */
interface Allowing {
  readonly takesBackTheirOwn?: boolean
  readonly onlyMoreUrgent?: boolean
}

/** Asks that it is with whoever acts, or that the act is one that needs it not. */
export const answerFor = (
  climbing: Climbing,
  { actor }: Known,
  at: Instant,
  { onlyMoreUrgent = false, takesBackTheirOwn = false }: Allowing = {}
) => AnswerForWhatIsWithYou.asks({ withThem: isWith(climbing, actor.id, at), takesBackTheirOwn, onlyMoreUrgent })

export const isSpoken = (how: string | undefined): boolean => how !== undefined && Object.hasOwn(meansWords, how)

/** Asks that everybody who is named is in post on the day of the instant. */
export const inPostAt = (at: Instant, ...named: ReadonlyArray<string>) => everybodyInPost(named, localDateOf(at))

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
    keepAway(climbing, known, receiver),
    answerFor(climbing, known, at),
    TellSomebodyAtOnce.asks({
      immediate: classifiedOf(escalation).urgency === "IMMEDIATE",
      spoken: isSpoken(means)
    }),
    nominated(climbing, receiver, at)
  ] as const
}
