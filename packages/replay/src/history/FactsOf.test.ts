/**
 * Proves that states become facts with names that say where each stands, and that only what changed is told.
 */
import { describe, expect, it } from "vitest"
import { changesBetween, factsOf, sayValue } from "./FactsOf.ts"

const facts = (state: object, derived: object = {}) =>
  factsOf({ state: state as never, derived: derived as never }, (text) => text.startsWith("event"))

describe("facts", () => {
  it("are named by where they stand, lists numbered from 1", () => {
    expect(facts({
      startedOn: "2016-03-21",
      signOff: { on: "2016-04-04", counted: 14 },
      pauses: [{ from: "2016-03-25", until: null }, { from: "2016-04-01", until: "2016-04-02" }],
      areas: ["LAUNDRY", "GARDEN"]
    })).toEqual([
      { key: "Started on", value: "2016-03-21" },
      { key: "Sign off, on", value: "2016-04-04" },
      { key: "Sign off, counted", value: 14 },
      { key: "Pauses 1, from", value: "2016-03-25" },
      { key: "Pauses 2, from", value: "2016-04-01" },
      { key: "Pauses 2, until", value: "2016-04-02" },
      { key: "Areas", value: ["LAUNDRY", "GARDEN"] }
    ])
  })

  it("leave out what is empty, what only names an event, and who changed it last", () => {
    expect(facts({
      status: "Running",
      shadower: "",
      ended: null,
      stints: [],
      started: "event-7",
      signOff: { event: "event-9", on: "2016-04-04" },
      changed: { on: "2016-04-04", by: { id: "a", role: "officer" } }
    })).toEqual([{ key: "Status", value: "Running" }, { key: "Sign off, on", value: "2016-04-04" }])
  })

  it("say what is derived first, and a status once", () => {
    expect(facts({ status: "Pilot", days: 14 }, { status: "Closed" })).toEqual([
      { key: "Status", value: "Closed" },
      { key: "Days", value: 14 }
    ])
    expect(factsOf(null, () => false)).toEqual([])
  })

  it("keep a zero and a no", () => {
    expect(facts({ counted: 0, adverse: false })).toEqual([
      { key: "Counted", value: 0 },
      { key: "Adverse", value: false }
    ])
  })
})

describe("changes", () => {
  it("are only those facts that differ: changed, new, and gone", () => {
    const before = facts({ status: "Running", days: 14, supervisor: "a", areas: ["A", "B"] })
    const after = facts({ status: "Paused", days: 14, pausedOn: "2016-03-25", areas: ["A"] })
    expect(changesBetween(before, after)).toEqual([
      { key: "Status", before: "Running", after: "Paused" },
      { key: "Paused on", before: null, after: "2016-03-25" },
      { key: "Areas", before: ["A", "B"], after: ["A"] },
      { key: "Supervisor", before: "a", after: null }
    ])
    expect(changesBetween(after, after)).toEqual([])
  })

  it.each([[null, "-"], [true, "yes"], [false, "no"], [0, "0"], [["A", 2], "A, 2"], [{ a: 1 }, '{"a":1}']])(
    "%j is said as %s",
    (value, said) => expect(sayValue(value)).toBe(said)
  )
})
