/**
 * Courses that workers of the small prison take, for games of two actors: what staff have in mind while anything else
 * happens beside it.
 */
import { addDays } from "../language/LocalDate.ts"
import { prisonNumber } from "../language/PrisonNumber.ts"
import { RegisterPerson } from "../person/PersonRegistration.ts"
import { ResumeShadowing } from "../shadowing/ShadowingCourse.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import type { Drawing } from "./AnyCommand.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  legacy,
  max,
  mo,
  plan,
  propose,
  regularise,
  select,
  start,
  supportWorker,
  train,
  trainer,
  ZZI
} from "./SmallPrison.ts"
import type { Course } from "./TwoActors.ts"

const somebody = ({ named, roll }: Drawing): string => {
  const people = named.ids("person")
  return people[roll(Math.max(1, people.length))] ?? max
}

type Step = ReturnType<Course>[number]

export const newcomer = (person: string, number: number): Step => (on) =>
  RegisterPerson.make({
    person,
    prisonNumber: prisonNumber(`B${1000 + number}CD`),
    familyName: "Example",
    givenName: "Somebody",
    establishment: ZZI,
    on
  })

const beside = (mentor: string, appointment: string, shadowing: string): ReadonlyArray<Step> => [
  (on) => plan(on, mentor, on, appointment, shadowing),
  (on) => start(on, shadowing),
  (on) => SignOffShadowing.make({ shadowing, on })
]

/** From proposal to the day on which they work alone. */
const toTheRole: Course = (drawing) => {
  const { fresh, roll } = drawing
  const [appointment, shadowing] = [fresh(), fresh()]
  const isNew = roll(3) > 0
  const person = isNew ? fresh() : somebody(drawing)
  const mentor = [max, mo, max, mo, somebody(drawing)][roll(5)] ?? max
  const role = roll(4) === 0 ? trainer : supportWorker
  return [
    ...(isNew ? [newcomer(person, roll(9000))] : []),
    (on) => propose(appointment, person, on, role),
    (on) => begin(appointment, on),
    (on) => assess(appointment, on, addDays(on, 365)),
    (on) => acknowledge(appointment, on),
    (on) => select(appointment, on),
    (on) => train(appointment, on),
    ...(role === trainer ? [] : beside(mentor, appointment, shadowing)),
    (on) => ({ ...activate(appointment, on), ...(role === trainer ? { payBand: 2 } : {}) })
  ]
}

/** In role before the scheme, and trained since. */
const fromBefore: Course = (drawing) => {
  const [appointment, person] = [drawing.fresh(), somebody(drawing)]
  return [
    (on) => ({ ...legacy(appointment, person, addDays(on, 300)), on }),
    (on) => acknowledge(appointment, on),
    (on) => train(appointment, on),
    (on) => regularise(appointment, on)
  ]
}

/** Whatever was paused goes on. */
const goingOn: Course = ({ named, roll }) => {
  const placements = named.ids("shadowing")
  const shadowing = placements[roll(Math.max(1, placements.length))]
  return shadowing === undefined ? [] : [(on) => ResumeShadowing.make({ shadowing, on })]
}

export const courses: ReadonlyArray<Course> = [toTheRole, toTheRole, fromBefore, goingOn]
