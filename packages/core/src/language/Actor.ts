/**
 * The actor: which member of staff acted, and in which of their roles.
 *
 * A worker never acts: people in prison have no sign-in, and no command issued by or for a worker may decide about
 * another person. So every role here is a role of staff.
 */

/** The roles in which a command may be given. */
export const roles = ["coordinator", "officer", "healthcare", "safeguarding", "commissioner", "auditor"] as const

export type Role = typeof roles[number]

/** A member of staff (opaque id) acting in one role. */
export interface Actor {
  readonly id: string
  readonly role: Role
}
