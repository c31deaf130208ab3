/**
 * Schooling: how a person was trained for a scheme, by their training records.
 *
 * An appointment may hold the one fact that its training is complete, as imported history does; otherwise the life of
 * training says so. Whatever asks whether somebody is trained reads the appointment here, and sees both as one list. A
 * completion counts from its day, for the scheme whose template it was; one that was revoked never did.
 */
import { read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Period } from "../language/Period.ts"
import { TemplatesOf, wasAdoptedBy } from "../template/TrainingTemplate.ts"
import type { SchemeTemplates } from "../template/TrainingTemplate.ts"
import { Training, TrainingsOf } from "../training/Training.ts"
import { Appointment } from "./Appointment.ts"

export interface Schooling {
  /** Completions of a template that the scheme had adopted by then. */
  readonly completed: Appointment["training"]
  /** When the person was in training for the scheme. */
  readonly enrolled: ReadonlyArray<Period>
}

/** The schooling for a scheme, from all training records of the person. */
export const schoolingFrom = (
  trainings: ReadonlyArray<Training>,
  scheme: string,
  templates: SchemeTemplates
): Schooling => {
  const own = trainings.filter((one) => one.scheme === scheme && one.status !== "Voided")
  return {
    completed: own.flatMap(({ completion, template }) =>
      completion !== null && wasAdoptedBy(templates, template, completion.on)
        ? [{ event: completion.event, on: completion.on, template, decidedBy: completion.decidedBy }]
        : []
    ),
    enrolled: own.flatMap(({ ended, enrolled, place }) =>
      enrolled === null || place === "AD_HOC" ? [] : [{ from: enrolled.on, until: ended?.on ?? null }]
    )
  }
}

/** The appointment with what its person completed in training. */
export const withSchooling = (appointment: Appointment, { completed }: Schooling): Appointment => ({
  ...appointment,
  training: [...appointment.training, ...completed]
})

/** Reads how a person was trained for a scheme. */
export function* schoolingOf(person: string, scheme: string): Reading<Schooling> {
  const ids = yield* read(TrainingsOf, person)
  if (ids.length === 0) return { completed: [], enrolled: [] }
  const trainings = yield* readAll(Training, ids)
  const templates = yield* read(TemplatesOf, scheme)
  return schoolingFrom(trainings, scheme, templates)
}

/** Reads an appointment with what its person completed in training. */
export function* readSchooled(id: string): Reading<Appointment> {
  const appointment = yield* read(Appointment, id)
  const schooling = yield* schoolingOf(appointment.person, appointment.scheme)
  return withSchooling(appointment, schooling)
}

/** The same of many appointments that were read already. */
export function* schooled(appointments: ReadonlyArray<Appointment>): Reading<ReadonlyArray<Appointment>> {
  const people = [...new Set(appointments.map(({ person }) => person))]
  const schemes = [...new Set(appointments.map(({ scheme }) => scheme))]
  const ids = yield* readAll(TrainingsOf, people)
  if (ids.every((own) => own.length === 0)) return appointments
  const trainings = yield* readAll(Training, ids.flat())
  const templates = yield* readAll(TemplatesOf, schemes)
  return appointments.map((one) => {
    const own = trainings.filter(({ person }) => person === one.person)
    const of = templates[schemes.indexOf(one.scheme)] ?? TemplatesOf.initial
    return withSchooling(one, schoolingFrom(own, one.scheme, of))
  })
}
