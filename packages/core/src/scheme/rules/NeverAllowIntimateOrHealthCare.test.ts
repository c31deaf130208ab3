import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { taskWords } from "../TaskCatalogue.ts"
import type { TaskName } from "../TaskCatalogue.ts"
import { NeverAllowIntimateOrHealthCare } from "./NeverAllowIntimateOrHealthCare.ts"

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

const all = Object.keys(taskWords) as ReadonlyArray<TaskName>
const others = all.filter((name) => !never.includes(name))

describe(NeverAllowIntimateOrHealthCare.says, () => {
  it("holds without any such task, and not with a single one among others", () => {
    const lists = fc.tuple(fc.subarray(others), fc.subarray([...never], { maxLength: 2 })).map(([a, b]) => [...a, ...b])
    fc.assert(
      fc.property(
        lists,
        (tasks) => NeverAllowIntimateOrHealthCare.asks({ tasks }).held === !tasks.some((task) => never.includes(task))
      )
    )
  })

  it("cutting up and carrying food is allowed, feeding is not", () => {
    expect(NeverAllowIntimateOrHealthCare.asks({ tasks: ["CUTTING_UP_FOOD", "CARRYING_FOOD"] }).held).toBe(true)
    expect(NeverAllowIntimateOrHealthCare.asks({ tasks: ["CUTTING_UP_FOOD", "FEEDING", "MEDICATION"] })).toEqual({
      rule: NeverAllowIntimateOrHealthCare,
      held: false,
      facts: { tasks: ["CUTTING_UP_FOOD", "FEEDING", "MEDICATION"] },
      limits: {},
      because: "Leave these to professionals: feeding somebody, handling or giving medication",
      earliest: null
    })
  })

  it("no reason helps", () => expect(NeverAllowIntimateOrHealthCare.strength).toBe("hard"))
})
