/**
 * Who acted, as people read it: the demo people by their names, everybody else by the name that was registered.
 */
import type { Actor } from "@peerwork/core"
import type { Names } from "../records/Names.ts"
import { staffName } from "../records/Names.ts"
import { demoPersonOf } from "./DemoPeople.ts"

export const nameOfActor = (names: Names) => ({ id }: Pick<Actor, "id">): string =>
  demoPersonOf(id)?.name ?? staffName(names, id)
