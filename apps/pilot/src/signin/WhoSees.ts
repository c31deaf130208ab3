/**
 * Who sees what: one table beside the one that says who may give which command.
 *
 * Staff who work with people see them by name. Auditors see every record by its opaque id, without a name or a number.
 * Commissioners see schemes and rules and no record of a single person. Reasons and outcomes, which may say something
 * about health, risk or conduct, are for coordinators and safeguarding. Who is to be kept apart from whom is for those
 * who decide where people are.
 */
import type { Actor, Climbing, Escalation, Role } from "@peerwork/core"

export type Sight =
  /** Records of single people: workers, appointments, shadowings, events. */
  | "records"
  /** Names and prison numbers. */
  | "names"
  /** What stands beside the log besides names: reasons, outcomes, written texts. */
  | "reasons"
  /** That two people are to be kept apart. */
  | "nonAssociations"
  /** Records of somebody who was transferred to hospital as a restricted patient. */
  | "restrictedPatients"
  /** Escalations, as many and as much of each as {@link sightOf} says. */
  | "escalations"

const whoSees: Readonly<Record<Sight, ReadonlyArray<Role>>> = {
  records: ["coordinator", "officer", "healthcare", "safeguarding", "auditor"],
  names: ["coordinator", "officer", "healthcare", "safeguarding"],
  reasons: ["coordinator", "safeguarding"],
  nonAssociations: ["coordinator", "officer", "safeguarding", "auditor"],
  restrictedPatients: ["coordinator", "healthcare", "safeguarding", "auditor"],
  escalations: ["coordinator", "officer", "healthcare", "safeguarding", "auditor"]
}

export const rolesThatSee = (sight: Sight): ReadonlyArray<Role> => whoSees[sight]

export const maySee = (role: Role, sight: Sight): boolean => whoSees[sight].includes(role)

/** Whether the role may see that an event of the type happened to somebody. */
export const maySeeEvent = (role: Role, type: string): boolean =>
  !type.startsWith("NonAssociation") || maySee(role, "nonAssociations")

/** How much of an escalation somebody sees: nothing, not even that it exists; what is public; or every word. */
export type EscalationSight = "nothing" | "summary" | "whole"

/** What is not said to whoever sees the summary: about what and whom it is or was, and from whom it came. */
export const unsaidInSummary = [
  "subject",
  "formerSubject",
  "aboutStaff",
  "formerAboutStaff",
  "place",
  "heardFrom",
  "formerHeardFrom",
  "worker",
  "formerWorker",
  "appointment",
  "formerAppointment"
] as const

const byRole = (role: Role, { classified }: Escalation): EscalationSight => {
  switch (role) {
    case "safeguarding":
      return "whole"
    case "healthcare":
      return classified?.route === "HEALTHCARE" ? "whole" : "nothing"
    case "coordinator":
    case "auditor":
      return "summary"
    case "officer":
    case "commissioner":
      return "nothing"
  }
}

/**
 * What somebody sees of an escalation. Nobody sees one about themselves, or one that was recorded about them, or one that
 * is linked to such a one. Whoever raised it, was told of it or has it in hand sees all of it, also once they have rejected
 * it; `isTheirs` says that it is
 * with them now.
 */
export const sightOf = (
  { id, role }: Actor,
  { escalation, keptAway }: Pick<Climbing, "escalation" | "keptAway">,
  isTheirs: boolean
): EscalationSight => {
  const { entries, raisedBy } = escalation
  if (keptAway.includes(id) || !maySee(role, "escalations")) return "nothing"
  const hadIt = entries.some(({ by, kind, staff }) => staff === id || (kind === "RejectedBack" && by === id))
  const isOwn = role !== "auditor" && (isTheirs || raisedBy === id || hadIt)
  return isOwn ? "whole" : byRole(role, escalation)
}

/** The same, as the page of an escalation says it to whoever reads it. */
export const whoSeesThis =
  "Those who raised it, were told of it or have it in hand, safeguarding, and, if it goes to " +
  "healthcare, healthcare. Coordinators and auditors see when it happened and where it stands, and not what it is " +
  "about. Nobody sees a concern about themselves"
