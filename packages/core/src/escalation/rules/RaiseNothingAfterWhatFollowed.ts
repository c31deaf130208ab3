import { instant } from "../../language/Instant.ts"
import { anInstant, oneOf, orNone, yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { sayInstant } from "../../language/WallTime.ts"
import { entryWords } from "../entryWords.ts"

/** Judged where the time at which an escalation was raised is put right; what was linked to it is one matter with it. */
export const RaiseNothingAfterWhatFollowed = rule({
  id: "ESCALATION-16",
  name: "RaiseNothingAfterWhatFollowed",
  says: "An escalation is not raised later than anything that followed from it",
  source: ourChoice(
    "INV-87: where it is follows from what was recorded, and nothing is done about it before it is raised"
  ),
  strength: "hard",
  note: "What is linked to it was raised no earlier. A correction that leaves the time as it is is not asked",
  limits: {},
  facts: { moved: yesOrNo, raisedAt: anInstant, followed: orNone(oneOf(entryWords)), followedAt: orNone(anInstant) },
  holds: ({ followedAt, moved, raisedAt }) => !moved || followedAt === null || raisedAt <= followedAt,
  because: ({ followed, followedAt, raisedAt }) =>
    `${followed === null ? "Something followed" : entryWords[followed]} on ${sayInstant(followedAt ?? raisedAt)}. ` +
    "Give that time or one before it",
  example: {
    facts: {
      moved: true,
      raisedAt: instant("2016-03-24T10:11:00.000Z"),
      followed: "HANDED_OVER",
      followedAt: instant("2016-03-24T10:10:00.000Z")
    }
  }
})
