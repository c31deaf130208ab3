import { sayAmount } from "../../language/Amount.ts"
import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/**
 * The expected date of leaving is personal; the rule sees how many days lie ahead. Training takes until the end of the
 * cohort in which the person is enrolled; before they are, nobody knows.
 */
export const ExpectToStayLongEnough = rule({
  id: "APPOINTMENT-8",
  name: "ExpectToStayLongEnough",
  says: "The person is expected to stay long enough to train, to shadow and then to serve as long as the scheme asks",
  source: { title: "Peer social support training pilot", at: "S3:699-701, INV-09: the scheme decides how long" },
  strength: "soft",
  limits: { days: null },
  setBy: { days: "minimumServiceDays" },
  restsOn: ["shadowingDays"],
  facts: { expected: aCount(), training: aCount(), shadowing: aCount() },
  holds: ({ expected, shadowing, training }, { days }) => expected >= training + shadowing + days,
  because: ({ expected, shadowing, training }, { days }) =>
    `The person is expected to stay ${sayAmount(expected, "day")}; ${
      training > 0 ? "training, " : ""
    }shadowing and service take ${training + shadowing + days}. Give a reason`,
  example: { facts: { expected: 100, training: 0, shadowing: 14 }, limits: { days: 90 } }
})
