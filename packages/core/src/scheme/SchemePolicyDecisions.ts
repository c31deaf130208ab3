/**
 * How the limits of a scheme are decided: each with a value, the day from which it holds, and who decided it.
 *
 * A later decision about the same limit takes its place from its own day on. What was decided under the earlier one
 * stays as it was decided.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aDate, aPastDate, idOf, oneOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { SetNoLimitBelowItsSource } from "./rules/SetNoLimitBelowItsSource.ts"
import { Scheme } from "./Scheme.ts"
import { SchemePolicyCorrected, SchemePolicyDecided } from "./SchemeEvents.ts"
import { boundsOf, limitWords } from "./SchemeLimits.ts"
import type { LimitName } from "./SchemeLimits.ts"
import { whichScheme } from "./SchemePreparation.ts"
import { can, notNow } from "./schemeSteps.ts"

const value = open(aCount(), "Which number?", "A whole number, in the unit that stands beside the limit.")
const from = open(aDate, "From which day does it hold?", "For example, 27 2 2014.")

const withinBounds = (limit: LimitName, number: number) =>
  SetNoLimitBelowItsSource.asks({ limit, value: number }, boundsOf(limit))

export const DecideSchemePolicy = command("scheme", "DecideSchemePolicy", {
  title: "Decide a limit",
  says: "Sets a limit of the scheme from a day on; what was decided before that day keeps the limit that it had",
  fields: {
    scheme: whichScheme,
    limit: open(oneOf(limitWords), "Which limit?"),
    value,
    from,
    decidedBy: tagged("staff", idOf("staff"), "Who decided it?"),
    on: open(aPastDate, "On which day was it decided?", "For example, 27 2 2014.")
  }
})

export const decideSchemePolicy = decision(
  DecideSchemePolicy,
  [KeepTheOrderOfEvents, SetNoLimitBelowItsSource, NameOnlyStaffInPost],
  function*(command) {
    const scheme = yield* read(Scheme, command.scheme)
    const { adoptedOn, establishment } = scheme
    if (!can(scheme, "DecideSchemePolicy") || establishment === null) return notNow(scheme)
    const { decidedBy, from, limit, on, scheme: of, value } = command
    const staff = yield* read(Staff, decidedBy)
    return judge(
      inOrder([on, adoptedOn], [from, on]),
      withinBounds(limit, value),
      namedInPost(on, staff)
    ).accept(() => [SchemePolicyDecided.make({ of, on, data: { establishment, limit, value, from, decidedBy } })])
  }
)

export const CorrectSchemePolicy = command("scheme", "CorrectSchemePolicy", {
  title: "Correct a limit",
  says: "Puts right a limit that was recorded otherwise than it was decided; to decide anew, decide the limit again",
  fields: {
    scheme: whichScheme,
    decision: open(idOf("event"), "Which decision?"),
    value,
    from,
    reason: personal(text(1000, true), { subject: "actor", keep: "administration" }, "Why is it corrected?")
  }
})

export const correctSchemePolicy = decision(
  CorrectSchemePolicy,
  [KeepTheOrderOfEvents, SetNoLimitBelowItsSource],
  function*(command) {
    const scheme = yield* read(Scheme, command.scheme)
    const { establishment, policy } = scheme
    if (!can(scheme, "CorrectSchemePolicy") || establishment === null) return notNow(scheme)
    const { from, scheme: of, value } = command
    const decided = policy.find((one) => one.id === command.decision)
    if (decided === undefined) return notNow(scheme, "No such decision stands in this scheme")
    if (decided.from === from && decided.value === value) return notNow(scheme, "It is recorded like this already")
    const { decidedOn, id: corrects, limit } = decided
    return judge(inOrder([from, decidedOn]), withinBounds(limit, value)).accept(() => [
      SchemePolicyCorrected.make({ of, on: decidedOn, corrects, data: { establishment, limit, value, from } })
    ])
  }
)
