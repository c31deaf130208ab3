/**
 * A trainer: somebody on the staff, or a visitor, who observes sessions of the training and may come to deliver them.
 *
 * For each session there is a ladder: observed, delivered beside somebody, judged capable, accredited. Only the last
 * makes a session count; that somebody was judged capable is kept apart from it, because it was said of people who had
 * not delivered the session yet. An accreditation has a review; when it is due and when it lapses is derived for the
 * day that is asked about.
 */
import { TrainingSessionCorrected, TrainingSessionDelivered, TrainingSessionVoided } from "../cohort/CohortEvents.ts"
import { TrainingSessionObserversCorrected } from "../cohort/SessionObserverEvents.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { EventOf, Happened } from "../language/Event.ts"
import { changeBy, wrongMoment } from "../language/Judgement.ts"
import type { Change, Judgement } from "../language/Judgement.ts"
import { byDay } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import type {
  TrainerAccreditationReviewed,
  TrainerAccredited,
  TrainerChanged,
  TrainerRegistered
} from "./TrainerEvents.ts"
import { trainerEvents } from "./TrainerEvents.ts"
import type { Affiliation, Condition, Profession } from "./TrainerKeys.ts"

/** Something recorded by an event that can be struck out. */
interface Fact {
  readonly event: string
  readonly on: LocalDate
}

/** What they are, from a day on. */
export interface Described extends Fact {
  readonly professions: ReadonlyArray<Profession>
  readonly affiliation: Affiliation
}

/** What they did in a session. */
export interface Practice extends Fact {
  readonly session: SessionKey
  readonly practice: "OBSERVED" | "CO_DELIVERED" | "DELIVERED"
  /** The event by which a session of a cohort was held, which says so and is put right there; null where none does. */
  readonly held: string | null
}

/** A withdrawal takes effect on its day; the fact stays. */
interface Withdrawable extends Fact {
  readonly session: SessionKey
  readonly withdrawn: Fact | null
}

export interface Judged extends Withdrawable {
  readonly condition: Condition | null
}

export interface Accreditation extends Withdrawable {
  readonly reviewOn: LocalDate
  readonly lapsesOn: LocalDate
}

export interface Trainer {
  readonly establishment: EstablishmentCode | null
  readonly described: ReadonlyArray<Described>
  readonly practised: ReadonlyArray<Practice>
  readonly judged: ReadonlyArray<Judged>
  readonly accredited: ReadonlyArray<Accreditation>
  /** What is dated before one of these, and recorded after it, is withdrawn by it as well. */
  readonly withdrawals: ReadonlyArray<Fact & { readonly session: SessionKey }>
  readonly changed: Change | null
}

const unknown: Trainer = {
  establishment: null,
  described: [],
  practised: [],
  judged: [],
  accredited: [],
  withdrawals: [],
  changed: null
}

const factOf = (event: Happened): Fact => ({ event: event.id, on: event.on })

const described = (
  trainer: Trainer,
  event: EventOf<typeof TrainerRegistered | typeof TrainerChanged>
): Trainer => ({
  ...trainer,
  establishment: event.data.establishment,
  described: [
    ...trainer.described,
    { ...factOf(event), professions: event.data.professions, affiliation: event.data.affiliation }
  ],
  changed: changeBy(event)
})

/** The one way in for what a trainer observed or delivered, whichever life says so. */
const practised = (trainer: Trainer, practice: Practice): Trainer => ({
  ...trainer,
  practised: [...trainer.practised, practice]
})

/** Who taught a session of a cohort delivered it, alone or beside the others. */
const taughtBy = (
  trainer: Trainer,
  event: EventOf<typeof TrainingSessionDelivered | typeof TrainingSessionCorrected>,
  held: string,
  id: string
): Trainer => {
  const { deliverers, session } = event.data
  const practice = deliverers.length > 1 ? "CO_DELIVERED" : "DELIVERED"
  return deliverers.includes(id) ? practised(trainer, { ...factOf(event), session, practice, held }) : trainer
}

/** The first withdrawal that comes after the day, of those that were recorded already. */
const withdrawnAfter = ({ withdrawals }: Trainer, session: SessionKey, on: LocalDate): Fact | null => {
  const [first] = withdrawals.filter((one) => one.session === session && one.on > on)
    .sort(byDay((one) => one.on))
  return first === undefined ? null : { event: first.event, on: first.on }
}

const accredited = (
  trainer: Trainer,
  event: EventOf<typeof TrainerAccredited | typeof TrainerAccreditationReviewed>
): Trainer => {
  const { lapsesOn, reviewOn, session } = event.data
  const withdrawn = withdrawnAfter(trainer, session, event.on)
  const accreditation = { ...factOf(event), session, reviewOn, lapsesOn, withdrawn }
  return { ...trainer, accredited: [...trainer.accredited, accreditation] }
}

const withdrawing = (session: SessionKey, by: Fact) => <F extends Withdrawable>(fact: F): F =>
  fact.session === session && fact.on <= by.on && fact.withdrawn === null ? { ...fact, withdrawn: by } : fact

const without = <F extends Fact>(facts: ReadonlyArray<F>, entry: string): ReadonlyArray<F> =>
  facts.filter((fact) => fact.event !== entry)

/** Without the fact; and where it was a withdrawal, as if that had not been. */
const standing = <F extends Withdrawable>(facts: ReadonlyArray<F>, entry: string): ReadonlyArray<F> =>
  without(facts, entry).map((fact) => fact.withdrawn?.event === entry ? { ...fact, withdrawn: null } : fact)

const struckOut = (trainer: Trainer, entry: string): Trainer => ({
  ...trainer,
  described: without(trainer.described, entry),
  practised: without(trainer.practised, entry),
  judged: standing(trainer.judged, entry),
  accredited: standing(trainer.accredited, entry),
  withdrawals: without(trainer.withdrawals, entry)
})

/** By the id of the member of staff. Whoever only decided or observed hears of the events too, and is not changed. */
export const Trainer = view<Trainer>("Trainer", unknown).from({
  of: [
    ...trainerEvents,
    TrainingSessionDelivered,
    TrainingSessionCorrected,
    TrainingSessionObserversCorrected,
    TrainingSessionVoided
  ],
  by: "staff",
  evolve: {
    TrainerRegistered: (trainer, event, id) => event.data.trainer === id ? described(trainer, event) : trainer,
    TrainerChanged: (trainer, event, id) => event.data.trainer === id ? described(trainer, event) : trainer,
    TrainerPracticeRecorded: (trainer, event, id) =>
      event.data.trainer === id
        ? practised(trainer, {
          ...factOf(event),
          session: event.data.session,
          practice: event.data.practice,
          held: null
        })
        : trainer,
    TrainerJudgedCapable: (trainer, event, id) => {
      const { condition, session, trainer: judged } = event.data
      const withdrawn = withdrawnAfter(trainer, session, event.on)
      const fact = { ...factOf(event), session, condition: condition ?? null, withdrawn }
      return judged === id ? { ...trainer, judged: [...trainer.judged, fact] } : trainer
    },
    TrainerAccredited: (trainer, event, id) => event.data.trainer === id ? accredited(trainer, event) : trainer,
    TrainerAccreditationReviewed: (trainer, event, id) =>
      event.data.trainer === id ? accredited(trainer, event) : trainer,
    TrainerAccreditationWithdrawn: (trainer, event, id) => {
      if (event.data.trainer !== id) return trainer
      const withdraw = withdrawing(event.data.session, factOf(event))
      return {
        ...trainer,
        withdrawals: [...trainer.withdrawals, { ...factOf(event), session: event.data.session }],
        judged: trainer.judged.map(withdraw),
        accredited: trainer.accredited.map(withdraw)
      }
    },
    TrainerEntryStruckOut: (trainer, event, id) =>
      event.data.trainer === id ? struckOut(trainer, event.data.entry) : trainer,
    TrainingSessionDelivered: (trainer, event, id) => {
      const fact = { ...factOf(event), session: event.data.session, held: event.id }
      const observed = event.data.observers.includes(id)
      return taughtBy(observed ? practised(trainer, { ...fact, practice: "OBSERVED" }) : trainer, event, event.id, id)
    },
    TrainingSessionCorrected: (trainer, event, id) =>
      taughtBy(
        {
          ...trainer,
          practised: trainer.practised.filter((one) => one.held !== event.corrects || one.practice === "OBSERVED")
        },
        event,
        event.corrects ?? event.id,
        id
      ),
    TrainingSessionObserversCorrected: (trainer, event, id) => {
      const { observers, session } = event.data
      const held = event.corrects ?? event.id
      const left = trainer.practised.filter((one) => one.held !== held || one.practice !== "OBSERVED")
      const known = { ...trainer, practised: left }
      return observers.includes(id)
        ? practised(known, { ...factOf(event), session, held, practice: "OBSERVED" })
        : known
    },
    TrainingSessionVoided: (trainer, { corrects }) => ({
      ...trainer,
      practised: trainer.practised.filter(({ held }) => held !== corrects)
    })
  }
})

export type TrainerStatus = "Unknown" | "Registered"

export const trainerStatus = ({ described: known }: Trainer): TrainerStatus =>
  known.length === 0 ? "Unknown" : "Registered"

/** What may be done in each state. */
export const trainerSteps: Readonly<Record<TrainerStatus, ReadonlyArray<string>>> = {
  Unknown: ["RegisterTrainer"],
  Registered: [
    "ChangeTrainer",
    "RecordTrainerPractice",
    "JudgeTrainerCapable",
    "AccreditTrainer",
    "ReviewTrainerAccreditation",
    "WithdrawTrainerAccreditation",
    "StrikeOutTrainerEntry"
  ]
}

/** Nobody is a trainer before they are registered as one. */
export const trainerWays: Ways<TrainerStatus> = {
  Unknown: { to: "Registered", says: "register them as a trainer" }
}

const refusedInState = refusedIn({ life: "trainer", steps: trainerSteps, ways: trainerWays })

/** Since when they are one; null where nobody is, also where that they were registered was struck out. */
const changedOf = (trainer: Trainer): Change | null => trainerStatus(trainer) === "Unknown" ? null : trainer.changed

/** Refuses the command where the trainer's state does not allow it, and says what comes first; null where it does. */
export const refusedNow = (trainer: Trainer, command: string): Judgement<never> | null =>
  refusedInState(trainerStatus(trainer), changedOf(trainer), command)

/** The trainer is in the wrong state for it; or the sentence given says why nothing comes of it. */
export const notNow = (trainer: Trainer, says?: string): Judgement<never> => {
  const status = trainerStatus(trainer)
  return wrongMoment("trainer", status, changedOf(trainer), trainerSteps[status], says)
}

export { accreditedOn } from "./Ladder.ts"
