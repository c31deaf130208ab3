/**
 * The note of a supervision: what both may read, and what is for the supervisor alone. Until it is locked it may be
 * rewritten; after that it is only added to.
 */
import { deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal } from "../language/Field.ts"
import { milliseconds } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { RewriteNoLockedNote } from "./rules/RewriteNoLockedNote.ts"
import { WriteOnlyYourOwnNote } from "./rules/WriteOnlyYourOwnNote.ts"
import { whichSupervision } from "./Supervising.ts"
import { Supervision } from "./Supervision.ts"
import type { Session } from "./Supervision.ts"
import { reserved, shared, SupervisionAddendumWritten, SupervisionNoteRewritten } from "./SupervisionEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./supervisionSteps.ts"

export const supervisorNote = optional(
  personal(
    text(10_000, true),
    reserved,
    "What does the supervisor note for themselves?",
    "Only the supervisor and safeguarding can read this. Leave it empty if you are not the supervisor."
  )
)

export const writesOwn = { writesOwn: open(yesOrNo, "Holds a note of the supervisor's own") }

const noteFields = {
  supervision: whichSupervision,
  session: open(idOf("event"), "Which session?"),
  sharedNote: optional(personal(text(10_000, true), shared, "What do both take from it?", "The worker may read this.")),
  supervisorNote
}

const heldAs = ({ sessions }: Supervision, session: string): Session | undefined =>
  sessions.find(({ event, outcome }) => event === session && outcome === "Held")

const written = { ...writesOwn, writesAnything: open(yesOrNo, "Says something") }

const writtenIn = (
  { sharedNote, supervisorNote }: { readonly sharedNote?: string; readonly supervisorNote?: string }
) => ({
  writesOwn: supervisorNote !== undefined,
  writesAnything: sharedNote !== undefined || supervisorNote !== undefined
})

const nothingWritten = "Nothing is written. Say what both take from it, or what the supervisor notes for themselves"

const noSession = "No such session was held in this supervision"

export const RewriteSupervisionNote = deriving(
  "supervision",
  "RewriteSupervisionNote",
  {
    title: "Rewrite the note of a supervision",
    says: "The note says this instead; possible until it is locked",
    fields: noteFields
  },
  written,
  writtenIn
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
    if (!command.writesAnything) return nothingLikeIt(supervision, nothingWritten)
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
  written,
  writtenIn
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
    if (!command.writesAnything) return nothingLikeIt(supervision, nothingWritten)
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
