import { aCount } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const WriteMinutesAsTheyWere = rule({
  id: "TRAINING-7",
  name: "WriteMinutesAsTheyWere",
  says: "The minutes of an attendance fit its outcome: all of the session, a part of it, or none",
  source: { title: "Peer social support training pilot", at: "S3:317-319, INV-42" },
  strength: "hard",
  limits: {},
  facts: { unlike: aCount(), of: aCount() },
  holds: ({ unlike }) => unlike === 0,
  because: ({ of, unlike }) =>
    `${
      unlike === 1 ? "The minutes of 1 trainee do" : `The minutes of ${unlike} trainees do`
    } not fit the outcome. Attended is all ${of}, late or left early fewer than that and more than 0, absent or not held is 0`,
  example: { facts: { unlike: 1, of: 60 } }
})
