/**
 * What the one who asks may see of what is known, as every page and form begins.
 */
import * as Effect from "effect/Effect"
import type { Known } from "../server/Routes.ts"
import { today } from "../server/Surroundings.ts"
import { maySee } from "../signin/WhoSees.ts"
import { sightOfStream, viewingOf } from "./Escalations.ts"
import type { Looked } from "./Labels.ts"
import { LiveRecords } from "./LiveRecords.ts"
import { emptyNames } from "./Names.ts"
import { seenAs } from "./RestrictedPatients.ts"

/** What the one who asks may see of what is known. */
export const lookedAtBy = ({ person }: Known) =>
  Effect.gen(function*() {
    const { names, records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf({ person })
    const isWhole = (id: string) => sightOfStream(records, `escalation-${id}`, viewing) === "whole"
    const known = { records, names: maySee(person.role, "names") ? names : emptyNames(), day: yield* today }
    return { ...seenAs(person.role, records, known), isWhole } satisfies Looked
  })
