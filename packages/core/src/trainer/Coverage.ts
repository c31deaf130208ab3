/**
 * Coverage: which sessions of a template an establishment could deliver by itself on a day, by whom, and what is missing.
 *
 * Three things are told apart, because the documents run them together: that somebody local has delivered a session,
 * that somebody local was judged capable of it, and that somebody local is accredited for it. Local are the staff of
 * the establishment and the services beside it; whoever visits to bring the training is shown, and covers nothing. A
 * session that only waits, for a profession, for a condition or for a review that is late, is no gap, and not covered.
 */
import type { LocalDate } from "../language/LocalDate.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { accreditedOn, describedOn, onTheLadder } from "./Ladder.ts"
import type { OnTheLadder, Rung } from "./Ladder.ts"
import type { Trainer } from "./Trainer.ts"
import { professionFor } from "./TrainerKeys.ts"
import type { Affiliation, Condition, Profession } from "./TrainerKeys.ts"

/** Somebody who may be asked to deliver, and whether they are in post. */
export interface KnownTrainer {
  readonly staff: string
  readonly trainer: Trainer
  readonly inPost: boolean
}

/** What somebody has to do with a session. */
export interface Deliverer {
  readonly staff: string
  readonly affiliation: Affiliation
  readonly professions: ReadonlyArray<Profession>
  readonly rung: Rung
  readonly since: LocalDate | null
  readonly demonstrated: boolean
  readonly capable: boolean
  readonly accredited: boolean
  readonly condition: Condition | null
}

/** How far the establishment has come with a session. */
export type Covered = "Accredited" | "Capable" | "Conditional" | "Gap"

export interface SessionCoverage {
  readonly session: SessionKey
  readonly covered: Covered
  readonly demonstrated: boolean
  readonly judgedCapable: boolean
  readonly accredited: boolean
  /** The profession to which the session belongs. */
  readonly profession: Profession | null
  /** Local trainers who have anything to do with it, the furthest first. */
  readonly by: ReadonlyArray<Deliverer>
  /** Visitors who could deliver it meanwhile. */
  readonly visitors: ReadonlyArray<Deliverer>
}

export interface Coverage {
  readonly on: LocalDate
  readonly of: number
  /** Sessions that somebody local has delivered. */
  readonly demonstrated: number
  /** Sessions that somebody local has delivered, was judged capable of, or is accredited for. */
  readonly capable: number
  /** Sessions for which somebody local is accredited. */
  readonly accredited: number
  /** Sessions that nobody local could deliver. */
  readonly gaps: ReadonlyArray<SessionKey>
  /** Sessions that wait for a profession, a condition or a review. */
  readonly conditional: ReadonlyArray<SessionKey>
  /** Who answers for closing the gaps; null where nobody holds the training. */
  readonly trainingLead: string | null
  readonly sessions: ReadonlyArray<SessionCoverage>
}

const rungs: ReadonlyArray<Rung> = [
  "None",
  "Observed",
  "CoDelivered",
  "Lapsed",
  "JudgedCapable",
  "ReviewDue",
  "Accredited"
]

const fits = (session: SessionKey, professions: ReadonlyArray<Profession>): boolean => {
  const profession = professionFor[session]
  return profession === undefined || professions.includes(profession)
}

/** Accredited, judged so without a condition, or shown by having delivered it where nothing was taken back since. */
const isCapable = ({ condition, rung, withdrawnOn }: OnTheLadder, demonstrated: boolean): boolean =>
  rung === "Accredited" || rung === "ReviewDue" || (rung === "JudgedCapable" && (condition === null || demonstrated)) ||
  (rung === "CoDelivered" && demonstrated && withdrawnOn === null)

const delivererOn = ({ staff, trainer }: KnownTrainer, session: SessionKey, on: LocalDate): Deliverer | null => {
  const described = describedOn(trainer, on)
  const ladder = onTheLadder(trainer, session, on)
  if (described === null || ladder.rung === "None") return null
  // Whoever delivers what belongs to another profession has shown nothing
  const demonstrated = ladder.delivered > 0 && fits(session, described.professions)
  return {
    staff,
    affiliation: described.affiliation,
    professions: described.professions,
    rung: ladder.rung,
    since: ladder.since,
    demonstrated,
    capable: isCapable(ladder, demonstrated),
    accredited: accreditedOn(trainer, session, on),
    condition: ladder.rung === "JudgedCapable" ? ladder.condition : null
  }
}

const furthestFirst = (a: Deliverer, b: Deliverer): number =>
  rungs.indexOf(b.rung) - rungs.indexOf(a.rung) || (a.staff < b.staff ? -1 : 1)

const sessionOn = (trainers: ReadonlyArray<KnownTrainer>, session: SessionKey, on: LocalDate): SessionCoverage => {
  const known = trainers.filter(({ inPost }) => inPost).map((one) => delivererOn(one, session, on))
    .filter((one) => one !== null).sort(furthestFirst)
  const by = known.filter(({ affiliation }) => affiliation !== "VISITING")
  const profession = professionFor[session] ?? null
  const accredited = by.some((one) => one.accredited)
  const capable = by.some((one) => one.capable)
  const waits = profession !== null || by.some(({ condition, rung }) => condition !== null || rung === "Lapsed")
  return {
    session,
    covered: accredited ? "Accredited" : capable ? "Capable" : waits ? "Conditional" : "Gap",
    demonstrated: by.some((one) => one.demonstrated),
    judgedCapable: by.some(({ rung }) => rung === "JudgedCapable"),
    accredited,
    profession,
    by,
    visitors: known.filter(({ affiliation }) => affiliation === "VISITING")
  }
}

/** What is covered of these sessions on the day, and who answers for what is not. */
export const coverageOn = (
  trainers: ReadonlyArray<KnownTrainer>,
  sessions: ReadonlyArray<SessionKey>,
  on: LocalDate,
  trainingLead: string | null
): Coverage => {
  const each = sessions.map((session) => sessionOn(trainers, session, on))
  const those = (choose: (one: SessionCoverage) => boolean) => each.filter(choose).map(({ session }) => session)
  return {
    on,
    of: each.length,
    demonstrated: those((one) => one.demonstrated).length,
    capable: those(({ covered }) => covered === "Accredited" || covered === "Capable").length,
    accredited: those((one) => one.accredited).length,
    gaps: those(({ covered }) => covered === "Gap"),
    conditional: those(({ covered }) => covered === "Conditional"),
    trainingLead,
    sessions: each
  }
}
