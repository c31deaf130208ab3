/**
 * An escalation: a concern that somebody passed on, which has to reach a named person in time.
 *
 * It is raised, handed over and acknowledged; acted on, resolved and closed; and whoever raised it is told. Where it is
 * follows from its entries: one that is struck out counts no longer, and the escalation is where it was without it.
 * Whether it is overdue, and whom it has reached, follows from the time (`escalationStatus`, `WhoAnswers`).
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { startOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import { view } from "../language/View.ts"
import { pastWhomItIsAbout } from "./Concern.ts"
import type { RouteCode, Urgency } from "./Concern.ts"
import { escalationEvents } from "./EscalationEvents.ts"
import { standingAfter } from "./EscalationStage.ts"
import type { Entry, EntryKind, Stage } from "./EscalationStage.ts"

/** How urgent it is, which way it goes, and by when it has to be acknowledged. */
export interface Classified {
  readonly route: RouteCode
  readonly urgency: Urgency
  readonly acknowledgeBy: Instant
}

/** Something that happened to it beside its entries. */
export interface Beside {
  readonly kind: "Reclassified" | "Joined" | "KeptApart" | "ActionHandedOver"
  readonly at: Instant
}

export interface Escalation {
  readonly stage: Stage
  readonly establishment: EstablishmentCode | null
  readonly scheme: string
  /** Who recorded it. */
  readonly raisedBy: string
  readonly raisedAt: Instant | null
  readonly raised: string | null
  /** The change that raised it. */
  readonly begun: Change | null
  /** The worker who raised it, in which role. */
  readonly worker: string | null
  readonly appointment: string | null
  readonly heardFrom: string | null
  readonly anonymous: boolean
  /** Whether it was passed on although whoever told it did not agree. */
  readonly againstWish: boolean
  readonly subject: string | null
  readonly aboutStaff: string | null
  /** The members of staff whom it was recorded about before that was put right. */
  readonly wasAbout: ReadonlyArray<string>
  readonly place: string | null
  readonly classified: Classified | null
  /** Every way that it ever went, the first first. */
  readonly ways: ReadonlyArray<RouteCode>
  /** When it was last found to be of another kind. */
  readonly reclassifiedAt: Instant | null
  readonly duplicates: ReadonlyArray<string>
  readonly into: string | null
  /** Others that look like it, and of which somebody found that they are matters of their own. */
  readonly keptApart: ReadonlyArray<string>
  readonly entries: ReadonlyArray<Entry>
  /** What else happened to it and moves it to no other stage, the first first. */
  readonly beside: ReadonlyArray<Beside>
  /** What brought it to its stage. */
  readonly changed: Change | null
}

const unknown: Escalation = {
  stage: "Unknown",
  establishment: null,
  scheme: "",
  raisedBy: "",
  raisedAt: null,
  raised: null,
  begun: null,
  worker: null,
  appointment: null,
  heardFrom: null,
  anonymous: false,
  againstWish: false,
  subject: null,
  aboutStaff: null,
  wasAbout: [],
  place: null,
  classified: null,
  ways: [],
  reclassifiedAt: null,
  duplicates: [],
  into: null,
  keptApart: [],
  entries: [],
  beside: [],
  changed: null
}

/** When it is said to have happened; every event of this life has a time of day. */
const timeOf = ({ at, on }: Happened): Instant => at ?? startOf(on)

const withEntries = (escalation: Escalation, entries: ReadonlyArray<Entry>): Escalation => ({
  ...escalation,
  entries,
  ...standingAfter(entries, escalation.begun)
})

type More = Partial<Pick<Entry, "staff" | "dueOn" | "action" | "body">>

const entered = (escalation: Escalation, kind: EntryKind, event: Happened, more: More = {}): Escalation => {
  const entry = { event: event.id, kind, at: timeOf(event), by: event.actor.id, changed: changeBy(event) }
  return withEntries(escalation, [
    ...escalation.entries,
    { staff: null, dueOn: null, action: null, body: null, ...entry, ...more }
  ])
}

const classifiedAs = (escalation: Escalation, found: Partial<Classified>): Escalation => {
  if (escalation.classified === null) return escalation
  const classified = { ...escalation.classified, ...found }
  const route = pastWhomItIsAbout(classified.route, escalation.aboutStaff)
  return {
    ...escalation,
    classified: { ...classified, route },
    ways: escalation.ways.includes(route) ? escalation.ways : [...escalation.ways, route]
  }
}

const withBeside = (escalation: Escalation, kind: Beside["kind"], event: Happened): Escalation => ({
  ...escalation,
  beside: [...escalation.beside, { kind, at: timeOf(event) }]
})

const enters = (kind: EntryKind) => (escalation: Escalation, event: Happened): Escalation =>
  entered(escalation, kind, event)

export const Escalation = view<Escalation>("Escalation", unknown).from({
  of: escalationEvents,
  by: "stream",
  evolve: {
    EscalationRaised: (_, event) => {
      const { acknowledgeBy, route, urgency, ...data } = event.data
      return {
        ...unknown,
        ...data,
        stage: "Raised",
        raisedBy: event.actor.id,
        raisedAt: timeOf(event),
        raised: event.id,
        begun: changeBy(event),
        classified: { route, urgency, acknowledgeBy },
        ways: [route],
        changed: changeBy(event)
      }
    },
    EscalationHandedOver: (state, event) => entered(state, "HandedOver", event, { staff: event.data.receiver }),
    EscalationRedirected: (state, event) =>
      classifiedAs(entered(state, "Redirected", event, { staff: event.data.receiver }), {
        acknowledgeBy: event.data.acknowledgeBy
      }),
    EscalationAcknowledged: (state, event) => entered(state, "Acknowledged", event, { staff: event.actor.id }),
    EscalationRejectedBack: (state, event) => entered(state, "RejectedBack", event, { staff: event.data.owner }),
    EscalationActionRecorded: (state, event) =>
      entered(state, "Action", event, { staff: event.data.owner, dueOn: event.data.dueOn ?? null }),
    EscalationActionCompleted: (state, event) =>
      entered(state, "ActionCompleted", event, { action: event.data.action }),
    EscalationActionHandedOver: (state, event) => {
      const { action, owner } = event.data
      const entries = state.entries.map((entry) => entry.event === action ? { ...entry, staff: owner } : entry)
      return withBeside({ ...state, entries }, "ActionHandedOver", event)
    },
    EscalationReferenceRecorded: enters("Reference"),
    EscalationReclassified: (state, event) => {
      const { acknowledgeBy, route, urgency } = event.data
      const classified = classifiedAs(state, { route, urgency, acknowledgeBy })
      return { ...withBeside(classified, "Reclassified", event), reclassifiedAt: timeOf(event) }
    },
    EscalationLinked: (state, event) => ({ ...entered(state, "Linked", event), into: event.data.into }),
    EscalationJoined: (state, event) => {
      const { acknowledgeBy, duplicate, raisedAt, route, urgency, ...about } = event.data
      return classifiedAs({
        ...withBeside(state, "Joined", event),
        raisedAt,
        subject: about.subject ?? state.subject,
        aboutStaff: about.aboutStaff ?? state.aboutStaff,
        duplicates: [...state.duplicates, duplicate]
      }, { urgency, acknowledgeBy, ...(route === undefined ? {} : { route }) })
    },
    EscalationKeptApart: (state, event) => ({
      ...withBeside(state, "KeptApart", event),
      keptApart: [...state.keptApart, event.data.other]
    }),
    EscalationResolved: enters("Resolved"),
    EscalationRaiserInformed: enters("Told"),
    EscalationRaiserNotInformed: enters("Told"),
    EscalationSubjectInformed: enters("SubjectTold"),
    EscalationSubjectNotInformed: enters("SubjectTold"),
    EscalationClosed: enters("Closed"),
    EscalationReopened: enters("Reopened"),
    EscalationWithdrawn: enters("Withdrawn"),
    EscalationCorrected: (state, event) => {
      const { aboutStaff = null, acknowledgeBy, formerAboutStaff, place = null, subject = null } = event.data
      const wasAbout = formerAboutStaff === undefined ? state.wasAbout : [...state.wasAbout, formerAboutStaff]
      return classifiedAs({ ...state, subject, aboutStaff, wasAbout, place, raisedAt: timeOf(event) }, {
        acknowledgeBy
      })
    },
    EscalationRaiserCorrected: (state, { data }) => {
      const { anonymous, appointment = null, heardFrom = null, worker = null } = data
      return { ...state, anonymous, appointment, heardFrom, worker }
    },
    EscalationSafetyConcernSent: (state, event) =>
      entered(state, "SafetyConcernSent", event, { body: event.data.body, dueOn: event.data.answerBy ?? null }),
    EscalationSafetyConcernAnswered: (state, event) =>
      entered(state, "SafetyConcernAnswered", event, { body: event.data.body }),
    EscalationEntryVoided: (state, event) => {
      const kept = state.entries.filter((entry) => entry.event !== event.corrects)
      const into = kept.some(({ kind }) => kind === "Linked") ? state.into : null
      return { ...withEntries(state, kept), into }
    }
  }
})

/** The newest entry of one of these kinds. */
export const lastOf = ({ entries }: Escalation, ...kinds: ReadonlyArray<EntryKind>): Entry | null =>
  entries.filter(({ kind }) => kinds.includes(kind)).at(-1) ?? null

/** Who passed it on last, or raised it where nobody did: to whom it comes back when it is rejected. */
export const senderOf = (escalation: Escalation): string =>
  lastOf(escalation, "HandedOver", "Redirected")?.by ?? escalation.raisedBy

/** The entries after which somebody has it in hand. */
const passings: ReadonlyArray<EntryKind> = ["HandedOver", "Redirected", "Acknowledged", "RejectedBack"]

/** Who has it in hand: whoever it was passed on to last, or acknowledged it, or has it back; null where nobody yet. */
export const whoHas = (escalation: Escalation): string | null => lastOf(escalation, ...passings)?.staff ?? null

/**
 * Who has rejected it and was not told of it again since: whoever did, and whoever they did it for. It is with somebody
 * else then.
 */
export const whoRejected = ({ entries }: Escalation): ReadonlyArray<string> => {
  let rejecting: ReadonlyArray<string> = []
  let has: string | null = null
  for (const { by, kind, staff } of entries) {
    if (!passings.includes(kind)) continue
    if (kind === "RejectedBack") rejecting = [...rejecting, by, ...(has === null ? [] : [has])]
    rejecting = rejecting.filter((one) => one !== staff)
    has = staff
  }
  return rejecting
}

/** Whether nobody has acknowledged it yet. */
export const isUnacknowledged = ({ stage }: Escalation): boolean =>
  stage === "Raised" || stage === "HandedOver" || stage === "RejectedBack"

/** Whether it is over, as far as is known. */
export const isOver = ({ stage }: Escalation): boolean =>
  stage === "Closed" || stage === "Withdrawn" || stage === "Linked"

/** Whether whoever raised it was told, or why not, since it was resolved last. */
export const isRaiserTold = ({ entries }: Escalation): boolean => {
  const since = entries.map(({ kind }) => kind).lastIndexOf("Resolved")
  return entries.slice(since + 1).some(({ kind }) => kind === "Told")
}

/** Whether whoever did not agree was told that it was passed on, or why not. */
export const isSubjectTold = ({ entries }: Escalation): boolean => entries.some(({ kind }) => kind === "SubjectTold")

/** Whether somebody still has to be told that it was passed on, or it has to be recorded why not. */
export const waitsToTell = (escalation: Escalation): boolean =>
  escalation.againstWish && !isSubjectTold(escalation) && escalation.stage !== "Withdrawn"

/** Actions that are not done yet. */
export const openActions = ({ entries }: Escalation): ReadonlyArray<Entry> => {
  const done = new Set(entries.flatMap(({ action }) => (action === null ? [] : [action])))
  return entries.filter(({ event, kind }) => kind === "Action" && !done.has(event))
}
