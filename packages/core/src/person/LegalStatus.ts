/**
 * The legal status of a person changes, without a move: sentenced, recalled, held on another ground.
 *
 * It ends nothing by itself. Somebody who looks at what their roles ask for decides; see the changes of circumstances.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { later } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { identityOf } from "./Identity.ts"
import { legalStatus, LegalStatusRecorded, LegalStatusVoided } from "./IdentityEvents.ts"
import { lastEstablishment, Person, personRefused, personSteps } from "./Person.ts"
import { whereaboutsOn } from "./Whereabouts.ts"

const administration = { subject: "person", keep: "administration" } as const
const which = tagged("person", idOf("person"), "Which person?")

export const RecordLegalStatus = command("person", "RecordLegalStatus", {
  title: "Record a change of legal status",
  says: "From this day the person is held on another ground; nothing ends by itself, and somebody checks their roles",
  fields: {
    person: which,
    status: personal(legalStatus, administration, "On what ground are they held now?"),
    on: open(aPastDate, "From which day?", "For example, 27 3 2016.")
  }
})

export const recordLegalStatus = decision(RecordLegalStatus, [KeepTheOrderOfEvents], function*(command) {
  const { person } = yield* identityOf(command.person, command.on)
  const { legalChanges, movements, since } = person
  const then = whereaboutsOn(movements, since === null ? command.on : later(command.on, since))
  const establishment = then.stays.at(-1)?.establishment ?? null
  const refused = personRefused(then, "RecordLegalStatus")
  if (refused !== null || establishment === null) {
    return refused ?? wrongMoment("person", then.status, then.changed, personSteps[then.status])
  }
  if (legalChanges.some(({ on }) => on === command.on)) {
    const says = "A change of the legal status on that day is recorded already. Strike it out first, if it was wrong"
    return wrongMoment("person", then.status, then.changed, personSteps[then.status], says)
  }
  return judge(inOrder([command.on, since])).accept(() => [
    LegalStatusRecorded.make({ of: command.person, on: command.on, data: { establishment } })
  ])
})

export const VoidLegalStatus = command("person", "VoidLegalStatus", {
  title: "Strike out a legal status",
  says: "The change of the legal status was recorded in error; it stays visible and counts no longer",
  fields: {
    person: which,
    change: open(idOf("event"), "Which change?"),
    reason: personal(text(1000, true), administration, "Why is it struck out?")
  }
})

export const voidLegalStatus = decision(VoidLegalStatus, [], function*(command) {
  const person = yield* read(Person, command.person)
  const establishment = lastEstablishment(person)
  const change = person.legalChanges.find(({ event }) => event === command.change)
  if (establishment === null || change === undefined) {
    const says = person.since === null ? undefined : "No such change of the legal status counts"
    return wrongMoment("person", person.status, person.changed, personSteps[person.status], says)
  }
  return judge().accept(() => [
    LegalStatusVoided.make({ of: command.person, on: change.on, corrects: change.event, data: { establishment } })
  ])
})
