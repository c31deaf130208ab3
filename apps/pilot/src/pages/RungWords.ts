/**
 * Whom the ladder of an escalation calls, in words: who it is, and as what.
 */
import { sayPost } from "@peerwork/core"
import type { LadderRung } from "@peerwork/core"
import type { Looked } from "../records/Labels.ts"
import { nameOfActor } from "../signin/ActorNames.ts"

/** `Officer, Olly (orderly officer)` */
export const sayRung = ({ names }: Looked, { as, staff }: LadderRung): string => {
  const role = as === "Receiver" ? "to whom it goes" : as === "Cover" ? "their cover" : sayPost(as).toLowerCase()
  return `${nameOfActor(names)({ id: staff })} (${role})`
}
