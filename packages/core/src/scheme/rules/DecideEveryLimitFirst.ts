import { severalOf } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { limitWords, sayLimits } from "../SchemeLimits.ts"

/** Judged when a scheme starts or resumes; the limits of that day are asked for. */
export const DecideEveryLimitFirst = rule({
  id: "SCHEME-1",
  name: "DecideEveryLimitFirst",
  says: "A scheme runs only after somebody decided every limit that the documents leave open",
  source: {
    title: "Peer social support training pilot, which gives no number for",
    at: "S3:678-680 (refreshers), S3:684-692 (supervision), S3:699-701 (experience of a mentor)"
  },
  strength: "hard",
  note: "No limit has a default: a default would pass for a rule. What a source fixes needs no decision",
  limits: {},
  facts: { unset: severalOf(limitWords) },
  holds: ({ unset }) => unset.length === 0,
  because: ({ unset }) => `Decide first, from that day or before: ${sayLimits(unset)}`,
  example: { facts: { unset: ["supervisionEveryDays", "refresherEveryMonths"] } }
})
