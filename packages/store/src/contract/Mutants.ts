/**
 * Mutants: the stores by which the contract proves that it can see.
 *
 * A suite that has never failed has shown nothing. Each mutant declares exactly the rules that it breaks, and the tests
 * of the contract hold it to that: a rule that it does not break is as telling as one that it does. Conformant variants
 * are slower or built otherwise, and break none.
 */
import type { Fixture } from "./ContractRule.ts"
import { noLock, noLockHeadLast, noLockNoKeys } from "./UnlockedVariants.ts"
import {
  anyTag,
  clockStepsBack,
  duplicateAfterChecks,
  firstReadOnly,
  forgetful,
  inclusiveAfter,
  onePerPage,
  reserialising,
  scannedToLastMatch,
  slow,
  treeAnew,
  withoutTiles
} from "./Variant.ts"

export interface Mutant {
  readonly fixture: Fixture
  /** The ids of the rules that it breaks. */
  readonly breaks: ReadonlyArray<string>
}

export const mutants: ReadonlyArray<Mutant> = [
  {
    fixture: noLockNoKeys,
    breaks: [
      "dense-prefix",
      "one-winner",
      "capacity",
      "unconditional",
      "unrelated",
      "sent-at-once",
      "decided-in-place",
      "losers-are-told",
      "lost-answers"
    ]
  },
  { fixture: noLockHeadLast, breaks: ["one-winner", "capacity", "decided-in-place", "losers-are-told"] },
  {
    fixture: inclusiveAfter,
    breaks: ["naive-model", "checks-match", "exclusive-after", "capacity", "losers-are-told"]
  },
  { fixture: scannedToLastMatch, breaks: ["pages-join", "pages-bounded", "losers-are-told"] },
  {
    fixture: forgetful,
    breaks: ["naive-model", "sent-at-once", "kept-first", "reused-id", "metadata", "lost-answers"]
  },
  { fixture: duplicateAfterChecks, breaks: ["naive-model", "kept-first", "reused-id", "lost-answers"] },
  { fixture: reserialising, breaks: ["naive-model", "exact-bytes", "tree-of-bytes"] },
  { fixture: anyTag, breaks: ["reads-match", "naive-model", "checks-match"] },
  { fixture: treeAnew, breaks: ["tree-of-bytes", "full-tiles", "same-root"] },
  { fixture: withoutTiles, breaks: ["full-tiles"] },
  { fixture: clockStepsBack, breaks: ["time-never-falls"] },
  {
    fixture: firstReadOnly,
    breaks: ["naive-model", "checks-match", "every-failure", "decided-in-place", "exact-limits"]
  }
]

/** Mutants over other engines, which are built and tested beside their adapter. */
export const mutantsElsewhere: ReadonlyArray<{ readonly name: string; readonly breaks: ReadonlyArray<string> }> = [
  { name: "a store in SQLite without recursive_triggers", breaks: ["append-only"] }
]

export const conformantVariants: ReadonlyArray<Fixture> = [onePerPage, slow, noLock]
