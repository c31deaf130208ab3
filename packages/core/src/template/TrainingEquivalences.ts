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
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { aSession } from "../training/SessionCatalogue.ts"
import { LeaveNothingToLearnOfAWhole } from "./rules/LeaveNothingToLearnOfAWhole.ts"
import { SayWhatIsLeftToLearn } from "./rules/SayWhatIsLeftToLearn.ts"
import { decidedBy, keysOf, onWhichDay, whichTemplate, why } from "./TemplateChoice.ts"
import { aCredit, aTopUp, TrainingEquivalenceGranted, TrainingEquivalenceWithdrawn } from "./TemplateEvents.ts"
import { refusedNow, templateNotNow, TrainingTemplate } from "./TrainingTemplate.ts"

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

export const grantTrainingEquivalence = decision(
  GrantTrainingEquivalence,
  [SayWhatIsLeftToLearn, LeaveNothingToLearnOfAWhole, NameOnlyStaffInPost],
  function*(command) {
    const template = yield* read(TrainingTemplate, command.template)
    const refused = refusedNow(template, "GrantTrainingEquivalence")
    if (refused !== null) return refused
    const from = yield* read(TrainingTemplate, command.from)
    const { credit, decidedBy: by, fromSession, on, session, topUp, topUpMinutes } = command
    if (
      command.from === command.template || template.sessions.every((one) => one.session !== session) ||
      from.sessions.every((one) => one.session !== fromSession)
    ) {
      return templateNotNow(template, "Name a session of this template and a session of another one")
    }
    const newest = template.equivalences.filter((one) =>
      one.from === command.from && one.fromSession === fromSession && one.session === session
    ).at(-1)
    if (newest?.credit === credit && newest.topUpMinutes === (topUpMinutes ?? 0)) {
      return templateNotNow(template, "This is decided already")
    }
    if (newest !== undefined && on <= newest.on) {
      return templateNotNow(
        template,
        `What it counts for is decided from ${say(newest.on)}. Withdraw that first, or decide for a later day`
      )
    }
    const staff = yield* read(Staff, by)
    return judge(
      SayWhatIsLeftToLearn.asks({
        inPart: credit === "PARTIAL",
        said: topUp !== undefined && topUpMinutes !== undefined
      }),
      LeaveNothingToLearnOfAWhole.asks({
        inPart: credit === "PARTIAL",
        said: topUp !== undefined || topUpMinutes !== undefined
      }),
      namedInPost(on, staff)
    ).accept(() => [
      TrainingEquivalenceGranted.make({
        of: command.template,
        on,
        data: {
          ...keysOf(template),
          from: command.from,
          fromSession,
          session,
          credit,
          ...(credit === "PARTIAL" && topUp !== undefined && topUpMinutes !== undefined
            ? { topUp, topUpMinutes }
            : {}),
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
