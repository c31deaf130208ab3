/**
 * Schooling: how the person of an appointment was trained for its scheme, by their training records.
 *
 * An appointment may hold the one fact that its training is complete, as imported history does; otherwise the life of
 * training says so. Whatever asks whether somebody is trained reads the appointment here, and sees both as one list. A
 * completion counts from its day, for the scheme whose template it was; one that was revoked never did.
 */
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Period } from "../language/Period.ts"
import type { Identity } from "../person/Identity.ts"
import { TemplatesOf, wasAdoptedBy } from "../template/TrainingTemplate.ts"
import type { SchemeTemplates } from "../template/TrainingTemplate.ts"
import { completionHolds } from "../training/completionHolds.ts"
import type { Training } from "../training/Training.ts"
import { recordOf, trainingsOf } from "../training/TrainingRecord.ts"
import { Appointment } from "./Appointment.ts"
import { holderOf } from "./Holder.ts"

/** An appointment with what its person completed in training, and when they were in training for the scheme. */
export interface Schooled extends Appointment {
  readonly enrolled: ReadonlyArray<Period>
}

const completedIn = (
  trainings: ReadonlyArray<Training>,
  templates: SchemeTemplates
): Appointment["training"] =>
  trainings.flatMap(({ completion, enrolled, template }) => {
    if (completion === null || !wasAdoptedBy(templates, template, completion.on)) return []
    const { decidedBy, event, on } = completion
    return [{ event, on, template, decidedBy, ...(enrolled === null ? {} : { began: enrolled.on }) }]
  })

const enrolledIn = (trainings: ReadonlyArray<Training>): ReadonlyArray<Period> =>
  trainings.flatMap(({ ended, enrolled, place }) =>
    enrolled === null || place === "AD_HOC" ? [] : [{ from: enrolled.on, until: ended?.on ?? null }]
  )

const schooledBy = (
  appointment: Appointment,
  trainings: ReadonlyArray<Training>,
  templates: SchemeTemplates
): Schooled => {
  const own = trainings.filter(({ scheme }) => scheme === appointment.scheme)
  return {
    ...appointment,
    training: [...appointment.training, ...completedIn(own, templates)],
    enrolled: enrolledIn(own)
  }
}

/** Reads how somebody was trained for appointments of theirs. */
export function* schooled(
  appointments: ReadonlyArray<Appointment>,
  holder: Identity
): Reading<ReadonlyArray<Schooled>> {
  if (appointments.length === 0) return []
  const trainings = yield* trainingsOf(holder)
  const all: Array<Schooled> = []
  for (const one of appointments) {
    const templates = trainings.length === 0 ? TemplatesOf.initial : yield* read(TemplatesOf, one.scheme)
    all.push(schooledBy(one, trainings, templates))
  }
  return all
}

/** Reads how the person of an appointment that was read already was trained for it. */
export function* schoolingOf(appointment: Appointment): Reading<Schooled> {
  const holder = yield* holderOf(appointment)
  const [one] = yield* schooled([appointment], holder)
  return one ?? { ...appointment, enrolled: [] }
}

/** Reads an appointment with the training of its person. */
export function* readSchooled(id: string): Reading<Schooled> {
  return yield* schoolingOf(yield* read(Appointment, id))
}

/** Reads which completions of a person no longer hold by what is known now, and wait for somebody's decision. */
export function* fallenCompletions(holder: Identity): Reading<ReadonlyArray<string>> {
  const fallen: Array<string> = []
  for (const training of yield* trainingsOf(holder)) {
    const { completion } = training
    if (completion !== null && !completionHolds(yield* recordOf(training))) fallen.push(completion.event)
  }
  return fallen
}
