/**
 * Whether a credit from an earlier training still holds: by what is known now the earlier one meets the session for which
 * the credit was given. It does not where that session turned out not to count, or the earlier training was struck out
 * or turned out to be of somebody else. That an equivalence was withdrawn takes nothing back: it was decided then.
 */
import type { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { isMet, sessionsMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import type { Training } from "./Training.ts"
import type { CreditGiven } from "./TrainingFacts.ts"

/** The credits that come from another training of the same person. */
export const earlierOf = ({ credits }: Training): ReadonlyArray<string> => [
  ...new Set(credits.flatMap(({ earlier }) => earlier ?? []))
]

/** Whether the earlier training, which is the same person's, gives what was credited. */
export const creditHolds = (
  { on, session }: CreditGiven,
  { id, template }: { readonly id: string; readonly template: TrainingTemplate },
  earlier: TrainingRecord
): boolean => {
  if (earlier.training.status === "Voided") return false
  const grounds = earlier.training.template === id
    ? [session]
    : template.equivalences
      .filter((one) => one.from === earlier.training.template && one.session === session && one.on <= on)
      .map(({ fromSession }) => fromSession)
  const met = sessionsMet(earlier, on).filter(isMet).map((one) => one.session)
  return grounds.length === 0 || grounds.some((ground) => met.includes(ground))
}
