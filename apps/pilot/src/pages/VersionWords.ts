/**
 * Facts of a record as people read them: dates in words, codes in small letters, ids by what they are of.
 *
 * A fact of then is said in the words of then: an id becomes a name or the kind of record that it is of, and never what
 * that record is today.
 */
import { instant, isIdentifier, isInstant, isLocalDate, lives, say, sayInstant, wordsOf } from "@peerwork/core"
import type { Json, LifeName, LocalDate } from "@peerwork/core"
import { personLabel, roleProfileLabel, sayCode, schemeLabel, staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList, short } from "../records/Names.ts"
import { versionPlaces } from "./VersionPlaces.ts"

/** Every life by its name. */
export const namesOfLives = Object.keys(lives) as ReadonlyArray<LifeName>

const isRoleProfile = ({ records }: Looked, id: string): boolean =>
  [...records.scheme.values()].some(({ state }) => state.roleProfiles.some((profile) => profile.id === id))

/** How a record of a life is called, without anything that may have changed since. */
export const sayRecord = (looked: Looked, life: LifeName, id: string): string => {
  const { names, records } = looked
  switch (life) {
    case "person":
      return personLabel(looked, id)
    case "staff":
    case "trainer":
      return staffLabel(looked, id)
    case "scheme":
      return schemeLabel(looked, id)
    case "appointment":
      return `Appointment of ${inList(names, records.appointment.get(id)?.state.person ?? "")}`
    case "shadowing":
      return `Shadowing of ${inList(names, records.shadowing.get(id)?.state.shadower ?? "")}`
    case "training":
      return `Training of ${inList(names, records.training.get(id)?.state.person ?? "")}`
    case "supervision":
      return `Supervision of ${inList(names, records.supervision.get(id)?.state.person ?? "")}`
    default:
      return `${versionPlaces[life].noun} ${short(id)}`
  }
}

/** What an id is of; a part of it where that is not known. */
export const sayId = (looked: Looked, id: string): string => {
  if (isRoleProfile(looked, id)) return roleProfileLabel(looked, id)
  const life = namesOfLives.find((name) => name !== "trainer" && looked.records[name].has(id))
  return life === undefined ? short(id) : sayRecord(looked, life, id)
}

const isCode = (text: string): boolean => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$|^[A-Z]{4,}$/.test(text)

const isStatus = (text: string): boolean => /^([A-Z][a-z]+)+$/.test(text)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sayText = (looked: Looked, text: string): string => {
  if (isLocalDate(text)) return say(text as LocalDate)
  if (isInstant(text)) return sayInstant(instant(text))
  if (isIdentifier(text)) return sayId(looked, text)
  if (isCode(text)) return sayCode(text)
  return isStatus(text) ? capital(wordsOf(text)) : text
}

/** A value as people read it; `nothing` where there is none. */
export const sayFact = (looked: Looked, value: Json, nothing = "Not recorded"): string => {
  if (value === null) return nothing
  if (typeof value === "boolean") return value ? "Yes" : "No"
  if (typeof value === "string") return sayText(looked, value)
  if (typeof value === "number") return String(value)
  if (Array.isArray(value)) return (value as ReadonlyArray<Json>).map((one) => sayFact(looked, one, nothing)).join(", ")
  return Object.entries(value).map(([name, one]) => `${wordsOf(name)} ${sayFact(looked, one, nothing)}`).join(", ")
}

/** Named values on one line: `counted 14, days 14`. */
export const sayNamed = (looked: Looked, values: Readonly<Record<string, Json>>): string =>
  Object.entries(values).map(([name, value]) => `${wordsOf(name)}: ${sayFact(looked, value, "none")}`).join("; ")

/** Ids of events are derived, and so of version 8; who and what is named there is told elsewhere on the page. */
export const isEventId = (looked: Looked, text: string): boolean =>
  isIdentifier(text) && text.charAt(14) === "8" && namesOfLives.every((life) => !looked.records[life].has(text))
