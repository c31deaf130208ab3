/**
 * Edge cases of what is not here yet, each with the reason why nothing carries it.
 */
import type { ToCome } from "./Requirement.ts"

const noPlans = "there are no support plans"
const noFeedback = "there is no feedback box"

export const edgeCasesToCome: ReadonlyArray<ToCome> = [
  {
    id: "11",
    says: "A worker and the person they support are to be kept apart",
    because: `${noPlans}; a non-association itself can be recorded`
  },
  {
    id: "20",
    says: "Something is corrected after a commissioner was sent a report",
    because: "no report is sent; every read can be asked as it was known at a moment"
  },
  {
    id: "29",
    says: "A person who is supported dies",
    because: `${noPlans}; of a death as such the record is frozen, and nothing is sent to anybody`
  },
  { id: "31", says: "A person who is supported is released on the day of a visit", because: noPlans },
  { id: "32", says: "Whoever asked something without a name is released", because: noFeedback },
  { id: "34", says: "A note without a name says enough to know who wrote it", because: noFeedback },
  { id: "35", says: "Somebody who gave their name wants to be unnamed later", because: noFeedback },
  {
    id: "43",
    says: "Somebody no longer wants to be supported in the middle of a visit",
    because: "neither consent nor contacts are recorded"
  },
  {
    id: "45",
    says: "Somebody agreed to one worker and another one covers",
    because: "consent of people who are supported is not recorded"
  },
  {
    id: "58",
    says: "A prison grows, and the ratio of workers to people changes",
    because: "neither places nor ratios are counted"
  },
  {
    id: "64",
    says: "A worker's T-shirt is lost",
    because:
      "an appointment records that one was offered, and nothing of one that was given, lost, returned or reprinted"
  },
  { id: "66", says: "A focus group of two speaks of a rare condition", because: "there are no focus groups" },
  {
    id: "67",
    says: "Feedback is withdrawn after it was handed on",
    because: "no evidence is handed on to anybody outside"
  },
  { id: "68", says: "The same feedback is handed on twice", because: "no evidence is handed on to anybody outside" },
  {
    id: "69",
    says: "Somebody asks for their own data, which stand in notes about others too",
    because: "no view gathers what concerns one person and leaves out the others"
  }
]
