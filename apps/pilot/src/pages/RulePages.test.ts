/**
 * Proves that the page of a rule says everything that somebody who was refused will ask.
 */
import { date, Peerwork, ruleBook } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { rulePage } from "./RulePages.ts"

const records = emptyRecords()
for (const event of Peerwork.examples.shadowingSince("2016-03-21").events) foldIn(records, event)

const pageOf = (id: string) => {
  const rule = ruleBook.find((one) => one.id === id)
  if (rule === undefined) throw new Error(`There is no rule ${id}`)
  return rulePage(rule, { records, names: emptyNames(), day: date("2016-04-04") }).data
}

describe("the page of a rule", () => {
  it("shows an example with its facts and what the rule then says", () => {
    expect(pageOf("SHADOW-1")["example"]).toEqual({
      facts: [
        { key: "Counted", value: "13" },
        { key: "Earliest", value: "4 April 2016" },
        { key: "Waits for", value: "none" }
      ],
      limits: [{ key: "Limit: days", value: "14" }],
      because: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016"
    })
  })

  it("shows the limit that each scheme has in force, and since when", () => {
    expect(pageOf("SHADOW-1")["inForce"]).toMatchObject([{
      says: "How long a new worker shadows an experienced one",
      schemes: [{ value: "14 days", isOpen: false, since: "fixed by its source" }]
    }])
    expect(pageOf("SHADOW-4")["inForce"]).toMatchObject([{ schemes: [{ since: "from 7 March 2016" }] }])
    expect(pageOf("SHADOW-2")["inForce"]).toEqual([])
  })

  it("shows the limits from which what is judged follows, as well as those that give the numbers", () => {
    const says = (id: string) =>
      (pageOf(id)["inForce"] as ReadonlyArray<{ readonly says: string }>).map((one) => one.says)
    expect(says("SUPERVISION-6")).toEqual([
      "How long after one supervision the next is due",
      "How long a supervision may be overdue before the worker takes on nothing new; for ever where nobody decides"
    ])
    expect(says("CIRCUMSTANCE-1")).toEqual(["How soon somebody looks at a change of a worker's circumstances"])
    expect(pageOf("CIRCUMSTANCE-1")["limits"]).toEqual([{ name: "working days", value: "decided by each scheme" }])
  })

  it("tells two commands of one title apart", () => {
    const titles = (pageOf("SUPERVISION-1")["commands"] as ReadonlyArray<{ readonly title: string }>).map((one) =>
      one.title
    )
    expect(titles).toContain("Change the supervisor (Appointments)")
    expect(new Set(titles).size).toBe(titles.length)
  })

  it("says who may go on all the same", () => {
    expect(pageOf("SHADOW-1")["override"]).toBe("Nobody")
    expect(pageOf("SHADOW-6")["override"]).toBe(
      "Coordinator or officer, with a reason that is recorded under their name"
    )
    expect(pageOf("APPOINTMENT-7")["override"]).toContain("Nobody has to")
  })

  it("is complete for every rule of the book", () => {
    for (const { id } of ruleBook) {
      const { example, override, rule, strength } = pageOf(id)
      expect([id, example, override, rule, strength].every((part) => part !== undefined && part !== "")).toBe(true)
    }
  })
})
