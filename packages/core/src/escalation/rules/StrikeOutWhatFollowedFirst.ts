import { instant } from "../../language/Instant.ts"
import { anInstant, oneOf, orNone } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { sayInstant } from "../../language/WallTime.ts"
import { entryWords } from "../entryWords.ts"

/** Judged where an entry of an escalation is struck out. */
export const StrikeOutWhatFollowedFirst = rule({
  id: "ESCALATION-17",
  name: "StrikeOutWhatFollowedFirst",
  says: "An entry is struck out only after everything that follows from it",
  source: ourChoice(
    "INV-87: nothing is closed that was never resolved, and nothing answered that was never sent"
  ),
  strength: "hard",
  note:
    "The doing of an action follows from the action; an answer from outside from what was sent there; that the raiser " +
    "was told, the closing and the reopening from the resolution; the reopening also from the closing",
  limits: {},
  facts: { followed: orNone(oneOf(entryWords)), followedAt: orNone(anInstant) },
  holds: ({ followed }) => followed === null,
  because: ({ followed, followedAt }) =>
    [
      followed === null ? "Something followed" : entryWords[followed],
      ...(followedAt === null ? [] : [` on ${sayInstant(followedAt)}`]),
      ", which follows from it. Strike that out first"
    ].join(""),
  example: { facts: { followed: "CLOSED", followedAt: instant("2016-03-24T12:00:00.000Z") } }
})
