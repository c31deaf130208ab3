import { aDate, orNone } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/**
 * Movements are recorded late and in any order, so a gap between two of them never stops anybody from recording what
 * is known; but somebody must look.
 */
export const FollowFromWhereThePersonWas = rule({
  id: "PERSON-3",
  name: "FollowFromWhereThePersonWas",
  says: "Every movement follows from where the person was",
  source: ourChoice("A late entry before later ones shows that something else is missing or wrong"),
  strength: "alert",
  limits: {},
  facts: { misfit: orNone(aDate) },
  holds: ({ misfit }) => misfit === null,
  because: ({ misfit }) =>
    `The movement recorded for ${
      misfit === null ? "a later day" : say(misfit)
    } does not follow from where the person ` +
    "was before it. Record what is missing, or correct it",
  example: { facts: { misfit: date("2016-04-04") } }
})
