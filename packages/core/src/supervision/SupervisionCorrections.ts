/**
 * Corrections of a supervision: what was recorded in error is put right by an event that points at it. When the next is
 * due is derived anew; what was recorded before stays visible.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import { aPastDate, idOf } from "../language/Kind.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { bothThere } from "./bothThere.ts"
import { neighboursIn } from "./neighboursIn.ts"
import { MeetWhileBothAreThere } from "./rules/MeetWhileBothAreThere.ts"
import { whichSupervision, why } from "./Supervising.ts"
import { Supervision, supervisionsOf } from "./Supervision.ts"
import {
  SupervisionDateCorrected,
  SupervisionEntryVoided,
  SupervisionReopened,
  SupervisionVoided
} from "./SupervisionEvents.ts"
import { keysOf, nothingLikeIt, refusedNow, supervisionSteps } from "./supervisionSteps.ts"

const whichEntry = open(idOf("event"), "Which entry?")

export const CorrectSupervisionDate = command("supervision", "CorrectSupervisionDate", {
  title: "Correct a date of a supervision",
  says: "It was arranged, held, missed, changed or ended on another day than was recorded",
  fields: {
    supervision: whichSupervision,
    entry: whichEntry,
    happenedOn: open(aPastDate, "On which day did it really happen?", "For example, 27 4 2016."),
    reason: why
  }
})

export const correctSupervisionDate = decision(
  CorrectSupervisionDate,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed, MeetWhileBothAreThere],
  function*(command) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "CorrectSupervisionDate")
    if (refused !== null) return refused
    const { entry: named, happenedOn } = command
    const { ended, sessions, supervisors } = supervision
    const entry = [...supervisors, ...sessions, ...(ended === null ? [] : [ended])]
      .find(({ event }) => event === named)
    if (entry === undefined) {
      return nothingLikeIt(supervision, "The supervision has no such entry with a date of its own")
    }
    if (entry.on === happenedOn) return nothingLikeIt(supervision, "It is recorded for that day already")
    const isSession = sessions.some(({ event }) => event === named)
    const held = sessions.filter(({ outcome }) => outcome === "Held")
    if (isSession && held.some(({ on }) => on === happenedOn)) {
      return nothingLikeIt(supervision, "A supervision of that day is recorded already")
    }
    const appointment = yield* read(Appointment, supervision.appointment)
    const { after, before } = neighboursIn(supervision, named)
    return judge(
      inOrder([happenedOn, appointment.begun?.on ?? null], ...before.map((day) => [happenedOn, day] as const)),
      beforeWhatFollowed(happenedOn, after),
      yield* bothThere(supervision, happenedOn, held.some(({ event }) => event === named))
    ).accept(() => [
      SupervisionDateCorrected.make({
        of: command.supervision,
        on: happenedOn,
        corrects: entry.event,
        data: { ...keysOf(supervision, entry.on), happenedOn }
      })
    ])
  }
)

export const StrikeOutSupervisionEntry = command("supervision", "StrikeOutSupervisionEntry", {
  title: "Strike out an entry of a supervision",
  says: "A scheduled day, a session or a change of supervisor was recorded in error and counts no longer",
  fields: { supervision: whichSupervision, entry: whichEntry, reason: why }
})

export const strikeOutSupervisionEntry = decision(StrikeOutSupervisionEntry, [], function*(command) {
  const supervision = yield* read(Supervision, command.supervision)
  const refused = refusedNow(supervision, "StrikeOutSupervisionEntry")
  if (refused !== null) return refused
  const { arranged, planned, sessions, supervisors } = supervision
  const entry = [...supervisors, ...planned, ...sessions].find(({ event }) => event === command.entry)
  if (entry === undefined) {
    return nothingLikeIt(supervision, "The supervision has no such entry that could be struck out")
  }
  if (entry.event === arranged?.event) {
    return nothingLikeIt(supervision, "Without the arrangement nothing is left. Void the supervision instead")
  }
  return judge().accept(() => [
    SupervisionEntryVoided.make({
      of: command.supervision,
      on: entry.on,
      corrects: entry.event,
      data: { ...keysOf(supervision, entry.on), voided: entry.event }
    })
  ])
})

export const VoidSupervision = command("supervision", "VoidSupervision", {
  title: "Void the supervision",
  says: "The arrangement was recorded in error, such as for another worker; nothing of it counts",
  fields: {
    supervision: whichSupervision,
    reason: why,
    on: open(aPastDate, "On which day was this found out?", "For example, 27 4 2016.")
  }
})

export const voidSupervision = decision(VoidSupervision, [KeepTheOrderOfEvents], function*(command) {
  const supervision = yield* read(Supervision, command.supervision)
  const refused = refusedNow(supervision, "VoidSupervision")
  if (refused !== null) return refused
  const { arranged } = supervision
  if (arranged === null) return nothingLikeIt(supervision, "The supervision was never arranged")
  return judge(inOrder([command.on, arranged.on])).accept(() => [
    SupervisionVoided.make({
      of: command.supervision,
      on: command.on,
      corrects: arranged.event,
      data: keysOf(supervision)
    })
  ])
})

export const ReopenSupervision = command("supervision", "ReopenSupervision", {
  title: "Reopen a supervision",
  says: "That the arrangement ended was recorded in error; it goes on as before",
  fields: {
    supervision: whichSupervision,
    reason: why,
    on: open(aPastDate, "On which day was this found out?", "For example, 27 4 2016.")
  }
})

export const reopenSupervision = decision(ReopenSupervision, [KeepTheOrderOfEvents], function*(command) {
  const supervision = yield* read(Supervision, command.supervision)
  const refused = refusedNow(supervision, "ReopenSupervision")
  if (refused !== null) return refused
  const { ended } = supervision
  if (ended === null) return nothingLikeIt(supervision, "The supervision is open")
  const others = yield* supervisionsOf(supervision.appointment)
  const under = others.find(({ status }) => status === "Arranged")
  if (under !== undefined) {
    return wrongMoment("supervision", under.status, under.changed, supervisionSteps[under.status])
  }
  return judge(inOrder([command.on, ended.on])).accept(() => [
    SupervisionReopened.make({
      of: command.supervision,
      on: command.on,
      corrects: ended.event,
      data: keysOf(supervision)
    })
  ])
})
