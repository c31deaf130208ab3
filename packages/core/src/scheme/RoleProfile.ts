/**
 * A role profile: the published description of one kind of worker in a scheme, in versions.
 *
 * It says what a worker may do, how confidential the work is, whether it is paid, and what a new worker must have done
 * before. The lists of codes are closed and only grow, since stored events name their entries.
 */
import { open, optional } from "../language/Field.ts"
import { codes, oneOf, severalOf, yesOrNo } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { legalStatusWords } from "../person/IdentityEvents.ts"
import { taskWords } from "./TaskCatalogue.ts"
import type { TaskName } from "./TaskCatalogue.ts"

const roleWords = {
  PEER_SUPPORT_WORKER: "Peer support worker",
  WELLBEING_REP: "Wellbeing Rep",
  LISTENER: "Listener",
  INSIDER: "Insider",
  PEER_HOSPICE_WORKER: "Peer hospice worker",
  PEER_EDUCATOR: "Peer educator",
  PEER_MENTOR: "Peer mentor",
  HEALTH_CHAMPION: "Health champion",
  HEALTH_TRAINER: "Health trainer",
  PEER_ADVISOR: "Peer advisor",
  HCV_PEER: "Hepatitis C peer",
  COUNCIL_REP: "Council representative",
  PID_WORKER: "Prison information desk worker",
  HEALTHCARE_REP: "Healthcare representative",
  READING_MENTOR: "Reading mentor",
  OTHER: "Another role"
} as const

export type RoleCode = keyof typeof roleWords

const confidentialityWords = {
  BOUNDED: "In confidence, but a risk to somebody is passed on",
  SCHEME_ABSOLUTE: "Absolute, as the scheme's own organisation defines it: nothing of the content is recorded",
  OPEN_TO_TEAM: "Open to the team"
} as const

export type Confidentiality = keyof typeof confidentialityWords

const payWords = { PAID: "Paid", VOLUNTEER: "Unpaid, a volunteer" } as const

export type Pay = keyof typeof payWords

/** Kinds of role, as the documents name them. */
export const roleCode = oneOf(roleWords)
export const payBasis = oneOf(payWords)

/** What a role profile said at first: before it could name units and legal statuses. */
export const firstProfileFields = {
  tasks: open(severalOf(taskWords), "Which tasks may a worker in this role do?"),
  confidentiality: open(oneOf(confidentialityWords), "How confidential is the work?"),
  pay: open(payBasis, "Is the role paid?"),
  asksForShadowing: open(yesOrNo, "Must a new worker shadow an experienced one first?"),
  asksForClearance: open(yesOrNo, "Must security clear a new worker before training?"),
  inCommunity: open(yesOrNo, "Is the role held in the community, outside the establishment?")
}

/** What a role profile says, in commands and events alike. */
export const profileFields = {
  ...firstProfileFields,
  units: optional(
    open(
      codes("B_WING"),
      "On which units is the role done?",
      "Wings or sides: codes in capitals, separated by commas. Leave empty for everywhere."
    )
  ),
  legalStatuses: optional(
    open(severalOf(legalStatusWords), "On which grounds may a worker in this role be held?", "Leave empty for any.")
  )
}

/** One version of a role profile. */
export interface RoleProfile {
  readonly id: string
  readonly code: RoleCode
  /** From 1; a worker acknowledges a version. */
  readonly version: number
  readonly publishedOn: LocalDate
  readonly tasks: ReadonlyArray<TaskName>
  readonly confidentiality: Confidentiality
  readonly pay: Pay
  readonly asksForShadowing: boolean
  readonly asksForClearance: boolean
  readonly inCommunity: boolean
  /** The wings or sides on which the role is done; none where it is done everywhere. */
  readonly units: ReadonlyArray<string>
  /** The legal statuses that the role asks for; none where it asks for no particular one. */
  readonly legalStatuses: ReadonlyArray<keyof typeof legalStatusWords>
}

/** Legal statuses as a sentence lists them: `sentenced, recalled`. */
export const sayLegalStatuses = (list: RoleProfile["legalStatuses"]): string =>
  list.map((name) => legalStatusWords[name].charAt(0).toLowerCase() + legalStatusWords[name].slice(1)).join(", ")

/** The role as people read it. */
export const sayRole = (code: RoleCode): string => roleWords[code]
