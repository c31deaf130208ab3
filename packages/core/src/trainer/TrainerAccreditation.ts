/**
 * Accreditation for a session: from a day on what the trainer delivers counts, until it lapses or is withdrawn.
 *
 * It is renewed by a review for which somebody observed the trainer deliver the session again. Withdrawing it takes
 * the judgement with it, so the way back is the way that led there.
 */
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf, text } from "../language/Kind.ts"
import { addDays, addMonths } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { accreditationOn, accreditedOn, judgedOn, onTheLadder } from "./Ladder.ts"
import { BeJudgedCapableFirst } from "./rules/BeJudgedCapableFirst.ts"
import { KeepToTheProfession } from "./rules/KeepToTheProfession.ts"
import { LetSomebodyElseJudge } from "./rules/LetSomebodyElseJudge.ts"
import { ObserveBeforeAccreditation } from "./rules/ObserveBeforeAccreditation.ts"
import { ReachBackOnlyWithAReason } from "./rules/ReachBackOnlyWithAReason.ts"
import { ReviewEveryAccreditation } from "./rules/ReviewEveryAccreditation.ts"
import { notNow, refusedNow, Trainer } from "./Trainer.ts"
import { TrainerAccreditationReviewed, TrainerAccreditationWithdrawn, TrainerAccredited } from "./TrainerEvents.ts"
import { accreditationBasis } from "./TrainerKeys.ts"
import { fitsTheProfession, whichSession } from "./TrainerPractice.ts"
import { whichTrainer } from "./TrainerRegistration.ts"

const whoseLimits = open(idOf("scheme"), "By the limits of which scheme?")
const reviewOn = optional(
  open(aDate, "When is it reviewed?", "Leave empty for the last day that the scheme allows. For example, 30 5 2017.")
)
const onWhichDay = open(aPastDate, "From which day?", "For example, 30 5 2016.")

/** When the review is due, what the scheme allows at most, and when the accreditation lapses without one. */
const termsIn = (scheme: Scheme, on: LocalDate, asked: LocalDate | undefined) => {
  const months = limitOn(scheme, "accreditationMonths", on)
  const due = asked ?? addMonths(on, months ?? 0)
  return {
    inTerm: ReviewEveryAccreditation.asks({ on, reviewOn: due }, { months }),
    terms: { reviewOn: due, lapsesOn: addDays(due, limitOn(scheme, "accreditationGraceDays", on) ?? 0) }
  }
}

/** On how many days they delivered the session since then without being accredited. */
const reachesBack = (trainer: Trainer, session: SessionKey, from: LocalDate) => {
  const days = trainer.practised.filter((one) =>
    one.session === session && one.practice !== "OBSERVED" && one.on >= from && !accreditedOn(trainer, session, one.on)
  )
  return ReachBackOnlyWithAReason.asks({ deliveries: new Set(days.map((one) => one.on)).size })
}

export const AccreditTrainer = command("trainer", "AccreditTrainer", {
  title: "Accredit a trainer for a session",
  says: "From this day the session counts when they deliver it",
  fields: {
    trainer: whichTrainer,
    session: whichSession,
    basis: open(accreditationBasis, "On what does it rest?"),
    scheme: whoseLimits,
    reviewOn,
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff decided it?"),
    on: onWhichDay
  }
})

export const accreditTrainer = decision(
  AccreditTrainer,
  [
    ObserveBeforeAccreditation,
    BeJudgedCapableFirst,
    KeepToTheProfession,
    ReviewEveryAccreditation,
    LetSomebodyElseJudge,
    ReachBackOnlyWithAReason,
    NameOnlyStaffInPost
  ],
  function*(command) {
    const trainer = yield* read(Trainer, command.trainer)
    const { establishment } = trainer
    const refused = refusedNow(trainer, "AccreditTrainer")
    if (refused !== null || establishment === null) return refused ?? notNow(trainer)
    const { basis, decidedBy, on, session, trainer: of } = command
    if (accreditationOn(trainer, session, on) !== null) {
      return notNow(trainer, "They are accredited for it already. Review the accreditation instead")
    }
    const scheme = yield* read(Scheme, command.scheme)
    const named = yield* readAll(Staff, [of, decidedBy])
    const { inTerm, terms } = termsIn(scheme, on, command.reviewOn)
    const asked = basis === "JUDGED_HERE"
    const judged = judgedOn(trainer, session, on)
    const { observed } = onTheLadder(trainer, session, on)
    const times = asked ? limitOn(scheme, "observationsBeforeAccreditation", on) : 0
    return judge(
      ObserveBeforeAccreditation.asks({ asked, observed }, { times }),
      BeJudgedCapableFirst.asks({ asked, judged: judged !== null, conditional: (judged?.condition ?? null) !== null }),
      fitsTheProfession(trainer, session, on),
      inTerm,
      LetSomebodyElseJudge.asks({ themselves: decidedBy === of }),
      reachesBack(trainer, session, on),
      namedInPost(on, ...named)
    ).accept(() => [
      TrainerAccredited.make({
        of,
        on,
        data: { trainer: of, establishment, session, basis, decidedBy, ...terms }
      })
    ])
  }
)

export const ReviewTrainerAccreditation = command("trainer", "ReviewTrainerAccreditation", {
  title: "Renew an accreditation after a review",
  says: "The trainer was observed delivering the session again, and stays accredited for it",
  fields: {
    trainer: whichTrainer,
    session: whichSession,
    scheme: whoseLimits,
    reviewOn,
    observedBy: tagged("staff", idOf("staff"), "Which member of staff observed them?"),
    on: open(aPastDate, "On which day?", "For example, 30 5 2017.")
  }
})

export const reviewTrainerAccreditation = decision(
  ReviewTrainerAccreditation,
  [ReviewEveryAccreditation, LetSomebodyElseJudge, ReachBackOnlyWithAReason, NameOnlyStaffInPost],
  function*(command) {
    const trainer = yield* read(Trainer, command.trainer)
    const { establishment } = trainer
    const refused = refusedNow(trainer, "ReviewTrainerAccreditation")
    if (refused !== null || establishment === null) return refused ?? notNow(trainer)
    const { observedBy, on, session, trainer: of } = command
    const before = accreditationOn(trainer, session, on)
    if (before === null) return notNow(trainer, "They are not accredited for it on that day. Accredit them instead")
    if (before.on === on) return notNow(trainer, "The accreditation is of that day already")
    const scheme = yield* read(Scheme, command.scheme)
    const named = yield* readAll(Staff, [of, observedBy])
    const { inTerm, terms } = termsIn(scheme, on, command.reviewOn)
    return judge(
      inTerm,
      LetSomebodyElseJudge.asks({ themselves: observedBy === of }),
      reachesBack(trainer, session, on),
      namedInPost(on, ...named)
    ).accept(() => [
      TrainerAccreditationReviewed.make({
        of,
        on,
        data: { trainer: of, establishment, session, observedBy, ...terms }
      })
    ])
  }
)

export const WithdrawTrainerAccreditation = command("trainer", "WithdrawTrainerAccreditation", {
  title: "Withdraw an accreditation",
  says: "From this day the trainer is neither accredited for the session nor judged capable of it",
  fields: {
    trainer: whichTrainer,
    session: whichSession,
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff decided it?"),
    reason: personal(text(1000, true), { subject: "trainer", keep: "administration" }, "Why is it withdrawn?"),
    on: onWhichDay
  }
})

export const withdrawTrainerAccreditation = decision(
  WithdrawTrainerAccreditation,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command) {
    const trainer = yield* read(Trainer, command.trainer)
    const { establishment } = trainer
    const refused = refusedNow(trainer, "WithdrawTrainerAccreditation")
    if (refused !== null || establishment === null) return refused ?? notNow(trainer)
    const { decidedBy, on, session, trainer: of } = command
    const open = [...trainer.accredited, ...trainer.judged]
      .filter((fact) => fact.session === session && fact.withdrawn === null)
    const first = open.map((fact) => fact.on).sort()[0]
    if (first === undefined) {
      return notNow(
        trainer,
        "They are neither accredited for it nor judged capable of it, so there is nothing to withdraw"
      )
    }
    const deciding = yield* read(Staff, decidedBy)
    return judge(
      inOrder([on, first]),
      namedInPost(on, deciding)
    ).accept(() => [
      TrainerAccreditationWithdrawn.make({ of, on, data: { trainer: of, establishment, session, decidedBy } })
    ])
  }
)
