/**
 * Corrections of movements: a movement was on another day, led to another place, or did not take place.
 *
 * The correction points at the event that recorded it. Where the person was is derived again, for every day; what was
 * recorded before stays visible.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import { aCode, anEstablishment, aPastDate, idOf, text } from "../language/Kind.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { identityOf } from "./Identity.ts"
import { Person, personSteps } from "./Person.ts"
import { MovementCorrected, MovementVoided } from "./PersonEvents.ts"
import { FollowFromWhereThePersonWas } from "./rules/FollowFromWhereThePersonWas.ts"
import { byDate, isArrival, newMisfit } from "./Whereabouts.ts"

const which = tagged("person", idOf("person"), "Which person?")
const whichMovement = open(idOf("event"), "Which movement?")
const reason = personal(
  text(1000, true),
  { subject: "person", keep: "administration" },
  "Why is it corrected?",
  "Do not include names of other people."
)

const notNow = (person: Person, says?: string) =>
  wrongMoment("person", person.status, person.changed, personSteps[person.status], says)

/** The record of the person in which the movement stands, under whatever number; the one that was asked for otherwise. */
function* recordWith(
  { movement, person: id }: { readonly movement: string; readonly person: string }
): Reading<{ readonly of: string; readonly person: Person }> {
  const identity = yield* identityOf(id)
  const own = yield* read(Person, id)
  const [of, person] =
    [[id, own] as const, ...identity.records].find(([, record]) =>
      record.movements.some((one) => one.event === movement)
    ) ?? [id, own]
  return { of, person }
}

const noSuchMovement = "No such movement of this person counts. See their history for those that do"

export const CorrectMovement = command("person", "CorrectMovement", {
  title: "Correct a movement",
  says: "Puts right the day of a movement, or the place that it led to; what was recorded before stays visible",
  fields: {
    person: which,
    movement: whichMovement,
    on: open(aPastDate, "On which day was it really?", "For example, 27 3 2016."),
    establishment: optional(
      tagged(
        "establishment",
        anEstablishment,
        "To which establishment did it really lead?",
        "Leave empty if that was right."
      )
    ),
    wing: optional(open(aCode("B_WING"), "To which wing did it really lead?", "Leave empty if that was right.")),
    reason
  }
})

export const correctMovement = decision(
  CorrectMovement,
  [KeepTheOrderOfEvents, FollowFromWhereThePersonWas],
  function*(command) {
    const { of, person } = yield* recordWith(command)
    if (person.since === null) return notNow(person)
    const movement = person.movements.find((one) => one.event === command.movement)
    if (movement === undefined) return notNow(person, noSuchMovement)
    const establishment = command.establishment ?? movement.establishment
    const wing = command.wing ?? (establishment === movement.establishment ? movement.wing : null)
    if (establishment !== movement.establishment && !isArrival(movement)) {
      return notNow(person, "That movement leads to no establishment. Correct the arrival or the transfer before it")
    }
    if (wing !== movement.wing && !isArrival(movement) && movement.kind !== "ChangedWing") {
      return notNow(person, "That movement leads to no wing. Correct the arrival or the move to a wing before it")
    }
    if (movement.on === command.on && establishment === movement.establishment && wing === movement.wing) {
      return notNow(person, "The movement is recorded like this already")
    }
    const { establishment: formerEstablishment, event: corrects, kind } = movement
    const corrected = byDate(person.movements.map((one) => one === movement ? { ...one, on: command.on } : one))
    return judge(
      KeepTheOrderOfEvents.asks({ on: command.on, notBefore: kind === "Registered" ? command.on : person.since }),
      FollowFromWhereThePersonWas.asks({ misfit: newMisfit(person.movements, corrected) })
    ).accept(() => [
      MovementCorrected.make({
        of,
        on: command.on,
        corrects,
        data: { establishment, formerEstablishment, ...(wing === null ? {} : { wing }) }
      })
    ])
  }
)

export const VoidMovement = command("person", "VoidMovement", {
  title: "Strike out a movement",
  says: "The movement was recorded in error and counts no longer; it stays visible",
  fields: { person: which, movement: whichMovement, reason }
})

export const voidMovement = decision(VoidMovement, [FollowFromWhereThePersonWas], function*(command) {
  const { of, person } = yield* recordWith(command)
  if (person.since === null) return notNow(person)
  const movement = person.movements.find((one) => one.event === command.movement)
  if (movement === undefined) return notNow(person, noSuchMovement)
  if (movement.kind === "Registered") {
    return notNow(person, "A registration cannot be struck out. Correct its day or its establishment instead")
  }
  const { establishment, event: corrects, on } = movement
  const left = person.movements.filter((one) => one !== movement)
  return judge(FollowFromWhereThePersonWas.asks({ misfit: newMisfit(person.movements, left) })).accept(() => [
    MovementVoided.make({ of, on, corrects, data: { establishment } })
  ])
})
