/**
 * Whether a credit from an earlier training still holds: by what is known now the earlier one meets the session for which
 * the credit was given. It does not where that session turned out not to count, or the earlier training was struck out
 * or turned out to be of somebody else. That an equivalence was withdrawn takes nothing back, for it was decided then:
 * the credit is in doubt, and stays until somebody decides about it.
 */
import type { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { isMet, offersFor, sessionsMet } from "./sessionsMet.ts"
import type { TrainingRecord } from "./sessionsMet.ts"
import { isOfNow } from "./Training.ts"
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

/**
 * Whether by the equivalences that stand now the earlier training would not give what was credited, or not as much. From
 * a training by the same template nothing is needed but that the session was met.
 */
export const isInDoubt = (
  { inFull, on, session, topUpMinutes }: CreditGiven,
  to: { readonly id: string; readonly template: TrainingTemplate },
  earlier: TrainingRecord
): boolean => {
  if (earlier.training.template === to.id) return false
  const offer = offersFor(to, earlier, on).find((one) => one.session === session)
  if (offer === undefined) return true
  return inFull ? offer.credit !== "FULL" : offer.topUpMinutes > topUpMinutes
}

/** The credits that count and wait for a decision: for each session the newest that holds, where it is in doubt. */
export const creditsInDoubt = (
  { creditsWithoutGround, fallenCredits, training }: TrainingRecord
): ReadonlyArray<CreditGiven> => {
  if (creditsWithoutGround.length === 0) return []
  const standing = training.credits.filter(isOfNow(training)).filter(({ event }) => !fallenCredits.includes(event))
  return standing.filter(({ event, session, upheld }) =>
    upheld === null && creditsWithoutGround.includes(event) &&
    standing.filter((one) => one.session === session).at(-1)?.event === event
  )
}
