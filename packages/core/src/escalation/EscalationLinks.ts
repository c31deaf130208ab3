/**
 * How two escalations are found to be the same matter, or two of their own. Of two that are one matter the safer goes on,
 * with the higher urgency, the earlier times and the safer way of both, and whom either is about; the other stays visible.
 */
import { command } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Known, Reading } from "../language/Decision.ts"
import { tagged } from "../language/Field.ts"
import type { Instant } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { idOf } from "../language/Kind.ts"
import { isMoreUrgent, isProtecting, moreUrgent, pastWhomItIsAbout, saferRoute } from "./Concern.ts"
import type { Escalation } from "./Escalation.ts"
import { EscalationJoined, EscalationKeptApart, EscalationLinked } from "./EscalationLinkEvents.ts"
import { notNow } from "./escalationSteps.ts"
import { classifiedOf, handled, keepAway, keysOf, when, whichEscalation } from "./handling.ts"
import type { Act } from "./handling.ts"
import { linkedInto } from "./LinkedInto.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { LinkOnlyOneMatter } from "./rules/LinkOnlyOneMatter.ts"
import { sameAbout } from "./sameAbout.ts"

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
