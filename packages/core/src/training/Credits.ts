/**
 * Credits: what a trainee knows already, found in their earlier records and offered, or shown from elsewhere.
 *
 * Finding is not giving: somebody decides which of the offered credits are given. Between templates an offer follows
 * from the equivalences that were decided; within one template a session that was met is the same session.
 */
import { whichSession } from "../cohort/CohortSessions.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, idOf, severalOf } from "../language/Kind.ts"
import { identityOf, isTheirs } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { SayWhatIsLeftToLearn } from "../template/rules/SayWhatIsLeftToLearn.ts"
import { creditsInDoubt } from "./creditHolds.ts"
import { onWhichDay, whichTraining, why } from "./Enrolment.ts"
import { sessionTitles } from "./SessionCatalogue.ts"
import { offersFor } from "./sessionsMet.ts"
import { refusedEntry } from "./stillToMeet.ts"
import { Training } from "./Training.ts"
import {
  aCreditGiven,
  anEvidence,
  TrainingCreditGiven,
  TrainingCreditUpheld,
  TrainingEntryVoided
} from "./TrainingEvents.ts"
import { keysOf, recordedTraining, recordOf } from "./TrainingRecord.ts"
import { refusedNow, trainingNotNow } from "./trainingSteps.ts"

const decidedBy = tagged("staff", idOf("staff"), "Which member of staff decided it?")

export const CreditEarlierTraining = command("training", "CreditEarlierTraining", {
  title: "Credit an earlier training",
  says: "Gives credit for sessions that the person met in an earlier training, as far as they count for this one",
  fields: {
    training: whichTraining,
    earlier: tagged("training", idOf("training"), "For which earlier training?"),
    sessions: open(severalOf(sessionTitles), "For which sessions?", "Only sessions that the earlier training offers."),
    decidedBy,
    on: onWhichDay
  }
})

export const creditEarlierTraining = decision(
  CreditEarlierTraining,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = yield* refusedEntry(training, "CreditEarlierTraining")
    if (refused !== null) return refused
    const { on, sessions } = command
    const earlier = yield* read(Training, command.earlier)
    const person = yield* identityOf(training.person, training.enrolled?.on ?? null)
    const isTheirOwn = isTheirs(person, recordedTraining(earlier))
    if (!isTheirOwn || command.earlier === command.training || earlier.status === "Voided") {
      return trainingNotNow(training, "That is no earlier training of this person")
    }
    const { template } = yield* recordOf(training)
    const record = yield* recordOf(earlier)
    const offers = offersFor({ id: training.template, template }, record, on)
    const given = sessions.flatMap((session) => offers.filter((offer) => offer.session === session))
    if (given.length === 0 || given.length < sessions.length) {
      const offered = offers.map(({ session }) => sessionTitles[session]).join(", ")
      return trainingNotNow(
        training,
        offered === ""
          ? "The earlier training offers nothing for this one. Decide on the equivalences of their templates first"
          : `The earlier training offers only ${offered}`
      )
    }
    const staff = yield* read(Staff, command.decidedBy)
    return judge(
      namedInPost(on, staff),
      inOrder([on, training.enrolled?.on ?? null])
    ).accept(() =>
      given.map(({ credit, session, topUpMinutes }) =>
        TrainingCreditGiven.make({
          of: command.training,
          on,
          data: {
            ...keysOf(training),
            session,
            credit,
            ...(credit === "PARTIAL" ? { topUpMinutes } : {}),
            earlier: command.earlier,
            decidedBy: command.decidedBy
          }
        })
      )
    )
  }
)

export const CreditTrainingSession = command("training", "CreditTrainingSession", {
  title: "Credit a session from elsewhere",
  says: "It was decided that the person knows the session from a training that is not recorded here",
  fields: {
    training: whichTraining,
    session: whichSession,
    credit: open(aCreditGiven, "What does it count for?"),
    topUpMinutes: optional(
      open(aCount(1, 600), "How many minutes are left to learn?", "Only where it counts in part.")
    ),
    evidence: open(anEvidence, "From what is it known?"),
    decidedBy,
    on: onWhichDay
  }
})

export const creditTrainingSession = decision(
  CreditTrainingSession,
  [SayWhatIsLeftToLearn, NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = yield* refusedEntry(training, "CreditTrainingSession")
    if (refused !== null) return refused
    const { credit, evidence, on, session, topUpMinutes } = command
    const { template } = yield* recordOf(training)
    if (template.sessions.every((one) => one.session !== session)) {
      return trainingNotNow(training, "The template of the training has no such session")
    }
    const staff = yield* read(Staff, command.decidedBy)
    return judge(
      SayWhatIsLeftToLearn.asks({ inPart: credit === "PARTIAL", said: topUpMinutes !== undefined }),
      namedInPost(on, staff),
      inOrder([on, training.enrolled?.on ?? null])
    ).accept(() => [
      TrainingCreditGiven.make({
        of: command.training,
        on,
        data: {
          ...keysOf(training),
          session,
          credit,
          ...(credit === "PARTIAL" && topUpMinutes !== undefined ? { topUpMinutes } : {}),
          evidence,
          decidedBy: command.decidedBy
        }
      })
    ])
  }
)

export const UpholdTrainingCredit = command("training", "UpholdTrainingCredit", {
  title: "Uphold a credit that is in doubt",
  says: "Staff decide that a credit stays although what it was given by was withdrawn or decided otherwise since",
  fields: {
    training: whichTraining,
    entry: open(idOf("event"), "Which credit?"),
    decidedBy,
    on: onWhichDay,
    reason: why
  }
})

export const upholdTrainingCredit = decision(
  UpholdTrainingCredit,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "UpholdTrainingCredit")
    if (refused !== null) return refused
    const credit = training.credits.find(({ event }) => event === command.entry)
    if (credit === undefined) return trainingNotNow(training, "The training has no such credit")
    const inDoubt = creditsInDoubt(yield* recordOf(training))
    if (inDoubt.every(({ event }) => event !== credit.event)) {
      return trainingNotNow(training, "The credit is not in doubt; there is nothing to decide")
    }
    const staff = yield* read(Staff, command.decidedBy)
    return judge(
      namedInPost(command.on, staff),
      inOrder([command.on, credit.on])
    ).accept(() => [
      TrainingCreditUpheld.make({
        of: command.training,
        on: command.on,
        corrects: credit.event,
        data: { ...keysOf(training), session: credit.session, decidedBy: command.decidedBy }
      })
    ])
  }
)

export const VoidTrainingEntry = command("training", "VoidTrainingEntry", {
  title: "Strike out an entry of a training",
  says:
    "A made-up session, a credit, an assessment or a certificate was recorded in error and counts no longer; it stays visible",
  fields: { training: whichTraining, entry: open(idOf("event"), "Which entry?"), reason: why }
})

export const voidTrainingEntry = decision(VoidTrainingEntry, [], function*(command) {
  const training = yield* read(Training, command.training)
  const refused = refusedNow(training, "VoidTrainingEntry")
  if (refused !== null) return refused
  const entries = [...training.madeUp, ...training.credits, ...training.assessments, ...training.certificates]
  const entry = entries.find(({ event }) => event === command.entry)
  if (entry === undefined) return trainingNotNow(training, "The training has no such entry that could be struck out")
  return judge().accept(() => [
    TrainingEntryVoided.make({
      of: command.training,
      on: entry.on,
      corrects: entry.event,
      data: keysOf(training)
    })
  ])
})
