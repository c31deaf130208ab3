import { aCount, yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

export const GiveNoMorePlacesThanThereAre = rule({
  id: "TRAINING-5",
  name: "GiveNoMorePlacesThanThereAre",
  says: "No more people are enrolled in a cohort than it has places; who comes to single sessions takes none",
  source: ourChoice("A place that does not exist is a promise that cannot be kept"),
  strength: "hard",
  limits: {},
  facts: { asked: yesOrNo, taken: aCount(), places: aCount() },
  holds: ({ asked, places, taken }) => !asked || taken < places,
  because: ({ places }) =>
    `${
      places === 1 ? "The only place is" : `All ${places} places are`
    } taken. Put the person on the waiting list, or open more places`,
  example: { facts: { asked: true, taken: 12, places: 12 } }
})
