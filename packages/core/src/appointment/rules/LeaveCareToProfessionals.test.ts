import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { taskWords } from "../../scheme/TaskCatalogue.ts"
import type { TaskName } from "../../scheme/TaskCatalogue.ts"
import { LeaveCareToProfessionals } from "./LeaveCareToProfessionals.ts"

/** Written again, so that a task that changes its band is missed. */
const never: ReadonlyArray<TaskName> = [
  "FEEDING",
  "ORAL_CARE",
  "INTIMATE_WASHING",
  "INTIMATE_DRESSING",
  "TOILETING",
  "CLEANING_AFTER_SOILING",
  "CONTINENCE_PRODUCTS",
  "MEDICATION",
  "WOUND_CARE",
  "OBSERVATIONS"
]
const anyTask = fc.constantFrom(...Object.keys(taskWords) as ReadonlyArray<TaskName>)

describe(LeaveCareToProfessionals.says, () => {
  it("holds for what some role may do, and for nothing that none may", () => {
    fc.assert(fc.property(fc.oneof(anyTask, fc.constantFrom(...never)), (task) => {
      expect(LeaveCareToProfessionals.asks({ task }).held).toBe(!never.includes(task))
    }))
  })

  // An officer asks a worker to help somebody to the toilet
  it("asks for attention, and refuses nothing: refusing is what was done", () => {
    expect(LeaveCareToProfessionals.strength).toBe("alert")
    expect(LeaveCareToProfessionals.asks({ task: "TOILETING" })).toEqual({
      rule: LeaveCareToProfessionals,
      held: false,
      facts: { task: "TOILETING" },
      limits: {},
      because: "No worker is asked for this: Help with using the toilet. See that a professional gives the help",
      earliest: null
    })
  })
})
