/**
 * Two records of one person, and a booking that stands under the wrong one.
 *
 * What was recorded stays where it is; see `Identity` for what follows. A merge may leave one person with two open
 * appointments in a role, or beside themselves in a shadowing: that is shown, and decided by people. Either is undone
 * when it turns out to be wrong.
 */
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf, text } from "../language/Kind.ts"
import { addDays } from "../language/LocalDate.ts"
import { overlaps } from "../language/Period.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { PersonBookingMoved, PersonBookingMoveUndone, PersonMerged, PersonMergeUndone } from "./IdentityEvents.ts"
import { consequencesOf } from "./mergeConsequences.ts"
import { lastEstablishment, Person, personSteps } from "./Person.ts"
import type { Link } from "./Person.ts"
import { HoldOneRoleAfterAMerge } from "./rules/HoldOneRoleAfterAMerge.ts"
import { StayTwoInEveryShadowing } from "./rules/StayTwoInEveryShadowing.ts"

const which = tagged("person", idOf("person"), "Which record?")
const reason = personal(
  text(1000, true),
  { subject: "person", keep: "administration" },
  "How is that known?",
  "Do not include names of other people."
)
const foundOn = open(aPastDate, "On which day was it found out?", "For example, 27 3 2016.")

const notNow = (person: Person, says?: string) =>
  wrongMoment("person", person.status, person.changed, personSteps[person.status], says)

/** Says which of the two records is not there. */
const nobodyUnder = (field: "person" | "into") =>
  notNow(Person.initial, `${field}: nobody is registered under this id. Register them first, or correct the id`)

const isMerged = ({ links }: Person): boolean => links.some(({ booking }) => booking === null)

export const MergePeople = command("person", "MergePeople", {
  title: "Merge two records of one person",
  says: "Two prison numbers turn out to be of one person; what was recorded under either counts for the one that stays",
  fields: {
    person: tagged("person", idOf("person"), "Which record was merged into the other?", "The number that was removed."),
    into: tagged("person", idOf("person"), "Which record stays?", "The number that the person has now."),
    on: foundOn,
    reason
  }
})

const rules = [KeepTheOrderOfEvents, HoldOneRoleAfterAMerge, StayTwoInEveryShadowing] as const

export const mergePeople = decision(MergePeople, rules, function*(command) {
  const [merged, staying] = yield* readAll(Person, [command.person, command.into])
  const establishment = merged === undefined ? null : lastEstablishment(merged)
  if (merged === undefined || establishment === null) return nobodyUnder("person")
  if (staying === undefined || staying.since === null) return nobodyUnder("into")
  if (command.person === command.into) return notNow(merged, "That is the same record")
  if (isMerged(merged)) return notNow(merged, "The record is merged already. Undo that merge first, if it was wrong")
  if (isMerged(staying)) return notNow(staying, "The record that stays was merged itself. Name the one that counts")
  const { bothOpen, withThemselves } = yield* consequencesOf(command.person, command.into, null)
  return judge(
    inOrder([command.on, merged.since]),
    HoldOneRoleAfterAMerge.asks({ roles: bothOpen }),
    StayTwoInEveryShadowing.asks({ shadowings: withThemselves })
  ).accept(() => [
    PersonMerged.make({ of: command.person, on: command.on, data: { establishment, into: command.into } })
  ])
})

export const UndoPeopleMerge = command("person", "UndoPeopleMerge", {
  title: "Undo a merge",
  says: "The two records are not one person after all; each has again what was recorded under it",
  fields: { person: which, on: foundOn, reason }
})

export const undoPeopleMerge = decision(UndoPeopleMerge, [KeepTheOrderOfEvents], function*(command) {
  const person = yield* read(Person, command.person)
  const establishment = lastEstablishment(person)
  if (establishment === null) return notNow(person)
  const merge = person.links.find(({ booking }) => booking === null)
  if (merge === undefined) return notNow(person, "The record is not merged into another")
  return judge(inOrder([command.on, merge.on])).accept(() => [
    PersonMergeUndone.make({
      of: command.person,
      on: command.on,
      corrects: merge.event,
      data: { establishment, into: merge.into }
    })
  ])
})

export const MovePersonBooking = command("person", "MovePersonBooking", {
  title: "Move a booking to another record",
  says: "A booking stood under the wrong number; what is dated within it belongs to the other person",
  fields: {
    person: tagged("person", idOf("person"), "Under which record did it stand?"),
    into: tagged("person", idOf("person"), "To which record does it belong?"),
    from: open(aPastDate, "From which day is the booking?", "For example, 27 3 2016."),
    until: optional(
      open(aDate, "Until which day?", "The first day that is no longer part of it. Leave empty if it goes on.")
    ),
    on: foundOn,
    reason
  }
})

export const movePersonBooking = decision(MovePersonBooking, rules, function*(command) {
  const [former, right] = yield* readAll(Person, [command.person, command.into])
  const establishment = former === undefined ? null : lastEstablishment(former)
  if (former === undefined || establishment === null) return nobodyUnder("person")
  if (right === undefined || right.since === null) return nobodyUnder("into")
  if (command.person === command.into) return notNow(former, "That is the same record")
  const booking = { from: command.from, until: command.until ?? null }
  if (former.links.some((link) => link.booking !== null && overlaps(link.booking, booking))) {
    return notNow(former, "A booking on these days was moved already. Undo that move first, if it was wrong")
  }
  const comesBack = ({ booking: its, into }: Link) => into === command.person && its !== null && overlaps(its, booking)
  if (right.links.some(comesBack)) {
    return notNow(right, "The other record gave a booking on these days to this one. Undo that move instead")
  }
  const { bothOpen, withThemselves } = yield* consequencesOf(command.person, command.into, booking)
  const { from, into, on, until } = command
  return judge(
    inOrder([on, from], [until ?? addDays(from, 1), addDays(from, 1)]),
    HoldOneRoleAfterAMerge.asks({ roles: bothOpen }),
    StayTwoInEveryShadowing.asks({ shadowings: withThemselves })
  ).accept(() => [
    PersonBookingMoved.make({
      of: command.person,
      on,
      data: { establishment, into, from, ...(until === undefined ? {} : { until }) }
    })
  ])
})

export const UndoPersonBookingMove = command("person", "UndoPersonBookingMove", {
  title: "Undo the move of a booking",
  says: "The booking belonged where it stood; what is dated within it is that person's again",
  fields: { person: which, move: open(idOf("event"), "Which move?"), on: foundOn, reason }
})

export const undoPersonBookingMove = decision(UndoPersonBookingMove, [KeepTheOrderOfEvents], function*(command) {
  const person = yield* read(Person, command.person)
  const establishment = lastEstablishment(person)
  if (establishment === null) return notNow(person)
  const move = person.links.find(({ booking, event }) => booking !== null && event === command.move)
  if (move === undefined) return notNow(person, "No booking was moved away from this record by that entry")
  return judge(inOrder([command.on, move.on])).accept(() => [
    PersonBookingMoveUndone.make({
      of: command.person,
      on: command.on,
      corrects: move.event,
      data: { establishment, into: move.into }
    })
  ])
})
