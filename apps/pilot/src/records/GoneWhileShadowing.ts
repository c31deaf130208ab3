/**
 * Somebody who was released while they shadowed: nobody knows whether they come back, so it is ended and not waited for.
 */
import { isOpen, say } from "@peerwork/core"
import type { LocalDate, Shadowing } from "@peerwork/core"
import { placementIn } from "./Derived.ts"
import type { Records } from "./Records.ts"

/** The day on which the worker of an open shadowing was released, where they have not come back. */
export const releasedWhileShadowing = (records: Records, state: Shadowing): LocalDate | null => {
  if (!isOpen(state)) return null
  const { movements, status } = placementIn(records, state).worker
  return status === "Released" ? movements.filter(({ kind }) => kind === "Released").at(-1)?.on ?? null : null
}

/** What is to be done with the shadowing, whichever page asks: one that has begun is ended, one that has not is cancelled. */
export const sayReleased = ({ startedOn }: Shadowing, on: LocalDate): string =>
  startedOn === null
    ? `the worker was released on ${say(on)}: cancel the shadowing`
    : `the worker was released on ${
      say(on)
    }: end the shadowing as not achieved, with the reason. If they return, they ` +
      "may shadow anew"
