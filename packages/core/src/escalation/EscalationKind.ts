/**
 * How an escalation is found to be of another kind, or the same matter as another one.
 *
 * Making an immediate one less urgent takes two; making one immediate names who was told, in the same act. Of two that
 * are one matter the safer goes on, with the higher urgency, the earlier times and the safer way of both, and whom either
 * is about; the other stays visible.
 */
import { command, deriving } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Known, Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import type { Instant } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { idOf, text } from "../language/Kind.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import {
  aCategory,
  anUrgency,
  aRoute,
  isMoreUrgent,
  isProtecting,
  isSafeguarding,
  means as spokenMeans,
  moreUrgent,
  pastWhomItIsAbout,
  routeOf,
  saferRoute
} from "./Concern.ts"
import { isCountable, reclassified } from "./Deadline.ts"
import type { Escalation } from "./Escalation.ts"
import { EscalationHandedOver, EscalationReclassified, own } from "./EscalationEvents.ts"
import { EscalationJoined, EscalationKeptApart, EscalationLinked } from "./EscalationLinkEvents.ts"
import { notNow } from "./escalationSteps.ts"
import {
  answerFor,
  classifiedOf,
  climb,
  handled,
  inPostAt,
  isSpoken,
  keepAway,
  keysOf,
  when,
  whichEscalation
} from "./handling.ts"
import type { Act } from "./handling.ts"
import { linkedInto } from "./LinkedInto.ts"
import { AnswerForWhatIsWithYou } from "./rules/AnswerForWhatIsWithYou.ts"
import { CountWithinTheCalendar } from "./rules/CountWithinTheCalendar.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { LinkOnlyOneMatter } from "./rules/LinkOnlyOneMatter.ts"
import { TakeTwoToMakeItLessUrgent } from "./rules/TakeTwoToMakeItLessUrgent.ts"
import { TellSomebodyAtOnce } from "./rules/TellSomebodyAtOnce.ts"
import { sameAbout } from "./sameAbout.ts"

export const ReclassifyEscalation = deriving(
  "escalation",
  "ReclassifyEscalation",
  {
    title: "Reclassify an escalation",
    says: "It is about something else, or more or less urgent, than was thought",
    fields: {
      escalation: whichEscalation,
      category: optional(personal(aCategory, own, "What is it really about?")),
      urgency: optional(open(anUrgency, "How soon does it really need somebody?")),
      receiver: optional(tagged("staff", idOf("staff"), "Who was told?", "Needed if it is immediate now.")),
      means: optional(open(spokenMeans, "How were they told?", "Needed if it is immediate now.")),
      agreedBy: optional(
        tagged(
          "staff",
          idOf("staff"),
          "Who else agreed?",
          "Needed if it was immediate, or safeguarding, and is not any more."
        )
      ),
      reason: personal(text(2000, true), own, "Why?"),
      at: when("When was it found?")
    }
  },
  { route: optional(open(aRoute)) },
  ({ category }) => (category === undefined ? {} : { route: routeOf(category, undefined) })
)

export const reclassifyEscalation = decision(
  ReclassifyEscalation,
  [
    NameOnlyStaffInPost,
    KeepAwayFromYourOwnConcern,
    AnswerForWhatIsWithYou,
    TellSomebodyAtOnce,
    TakeTwoToMakeItLessUrgent,
    CountWithinTheCalendar
  ],
  function*(command, known) {
    const found = yield* handled("ReclassifyEscalation", command, known)
    if ("_tag" in found) return found
    const { at, escalation } = found
    const before = classifiedOf(escalation)
    const { agreedBy, escalation: of, means, receiver } = command
    const route = pastWhomItIsAbout(command.route ?? before.route, escalation.aboutStaff)
    const urgency = command.urgency ?? before.urgency
    const isNothingNew = route === before.route && urgency === before.urgency &&
      (command.route === undefined || escalation.reclassifiedAt === at)
    if (isNothingNew) return notNow(escalation, "It is of that kind and as urgent as that already")
    const named = [receiver, agreedBy].filter((one) => one !== undefined)
    const climbing = yield* climb(found, named)
    const raisedAt = escalation.raisedAt ?? at
    const leavesSafeguarding = isSafeguarding(before.route) && route !== before.route
    const becomesImmediate = urgency === "IMMEDIATE" && before.urgency !== "IMMEDIATE"
    return judge(
      yield* inPostAt(at, ...named),
      keepAway(found, known, ...named),
      answerFor(climbing, known, at, { onlyMoreUrgent: isMoreUrgent(urgency, before.urgency) && !leavesSafeguarding }),
      TellSomebodyAtOnce.asks({ immediate: becomesImmediate, spoken: receiver !== undefined && isSpoken(means) }),
      TakeTwoToMakeItLessUrgent.asks({
        lessThanImmediate: before.urgency === "IMMEDIATE" && urgency !== "IMMEDIATE",
        leavesSafeguarding,
        agreed: agreedBy !== undefined,
        samePerson: agreedBy === known.actor.id
      }),
      CountWithinTheCalendar.asks({
        covered: isCountable(climbing, urgency, at) && isCountable(climbing, urgency, raisedAt)
      })
    ).accept(() => [
      EscalationReclassified.make({
        of,
        at,
        data: {
          ...keysOf(escalation),
          route,
          urgency,
          acknowledgeBy: reclassified(climbing, before, urgency, { at, raisedAt }),
          ...(agreedBy === undefined ? {} : { agreedBy })
        }
      }),
      ...(receiver === undefined
        ? []
        : [EscalationHandedOver.make({
          of,
          at,
          data: { ...keysOf(escalation), receiver, ...(means === undefined ? {} : { means }) }
        })])
    ])
  }
)

export const LinkEscalations = command("escalation", "LinkEscalations", {
  title: "Link two escalations",
  says:
    "Both are the same matter: the safer goes on, with the higher urgency, the earlier times and the safer way of both",
  fields: {
    escalation: whichEscalation,
    other: tagged("escalation", idOf("escalation"), "Which other one is the same matter?"),
    at: when("When was it found?")
  }
})

/** Whether the first is the safer to go on with: more urgent, or as urgent and raised earlier. */
const isSafer = (one: Escalation, other: Escalation): boolean => {
  const [a, b] = [classifiedOf(one).urgency, classifiedOf(other).urgency]
  return isMoreUrgent(a, b) || (a === b && (one.raisedAt ?? "") <= (other.raisedAt ?? ""))
}

const earlier = (one: Instant | null, other: Instant | null, or: Instant): Instant =>
  [one, other].filter((at) => at !== null).reduce((first, at) => (at < first ? at : first), or)

/** Two escalations, and everybody whom either of the two is or was about. */
interface Two {
  readonly one: Escalation
  readonly other: Escalation
  readonly at: Instant
  readonly keptAway: ReadonlyArray<string>
}

/** Reads both escalations that a command names; or a refusal. */
function* bothOf(
  name: string,
  command: Act & { readonly other: string },
  known: Known
): Reading<Two | Judgement<never>> {
  const one = yield* handled(name, command, known)
  if ("_tag" in one) return one
  const other = yield* handled(name, { ...command, escalation: command.other }, known)
  if ("_tag" in other) return other
  return command.escalation === command.other
    ? notNow(one.escalation, "That is the same escalation")
    : {
      one: one.escalation,
      other: other.escalation,
      at: one.at,
      keptAway: [...one.keptAway, ...other.keptAway]
    }
}

/** Asks whether both, with everything that is linked to either, are one matter. */
function* areOneMatter(
  { escalation, other }: { readonly escalation: string; readonly other: string },
  both: Two
): Reading<ReturnType<typeof LinkOnlyOneMatter.asks>> {
  const linked = [...(yield* linkedInto(escalation, both.one)), ...(yield* linkedInto(other, both.other))]
  const [way, otherWay] = [classifiedOf(both.one).route, classifiedOf(both.other).route]
  return LinkOnlyOneMatter.asks({
    ...(yield* sameAbout([both.one, both.other, ...linked.map(({ state }) => state)])),
    oneProtection: way === otherWay || !isProtecting(way) || !isProtecting(otherWay)
  })
}

/** What the one that goes on takes over from the other. */
const takenOver = (survivor: Escalation, duplicate: Escalation, at: Instant) => {
  const [kept, gone] = [classifiedOf(survivor), classifiedOf(duplicate)]
  const [subject, aboutStaff] = [survivor.subject ?? duplicate.subject, survivor.aboutStaff ?? duplicate.aboutStaff]
  return {
    urgency: moreUrgent(kept.urgency, gone.urgency),
    raisedAt: earlier(survivor.raisedAt, duplicate.raisedAt, at),
    acknowledgeBy: earlier(kept.acknowledgeBy, gone.acknowledgeBy, kept.acknowledgeBy),
    route: pastWhomItIsAbout(saferRoute(kept.route, gone.route), aboutStaff),
    ...(subject === null ? {} : { subject }),
    ...(aboutStaff === null ? {} : { aboutStaff })
  }
}

export const linkEscalations = decision(
  LinkEscalations,
  [KeepAwayFromYourOwnConcern, LinkOnlyOneMatter],
  function*(command, known) {
    const both = yield* bothOf("LinkEscalations", command, known)
    if ("_tag" in both) return both
    const { at, one, other } = both
    if (one.establishment !== other.establishment) return notNow(other, "It was raised at another establishment")
    const isFirst = isSafer(one, other)
    const [survivor, duplicate] = isFirst ? [one, other] : [other, one]
    const [into, linked] = isFirst ? [command.escalation, command.other] : [command.other, command.escalation]
    return judge(
      keepAway(both, known),
      yield* areOneMatter(command, both)
    ).accept(() => [
      EscalationLinked.make({ of: linked, at, data: { ...keysOf(duplicate), into } }),
      EscalationJoined.make({
        of: into,
        at,
        data: { ...keysOf(survivor), duplicate: linked, ...takenOver(survivor, duplicate, at) }
      })
    ])
  }
)

export const KeepEscalationsApart = command("escalation", "KeepEscalationsApart", {
  title: "Keep two escalations apart",
  says: "They look like one matter, and each is a matter of its own",
  fields: {
    escalation: whichEscalation,
    other: tagged("escalation", idOf("escalation"), "Which other one looks like it?"),
    at: when("When was it found?")
  }
})

export const keepEscalationsApart = decision(
  KeepEscalationsApart,
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const both = yield* bothOf("KeepEscalationsApart", command, known)
    if ("_tag" in both) return both
    const { at, one, other } = both
    if (one.keptApart.includes(command.other) || other.keptApart.includes(command.escalation)) {
      return notNow(one, "That they are matters of their own is recorded already")
    }
    return judge(keepAway(both, known)).accept(() => [
      EscalationKeptApart.make({ of: command.escalation, at, data: { ...keysOf(one), other: command.other } })
    ])
  }
)
