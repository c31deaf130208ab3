/**
 * Who sees what: one table beside the one that says who may give which command.
 *
 * Staff who work with people see them by name. Auditors see every record by its opaque id, without a name or a number.
 * Commissioners see schemes and rules and no record of a single person. Reasons and outcomes, which may say something
 * about health, risk or conduct, are for coordinators and safeguarding.
 */
import type { Role } from "@peerwork/core"

export type Sight =
  /** Records of single people: workers, appointments, shadowings, events. */
  | "records"
  /** Names and prison numbers. */
  | "names"
  /** What stands beside the log besides names: reasons, outcomes, written texts. */
  | "reasons"

const whoSees: Readonly<Record<Sight, ReadonlyArray<Role>>> = {
  records: ["coordinator", "officer", "healthcare", "safeguarding", "auditor"],
  names: ["coordinator", "officer", "healthcare", "safeguarding"],
  reasons: ["coordinator", "safeguarding"]
}

export const rolesThatSee = (sight: Sight): ReadonlyArray<Role> => whoSees[sight]

export const maySee = (role: Role, sight: Sight): boolean => whoSees[sight].includes(role)
