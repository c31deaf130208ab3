import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** A merge tells what is the case, so nothing stops it; no day of such a pair counts until people decide. */
export const StayTwoInEveryShadowing = rule({
  id: "PERSON-5",
  name: "StayTwoInEveryShadowing",
  says: "Two records that become one person leave two people in every shadowing",
  source: { title: "HMPPS non-associations-api, which takes out pairs of one person", at: "INV-113" },
  strength: "alert",
  limits: {},
  facts: { shadowings: aCount() },
  holds: ({ shadowings }) => shadowings === 0,
  because: ({ shadowings }) =>
    `In ${sayAmount(shadowings, "shadowing")} the worker and the mentor are now one person, ` +
    "and no day counts. Correct the mentor, replace them, or cancel the shadowing",
  example: { facts: { shadowings: 1 } }
})
