import { aDate, orNone } from "../../language/Kind.ts"
import { addMonths, date, say } from "../../language/LocalDate.ts"
import type { LocalDate } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Time in role before the scheme counts: the pilot calls those workers experienced. */
export const ShadowAnExperiencedWorker = rule({
  id: "SHADOW-5",
  name: "ShadowAnExperiencedWorker",
  says: "The mentor has been in role for as long as the scheme asks of an experienced worker",
  source: { title: "Peer social support training pilot", at: "S3:699-709, C-7: the scheme decides how long" },
  strength: "hard",
  limits: { months: null },
  setBy: { months: "mentorMonthsInRole" },
  facts: { inRoleSince: orNone(aDate), on: aDate },
  holds: ({ inRoleSince, on }, { months }) => inRoleSince !== null && addMonths(inRoleSince, months) <= on,
  because: ({ inRoleSince }, { months }) =>
    inRoleSince === null
      ? "The mentor is not in a role of the scheme. Choose one who is"
      : `The mentor is experienced on ${
        say(addMonths(inRoleSince, months))
      }. Choose another, or begin on or after that day`,
  earliest: ({ inRoleSince }, { months }): LocalDate | null =>
    inRoleSince === null ? null : addMonths(inRoleSince, months),
  example: { facts: { inRoleSince: date("2015-11-09"), on: date("2016-03-21") }, limits: { months: 6 } }
})
