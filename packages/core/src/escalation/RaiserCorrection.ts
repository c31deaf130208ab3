/**
 * Corrections of who raised an escalation: another worker, in another role, or it was heard from somebody else, or with
 * or without a name. What is left out stays as it is. Nobody is told what became of a concern that was not theirs: where
 * it is recorded that the wrong one was told, that is struck out first, and the right one waits to be told.
 */
import { command } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { idOf, severalOf, text, yesOrNo } from "../language/Kind.ts"
import { sayInstant } from "../language/WallTime.ts"
import { lastOf } from "./Escalation.ts"
import type { Escalation } from "./Escalation.ts"
import { own } from "./EscalationEvents.ts"
import { EscalationRaiserCorrected } from "./EscalationRaiserEvents.ts"
import { notNow } from "./escalationSteps.ts"
import { handled, keepAway, keysOf, whichEscalation } from "./handling.ts"
import { namedNobody, noSuchAppointment } from "./namedNobody.ts"
import { roleOfRaiser } from "./RoleOfRaiser.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { RecordNothingOfAbsoluteConfidence } from "./rules/RecordNothingOfAbsoluteConfidence.ts"

const stays = "Leave it empty if that was right."

const whoIsTakenOut = severalOf({
  WORKER: "The worker who raised it",
  HEARD_FROM: "The person from whom it was heard"
})

export const CorrectEscalationRaiser = command("escalation", "CorrectEscalationRaiser", {
  title: "Correct who raised an escalation",
  says: "Another worker raised it, or it was heard from somebody else, than was recorded; the rest stays as it is",
  fields: {
    escalation: whichEscalation,
    appointment: optional(
      tagged("appointment", idOf("appointment"), "Which worker really raised it, in which role?", stays)
    ),
    heardFrom: optional(tagged("person", idOf("person"), "From whom did they really hear it?", stays)),
    anonymous: optional(open(yesOrNo, "Was it really said without a name, as in a suggestion box?", stays)),
    takeOut: optional(
      open(whoIsTakenOut, "Who was recorded and has to come out?", "Only where it was none, and you name nobody else.")
    ),
    reason: personal(text(2000, true), own, "Why is it put right?")
  }
})

/** Who raised it, once it is put right. */
type Raiser = Pick<Escalation, "anonymous" | "appointment" | "heardFrom" | "worker">

interface Correcting {
  readonly appointment?: string
  readonly heardFrom?: string
  readonly anonymous?: boolean
  readonly takeOut?: ReadonlyArray<"HEARD_FROM" | "WORKER">
}

/** Who raised it by the command, and whether in a role of absolute confidence; or a refusal. */
function* putRight(
  escalation: Escalation,
  { anonymous, appointment, heardFrom, takeOut = [] }: Correcting
): Reading<{ readonly right: Raiser; readonly absolute: boolean } | Judgement<never>> {
  const heard = takeOut.includes("HEARD_FROM") ? null : heardFrom ?? escalation.heardFrom
  const said = { heardFrom: heard, anonymous: anonymous ?? escalation.anonymous }
  if (takeOut.includes("WORKER")) return { right: { ...said, appointment: null, worker: null }, absolute: false }
  if (appointment === undefined || escalation.raisedAt === null) {
    return { right: { ...said, appointment: escalation.appointment, worker: escalation.worker }, absolute: false }
  }
  const role = yield* roleOfRaiser(appointment, escalation.raisedAt)
  if (role === null) return noSuchAppointment(escalation)
  return { right: { ...said, appointment, worker: role.worker }, absolute: role.absolute }
}

const isAsRecorded = (escalation: Escalation, right: Raiser): boolean =>
  (["anonymous", "appointment", "heardFrom", "worker"] as const).every((name) => escalation[name] === right[name])

/** Why it cannot be put right yet: it is recorded that somebody was told, who is to be told no longer. */
const wasTold = (escalation: Escalation, { anonymous, worker }: Raiser): Judgement<never> | null => {
  const told = lastOf(escalation, "Told")
  return told === null || (escalation.worker === worker && escalation.anonymous === anonymous)
    ? null
    : notNow(
      escalation,
      `On ${sayInstant(told.at)} it was recorded that whoever raised it was told, or why not. Strike that out first`
    )
}

/** All who raised it from now on, and who was recorded before. */
const wholeOf = (before: Escalation, right: Raiser) => {
  const { anonymous, appointment, heardFrom, worker } = right
  return {
    anonymous,
    ...(appointment === null ? {} : { appointment }),
    ...(worker === null ? {} : { worker }),
    ...(heardFrom === null ? {} : { heardFrom }),
    ...(before.appointment === null ? {} : { formerAppointment: before.appointment }),
    ...(before.worker === null ? {} : { formerWorker: before.worker }),
    ...(before.heardFrom === null ? {} : { formerHeardFrom: before.heardFrom })
  }
}

export const correctEscalationRaiser = decision(
  CorrectEscalationRaiser,
  [KeepAwayFromYourOwnConcern, RecordNothingOfAbsoluteConfidence],
  function*(command, known) {
    const found = yield* handled("CorrectEscalationRaiser", { escalation: command.escalation }, known)
    if ("_tag" in found) return found
    const { escalation } = found
    const { raised, raisedAt } = escalation
    if (raised === null || raisedAt === null) return notNow(escalation)
    const { appointment, heardFrom, takeOut = [] } = command
    const isTwice = (takeOut.includes("WORKER") && appointment !== undefined) ||
      (takeOut.includes("HEARD_FROM") && heardFrom !== undefined)
    if (isTwice) return notNow(escalation, "Somebody is named and taken out in one. Give one of both")
    const nobody = yield* namedNobody(escalation, heardFrom === undefined ? {} : { heardFrom })
    if (nobody !== null) return nobody
    const putting = yield* putRight(escalation, command)
    if ("_tag" in putting) return putting
    const { absolute, right } = putting
    if (isAsRecorded(escalation, right)) return notNow(escalation, "It is recorded like this already")
    const told = wasTold(escalation, right)
    if (told !== null) return told
    const before = escalation.appointment === null ? null : yield* roleOfRaiser(escalation.appointment, raisedAt)
    const isAnother = appointment !== undefined && appointment !== escalation.appointment
    return judge(
      keepAway(found, known),
      RecordNothingOfAbsoluteConfidence.asks(
        isAnother ? { absolute, content: before?.absolute !== true } : { absolute: false, content: true }
      )
    ).accept(() => [
      EscalationRaiserCorrected.make({
        of: command.escalation,
        at: raisedAt,
        corrects: raised,
        data: { ...keysOf(escalation), ...wholeOf(escalation, right) }
      })
    ])
  }
)
