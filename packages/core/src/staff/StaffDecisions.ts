/**
 * Every decision about a member of staff, in the order of the life.
 */
import { correctStaffLeaving, correctStaffReturn, correctStaffStart } from "./StaffCorrections.ts"
import { recordStaffLeaving, recordStaffReturn } from "./StaffLeaving.ts"
import { registerStaff, renameStaff } from "./StaffRegistration.ts"

export const staffDecisions = [
  registerStaff,
  renameStaff,
  recordStaffLeaving,
  recordStaffReturn,
  correctStaffStart,
  correctStaffLeaving,
  correctStaffReturn
]
