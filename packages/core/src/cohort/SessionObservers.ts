/**
 * Who was at a session beside those who taught it and those whom they taught: who observed it, which experienced worker
 * helped, and whether the time was protected. What was recorded of it is put right here.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Occurrence } from "../language/Event.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { idOf, idsOf, yesOrNo } from "../language/Kind.ts"
import { isSameList } from "../record/isSameList.ts"
import { everybodyInPost } from "../staff/everybodyInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { LetSomebodyElseJudge } from "../trainer/rules/LetSomebodyElseJudge.ts"
import { Cohort, sessionIn } from "./Cohort.ts"
import type { CohortSession } from "./Cohort.ts"
import { whichCohort, why } from "./CohortPlan.ts"
import { whichSession } from "./CohortSessions.ts"
import { cohortNotNow, keysOf, refusedNow } from "./cohortSteps.ts"
import { everybodyInRole } from "./everybodyInRole.ts"
import { AskOnlyWorkers } from "./rules/AskOnlyWorkers.ts"
import { TrainingSessionObserversCorrected } from "./SessionObserverEvents.ts"

export const CorrectSessionObservers = command("cohort", "CorrectSessionObservers", {
  title: "Correct who else was at a session",
  says:
    "Others observed the session or helped than was recorded; what you leave out was not so, and who taught it stays",
  fields: {
    cohort: whichCohort,
    session: whichSession,
    observers: tagged("staff", idsOf("staff", 4), "Who really observed it?"),
    helper: optional(tagged("person", idOf("person"), "Which experienced worker really helped?")),
    timeProtected: open(yesOrNo, "Was the time really protected?"),
    reason: why
  }
})

type Company = Pick<CohortSession, "helper" | "observers" | "timeProtected">

/** The session as it was held, with others beside those who taught it. */
export const withCompany = (
  of: string,
  cohort: Cohort,
  held: CohortSession & { readonly delivered: { readonly event: string; readonly on: CohortSession["heldOn"] } },
  { helper, observers, timeProtected }: Company
): Occurrence =>
  TrainingSessionObserversCorrected.make({
    of,
    on: held.delivered.on,
    corrects: held.delivered.event,
    data: {
      ...keysOf(cohort),
      session: held.session,
      observers,
      ...(helper === null ? {} : { helper }),
      timeProtected,
      formerObservers: held.observers,
      ...(held.helper === null ? {} : { formerHelper: held.helper })
    }
  })

export const correctSessionObservers = decision(
  CorrectSessionObservers,
  [LetSomebodyElseJudge, NameOnlyStaffInPost, AskOnlyWorkers],
  function*(command) {
    const cohort = yield* read(Cohort, command.cohort)
    const refused = refusedNow(cohort, "CorrectSessionObservers")
    if (refused !== null) return refused
    const held = sessionIn(cohort, command.session)
    if (held === null || held.delivered === null) return cohortNotNow(cohort, "The session was not delivered")
    const { delivered, deliverers } = held
    const { helper = null, observers, timeProtected } = command
    const isSame = helper === held.helper && timeProtected === held.timeProtected
    if (isSame && isSameList(observers, held.observers)) return cohortNotNow(cohort, "It is recorded like this already")
    return judge(
      LetSomebodyElseJudge.asks({ themselves: observers.some((one) => deliverers.includes(one)) }),
      yield* everybodyInPost(observers, delivered.on),
      yield* everybodyInRole(cohort, helper === null ? [] : [helper], delivered.on)
    ).accept(() => [
      withCompany(command.cohort, cohort, { ...held, delivered }, { helper, observers, timeProtected })
    ])
  }
)
