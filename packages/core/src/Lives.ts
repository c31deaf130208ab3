/**
 * The lives of this law, each by its name: the word before the dash in the names of its streams.
 */
import { Appointment } from "./appointment/Appointment.ts"
import { Circumstance } from "./circumstance/Circumstance.ts"
import { Cohort } from "./cohort/Cohort.ts"
import { Escalation } from "./escalation/Escalation.ts"
import { NonAssociation } from "./nonassociation/NonAssociation.ts"
import { Notice } from "./notice/Notice.ts"
import { Person } from "./person/Person.ts"
import { Route } from "./route/Route.ts"
import { Scheme } from "./scheme/Scheme.ts"
import { Shadowing } from "./shadowing/Shadowing.ts"
import { Staff } from "./staff/Staff.ts"
import { Supervision } from "./supervision/Supervision.ts"
import { Support } from "./support/Support.ts"
import { TrainingTemplate } from "./template/TrainingTemplate.ts"
import { Trainer } from "./trainer/Trainer.ts"
import { Training } from "./training/Training.ts"

/** The view that folds each life. */
export const lives = {
  scheme: Scheme,
  staff: Staff,
  person: Person,
  appointment: Appointment,
  shadowing: Shadowing,
  route: Route,
  escalation: Escalation,
  template: TrainingTemplate,
  cohort: Cohort,
  training: Training,
  trainer: Trainer,
  supervision: Supervision,
  nonassociation: NonAssociation,
  notice: Notice,
  circumstance: Circumstance,
  support: Support
} as const

export type LifeName = keyof typeof lives

export const isLifeName = (name: string): name is LifeName => Object.hasOwn(lives, name)

/** The life and the id that the name of a stream says; null where it is no life of this law. */
export const instanceOf = (stream: string): { readonly life: LifeName; readonly id: string } | null => {
  const dash = stream.indexOf("-")
  const life = stream.slice(0, dash)
  return isLifeName(life) ? { life, id: stream.slice(dash + 1) } : null
}
