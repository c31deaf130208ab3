/**
 * Why a notice says that somebody was received or released, and the movement that it means.
 *
 * The reasons are those of HMPPS Prisoner Search, which tells of every prison, and that somebody died. They are personal;
 * of each a decision sees the movement.
 */
import { oneOf } from "../language/Kind.ts"

const reasonWords = {
  NEW_ADMISSION: "Received: newly admitted",
  READMISSION: "Received: admitted again",
  READMISSION_SWITCH_BOOKING: "Received: admitted again, on another booking",
  POST_MERGE_ADMISSION: "Received: admitted after two records were merged",
  TRANSFERRED_IN: "Received: transferred from another establishment",
  RETURN_FROM_COURT: "Received: back from court",
  TEMPORARY_ABSENCE_RETURN: "Received: back from a temporary absence",
  TEMPORARY_ABSENCE_RELEASE: "Released: on a temporary absence",
  SENT_TO_COURT: "Released: sent to court",
  TRANSFERRED_OUT: "Released: transferred to another establishment",
  RELEASED_TO_HOSPITAL: "Released: to hospital",
  RELEASED: "Released",
  DIED: "Died"
} as const

export const noticeReason = oneOf(reasonWords)

export const movementWords = {
  Readmitted: "Came to the establishment",
  Transferred: "Came from another establishment",
  Returned: "Returned",
  LeftTemporarily: "Left for a time",
  LeftForTransfer: "Left for another establishment",
  Released: "Released",
  Died: "Died"
} as const

export type NoticedMovement = keyof typeof movementWords

export const kindOf: Readonly<Record<keyof typeof reasonWords, NoticedMovement>> = {
  NEW_ADMISSION: "Readmitted",
  READMISSION: "Readmitted",
  READMISSION_SWITCH_BOOKING: "Readmitted",
  POST_MERGE_ADMISSION: "Readmitted",
  TRANSFERRED_IN: "Transferred",
  RETURN_FROM_COURT: "Returned",
  TEMPORARY_ABSENCE_RETURN: "Returned",
  TEMPORARY_ABSENCE_RELEASE: "LeftTemporarily",
  SENT_TO_COURT: "LeftTemporarily",
  TRANSFERRED_OUT: "LeftForTransfer",
  RELEASED_TO_HOSPITAL: "Released",
  RELEASED: "Released",
  DIED: "Died"
}
