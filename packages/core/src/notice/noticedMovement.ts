/**
 * The movement that a notice means, given where the person was on its day.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Occurrence } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import {
  PersonDied,
  PersonLeftForTransfer,
  PersonLeftTemporarily,
  PersonReadmitted,
  PersonReleased,
  PersonReturned,
  PersonTransferred
} from "../person/PersonEvents.ts"
import type { MovementKind, Stay, Whereabouts } from "../person/Whereabouts.ts"
import type { NoticedMovement } from "./NoticeReasons.ts"

interface Noticed {
  readonly person: string
  readonly establishment: EstablishmentCode
  readonly movement: NoticedMovement
  readonly wing?: string
  readonly forWork?: boolean
  readonly toHospital: boolean
  readonly on: LocalDate
}

interface Meant {
  readonly kind: MovementKind
  readonly event: Occurrence
}

/** An arrival is recorded even where they are there already: what is not known yet may have led them elsewhere meanwhile. */
const arrival = (noticed: Noticed, kind: "Transferred" | "Readmitted", before: Stay | undefined): Meant => {
  const { establishment, on, person: of } = noticed
  const formerEstablishment = before?.establishment ?? establishment
  const wing = noticed.wing ?? (formerEstablishment === establishment ? before?.wing ?? null : null)
  const data = { establishment, formerEstablishment, ...(wing === null ? {} : { wing }) }
  return { kind, event: (kind === "Transferred" ? PersonTransferred : PersonReadmitted).make({ of, on, data }) }
}

const departures: ReadonlyArray<NoticedMovement> = ["LeftTemporarily", "LeftForTransfer", "Released", "Died"]

/** Whether it tells of leaving an establishment where the person was not, or of a return of somebody who was not away. */
export const doesNotFollow = ({ establishment, movement }: Noticed, { stays, status }: Whereabouts): boolean =>
  movement === "Returned"
    ? status !== "TemporarilyAway"
    : departures.includes(movement) && stays.at(-1)?.establishment !== establishment

/** Whether it tells of leaving for a transfer whose arrival elsewhere, on the same day, is known already. */
export const hasArrivedSince = ({ establishment, movement, on }: Noticed, { stays }: Whereabouts): boolean =>
  movement === "LeftForTransfer" && stays.at(-1)?.establishment !== establishment &&
  stays.some((stay) => stay.establishment === establishment && stay.until === on)

/** What the notice means. Somebody who comes back elsewhere than whence they left was transferred. */
export const movementMeant = (noticed: Noticed, { stays }: Whereabouts): Meant => {
  const { establishment, forWork, movement: kind, on, person: of, toHospital } = noticed
  const before = stays.at(-1)
  const data = { establishment }
  switch (kind) {
    case "Readmitted":
    case "Transferred":
      return arrival(noticed, kind, before)
    case "Returned":
      return before === undefined || before.establishment === establishment
        ? { kind, event: PersonReturned.make({ of, on, data }) }
        : arrival(noticed, "Transferred", before)
    case "LeftTemporarily":
      return { kind, event: PersonLeftTemporarily.make({ of, on, data: { ...data, forWork: forWork ?? false } }) }
    case "LeftForTransfer":
      return { kind, event: PersonLeftForTransfer.make({ of, on, data }) }
    case "Released":
      return {
        kind,
        event: PersonReleased.make({ of, on, data: { ...data, ...(toHospital ? { restricted: true } : {}) } })
      }
    case "Died":
      return { kind, event: PersonDied.make({ of, on, data }) }
  }
}
