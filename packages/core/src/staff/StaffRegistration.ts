/**
 * How a member of staff becomes known, and is called from a day on.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { anEstablishment, aPastDate, text } from "../language/Kind.ts"
import { BeStaffOrInCustody } from "./rules/BeStaffOrInCustody.ts"
import { can, notNow, Staff, whichStaff } from "./Staff.ts"
import { StaffRegistered, StaffRenamed } from "./StaffEvents.ts"

const name = personal(text(120), { subject: "staff", keep: "administration" }, "What is their name?")

export const RegisterStaff = command("staff", "RegisterStaff", {
  title: "Register a member of staff",
  says: "Makes a member of staff known, so that they can be named in a scheme",
  begins: true,
  fields: {
    staff: whichStaff,
    name,
    establishment: tagged(
      "establishment",
      anEstablishment,
      "Which establishment do they work in?",
      "Three capital letters, for example ZZI."
    ),
    on: open(aPastDate, "Since when are they in post?", "For example, 27 3 2015.")
  }
})

export const registerStaff = decision(RegisterStaff, [BeStaffOrInCustody], function*(command) {
  const staff = yield* read(Staff, command.staff)
  if (!can(staff, "RegisterStaff")) return notNow(staff)
  return judge(BeStaffOrInCustody.asks({ isPerson: staff.inCustody, isStaff: false })).accept(() => [
    StaffRegistered.make({ of: command.staff, on: command.on, data: { establishment: command.establishment } })
  ])
})

export const RenameStaff = command("staff", "RenameStaff", {
  title: "Change the name of a member of staff",
  says: "Records a new name, or puts right a name that was written wrongly",
  fields: { staff: whichStaff, name, on: open(aPastDate, "Since when is this their name?", "For example, 27 3 2015.") }
})

export const renameStaff = decision(RenameStaff, [], function*(command) {
  const staff = yield* read(Staff, command.staff)
  if (!can(staff, "RenameStaff") || staff.establishment === null) return notNow(staff)
  const { establishment } = staff
  return judge().accept(() => [StaffRenamed.make({ of: command.staff, on: command.on, data: { establishment } })])
})
