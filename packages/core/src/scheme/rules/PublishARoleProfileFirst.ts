import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged when a scheme starts or resumes. */
export const PublishARoleProfileFirst = rule({
  id: "SCHEME-8",
  name: "PublishARoleProfileFirst",
  says: "A scheme runs only after the role of its workers is described and published",
  source: { title: "Peer social support training pilot, job descriptions", at: "S3:648-650, S3:113-115" },
  strength: "hard",
  limits: { published: 1 },
  facts: { published: aCount() },
  holds: ({ published }, { published: least }) => published >= least,
  because: () => "No role profile was published by that day. Publish one first",
  example: { facts: { published: 0 } }
})
