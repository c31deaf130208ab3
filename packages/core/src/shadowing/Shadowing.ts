/**
 * A shadowing placement: a new worker beside an experienced one until staff sign it off.
 *
 * It is planned, it runs, it may pause or change mentor, it ends once. Days count whole and local (see `countedDays`);
 * the placement never ends by itself, and a sign-off that no longer holds is shown to a person, never taken back
 * silently. The rules live in `./rules`, the decisions in the files beside this one.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { changeBy } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import type { Period } from "../language/Period.ts"
import { view } from "../language/View.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"
import { withId } from "../record/withId.ts"
import {
  shadowingEvents,
  ShadowingMentorCorrected,
  ShadowingPersonCorrected,
  ShadowingPlanned,
  ShadowMentorReplaced
} from "./ShadowingEvents.ts"

/** Who is shadowed, and from which day. */
export interface Stint {
  readonly mentor: string
  readonly from: LocalDate
  /** The event that named the mentor. */
  readonly event: string
}

export interface Pause extends Period {
  readonly event: string
}

/** What was decided of a shadowing elsewhere that a transfer ended. */
export interface EarlierShadowing {
  readonly shadowing: string
  readonly counts: boolean
  /** The days that counted there when it was decided; no more of them count here. */
  readonly days: number
  readonly event: string
}

export interface SignOff {
  readonly on: LocalDate
  /** The days counted when it was decided. */
  readonly counted: number
  readonly event: string
  /** The days that counted when staff decided that it stands although they are too few; null where nobody had to. */
  readonly upheld: number | null
}

export type ShadowingStatus =
  | "Unknown"
  | "Planned"
  | "Running"
  | "Paused"
  | "SignedOff"
  | "NotAchieved"
  | "Cancelled"
  | "TransferredOut"

export interface Shadowing {
  readonly status: ShadowingStatus
  readonly shadower: string
  readonly appointment: string
  readonly scheme: string
  readonly establishment: EstablishmentCode | null
  /** The days needed, as the limit was known when it was planned; `daysNeeded` says how it is known now. */
  readonly days: number
  /** The event that planned it. */
  readonly planned: { readonly event: string; readonly on: LocalDate } | null
  readonly startOn: LocalDate | null
  readonly startedOn: LocalDate | null
  /** The event that says when it started. */
  readonly started: string | null
  readonly stints: ReadonlyArray<Stint>
  readonly pauses: ReadonlyArray<Pause>
  readonly earlier: ReadonlyArray<EarlierShadowing>
  readonly signOff: SignOff | null
  readonly ended: { readonly event: string; readonly on: LocalDate } | null
  readonly changed: Change | null
}

const unknown: Shadowing = {
  status: "Unknown",
  shadower: "",
  appointment: "",
  scheme: "",
  establishment: null,
  days: 0,
  planned: null,
  startOn: null,
  startedOn: null,
  started: null,
  stints: [],
  pauses: [],
  earlier: [],
  signOff: null,
  ended: null,
  changed: null
}

const ended = (state: Shadowing, status: ShadowingStatus, event: Happened): Shadowing => ({
  ...state,
  status,
  ended: { event: event.id, on: event.on },
  changed: changeBy(event)
})

const isPaused = (pauses: ReadonlyArray<Pause>): boolean => pauses.some((pause) => pause.until === null)

/** The placement did not run from its sign-off until this was withdrawn, as far as anybody recorded. */
const betweenSignOffAnd = ({ signOff }: Shadowing, { id, on }: Happened): ReadonlyArray<Pause> =>
  signOff !== null && signOff.on < on ? [{ from: signOff.on, until: on, event: id }] : []

/** The state with these pauses; while it is open, an open pause decides whether it is running. */
const withPauses = (state: Shadowing, pauses: ReadonlyArray<Pause>): Shadowing => ({
  ...state,
  pauses,
  status: state.status === "Running" || state.status === "Paused"
    ? (isPaused(pauses) ? "Paused" : "Running")
    : state.status
})

export const Shadowing = view<Shadowing>("Shadowing", unknown).from({
  of: shadowingEvents,
  by: "stream",
  evolve: {
    ShadowingPlanned: (_, { data, ...event }) => ({
      ...unknown,
      status: "Planned",
      shadower: data.shadower,
      appointment: data.appointment,
      scheme: data.scheme,
      establishment: data.establishment,
      days: data.days,
      planned: { event: event.id, on: event.on },
      startOn: data.startOn,
      stints: [{ mentor: data.mentor, from: data.startOn, event: event.id }],
      changed: changeBy({ ...event, data })
    }),
    ShadowingStarted: (state, event) => ({
      ...state,
      status: "Running",
      startedOn: event.on,
      started: event.id,
      stints: state.stints.map((stint, index) => index === 0 ? { ...stint, from: event.on } : stint),
      changed: changeBy(event)
    }),
    ShadowingPaused: (state, event) => ({
      ...withPauses(state, [...state.pauses, { from: event.on, until: null, event: event.id }]),
      changed: changeBy(event)
    }),
    ShadowingResumed: (state, event) => ({
      ...withPauses(state, state.pauses.map((pause) => pause.until === null ? { ...pause, until: event.on } : pause)),
      changed: changeBy(event)
    }),
    ShadowingInterrupted: (state, event) =>
      withPauses(state, [...state.pauses, { from: event.on, until: event.data.until, event: event.id }]),
    ShadowMentorReplaced: (state, event) => {
      const stint = { mentor: event.data.mentor, from: event.on, event: event.id }
      return { ...state, stints: state.startedOn === null ? [stint] : [...state.stints, stint] }
    },
    EarlierShadowingDecided: (state, event) => {
      const { counts, days, earlier } = event.data
      const others = state.earlier.filter(({ shadowing }) => shadowing !== earlier)
      return { ...state, earlier: [...others, { shadowing: earlier, counts, days, event: event.id }] }
    },
    ShadowingSignedOff: (state, event) => ({
      ...ended(state, "SignedOff", event),
      signOff: { on: event.on, counted: event.data.counted, event: event.id, upheld: null }
    }),
    ShadowingNotAchieved: (state, event) => ended(state, "NotAchieved", event),
    ShadowingCancelled: (state, event) => ended(state, "Cancelled", event),
    ShadowingTransferredOut: (state, event) => ended(state, "TransferredOut", event),
    ShadowingStartCorrected: (state, event) => ({
      ...state,
      startedOn: event.on,
      stints: state.stints.map((stint, index) => index === 0 ? { ...stint, from: event.on } : stint)
    }),
    ShadowingMentorCorrected: (state, event) => ({
      ...state,
      stints: state.stints.map((stint) =>
        stint.mentor === event.data.formerMentor ? { ...stint, mentor: event.data.mentor } : stint
      )
    }),
    ShadowMentorReplacementCorrected: (state, event) => ({
      ...state,
      stints: state.stints.map((stint) => stint.event === event.corrects ? { ...stint, from: event.on } : stint)
    }),
    ShadowingPersonCorrected: (state, event) => ({
      ...state,
      shadower: event.data.shadower,
      appointment: event.data.appointment
    }),
    ShadowingPauseCorrected: (state, event) =>
      withPauses(
        state,
        state.pauses.map((pause) =>
          pause.event === event.corrects
            ? { ...pause, from: event.data.from, until: event.data.until ?? null }
            : pause
        )
      ),
    ShadowingPauseVoided: (state, event) =>
      withPauses(state, state.pauses.filter((pause) => pause.event !== event.corrects)),
    ShadowingSignOffUpheld: (state, event) => ({
      ...state,
      signOff: state.signOff === null ? null : { ...state.signOff, upheld: event.data.counted },
      changed: changeBy(event)
    }),
    ShadowingSignOffWithdrawn: (state, event) => ({
      ...withPauses({ ...state, status: "Running" }, [...state.pauses, ...betweenSignOffAnd(state, event)]),
      signOff: null,
      ended: null,
      changed: changeBy(event)
    }),
    ShadowingReopened: (state, event) => ({
      ...withPauses({ ...state, status: state.startedOn === null ? "Planned" : "Running" }, state.pauses),
      ended: null,
      changed: changeBy(event)
    })
  }
})

/** The ids of all placements that were ever recorded with a person, as worker or as mentor. */
export const ShadowingsWith = view<ReadonlyArray<string>>("ShadowingsWith", []).from({
  of: [ShadowingPlanned, ShadowMentorReplaced, ShadowingMentorCorrected, ShadowingPersonCorrected],
  by: "person",
  evolve: {
    ShadowingPlanned: withId,
    ShadowMentorReplaced: withId,
    ShadowingMentorCorrected: withId,
    ShadowingPersonCorrected: withId
  }
})

/** The ids of all placements that were ever recorded for an appointment. */
export const ShadowingsFor = view<ReadonlyArray<string>>("ShadowingsFor", []).from({
  of: [ShadowingPlanned, ShadowingPersonCorrected],
  by: "appointment",
  evolve: { ShadowingPlanned: withId, ShadowingPersonCorrected: withId }
})

/** Whether the placement is planned or under way. */
export const isOpen = ({ status }: Shadowing): boolean =>
  status === "Planned" || status === "Running" || status === "Paused"

/** The mentor of the day, or of the newest stint where no day is given. */
export const mentorOf = ({ stints }: Shadowing, on?: LocalDate): string => {
  const begun = on === undefined ? stints : stints.filter((stint) => stint.from <= on)
  return (begun.at(-1) ?? stints[0])?.mentor ?? ""
}

/** The mentors who took over from another since it began. */
export const replacementsIn = ({ startedOn, stints }: Shadowing): ReadonlyArray<Stint> =>
  startedOn === null ? [] : stints.slice(1)

/** What followed from the start, but for the sign-off: another mentor took over, it was paused. */
export const followedFromStart = (shadowing: Shadowing): ReadonlyArray<Following> =>
  shadowing.startedOn === null ? [] : [
    ...replacementsIn(shadowing).map(({ from }): Following => ["MENTOR_REPLACED", from]),
    ...shadowing.pauses.map(({ from }): Following => ["SHADOWING_PAUSED", from])
  ]

/** The sign-off as something that followed from what came before it. */
export const signedOffIn = ({ signOff }: Shadowing): Following => ["SHADOWING_SIGNED_OFF", signOff?.on ?? null]
