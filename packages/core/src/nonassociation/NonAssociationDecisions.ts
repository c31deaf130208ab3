/**
 * How a non-association is opened, amended, closed, opened again, and put right.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { say } from "../language/LocalDate.ts"
import { identitiesOf, isSamePerson } from "../person/Identity.ts"
import { lastEstablishment } from "../person/Person.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { isBetween, nonAssociationsOf } from "./Apart.ts"
import { NonAssociation, nonAssociationSteps, openedOn } from "./NonAssociation.ts"
import {
  level,
  NonAssociationAmended,
  NonAssociationClosed,
  NonAssociationEntryVoided,
  NonAssociationOpened,
  NonAssociationReopened
} from "./NonAssociationEvents.ts"

const which = tagged("nonassociation", idOf("nonassociation"), "Which non-association?")
const howFar = open(level, "How far apart are they kept?")
const reason = personal(
  text(1000, true),
  { subject: "person", keep: "conduct" },
  "What is the reason?",
  "It is never shown to either of the two."
)
const from = open(aPastDate, "From which day?", "For example, 27 3 2016.")

const notNow = ({ changed, status }: NonAssociation, says?: string): Judgement<never> =>
  wrongMoment(
    "nonassociation",
    status,
    changed,
    nonAssociationSteps[status],
    says ??
      (status === "Unknown" ? "There is no such non-association" : `The non-association is ${status.toLowerCase()}`)
  )

const refusedNow = (state: NonAssociation, name: string): Judgement<never> | null =>
  nonAssociationSteps[state.status].includes(name) ? null : notNow(state)

const keysOf = ({ establishment, other, person }: NonAssociation) => {
  if (establishment === null) throw new TypeError("A non-association that does not exist has no tags")
  return { person, other, establishment }
}

const lastOn = ({ entries }: NonAssociation) => entries.at(-1)?.on ?? null

export const OpenNonAssociation = command("nonassociation", "OpenNonAssociation", {
  title: "Open a non-association",
  says: "Two people are kept apart from a day on; it holds whichever of them is named first",
  begins: true,
  fields: {
    nonassociation: which,
    person: tagged("person", idOf("person"), "Who is one of the two?"),
    other: tagged("person", idOf("person"), "Who is the other?"),
    level: howFar,
    reason,
    on: from
  }
})

const openNonAssociation = decision(OpenNonAssociation, [KeepTheOrderOfEvents], function*(command) {
  const state = yield* read(NonAssociation, command.nonassociation)
  const refused = refusedNow(state, "OpenNonAssociation")
  if (refused !== null) return refused
  const { on } = command
  const [one, other] = yield* identitiesOf([{ id: command.person, on }, { id: command.other, on }])
  const establishment = one === undefined ? null : lastEstablishment(one.person)
  if (one === undefined || other === undefined || establishment === null || other.person.since === null) {
    const field = establishment === null ? "person" : "other"
    return notNow(state, `${field}: nobody is registered under this id. Register them first, or correct the id`)
  }
  if (isSamePerson(one, other)) return notNow(state, "A non-association is between two people, and these are one")
  const between = (yield* nonAssociationsOf(one)).map((kept) => kept.state)
    .find((kept) => kept.status === "Open" && isBetween(kept, one, other))
  if (between !== undefined) {
    const since = openedOn(between)
    return notNow(between, `A non-association of the two is open${since === null ? "" : ` since ${say(since)}`}`)
  }
  return judge(inOrder([on, one.person.since])).accept(() => [
    NonAssociationOpened.make({
      of: command.nonassociation,
      on,
      data: { person: command.person, other: command.other, establishment, level: command.level }
    })
  ])
})

export const AmendNonAssociation = command("nonassociation", "AmendNonAssociation", {
  title: "Amend a non-association",
  says: "From a day on, the two people are kept apart at another level",
  fields: { nonassociation: which, level: howFar, reason, on: from }
})

const amendNonAssociation = decision(AmendNonAssociation, [KeepTheOrderOfEvents], function*(command) {
  const state = yield* read(NonAssociation, command.nonassociation)
  const refused = refusedNow(state, "AmendNonAssociation")
  if (refused !== null) return refused
  if (state.apart.at(-1)?.level === command.level) return notNow(state, "They are kept apart at that level already")
  return judge(inOrder([command.on, lastOn(state)])).accept(() => [
    NonAssociationAmended.make({
      of: command.nonassociation,
      on: command.on,
      data: { ...keysOf(state), level: command.level }
    })
  ])
})

export const CloseNonAssociation = command("nonassociation", "CloseNonAssociation", {
  title: "Close a non-association",
  says: "From a day on, the two people need not be kept apart",
  fields: { nonassociation: which, reason, on: from }
})

const closeNonAssociation = decision(CloseNonAssociation, [KeepTheOrderOfEvents], function*(command) {
  const state = yield* read(NonAssociation, command.nonassociation)
  const refused = refusedNow(state, "CloseNonAssociation")
  if (refused !== null) return refused
  return judge(inOrder([command.on, lastOn(state)])).accept(() => [
    NonAssociationClosed.make({ of: command.nonassociation, on: command.on, data: keysOf(state) })
  ])
})

export const ReopenNonAssociation = command("nonassociation", "ReopenNonAssociation", {
  title: "Reopen a non-association",
  says: "From a day on, the two people are kept apart again",
  fields: { nonassociation: which, level: howFar, reason, on: from }
})

const reopenNonAssociation = decision(ReopenNonAssociation, [KeepTheOrderOfEvents], function*(command) {
  const state = yield* read(NonAssociation, command.nonassociation)
  const refused = refusedNow(state, "ReopenNonAssociation")
  if (refused !== null) return refused
  return judge(inOrder([command.on, lastOn(state)])).accept(() => [
    NonAssociationReopened.make({
      of: command.nonassociation,
      on: command.on,
      data: { ...keysOf(state), level: command.level }
    })
  ])
})

export const StrikeOutNonAssociationEntry = command("nonassociation", "StrikeOutNonAssociationEntry", {
  title: "Strike out an entry of a non-association",
  says: "An entry was recorded in error; without its beginning, the whole non-association counts for nothing",
  fields: { nonassociation: which, entry: open(idOf("event"), "Which entry?"), reason }
})

const strikeOutNonAssociationEntry = decision(StrikeOutNonAssociationEntry, [], function*(command) {
  const state = yield* read(NonAssociation, command.nonassociation)
  const refused = refusedNow(state, "StrikeOutNonAssociationEntry")
  if (refused !== null) return refused
  const entry = state.entries.find((one) => one.event === command.entry)
  if (entry === undefined) return notNow(state, "The non-association has no such entry")
  return judge().accept(() => [
    NonAssociationEntryVoided.make({
      of: command.nonassociation,
      on: entry.on,
      corrects: entry.event,
      data: keysOf(state)
    })
  ])
})

/** Every decision of the life, in the order a life goes through them. */
export const nonAssociationDecisions = [
  openNonAssociation,
  amendNonAssociation,
  closeNonAssociation,
  reopenNonAssociation,
  strikeOutNonAssociationEntry
]
