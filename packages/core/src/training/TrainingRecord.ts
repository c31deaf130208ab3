/**
 * Reading a training record with all that its sessions depend on: template, cohort and trainers; and with whether it was
 * decided by somebody in post.
 */
import { Cohort, sessionIn } from "../cohort/Cohort.ts"
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { identitiesOf, isSamePerson, isTheirs } from "../person/Identity.ts"
import type { Identity, RecordedUnder } from "../person/Identity.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { accreditations, trainersOf } from "./Accreditation.ts"
import { creditHolds, earlierOf, isInDoubt } from "./creditHolds.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import { Training, TrainingsIn, TrainingsOf } from "./Training.ts"
import type { CreditGiven } from "./TrainingFacts.ts"

/** The trainers on whom it depends which sessions the record meets. */
export const trainersFor = (training: Training, cohort: Cohort | null): ReadonlyArray<string> =>
  trainersOf([
    ...training.madeUp,
    ...training.attendance.flatMap(({ session }) => {
      const held = cohort === null ? null : sessionIn(cohort, session)
      return held === null ? [] : [held]
    })
  ])

/**
 * Reads which credits from earlier trainings no longer hold, and which of the others would not be given now. A
 * training that was passed already is not asked again.
 */
function* creditsOf(
  training: Training,
  template: TrainingTemplate,
  passed: ReadonlyArray<string>
): Reading<Pick<TrainingRecord, "creditsWithoutGround" | "fallenCredits">> {
  const fallen: Array<CreditGiven> = []
  const withoutGround: Array<CreditGiven> = []
  const to = { id: training.template, template }
  for (const id of earlierOf(training).filter((one) => !passed.includes(one))) {
    const earlier = yield* read(Training, id)
    const [own, its] = yield* identitiesOf([recordedTraining(training), recordedTraining(earlier)])
    const record = yield* recordPast(earlier, [...passed, id])
    const isTheirOwn = own !== undefined && its !== undefined && isSamePerson(own, its)
    const given = training.credits.filter((credit) => credit.earlier === id)
    const holding = given.filter((credit) => isTheirOwn && creditHolds(credit, to, record))
    fallen.push(...given.filter((credit) => !holding.includes(credit)))
    withoutGround.push(...holding.filter((credit) => isInDoubt(credit, to, record)))
  }
  const idsOf = (credits: ReadonlyArray<CreditGiven>) => credits.map(({ event }) => event)
  return { fallenCredits: idsOf(fallen), creditsWithoutGround: idsOf(withoutGround) }
}

function* recordPast(training: Training, passed: ReadonlyArray<string>): Reading<TrainingRecord> {
  const template = yield* read(TrainingTemplate, training.template)
  const cohort = training.cohort === null ? null : yield* read(Cohort, training.cohort)
  const accredited = yield* accreditations(trainersFor(training, cohort))
  const credits = yield* creditsOf(training, template, passed)
  const former = beforeMove(training)
  const before = former === null ? null : yield* recordPast(former, passed)
  const deciderInPost = yield* decidedInPost(training)
  return { training, template, cohort, accredited, ...credits, deciderInPost, before }
}

/** Reads whether whoever decided that the training is complete was in post then. Of somebody unknown nothing else is known. */
function* decidedInPost({ completion }: Training): Reading<boolean> {
  if (completion === null) return true
  const staff = yield* read(Staff, completion.decidedBy)
  return staff.status === "Unknown" || isInPost(staff, completion.on)
}

/** The training as it stood by the template before; null where it was never moved. */
const beforeMove = (training: Training): Training | null => {
  const { moved } = training
  if (moved === null) return null
  const standing = <F extends { readonly event: string }>(facts: ReadonlyArray<F>) =>
    facts.filter(({ event }) => moved.before.includes(event))
  return {
    ...training,
    template: moved.from,
    moved: moved.earlier,
    attendance: standing(training.attendance),
    madeUp: standing(training.madeUp),
    credits: standing(training.credits),
    assessments: standing(training.assessments)
  }
}

/** Reads what a record that was read already depends on. */
export function* recordOf(training: Training): Reading<TrainingRecord> {
  return yield* recordPast(training, [])
}

/** Under which id the training was recorded, and the day by which a moved booking decides whose it is. */
export const recordedTraining = ({ enrolled, person }: Training): RecordedUnder => ({
  id: person,
  on: enrolled?.on ?? null
})

/** The records of a person that count for something, under whatever number they were recorded. */
export function* trainingsOf(person: Identity): Reading<ReadonlyArray<Training>> {
  const ids = yield* readAll(TrainingsOf, person.ids)
  const all = yield* readAll(Training, ids.flat())
  return all.filter((one) => one.status !== "Voided" && isTheirs(person, recordedTraining(one)))
}

/** The records of a cohort that count for something. */
export function* trainingsIn(cohort: string): Reading<ReadonlyArray<Training>> {
  const ids = yield* read(TrainingsIn, cohort)
  const all = yield* readAll(Training, ids)
  return all.filter(({ status }) => status !== "Voided")
}

/** The tags of the next event of the record. */
export const keysOf = ({ establishment, person, scheme, template }: Training): {
  readonly person: string
  readonly template: string
  readonly scheme: string
  readonly establishment: EstablishmentCode
} => {
  if (establishment === null) throw new TypeError("A training that does not exist has no tags")
  return { person, template, scheme, establishment }
}
