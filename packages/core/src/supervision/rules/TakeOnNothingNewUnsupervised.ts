import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged of a mentor who is to be shadowed. Work that has begun goes on: nobody loses urgent support by it. */
export const TakeOnNothingNewUnsupervised = rule({
  id: "SUPERVISION-6",
  name: "TakeOnNothingNewUnsupervised",
  says: "Nobody begins to shadow a worker whose supervision is overdue beyond grace",
  source: {
    title: "Peer social support training pilot",
    at: "S3:684-692, INV-54: the scheme decides how long grace lasts"
  },
  strength: "hard",
  note: "Who shadows them already goes on, and so does other work that has begun",
  limits: {},
  restsOn: ["supervisionEveryDays", "supervisionGraceDays"],
  facts: { beyondGrace: yesOrNo },
  holds: ({ beyondGrace }) => !beyondGrace,
  because: () => "The supervision of this worker is overdue beyond grace. Hold it first, or choose somebody else",
  example: { facts: { beyondGrace: true } }
})
