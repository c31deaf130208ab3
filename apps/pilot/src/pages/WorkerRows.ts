/**
 * Worker rows: the list of people with their roles, found as people type and narrowed by what they choose.
 */
import { establishmentOn, wingOn, wordsOf } from "@peerwork/core"
import type { AppointmentStatus } from "@peerwork/core"
import { appointmentsOf, identityIn, peopleThatCount, roleOf, statusIn } from "../records/Derived.ts"
import type { Looked } from "../records/Labels.ts"
import { sayCode } from "../records/Labels.ts"
import { inList, means, numberOf } from "../records/Names.ts"
import { statusTag } from "../records/Verdicts.ts"

export interface Role {
  readonly role: string
  readonly status: AppointmentStatus
  readonly tag: { readonly text: string; readonly classes: string }
}

export interface WorkerRow {
  readonly id: string
  /** Every id under which something of the person stands. */
  readonly ids: ReadonlyArray<string>
  readonly name: string
  readonly prisonNumber: string | null
  readonly establishment: string | null
  /** The code of the wing. */
  readonly wing: string | null
  readonly wingName: string | null
  readonly roles: ReadonlyArray<Role>
}

/** What somebody looks for; an empty text means everything. */
export interface Wanted {
  readonly find: string
  readonly role: string
  readonly wing: string
  readonly status: string
}

const ended: ReadonlyArray<AppointmentStatus> = ["Voided"]

const rowOf = (looked: Looked, id: string): WorkerRow => {
  const { day, names, records } = looked
  const { ids, person } = identityIn(records, id)
  const wing = wingOn(person, day)
  return {
    id,
    ids,
    name: inList(names, id),
    prisonNumber: numberOf(names, id),
    establishment: establishmentOn(person, day),
    wing,
    wingName: wing === null ? null : sayCode(wing),
    roles: appointmentsOf(records, id).map((kept) => {
      const { status } = statusIn(records, kept, day)
      return { role: roleOf(records, kept.state), status, tag: statusTag(status) }
    }).filter(({ status }) => !ended.includes(status))
  }
}

/** How many appointments are open. */
export const appointmentsOpen = ({ records }: Looked): number =>
  [...records.appointment.values()].filter(({ state: { step } }) => !["Ended", "NotSelected", "Voided"].includes(step))
    .length

/** Whether what somebody looks for means the person, under any of their numbers. */
const finds = ({ names }: Looked, { find }: Wanted, { ids }: WorkerRow): boolean =>
  find.trim() === "" || ids.some((id) => {
    const name = names.people.get(id)
    return name === undefined ? id.endsWith(find.trim().toLowerCase()) : means(find, name)
  })

const fits = ({ role, status, wing }: Wanted, row: WorkerRow): boolean =>
  (wing === "" || row.wing === wing) &&
  (role === "" && status === "" ||
    row.roles.some((one) => (role === "" || one.role === role) && (status === "" || one.status === status)))

const byName = (a: WorkerRow, b: WorkerRow): number => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1)

/** Everybody who fits, in the order of their names. */
export const workerRows = (looked: Looked, wanted: Wanted): ReadonlyArray<WorkerRow> =>
  peopleThatCount(looked.records).map((id) => rowOf(looked, id))
    .filter((row) => finds(looked, wanted, row) && fits(wanted, row))
    .sort(byName)

export interface Choice {
  readonly value: string
  readonly text: string
}

const choices = (values: Iterable<string>, say: (value: string) => string): ReadonlyArray<Choice> =>
  [...new Set(values)].map((value) => ({ value, text: say(value) })).sort((a, b) => a.text.localeCompare(b.text, "en"))

/** What can be chosen to narrow the list: only what occurs. */
export const filterChoices = (rows: ReadonlyArray<WorkerRow>) => ({
  roles: choices(rows.flatMap(({ roles }) => roles.map(({ role }) => role)), (role) => role),
  wings: choices(rows.flatMap(({ wing }) => (wing === null ? [] : [wing])), sayCode),
  statuses: choices(rows.flatMap(({ roles }) => roles.map(({ status }) => status)), (status) => {
    const words = wordsOf(status)
    return words.charAt(0).toUpperCase() + words.slice(1)
  })
})
