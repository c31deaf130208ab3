/**
 * A supervision that was held: the four prompts, what both may read, and what is for the supervisor alone.
 *
 * Nothing of what was said reaches a decision: it is told only that something was raised, that it has to be passed on,
 * and whether a reason stands there. Of an escalation that is about whoever names it they are told that there is none.
 */
import { isProtecting } from "../escalation/Concern.ts"
import { Escalation } from "../escalation/Escalation.ts"
import { keptAwayFrom } from "../escalation/LinkedInto.ts"
import { deriving } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idsOf, text, yesOrNo } from "../language/Kind.ts"
import { identityOf } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { bothThere } from "./bothThere.ts"
import { MeetWhileBothAreThere } from "./rules/MeetWhileBothAreThere.ts"
import { NameOnlyWhatPassesItOn } from "./rules/NameOnlyWhatPassesItOn.ts"
import { PassOnExploitation } from "./rules/PassOnExploitation.ts"
import { WriteOnlyYourOwnNote } from "./rules/WriteOnlyYourOwnNote.ts"
import { whichSupervision } from "./Supervising.ts"
import { nextMeeting, Supervision, supervisorIn } from "./Supervision.ts"
import { exploitationAnswer, promptAnswer, shared, SupervisionHeld, workloadAnswer } from "./SupervisionEvents.ts"
import { supervisorNote, writesOwn } from "./SupervisionNotes.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./supervisionSteps.ts"

export const HoldSupervision = deriving(
  "supervision",
  "HoldSupervision",
  {
    title: "Record a supervision",
    says: "The supervisor and the worker met; all four prompts were asked",
    fields: {
      supervision: whichSupervision,
      on: open(aPastDate, "On which day did they meet?", "For example, 27 4 2016."),
      exploitation: personal(
        exploitationAnswer,
        shared,
        "Is anybody exploited or bullied, the worker or by the worker?",
        "Ask it every time, and of both."
      ),
      workload: personal(workloadAnswer, shared, "How is the workload?"),
      confidentiality: personal(promptAnswer, shared, "Was anything hard about keeping confidences?"),
      boundaries: personal(
        promptAnswer,
        shared,
        "Were there dilemmas about boundaries?",
        "To speak of one is never held against a worker."
      ),
      sharedNote: personal(
        text(10_000, true),
        shared,
        "What do both take from it?",
        "The worker may read this."
      ),
      supervisorNote,
      escalations: optional(
        tagged("escalation", idsOf("escalation"), "Which escalations pass it on?", "If somebody may be exploited.")
      ),
      whyNotEscalated: optional(
        personal(text(2000, true), shared, "Why is it not escalated?", "Only if somebody may be exploited.")
      )
    }
  },
  {
    toPassOn: open(yesOrNo, "Something has to be passed on"),
    concernsRaised: open(yesOrNo, "One of the prompts raised something"),
    reasonGiven: open(yesOrNo, "It is recorded why it is not escalated"),
    ...writesOwn
  },
  (values) => {
    const toPassOn = values.exploitation !== "NOTHING"
    const others = [values.confidentiality, values.boundaries].includes("RAISED") || values.workload !== "MANAGEABLE"
    return {
      toPassOn,
      concernsRaised: toPassOn || others,
      reasonGiven: values.whyNotEscalated !== undefined,
      writesOwn: values.supervisorNote !== undefined
    }
  }
)

/** Whether whoever names them may know of all of them: nobody hears of one from which they are kept away. */
function* areKnownTo(
  staff: string,
  ids: ReadonlyArray<string>,
  named: ReadonlyArray<Escalation>
): Reading<boolean> {
  for (const [index, state] of named.entries()) {
    const keptAway = yield* keptAwayFrom(ids[index] ?? "", state)
    if (state.stage === "Unknown" || keptAway.includes(staff)) return false
  }
  return true
}

/** Whether it may be what passes exploitation on: about the worker, or on a way that protects. */
const mayPassOn = ({ subject, ways }: Escalation, { ids }: Identity): boolean =>
  ways.some(isProtecting) || (subject !== null && ids.includes(subject))

export const holdSupervision = decision(
  HoldSupervision,
  [
    KeepTheOrderOfEvents,
    MeetWhileBothAreThere,
    PassOnExploitation,
    NameOnlyWhatPassesItOn,
    WriteOnlyYourOwnNote
  ],
  function*(command, { actor }) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "HoldSupervision")
    if (refused !== null) return refused
    const { escalations = [], on } = command
    if (supervision.sessions.some((one) => one.outcome === "Held" && one.on === on)) {
      return nothingLikeIt(supervision, "A supervision of that day is recorded already")
    }
    const named = yield* readAll(Escalation, escalations)
    if (!(yield* areKnownTo(actor.id, escalations, named))) {
      return nothingLikeIt(supervision, "There is no such escalation. Raise it first")
    }
    const next = nextMeeting(supervision)
    const worker = yield* identityOf(supervision.person)
    return judge(
      inOrder([on, supervision.arranged?.on ?? null]),
      yield* bothThere(supervision, on),
      PassOnExploitation.asks({
        toPassOn: command.toPassOn,
        escalated: escalations.length > 0,
        reasonGiven: command.reasonGiven
      }),
      NameOnlyWhatPassesItOn.asks({ passesItOn: named.every((one) => mayPassOn(one, worker)) }),
      WriteOnlyYourOwnNote.asks({
        writesOwn: command.writesOwn,
        isSupervisor: supervisorIn(supervision, on) === actor.id
      })
    ).accept(() => [
      SupervisionHeld.make({
        of: command.supervision,
        on,
        data: {
          ...keysOf(supervision, on),
          concernsRaised: command.concernsRaised,
          ...(next === null || on < next.on ? {} : { scheduled: next.event }),
          ...(escalations.length === 0 ? {} : { escalations })
        }
      })
    ])
  }
)
