/**
 * Courses beside those of workers, for games of two actors: a training held to its end, trainers, escalations that turn
 * out to be one, people under two numbers, staff who come back, people who are considered for a role, credits in doubt, and
 * mentors who took over on another day.
 */
import { CorrectAppointmentStart } from "../appointment/AppointmentEnd.ts"
import { ConsiderEligibility } from "../appointment/Eligible.ts"
import { CheckLegalStatus } from "../appointment/LegalStatusCheck.ts"
import { DeclareSelectionInterest, RecordSelectionAdvice } from "../appointment/SelectionAdvice.ts"
import { ChangeAppointmentSupervisor, RestrictAppointment } from "../appointment/Suspension.ts"
import { EndDuplicateAppointment } from "../appointment/WhoseAppointment.ts"
import { CloseCohort, FinishCohortDelivery, RecordCohortReflection } from "../cohort/CohortEnd.ts"
import { CorrectTrainingSession } from "../cohort/SessionFindings.ts"
import { CorrectSessionObservers } from "../cohort/SessionObservers.ts"
import { CorrectEscalation } from "../escalation/EscalationCorrections.ts"
import { LinkEscalations } from "../escalation/EscalationLinks.ts"
import { AcknowledgeEscalation } from "../escalation/EscalationOwnership.ts"
import { RaiseEscalation } from "../escalation/EscalationRaising.ts"
import { CorrectEscalationRaiser } from "../escalation/RaiserCorrection.ts"
import { RecordSubjectNotInformed } from "../escalation/TellingTheSubject.ts"
import { startOf } from "../language/Instant.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { MergePeople, MovePersonBooking, UndoPeopleMerge } from "../person/Merges.ts"
import { DecideEligibilityCriteria } from "../scheme/SchemeEligibility.ts"
import { CorrectShadowMentorReplacement } from "../shadowing/ShadowingCorrections.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { CorrectStaffLeaving, CorrectStaffReturn, CorrectStaffStart } from "../staff/StaffCorrections.ts"
import { RecordStaffLeaving, RecordStaffReturn } from "../staff/StaffLeaving.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { IntroduceTemplate } from "../template/TemplateChoice.ts"
import { GrantTrainingEquivalence, WithdrawTrainingEquivalence } from "../template/TrainingEquivalences.ts"
import { AccreditTrainer, ReviewTrainerAccreditation } from "../trainer/TrainerAccreditation.ts"
import { JudgeTrainerCapable, RecordTrainerPractice } from "../trainer/TrainerPractice.ts"
import { RegisterTrainer } from "../trainer/TrainerRegistration.ts"
import { RecordSessionMakeUp } from "../training/Attendance.ts"
import { DecideTrainingCompletion, IssueTrainingCertificate } from "../training/CompletionDecisions.ts"
import { RevokeTrainingCompletion } from "../training/CompletionDecisions.ts"
import { CreditEarlierTraining, CreditTrainingSession, UpholdTrainingCredit } from "../training/Credits.ts"
import { OpenTrainingRecord } from "../training/Enrolment.ts"
import { sessionKeys } from "../training/SessionCatalogue.ts"
import { newcomer } from "./Courses.ts"
import { cohort, facilitator, heldAll, nurse, templateTwo, willsTraining } from "./SmallCourse.ts"
import { kay, lee, legacy, max, maxsRole, mo, propose, scheme, supportWorker, ZZI } from "./SmallPrison.ts"
import type { Course } from "./TwoActors.ts"

const reason = "It turned out so"

/** The course of `SmallCourse`, from its first session to its end; it is possible where a game begins with it. */
const heldToTheEnd: Course = () => [
  ...heldAll().map((given) => () => given),
  (on) => DecideTrainingCompletion.make({ training: willsTraining, decidedBy: kay, on }),
  (on) => IssueTrainingCertificate.make({ training: willsTraining, on }),
  (on) => FinishCohortDelivery.make({ cohort, on }),
  (on) => RecordCohortReflection.make({ cohort, wanted: [], notes: "It went well", on }),
  (on) => CloseCohort.make({ cohort, on })
]

const afterwards: Course = ({ named, roll }) => {
  const trainings = named.ids("training")
  const training = trainings[roll(Math.max(1, trainings.length))] ?? willsTraining
  const session = sessionKeys[roll(sessionKeys.length)] ?? "LOSS"
  return [
    (on) => RecordSessionMakeUp.make({ training, session, minutes: 60, deliverers: [facilitator], on }),
    (on) => DecideTrainingCompletion.make({ training, decidedBy: kay, on }),
    (on) => RevokeTrainingCompletion.make({ training, decidedBy: kay, agreedBy: lee, on, reason })
  ]
}

/** From watching a session to being accredited for it. */
const upTheLadder: Course = ({ roll }) => {
  const trainer = [nurse, kay, lee][roll(3)] ?? nurse
  const session = sessionKeys[roll(sessionKeys.length)] ?? "LOSS"
  const practice = { trainer, session, practice: "OBSERVED" as const }
  const decidedBy = trainer === kay ? lee : kay
  return [
    (on) => RegisterTrainer.make({ trainer, professions: ["NURSE"], affiliation: "OWN_STAFF", on }),
    (on) => RecordTrainerPractice.make({ ...practice, on }),
    (on) => JudgeTrainerCapable.make({ trainer, session, grounds: "Seen", decidedBy, on }),
    (on) => AccreditTrainer.make({ trainer, session, basis: "JUDGED_HERE", scheme, decidedBy, on }),
    (on) => ReviewTrainerAccreditation.make({ trainer, session, scheme, observedBy: decidedBy, on })
  ]
}

/** Two reports of the same matter, of which one turns out to be about a member of staff, and the link to be wrong. */
const reportedTwice: Course = ({ fresh, named, roll }) => {
  const [first, second] = [fresh(), fresh()]
  const people = named.ids("person")
  const staff = named.ids("staff")
  const aboutStaff = staff[roll(Math.max(1, staff.length))] ?? lee
  const correct = (on: LocalDate) =>
    CorrectEscalation.make({ escalation: second, aboutStaff, raisedAt: startOf(addDays(on, -14)), reason })
  const subject = people[roll(Math.max(1, people.length))]
  const raise = (escalation: string, urgency: "SAME_DAY" | "ROUTINE") =>
    RaiseEscalation.make({
      escalation,
      scheme,
      category: "HEALTH",
      urgency,
      basis: "LIFE_AT_RISK",
      ...(subject === undefined ? {} : { subject })
    })
  return [
    () => raise(first, "ROUTINE"),
    () => raise(second, "SAME_DAY"),
    () => LinkEscalations.make({ escalation: second, other: first }),
    correct,
    () =>
      CorrectEscalationRaiser.make({
        escalation: first,
        ...(subject === undefined ? {} : { heardFrom: subject }),
        reason
      }),
    () => AcknowledgeEscalation.make({ escalation: second }),
    () => RecordSubjectNotInformed.make({ escalation: first, why: "UNSAFE" })
  ]
}

/** Somebody is there under two numbers, each with a role; and now and then that was a mistake. */
const underTwoNumbers: Course = ({ fresh, named, roll }) => {
  const person = fresh()
  const into = named.ids("person")[roll(4)] ?? person
  const appointment = fresh()
  const duplicateOf = named.ids("appointment")[roll(4)] ?? appointment
  return [
    newcomer(person, roll(9000)),
    (on) => roll(2) === 0 ? propose(appointment, person, on) : legacy(appointment, person, addDays(on, 300)),
    (on) =>
      roll(2) === 0
        ? MergePeople.make({ person, into, on, reason })
        : MovePersonBooking.make({ person, into, from: addDays(on, -30), on, reason }),
    (on) => EndDuplicateAppointment.make({ appointment, duplicateOf, on }),
    (on) => UndoPeopleMerge.make({ person, on, reason })
  ]
}

/** Somebody comes, leaves and comes back, and every day of it was recorded wrongly. */
const outAndBack: Course = ({ fresh }) => {
  const staff = fresh()
  return [
    (on) => RegisterStaff.make({ staff, name: "Somebody", establishment: ZZI, on: addDays(on, -60) }),
    (on) => CorrectStaffStart.make({ staff, startedOn: addDays(on, -70), reason }),
    (on) => RecordStaffLeaving.make({ staff, on: addDays(on, -30) }),
    (on) => CorrectStaffLeaving.make({ staff, leftOn: addDays(on, -40), reason }),
    (on) => RecordStaffReturn.make({ staff, on: addDays(on, -10) }),
    (on) => CorrectStaffReturn.make({ staff, returnedOn: on, reason })
  ]
}

/** Somebody is considered for a role: by what makes people eligible, by advice, and by their legal status. */
const consideredFor: Course = ({ named, roll }) => {
  const appointments = named.ids("appointment")
  const appointment = appointments[roll(Math.max(1, appointments.length))] ?? maxsRole
  const asked = { scheme, roleProfile: supportWorker, criteria: ["STABLE"] as const, gap: "TAKES_A_REASON" as const }
  return [
    (on) => DecideEligibilityCriteria.make({ ...asked, decidedBy: kay, on }),
    (on) => ConsiderEligibility.make({ appointment, met: ["STABLE"], notMet: [], on }),
    (on) => DeclareSelectionInterest.make({ appointment, adviser: max, interest: "NONE", on }),
    (on) => RecordSelectionAdvice.make({ appointment, adviser: max, advice: "FOR", on }),
    (on) => CheckLegalStatus.make({ appointment, meets: true, on })
  ]
}

/** What was credited by an equivalence that was withdrawn stays, once somebody decides so. */
const creditedInDoubt: Course = ({ fresh, named, roll }) => {
  const [person, template, earlier, training] = [fresh(), fresh(), fresh(), fresh()]
  const newestOf = (stream: string): string => named.ids(`event of ${stream}`).at(-1) ?? template
  const session = "LOSS" as const
  return [
    newcomer(person, roll(9000)),
    (on) => IntroduceTemplate.make({ template, scheme, published: "TEMPLATE_1", on }),
    (on) => OpenTrainingRecord.make({ training: earlier, person, template, on }),
    (on) =>
      CreditTrainingSession.make({
        training: earlier,
        session,
        credit: "FULL",
        evidence: "REGISTER",
        decidedBy: kay,
        on
      }),
    (on) => OpenTrainingRecord.make({ training, person, template: templateTwo, on }),
    (on) => {
      const equal = { template: templateTwo, from: template, session, fromSession: session, credit: "FULL" as const }
      return GrantTrainingEquivalence.make({ ...equal, decidedBy: kay, reason, on })
    },
    (on) => CreditEarlierTraining.make({ training, earlier, sessions: [session], decidedBy: kay, on }),
    () =>
      WithdrawTrainingEquivalence.make({ template: templateTwo, entry: newestOf(`template-${templateTwo}`), reason }),
    (on) => UpholdTrainingCredit.make({ training, entry: newestOf(`training-${training}`), decidedBy: kay, reason, on })
  ]
}

/** A session lasted otherwise than was recorded, and what is missing of it now is made up. */
const lastedOtherwise: Course = ({ named, roll }) => {
  const trainings = named.ids("training")
  const training = trainings[roll(Math.max(1, trainings.length))] ?? willsTraining
  const session = sessionKeys[roll(sessionKeys.length)] ?? "LOSS"
  const lasted = (minutes: number) => (heldOn: LocalDate) =>
    CorrectTrainingSession.make({ cohort, session, heldOn, minutes, deliverers: [facilitator], reason })
  return [
    lasted([30, 59, 61, 90][roll(4)] ?? 90),
    () =>
      CorrectSessionObservers.make({
        cohort,
        session,
        observers: [[kay], [lee], []][roll(3)] ?? [],
        timeProtected: true,
        reason
      }),
    (on) => RecordSessionMakeUp.make({ training, session, minutes: 30, deliverers: [facilitator], on }),
    lasted(60)
  ]
}

/** A worker gets another supervisor and a restriction, and began on another day than was recorded. */
const begunOnAnotherDay: Course = ({ named, roll }) => {
  const appointments = named.ids("appointment")
  const appointment = appointments[roll(Math.max(1, appointments.length))] ?? maxsRole
  const [restrictedAgo, begunAgo] = [roll(20), roll(20)]
  return [
    (on) => ChangeAppointmentSupervisor.make({ appointment, supervisor: [kay, lee][roll(2)] ?? kay, on }),
    (on) =>
      RestrictAppointment.make({
        appointment,
        tasks: [],
        areas: ["B_WING"],
        from: addDays(on, -restrictedAgo),
        reason
      }),
    (on) => CorrectAppointmentStart.make({ appointment, from: addDays(on, -begunAgo), reason })
  ]
}

/** Another mentor takes over in a shadowing, on another day than was recorded. */
const takenOverOnAnotherDay: Course = ({ named, roll }) => {
  const placements = named.ids("shadowing")
  const shadowing = placements[roll(Math.max(1, placements.length))] ?? scheme
  const [recordedAgo, ago] = [roll(10), roll(14)]
  return [
    (on) =>
      ReplaceShadowMentor.make({
        shadowing,
        mentor: [max, mo][roll(2)] ?? mo,
        on: addDays(on, -recordedAgo),
        reason
      }),
    (on) =>
      CorrectShadowMentorReplacement.make({
        shadowing,
        replacement: named.ids(`event of shadowing-${shadowing}`).at(-1) ?? shadowing,
        replacedOn: addDays(on, -ago),
        reason
      })
  ]
}

export const coursesBeside: ReadonlyArray<Course> = [
  heldToTheEnd,
  afterwards,
  upTheLadder,
  reportedTwice,
  underTwoNumbers,
  outAndBack,
  consideredFor,
  creditedInDoubt,
  lastedOtherwise,
  begunOnAnotherDay,
  takenOverOnAnotherDay
]
