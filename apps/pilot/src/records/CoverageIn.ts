/**
 * Coverage in the records: which sessions of its training a scheme could have delivered by people who are here.
 *
 * The sessions are those of the template that the scheme has adopted by the day; before it adopted any, those of the
 * model for future training.
 */
import { coverageOn, defaultTemplateOn, isInPost, modelSessions, trainingLeadOn } from "@peerwork/core"
import type { Coverage, KnownTrainer, LocalDate, SessionKey } from "@peerwork/core"
import { templatesOf } from "./Answering.ts"
import { schemeIn } from "./Derived.ts"
import type { Records } from "./Records.ts"

/** Everybody known as a trainer at the establishment. */
const trainersAt = (
  { staff, trainer }: Records,
  establishment: string | null,
  day: LocalDate
): ReadonlyArray<KnownTrainer> =>
  [...trainer.values()].flatMap(({ id, state }) => {
    const member = staff.get(id)?.state
    return member === undefined || member.establishment !== establishment
      ? []
      : [{ staff: id, trainer: state, inPost: isInPost(member, day) }]
  })

/** The sessions that the scheme teaches by the day. */
const sessionsTaught = (records: Records, scheme: string, day: LocalDate): ReadonlyArray<SessionKey> => {
  const adopted = defaultTemplateOn(templatesOf(records, scheme), day)
  const own = adopted === null ? undefined : records.template.get(adopted)?.state.sessions
  return (own ?? modelSessions).map(({ session }) => session)
}

/** What is covered on the day, by whom, and who answers for what is not. */
export const coverageIn = (records: Records, scheme: string, day: LocalDate): Coverage => {
  const state = schemeIn(records, scheme)
  return coverageOn(
    trainersAt(records, state.establishment, day),
    sessionsTaught(records, scheme, day),
    day,
    trainingLeadOn(state, day)
  )
}
