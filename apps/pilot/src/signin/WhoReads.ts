/**
 * Who reads what was written down about somebody: most of it coordinators and safeguarding, by their role.
 *
 * What is said in supervision also the supervisor reads, whatever their role; the supervisor's own note only that
 * supervisor and safeguarding. Who supervised stands in the event itself, so whoever takes over later does not read it.
 */
import type { Actor, Happened } from "@peerwork/core"
import type { KeptPersonal } from "@peerwork/store"
import { maySee } from "./WhoSees.ts"

const supervised = ({ id }: Actor, { data }: Happened): boolean => data["supervisor"] === id

/** Whether the one who asks may read a personal value that stands beside the event. */
export const mayRead = (asking: Actor, event: Happened, { class: kept }: Pick<KeptPersonal, "class">): boolean => {
  if (kept === "reflection") return asking.role === "safeguarding" || supervised(asking, event)
  if (kept === "supervision") return maySee(asking.role, "reasons") || supervised(asking, event)
  return maySee(asking.role, "reasons")
}
