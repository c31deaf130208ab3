/**
 * Proves that two values are told apart by the places in which they differ alone.
 */
import fc from "fast-check"
import { expect, it } from "vitest"
import { differingPaths } from "./DifferingPaths.ts"

it("names the innermost places, with both values", () => {
  expect(differingPaths(
    { on: "2016-04-04", facts: { counted: 14, mentor: null }, tags: ["a", "b"] },
    { on: "2016-04-04", facts: { counted: 15, mentor: null }, tags: ["a", "c", "d"] }
  )).toEqual([
    { at: "facts.counted", recorded: 14, again: 15 },
    { at: "tags.1", recorded: "b", again: "c" },
    { at: "tags.2", recorded: null, again: "d" }
  ])
  expect(differingPaths("accepted", { refused: [] })).toEqual([{
    at: "",
    recorded: "accepted",
    again: { refused: [] }
  }])
})

it("names none where the values are one, and one at least where they are not", () => {
  const json = fc.jsonValue({ maxDepth: 3 })
  fc.assert(fc.property(json, json, (one, other) => {
    expect(differingPaths(one as never, structuredClone(one) as never)).toEqual([])
    const found = differingPaths(one as never, other as never)
    if (JSON.stringify(one) !== JSON.stringify(other)) return
    expect(found).toEqual([])
  }))
})
