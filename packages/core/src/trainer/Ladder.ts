/**
 * The ladder: how far a trainer has come with one session, as it was on a day.
 *
 * None, observed, delivered beside somebody, judged capable, accredited; then the review is due, and at last the
 * accreditation has lapsed. The last two are derived from the dates that the accreditation carries. What was withdrawn
 * stands until the day of the withdrawal.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import { lastBy } from "../record/lastBy.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import type { Accreditation, Described, Judged, Trainer } from "./Trainer.ts"
import type { Condition } from "./TrainerKeys.ts"

export type Rung = "None" | "Observed" | "CoDelivered" | "JudgedCapable" | "Accredited" | "ReviewDue" | "Lapsed"

/** Where a trainer stands with a session on a day. */
export interface OnTheLadder {
  readonly rung: Rung
  readonly since: LocalDate | null
  /** On how many days they observed it. */
  readonly observed: number
  /** On how many days they delivered it, alone or beside somebody. */
  readonly delivered: number
  /** On what they were judged capable; null where it was without a condition, or they were not. */
  readonly condition: Condition | null
  readonly reviewOn: LocalDate | null
  /** The first day on which it is good no longer. */
  readonly lapsesOn: LocalDate | null
  /** Since when what they had is withdrawn; null where it was not, or they were judged or accredited anew. */
  readonly withdrawnOn: LocalDate | null
}

interface Dated {
  readonly on: LocalDate
}

const standsOn = (session: SessionKey, on: LocalDate) => (fact: Judged | Accreditation): boolean =>
  fact.session === session && (fact.withdrawn === null || on < fact.withdrawn.on)

/** What the trainer is by profession, and to whom they belong on the day; null before they were registered. */
export const describedOn = ({ described }: Trainer, on: LocalDate): Described | null => lastBy(described, on)

/** The judgement that stands on the day. */
export const judgedOn = ({ judged }: Trainer, session: SessionKey, on: LocalDate): Judged | null =>
  lastBy(judged.filter(standsOn(session, on)), on)

/** The accreditation that stands on the day, lapsed or not. */
export const accreditationOn = ({ accredited }: Trainer, session: SessionKey, on: LocalDate): Accreditation | null =>
  lastBy(accredited.filter(standsOn(session, on)), on)

/** Whether a session that they deliver on the day counts. */
export const accreditedOn = (trainer: Trainer, session: SessionKey, on: LocalDate): boolean => {
  const accreditation = accreditationOn(trainer, session, on)
  return accreditation !== null && on < accreditation.lapsesOn
}

const daysOf = (facts: ReadonlyArray<Dated>): ReadonlyArray<LocalDate> =>
  [...new Set(facts.map((one) => one.on))].sort()

/** Whoever taught a session did not observe it, whatever was recorded. */
const practisedBy = ({ practised }: Trainer, session: SessionKey, on: LocalDate) => {
  const of = practised.filter((one) => one.session === session)
  const taught = of.filter(({ practice }) => practice !== "OBSERVED")
  const observed = of.filter(({ held, practice }) =>
    practice === "OBSERVED" && (held === null || taught.every((one) => one.held !== held))
  )
  const until = (facts: ReadonlyArray<Dated>) => daysOf(facts.filter((one) => one.on <= on))
  return { observed: until(observed), delivered: until(taught) }
}

/** The last day by this one on which something was withdrawn from them for the session. */
const lastWithdrawal = ({ accredited, judged }: Trainer, session: SessionKey, on: LocalDate): LocalDate | null =>
  [...judged, ...accredited].flatMap((one) =>
    one.session === session && one.withdrawn !== null && one.withdrawn.on <= on ? [one.withdrawn.on] : []
  ).sort().at(-1) ?? null

const accreditedRung = (
  { lapsesOn, on: from, reviewOn }: Accreditation,
  on: LocalDate
): Pick<OnTheLadder, "rung" | "since"> => {
  if (on >= lapsesOn) return { rung: "Lapsed", since: lapsesOn }
  return on >= reviewOn ? { rung: "ReviewDue", since: reviewOn } : { rung: "Accredited", since: from }
}

/** Where the trainer stands with the session on the day. */
export const onTheLadder = (trainer: Trainer, session: SessionKey, on: LocalDate): OnTheLadder => {
  const { delivered, observed } = practisedBy(trainer, session, on)
  const judged = judgedOn(trainer, session, on)
  const accreditation = accreditationOn(trainer, session, on)
  const known = {
    observed: observed.length,
    delivered: delivered.length,
    condition: judged?.condition ?? null,
    reviewOn: accreditation?.reviewOn ?? null,
    lapsesOn: accreditation?.lapsesOn ?? null,
    withdrawnOn: accreditation === null && judged === null ? lastWithdrawal(trainer, session, on) : null
  }
  if (accreditation !== null) return { ...accreditedRung(accreditation, on), ...known }
  if (judged !== null) return { rung: "JudgedCapable", since: judged.on, ...known }
  if (delivered.length > 0) return { rung: "CoDelivered", since: delivered[0] ?? null, ...known }
  return { rung: observed.length > 0 ? "Observed" : "None", since: observed[0] ?? null, ...known }
}
