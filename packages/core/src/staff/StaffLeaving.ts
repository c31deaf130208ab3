/**
 * How a member of staff leaves and comes back, and how either day is put right.
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
import { StaffLeavingCorrected, StaffLeft, StaffReturnCorrected, StaffReturned } from "./StaffEvents.ts"

export const RecordStaffLeaving = command("staff", "RecordStaffLeaving", {
  title: "Record that a member of staff left",
  says: "From this day they are named in nothing new",
  fields: { staff: whichStaff, on: open(aPastDate, "On which day did they leave?", "For example, 27 3 2015.") }
})

export const recordStaffLeaving = decision(RecordStaffLeaving, [KeepTheOrderOfEvents], function*(command) {
  const staff = yield* read(Staff, command.staff)
  if (!can(staff, "RecordStaffLeaving") || staff.establishment === null) return notNow(staff)
  const { establishment, inPost } = staff
  return judge(inOrder([command.on, inPost.at(-1)?.from ?? null])).accept(
    () => [StaffLeft.make({ of: command.staff, on: command.on, data: { establishment } })]
  )
})

export const RecordStaffReturn = command("staff", "RecordStaffReturn", {
  title: "Record that a member of staff is back in post",
  says: "They may be named again from this day",
  fields: { staff: whichStaff, on: open(aPastDate, "Since when are they back?", "For example, 27 3 2015.") }
})

export const recordStaffReturn = decision(RecordStaffReturn, [KeepTheOrderOfEvents], function*(command) {
  const staff = yield* read(Staff, command.staff)
  if (!can(staff, "RecordStaffReturn") || staff.establishment === null) return notNow(staff)
  const { establishment, inPost } = staff
  return judge(inOrder([command.on, inPost.at(-1)?.until ?? null])).accept(
    () => [StaffReturned.make({ of: command.staff, on: command.on, data: { establishment } })]
  )
})

export const CorrectStaffLeaving = command("staff", "CorrectStaffLeaving", {
  title: "Correct the day on which a member of staff left",
  says: "Puts right the day of the last leaving, also once they are back; what was recorded before stays visible",
  fields: {
    staff: whichStaff,
    leftOn: open(aPastDate, "On which day did they really leave?", "For example, 27 3 2015."),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Why is it corrected?")
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
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Why is it corrected?")
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
