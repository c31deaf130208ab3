/**
 * Problems: refusals of the law and errors of the store, as problem documents.
 *
 * The words are those of the law, so a page, the API and the core say the same. All that is wrong is told at once.
 */
import { refuses } from "@peerwork/core"
import type { Actor, FieldProblem, JsonObject, Judged, Moment, Refused } from "@peerwork/core"
import * as Match from "effect/Match"
import { problem } from "./Answer.ts"
import type { Problem } from "./Answer.ts"
import type { Failure } from "./Services.ts"

/** How people are told who acted. */
export type NameOf = (actor: Actor) => string

const sourceOf = ({ source }: Pick<Judged, "source">): string => `${source.title}, ${source.at}`

/** A rule as it was judged, for programs. `held` is null where it was not judged. */
export const judgedJson = (judged: Judged): JsonObject => ({
  rule: judged.rule,
  says: judged.says,
  source: sourceOf(judged),
  strength: judged.strength,
  held: judged.held,
  facts: judged.facts,
  limits: judged.limits,
  because: judged.because,
  earliest: judged.earliest,
  override: judged.override
})

const breachJson = ({ because, earliest, rule, says, strength, ...rest }: Judged): JsonObject => ({
  rule,
  says,
  strength,
  because,
  source: sourceOf(rest),
  earliest
})

/** The state and since when; then, where something comes first, what. */
const stateSince = /^(The .+ is .+ since [^.]+)(\. First .+)?$/

/**
 * The sentence of a moment, with who brought it about: `... since 09:12 on 4 April 2016, by Kay Example
 * (coordinator)`.
 */
export const sayMomentWith = ({ says, since }: Moment, nameOf: NameOf): string => {
  const [, state, first = ""] = stateSince.exec(says) ?? []
  return since === null || state === undefined ? says : `${state}, by ${nameOf(since.by)} (${since.by.role})${first}`
}

const momentJson = (moment: Moment, nameOf: NameOf): JsonObject => {
  const { life, possible, since, state } = moment
  return {
    life,
    state,
    says: sayMomentWith(moment, nameOf),
    since: since?.on ?? null,
    recordedAt: since?.recordedAt ?? null,
    by: since === null ? null : { id: since.by.id, role: since.by.role, name: nameOf(since.by) },
    possible
  }
}

/** The rules that stand in the way. */
export const breachesOf = ({ judged }: Refused): ReadonlyArray<Judged> => judged.filter(refuses)

/** What the law refused, and everything that is in the way. */
export const refusedProblem = (decision: Refused, nameOf: NameOf): Problem => {
  const judged = decision.judged.map(judgedJson)
  if (decision.moment !== null) {
    const { moment } = decision
    return problem("wrong-moment", sayMomentWith(moment, nameOf), { moment: momentJson(moment, nameOf), judged })
  }
  const breaches = breachesOf(decision)
  return problem("refused", breaches.map(({ because, says }) => because ?? says).join("; "), {
    breaches: breaches.map(breachJson),
    judged
  })
}

/** Every field that is wrong, with what would be right. */
export const invalidProblem = (fields: ReadonlyArray<FieldProblem>): Problem =>
  problem("invalid", fields.map(({ field, says }) => `${field} ${says}`).join("; "), {
    fields: fields.map(({ field, says }) => ({ field, says }))
  })

const retryAfterInSeconds = "2"

/** The errors of a store that mean something to whoever asked; null for those that are ours alone. */
export const storeProblem = (failure: Failure): Problem | null =>
  Match.value(failure).pipe(
    Match.tag("CommandIdReused", (error) =>
      problem("id-reused", error.message, { first: error.first, recordedAt: error.recordedAt })),
    Match.tag("StoreUnavailable", (error) =>
      problem("unavailable", error.message, {}, { "retry-after": retryAfterInSeconds })),
    Match.tag("Conflict", () =>
      problem(
        "unavailable",
        "Too many others changed the same records at this moment, and nothing was recorded. Send it again",
        {},
        { "retry-after": retryAfterInSeconds }
      )),
    Match.tag("CommitUnknown", (error) =>
      problem(
        "unknown",
        error.message,
        { receipt: `/api/receipts/${error.commandId}` },
        { location: `/api/receipts/${error.commandId}` }
      )),
    Match.tag("LimitExceeded", (error) =>
      problem("too-large", error.message, { limit: error.limit, max: error.max, actual: error.actual })),
    Match.tag("NotWellFormed", (error) =>
      problem("invalid", error.message)),
    Match.tag("EventNotUnderstood", "LogCorrupt", () =>
      null),
    Match.exhaustive
  )
