/**
 * How a person becomes known, and how their name and prison number are put right.
 *
 * A prison number belongs to one person. The numbers stand in a deletable index beside the log; a decision that relies
 * on a number being free is decided again when another number was given meanwhile.
 */
import { command } from "../language/Command.ts"
import { decision, read, watch } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import { aCode, anEstablishment, aPastDate, aPrisonNumber, idOf, text } from "../language/Kind.ts"
import { BeStaffOrInCustody } from "../staff/rules/BeStaffOrInCustody.ts"
import { Staff } from "../staff/Staff.ts"
import { lastEstablishment, Person, personSteps, PrisonNumbersGiven } from "./Person.ts"
import {
  aGender,
  PersonDetailsCorrected,
  PersonParticularsRecorded,
  PersonRegistered,
  PrisonNumberCorrected
} from "./PersonEvents.ts"
import { RegisterEachPersonOnce } from "./rules/RegisterEachPersonOnce.ts"

const identity = { subject: "person", keep: "identity" } as const

const which = tagged("person", idOf("person"), "Which person?")
const familyName = personal(text(60), identity, "What is their family name?")
const givenName = personal(text(60), identity, "What is their given name?")
const prisonNumber = personal(
  aPrisonNumber,
  { ...identity, lookup: "prisonNumber" },
  "What is their prison number?",
  "A letter, 4 digits and 2 letters, for example A1234AA."
)

const notNow = (person: Person) => wrongMoment("person", person.status, person.changed, personSteps[person.status])

const can = (person: Person, name: string): boolean => personSteps[person.status].includes(name)

export const RegisterPerson = command("person", "RegisterPerson", {
  title: "Register a person",
  says: "Makes a person known, so that they can be proposed for a role",
  begins: true,
  fields: {
    person: which,
    prisonNumber,
    familyName,
    givenName,
    establishment: tagged(
      "establishment",
      anEstablishment,
      "At which establishment are they?",
      "Three capital letters, for example ZZI."
    ),
    wing: optional(open(aCode("B_WING"), "On which wing do they live?", "Capital letters, for example B_WING.")),
    on: open(aPastDate, "Since when are they at the establishment?", "For example, 27 3 2015.")
  }
})

export const registerPerson = decision(
  RegisterPerson,
  [RegisterEachPersonOnce, BeStaffOrInCustody],
  function*(command, { numberTaken }) {
    const person = yield* read(Person, command.person)
    yield* watch(PrisonNumbersGiven, "all")
    if (!can(person, "RegisterPerson")) return notNow(person)
    const staff = yield* read(Staff, command.person)
    const { establishment, on, wing } = command
    return judge(
      RegisterEachPersonOnce.asks({ numberTaken }),
      BeStaffOrInCustody.asks({ isPerson: false, isStaff: staff.status !== "Unknown" })
    ).accept(() => [
      PersonRegistered.make({
        of: command.person,
        on,
        data: wing === undefined ? { establishment } : { establishment, wing }
      })
    ])
  }
)

export const CorrectPersonName = command("person", "CorrectPersonName", {
  title: "Correct the name of a person",
  says: "Puts right a name that was written wrongly, or records a new one",
  fields: {
    person: which,
    familyName,
    givenName,
    on: open(aPastDate, "Since when is this their name?", "For example, 27 3 2015.")
  }
})

export const correctPersonName = decision(CorrectPersonName, [], function*(command) {
  const person = yield* read(Person, command.person)
  const establishment = lastEstablishment(person)
  if (!can(person, "CorrectPersonName") || establishment === null) return notNow(person)
  return judge().accept(() => [
    PersonDetailsCorrected.make({ of: command.person, on: command.on, data: { establishment } })
  ])
})

export const RecordPersonParticulars = command("person", "RecordPersonParticulars", {
  title: "Record particulars of a person",
  says: "Records who the person is recorded as; what it replaces is no longer shown to anybody",
  fields: {
    person: which,
    gender: personal(aGender, identity, "What is their recorded gender?"),
    on: open(aPastDate, "Since when?", "For example, 27 3 2015.")
  }
})

export const recordPersonParticulars = decision(RecordPersonParticulars, [], function*(command) {
  const person = yield* read(Person, command.person)
  const establishment = lastEstablishment(person)
  if (!can(person, "RecordPersonParticulars") || establishment === null) return notNow(person)
  return judge().accept(() => [
    PersonParticularsRecorded.make({ of: command.person, on: command.on, data: { establishment } })
  ])
})

export const CorrectPrisonNumber = command("person", "CorrectPrisonNumber", {
  title: "Correct a prison number",
  says: "Puts right a prison number that was written wrongly, or records that the person has another one now",
  fields: {
    person: which,
    prisonNumber,
    on: open(aPastDate, "Since when is this their prison number?", "For example, 27 3 2015."),
    reason: personal(text(1000, true), { subject: "person", keep: "administration" }, "Why is it corrected?")
  }
})

export const correctPrisonNumber = decision(
  CorrectPrisonNumber,
  [RegisterEachPersonOnce],
  function*(command, { numberTaken }) {
    const person = yield* read(Person, command.person)
    yield* watch(PrisonNumbersGiven, "all")
    const establishment = lastEstablishment(person)
    if (!can(person, "CorrectPrisonNumber") || establishment === null) return notNow(person)
    return judge(RegisterEachPersonOnce.asks({ numberTaken })).accept(() => [
      PrisonNumberCorrected.make({ of: command.person, on: command.on, data: { establishment } })
    ])
  }
)
