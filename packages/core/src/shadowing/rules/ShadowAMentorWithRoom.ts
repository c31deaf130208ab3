import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const ShadowAMentorWithRoom = rule({
  id: "SHADOW-4",
  name: "ShadowAMentorWithRoom",
  says: "No mentor is shadowed by more new workers at once than the scheme allows",
  source: { title: "Peer social support training pilot", at: "S3:643-647, INV-47: the scheme decides how many" },
  strength: "hard",
  note:
    "The role is stressful, and the social support training pilot asks for respite; how many a mentor can take is for the " +
    "scheme to decide",
  limits: { shadowers: null },
  setBy: { shadowers: "shadowersPerMentor" },
  facts: { others: aCount() },
  holds: ({ others }, { shadowers }) => others < shadowers,
  because: (_, { shadowers }) =>
    `The mentor is already shadowed by ${
      shadowers === 1 ? "one new worker" : `${shadowers} new workers`
    }. Choose another mentor`,
  example: { facts: { others: 1 }, limits: { shadowers: 1 } }
})
