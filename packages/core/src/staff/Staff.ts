/**
 * A member of staff: somebody who can be named in a scheme, as supervisor, training lead or decider.
 *
 * They are registered, may be renamed, leave and may return; a wrong day of any is corrected (`StaffCorrections`). Their name is personal and stands beside the log; rules
 * only ask whether they were in post on a day. A person in custody is in no post, whatever was registered under their id.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { tagged } from "../language/Field.ts"
import { changeBy, wrongMoment } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import { idOf } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy, endLast } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { view } from "../language/View.ts"
import { PersonRegistered } from "../person/PersonEvents.ts"
import type { CompetenceName } from "./StaffEvents.ts"
import { staffEvents } from "./StaffEvents.ts"

export interface Staff {
  readonly status: "Unknown" | "InPost" | "Left"
  readonly establishment: EstablishmentCode | null
  /** Whether a person in custody is registered under the same id. */
  readonly inCustody: boolean
  /** When they were in post. */
  readonly inPost: ReadonlyArray<Period>
  /** The id of the event that registered them. */
  readonly registered: string | null
  /** The id of the event by which they last left; null where they never did. */
  readonly leaving: string | null
  /** The id of the event by which they came back, while they are. */
  readonly returning: string | null
  /** What they are known to be able to do, since when, and the last day on which that is good. */
  readonly competences: ReadonlyArray<{
    readonly event: string
    readonly competence: CompetenceName
    readonly on: LocalDate
    readonly validUntil: LocalDate | null
  }>
  readonly changed: Change | null
}

const unknown: Staff = {
  status: "Unknown",
  establishment: null,
  inCustody: false,
  inPost: [],
  registered: null,
  leaving: null,
  returning: null,
  competences: [],
  changed: null
}

/** The time in post that their last leaving ended, also where they have come back since. */
export const timeBeforeLeaving = ({ inPost }: Staff): Period | undefined =>
  inPost.filter(({ until }) => until !== null).at(-1)

const leavingMoved = (staff: Staff, until: LocalDate): Staff["inPost"] => {
  const ended = timeBeforeLeaving(staff)
  return staff.inPost.map((one) => one === ended ? { ...one, until } : one)
}

export const Staff = view<Staff>("Staff", unknown).from({
  of: [...staffEvents, PersonRegistered],
  by: "id",
  evolve: {
    PersonRegistered: (staff) => ({ ...staff, inCustody: true }),
    StaffRegistered: ({ inCustody }, event) => ({
      status: "InPost",
      establishment: event.data.establishment,
      inCustody,
      inPost: [{ from: event.on, until: null }],
      registered: event.id,
      leaving: null,
      returning: null,
      competences: [],
      changed: changeBy(event)
    }),
    StaffStartCorrected: (staff, event) => ({
      ...staff,
      inPost: staff.inPost.map((one, index) => index === 0 ? { ...one, from: event.data.startedOn } : one),
      changed: changeBy(event)
    }),
    StaffRenamed: (staff) => staff,
    StaffWorkHandedOver: (staff) => staff,
    StaffLeft: (staff, event) => ({
      ...staff,
      status: "Left",
      inPost: endLast(staff.inPost, event.on),
      leaving: event.id,
      returning: null,
      changed: changeBy(event)
    }),
    StaffReturned: (staff, event) => ({
      ...staff,
      status: "InPost",
      inPost: [...staff.inPost, { from: event.on, until: null }],
      returning: event.id,
      changed: changeBy(event)
    }),
    StaffReturnCorrected: (staff, event) => ({
      ...staff,
      inPost: [...staff.inPost.slice(0, -1), { from: event.data.returnedOn, until: null }],
      changed: changeBy(event)
    }),
    StaffLeavingCorrected: (staff, event) => ({
      ...staff,
      inPost: leavingMoved(staff, event.data.leftOn),
      changed: changeBy(event)
    }),
    StaffCompetenceRecorded: (staff, { data, id, on }) => ({
      ...staff,
      competences: [...staff.competences, {
        event: id,
        competence: data.competence,
        on,
        validUntil: data.validUntil ?? null
      }]
    }),
    StaffCompetenceVoided: (staff, { data }) => ({
      ...staff,
      competences: staff.competences.filter(({ event }) => event !== data.voided)
    })
  }
})

const competences = ["RecordStaffCompetence", "StrikeOutStaffCompetence"]

/** What may be done in each state. */
export const staffSteps: Readonly<Record<Staff["status"], ReadonlyArray<string>>> = {
  Unknown: ["RegisterStaff"],
  InPost: [
    "RenameStaff",
    "RecordStaffLeaving",
    "CorrectStaffStart",
    "CorrectStaffLeaving",
    "CorrectStaffReturn",
    "HandOverStaffWork",
    ...competences
  ],
  Left: [
    "RenameStaff",
    "RecordStaffReturn",
    "HandOverStaffWork",
    "CorrectStaffStart",
    "CorrectStaffLeaving",
    ...competences
  ]
}

/** Whether they were in post on the day; nobody in custody is. */
export const isInPost = ({ inCustody, inPost }: Staff, on: LocalDate): boolean => !inCustody && coveredBy(inPost, on)

export const notNow = (staff: Staff, says?: string) =>
  wrongMoment("member of staff", staff.status, staff.changed, staffSteps[staff.status], says)

export const can = (staff: Staff, name: string): boolean => staffSteps[staff.status].includes(name)

export const whichStaff = tagged("staff", idOf("staff"), "Which member of staff?")
