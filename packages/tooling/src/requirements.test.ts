/**
 * The list of requirements is whole, and everything that it names is there; each check is then broken on purpose.
 */
import { allCommands, ruleBook, schemeLimits } from "@peerwork/core"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { carrierComplaints, citationComplaints, numberComplaints } from "./RequirementComplaints.ts"
import type { Requirement, RequirementList } from "./requirements/Requirement.ts"
import { requirementList } from "./requirements/requirementList.ts"
import { readTree, treeOf } from "./SourceTree.ts"

const house = readTree(fileURLToPath(new URL("../../..", import.meta.url)))
const law = { rules: ruleBook, commands: allCommands.map(({ name }) => name), limits: schemeLimits }

const chapters = requirementList.chapters.map(({ requirements, ...chapter }) => ({
  ...chapter,
  requirements: [...requirements]
}))

describe("every number is there once", () => {
  it("of the four parts of the invariants and of the 80 edge cases", () => {
    expect(numberComplaints(requirementList)).toEqual([])
    expect(requirementList.chapters.map(({ from, requirements, to }) => [from, to, requirements.length]))
      .toEqual([[1, 16, 16], [40, 60, 21], [80, 91, 12], [110, 118, 9]])
    expect(requirementList.edgeCases.length + requirementList.toCome.length).toBe(80)
  })

  it("broken by each number that is taken away", () => {
    const complained = chapters.flatMap((chapter, index) =>
      chapter.requirements.map((gone) => {
        const without = chapter.requirements.filter((one) => one !== gone)
        const broken = chapters.map((one, at) => at === index ? { ...one, requirements: without } : one)
        return [`${gone.id}: is missing`, ...numberComplaints({ ...requirementList, chapters: broken })]
      })
    )
    expect(complained.length).toBe(58)
    expect(complained.filter(([wanted, ...found]) => found.join() !== wanted)).toEqual([])
    const { edgeCases, toCome } = requirementList
    expect(numberComplaints({ ...requirementList, edgeCases: edgeCases.slice(1) })).toEqual(["1: is missing"])
    expect(numberComplaints({ ...requirementList, toCome: toCome.slice(1) })).toEqual(["11: is missing"])
  })

  it("broken by one that is there twice, in one part or in two, or that is of another part", () => {
    const { edgeCases, toCome } = requirementList
    const [first] = chapters
    const again = [{ ...first!, requirements: [...first!.requirements, { id: "INV-01", says: "Again" }] }]
    expect(numberComplaints({ ...requirementList, chapters: again })).toEqual(["INV-01: is there twice"])
    const both = [...toCome, { id: "80", says: "Again", because: "Of nothing" }]
    expect(numberComplaints({ ...requirementList, toCome: both })).toEqual(["80: is there twice"])
    const beyond = [...edgeCases, { id: "81", says: "One more" }]
    expect(numberComplaints({ ...requirementList, edgeCases: beyond })).toEqual(["81: is no number of this part"])
  })
})

/** A list of one requirement, in a house of one function and one test. */
const listOf = (requirement: Omit<Requirement, "id" | "says">, says = "Something"): RequirementList => ({
  chapters: [{ title: "One", from: 1, to: 1, requirements: [{ id: "INV-01", says, ...requirement }] }],
  edgeCases: [],
  toCome: []
})
const small = treeOf({
  "packages/a/src/Count.ts": "export const countDays = 1\nexport function* twice() {}\nconst hidden = 1",
  "packages/b/src/Twice.ts": "export const twice = 2",
  "packages/a/src/Count.test.ts": 'export const inTest = 1\nit(\n  "counts two weeks",\n  () => {})'
})
const test: readonly [string, string] = ["packages/a/src/Count.test.ts", "counts two weeks"]
const smallLaw = {
  rules: [{ id: "SHADOW-1", source: { at: "INV-01, INV-012" } }],
  commands: ["PlanShadowing"],
  limits: { days: { source: { at: "A page" } } }
}
const complaints = (requirement: Omit<Requirement, "id" | "says">, says?: string) =>
  carrierComplaints(listOf(requirement, says), smallLaw, small)

describe("what a requirement names is there", () => {
  it("in the house", () => {
    expect(carrierComplaints(requirementList, law, house)).toEqual([])
  })

  it("not broken by what is there", () => {
    const whole = { rules: ["SHADOW-1"], commands: ["PlanShadowing"], limits: ["days"], code: ["countDays"] }
    expect(complaints({ ...whole, tests: [test] })).toEqual([])
    expect(complaints({ missing: "all of it" })).toEqual([])
  })

  it.each([
    ["a rule", { rules: ["SHADOW-2"] }, "there is no rule SHADOW-2"],
    ["a command", { commands: ["countDays"] }, "there is no command countDays"],
    ["a limit", { limits: ["toString"] }, "there is no limit toString"],
    ["a function", { code: ["PlanShadowing"] }, "0 files export PlanShadowing"],
    ["what is not exported", { code: ["hidden"] }, "0 files export hidden"],
    ["what only a test exports", { code: ["inTest"] }, "0 files export inTest"],
    ["what two files export", { code: ["twice"] }, "2 files export twice"]
  ])("broken by %s that is none", (_, named, complaint) => {
    expect(complaints({ ...named, tests: [test] })).toEqual([`INV-01: ${complaint}`])
  })

  it.each(
    [
      [
        "a file that is not there",
        ["packages/a/src/Other.test.ts", "counts two weeks"],
        "there is no test file packages/a/src/Other.test.ts"
      ],
      [
        "a file that is no test",
        ["packages/a/src/Count.ts", "counts two weeks"],
        "there is no test file packages/a/src/Count.ts"
      ],
      ["a title that is not in it", [test[0], "counts three weeks"], `${test[0]} has no test "counts three weeks"`],
      ["a part of a title", [test[0], "counts two"], `${test[0]} has no test "counts two"`]
    ] as const
  )("broken by %s", (_, named, complaint) => {
    expect(complaints({ code: ["countDays"], tests: [named] })).toEqual([`INV-01: ${complaint}`])
  })

  it("broken by one that is carried without a test, tested without a carrier, or neither carried nor missed", () => {
    expect(complaints({ code: ["countDays"] })).toEqual(["INV-01: is carried and has no test"])
    expect(complaints({ missing: "all of it", tests: [test] })).toEqual(["INV-01: has a test of nothing"])
    expect(complaints({})).toEqual(["INV-01: names nothing that carries it, and nothing that is missing"])
    expect(complaints({ missing: " " })).toEqual(["INV-01: is missing something, and does not say what"])
    expect(complaints({ missing: "all of it" }, " ")).toEqual(["INV-01: says nothing"])
    const silent = { ...listOf({ missing: "all" }), toCome: [{ id: "11", says: "Something", because: "" }] }
    expect(carrierComplaints(silent, smallLaw, small)).toEqual(["11: does not say why nothing carries it"])
  })
})

describe("what cites a requirement is named by it", () => {
  it("in the house", () => {
    expect(citationComplaints(requirementList, law)).toEqual([])
  })

  it("broken by a rule and by a limit that cite one which does not name them", () => {
    expect(citationComplaints(listOf({ rules: ["SHADOW-1"] }), smallLaw)).toEqual([])
    expect(citationComplaints(listOf({ commands: ["PlanShadowing"] }), smallLaw))
      .toEqual(["INV-01: SHADOW-1 cites it and is not named"])
    const citing = { ...smallLaw, rules: [], limits: { days: { source: { at: "A page: INV-01" } } } }
    expect(citationComplaints(listOf({}), citing)).toEqual(["INV-01: days cites it and is not named"])
    const further = { ...smallLaw, rules: [{ id: "SHADOW-1", source: { at: "INV-012" } }] }
    expect(citationComplaints(listOf({}), further)).toEqual([])
  })
})
