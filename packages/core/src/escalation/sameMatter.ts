/**
 * Whether two escalations look like one matter that was written down twice, as by the day staff and the night staff:
 * about the same person, on the same day, going the same way. It is a hint and no judgement: people link them, or keep
 * both.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { localDateOf } from "../language/Instant.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { RouteCode } from "./Concern.ts"
import type { Escalation } from "./Escalation.ts"

/** What two that are alike have in common. */
export interface Matter {
  readonly establishment: EstablishmentCode | null
  /** Whom it is about; nobody is like somebody whom nobody knows. */
  readonly subject: string | null
  readonly route: RouteCode | null
  readonly on: LocalDate | null
}

export const matterOf = ({ classified, establishment, raisedAt, subject }: Escalation): Matter => ({
  establishment,
  subject,
  route: classified?.route ?? null,
  on: raisedAt === null ? null : localDateOf(raisedAt)
})

/** Whether they look like one matter; `samePerson` says of two ids whether they are one person. */
export const isSameMatter = (
  one: Matter,
  other: Matter,
  samePerson: (a: string, b: string) => boolean = (a, b) => a === b
): boolean =>
  one.subject !== null && other.subject !== null && samePerson(one.subject, other.subject) &&
  one.route !== null && one.route === other.route && one.on !== null && one.on === other.on &&
  one.establishment === other.establishment

/** Whether it may still turn out to be the same matter as another one. */
export const mayBeLinked = ({ stage }: Escalation): boolean =>
  stage !== "Unknown" && stage !== "Linked" && stage !== "Withdrawn" && stage !== "Closed"
