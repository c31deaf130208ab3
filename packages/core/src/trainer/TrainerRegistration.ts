/**
 * How a trainer becomes known: registered with their professions and to whom they belong; what was recorded in error
 * is struck out.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { describedOn } from "./Ladder.ts"
import { notNow, refusedNow, Trainer } from "./Trainer.ts"
import { TrainerChanged, TrainerEntryStruckOut, TrainerRegistered } from "./TrainerEvents.ts"
import { anAffiliation, theirProfessions } from "./TrainerKeys.ts"

export const whichTrainer = tagged("staff", idOf("staff"), "Which trainer?")

const professions = open(theirProfessions, "What are they by profession?")
const affiliation = open(anAffiliation, "To whom do they belong?")

export const RegisterTrainer = command("trainer", "RegisterTrainer", {
  title: "Register a trainer",
  says: "Makes a member of staff, or a visitor registered as one, known as somebody who observes and delivers sessions",
  fields: {
    trainer: tagged("staff", idOf("staff"), "Which member of staff?", "Register visitors as members of staff first."),
    professions,
    affiliation,
    on: open(aPastDate, "From which day?", "For example, 2 11 2015.")
  }
})

export const registerTrainer = decision(RegisterTrainer, [NameOnlyStaffInPost], function*(command) {
  const trainer = yield* read(Trainer, command.trainer)
  const refused = refusedNow(trainer, "RegisterTrainer")
  if (refused !== null) return refused
  const staff = yield* read(Staff, command.trainer)
  const { establishment } = staff
  if (establishment === null) return notNow(trainer, "There is no such member of staff. Register them first")
  const { on, trainer: of, ...described } = command
  return judge(namedInPost(on, staff)).accept(() => [
    TrainerRegistered.make({ of, on, data: { trainer: of, establishment, ...described } })
  ])
})

export const ChangeTrainer = command("trainer", "ChangeTrainer", {
  title: "Change the profession or affiliation of a trainer",
  says: "From this day they are of other professions or belong to somebody else; until then it stays as it was",
  fields: {
    trainer: whichTrainer,
    professions,
    affiliation,
    on: open(aPastDate, "From which day?", "For example, 2 11 2015.")
  }
})

export const changeTrainer = decision(ChangeTrainer, [KeepTheOrderOfEvents], function*(command) {
  const trainer = yield* read(Trainer, command.trainer)
  const { establishment } = trainer
  const refused = refusedNow(trainer, "ChangeTrainer")
  if (refused !== null || establishment === null) return refused ?? notNow(trainer)
  const { on, trainer: of, ...described } = command
  const before = describedOn(trainer, on)
  const isSame = before !== null && before.affiliation === command.affiliation &&
    [...before.professions].sort().join() === [...command.professions].sort().join()
  if (isSame) return notNow(trainer, "That is how they are recorded already")
  return judge(inOrder([on, trainer.described[0]?.on ?? null])).accept(() => [
    TrainerChanged.make({ of, on, data: { trainer: of, establishment, ...described } })
  ])
})

export const StrikeOutTrainerEntry = command("trainer", "StrikeOutTrainerEntry", {
  title: "Strike out an entry about a trainer",
  says: "What was recorded in error counts no longer; it stays visible",
  fields: {
    trainer: whichTrainer,
    entry: open(idOf("event"), "Which entry?"),
    reason: personal(text(1000, true), { subject: "trainer", keep: "administration" }, "Why is it struck out?")
  }
})

/** Everything that can be struck out, withdrawals included; what a session of a cohort says is put right there. */
export const entriesOf = ({ accredited, described, judged, practised }: Trainer) => {
  const withdrawn = [...judged, ...accredited].flatMap((fact) => fact.withdrawn === null ? [] : [fact.withdrawn])
  const facts = [...described, ...practised.filter(({ held }) => held === null), ...judged, ...accredited, ...withdrawn]
  return [...new Map(facts.map(({ event, on }) => [event, { event, on }])).values()]
}

export const strikeOutTrainerEntry = decision(StrikeOutTrainerEntry, [], function*(command) {
  const trainer = yield* read(Trainer, command.trainer)
  const { establishment } = trainer
  const refused = refusedNow(trainer, "StrikeOutTrainerEntry")
  if (refused !== null || establishment === null) return refused ?? notNow(trainer)
  const { entry, trainer: of } = command
  const known = entriesOf(trainer).find(({ event }) => event === entry)
  if (known === undefined) {
    return notNow(trainer, "There is no such entry about this trainer, or it is struck out already")
  }
  return judge().accept(() => [
    TrainerEntryStruckOut.make({ of, on: known.on, corrects: entry, data: { trainer: of, establishment, entry } })
  ])
})
