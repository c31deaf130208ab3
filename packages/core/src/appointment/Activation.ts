/**
 * Activation: from this day the worker may work alone. Also the regularisation of a worker who was in role before the
 * scheme: no shadowing is asked of them, but a clearance is, where the role asks for one.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aDate, aPastDate, idOf, yesOrNo } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Identity } from "../person/Identity.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { isPublishedBand, payReviewedOn } from "../scheme/PayBands.ts"
import { NameAPublishedBand } from "../scheme/rules/NameAPublishedBand.ts"
import { PayAsTheRoleSays } from "../scheme/rules/PayAsTheRoleSays.ts"
import { ReviewPayEveryYear } from "../scheme/rules/ReviewPayEveryYear.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { placementOf, placementsFor, signOffHolds } from "../shadowing/Placement.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { BeSupervisedBySomebodyCompetent } from "../supervision/rules/BeSupervisedBySomebodyCompetent.ts"
import { supervisionsOf, supervisorOn } from "../supervision/Supervision.ts"
import { competentOn } from "../supervision/Supervisor.ts"
import type { Appointment } from "./Appointment.ts"
import { othersOpen, whichAppointment } from "./AppointmentEntry.ts"
import { AppointmentActivated, LegacyWorkerRegularised } from "./AppointmentEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { heldAsAsked } from "./HeldAsAsked.ts"
import { refusedWhileOff } from "./refusedWhileOff.ts"
import {
  acknowledgedBy,
  atEstablishment,
  clearedThenTrained,
  onAUnitOfTheRole,
  refreshedBy,
  requirementsOn,
  securityCleared,
  supervisionArranged,
  trainedBy
} from "./Requirements.ts"
import type { Shadowed } from "./Requirements.ts"
import { roleOn } from "./RoleOnDay.ts"
import { AcknowledgeTheJobDescription } from "./rules/AcknowledgeTheJobDescription.ts"
import { ArrangeSupervisionFirst } from "./rules/ArrangeSupervisionFirst.ts"
import { BeClearedBeforeTraining } from "./rules/BeClearedBeforeTraining.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { BeSelectedByStaff } from "./rules/BeSelectedByStaff.ts"
import { CompleteShadowingFirst } from "./rules/CompleteShadowingFirst.ts"
import { CompleteTheTraining } from "./rules/CompleteTheTraining.ts"
import { HoldOneOpenAppointmentPerRole } from "./rules/HoldOneOpenAppointmentPerRole.ts"
import { RefreshTheTrainingInTime } from "./rules/RefreshTheTrainingInTime.ts"
import { WorkOnAUnitOfTheRole } from "./rules/WorkOnAUnitOfTheRole.ts"
import { fallenCompletions, readSchooled } from "./Schooling.ts"
import { holderOf, standingsOf } from "./Standing.ts"

const supervisor = tagged("staff", idOf("staff"), "Who will supervise them?")
const firstSupervisionOn = open(aDate, "When is the first supervision?", "For example, 27 4 2016.")

/** Whether a placement for the appointment was signed off by the day, and whether that sign-off holds. */
export function* shadowingDone(appointment: string, on: LocalDate): Reading<Shadowed> {
  const placements = yield* placementsFor(appointment)
  const signedOff = placements.filter(({ signOff }) => signOff !== null && signOff.on <= on)
  let holds = false
  for (const shadowing of signedOff) {
    const placement = yield* placementOf(shadowing)
    holds = holds || signOffHolds(placement)
  }
  return { signedOff: signedOff.length > 0, holds }
}

/** Asks that nobody works in two appointments of one role, as could be after a merge until people decide. */
function* heldOnce({ begun, establishment, roleProfile }: Appointment, holder: Identity) {
  const [standing] = yield* standingsOf([holder.id])
  const others = standing === undefined || establishment === null
    ? 0
    : othersOpen(standing, roleProfile, establishment, begun?.event ?? null)
  return HoldOneOpenAppointmentPerRole.asks({ others })
}

/** Whether supervision is arranged already, with somebody else than the one who is named now. */
function* supervisedByAnother(of: string, appointment: Appointment, named: string, on: LocalDate): Reading<boolean> {
  const supervisions = yield* supervisionsOf(of)
  const supervisor = supervisorOn({ ...appointment, supervisor: named }, supervisions, on)
  return supervisor !== null && supervisor !== named
}

const arrangedWithAnother =
  "Its supervision is arranged with somebody else. Name them, or change the supervisor in the supervision first"

/** Whether what a worker is paid is published, and was looked at within the year. */
const publishedPay = ({ pay }: Scheme, band: number | undefined, on: LocalDate) =>
  [
    NameAPublishedBand.asks({ named: band !== undefined, published: isPublishedBand(pay, band ?? 0, on) }),
    ReviewPayEveryYear.asks({ reviewedOn: band === undefined ? null : payReviewedOn(pay, on), on })
  ] as const

export const ActivateAppointment = command("appointment", "ActivateAppointment", {
  title: "Appoint",
  says: "From this day the worker may work alone in the role",
  fields: {
    appointment: whichAppointment,
    supervisor,
    firstSupervisionOn,
    payBand: optional(open(aCount(1, 9), "Which pay band?", "Only for a paid role. A number, for example 2.")),
    identityItemOffered: open(yesOrNo, "Was an identity item, such as a T-shirt, offered?"),
    on: open(aPastDate, "From which day?", "For example, 27 4 2016.")
  }
})

export const activateAppointment = decision(
  ActivateAppointment,
  [
    BeSelectedByStaff,
    BeRiskAssessedForTheRole,
    WorkOnAUnitOfTheRole,
    BeClearedBySecurity,
    BeClearedBeforeTraining,
    BeHeldAsTheRoleAsks,
    AcknowledgeTheJobDescription,
    CompleteTheTraining,
    RefreshTheTrainingInTime,
    CompleteShadowingFirst,
    HoldOneOpenAppointmentPerRole,
    ArrangeSupervisionFirst,
    PayAsTheRoleSays,
    NameAPublishedBand,
    ReviewPayEveryYear,
    BeAtTheEstablishment,
    NameOnlyStaffInPost,
    BeSupervisedBySomebodyCompetent
  ],
  function*(command) {
    const appointment = yield* readSchooled(command.appointment)
    const refused = refusedNow(appointment, "ActivateAppointment")
    if (refused !== null) return refused
    const { on, payBand } = command
    const holder = yield* holderOf(appointment)
    const { person } = holder
    const scheme = yield* read(Scheme, appointment.scheme)
    const profile = roleOn(scheme, appointment.roleProfile, on)
    if ("_tag" in profile) return profile
    const off = refusedWhileOff(appointment, person, on, profile.inCommunity)
    if (off !== null) return off
    if (yield* supervisedByAnother(command.appointment, appointment, command.supervisor, on)) {
      return nothingLikeIt(appointment, arrangedWithAnother)
    }
    const staff = yield* read(Staff, command.supervisor)
    const shadowed = yield* shadowingDone(command.appointment, on)
    const fallen = yield* fallenCompletions(holder)
    return judge(
      ...requirementsOn({ appointment, person, scheme, profile, shadowed, fallen }, on),
      yield* heldOnce(appointment, holder),
      supervisionArranged(scheme, on, command.firstSupervisionOn),
      PayAsTheRoleSays.asks({ pay: profile.pay, banded: payBand !== undefined }),
      ...publishedPay(scheme, payBand, on),
      namedInPost(on, staff),
      competentOn(staff, on)
    ).accept(() => [
      AppointmentActivated.make({
        of: command.appointment,
        on,
        data: {
          ...keysOf(appointment),
          supervisor: command.supervisor,
          firstSupervisionOn: command.firstSupervisionOn,
          identityItemOffered: command.identityItemOffered,
          ...(payBand === undefined ? {} : { payBand })
        }
      })
    ])
  }
)

export const RegulariseLegacyWorker = command("appointment", "RegulariseLegacyWorker", {
  title: "Regularise a worker who was in role before the scheme",
  says: "The training is complete and supervision arranged; the waiver is closed, and no shadowing is asked",
  fields: {
    appointment: whichAppointment,
    supervisor,
    firstSupervisionOn,
    on: open(aPastDate, "From which day?", "For example, 27 4 2016.")
  }
})

export const regulariseLegacyWorker = decision(
  RegulariseLegacyWorker,
  [
    WorkOnAUnitOfTheRole,
    BeClearedBySecurity,
    BeClearedBeforeTraining,
    BeHeldAsTheRoleAsks,
    AcknowledgeTheJobDescription,
    CompleteTheTraining,
    RefreshTheTrainingInTime,
    HoldOneOpenAppointmentPerRole,
    ArrangeSupervisionFirst,
    BeAtTheEstablishment,
    NameOnlyStaffInPost,
    BeSupervisedBySomebodyCompetent,
    KeepTheOrderOfEvents
  ],
  function*(command) {
    const appointment = yield* readSchooled(command.appointment)
    const refused = refusedNow(appointment, "RegulariseLegacyWorker")
    if (refused !== null) return refused
    const { on } = command
    const scheme = yield* read(Scheme, appointment.scheme)
    const profile = roleOn(scheme, appointment.roleProfile, on)
    if ("_tag" in profile) return profile
    const holder = yield* holderOf(appointment)
    const off = refusedWhileOff(appointment, holder.person, on, profile.inCommunity)
    if (off !== null) return off
    if (yield* supervisedByAnother(command.appointment, appointment, command.supervisor, on)) {
      return nothingLikeIt(appointment, arrangedWithAnother)
    }
    const staff = yield* read(Staff, command.supervisor)
    const fallen = yield* fallenCompletions(holder)
    return judge(
      onAUnitOfTheRole(appointment, profile, on),
      securityCleared(appointment, profile, on),
      clearedThenTrained(appointment, profile, fallen, on),
      heldAsAsked({ appointment, person: holder.person, scheme }, profile, on),
      acknowledgedBy(appointment, profile.version, on),
      trainedBy(appointment, fallen, on),
      refreshedBy(appointment, scheme, on),
      supervisionArranged(scheme, on, command.firstSupervisionOn),
      atEstablishment(holder.person, appointment.establishment, on),
      yield* heldOnce(appointment, holder),
      namedInPost(on, staff),
      competentOn(staff, on),
      inOrder([on, appointment.begun?.on ?? null])
    ).accept(() => [
      LegacyWorkerRegularised.make({
        of: command.appointment,
        on,
        data: {
          ...keysOf(appointment),
          supervisor: command.supervisor,
          firstSupervisionOn: command.firstSupervisionOn
        }
      })
    ])
  }
)
