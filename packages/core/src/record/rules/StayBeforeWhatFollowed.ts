import { aDate, oneOf, orNone } from "../../language/Kind.ts"
import { date, say } from "../../language/LocalDate.ts"
import { ourChoice, rule } from "../../language/Rule.ts"
import { followedWords } from "../followedWords.ts"

/** Judged where a day is put right from which other things followed: the other side of RECORD-2. */
export const StayBeforeWhatFollowed = rule({
  id: "RECORD-4",
  name: "StayBeforeWhatFollowed",
  says: "A beginning is not dated after what followed from it",
  source: ourChoice("Nothing is paused, held or ended before it began; one of the two days is a slip of the pen"),
  strength: "hard",
  limits: {},
  facts: { on: aDate, followed: orNone(oneOf(followedWords)), followedOn: orNone(aDate) },
  holds: ({ followedOn, on }) => followedOn === null || on <= followedOn,
  because: ({ followed, followedOn, on }) => {
    const day = say(followedOn ?? on)
    const what = followed === null ? "Something followed" : followedWords[followed]
    return `The date is too late. ${what} on ${day}. It can be ${day} or earlier, or put that right first`
  },
  example: {
    facts: { on: date("2016-04-20"), followed: "SUPERVISION_HELD", followedOn: date("2016-04-18") }
  }
})
