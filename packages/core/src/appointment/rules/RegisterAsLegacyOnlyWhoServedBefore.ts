import { aDate, orNone, yesOrNo } from "../../language/Kind.ts"
import { addMonths, date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** The first workers were in role, untrained, for up to four years; the waiver that lets them go on has an end. */
export const RegisterAsLegacyOnlyWhoServedBefore = rule({
  id: "APPOINTMENT-12",
  name: "RegisterAsLegacyOnlyWhoServedBefore",
  says: "Only who was in the role before the scheme began is registered as such, with a waiver that ends in time",
  source: { title: "Peer social support training pilot", at: "S3:287-293, C-9: the scheme decides how long" },
  strength: "hard",
  limits: { months: null },
  setBy: { months: "legacyWaiverMonths" },
  facts: { asked: yesOrNo, inRoleSince: aDate, adoptedOn: orNone(aDate), on: aDate, waiverUntil: aDate },
  holds: ({ adoptedOn, asked, inRoleSince, on, waiverUntil }, { months }) =>
    !asked ||
    (adoptedOn !== null && inRoleSince < adoptedOn && waiverUntil > on && waiverUntil <= addMonths(on, months)),
  because: ({ adoptedOn, inRoleSince, on }, { months }) =>
    adoptedOn === null || inRoleSince >= adoptedOn
      ? "The person was not in the role before the scheme began. Propose an appointment instead"
      : `The waiver must end after ${say(on)} and by ${say(addMonths(on, months))}`,
  example: {
    facts: {
      asked: true,
      inRoleSince: date("2011-11-07"),
      adoptedOn: date("2015-10-01"),
      on: date("2015-10-05"),
      waiverUntil: date("2016-10-06")
    },
    limits: { months: 12 }
  }
})
