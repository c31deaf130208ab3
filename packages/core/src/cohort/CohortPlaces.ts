/**
 * The places of a cohort: how many there are, and who waits for one. Who has one stands in the life of each trainee.
 */
import { sayAmount } from "../language/Amount.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, idOf } from "../language/Kind.ts"
import { identityOf } from "../person/Identity.ts"
import { establishmentOn } from "../person/Person.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { trainingsIn } from "../training/TrainingRecord.ts"
import { Cohort } from "./Cohort.ts"
import { CohortEnrolmentOpened, CohortPlaceAskedFor, CohortPlaceGivenUp } from "./CohortEvents.ts"
import { onWhichDay, whichCohort } from "./CohortPlan.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"

export const OpenCohortEnrolment = command("cohort", "OpenCohortEnrolment", {
  title: "Open enrolment",
  says: "People may be enrolled, up to the number of places; a later one replaces the number",
  fields: { cohort: whichCohort, places: open(aCount(1, 100), "How many places are there?"), on: onWhichDay }
})

export const openCohortEnrolment = decision(OpenCohortEnrolment, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "OpenCohortEnrolment")
  if (refused !== null) return refused
  const { places } = command
  if (cohort.places === places) {
    return cohortNotNow(cohort, `There ${places === 1 ? "is" : "are"} ${sayAmount(places, "place")} already`)
  }
  return judge().accept(() => [
    CohortEnrolmentOpened.make({ of: command.cohort, on: command.on, data: { ...keysOf(cohort), places } })
  ])
})

const whichPerson = tagged("person", idOf("person"), "Which person?")

export const AskForCohortPlace = command("cohort", "AskForCohortPlace", {
  title: "Put somebody on the waiting list",
  says: "The person waits for a place, behind those who asked before",
  fields: { cohort: whichCohort, person: whichPerson, on: onWhichDay }
})

export const askForCohortPlace = decision(AskForCohortPlace, [BeAtTheEstablishment], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "AskForCohortPlace")
  if (refused !== null) return refused
  if (cohort.waiting.some(({ person }) => person === command.person)) {
    return cohortNotNow(cohort, "The person waits for a place already")
  }
  const enrolled = yield* trainingsIn(command.cohort)
  if (enrolled.some(({ person, place }) => person === command.person && place === "FULL")) {
    return cohortNotNow(cohort, "The person has a place already")
  }
  const { person } = yield* identityOf(command.person)
  return judge(
    BeAtTheEstablishment.asks({ atEstablishment: establishmentOn(person, command.on) === cohort.establishment })
  ).accept(() => [
    CohortPlaceAskedFor.make({
      of: command.cohort,
      on: command.on,
      data: { ...keysOf(cohort), person: command.person }
    })
  ])
})

export const GiveUpCohortPlace = command("cohort", "GiveUpCohortPlace", {
  title: "Take somebody off the waiting list",
  says: "The person waits for a place no longer, or it was recorded in error that they did",
  fields: { cohort: whichCohort, person: whichPerson, on: onWhichDay }
})

export const giveUpCohortPlace = decision(GiveUpCohortPlace, [], function*(command) {
  const cohort = yield* read(Cohort, command.cohort)
  const refused = refusedNow(cohort, "GiveUpCohortPlace")
  if (refused !== null) return refused
  if (cohort.waiting.every(({ person }) => person !== command.person)) {
    return cohortNotNow(cohort, "The person does not wait for a place")
  }
  return judge().accept(() => [
    CohortPlaceGivenUp.make({
      of: command.cohort,
      on: command.on,
      data: { ...keysOf(cohort), person: command.person }
    })
  ])
})
