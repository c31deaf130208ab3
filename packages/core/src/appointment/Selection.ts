/**
 * Selection: staff consider a person for a role, and decide with what they were shown.
 */
import { Cohort } from "../cohort/Cohort.ts"
import { command, deriving } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aDate, aPastDate, oneOf, text, yesOrNo } from "../language/Kind.ts"
import { daysBetween } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Identity } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { trainingsOf } from "../training/TrainingRecord.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { AppointmentDeclined, AppointmentSelected, AppointmentSelectionBegun } from "./AppointmentEvents.ts"
import { declineReason, educationMeets } from "./AppointmentKeys.ts"
import { keysOf, refusedNow } from "./appointmentSteps.ts"
import { eligible } from "./Eligible.ts"
import { heldAsAsked } from "./HeldAsAsked.ts"
import { riskAssessed, securityCleared } from "./Requirements.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { ConsiderSuitability } from "./rules/ConsiderSuitability.ts"
import { ExpectToStayLongEnough } from "./rules/ExpectToStayLongEnough.ts"
import { GiveAReasonForAGap } from "./rules/GiveAReasonForAGap.ts"
import { MeetEveryCriterion } from "./rules/MeetEveryCriterion.ts"
import { ShowEarlierRemovals } from "./rules/ShowEarlierRemovals.ts"
import { holderOf, standingsOf } from "./Standing.ts"

const selection = { subject: "person", keep: "selection" } as const
const onWhichDay = open(aPastDate, "On which day?", "For example, 27 3 2016.")

export const BeginAppointmentSelection = command("appointment", "BeginAppointmentSelection", {
  title: "Begin selection",
  says: "Staff begin to consider the person for the role",
  fields: { appointment: whichAppointment, on: onWhichDay }
})

export const beginAppointmentSelection = decision(
  BeginAppointmentSelection,
  [KeepTheOrderOfEvents],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "BeginAppointmentSelection")
    if (refused !== null) return refused
    return judge(inOrder([command.on, appointment.begun?.on ?? null])).accept(() => [
      AppointmentSelectionBegun.make({ of: command.appointment, on: command.on, data: keysOf(appointment) })
    ])
  }
)

/** Whole weeks, at most three years: the day itself is personal and cannot be counted back from this. */
const roughly = (days: number): number => Math.min(156, Math.max(0, Math.floor(days / 7))) * 7

export const SelectForAppointment = deriving(
  "appointment",
  "SelectForAppointment",
  {
    title: "Select for the role",
    says: "Staff select the person, having weighed what speaks for and against it",
    fields: {
      appointment: whichAppointment,
      incentiveLevel: personal(
        oneOf({ BASIC: "Basic", STANDARD: "Standard", ENHANCED: "Enhanced" }),
        selection,
        "What is their incentive level?"
      ),
      workplaceRisk: personal(
        oneOf({ LOW: "Low", MEDIUM: "Medium", HIGH: "High" }),
        selection,
        "What is their workplace risk?"
      ),
      learned: optional(
        personal(
          text(1000, true),
          selection,
          "What have they learned, in school, work or prison?",
          "Leave empty if nothing is known of it."
        )
      ),
      education: optional(
        personal(
          educationMeets,
          selection,
          "Does it meet what the role asks for?",
          "Leave empty if nothing is known of it."
        )
      ),
      expectedUntil: personal(
        aDate,
        selection,
        "Until when are they expected to stay at the establishment?",
        "For example, 27 9 2017."
      ),
      reasons: personal(text(2000, true), selection, "What are the reasons for selecting them?"),
      on: onWhichDay
    }
  },
  { against: open(yesOrNo, "Something speaks against it"), daysExpected: open(aCount(), "Days expected, about") },
  ({ education, expectedUntil, incentiveLevel, on, workplaceRisk }) => ({
    against: incentiveLevel === "BASIC" || workplaceRisk === "HIGH" || education === "FALLS_SHORT",
    daysExpected: roughly(daysBetween(on, expectedUntil))
  })
)

/** For how many days more the person is in training for the scheme, by the cohorts in which they are enrolled. */
function* trainingAhead(holder: Identity, scheme: string, on: LocalDate): Reading<number> {
  const open = (yield* trainingsOf(holder)).filter((one) =>
    one.scheme === scheme && one.status === "Enrolled" && one.place !== "AD_HOC"
  )
  const cohorts = yield* readAll(Cohort, open.flatMap(({ cohort }) => cohort ?? []))
  return Math.max(0, ...cohorts.map(({ endsOn }) => endsOn === null ? 0 : daysBetween(on, endsOn)))
}

export const selectForAppointment = decision(
  SelectForAppointment,
  [
    KeepTheOrderOfEvents,
    BeRiskAssessedForTheRole,
    BeClearedBySecurity,
    BeHeldAsTheRoleAsks,
    MeetEveryCriterion,
    GiveAReasonForAGap,
    ConsiderSuitability,
    ShowEarlierRemovals,
    ExpectToStayLongEnough
  ],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "SelectForAppointment")
    if (refused !== null) return refused
    const scheme = yield* read(Scheme, appointment.scheme)
    const holder = yield* holderOf(appointment)
    const [standing] = yield* standingsOf([holder.id])
    const others = (standing?.appointments ?? []).filter((one) => one.begun?.event !== appointment.begun?.event)
    const otherRoles = others.filter((one) => one.inRole !== null && one.step !== "Ended").length
    const earlierRemovals =
      others.filter((one) => one.scheme === appointment.scheme && one.ended?.removed === true).length
    const mismatches = (command.against ? 1 : 0) + (otherRoles > 0 ? 1 : 0)
    const profile = roleProfileOf(scheme, appointment.roleProfile, command.on)
    const shadowing = profile?.asksForShadowing === true ? limitOn(scheme, "shadowingDays", command.on) ?? 0 : 0
    return judge(
      inOrder([command.on, appointment.begun?.on ?? null]),
      riskAssessed(appointment, scheme, command.on),
      securityCleared(appointment, profile, command.on),
      heldAsAsked({ appointment, person: holder.person, scheme }, profile, command.on),
      ...eligible(appointment, scheme, command.on),
      ConsiderSuitability.asks({ mismatches }),
      ShowEarlierRemovals.asks({ removals: earlierRemovals }),
      ExpectToStayLongEnough.asks(
        {
          expected: command.daysExpected,
          training: yield* trainingAhead(holder, appointment.scheme, command.on),
          shadowing
        },
        { days: limitOn(scheme, "minimumServiceDays", command.on) }
      )
    ).accept(() => [
      AppointmentSelected.make({
        of: command.appointment,
        on: command.on,
        data: {
          ...keysOf(appointment),
          mismatches,
          earlierRemovals,
          otherRoles,
          daysExpected: command.daysExpected
        }
      })
    ])
  }
)

export const DeclineAppointment = command("appointment", "DeclineAppointment", {
  title: "Decide not to select",
  says: "Staff decide not to select the person for the role",
  fields: {
    appointment: whichAppointment,
    reason: personal(declineReason, selection, "What is the reason?"),
    canReapplyFrom: optional(open(aDate, "From when can they apply again?", "Leave empty if it was not said.")),
    on: onWhichDay
  }
})

export const declineAppointment = decision(DeclineAppointment, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "DeclineAppointment")
  if (refused !== null) return refused
  const { canReapplyFrom } = command
  const again = canReapplyFrom === undefined ? {} : { canReapplyFrom }
  return judge(inOrder([command.on, appointment.begun?.on ?? null])).accept(() => [
    AppointmentDeclined.make({ of: command.appointment, on: command.on, data: { ...keysOf(appointment), ...again } })
  ])
})
