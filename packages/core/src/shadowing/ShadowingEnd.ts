/**
 * How a shadowing placement ends: signed off by staff, not achieved, cancelled, or by a transfer; and what staff decide
 * when a sign-off no longer holds.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate } from "../language/Kind.ts"
import { later } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { carriedDays, daysUntil, firstSignOff, waitsFor } from "./countedDays.ts"
import { mentorRuleList, mentorRules } from "./MentorRules.ts"
import { countedIn, keysOf, placementOf, placementsFor, signOffHolds } from "./Placement.ts"
import { ShadowAnEligibleMentor } from "./rules/ShadowAnEligibleMentor.ts"
import { ShadowForAtLeastTwoWeeks } from "./rules/ShadowForAtLeastTwoWeeks.ts"
import { isOpen, mentorOf, Shadowing } from "./Shadowing.ts"
import {
  ShadowingCancelled,
  ShadowingNotAchieved,
  ShadowingReopened,
  ShadowingSignedOff,
  ShadowingSignOffUpheld,
  ShadowingSignOffWithdrawn,
  ShadowingTransferredOut
} from "./ShadowingEvents.ts"
import { groundFor, whichShadowing, why } from "./ShadowingStart.ts"
import { nothingLikeIt, refusedNow } from "./shadowingSteps.ts"

export const SignOffShadowing = command("shadowing", "SignOffShadowing", {
  title: "Sign off shadowing",
  says: "Records that staff have decided that the new worker has shadowed for long enough",
  fields: {
    shadowing: whichShadowing,
    on: open(
      aPastDate,
      "On which day is it signed off?",
      "The days before this day are counted. For example, 27 3 2016."
    )
  }
})

export const signOffShadowing = decision(
  SignOffShadowing,
  [ShadowForAtLeastTwoWeeks, ShadowAnEligibleMentor, KeepTheOrderOfEvents],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "SignOffShadowing")
    if (refused !== null) return refused
    const placement = yield* placementOf(shadowing)
    const days = daysUntil(shadowing, placement.onTheDay, command.on).filter((day) => day.without === null)
    const eligible = days.filter(({ day, mentor }) => placement.onTheDay.mentorMayWork(mentor, day))
    const counted = carriedDays(shadowing, placement.onTheDay) + days.length
    return judge(
      ShadowForAtLeastTwoWeeks.asks({
        counted,
        earliest: firstSignOff(shadowing, placement.onTheDay),
        waitsFor: waitsFor(shadowing, placement.onTheDay)
      }, { days: placement.onTheDay.daysNeeded }),
      ShadowAnEligibleMentor.asks({ days: days.length, eligible: eligible.length }),
      inOrder([command.on, shadowing.startedOn])
    ).accept(() => [
      ShadowingSignedOff.make({
        of: command.shadowing,
        on: command.on,
        data: { ...keysOf(shadowing), counted }
      })
    ])
  }
)

export const EndShadowingNotAchieved = command("shadowing", "EndShadowingNotAchieved", {
  title: "End shadowing as not achieved",
  says: "The shadowing ends without being signed off; another may be planned",
  fields: {
    shadowing: whichShadowing,
    on: open(aPastDate, "On which day did it end?", "For example, 27 3 2016."),
    reason: why
  }
})

export const endShadowingNotAchieved = decision(EndShadowingNotAchieved, [KeepTheOrderOfEvents], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "EndShadowingNotAchieved")
  if (refused !== null) return refused
  const placement = yield* placementOf(shadowing)
  return judge(inOrder([command.on, shadowing.startedOn])).accept(() => [
    ShadowingNotAchieved.make({
      of: command.shadowing,
      on: command.on,
      data: { ...keysOf(shadowing), counted: countedIn(placement, command.on) }
    })
  ])
})

export const CancelShadowing = command("shadowing", "CancelShadowing", {
  title: "Cancel shadowing",
  says: "The shadowing is called off before it began, or was recorded in error; no day of it counts",
  fields: {
    shadowing: whichShadowing,
    on: open(aPastDate, "On which day was it cancelled?", "For example, 27 3 2016."),
    reason: why
  }
})

export const cancelShadowing = decision(CancelShadowing, [], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "CancelShadowing")
  if (refused !== null) return refused
  return judge().accept(() => [
    ShadowingCancelled.make({ of: command.shadowing, on: command.on, data: keysOf(shadowing) })
  ])
})

export const RecordShadowingTransferOut = command("shadowing", "RecordShadowingTransferOut", {
  title: "Record a transfer out while shadowing",
  says:
    "The new worker left the establishment; the days counted until then are noted, and nothing is activated by itself",
  fields: { shadowing: whichShadowing, on: open(aPastDate, "On which day did they leave?", "This day does not count.") }
})

export const recordShadowingTransferOut = decision(
  RecordShadowingTransferOut,
  [KeepTheOrderOfEvents],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "RecordShadowingTransferOut")
    if (refused !== null) return refused
    const placement = yield* placementOf(shadowing)
    return judge(inOrder([command.on, shadowing.startedOn])).accept(() => [
      ShadowingTransferredOut.make({
        of: command.shadowing,
        on: command.on,
        data: { ...keysOf(shadowing), counted: countedIn(placement, command.on) }
      })
    ])
  }
)

export const UpholdShadowingSignOff = command("shadowing", "UpholdShadowingSignOff", {
  title: "Uphold a sign-off that no longer holds",
  says: "Staff decide that the sign-off stands although, by what is known now, too few days count",
  fields: {
    shadowing: whichShadowing,
    on: open(aPastDate, "On which day was this decided?", "For example, 27 4 2016."),
    reason: why
  }
})

export const upholdShadowingSignOff = decision(UpholdShadowingSignOff, [KeepTheOrderOfEvents], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "UpholdShadowingSignOff")
  if (refused !== null) return refused
  const placement = yield* placementOf(shadowing)
  if (signOffHolds(placement) || shadowing.signOff === null) {
    return nothingLikeIt(shadowing, "The sign-off holds; there is nothing to decide")
  }
  const { signOff } = shadowing
  return judge(inOrder([command.on, signOff.on])).accept(() => [
    ShadowingSignOffUpheld.make({
      of: command.shadowing,
      on: command.on,
      corrects: signOff.event,
      data: { ...keysOf(shadowing), counted: countedIn(placement, signOff.on) }
    })
  ])
})

export const WithdrawShadowingSignOff = command("shadowing", "WithdrawShadowingSignOff", {
  title: "Withdraw a sign-off",
  says:
    "Staff take the sign-off back, because it no longer holds or was given in error; the shadowing runs on, and the " +
    "days in between do not count",
  fields: {
    shadowing: whichShadowing,
    on: open(aPastDate, "On which day was this decided?", "For example, 27 4 2016."),
    reason: why
  }
})

export const withdrawShadowingSignOff = decision(WithdrawShadowingSignOff, [KeepTheOrderOfEvents], function*(command) {
  const shadowing = yield* read(Shadowing, command.shadowing)
  const refused = refusedNow(shadowing, "WithdrawShadowingSignOff")
  if (refused !== null) return refused
  const { signOff } = shadowing
  return judge(inOrder([command.on, signOff?.on ?? null])).accept(() => [
    ShadowingSignOffWithdrawn.make({
      of: command.shadowing,
      on: command.on,
      ...(signOff === null ? {} : { corrects: signOff.event }),
      data: keysOf(shadowing)
    })
  ])
})

export const ReopenShadowing = command("shadowing", "ReopenShadowing", {
  title: "Reopen a shadowing",
  says: "The end of a shadowing was recorded in error; it goes on as if it had not ended",
  fields: {
    shadowing: whichShadowing,
    on: open(aPastDate, "On which day was this found out?", "For example, 27 4 2016."),
    reason: why
  }
})

export const reopenShadowing = decision(
  ReopenShadowing,
  [KeepTheOrderOfEvents, ...mentorRuleList],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "ReopenShadowing")
    if (refused !== null) return refused
    const { ended } = shadowing
    const placements = yield* placementsFor(shadowing.appointment)
    if (placements.some(isOpen)) {
      return nothingLikeIt(shadowing, "Another shadowing of this worker is open. End that one first")
    }
    const { on } = command
    const ground = yield* groundFor(shadowing.appointment, placements, later(on, ended?.on ?? on))
    if ("_tag" in ground) return ground
    const rules = yield* mentorRules({
      shadowing: command.shadowing,
      worker: ground.worker,
      mentor: mentorOf(shadowing),
      scheme: shadowing.scheme,
      roleProfile: ground.appointment.roleProfile,
      on,
      decidedOn: on
    })
    return judge(inOrder([on, ended?.on ?? null]), ...rules).accept(() => [
      ShadowingReopened.make({
        of: command.shadowing,
        on,
        ...(ended === null ? {} : { corrects: ended.event }),
        data: keysOf(shadowing)
      })
    ])
  }
)
