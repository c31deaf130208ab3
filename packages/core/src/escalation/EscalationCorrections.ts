/**
 * Corrections of an escalation: whom or what it is about, when it was raised, and entries that were made in error. What
 * was recorded before stays visible, and no correction moves a deadline away.
 */
import { command } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { aCode, aPastTime, idOf, text } from "../language/Kind.ts"
import { sayInstant } from "../language/WallTime.ts"
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
import { firstAfterRaising, restsOn } from "./whatFollowed.ts"
import type { Followed } from "./whatFollowed.ts"

const reason = personal(text(2000, true), own, "Why is it put right?")

export const CorrectEscalation = command("escalation", "CorrectEscalation", {
  title: "Correct an escalation",
  says: "It is about somebody or something else, or was raised at another time, than was recorded",
  fields: {
    escalation: whichEscalation,
    subject: optional(tagged("person", idOf("person"), "Who is it really about?", "Leave it open if nobody knows.")),
    aboutStaff: optional(tagged("staff", idOf("staff"), "Which member of staff is it really about?")),
    place: optional(open(aCode("C_WING"), "On which wing, unit or service is it really?")),
    raisedAt: open(aPastTime, "When was it really raised?", "For example, 27 3 2016 and 14:00."),
    reason
  }
})

/** Reads what followed first, here or in what is linked to it: it was raised no later than that. */
function* whatFollows(id: string, escalation: Escalation): Reading<Followed | null> {
  const linked = yield* linkedInto(id, escalation)
  return firstAfterRaising(escalation, linked.map(({ state }) => state))
}

export const correctEscalation = decision(
  CorrectEscalation,
  [KeepAwayFromYourOwnConcern, CountWithinTheCalendar, KeepTheOrderOfEvents],
  function*(command, known) {
    const found = yield* handled("CorrectEscalation", { escalation: command.escalation }, known)
    if ("_tag" in found) return found
    const { escalation, keptAway } = found
    if (escalation.raised === null) return notNow(escalation)
    const { aboutStaff, escalation: of, place, raisedAt, subject } = command
    const { aboutStaff: formerAboutStaff, raised, subject: formerSubject } = escalation
    const isSame = formerSubject === (subject ?? null) && formerAboutStaff === (aboutStaff ?? null) &&
      escalation.place === (place ?? null) && escalation.raisedAt === raisedAt
    if (isSame) return notNow(escalation, "It is recorded like this already")
    const nobody = yield* namedNobody(escalation, command)
    if (nobody !== null) return nobody
    const follows = yield* whatFollows(of, escalation)
    if (follows !== null && raisedAt > follows.at && raisedAt !== escalation.raisedAt) {
      return notNow(escalation, `${follows.says} on ${sayInstant(follows.at)}. Give that time or one before it`)
    }
    const climbing = yield* climb(found)
    const classified = classifiedOf(escalation)
    return judge(
      keepAway({
        keptAway: formerAboutStaff === null && aboutStaff !== undefined ? [...keptAway, aboutStaff] : keptAway
      }, known),
      CountWithinTheCalendar.asks({ covered: isCountable(climbing, classified.urgency, raisedAt) }),
      inOrder([localDateOf(raisedAt), escalation.raisedAt === raisedAt ? null : climbing.scheme.adoptedOn])
    ).accept(() => [
      EscalationCorrected.make({
        of,
        at: raisedAt,
        corrects: raised,
        data: {
          ...keysOf(escalation),
          ...(subject === undefined ? {} : { subject }),
          ...(aboutStaff === undefined ? {} : { aboutStaff }),
          ...(place === undefined ? {} : { place }),
          ...(formerSubject === null ? {} : { formerSubject }),
          ...(formerAboutStaff === null ? {} : { formerAboutStaff }),
          acknowledgeBy: corrected(climbing, classified, raisedAt)
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
  [KeepAwayFromYourOwnConcern],
  function*(command, known) {
    const found = yield* handled("StrikeOutEscalationEntry", { escalation: command.escalation }, known)
    if ("_tag" in found) return found
    const { escalation } = found
    const struck = escalation.entries.find(({ event }) => event === command.entry)
    if (struck === undefined) return notNow(escalation, "No such entry counts")
    const follows = restsOn(escalation, struck)
    if (follows !== null) {
      return notNow(
        escalation,
        `${follows.says} on ${sayInstant(follows.at)}, which follows from it. Strike that out first`
      )
    }
    const passings = escalation.entries.filter(({ kind }) => kind === "HandedOver" || kind === "Redirected")
    if (classifiedOf(escalation).urgency === "IMMEDIATE" && passings.length === 1 && passings.includes(struck)) {
      return notNow(escalation, "It is immediate, and nobody else was told. Redirect it to whoever was told first")
    }
    return judge(keepAway(found, known)).accept(() => [
      EscalationEntryVoided.make({
        of: command.escalation,
        at: struck.at,
        corrects: struck.event,
        data: keysOf(escalation)
      })
    ])
  }
)
