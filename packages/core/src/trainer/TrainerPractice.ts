/**
 * What a trainer did, and what others think of it: sessions observed and delivered, and judged capable of.
 *
 * The sessions of a cohort say themselves who observed and who delivered. Recorded here is what lies before them, or
 * happened elsewhere.
 */
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { describedOn, onTheLadder } from "./Ladder.ts"
import { KeepToTheProfession } from "./rules/KeepToTheProfession.ts"
import { LetSomebodyElseJudge } from "./rules/LetSomebodyElseJudge.ts"
import { notNow, refusedNow, Trainer } from "./Trainer.ts"
import { TrainerJudgedCapable, TrainerPracticeRecorded } from "./TrainerEvents.ts"
import { aCondition, aPractice, professionFor } from "./TrainerKeys.ts"
import { whichTrainer } from "./TrainerRegistration.ts"

export const whichSession = open(aSession, "Which session?")

/** Whether the session belongs to no profession, or to one that the trainer has on the day. */
export const fitsTheProfession = (trainer: Trainer, session: SessionKey, on: LocalDate) => {
  const profession = professionFor[session]
  const known = describedOn(trainer, on)?.professions ?? []
  return KeepToTheProfession.asks({ fits: profession === undefined || known.includes(profession) })
}

export const RecordTrainerPractice = command("trainer", "RecordTrainerPractice", {
  title: "Record that a trainer observed or delivered a session",
  says: "For what the sessions of a cohort do not say: earlier sessions, and those of other places",
  fields: {
    trainer: whichTrainer,
    session: whichSession,
    practice: open(aPractice, "What did they do?"),
    on: open(aPastDate, "On which day?", "For example, 2 11 2015.")
  }
})

export const recordTrainerPractice = decision(RecordTrainerPractice, [], function*(command) {
  const trainer = yield* read(Trainer, command.trainer)
  const { establishment } = trainer
  const refused = refusedNow(trainer, "RecordTrainerPractice")
  if (refused !== null || establishment === null) return refused ?? notNow(trainer)
  const { on, practice, session, trainer: of } = command
  const isKnown = trainer.practised.some((one) => one.session === session && one.practice === practice && one.on === on)
  if (isKnown) return notNow(trainer, "This is recorded already")
  return judge().accept(() => [
    TrainerPracticeRecorded.make({ of, on, data: { trainer: of, establishment, session, practice } })
  ])
})

export const JudgeTrainerCapable = command("trainer", "JudgeTrainerCapable", {
  title: "Judge a trainer capable of a session",
  says: "It was judged that they could deliver it. A session that they deliver counts only once they are accredited",
  fields: {
    trainer: whichTrainer,
    session: whichSession,
    condition: optional(open(aCondition, "On which condition?", "Leave empty if there is none.")),
    grounds: personal(text(1000, true), { subject: "trainer", keep: "administration" }, "On what grounds?"),
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff judged it?"),
    on: open(aPastDate, "On which day?", "For example, 30 5 2016.")
  }
})

export const judgeTrainerCapable = decision(
  JudgeTrainerCapable,
  [KeepToTheProfession, LetSomebodyElseJudge, NameOnlyStaffInPost],
  function*(command) {
    const trainer = yield* read(Trainer, command.trainer)
    const { establishment } = trainer
    const refused = refusedNow(trainer, "JudgeTrainerCapable")
    if (refused !== null || establishment === null) return refused ?? notNow(trainer)
    const { condition, decidedBy, on, session, trainer: of } = command
    const { condition: before, rung } = onTheLadder(trainer, session, on)
    if (rung === "JudgedCapable" && before === (condition ?? null)) {
      return notNow(trainer, "They are judged capable of it already")
    }
    const named = yield* readAll(Staff, [of, decidedBy])
    return judge(
      fitsTheProfession(trainer, session, on),
      LetSomebodyElseJudge.asks({ themselves: decidedBy === of }),
      namedInPost(on, ...named)
    ).accept(() => [
      TrainerJudgedCapable.make({
        of,
        on,
        data: { trainer: of, establishment, session, decidedBy, ...(condition === undefined ? {} : { condition }) }
      })
    ])
  }
)
