/**
 * What interrupts a shadowing placement: it pauses, it resumes, and an interruption may be found out later.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { holderOf, standingsOf } from "../appointment/Standing.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate } from "../language/Kind.ts"
import { addDays } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { timesApart } from "../nonassociation/Apart.ts"
import { identityOf } from "../person/Identity.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { eligibleOn } from "./MentorRules.ts"
import { keysOf, whereTheyMeet } from "./Placement.ts"
import { KeepApartWhoMustBeApart } from "./rules/KeepApartWhoMustBeApart.ts"
import { ShadowAnEligibleMentor } from "./rules/ShadowAnEligibleMentor.ts"
import { mentorOf, Shadowing, signedOffIn } from "./Shadowing.ts"
import { pauseReason, ShadowingInterrupted, ShadowingPaused, ShadowingResumed } from "./ShadowingEvents.ts"
import { whichShadowing } from "./ShadowingStart.ts"
import { nothingLikeIt, refusedNow } from "./shadowingSteps.ts"

const pausedBecause = personal(pauseReason, { subject: "shadower", keep: "scheduling" }, "Why did it pause?")

export const PauseShadowing = command("shadowing", "PauseShadowing", {
  title: "Pause shadowing",
  says: "From a day on, no day counts until the shadowing is resumed",
  fields: {
    shadowing: whichShadowing,
    from: open(aPastDate, "From which day?", "The first day that does not count. For example, 27 3 2016."),
    reason: pausedBecause
  }
})

export const pauseShadowing = decision(PauseShadowing, [KeepTheOrderOfEvents], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "PauseShadowing")
  if (refused !== null) return refused
  return judge(inOrder([command.from, shadowing.startedOn])).accept(() => [
    ShadowingPaused.make({ of: command.shadowing, on: command.from, data: keysOf(shadowing) })
  ])
})

export const ResumeShadowing = command("shadowing", "ResumeShadowing", {
  title: "Resume shadowing",
  says: "Days count again from this day",
  fields: {
    shadowing: whichShadowing,
    on: open(aPastDate, "On which day was it resumed?", "The first day that counts again. For example, 29 3 2016.")
  }
})

export const resumeShadowing = decision(
  ResumeShadowing,
  [KeepTheOrderOfEvents, ShadowAnEligibleMentor, KeepApartWhoMustBeApart],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "ResumeShadowing")
    if (refused !== null) return refused
    const mentor = yield* identityOf(mentorOf(shadowing, command.on), command.on)
    const [standing] = yield* standingsOf([mentor.id])
    const worker = yield* holderOf(yield* read(Appointment, shadowing.appointment))
    const apart = yield* timesApart(worker, mentor, whereTheyMeet)
    const pausedFrom = shadowing.pauses.flatMap((pause) => pause.until === null ? [pause.from] : []).sort().at(-1) ??
      null
    return judge(
      inOrder([command.on, pausedFrom]),
      eligibleOn(standing, shadowing.scheme, command.on),
      KeepApartWhoMustBeApart.asks({ apart: coveredBy(apart, command.on) })
    ).accept(() => [ShadowingResumed.make({ of: command.shadowing, on: command.on, data: keysOf(shadowing) })])
  }
)

export const RecordShadowingInterruption = command("shadowing", "RecordShadowingInterruption", {
  title: "Record an interruption that was found out later",
  says: "The shadowing did not run on some days in the past; a sign-off that no longer holds is shown for a decision",
  fields: {
    shadowing: whichShadowing,
    from: open(aPastDate, "From which day?", "The first day that does not count. For example, 25 3 2016."),
    until: open(aPastDate, "Until which day?", "The first day that counts again. For example, 29 3 2016."),
    reason: pausedBecause
  }
})

export const recordShadowingInterruption = decision(
  RecordShadowingInterruption,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "RecordShadowingInterruption")
    if (refused !== null) return refused
    if (shadowing.pauses.some((pause) => pause.from === command.from && pause.until === command.until)) {
      return nothingLikeIt(shadowing, "An interruption on those days is recorded already")
    }
    return judge(
      inOrder([command.from, shadowing.startedOn], [command.until, addDays(command.from, 1)]),
      beforeWhatFollowed(command.from, [signedOffIn(shadowing)])
    ).accept(() => [
      ShadowingInterrupted.make({
        of: command.shadowing,
        on: command.from,
        data: { ...keysOf(shadowing), until: command.until }
      })
    ])
  }
)
