/**
 * How a member of staff leaves and comes back.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { can, notNow, Staff, whichStaff } from "./Staff.ts"
import { StaffLeft, StaffReturned } from "./StaffEvents.ts"

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
