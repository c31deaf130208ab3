/**
 * Between which days an entry of a supervision lies: what it followed from, and what followed from it. A correction of
 * its day stays between the two.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"
import type { Session, Supervision } from "./Supervision.ts"

interface Neighbours {
  readonly before: ReadonlyArray<LocalDate>
  readonly after: ReadonlyArray<Following>
}

const outcomes = { Held: "SUPERVISION_HELD", Missed: "SUPERVISION_MISSED", Cancelled: "SUPERVISION_CANCELLED" } as const

const followingOf = ({ on, outcome }: Session): Following => [outcomes[outcome], on]

/** Who supervises from a day on, and until when; the sessions held as theirs stay theirs. */
const aroundSupervisor = ({ arranged, ended, planned, sessions, supervisors }: Supervision, at: number): Neighbours => {
  const [former, own, next] = [supervisors[at - 1], supervisors[at], supervisors[at + 1]]
  const isArrangement = own?.event === arranged?.event
  const heldBy = (staff: string | undefined) => sessions.filter(({ supervisor }) => supervisor === staff)
  const theirs = isArrangement
    ? sessions
    : heldBy(own?.staff).filter(({ on }) => own !== undefined && own.on <= on && (next === undefined || on <= next.on))
  return {
    before: former === undefined
      ? []
      : [former.on, ...heldBy(former.staff).map(({ on }) => on).filter((on) => own !== undefined && on <= own.on)],
    after: [
      ...theirs.map(followingOf),
      ...(isArrangement ? planned.map(({ on }): Following => ["SUPERVISION_PLANNED", on]) : []),
      ["SUPERVISOR_CHANGED", next?.on ?? null],
      ["SUPERVISION_ENDED", ended?.on ?? null]
    ]
  }
}

/** A session lies after the day on which it was agreed, and in the time of whoever held it. */
const aroundSession = ({ ended, planned, supervisors }: Supervision, session: Session): Neighbours => {
  const agreed = planned.find(({ event }) => event === session.scheduled)
  const own = supervisors.filter(({ on, staff }) => staff === session.supervisor && on <= session.on).at(-1)
  const next = own === undefined ? undefined : supervisors[supervisors.indexOf(own) + 1]
  return {
    before: [agreed, own ?? supervisors[0]].flatMap((one) => one === undefined ? [] : [one.on]),
    after: [
      ["SUPERVISOR_CHANGED", next?.on ?? null],
      ["SUPERVISION_ENDED", ended?.on ?? null]
    ]
  }
}

/** The days of all that comes before the end of the supervision. */
export const daysOf = ({ arranged, sessions, supervisors }: Supervision): ReadonlyArray<LocalDate> =>
  [...(arranged === null ? [] : [arranged]), ...supervisors, ...sessions].map(({ on }) => on)

export const neighboursIn = (supervision: Supervision, entry: string): Neighbours => {
  const at = supervision.supervisors.findIndex(({ event }) => event === entry)
  if (at >= 0) return aroundSupervisor(supervision, at)
  const session = supervision.sessions.find(({ event }) => event === entry)
  return session === undefined ? { before: daysOf(supervision), after: [] } : aroundSession(supervision, session)
}
