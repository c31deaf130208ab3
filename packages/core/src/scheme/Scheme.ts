/**
 * A scheme: one peer programme at one establishment, with its role profiles, its limits and its training lead.
 *
 * It is proposed, written down and prepared, may run as a pilot, becomes active, may pause and closes once. Its limits
 * are dated decisions: the value in force is the one on the day the act is said to have happened. Its steps are kept
 * with their dates, so a step that was recorded in error can be struck out and the scheme is where it was.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { EventOf, Happened } from "../language/Event.ts"
import { changeBy, wrongMoment } from "../language/Judgement.ts"
import type { Change, Judgement } from "../language/Judgement.ts"
import { earlier } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { covers, endLast } from "../language/Period.ts"
import type { Period } from "../language/Period.ts"
import { view } from "../language/View.ts"
import { whatComesFirst } from "../language/WhatComesFirst.ts"
import { lastBy } from "../record/lastBy.ts"
import { withId } from "../record/withId.ts"
import type { Eligibility } from "./EligibilityCriteria.ts"
import type { PayEntry } from "./PayBands.ts"
import type { RoleProfile } from "./RoleProfile.ts"
import { RoleProfileCorrected, RoleProfilePublished, schemeEvents, SchemeProposed } from "./SchemeEvents.ts"
import { limitsToRun, schemeLimits } from "./SchemeLimits.ts"
import type { LimitName } from "./SchemeLimits.ts"
import { schemeSteps, schemeWays } from "./schemeSteps.ts"

export type { RoleProfile } from "./RoleProfile.ts"
export type { LimitName } from "./SchemeLimits.ts"

export type SchemeStatus = "Unknown" | "Proposed" | "Pilot" | "Active" | "Paused" | "Closed"

/** A step that the scheme took, and where it was from then on. */
export interface SchemeStep {
  readonly event: string
  readonly to: SchemeStatus
  readonly on: LocalDate
  readonly changed: Change
}

/** A limit that was decided. */
export interface SchemePolicy {
  /** The event by which it was decided. */
  readonly id: string
  readonly limit: LimitName
  readonly value: number
  readonly from: LocalDate
  readonly decidedOn: LocalDate
}

export interface TrainingLead extends Period {
  readonly staff: string
}

/** That somebody holds the training from a day on, or that nobody does. */
interface LeadEntry {
  readonly event: string
  readonly on: LocalDate
  readonly staff: string | null
}

export interface Scheme {
  readonly status: SchemeStatus
  readonly establishment: EstablishmentCode | null
  readonly code: string | null
  /** The day it was proposed: who was in role before it was in role before the scheme. */
  readonly adoptedOn: LocalDate | null
  readonly steps: ReadonlyArray<SchemeStep>
  /** Every version of every role profile, with the event that published it. */
  readonly roleProfiles: ReadonlyArray<RoleProfile & { readonly event: string }>
  readonly policy: ReadonlyArray<SchemePolicy>
  readonly eligibility: ReadonlyArray<Eligibility>
  readonly pay: ReadonlyArray<PayEntry>
  readonly trainingLeads: ReadonlyArray<TrainingLead>
  /** From what that follows. */
  readonly leadEntries: ReadonlyArray<LeadEntry>
  /** Since when it is written down, and until when it was planned last; the text stands beside the log. */
  readonly design: { readonly since: LocalDate; readonly plannedUntil: LocalDate } | null
  readonly changed: Change | null
}

const unknown: Scheme = {
  status: "Unknown",
  establishment: null,
  code: null,
  adoptedOn: null,
  steps: [],
  roleProfiles: [],
  policy: [],
  eligibility: [],
  pay: [],
  trainingLeads: [],
  leadEntries: [],
  design: null,
  changed: null
}

const withSteps = (scheme: Scheme, steps: ReadonlyArray<SchemeStep>): Scheme => ({
  ...scheme,
  steps,
  status: steps.at(-1)?.to ?? "Unknown",
  adoptedOn: steps[0]?.on ?? null,
  changed: steps.at(-1)?.changed ?? null
})

const stepped = (scheme: Scheme, to: SchemeStatus, event: Happened): Scheme =>
  withSteps(scheme, [...scheme.steps, { event: event.id, to, on: event.on, changed: changeBy(event) }])

/** Where a paused scheme was before it was paused. */
const beforePause = (scheme: Scheme): SchemeStatus => scheme.steps.at(-2)?.to ?? "Active"

const ledBy = (scheme: Scheme, leadEntries: ReadonlyArray<LeadEntry>): Scheme => ({
  ...scheme,
  leadEntries,
  trainingLeads: leadEntries.reduce<ReadonlyArray<TrainingLead>>(
    (leads, { on, staff }) => [
      ...endLast(leads, on),
      ...(staff === null ? [] : [{ staff, from: on, until: null }])
    ],
    []
  )
})

const paid = (scheme: Scheme, entry: PayEntry): Scheme => ({ ...scheme, pay: [...scheme.pay, entry] })

type Profiled = EventOf<typeof RoleProfilePublished> | EventOf<typeof RoleProfileCorrected>

const profileIn = ({ data, on }: Profiled, event: string): RoleProfile & { readonly event: string } => {
  const { establishment: _, reason: __, roleProfile, ...says } = { reason: undefined, ...data }
  return { units: [], legalStatuses: [], ...says, id: roleProfile, publishedOn: on, event }
}

export const Scheme = view<Scheme>("Scheme", unknown).from({
  of: schemeEvents,
  by: "stream",
  evolve: {
    SchemeProposed: (scheme, event) => ({
      ...stepped(scheme, "Proposed", event),
      establishment: event.data.establishment,
      code: event.data.code
    }),
    SchemeDesignWritten: (scheme, event) => ({
      ...scheme,
      design: { since: earlier(scheme.design?.since ?? event.on, event.on), plannedUntil: event.data.plannedUntil }
    }),
    RoleProfilePublished: (scheme, event) => ({
      ...scheme,
      roleProfiles: [...scheme.roleProfiles, profileIn(event, event.id)]
    }),
    RoleProfileCorrected: (scheme, event) => ({
      ...scheme,
      roleProfiles: scheme.roleProfiles.map((one) => one.event === event.corrects ? profileIn(event, one.event) : one)
    }),
    SchemePolicyDecided: (scheme, { data, id, on }) => ({
      ...scheme,
      policy: [...scheme.policy, { id, limit: data.limit, value: data.value, from: data.from, decidedOn: on }]
    }),
    SchemePolicyCorrected: (scheme, { corrects, data }) => ({
      ...scheme,
      policy: scheme.policy.map((one) => one.id === corrects ? { ...one, value: data.value, from: data.from } : one)
    }),
    EligibilityCriteriaDecided: (scheme, { data, on }) => ({
      ...scheme,
      eligibility: [
        ...scheme.eligibility,
        { roleProfile: data.roleProfile, criteria: data.criteria, gap: data.gap, on }
      ]
    }),
    PayBandsPublished: (scheme, { data, id, on }) => paid(scheme, { event: id, on, bands: data.bands }),
    PayBandsReviewed: (scheme, { id, on }) => paid(scheme, { event: id, on, bands: null }),
    PayEntryStruckOut: (scheme, { corrects }) => ({
      ...scheme,
      pay: scheme.pay.filter((one) => one.event !== corrects)
    }),
    TrainingLeadNamed: (scheme, { data, id, on }) =>
      ledBy(scheme, [...scheme.leadEntries, { event: id, on, staff: data.lead }]),
    TrainingLeadLeft: (scheme, { id, on }) => ledBy(scheme, [...scheme.leadEntries, { event: id, on, staff: null }]),
    TrainingLeadStruckOut: (scheme, { corrects }) =>
      ledBy(scheme, scheme.leadEntries.filter((one) => one.event !== corrects)),
    SchemePilotStarted: (scheme, event) => stepped(scheme, "Pilot", event),
    SchemeActivated: (scheme, event) => stepped(scheme, "Active", event),
    SchemePaused: (scheme, event) => stepped(scheme, "Paused", event),
    SchemeResumed: (scheme, event) => stepped(scheme, beforePause(scheme), event),
    SchemeClosed: (scheme, event) => stepped(scheme, "Closed", event),
    SchemeStepCorrected: (scheme, event) =>
      withSteps(
        scheme,
        scheme.steps.map((one) =>
          one.event === event.corrects ? { ...one, on: event.on, changed: changeBy(event) } : one
        )
      ),
    SchemeStepVoided: (scheme, event) => withSteps(scheme, scheme.steps.filter((one) => one.event !== event.corrects))
  }
})

/** Where the scheme was on the day. */
export const schemeStatusOn = (scheme: Scheme, on: LocalDate): SchemeStatus =>
  scheme.steps.filter((step) => step.on <= on).at(-1)?.to ?? "Unknown"

/** The limit in force on the day: of those from that day or before, the last; else what a source fixes. */
export const limitOn = (scheme: Scheme, name: LimitName, on: LocalDate): number | null => {
  const inForce = scheme.policy.filter((one) => one.limit === name && one.from <= on)
    .reduce<SchemePolicy | null>((last, one) => last === null || one.from >= last.from ? one : last, null)
  return inForce?.value ?? schemeLimits[name].fixed
}

/** The first day for which somebody decided the limit; null where nobody did. */
export const firstDecidedOn = ({ policy }: Scheme, name: LimitName): LocalDate | null =>
  policy.filter(({ limit }) => limit === name).map(({ from }) => from).sort()[0] ?? null

/** What makes somebody eligible for a role on the day; null where nothing was decided by then. */
export const eligibilityOn = ({ eligibility }: Scheme, roleProfile: string, on: LocalDate): Eligibility | null =>
  lastBy(eligibility.filter((one) => one.roleProfile === roleProfile), on)

/** The limits that a scheme cannot run without and that nobody has decided for the day. */
export const unsetLimits = (scheme: Scheme, on: LocalDate): ReadonlyArray<LimitName> =>
  limitsToRun.filter((name) => limitOn(scheme, name, on) === null)

/** Which member of staff holds the training on the day. */
export const trainingLeadOn = (scheme: Scheme, on: LocalDate): string | null =>
  scheme.trainingLeads.find((lead) => covers(lead, on))?.staff ?? null

/** Whether somebody holds the training on the day. */
export const hasTrainingLead = (scheme: Scheme, on: LocalDate): boolean => trainingLeadOn(scheme, on) !== null

/** The newest version of a role profile; given a day, the newest that was published by then. */
export const roleProfileOf = (scheme: Scheme, id: string, on?: LocalDate): RoleProfile | null =>
  scheme.roleProfiles.filter((one) => one.id === id && (on === undefined || one.publishedOn <= on))
    .reduce<RoleProfile | null>((last, one) => last === null || one.version > last.version ? one : last, null)

/** The ids of all schemes that were ever proposed at an establishment. */
export const SchemesAt = view<ReadonlyArray<string>>("SchemesAt", []).from({
  of: [SchemeProposed],
  by: "establishment",
  evolve: { SchemeProposed: withId }
})

/** Whether people may be proposed and appointed: the scheme runs as a pilot or is active. */
export const isRunning = ({ status }: Pick<Scheme, "status">): boolean => status === "Pilot" || status === "Active"

/** The same, on the day. */
export const isRunningOn = (scheme: Scheme, on: LocalDate): boolean => {
  const status = schemeStatusOn(scheme, on)
  return status === "Pilot" || status === "Active"
}

/** Refuses what needs a running scheme, and says what would make it run. */
export const notRunning = (scheme: Scheme): Judgement<never> =>
  wrongMoment(
    "scheme",
    scheme.status,
    scheme.changed,
    schemeSteps[scheme.status].filter((step) => ["StartSchemePilot", "ActivateScheme", "ResumeScheme"].includes(step)),
    undefined,
    whatComesFirst(schemeWays, scheme.status, "", (status) => isRunning({ status }))
  )
