/**
 * How an escalation is found to be of another kind: making an immediate one less urgent takes two; making one immediate
 * names who was told, in the same act.
 */
import { deriving } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { idOf, text } from "../language/Kind.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import {
  aCategory,
  anUrgency,
  aRoute,
  isMoreUrgent,
  isSafeguarding,
  means as spokenMeans,
  pastWhomItIsAbout,
  routeOf
} from "./Concern.ts"
import type { RouteCode, Urgency } from "./Concern.ts"
import { isCountable, reclassified } from "./Deadline.ts"
import type { Classified, Escalation } from "./Escalation.ts"
import { EscalationHandedOver, EscalationReclassified, own } from "./EscalationEvents.ts"
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
import { AnswerForWhatIsWithYou } from "./rules/AnswerForWhatIsWithYou.ts"
import { CountWithinTheCalendar } from "./rules/CountWithinTheCalendar.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { TakeTwoToMakeItLessUrgent } from "./rules/TakeTwoToMakeItLessUrgent.ts"
import { TellSomebodyAtOnce } from "./rules/TellSomebodyAtOnce.ts"

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

/** What a command finds an escalation to be; what it leaves out stays as it was. */
interface Finding {
  readonly route?: RouteCode
  readonly urgency?: Urgency
}

/** What it is from now on, and how that differs from before. */
const foundToBe = ({ aboutStaff }: Escalation, finding: Finding, before: Classified) => {
  const route = pastWhomItIsAbout(finding.route ?? before.route, aboutStaff)
  const urgency = finding.urgency ?? before.urgency
  const leavesSafeguarding = isSafeguarding(before.route) && route !== before.route
  return {
    route,
    urgency,
    leavesSafeguarding,
    onlyMoreUrgent: isMoreUrgent(urgency, before.urgency) && !leavesSafeguarding,
    becomesImmediate: urgency === "IMMEDIATE" && before.urgency !== "IMMEDIATE",
    lessThanImmediate: before.urgency === "IMMEDIATE" && urgency !== "IMMEDIATE",
    isTheSame: route === before.route && urgency === before.urgency
  }
}

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
    const { becomesImmediate, isTheSame, leavesSafeguarding, lessThanImmediate, onlyMoreUrgent, route, urgency } =
      foundToBe(escalation, command, before)
    if (isTheSame && (command.route === undefined || escalation.reclassifiedAt === at)) {
      return notNow(escalation, "It is of that kind and as urgent as that already")
    }
    const named = [receiver, agreedBy].filter((one) => one !== undefined)
    const climbing = yield* climb(found, named)
    const raisedAt = escalation.raisedAt ?? at
    const [agreed, samePerson] = [agreedBy !== undefined, agreedBy === known.actor.id]
    return judge(
      yield* inPostAt(at, ...named),
      keepAway(found, known, ...named),
      answerFor(climbing, known, at, { onlyMoreUrgent }),
      TellSomebodyAtOnce.asks({ immediate: becomesImmediate, spoken: receiver !== undefined && isSpoken(means) }),
      TakeTwoToMakeItLessUrgent.asks({ lessThanImmediate, leavesSafeguarding, agreed, samePerson }),
      CountWithinTheCalendar.asks({
        covered: isCountable(climbing, urgency, at) && isCountable(climbing, urgency, raisedAt)
      })
    ).accept(() => {
      const keys = keysOf(escalation)
      const acknowledgeBy = reclassified(climbing, before, urgency, { at, raisedAt })
      const data = { ...keys, route, urgency, acknowledgeBy, ...(agreedBy === undefined ? {} : { agreedBy }) }
      return [
        EscalationReclassified.make({ of, at, data }),
        ...(receiver === undefined
          ? []
          : [EscalationHandedOver.make({
            of,
            at,
            data: { ...keys, receiver, ...(means === undefined ? {} : { means }) }
          })])
      ]
    })
  }
)
