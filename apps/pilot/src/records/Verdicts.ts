/**
 * Verdicts: may a worker work alone, and why, in one sentence.
 */
import { firstSignOff, isOpen, say, wordsOf } from "@peerwork/core"
import type { Appointment, AppointmentStatus, LocalDate, StatusOnDay } from "@peerwork/core"
import { mayWork, placementIn, requirements, roleOf, shadowingsFor, statusIn } from "./Derived.ts"
import { sayGone } from "./GoneWhileShadowing.ts"
import type { Kept, Records } from "./Records.ts"

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** A role inside a sentence: `a peer support worker`, `an Insider`. Names of schemes keep their capital. */
const inSentence = (role: string): string => {
  const name = /^(Listener|Insider|Wellbeing Rep)/.test(role) ? role : lower(role)
  return `${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`
}

const shadowingUntil = (records: Records, id: string): string => {
  const open = shadowingsFor(records, id).find(({ state }) => isOpen(state))
  if (open === undefined) return "they are shadowing an experienced worker"
  if (open.state.startedOn === null) return "their shadowing is planned and has not started"
  const earliest = firstSignOff(open.state, placementIn(records, open.state).onTheDay)
  if (earliest === null) return "their shadowing has come to a halt"
  return `they are shadowing an experienced worker, which can be signed off on or after ${say(earliest)}`
}

/** What is still in the way of somebody who seems ready. */
const inTheWay = (records: Records, kept: Kept<Appointment>, day: LocalDate): string => {
  const broken = requirements(records, kept, day).find(({ held }) => !held)
  return broken === undefined ? "nobody has appointed them yet" : lower(broken.because ?? broken.rule.says)
}

/** What is to be done with a shadowing that nobody can go on with; null where there is none. */
const goneWhileShadowing = (records: Records, id: string): string | null =>
  shadowingsFor(records, id).map(({ state }) => sayGone(records, state)).find((says) => says !== null) ?? null

const since = ({ since: day }: StatusOnDay): string => (day === null ? "" : ` since ${say(day)}`)

const why = (records: Records, kept: Kept<Appointment>, status: StatusOnDay, day: LocalDate): string => {
  const reasons: Readonly<Record<AppointmentStatus, string>> = {
    Unknown: "nothing is recorded",
    Proposed: "they were proposed and selection has not begun",
    Applied: "they applied and selection has not begun",
    UnderSelection: "selection is under way",
    NotSelected: "they were not selected",
    Selected: "their training is not complete",
    InTraining: "they are in training, which is not complete",
    AwaitingShadowing: "they have not shadowed an experienced worker yet",
    Shadowing: shadowingUntil(records, kept.id),
    Ready: inTheWay(records, kept, day),
    InRoleUntrained: kept.state.waiverUntil === null
      ? "they are in the role and not trained"
      : `they are in the role and not trained; a waiver lasts until ${say(kept.state.waiverUntil)}`,
    Active: "something that the role asks for is missing",
    Restricted: lower(status.because ?? "some tasks are taken out of the role"),
    Suspended: status.because === null ? "they are suspended" : `${lower(status.because)}${since(status)}`,
    Ended: `the appointment ended${status.since === null ? "" : ` on ${say(status.since)}`}`,
    Voided: "the appointment was recorded in error"
  }
  return goneWhileShadowing(records, kept.id) ?? reasons[status.status]
}

/** `May work alone as a peer support worker since 4 April 2016`, or why not. */
export const sayVerdict = (records: Records, kept: Kept<Appointment>, day: LocalDate): string => {
  const status = statusIn(records, kept, day)
  const role = inSentence(roleOf(records, kept.state))
  if (!mayWork(records, kept, day)) return `May not work alone as ${role}: ${why(records, kept, status, day)}`
  if (status.status === "Restricted") {
    return `May work alone as ${role}, with restrictions${since(status)}: ${lower(status.because ?? "see below")}`
  }
  return `May work alone as ${role}${since(status)}${status.because === null ? "" : `. ${status.because}`}`
}

/** A status as a tag: an adjective, always in the same colour. */
export const statusTag = (status: AppointmentStatus): { readonly text: string; readonly classes: string } => {
  const colours: Readonly<Partial<Record<AppointmentStatus, string>>> = {
    Active: "green",
    Ready: "turquoise",
    Shadowing: "blue",
    InTraining: "blue",
    Restricted: "yellow",
    Suspended: "orange",
    InRoleUntrained: "yellow"
  }
  const words = wordsOf(status)
  return { text: words.charAt(0).toUpperCase() + words.slice(1), classes: `govuk-tag--${colours[status] ?? "grey"}` }
}
