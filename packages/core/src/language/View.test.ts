/**
 * A view folds exactly the events that its query selects, and one that could miss an event is refused when it is declared.
 */
import { describe, expect, it } from "vitest"
import { event } from "./Event.ts"
import type { Happened } from "./Event.ts"
import { open, tagged } from "./Field.ts"
import { instant } from "./Instant.ts"
import { aCount, idOf } from "./Kind.ts"
import { date } from "./LocalDate.ts"
import { matches } from "./Query.ts"
import { fold, view } from "./View.ts"

const id = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`
const [loan, reader, other] = [id(1), id(2), id(3)]

const fields = { reader: tagged("person", idOf("person")), days: open(aCount()) }
const described = { title: "", says: "" }
const LoanBegun = event("loan", "LoanBegun", { ...described, fields })
const LoanRenewed = event("loan", "LoanRenewed", { ...described, fields: { days: fields.days } })
const FineSet = event("fine", "FineSet", { ...described, fields })

const happened = (type: typeof LoanBegun | typeof FineSet, of: string, data: Happened["data"], position: number) => ({
  ...type.make({ of, on: date("2016-04-04"), data: { reader, days: 1, ...data } }),
  id: id(900 + position),
  position,
  version: 1,
  recordedAt: instant("2016-04-04T12:00:00.000Z"),
  actor: { id: id(9), role: "officer" as const },
  command: { id: id(8), type: "LendBook" }
})

const Loan = view("Loan", 0).from({
  of: [LoanBegun, LoanRenewed],
  by: "stream",
  evolve: {
    LoanBegun: (days, { data }) => days + data.days,
    LoanRenewed: (days, { data }) => {
      if (data.days === 13) throw new RangeError("Unlucky")
      return days + data.days
    }
  }
})

const DaysLentTo = view<ReadonlyArray<string>>("DaysLentTo", []).from({
  of: [LoanBegun, FineSet],
  by: "person",
  evolve: {
    LoanBegun: (list, { data }, reader) => [...list, `${data.days} to ${reader.slice(-1)}`],
    FineSet: (list, { data }) => [...list, `fine of ${data.days}`]
  }
})

const Everything = view("Everything", 0).from({ of: [FineSet], by: "all", evolve: { FineSet: (count) => count + 1 } })

const log: ReadonlyArray<Happened> = [
  happened(LoanBegun, loan, { days: 14 }, 1),
  happened(LoanBegun, id(4), { days: 7, reader: other }, 2),
  happened(FineSet, id(5), { days: 3 }, 3),
  { ...happened(LoanBegun, loan, { days: 7 }, 4), type: "LoanRenewed", data: { days: 7 }, tags: [`loan:${loan}`] }
]

const foldOver = <State>(of: ReturnType<ReturnType<typeof view<State>>["from"]>, key: string) =>
  fold(of, key, log.filter((event) => matches(of.query(key), event)))

describe("a view", () => {
  it("asks for what its key and its events say", () => {
    expect(Loan.query(loan)).toEqual([{ stream: `loan-${loan}` }])
    expect(DaysLentTo.query(reader)).toEqual([{ types: ["LoanBegun", "FineSet"], tags: [`person:${reader}`] }])
    expect(Everything.query("all")).toEqual([{ types: ["FineSet"] }])
  })

  it("may follow the streams that several lives have under one id, and no other event of theirs", () => {
    const under = view<ReadonlyArray<string>>("Under", []).from({
      of: [LoanBegun, FineSet],
      by: "id",
      evolve: { LoanBegun: (list) => [...list, "loan"], FineSet: (list) => [...list, "fine"] }
    })
    expect(under.query(loan)).toEqual([
      { stream: `loan-${loan}`, types: ["LoanBegun"] },
      { stream: `fine-${loan}`, types: ["FineSet"] }
    ])
    expect(foldOver(under, loan)).toEqual(["loan"])
    expect(foldOver(under, id(5))).toEqual(["fine"])
  })

  it("folds what it asked for, in the order of the log", () => {
    expect(foldOver(Loan, loan)).toBe(21)
    expect(foldOver(DaysLentTo, reader)).toEqual(["14 to 2", "fine of 3"])
    expect(foldOver(DaysLentTo, other)).toEqual(["7 to 3"])
    expect(foldOver(Everything, "all")).toBe(1)
    expect(foldOver(Loan, id(99))).toBe(0)
  })

  it("leaves alone what it does not fold, and goes on from any state", () => {
    expect(fold(Loan, loan, log.filter((event) => event.type === "FineSet"))).toBe(0)
    expect(fold(Loan, loan, log.slice(3), 100)).toBe(107)
    expect(fold(Everything, "all", log.map((event) => ({ ...event, type: "Unheard" })))).toBe(0)
  })

  it("fails when it is declared to follow a tag that one of its events does not carry", () => {
    const declare = () =>
      view("DaysOf", 0).from({
        of: [LoanBegun, LoanRenewed],
        by: "person",
        evolve: { LoanBegun: (days) => days, LoanRenewed: (days) => days }
      })
    expect(declare).toThrow(new TypeError("DaysOf follows the tag person, which LoanRenewed does not carry"))
  })

  it("may follow the tag of the life itself, which its every event carries", () => {
    const byLoan = view("ByLoan", 0).from({
      of: [LoanBegun, LoanRenewed],
      by: "loan",
      evolve: { LoanBegun: (count) => count + 1, LoanRenewed: (count) => count + 1 }
    })
    expect(foldOver(byLoan, loan)).toBe(2)
  })

  it("fails when it is declared to follow one stream with events of two lives", () => {
    const declare = () =>
      view("Both", 0).from({
        of: [LoanBegun, FineSet],
        by: "stream",
        evolve: { LoanBegun: (count) => count, FineSet: (count) => count }
      })
    expect(declare).toThrow(new TypeError("Both follows one stream but folds events of loan and fine"))
  })

  it("names the view, the id and the position where folding fails", () => {
    const unlucky = log.map((event) => event.type === "LoanRenewed" ? { ...event, data: { days: 13 } } : event)
    const folding = () => fold(Loan, loan, unlucky)
    expect(folding).toThrow(
      new Error(`Loan of ${loan} could not fold LoanRenewed at position 4`, { cause: new RangeError("Unlucky") })
    )
  })
})

describe("a query", () => {
  const event = { stream: "loan-1", type: "LoanBegun", tags: ["loan:1", "person:2"] }

  it.each([
    [{}, true],
    [{ stream: "loan-1" }, true],
    [{ stream: "loan-2" }, false],
    [{ types: ["LoanRenewed", "LoanBegun"] }, true],
    [{ types: ["LoanRenewed"] }, false],
    [{ types: [] }, false],
    [{ tags: [] }, true],
    [{ tags: ["person:2", "loan:1"] }, true],
    [{ tags: ["person:2", "loan:2"] }, false],
    [{ stream: "loan-1", types: ["LoanBegun"], tags: ["person:2"] }, true],
    [{ stream: "loan-1", types: ["LoanBegun"], tags: ["person:3"] }, false]
  ])("whose only item is %j matches a loan to person 2: %s", (item, expected) => {
    expect(matches([item], event)).toBe(expected)
  })

  it("matches where any of its items does", () => {
    expect(matches([{ stream: "loan-2" }, { tags: ["person:2"] }], event)).toBe(true)
    expect(matches([{ stream: "loan-2" }, { tags: ["person:3"] }], event)).toBe(false)
  })
})
