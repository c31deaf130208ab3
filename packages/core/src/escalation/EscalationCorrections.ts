/**
 * Corrections of an escalation: whom or what it is about, when it was raised, and entries that were made in error. A
 * correction says only what was wrong: what it leaves out stays as it is, and what is to be known no longer is taken out by
 * name. What was recorded before stays visible, and no correction moves a deadline away.
 */
import { command } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { aCode, aPastTime, idOf, severalOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { corrected, isCountable } from "./Deadline.ts"
import type { Escalation } from "./Escalation.ts"
import { EscalationCorrected, EscalationEntryVoided, own } from "./EscalationEvents.ts"
import { notNow } from "./escalationSteps.ts"
import { classifiedOf, climb, handled, keepAway, keysOf, whichEscalation } from "./handling.ts"
import { linkedInto } from "./LinkedInto.ts"
import { namedNobody } from "./namedNobody.ts"
import { CountWithinTheCalendar } from "./rules/CountWithinTheCalendar.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { KeepSomebodyToldOfADanger } from "./rules/KeepSomebodyToldOfADanger.ts"
import { RaiseNothingAfterWhatFollowed } from "./rules/RaiseNothingAfterWhatFollowed.ts"
import { StrikeOutWhatFollowedFirst } from "./rules/StrikeOutWhatFollowedFirst.ts"
import { firstAfterRaising, nothingFollowed, restsOn } from "./whatFollowed.ts"
import type { Followed } from "./whatFollowed.ts"

const reason = personal(text(2000, true), own, "Why is it put right?")

const stays = "Leave it empty if that was right."

const whatIsTakenOut = severalOf({
  SUBJECT: "The person whom it is about",
  STAFF: "The member of staff whom it is about",
  PLACE: "The wing, unit or service"
})

export const CorrectEscalation = command("escalation", "CorrectEscalation", {
  title: "Correct an escalation",
  says:
    "It is about somebody or something else, or was raised at another time, than was recorded; the rest stays as it is",
  fields: {
    escalation: whichEscalation,
    subject: optional(tagged("person", idOf("person"), "Who is it really about?", stays)),
    aboutStaff: optional(tagged("staff", idOf("staff"), "Which member of staff is it really about?", stays)),
    place: optional(open(aCode("C_WING"), "On which wing, unit or service is it really?", stays)),
    takeOut: optional(
      open(
        whatIsTakenOut,
        "What was recorded and has to come out?",
        "Only where it is not so and you name nothing else. Everything else stays as it is."
      )
    ),
    raisedAt: optional(open(aPastTime, "When was it really raised?", `For example, 27 3 2016 and 14:00. ${stays}`)),
    reason
  }
})

/** What stands once it is put right; null where nobody or nothing is known. */
type PutRight = Pick<Escalation, About | "raisedAt">

const codes = { subject: "SUBJECT", aboutStaff: "STAFF", place: "PLACE" } as const

type About = keyof typeof codes

interface Correcting extends Partial<Readonly<Record<About, string>>> {
  readonly takeOut?: ReadonlyArray<(typeof codes)[About]>
  readonly raisedAt?: Instant
}

const isTakenOut = ({ takeOut = [] }: Correcting, name: About): boolean => takeOut.includes(codes[name])

/** What is named and taken out in one: nobody can tell which is meant. */
const bothWays = (command: Correcting): About | undefined =>
  (["subject", "aboutStaff", "place"] as const).find((name) => isTakenOut(command, name) && command[name] !== undefined)

const putRight = (escalation: Escalation, command: Correcting): PutRight => {
  const standing = (name: About): string | null => isTakenOut(command, name) ? null : command[name] ?? escalation[name]
  return {
    subject: standing("subject"),
    aboutStaff: standing("aboutStaff"),
    place: standing("place"),
    raisedAt: command.raisedAt ?? escalation.raisedAt
  }
}

const isAsRecorded = (escalation: Escalation, right: PutRight): boolean =>
  escalation.subject === right.subject && escalation.aboutStaff === right.aboutStaff &&
  escalation.place === right.place && escalation.raisedAt === right.raisedAt

/** All that it is about from now on, and whom it was recorded about before: nobody has to look for what stayed. */
const wholeOf = ({ aboutStaff: formerAboutStaff, subject: formerSubject }: Escalation, right: PutRight) => {
  const { aboutStaff, place, subject } = right
  return {
    ...(subject === null ? {} : { subject }),
    ...(aboutStaff === null ? {} : { aboutStaff }),
    ...(place === null ? {} : { place }),
    ...(formerSubject === null ? {} : { formerSubject }),
    ...(formerAboutStaff === null ? {} : { formerAboutStaff })
  }
}

/** Reads what followed first, here or in what is linked to it: it was raised no later than that. */
function* whatFollows(id: string, escalation: Escalation): Reading<Followed | null> {
  const linked = yield* linkedInto(id, escalation)
  return firstAfterRaising(escalation, linked.map(({ state }) => state))
}

export const correctEscalation = decision(
  CorrectEscalation,
  [KeepAwayFromYourOwnConcern, CountWithinTheCalendar, KeepTheOrderOfEvents, RaiseNothingAfterWhatFollowed],
  function*(command, known) {
    const found = yield* handled("CorrectEscalation", { escalation: command.escalation }, known)
    if ("_tag" in found) return found
    const { escalation, keptAway } = found
    const { raised, raisedAt: formerRaisedAt } = escalation
    const twice = bothWays(command)
    if (twice !== undefined) {
      return notNow(escalation, `${twice}: it is named and taken out in one. Give one of both`)
    }
    const right = putRight(escalation, command)
    const { aboutStaff, raisedAt } = right
    if (raised === null || raisedAt === null) return notNow(escalation)
    if (isAsRecorded(escalation, right)) return notNow(escalation, "It is recorded like this already")
    const nobody = yield* namedNobody(escalation, command)
    if (nobody !== null) return nobody
    const isSameTime = raisedAt === formerRaisedAt
    const follows = yield* whatFollows(command.escalation, escalation)
    const climbing = yield* climb(found)
    const classified = classifiedOf(escalation)
    return judge(
      keepAway({
        keptAway: escalation.aboutStaff === null && aboutStaff !== null ? [...keptAway, aboutStaff] : keptAway
      }, known),
      CountWithinTheCalendar.asks({ covered: isSameTime || isCountable(climbing, classified.urgency, raisedAt) }),
      inOrder([localDateOf(raisedAt), isSameTime ? null : climbing.scheme.adoptedOn]),
      RaiseNothingAfterWhatFollowed.asks({ moved: !isSameTime, raisedAt, ...follows ?? nothingFollowed })
    ).accept(() => [
      EscalationCorrected.make({
        of: command.escalation,
        at: raisedAt,
        corrects: raised,
        data: {
          ...keysOf(escalation),
          ...wholeOf(escalation, right),
          acknowledgeBy: isSameTime ? classified.acknowledgeBy : corrected(climbing, classified, raisedAt)
        }
      })
    ])
  }
)

export const StrikeOutEscalationEntry = command("escalation", "StrikeOutEscalationEntry", {
  title: "Strike out an entry of an escalation",
  says: "An entry was made in error: the escalation is where it was without it, and the entry stays visible",
  fields: { escalation: whichEscalation, entry: open(idOf("event"), "Which entry?"), reason }
})

export const strikeOutEscalationEntry = decision(
  StrikeOutEscalationEntry,
  [KeepAwayFromYourOwnConcern, StrikeOutWhatFollowedFirst, KeepSomebodyToldOfADanger],
  function*(command, known) {
    const found = yield* handled("StrikeOutEscalationEntry", { escalation: command.escalation }, known)
    if ("_tag" in found) return found
    const { escalation } = found
    const struck = escalation.entries.find(({ event }) => event === command.entry)
    if (struck === undefined) return notNow(escalation, "No such entry counts")
    const tellings = escalation.entries.filter(({ kind }) => kind === "HandedOver" || kind === "Redirected")
    return judge(
      keepAway(found, known),
      StrikeOutWhatFollowedFirst.asks(restsOn(escalation, struck) ?? nothingFollowed),
      KeepSomebodyToldOfADanger.asks({
        immediate: classifiedOf(escalation).urgency === "IMMEDIATE",
        onlyTelling: tellings.length === 1 && tellings.includes(struck)
      })
    ).accept(() => [
      EscalationEntryVoided.make({
        of: command.escalation,
        at: struck.at,
        corrects: struck.event,
        data: keysOf(escalation)
      })
    ])
  }
)
