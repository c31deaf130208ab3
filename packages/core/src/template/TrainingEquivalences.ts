/**
 * Equivalences: what a session of one template counts for in another. Somebody decides it, session by session; titles
 * that are alike decide nothing. One decision stands at a time: a later day takes another, an error is withdrawn first.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, idOf } from "../language/Kind.ts"
import { say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { LeaveNothingToLearnOfAWhole } from "./rules/LeaveNothingToLearnOfAWhole.ts"
import { SayWhatIsLeftToLearn } from "./rules/SayWhatIsLeftToLearn.ts"
import { decidedBy, keysOf, onWhichDay, whichTemplate, why } from "./TemplateChoice.ts"
import { aCredit, aTopUp, TrainingEquivalenceGranted, TrainingEquivalenceWithdrawn } from "./TemplateEvents.ts"
import { refusedNow, templateNotNow, TrainingTemplate } from "./TrainingTemplate.ts"
import type { Equivalence } from "./TrainingTemplate.ts"

export const GrantTrainingEquivalence = command("template", "GrantTrainingEquivalence", {
  title: "Decide what a session counts for",
  says: "Decides whether a session of another template counts for one of this template, in full, in part or not",
  fields: {
    template: tagged("template", idOf("template"), "For which template?"),
    session: open(aSession, "For which of its sessions?"),
    from: tagged("template", idOf("template"), "From which other template?"),
    fromSession: open(aSession, "Which of its sessions?"),
    credit: open(aCredit, "What does it count for?"),
    topUp: optional(open(aTopUp, "What is left to learn?", "Only where it counts in part.")),
    topUpMinutes: optional(open(aCount(1, 600), "How many minutes is that?", "Only where it counts in part.")),
    decidedBy,
    on: onWhichDay,
    reason: why
  }
})

/** What a command says of two sessions. */
interface Granting {
  readonly template: string
  readonly from: string
  readonly fromSession: SessionKey
  readonly session: SessionKey
  readonly credit: Equivalence["credit"]
  readonly topUpMinutes?: number
  readonly on: LocalDate
}

/** Why nothing can be decided of these two sessions on the day, as a sentence; null where it can. */
const whyNot = (template: TrainingTemplate, from: TrainingTemplate, granting: Granting): string | null => {
  const { credit, fromSession, on, session, topUpMinutes = 0 } = granting
  const isOf = (one: TrainingTemplate, key: SessionKey) => one.sessions.some((each) => each.session === key)
  if (granting.from === granting.template || !isOf(template, session) || !isOf(from, fromSession)) {
    return "Name a session of this template and a session of another one"
  }
  const newest = template.equivalences.filter((one) =>
    one.from === granting.from && one.fromSession === fromSession && one.session === session
  ).at(-1)
  if (newest === undefined) return null
  if (newest.credit === credit && newest.topUpMinutes === topUpMinutes) return "This is decided already"
  return on > newest.on
    ? null
    : `What it counts for is decided from ${say(newest.on)}. Withdraw that first, or decide for a later day`
}

export const grantTrainingEquivalence = decision(
  GrantTrainingEquivalence,
  [SayWhatIsLeftToLearn, LeaveNothingToLearnOfAWhole, NameOnlyStaffInPost],
  function*(command) {
    const template = yield* read(TrainingTemplate, command.template)
    const refused = refusedNow(template, "GrantTrainingEquivalence")
    if (refused !== null) return refused
    const problem = whyNot(template, yield* read(TrainingTemplate, command.from), command)
    if (problem !== null) return templateNotNow(template, problem)
    const { credit, decidedBy: by, from, fromSession, on, session, topUp, topUpMinutes } = command
    const inPart = credit === "PARTIAL"
    const isSaid = topUp !== undefined && topUpMinutes !== undefined
    return judge(
      SayWhatIsLeftToLearn.asks({ inPart, said: isSaid }),
      LeaveNothingToLearnOfAWhole.asks({ inPart, said: topUp !== undefined || topUpMinutes !== undefined }),
      namedInPost(on, yield* read(Staff, by))
    ).accept(() => [
      TrainingEquivalenceGranted.make({
        of: command.template,
        on,
        data: {
          ...keysOf(template),
          from,
          fromSession,
          session,
          credit,
          ...(inPart && isSaid ? { topUp, topUpMinutes } : {}),
          decidedBy: by
        }
      })
    ])
  }
)

export const WithdrawTrainingEquivalence = command("template", "WithdrawTrainingEquivalence", {
  title: "Withdraw a decision about an equivalence",
  says:
    "The decision was wrong and counts no longer; credits that were given by it stay, and wait until somebody decides",
  fields: { template: whichTemplate, entry: open(idOf("event"), "Which decision?"), reason: why }
})

export const withdrawTrainingEquivalence = decision(WithdrawTrainingEquivalence, [], function*(command) {
  const template = yield* read(TrainingTemplate, command.template)
  const refused = refusedNow(template, "WithdrawTrainingEquivalence")
  if (refused !== null) return refused
  const entry = template.equivalences.find(({ event }) => event === command.entry)
  if (entry === undefined) return templateNotNow(template, "There is no such decision")
  return judge().accept(() => [
    TrainingEquivalenceWithdrawn.make({
      of: command.template,
      on: entry.on,
      corrects: entry.event,
      data: { ...keysOf(template), from: entry.from }
    })
  ])
})
