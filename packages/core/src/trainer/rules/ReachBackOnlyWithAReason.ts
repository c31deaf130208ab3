import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Counts the days on which the trainer delivered the session since the accreditation is said to hold, unaccredited. */
export const ReachBackOnlyWithAReason = rule({
  id: "TRAINER-6",
  name: "ReachBackOnlyWithAReason",
  says: "An accreditation does not reach back to sessions that were delivered without it, unless a reason is given",
  source: ourChoice("Nobody becomes competent afterwards; that they were all along is for a person to say"),
  strength: "soft",
  limits: {},
  facts: { deliveries: aCount() },
  holds: ({ deliveries }) => deliveries === 0,
  because: ({ deliveries }) =>
    `They delivered it on ${sayAmount(deliveries, "day")} from that day on without being ` +
    "accredited. Accredit them from a later day, or say why those sessions count",
  example: { facts: { deliveries: 1 } }
})
