/**
 * Corrections of a shadowing placement: a wrong start, mentor, worker, pause or day of a replacement is put right by an event that points at
 * what it corrects. What follows is counted again; what was recorded before stays visible.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { readSchooled } from "../appointment/Schooling.ts"
import { holderOf, readySince } from "../appointment/Standing.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf } from "../language/Kind.ts"
import { addDays } from "../language/LocalDate.ts"
import { identityOf, isSamePerson, isTheirs } from "../person/Identity.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { keysOf, mentorsNamed, placementsFor } from "./Placement.ts"
import { ShadowSomebodyElse } from "./rules/ShadowSomebodyElse.ts"
import { followedFromStart, isOpen, replacementsIn, Shadowing, signedOffIn } from "./Shadowing.ts"
import {
  ShadowingMentorCorrected,
  ShadowingPauseCorrected,
  ShadowingPauseVoided,
  ShadowingPersonCorrected,
  ShadowingStartCorrected,
  ShadowMentorReplacementCorrected
} from "./ShadowingEvents.ts"
import { whichShadowing, why } from "./ShadowingStart.ts"
import { nothingLikeIt, refusedNow } from "./shadowingSteps.ts"

const whichPause = open(idOf("event"), "Which pause?")

export const CorrectShadowingStart = command("shadowing", "CorrectShadowingStart", {
  title: "Correct the start of a shadowing",
  says: "The shadowing began on another day than was recorded; the days are counted again",
  fields: {
    shadowing: whichShadowing,
    startedOn: open(aPastDate, "On which day did it really start?", "For example, 27 3 2016."),
    reason: why
  }
})

export const correctShadowingStart = decision(
  CorrectShadowingStart,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "CorrectShadowingStart")
    if (refused !== null) return refused
    const { started } = shadowing
    const { startedOn } = command
    if (started === null) return nothingLikeIt(shadowing, "The shadowing has not started")
    if (shadowing.startedOn === startedOn) {
      return nothingLikeIt(shadowing, "The start is recorded for that day already")
    }
    const appointment = yield* readSchooled(shadowing.appointment)
    return judge(
      inOrder([startedOn, readySince(appointment)]),
      beforeWhatFollowed(startedOn, [
        ...followedFromStart(shadowing),
        signedOffIn(shadowing)
      ])
    ).accept(() => [
      ShadowingStartCorrected.make({
        of: command.shadowing,
        on: startedOn,
        corrects: started,
        data: keysOf(shadowing)
      })
    ])
  }
)

export const CorrectShadowMentor = command("shadowing", "CorrectShadowMentor", {
  title: "Correct the mentor of a shadowing",
  says: "Another mentor was shadowed than was recorded; the days are counted again with the right one",
  fields: {
    shadowing: whichShadowing,
    recordedMentor: tagged("person", idOf("person"), "Which mentor was recorded wrongly?"),
    mentor: tagged("person", idOf("person"), "Who was really shadowed?"),
    reason: why
  }
})

export const correctShadowMentor = decision(CorrectShadowMentor, [ShadowSomebodyElse], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "CorrectShadowMentor")
  if (refused !== null) return refused
  const stint = shadowing.stints.find((one) => one.mentor === command.recordedMentor)
  if (stint === undefined) return nothingLikeIt(shadowing, "The shadowing was not recorded with that mentor")
  if (stint.mentor === command.mentor) {
    return nothingLikeIt(shadowing, "The shadowing is recorded with that mentor already")
  }
  const worker = yield* holderOf(yield* read(Appointment, shadowing.appointment))
  const mentor = yield* identityOf(command.mentor, stint.from)
  if (mentor.person.status === "Unknown") {
    return nothingLikeIt(shadowing, "There is no such person. Register the right mentor first")
  }
  return judge(ShadowSomebodyElse.asks({ samePerson: isSamePerson(worker, mentor) })).accept(() => [
    ShadowingMentorCorrected.make({
      of: command.shadowing,
      on: stint.from,
      corrects: stint.event,
      data: { ...keysOf(shadowing), mentor: command.mentor, formerMentor: command.recordedMentor }
    })
  ])
})

export const CorrectShadowMentorReplacement = command("shadowing", "CorrectShadowMentorReplacement", {
  title: "Correct the day of another mentor",
  says:
    "Another mentor took over on another day than was recorded; each day is counted again with the mentor of that day",
  fields: {
    shadowing: whichShadowing,
    replacement: open(idOf("event"), "Which mentor took over?"),
    replacedOn: open(aPastDate, "From which day was that mentor really shadowed?", "For example, 27 3 2016."),
    reason: why
  }
})

export const correctShadowMentorReplacement = decision(
  CorrectShadowMentorReplacement,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "CorrectShadowMentorReplacement")
    if (refused !== null) return refused
    const { replacedOn } = command
    const stint = replacementsIn(shadowing).find((one) => one.event === command.replacement)
    if (stint === undefined) return nothingLikeIt(shadowing, "No such mentor took over since the shadowing began")
    if (stint.from === replacedOn) return nothingLikeIt(shadowing, "The mentor is recorded from that day already")
    const place = shadowing.stints.indexOf(stint)
    const [before, next] = [shadowing.stints[place - 1], shadowing.stints[place + 1]]
    return judge(
      inOrder([replacedOn, before?.from ?? null]),
      beforeWhatFollowed(replacedOn, [["MENTOR_REPLACED", next?.from ?? null], signedOffIn(shadowing)])
    ).accept(() => [
      ShadowMentorReplacementCorrected.make({
        of: command.shadowing,
        on: replacedOn,
        corrects: stint.event,
        data: { ...keysOf(shadowing), mentor: stint.mentor, formerMentor: before?.mentor ?? stint.mentor }
      })
    ])
  }
)

export const CorrectShadowingPerson = command("shadowing", "CorrectShadowingPerson", {
  title: "Correct the worker of a shadowing",
  says: "The shadowing was recorded for the wrong worker and belongs to another appointment of the same scheme",
  fields: {
    shadowing: whichShadowing,
    appointment: tagged("appointment", idOf("appointment"), "Which new worker really shadowed?"),
    reason: why
  }
})

export const correctShadowingPerson = decision(
  CorrectShadowingPerson,
  [KeepTheOrderOfEvents, ShadowSomebodyElse],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "CorrectShadowingPerson")
    if (refused !== null) return refused
    const right = yield* readSchooled(command.appointment)
    if (right.scheme !== shadowing.scheme || right.step === "Voided") {
      return nothingLikeIt(shadowing, "That appointment is not one of the same scheme")
    }
    if (shadowing.appointment === command.appointment) {
      return nothingLikeIt(shadowing, "The shadowing is recorded for that worker already")
    }
    const { planned } = shadowing
    if (planned === null) return nothingLikeIt(shadowing, "The shadowing was never planned")
    const ready = readySince(right)
    if (ready === null) return nothingLikeIt(shadowing, "The training of that worker is not complete. Record it first")
    const own = yield* placementsFor(command.appointment)
    if (own.some((one) => isOpen(one) || one.signOff !== null)) {
      return nothingLikeIt(shadowing, "That worker has a shadowing of their own. End or correct that one first")
    }
    const worker = yield* holderOf(right)
    const samePerson = mentorsNamed(shadowing).some((named) => isTheirs(worker, named))
    const began = shadowing.startedOn ?? shadowing.startOn ?? planned.on
    return judge(inOrder([began, ready]), ShadowSomebodyElse.asks({ samePerson })).accept(() => [
      ShadowingPersonCorrected.make({
        of: command.shadowing,
        on: planned.on,
        corrects: planned.event,
        data: {
          ...keysOf(shadowing),
          shadower: right.person,
          appointment: command.appointment,
          formerShadower: shadowing.shadower,
          formerAppointment: shadowing.appointment
        }
      })
    ])
  }
)

const rulesOfPause = [KeepTheOrderOfEvents, StayBeforeWhatFollowed] as const

export const CorrectShadowingPause = command("shadowing", "CorrectShadowingPause", {
  title: "Correct a pause of a shadowing",
  says: "The shadowing was paused on other days than was recorded; the days are counted again",
  fields: {
    shadowing: whichShadowing,
    pause: whichPause,
    from: open(aPastDate, "From which day was it really paused?", "The first day that does not count."),
    until: optional(
      open(aPastDate, "Until which day?", "The first day that counts again. Leave empty if it is still paused.")
    ),
    reason: why
  }
})

export const correctShadowingPause = decision(CorrectShadowingPause, rulesOfPause, function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "CorrectShadowingPause")
  if (refused !== null) return refused
  const pause = shadowing.pauses.find((one) => one.event === command.pause)
  if (pause === undefined) return nothingLikeIt(shadowing, "The shadowing has no such pause")
  const { until } = command
  if (pause.from === command.from && pause.until === (until ?? null)) {
    return nothingLikeIt(shadowing, "The pause is recorded for those days already")
  }
  return judge(
    inOrder(
      [command.from, shadowing.startedOn],
      ...(until === undefined ? [] : [[until, addDays(command.from, 1)] as const])
    ),
    beforeWhatFollowed(command.from, [signedOffIn(shadowing)])
  ).accept(() => [
    ShadowingPauseCorrected.make({
      of: command.shadowing,
      on: command.from,
      corrects: pause.event,
      data: { ...keysOf(shadowing), from: command.from, ...(until === undefined ? {} : { until }) }
    })
  ])
})

export const VoidShadowingPause = command("shadowing", "VoidShadowingPause", {
  title: "Strike out a pause of a shadowing",
  says: "The shadowing was not paused on these days; the entry stays visible and counts no longer",
  fields: { shadowing: whichShadowing, pause: whichPause, reason: why }
})

export const voidShadowingPause = decision(VoidShadowingPause, [], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "VoidShadowingPause")
  if (refused !== null) return refused
  const pause = shadowing.pauses.find((one) => one.event === command.pause)
  if (pause === undefined) return nothingLikeIt(shadowing, "The shadowing has no such pause")
  return judge().accept(() => [
    ShadowingPauseVoided.make({
      of: command.shadowing,
      on: pause.from,
      corrects: pause.event,
      data: keysOf(shadowing)
    })
  ])
})
