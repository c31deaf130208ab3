/**
 * How an appointment begins: staff propose somebody, or somebody applies; or a worker was in the role before the scheme.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { identityOf } from "../person/Identity.ts"
import { Person } from "../person/Person.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { limitOn, notRunning, Scheme } from "../scheme/Scheme.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { Appointment } from "./Appointment.ts"
import { AppointmentAppliedFor, AppointmentProposed, LegacyWorkerRegistered } from "./AppointmentEvents.ts"
import { applicationSource, proposalSource } from "./AppointmentKeys.ts"
import { refusedNow } from "./appointmentSteps.ts"
import { atEstablishment } from "./Requirements.ts"
import { roleOn } from "./RoleOnDay.ts"
import { HoldOneOpenAppointmentPerRole } from "./rules/HoldOneOpenAppointmentPerRole.ts"
import { RegisterAsLegacyOnlyWhoServedBefore } from "./rules/RegisterAsLegacyOnlyWhoServedBefore.ts"
import { isOpenNow, standingsOf } from "./Standing.ts"
import type { Standing } from "./Standing.ts"

export const whichAppointment = tagged("appointment", idOf("appointment"), "Which appointment?")

const whoAndWhat = {
  appointment: whichAppointment,
  person: tagged("person", idOf("person"), "Which person?"),
  scheme: tagged("scheme", idOf("scheme"), "Which scheme?"),
  roleProfile: tagged("roleProfile", idOf("roleProfile"), "Which role?")
}

interface Asked {
  readonly appointment: string
  readonly person: string
  readonly scheme: string
  readonly roleProfile: string
  readonly on: LocalDate
}

interface Ground {
  readonly scheme: Scheme
  readonly establishment: EstablishmentCode
  readonly standing: Standing
}

/** The open appointments that the person holds in the role at the establishment, besides the one that is asked about. */
export const othersOpen = (
  { appointments }: Standing,
  roleProfile: string,
  establishment: string,
  except: string | null = null
): number =>
  appointments.filter((one) =>
    one.begun?.event !== except && one.roleProfile === roleProfile && one.establishment === establishment &&
    isOpenNow(one)
  ).length

/** What every way into an appointment stands on, or why there is none. */
function* ground(asked: Asked, name: string): Reading<Ground | Judgement<never>> {
  const appointment = yield* read(Appointment, asked.appointment)
  const refused = refusedNow(appointment, name)
  if (refused !== null) return refused
  const scheme = yield* read(Scheme, asked.scheme)
  const { establishment } = scheme
  if (establishment === null) return notRunning(scheme)
  const role = roleOn(scheme, asked.roleProfile, asked.on)
  if ("_tag" in role) return role
  // The day of the entry decides whose it is where a booking was moved
  const holder = yield* identityOf(asked.person, asked.on)
  const [standing] = yield* standingsOf([holder.id])
  return { scheme, establishment, standing: standing ?? { person: Person.initial, appointments: [] } }
}

const entryRules = ({ establishment, standing }: Ground, { on, roleProfile }: Asked) =>
  [
    HoldOneOpenAppointmentPerRole.asks({ others: othersOpen(standing, roleProfile, establishment) }),
    atEstablishment(standing.person, establishment, on)
  ] as const

const keysFor = ({ person, roleProfile, scheme }: Asked, { establishment }: Ground) => ({
  person,
  scheme,
  roleProfile,
  establishment
})

export const ProposeAppointment = command("appointment", "ProposeAppointment", {
  title: "Propose somebody for a role",
  says: "Staff propose a person for a role in a scheme",
  begins: true,
  fields: {
    ...whoAndWhat,
    source: open(proposalSource, "Who proposes them?"),
    on: open(aPastDate, "On which day?", "For example, 27 3 2016.")
  }
})

export const proposeAppointment = decision(
  ProposeAppointment,
  [HoldOneOpenAppointmentPerRole, BeAtTheEstablishment],
  function*(command) {
    const on = yield* ground(command, "ProposeAppointment")
    if ("_tag" in on) return on
    return judge(...entryRules(on, command)).accept(() => [
      AppointmentProposed.make({
        of: command.appointment,
        on: command.on,
        data: { ...keysFor(command, on), source: command.source }
      })
    ])
  }
)

export const ApplyForAppointment = command("appointment", "ApplyForAppointment", {
  title: "Record an application for a role",
  says: "A person asked for a role in a scheme themselves",
  begins: true,
  fields: {
    ...whoAndWhat,
    source: open(applicationSource, "How did they come to apply?"),
    on: open(aPastDate, "On which day?", "For example, 27 3 2016.")
  }
})

export const applyForAppointment = decision(
  ApplyForAppointment,
  [HoldOneOpenAppointmentPerRole, BeAtTheEstablishment],
  function*(command) {
    const on = yield* ground(command, "ApplyForAppointment")
    if ("_tag" in on) return on
    return judge(...entryRules(on, command)).accept(() => [
      AppointmentAppliedFor.make({
        of: command.appointment,
        on: command.on,
        data: { ...keysFor(command, on), source: command.source }
      })
    ])
  }
)

export const RegisterLegacyWorker = command("appointment", "RegisterLegacyWorker", {
  title: "Register a worker who was in role before the scheme",
  says: "A worker has been in the role, untrained, since before the scheme; a waiver lets them go on until it ends",
  begins: true,
  fields: {
    ...whoAndWhat,
    inRoleSince: open(aPastDate, "Since when have they been in the role?", "For example, 27 11 2011."),
    waiverUntil: open(aDate, "Until when does the waiver last?", "The last day. For example, 27 11 2016."),
    attestedBy: tagged("staff", idOf("staff"), "Which member of staff attests it?"),
    on: open(aPastDate, "On which day is it registered?", "For example, 27 3 2016.")
  }
})

export const registerLegacyWorker = decision(
  RegisterLegacyWorker,
  [HoldOneOpenAppointmentPerRole, BeAtTheEstablishment, RegisterAsLegacyOnlyWhoServedBefore, NameOnlyStaffInPost],
  function*(command) {
    const on = yield* ground(command, "RegisterLegacyWorker")
    if ("_tag" in on) return on
    const staff = yield* read(Staff, command.attestedBy)
    const { inRoleSince, waiverUntil } = command
    return judge(
      ...entryRules(on, command),
      RegisterAsLegacyOnlyWhoServedBefore.asks(
        { asked: true, inRoleSince, adoptedOn: on.scheme.adoptedOn, on: command.on, waiverUntil },
        { months: limitOn(on.scheme, "legacyWaiverMonths", command.on) }
      ),
      namedInPost(command.on, staff)
    ).accept(() => [
      LegacyWorkerRegistered.make({
        of: command.appointment,
        on: command.on,
        data: { ...keysFor(command, on), inRoleSince, waiverUntil, attestedBy: command.attestedBy }
      })
    ])
  }
)
