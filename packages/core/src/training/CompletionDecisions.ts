/**
 * Completion: an explicit decision, never a count. It may be withheld, upheld where it no longer holds by what is known
 * now, or revoked by two; each completion has a certificate of its own.
 */
import { sessionIn } from "../cohort/Cohort.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { idOf } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import type { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { completionHolds, lackingOn } from "./completionHolds.ts"
import { onWhichDay, whichTraining, why } from "./Enrolment.ts"
import { CountOnlyAccreditedTrainers } from "./rules/CountOnlyAccreditedTrainers.ts"
import { HaveEveryUnitAssessed } from "./rules/HaveEveryUnitAssessed.ts"
import { LetSomebodyElseDecide } from "./rules/LetSomebodyElseDecide.ts"
import { MeetEverySession } from "./rules/MeetEverySession.ts"
import { RevokeOnlyAsTwo } from "./rules/RevokeOnlyAsTwo.ts"
import { RoundNoAttendanceUp } from "./rules/RoundNoAttendanceUp.ts"
import { countMet, isMet, sessionsMet } from "./sessionsMet.ts"
import type { HowMet, TrainingRecord } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import {
  TrainingCertificateIssued,
  TrainingCompleted,
  TrainingCompletionRevoked,
  TrainingCompletionUpheld,
  TrainingCompletionWithheld
} from "./TrainingEvents.ts"
import { keysOf, recordOf } from "./TrainingRecord.ts"
import { refusedNow, trainingNotNow } from "./trainingSteps.ts"

const decidedBy = tagged("staff", idOf("staff"), "Which member of staff decided it?")

/** Whether they alone taught every session that the trainee attended. */
const taughtEverything = ({ cohort, training }: TrainingRecord, staff: string): boolean => {
  const taught = training.attendance.flatMap(({ session }) => {
    const held = cohort === null ? null : sessionIn(cohort, session)
    return held === null ? [] : [held.deliverers]
  })
  return taught.length > 0 && taught.every((deliverers) => deliverers.length === 1 && deliverers[0] === staff)
}

/** What every completion is judged by, as of a day. */
export const requirementsOf = (record: TrainingRecord, on: LocalDate) => {
  const sessions = sessionsMet(record, on)
  const of = (how: HowMet) => sessions.filter((one) => one.how === how)
  const partial = of("Partial")
  return [
    MeetEverySession.asks({ required: sessions.length, missing: of("Missing").map(({ session }) => session) }),
    RoundNoAttendanceUp.asks({
      partial: partial.map(({ session }) => session),
      minutes: partial.reduce((sum, one) => sum + one.of - one.minutes, 0)
    }),
    CountOnlyAccreditedTrainers.asks({ uncounted: of("NotCounted").map(({ session }) => session) }),
    HaveEveryUnitAssessed.asks({ unassessed: of("NotAssessed").map(({ session }) => session) })
  ] as const
}

export const DecideTrainingCompletion = command("training", "DecideTrainingCompletion", {
  title: "Decide that a training is complete",
  says: "Every session is met, and a member of staff decides that the training is complete",
  fields: { training: whichTraining, decidedBy, on: onWhichDay }
})

export const decideTrainingCompletion = decision(
  DecideTrainingCompletion,
  [
    MeetEverySession,
    RoundNoAttendanceUp,
    CountOnlyAccreditedTrainers,
    HaveEveryUnitAssessed,
    LetSomebodyElseDecide,
    NameOnlyStaffInPost,
    KeepTheOrderOfEvents
  ],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "DecideTrainingCompletion")
    if (refused !== null) return refused
    const { on } = command
    const record = yield* recordOf(training)
    const staff = yield* read(Staff, command.decidedBy)
    const met = sessionsMet(record, on)
    return judge(
      ...requirementsOf(record, on),
      LetSomebodyElseDecide.asks({ onlyTrainer: taughtEverything(record, command.decidedBy) }),
      namedInPost(on, staff),
      inOrder([on, training.enrolled?.on ?? null])
    ).accept(() => [
      TrainingCompleted.make({
        of: command.training,
        on,
        data: {
          ...keysOf(training),
          sessions: met.length,
          credited: met.filter(({ how }) => how === "Credited").length,
          decidedBy: command.decidedBy
        }
      })
    ])
  }
)

export const WithholdTrainingCompletion = command("training", "WithholdTrainingCompletion", {
  title: "Withhold a completion",
  says: "Every session is met, and a member of staff decides that the training is not complete yet",
  fields: { training: whichTraining, decidedBy, on: onWhichDay, reason: why }
})

export const withholdTrainingCompletion = decision(
  WithholdTrainingCompletion,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "WithholdTrainingCompletion")
    if (refused !== null) return refused
    const record = yield* recordOf(training)
    if (!sessionsMet(record, command.on).every(isMet)) {
      return trainingNotNow(training, "Sessions are missing, so there is nothing to withhold. Close it as incomplete")
    }
    if (training.withheld !== null) return trainingNotNow(training, "The completion is withheld already")
    const staff = yield* read(Staff, command.decidedBy)
    return judge(
      namedInPost(command.on, staff),
      inOrder([command.on, training.enrolled?.on ?? null])
    ).accept(() => [
      TrainingCompletionWithheld.make({
        of: command.training,
        on: command.on,
        data: { ...keysOf(training), decidedBy: command.decidedBy }
      })
    ])
  }
)

export const UpholdTrainingCompletion = command("training", "UpholdTrainingCompletion", {
  title: "Uphold a completion that no longer holds",
  says: "Staff decide that the completion stands without the sessions that, by what is known now, are missing",
  fields: { training: whichTraining, decidedBy, on: onWhichDay, reason: why }
})

export const upholdTrainingCompletion = decision(
  UpholdTrainingCompletion,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "UpholdTrainingCompletion")
    if (refused !== null) return refused
    const record = yield* recordOf(training)
    const { completion } = training
    if (completion === null || completionHolds(record)) {
      return trainingNotNow(training, "The completion holds; there is nothing to decide")
    }
    const staff = yield* read(Staff, command.decidedBy)
    return judge(
      namedInPost(command.on, staff),
      inOrder([command.on, completion.on])
    ).accept(() => [
      TrainingCompletionUpheld.make({
        of: command.training,
        on: command.on,
        corrects: completion.event,
        data: {
          ...keysOf(training),
          met: countMet(record, completion.on),
          missing: lackingOn(record, completion.on),
          decidedBy: command.decidedBy
        }
      })
    ])
  }
)

export const RevokeTrainingCompletion = command("training", "RevokeTrainingCompletion", {
  title: "Revoke a completion",
  says: "Two members of staff decide that the training was not completed; what follows from it is derived anew",
  fields: {
    training: whichTraining,
    decidedBy,
    agreedBy: tagged("staff", idOf("staff"), "Which other member of staff agreed?"),
    on: onWhichDay,
    reason: why
  }
})

export const revokeTrainingCompletion = decision(
  RevokeTrainingCompletion,
  [RevokeOnlyAsTwo, NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "RevokeTrainingCompletion")
    if (refused !== null) return refused
    const { completion } = training
    if (completion === null) return trainingNotNow(training)
    const { agreedBy, decidedBy: by, on } = command
    const decider = yield* read(Staff, by)
    const other = yield* read(Staff, agreedBy)
    return judge(
      RevokeOnlyAsTwo.asks({ samePerson: agreedBy === by }),
      namedInPost(on, decider, other),
      inOrder([on, completion.on])
    ).accept(() => [
      TrainingCompletionRevoked.make({
        of: command.training,
        on,
        corrects: completion.event,
        data: { ...keysOf(training), decidedBy: by, agreedBy }
      })
    ])
  }
)

/** The award of a template, with the credits of its units; nothing where it leads to none. */
const awardedBy = ({ qualification }: TrainingTemplate) =>
  qualification === null
    ? {}
    : { award: qualification.award, credits: qualification.units.reduce((sum, { credits }) => sum + credits, 0) }

export const IssueTrainingCertificate = command("training", "IssueTrainingCertificate", {
  title: "Issue a certificate",
  says: "Issues a certificate of this completion, with its award where it leads to one; earlier ones stay as they are",
  fields: { training: whichTraining, on: onWhichDay }
})

export const issueTrainingCertificate = decision(
  IssueTrainingCertificate,
  [KeepTheOrderOfEvents],
  function*(command) {
    const training = yield* read(Training, command.training)
    const refused = refusedNow(training, "IssueTrainingCertificate")
    if (refused !== null) return refused
    const { certificates, completion } = training
    if (completion === null) return trainingNotNow(training)
    if (certificates.some((one) => one.completion === completion.event)) {
      return trainingNotNow(training, "A certificate of this completion was issued already")
    }
    const record = yield* recordOf(training)
    if (!completionHolds(record)) {
      return trainingNotNow(training, "The completion no longer holds. Decide about it first")
    }
    return judge(inOrder([command.on, completion.on])).accept(() => [
      TrainingCertificateIssued.make({
        of: command.training,
        on: command.on,
        data: {
          ...keysOf(training),
          number: training.issued + 1,
          completion: completion.event,
          ...awardedBy(record.template)
        }
      })
    ])
  }
)
