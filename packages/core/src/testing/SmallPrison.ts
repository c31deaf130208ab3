/**
 * A small prison to tell stories in: one scheme that runs, its staff, and four people on its wings. All of it is invented.
 *
 * Tests of several lives begin here, so that each says only what it is about. The commands below fill in what most
 * stories do not care about; a story that does makes its own.
 */
import { ActivateAppointment, RegulariseLegacyWorker } from "../appointment/Activation.ts"
import { ProposeAppointment, RegisterLegacyWorker } from "../appointment/AppointmentEntry.ts"
import {
  AcknowledgeJobDescription,
  RecordAppointmentTraining,
  RecordRiskAssessment
} from "../appointment/Preparation.ts"
import { readSchooled } from "../appointment/Schooling.ts"
import type { Schooled } from "../appointment/Schooling.ts"
import { BeginAppointmentSelection, SelectForAppointment } from "../appointment/Selection.ts"
import { standingsOf } from "../appointment/Standing.ts"
import type { Standing } from "../appointment/Standing.ts"
import { inventedLimits } from "../Examples.ts"
import type { Actor } from "../language/Actor.ts"
import type { Given } from "../language/Command.ts"
import { answer } from "../language/Deciding.ts"
import type { Reading } from "../language/Decision.ts"
import { establishment } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { prisonNumber } from "../language/PrisonNumber.ts"
import { matches } from "../language/Query.ts"
import { fold } from "../language/View.ts"
import type { View } from "../language/View.ts"
import { identityOf } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { Person } from "../person/Person.ts"
import { RegisterPerson } from "../person/PersonRegistration.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import type { LimitName } from "../scheme/SchemeLimits.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { NameTrainingLead, ProposeScheme, WriteSchemeDesign } from "../scheme/SchemePreparation.ts"
import { StartSchemePilot } from "../scheme/SchemeRunning.ts"
import { placementOf } from "../shadowing/Placement.ts"
import type { Placement } from "../shadowing/Placement.ts"
import { Shadowing } from "../shadowing/Shadowing.ts"
import { PlanShadowing, StartShadowing } from "../shadowing/ShadowingStart.ts"
import { RecordStaffCompetence } from "../staff/StaffCompetence.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { story } from "./Story.ts"

/** An opaque id that can be told from others by its end. */
export const id = (number: number): string => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`

export const ZZI = establishment("ZZI")
export const ZZA = establishment("ZZA")

export const scheme = id(1)
/** The role that asks for shadowing, the one that asks for clearance, and the paid one in the community. */
export const [supportWorker, listener, trainer] = [id(2), id(3), id(4)] as const
export const [kay, lee] = [id(11), id(12)] as const
export const [will, wes, max, mo] = [id(21), id(22), id(23), id(24)] as const
/** Their appointments as support workers. */
export const [willsRole, wessRole, maxsRole, mosRole] = [id(31), id(32), id(33), id(34)] as const
export const [shadowing, another] = [id(41), id(42)] as const

export const coordinator: Actor = { id: kay, role: "coordinator" }
export const officer: Actor = { id: lee, role: "officer" }

const opening = date("2015-10-01")
const admission = date("2013-01-07")

const publish = (roleProfile: string, profile: Partial<Parameters<typeof PublishRoleProfile.make>[0]>): Given =>
  PublishRoleProfile.make({
    scheme,
    roleProfile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: false,
    asksForClearance: false,
    inCommunity: false,
    on: opening,
    ...profile
  })

const registered = [will, wes, max, mo].map((person, index) =>
  RegisterPerson.make({
    person,
    prisonNumber: prisonNumber(`A123${index}AA`),
    familyName: "Example",
    givenName: "Somebody",
    establishment: ZZI,
    on: admission
  })
)

/** Both members of staff may supervise. */
const competent = [kay, lee].flatMap((staff) =>
  (["ROLE_REMIT", "REFLECTIVE_SUPERVISION"] as const).map((competence) =>
    RecordStaffCompetence.make({ staff, competence, on: opening })
  )
)

/** The scheme runs from 1 October 2015; everybody was there before. */
export const opened = story().by(coordinator).on(
  opening,
  ...[kay, lee].map((staff) => RegisterStaff.make({ staff, name: "Somebody", establishment: ZZI, on: admission })),
  ...competent,
  ...registered,
  ProposeScheme.make({ scheme, establishment: ZZI, code: "PEER_SUPPORT", on: opening }),
  WriteSchemeDesign.make({
    scheme,
    purpose: "Practical and emotional support",
    targetNeed: "Older and disabled people in prison",
    monitoring: "Monthly",
    evaluation: "At the end of the pilot",
    plannedUntil: date("2017-10-01"),
    on: opening
  }),
  publish(supportWorker, { asksForShadowing: true }),
  publish(listener, { code: "LISTENER", confidentiality: "SCHEME_ABSOLUTE", asksForClearance: true }),
  publish(trainer, { code: "HEALTH_TRAINER", pay: "PAID", inCommunity: true }),
  NameTrainingLead.make({ scheme, lead: kay, on: opening }),
  ...Object.entries(inventedLimits).map(([limit, value]) =>
    DecideSchemePolicy.make({ scheme, limit: limit as LimitName, value, from: opening, decidedBy: kay, on: opening })
  ),
  StartSchemePilot.make({ scheme, on: opening })
)

export const legacy = (appointment: string, person: string, waiverUntil = "2016-09-30"): Given =>
  RegisterLegacyWorker.make({
    appointment,
    person,
    scheme,
    roleProfile: supportWorker,
    inRoleSince: date("2014-01-06"),
    waiverUntil: date(waiverUntil),
    attestedBy: kay,
    on: date("2015-10-05")
  })

export const propose = (appointment: string, person: string, on: string, roleProfile = supportWorker): Given =>
  ProposeAppointment.make({ appointment, person, scheme, roleProfile, source: "STAFF", on: date(on) })

export const begin = (appointment: string, on: string): Given =>
  BeginAppointmentSelection.make({ appointment, on: date(on) })

export const assess = (appointment: string, on: string, validUntil = "2017-02-08"): Given =>
  RecordRiskAssessment.make({ appointment, outcome: "SUITABLE", validUntil: date(validUntil), on: date(on) })

export const acknowledge = (appointment: string, on: string, version = 1): Given =>
  AcknowledgeJobDescription.make({ appointment, version, on: date(on) })

export const select = (appointment: string, on: string): Given =>
  SelectForAppointment.make({
    appointment,
    incentiveLevel: "STANDARD",
    workplaceRisk: "LOW",
    expectedUntil: date("2018-01-01"),
    reasons: "Patient and reliable",
    on: date(on)
  })

export const train = (appointment: string, on: string): Given =>
  RecordAppointmentTraining.make({
    appointment,
    template: "TEMPLATE_2",
    evidence: "REGISTER",
    decidedBy: kay,
    on: date(on)
  })

export const regularise = (appointment: string, on: string): Given =>
  RegulariseLegacyWorker.make({
    appointment,
    supervisor: lee,
    firstSupervisionOn: addDays(date(on), 7),
    on: date(on)
  })

export const activate = (appointment: string, on: string): Given =>
  ActivateAppointment.make({
    appointment,
    supervisor: lee,
    firstSupervisionOn: addDays(date(on), 7),
    identityItemOffered: true,
    on: date(on)
  })

/** The steps by which a worker who was in role before the scheme becomes a mentor, on 9 November 2015. */
export const experienced = (appointment: string, person: string): ReadonlyArray<Given> => [
  legacy(appointment, person),
  acknowledge(appointment, "2015-11-02"),
  train(appointment, "2015-11-06"),
  regularise(appointment, "2015-11-09")
]

/** The steps until a new worker may shadow: proposed on 1 February 2016, trained on 15 March. */
export const trained = (appointment: string, person: string, roleProfile = supportWorker): ReadonlyArray<Given> => [
  propose(appointment, person, "2016-02-01", roleProfile),
  begin(appointment, "2016-02-02"),
  assess(appointment, "2016-02-08"),
  acknowledge(appointment, "2016-02-10"),
  select(appointment, "2016-02-15"),
  train(appointment, "2016-03-15")
]

/** Max and Mo may be shadowed, and Will awaits shadowing. */
export const ready = opened
  .on("2015-11-09", ...experienced(maxsRole, max), ...experienced(mosRole, mo))
  .on("2016-03-15", ...trained(willsRole, will))

export const plan = (
  startOn: string,
  mentor = max,
  on = "2016-03-15",
  appointment = willsRole,
  of = shadowing
): Given => PlanShadowing.make({ shadowing: of, appointment, mentor, startOn: date(startOn), on: date(on) })

export const start = (on: string, of = shadowing): Given => StartShadowing.make({ shadowing: of, on: date(on) })

/** Will shadows Max from Monday 21 March 2016. */
export const running = ready.on("2016-03-15", plan("2016-03-21")).on("2016-03-21", start("2016-03-21"))

/** The state of a view after the events. */
export const stateIn = <State>(view: View<State>, of: string, events: ReadonlyArray<Happened>): State =>
  fold(view, of, events.filter((event) => matches(view.query(of), event)))

/** What a reading comes to after the events. */
export const answerOver = <A>(reading: Reading<A>, events: ReadonlyArray<Happened>): A =>
  answer(reading, (view, of) => stateIn(view, of, events))

/** An appointment after the events, with the training of its person. */
export const schooledIn = (of: string, events: ReadonlyArray<Happened>): Schooled =>
  answerOver(readSchooled(of), events)

/** What is known of somebody's work after the events. */
export const standingIn = (person: string, events: ReadonlyArray<Happened>): Standing =>
  answerOver(standingsOf([person]), events)[0] ?? { person: Person.initial, appointments: [] }

/** Who is meant by an id after the events. */
export const identityAfter = (person: string, events: ReadonlyArray<Happened>, on: LocalDate | null = null): Identity =>
  answerOver(identityOf(person, on), events)

/** A placement after the events, with all that its days depend on. */
export const placementIn = (events: ReadonlyArray<Happened>, of = shadowing): Placement =>
  answerOver(placementOf(stateIn(Shadowing, of, events)), events)
