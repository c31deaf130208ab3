/**
 * Who sees what: one table beside the one that says who may give which command.
 *
 * Staff who work with people see them by name. Auditors see every record by its opaque id, without a name or a number.
 * Commissioners see schemes and rules and no record of a single person. Reasons and outcomes, which may say something
 * about health, risk or conduct, are for coordinators and safeguarding. Who is to be kept apart from whom is for those
 * who decide where people are.
 */
import type { Role } from "@peerwork/core"

export type Sight =
  /** Records of single people: workers, appointments, shadowings, events. */
  | "records"
  /** Names and prison numbers. */
  | "names"
  /** What stands beside the log besides names: reasons, outcomes, written texts. */
  | "reasons"
  /** That two people are to be kept apart. */
  | "nonAssociations"

const whoSees: Readonly<Record<Sight, ReadonlyArray<Role>>> = {
  records: ["coordinator", "officer", "healthcare", "safeguarding", "auditor"],
  names: ["coordinator", "officer", "healthcare", "safeguarding"],
  reasons: ["coordinator", "safeguarding"],
  nonAssociations: ["coordinator", "officer", "safeguarding", "auditor"]
}

export const rolesThatSee = (sight: Sight): ReadonlyArray<Role> => whoSees[sight]

export const maySee = (role: Role, sight: Sight): boolean => whoSees[sight].includes(role)

/** Whether the role may see that an event of the type happened to somebody. */
export const maySeeEvent = (role: Role, type: string): boolean =>
  !type.startsWith("NonAssociation") || maySee(role, "nonAssociations")
