/**
 * Corrections of the days of a member of staff: since when they are in post, when they left, when they came back. Whether
 * they were in post on a day is derived again, for every day; what was recorded before stays visible.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, text } from "../language/Kind.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { can, notNow, Staff, timeBeforeLeaving, whichStaff } from "./Staff.ts"
import { StaffLeavingCorrected, StaffReturnCorrected, StaffStartCorrected } from "./StaffEvents.ts"

const reason = personal(text(1000, true), { subject: "staff", keep: "administration" }, "Why is it corrected?")

export const CorrectStaffStart = command("staff", "CorrectStaffStart", {
  title: "Correct since when a member of staff is in post",
  says: "Puts right the first day in post; what was recorded before stays visible",
  fields: {
    staff: whichStaff,
    startedOn: open(aPastDate, "Since when are they really in post?", "For example, 27 3 2015."),
    reason
  }
})

export const correctStaffStart = decision(CorrectStaffStart, [StayBeforeWhatFollowed], function*(command) {
  const staff = yield* read(Staff, command.staff)
  const { establishment, inPost, registered } = staff
  if (!can(staff, "CorrectStaffStart") || establishment === null || registered === null) return notNow(staff)
  const { startedOn } = command
  const [first] = inPost
  if (first?.from === startedOn) return notNow(staff, "The start is recorded for that day already")
  return judge(beforeWhatFollowed(startedOn, [["STAFF_LEFT", first?.until ?? null]])).accept(() => [
    StaffStartCorrected.make({
      of: command.staff,
      on: startedOn,
      corrects: registered,
      data: { establishment, startedOn }
    })
  ])
})

export const CorrectStaffLeaving = command("staff", "CorrectStaffLeaving", {
  title: "Correct the day on which a member of staff left",
  says: "Puts right the day of the last leaving, also once they are back; what was recorded before stays visible",
  fields: {
    staff: whichStaff,
    leftOn: open(aPastDate, "On which day did they really leave?", "For example, 27 3 2015."),
    reason
  }
})

export const correctStaffLeaving = decision(
  CorrectStaffLeaving,
  [KeepTheOrderOfEvents, StayBeforeWhatFollowed],
  function*(command) {
    const staff = yield* read(Staff, command.staff)
    const { establishment, leaving, status } = staff
    if (!can(staff, "CorrectStaffLeaving") || establishment === null) return notNow(staff)
    if (leaving === null) return notNow(staff, "They never left, so there is no leaving to correct")
    const { leftOn } = command
    const ended = timeBeforeLeaving(staff)
    if (ended?.until === leftOn) return notNow(staff, "The leaving is recorded for that day already")
    const backOn = status === "InPost" ? staff.inPost.at(-1)?.from ?? null : null
    return judge(
      inOrder([leftOn, ended?.from ?? null]),
      beforeWhatFollowed(leftOn, [["STAFF_RETURNED", backOn]])
    ).accept(() => [
      StaffLeavingCorrected.make({
        of: command.staff,
        on: leftOn,
        corrects: leaving,
        data: { establishment, leftOn }
      })
    ])
  }
)

export const CorrectStaffReturn = command("staff", "CorrectStaffReturn", {
  title: "Correct the day on which a member of staff came back",
  says: "Puts right a day of return that was entered wrongly; what was recorded before stays visible",
  fields: {
    staff: whichStaff,
    returnedOn: open(aPastDate, "Since when are they really back?", "For example, 27 3 2015."),
    reason
  }
})

export const correctStaffReturn = decision(CorrectStaffReturn, [KeepTheOrderOfEvents], function*(command) {
  const staff = yield* read(Staff, command.staff)
  const { establishment, inPost, returning } = staff
  if (!can(staff, "CorrectStaffReturn") || establishment === null) return notNow(staff)
  if (returning === null) return notNow(staff, "They never left, so there is no return to correct")
  const { returnedOn } = command
  if (inPost.at(-1)?.from === returnedOn) return notNow(staff, "The return is recorded for that day already")
  return judge(inOrder([returnedOn, inPost.at(-2)?.until ?? null])).accept(() => [
    StaffReturnCorrected.make({
      of: command.staff,
      on: returnedOn,
      corrects: returning,
      data: { establishment, returnedOn }
    })
  ])
})
