/**
 * Why a person left: for a time, or for good.
 *
 * The reason is personal, since it may say something about health or conduct. Of all of it a decision sees one thing:
 * whether somebody left on licence to work, because that must not interrupt a role held in the community.
 */
import { oneOf } from "../language/Kind.ts"

export const departureReason = oneOf({
  COURT: "To court",
  HOSPITAL: "To hospital",
  LICENCE_WORK: "On temporary licence, for work",
  LICENCE_OTHER: "On temporary licence, for another purpose",
  OTHER: "Another reason"
})

export const releaseReason = oneOf({
  RELEASED: "Released",
  RELEASED_FROM_COURT: "Released by a court",
  HOSPITAL_TRANSFER: "Transferred to hospital",
  DEPORTED: "Deported",
  ESCAPED: "Escaped, or did not return",
  DIED: "Died",
  OTHER: "Another reason"
})
