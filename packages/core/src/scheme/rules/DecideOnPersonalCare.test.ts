import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { taskWords } from "../TaskCatalogue.ts"
import type { TaskName } from "../TaskCatalogue.ts"
import { DecideOnPersonalCare } from "./DecideOnPersonalCare.ts"

/** Written again, so that a task that changes its band is missed. */
const close: ReadonlyArray<TaskName> = [
  "PUTTING_ON_SHOES",
  "PUTTING_ON_OUTER_CLOTHES",
  "SHAVING_AND_HAIR",
  "WASHING_HANDS_AND_FACE"
]

const others = (Object.keys(taskWords) as ReadonlyArray<TaskName>).filter((name) => !close.includes(name))

describe(DecideOnPersonalCare.says, () => {
  it("holds without any such task, and not with a single one among others", () => {
    const lists = fc.tuple(fc.subarray(others), fc.subarray([...close], { maxLength: 2 })).map(([a, b]) => [...a, ...b])
    fc.assert(
      fc.property(
        lists,
        (tasks) => DecideOnPersonalCare.asks({ tasks }).held === !tasks.some((task) => close.includes(task))
      )
    )
  })

  it("help with shoes needs a reason that somebody gives by name", () => {
    expect(DecideOnPersonalCare.strength).toBe("soft")
    expect(DecideOnPersonalCare.asks({ tasks: ["BEFRIENDING", "PUTTING_ON_SHOES"] })).toEqual({
      rule: DecideOnPersonalCare,
      held: false,
      facts: { tasks: ["BEFRIENDING", "PUTTING_ON_SHOES"] },
      limits: {},
      because: "Say why workers may do this here: helping to put on shoes",
      earliest: null
    })
  })
})
