/**
 * A supervision that was held: the four prompts, what both may read, and what is for the supervisor alone.
 *
 * Nothing of what was said reaches a decision: it is told only that something was raised, that it has to be passed on,
 * and whether a reason stands there. Until the note is locked it may be rewritten; after that it is only added to.
 */
import { Escalation } from "../escalation/Escalation.ts"
import { deriving } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { milliseconds } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, idsOf, text, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { PassOnExploitation } from "./rules/PassOnExploitation.ts"
import { RewriteNoLockedNote } from "./rules/RewriteNoLockedNote.ts"
import { WriteOnlyYourOwnNote } from "./rules/WriteOnlyYourOwnNote.ts"
import { whichSupervision } from "./Supervising.ts"
import { nextMeeting, Supervision, supervisorIn } from "./Supervision.ts"
import type { Session } from "./Supervision.ts"
import {
  exploitationAnswer,
  promptAnswer,
  reserved,
  shared,
  SupervisionAddendumWritten,
  SupervisionHeld,
  SupervisionNoteRewritten,
  workloadAnswer
} from "./SupervisionEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./supervisionSteps.ts"

const supervisorNote = optional(
  personal(
    text(10_000, true),
    reserved,
    "What does the supervisor note for themselves?",
    "Only the supervisor and safeguarding can read this. Leave it empty if you are not the supervisor."
  )
)

const writesOwn = { writesOwn: open(yesOrNo, "Holds a note of the supervisor's own") }

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

export const holdSupervision = decision(
  HoldSupervision,
  [KeepTheOrderOfEvents, PassOnExploitation, WriteOnlyYourOwnNote],
  function*(command, { actor }) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "HoldSupervision")
    if (refused !== null) return refused
    const { escalations = [], on } = command
    if (supervision.sessions.some((one) => one.outcome === "Held" && one.on === on)) {
      return nothingLikeIt(supervision, "A supervision of that day is recorded already")
    }
    const named = yield* readAll(Escalation, escalations)
    if (named.some(({ stage }) => stage === "Unknown")) {
      return nothingLikeIt(supervision, "There is no such escalation. Raise it first")
    }
    const next = nextMeeting(supervision)
    return judge(
      inOrder([on, supervision.arranged?.on ?? null]),
      PassOnExploitation.asks({
        toPassOn: command.toPassOn,
        escalated: escalations.length > 0,
        reasonGiven: command.reasonGiven
      }),
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

const noteFields = {
  supervision: whichSupervision,
  session: open(idOf("event"), "Which session?"),
  sharedNote: optional(personal(text(10_000, true), shared, "What do both take from it?", "The worker may read this.")),
  supervisorNote
}

const heldAs = ({ sessions }: Supervision, session: string): Session | undefined =>
  sessions.find(({ event, outcome }) => event === session && outcome === "Held")

const noSession = "No such session was held in this supervision"

export const RewriteSupervisionNote = deriving(
  "supervision",
  "RewriteSupervisionNote",
  {
    title: "Rewrite the note of a supervision",
    says: "The note says this instead; possible until it is locked",
    fields: noteFields
  },
  writesOwn,
  (values) => ({ writesOwn: values.supervisorNote !== undefined })
)

const millisecondsInHour = 3_600_000

export const rewriteSupervisionNote = decision(
  RewriteSupervisionNote,
  [RewriteNoLockedNote, WriteOnlyYourOwnNote],
  function*(command, { actor, now }) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "RewriteSupervisionNote")
    if (refused !== null) return refused
    const session = heldAs(supervision, command.session)
    if (session === undefined) return nothingLikeIt(supervision, noSession)
    const scheme = yield* read(Scheme, supervision.scheme)
    const past = Math.max(0, milliseconds(now) - milliseconds(session.recordedAt))
    return judge(
      RewriteNoLockedNote.asks(
        { hours: Math.floor(past / millisecondsInHour) },
        { hours: limitOn(scheme, "supervisionNoteHours", session.on) }
      ),
      WriteOnlyYourOwnNote.asks({ writesOwn: command.writesOwn, isSupervisor: session.supervisor === actor.id })
    ).accept(() => [
      SupervisionNoteRewritten.make({
        of: command.supervision,
        on: session.on,
        corrects: session.event,
        data: { ...keysOf(supervision), supervisor: session.supervisor, session: session.event }
      })
    ])
  }
)

export const AddToSupervisionNote = deriving(
  "supervision",
  "AddToSupervisionNote",
  {
    title: "Add to the note of a supervision",
    says: "Adds something to the note, which stays as it is; always possible",
    fields: { ...noteFields, on: open(aPastDate, "On which day is this added?", "For example, 27 4 2016.") }
  },
  writesOwn,
  (values) => ({ writesOwn: values.supervisorNote !== undefined })
)

export const addToSupervisionNote = decision(
  AddToSupervisionNote,
  [KeepTheOrderOfEvents, WriteOnlyYourOwnNote],
  function*(command, { actor }) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "AddToSupervisionNote")
    if (refused !== null) return refused
    const session = heldAs(supervision, command.session)
    if (session === undefined) return nothingLikeIt(supervision, noSession)
    return judge(
      inOrder([command.on, session.on]),
      WriteOnlyYourOwnNote.asks({ writesOwn: command.writesOwn, isSupervisor: session.supervisor === actor.id })
    ).accept(() => [
      SupervisionAddendumWritten.make({
        of: command.supervision,
        on: command.on,
        data: { ...keysOf(supervision), supervisor: session.supervisor, session: session.event }
      })
    ])
  }
)
