/**
 * What needs attention: everything that waits for a person today, derived from the records.
 *
 * Nothing is stored and nothing is sent: whoever looks sees what is the case on that day.
 */
import { addDays, coveredBy, hasTrainingLead, isAwayOn, leftForGood, say, unsetLimits } from "@peerwork/core"
import type { Appointment } from "@peerwork/core"
import { holderIn, profileFor, requirements, statusIn } from "../records/Derived.ts"
import { schemeName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import type { Kept } from "../records/Records.ts"
import type { Sight } from "../signin/WhoSees.ts"
import { appointmentAttention, appointments } from "./AppointmentAttention.ts"
import { circumstanceAttention } from "./CircumstancePages.ts"
import { counted } from "./Counted.ts"
import { courseAttention } from "./CourseAttention.ts"
import { identityAttention } from "./IdentityAttention.ts"
import { payAttention } from "./PayAttention.ts"
import { refusedTasks } from "./RefusedTasks.ts"
import { runningOut } from "./RunningOut.ts"
import { earlierToDecide, halted, notStarted, signOffsPossible, signOffsThatFell } from "./ShadowingAttention.ts"
import { staffAttention } from "./StaffAttention.ts"
import { supervisionAttention } from "./SupervisionAttention.ts"
import { supportAttention } from "./SupportPages.ts"
import { withoutRequirement, withoutShadowing } from "./WorkingWithout.ts"

export interface Item {
  readonly text: string
  readonly href: string
  readonly detail: string
}

export interface Attention {
  /** The last part of its address. */
  readonly key: string
  /** Who may know of it, where that is not everybody who sees records. */
  readonly sees?: Sight
  /** How many of what: `2 shadowings can be signed off`. */
  readonly counted: (count: number) => string
  /** What to do about it. */
  readonly says: string
  readonly items: ReadonlyArray<Item>
  /** Of these, what must be seen on the page of today without going to the list. */
  readonly pressing?: ReadonlyArray<Pressing>
}

/** Something that cannot wait until somebody opens a list, and how soon it is needed. */
export interface Pressing extends Item {
  readonly tag: { readonly text: string; readonly classes: string }
}

const leftWords = { Transferred: "transferred", Released: "released", Died: "died" }

/** How far ahead of its day something planned is shown. */
const soonInDays = 28

/** What is still missing for somebody who has trained and shadowed; null where nothing is, undefined for others. */
const missing = ({ day, records }: Looked, kept: Kept<Appointment>): string | null | undefined => {
  if (statusIn(records, kept, day).status !== "Ready") return undefined
  const broken = requirements(records, kept, day).find(({ held }) => !held)
  return broken === undefined ? null : broken.because ?? broken.rule.says
}

const ready = (looked: Looked) =>
  appointments(looked, (kept) => (missing(looked, kept) === null ? "nothing is missing" : null))

const nearlyReady = (looked: Looked) => appointments(looked, (kept) => missing(looked, kept) ?? null)

const worksWithoutShadowing = (looked: Looked) =>
  appointments(looked, (kept) => withoutShadowing(looked.records, kept, looked.day))

const worksWithoutRequirement = (looked: Looked) =>
  appointments(looked, (kept) => withoutRequirement(looked.records, kept, looked.day))

const restricted = (looked: Looked) =>
  appointments(looked, (kept) => {
    const { because, status } = statusIn(looked.records, kept, looked.day)
    return status === "Restricted" ? because ?? "restricted" : null
  })

const ending = (looked: Looked) =>
  appointments(
    looked,
    ({ state: { plannedEnd } }) =>
      plannedEnd === null || plannedEnd.endsOn > addDays(looked.day, soonInDays)
        ? null
        : `${plannedEnd.endsOn <= looked.day ? "was to end" : "ends"} on ${say(plannedEnd.endsOn)}`
  )

const waivers = (looked: Looked) =>
  appointments(
    looked,
    ({ state: { activated, waiverUntil } }) =>
      waiverUntil === null || activated !== null || waiverUntil > addDays(looked.day, soonInDays)
        ? null
        : `the waiver ${waiverUntil < looked.day ? "ended" : "ends"} on ${say(waiverUntil)}`
  )

const away = (looked: Looked) =>
  appointments(looked, ({ state }) => {
    const { person } = holderIn(looked.records, state)
    const inCommunity = profileFor(looked.records, state, looked.day)?.inCommunity ?? false
    if (state.establishment === null || leftForGood(person, state.establishment, looked.day) !== null) return null
    return isAwayOn(state, person, looked.day, inCommunity) ? "away from the establishment" : null
  })

/** Who left the establishment for good and still holds a role there, with how they left. */
const left = (looked: Looked) =>
  appointments(looked, ({ state }) => {
    if (state.establishment === null) return null
    const how = leftForGood(holderIn(looked.records, state).person, state.establishment, looked.day)
    return how === null ? null : leftWords[how]
  })

const reviews = (looked: Looked) =>
  appointments(looked, ({ state }) => {
    const due = state.suspensions.find((one) => coveredBy([one], looked.day) && one.reviewBy <= looked.day)
    return due === undefined ? null : `the suspension was to be reviewed by ${say(due.reviewBy)}`
  })

const schemes = (
  { day, records }: Looked,
  detail: string,
  choose: (state: Parameters<typeof unsetLimits>[0]) => boolean
) =>
  [...records.scheme.values()].filter(({ state }) => state.status !== "Closed" && choose(state)).map((
    { id, state }
  ): Item => ({
    text: schemeName(state),
    href: `/schemes/${id}`,
    detail: detail.replace("{n}", String(unsetLimits(state, day).length))
  }))

/** Everything that may need attention, the most pressing first; each with what there is of it now. */
export const attention = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "sign-offs-that-no-longer-hold",
    counted: counted("sign-off no longer holds", "sign-offs no longer hold"),
    says: "By what is known now, too few days count. Uphold the sign-off or withdraw it",
    items: signOffsThatFell(looked)
  },
  {
    key: "days-shadowed-elsewhere",
    counted: counted("shadowing elsewhere to decide about", "shadowings elsewhere to decide about"),
    says: "A transfer ended a shadowing, and another is open. Decide whether the days count, or it begins anew. " +
      "Decide again where another number of them counts now",
    items: earlierToDecide(looked)
  },
  {
    key: "working-without-shadowing",
    counted: counted(
      "worker works alone without shadowing that holds",
      "workers work alone without shadowing that holds"
    ),
    says: "Decide about the sign-off, have the missing days served, or suspend the worker meanwhile",
    items: worksWithoutShadowing(looked)
  },
  {
    key: "working-without-a-requirement",
    counted: counted("worker works alone and lacks something", "workers work alone and lack something"),
    says: "Record what is missing, decide about it, or suspend the worker meanwhile",
    items: worksWithoutRequirement(looked)
  },
  ...appointmentAttention(looked),
  ...refusedTasks(looked),
  ...identityAttention(looked),
  ...circumstanceAttention(looked),
  ...supportAttention(looked),
  ...staffAttention(looked),
  ...courseAttention(looked),
  ...supervisionAttention(looked),
  {
    key: "sign-offs-possible",
    counted: counted("shadowing can be signed off", "shadowings can be signed off"),
    says: "Enough days count. Staff decide whether it is signed off",
    items: signOffsPossible(looked)
  },
  {
    key: "shadowings-halted",
    counted: counted("shadowing has come to a halt", "shadowings have come to a halt"),
    says:
      "No day counts until it is resumed or the mentor replaced. Where nobody can go on with it, end it as not achieved",
    items: halted(looked)
  },
  {
    key: "shadowings-to-start",
    counted: counted("shadowing was to start", "shadowings were to start"),
    says: "The planned day has come. Record the start, or cancel it",
    items: notStarted(looked)
  },
  {
    key: "ready-to-appoint",
    counted: counted("worker is ready to be appointed", "workers are ready to be appointed"),
    says: "Training and shadowing are done. Appoint them, or plan the end",
    items: ready(looked)
  },
  {
    key: "nearly-ready",
    counted: counted("worker has shadowed and lacks something", "workers have shadowed and lack something"),
    says: "Training and shadowing are done, but something else is missing before they can be appointed",
    items: nearlyReady(looked)
  },
  {
    key: "restricted",
    counted: counted("appointment is restricted", "appointments are restricted"),
    says: "Something has lapsed or was taken out of the role",
    items: restricted(looked)
  },
  ...runningOut(looked),
  ...payAttention(looked),
  {
    key: "waivers-ending",
    counted: counted("waiver ends soon or has ended", "waivers end soon or have ended"),
    says: "Train and regularise the worker before the waiver ends",
    items: waivers(looked)
  },
  {
    key: "planned-ends",
    counted: counted("appointment is planned to end", "appointments are planned to end"),
    says: "Record the end on its day",
    items: ending(looked)
  },
  {
    key: "suspensions-to-review",
    counted: counted("suspension is to be reviewed", "suspensions are to be reviewed"),
    says: "Reinstate the worker, or suspend on",
    items: reviews(looked)
  },
  {
    key: "left-with-a-role",
    counted: counted("worker left for good and holds a role", "workers left for good and hold a role"),
    says: "They are not expected back. End the appointment, with the reason",
    items: left(looked)
  },
  {
    key: "away",
    counted: counted("worker is away", "workers are away"),
    says: "Their roles inside the establishment rest until they return",
    items: away(looked)
  },
  {
    key: "schemes-without-training-lead",
    counted: counted("scheme has no training lead", "schemes have no training lead"),
    says: "Name a member of staff who holds the training",
    items: schemes(looked, "nobody holds the training", (state) => !hasTrainingLead(state, looked.day))
  },
  {
    key: "schemes-with-open-limits",
    counted: counted("scheme has limits that nobody decided", "schemes have limits that nobody decided"),
    says: "A scheme can only start when every limit is decided",
    items: schemes(looked, "{n} limits to decide", (state) => unsetLimits(state, looked.day).length > 0)
  }
]
