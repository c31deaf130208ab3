/**
 * Notes without a name, as from a suggestion box: whoever records one reads it for a danger first.
 *
 * What says that somebody may come to harm soon is raised at once, also where nobody knows who wrote it or whom it is
 * about: the unit is named, somebody there is told, and they act on the whole unit. Who wrote it is asked nowhere.
 */
import { deriving } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { aCode, idOf } from "../language/Kind.ts"
import { aCategory, aRoute, routeOf } from "./Concern.ts"
import { own } from "./EscalationEvents.ts"
import { atOnce, atOnceRules, begins, more, told } from "./EscalationRaising.ts"

export const RaiseAnonymousNote = deriving(
  "escalation",
  "RaiseAnonymousNote",
  {
    title: "Raise an anonymous note at once",
    says: "A note without a name says that somebody may come to harm soon; records who was told, and on which unit",
    begins: true,
    fields: {
      ...begins,
      place: open(aCode("C_WING"), "On which wing or unit is the person?", "For example, C wing."),
      whereTheyAre: more.whereTheyAre,
      receiver: tagged("staff", idOf("staff"), "Who was told?", "Somebody who can go round that unit now."),
      means: told,
      category: optional(personal(aCategory, own, "What is it about?", "Leave it open for suicide or self-harm.")),
      aboutStaff: more.aboutStaff,
      concern: more.concern,
      at: more.at
    }
  },
  { route: open(aRoute) },
  ({ aboutStaff, category = "SUICIDE_SELF_HARM" }) => ({ route: routeOf(category, aboutStaff) })
)

export const raiseAnonymousNote = decision(RaiseAnonymousNote, atOnceRules, function*(command, known) {
  const raising = { ...command, anonymous: true }
  return yield* atOnce("RaiseAnonymousNote", raising, known, { route: command.route, content: true })
})
