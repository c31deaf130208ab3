/**
 * Whether somebody left an establishment for good: transferred, released or dead, and not only away for a time. Whoever
 * is away for a time is expected back; whoever left for good is not waited for, and people end what they still hold.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Person } from "./Person.ts"
import { whereaboutsOn } from "./Whereabouts.ts"

export type LeftForGood = "Transferred" | "Released" | "Died"

const words: Readonly<Record<LeftForGood, string>> = {
  Transferred: "They were transferred from the establishment",
  Released: "They were released",
  Died: "They died"
}

export const sayLeftForGood = (left: LeftForGood): string => words[left]

/** How they had left the establishment at the end of the day; null while they belong to it, and before they came. */
export const leftForGood = (
  { movements }: Pick<Person, "movements">,
  establishment: EstablishmentCode,
  on: LocalDate
): LeftForGood | null => {
  const { status, stays } = whereaboutsOn(movements, on)
  if (!stays.some((stay) => stay.establishment === establishment)) return null
  if (status === "Died" || status === "Released") return status
  return status === "BetweenEstablishments" || stays.at(-1)?.establishment !== establishment ? "Transferred" : null
}
