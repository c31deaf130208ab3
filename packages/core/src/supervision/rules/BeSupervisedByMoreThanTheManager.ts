import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Soft: in a small establishment there may be nobody else, and then somebody says so. */
export const BeSupervisedByMoreThanTheManager = rule({
  id: "SUPERVISION-2",
  name: "BeSupervisedByMoreThanTheManager",
  says: "The supervisor is not the only person who manages the worker's work",
  source: {
    title: "Peer social support training pilot",
    at: "S3:688-692, INV-55: a choice of the scheme, so an exception has a reason"
  },
  strength: "soft",
  limits: {},
  facts: { managesAlone: yesOrNo },
  holds: ({ managesAlone }) => !managesAlone,
  because: () => "Whoever manages the work hears less of what goes wrong in it. Name somebody else, or record why not",
  example: { facts: { managesAlone: true } }
})
