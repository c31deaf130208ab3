/**
 * Who is eligible for a role: the scheme decides what it asks for, and whether a reason may stand for what is missing.
 *
 * What was decided counts for selections from its day on. To put right what was recorded wrongly, decide it again for
 * the same day.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { isSameList } from "../record/isSameList.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { someCriteria, whatAGapMeans } from "./EligibilityCriteria.ts"
import { eligibilityOn, roleProfileOf, Scheme } from "./Scheme.ts"
import { EligibilityCriteriaDecided } from "./SchemeEvents.ts"
import { whichScheme } from "./SchemePreparation.ts"
import { can, notNow } from "./schemeSteps.ts"

export const DecideEligibilityCriteria = command("scheme", "DecideEligibilityCriteria", {
  title: "Decide who is eligible for a role",
  says: "Says what somebody must meet to be selected for a role, and whether a reason may stand for what is missing",
  fields: {
    scheme: whichScheme,
    roleProfile: tagged("roleProfile", idOf("roleProfile"), "For which role?"),
    criteria: open(someCriteria, "What must somebody meet?", "Leave empty to ask for nothing."),
    gap: open(whatAGapMeans, "What if they do not meet all of it?"),
    decidedBy: tagged("staff", idOf("staff"), "Who decided it?"),
    on: open(aPastDate, "From which day?", "For example, 27 2 2014.")
  }
})

export const decideEligibilityCriteria = decision(
  DecideEligibilityCriteria,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command) {
    const scheme = yield* read(Scheme, command.scheme)
    const { adoptedOn, establishment } = scheme
    if (!can(scheme, "DecideEligibilityCriteria") || establishment === null) return notNow(scheme)
    const { criteria, decidedBy, gap, on, roleProfile, scheme: of } = command
    if (roleProfileOf(scheme, roleProfile) === null) {
      return notNow(scheme, "The scheme has no such role. Publish a role profile first")
    }
    const before = eligibilityOn(scheme, roleProfile, on)
    const isSame = before !== null && before.gap === gap && isSameList(before.criteria, criteria)
    if (isSame) return notNow(scheme, "The scheme asks for that already on that day")
    return judge(
      inOrder([on, adoptedOn]),
      namedInPost(on, yield* read(Staff, decidedBy))
    ).accept(() => [
      EligibilityCriteriaDecided.make({ of, on, data: { establishment, roleProfile, criteria, gap, decidedBy } })
    ])
  }
)
