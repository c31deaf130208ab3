/**
 * A decision is run one request at a time: what it read is remembered, bounded and told; and an array and a promise give
 * the same answer.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { command } from "./Command.ts"
import type { Given } from "./Command.ts"
import { begin, beginAgain, calendarEdition, decideOver, decideWith } from "./Deciding.ts"
import type { Decided } from "./Deciding.ts"
import { decision, read, readAll, watch } from "./Decision.ts"
import type { Decides, Known, Reading } from "./Decision.ts"
import { event } from "./Event.ts"
import type { Happened } from "./Event.ts"
import { open, optional, tagged } from "./Field.ts"
import { instant } from "./Instant.ts"
import { judge, wrongMoment } from "./Judgement.ts"
import type { Judgement } from "./Judgement.ts"
import { aCount, aDate, aPastDate, idOf } from "./Kind.ts"
import { date } from "./LocalDate.ts"
import { matches } from "./Query.ts"
import { rule } from "./Rule.ts"
import type { Strength } from "./Rule.ts"
import { view } from "./View.ts"

const id = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`
const [loan, reader] = [id(1), id(2)]
const on = date("2016-04-04")

const known: Known = {
  now: instant("2016-04-04T11:00:00.000Z"),
  today: on,
  calendar: calendarEdition,
  actor: { id: id(9), role: "officer" },
  numberTaken: false
}

const LoanBegun = event("loan", "LoanBegun", {
  title: "Loan begun",
  says: "A book was lent",
  fields: { reader: tagged("person", idOf("person")), days: open(aCount(1, 56)) }
})

const Loan = view<{ readonly days: number }>("Loan", { days: 0 }).from({
  of: [LoanBegun],
  by: "stream",
  evolve: { LoanBegun: (state, { data }) => ({ days: state.days + data.days }) }
})

const LoansOf = view<ReadonlyArray<string>>("LoansOf", []).from({
  of: [LoanBegun],
  by: "person",
  evolve: { LoanBegun: (ids, { stream }) => [...ids, stream.slice("loan-".length)] }
})

const lent = (position: number, of: string, by: string): Happened => ({
  ...LoanBegun.make({ of, on, data: { reader: by, days: 7 } }),
  id: id(900 + position),
  position,
  version: 1,
  recordedAt: known.now,
  actor: known.actor,
  command: { id: id(800 + position), type: "LendBook" }
})

const few = <const Id extends string>(ruleId: Id, strength: Strength) =>
  rule({
    id: ruleId,
    name: "LendFew",
    says: "A reader borrows few books",
    source: { title: "Library rules", at: "page 3" },
    strength,
    limits: { books: 2 },
    facts: { others: aCount() },
    holds: ({ others }, { books }) => others < books,
    because: ({ others }) => `They have ${others} already`,
    example: { facts: { others: 2 } }
  })

const LendFew = few("LOAN-1", "hard")
const LendFewer = few("LOAN-2", "soft")
const LookAtMany = few("LOAN-3", "alert")

const LendBook = command("loan", "LendBook", {
  title: "Lend a book",
  says: "Somebody takes a book away",
  begins: true,
  fields: {
    loan: tagged("loan", idOf("loan"), "Which loan?"),
    reader: tagged("person", idOf("person"), "To whom?"),
    on: open(aPastDate, "On which day?"),
    until: optional(open(aDate, "Until which day?"))
  }
})

const lend = LendBook.make({ loan, reader, on })

const lendBook = decision(LendBook, [LendFew, LendFewer, LookAtMany], function*(asked) {
  const before = yield* read(Loan, asked.loan)
  if (before.days > 0) return wrongMoment("loan", "Begun", null, ["ReturnBook"], "It is lent already")
  const ids = yield* read(LoansOf, asked.reader)
  const others = (yield* readAll(Loan, ids)).length
  return judge(
    LendFew.asks({ others }, { books: 4 }),
    LendFewer.asks({ others }),
    LookAtMany.asks({ others }, { books: 1 })
  ).accept(() => [LoanBegun.make({ of: asked.loan, on: asked.on, data: { reader: asked.reader, days: 14 } })])
})

const books = (count: number) => Array.from({ length: count }, (_, index) => lent(index + 1, id(100 + index), reader))
const lending = (count: number, given: Given = lend) => decideOver(books(count), lendBook, given, known)

/** A decision of `LendBook` that only runs the reads. */
const reading = (run: () => Reading<Judgement>): Decides => ({ command: LendBook, rules: [], decide: run })

describe("a decision", () => {
  it("is accepted with its events, every rule, and what it read, each once", () => {
    const decided = lending(1)
    expect(decided.decision).toMatchObject({
      _tag: "Accepted",
      events: [{ type: "LoanBegun", stream: `loan-${loan}`, data: { reader, days: 14 } }]
    })
    expect(decided.decision.judged.map((one) => [one.rule, one.held, one.limits])).toEqual([
      ["RECORD-1", true, {}],
      ["LOAN-1", true, { books: 4 }],
      ["LOAN-2", true, { books: 2 }],
      ["LOAN-3", false, { books: 1 }],
      ["STAFF-5", true, {}]
    ])
    expect(decided.reads).toEqual([
      { view: "Loan", id: loan, query: [{ stream: `loan-${loan}` }], fold: true },
      { view: "LoansOf", id: reader, query: [{ types: ["LoanBegun"], tags: [`person:${reader}`] }], fold: true },
      { view: "Loan", id: id(100), query: [{ stream: `loan-${id(100)}` }], fold: true },
      {
        view: "InCustody",
        id: known.actor.id,
        query: [{ stream: `person-${known.actor.id}`, types: ["PersonRegistered"] }],
        fold: true
      }
    ])
    expect([decided.given, decided.known, decided.decides]).toEqual([lend, known, lendBook])
  })

  it("accepts with an alert that is recorded", () => {
    const alert = lending(1).decision.judged.find((one) => one.rule === "LOAN-3")
    expect(alert).toMatchObject({ strength: "alert", held: false, because: "They have 1 already", override: false })
  })

  it("is refused by a soft rule unless a reason is given, and by a hard one whatever reason is given", () => {
    const reason = "They read fast"
    const overriding = (...rules: ReadonlyArray<string>) =>
      LendBook.make({ loan, reader, on, overrides: rules.map((one) => ({ rule: one, reason })) })
    expect(lending(2).decision._tag).toBe("Refused")
    expect(lending(2, overriding("LOAN-1")).decision._tag).toBe("Refused")
    expect(lending(2, overriding("LOAN-2")).decision._tag).toBe("Accepted")
    expect(lending(4, overriding("LOAN-1", "LOAN-2")).decision._tag).toBe("Refused")
  })

  it("at the wrong moment names the state, judges nothing, and tells what it read until then", () => {
    const decided = decideOver([lent(1, loan, reader)], lendBook, lend, known)
    expect(decided.decision).toMatchObject({
      _tag: "Refused",
      moment: { life: "loan", state: "Begun", possible: ["ReturnBook"], says: "It is lent already" },
      judged: [{ rule: "RECORD-1", held: null }, { held: null }, { held: null }, { held: null }, {
        rule: "STAFF-5",
        held: null
      }]
    })
    expect(decided.reads.map((one) => one.view)).toEqual(["Loan"])
  })

  it("judges RECORD-1 of the day on which something is said to have happened, and of no day that lies ahead", () => {
    const tomorrow = date("2016-04-05")
    expect(lendBook.rules.map((one) => one.id)).toEqual(["RECORD-1", "LOAN-1", "LOAN-2", "LOAN-3", "STAFF-5"])
    expect(lending(0, LendBook.make({ loan, reader, on: tomorrow })).decision).toMatchObject({
      _tag: "Refused",
      moment: null,
      judged: [
        {
          rule: "RECORD-1",
          held: false,
          facts: { latest: "2016-04-05", today: "2016-04-04" },
          because: "This has not happened yet. Record it on or after 5 April 2016"
        },
        {},
        {},
        {},
        {}
      ]
    })
    expect(lending(0, LendBook.make({ loan, reader, on, until: tomorrow })).decision._tag).toBe("Accepted")
  })

  it("judges RECORD-1 of the latest of several such days, and not at all where there is none", () => {
    const Extend = command("loan", "ExtendLoan", {
      title: "",
      says: "",
      fields: { from: open(aPastDate), until: optional(open(aPastDate)), next: open(aDate) }
    })
    const extend = decision(Extend, [], function*() {
      return judge().accept(() => [])
    })
    const latest = (until: { readonly until?: typeof on }) => {
      const given = Extend.make({ from: date("2016-03-01"), next: date("2017-01-01"), ...until })
      return decideOver([], extend, given, known).decision.judged
        .filter(({ rule }) => rule === "RECORD-1").map((one) => one.facts)
    }
    expect(latest({ until: date("2016-03-09") })).toEqual([{ latest: "2016-03-09", today: "2016-04-04" }])
    expect(latest({ until: date("2016-02-09") })).toEqual([{ latest: "2016-03-01", today: "2016-04-04" }])
    expect(latest({})).toEqual([{ latest: "2016-03-01", today: "2016-04-04" }])
    const Plan = command("loan", "PlanLoan", { title: "", says: "", fields: { next: open(aDate) } })
    const plan = decision(Plan, [], function*() {
      return judge().accept(() => [])
    })
    expect(plan.rules.map(({ id: rule }) => rule)).toEqual(["STAFF-5"])
  })

  it("that accepts without a declared rule is a defect", () => {
    const careless = decision(LendBook, [LendFew, LendFewer], function*() {
      return judge(LendFewer.asks({ others: 0 })).accept(() => [])
    })
    expect(() => decideOver([], careless, lend, known)).toThrow(
      new TypeError("LendBook accepted without judging LOAN-1")
    )
  })

  it("carries the name of its command into the stack of an error", () => {
    const failing = decision(LendBook, [], function*() {
      throw new Error("A defect")
    })
    let stack = ""
    try {
      decideOver([], failing, lend, known)
    } catch (error) {
      stack = error instanceof Error ? error.stack ?? "" : ""
    }
    expect(stack).toContain("LendBook")
  })
})

describe("a decision that is made again from its evidence", () => {
  const again = (of: Decided, log: ReadonlyArray<Happened>, overridden: ReadonlyArray<string> = []) => {
    let step = beginAgain(of.decides, of.input, of.known, overridden)
    while (step._tag === "Needs") {
      step = step.supply(step.asks.map((ask) => log.filter((one) => matches(ask.query, one))))
    }
    return step
  }

  it("comes to the same, with the public input alone", () => {
    const before = lending(1)
    expect(before.input).toEqual({ loan, reader, on })
    expect(again(before, books(1))).toEqual({ ...before, given: null })
  })

  it("is told for which rules a reason was given, and not the reason", () => {
    const overriding = LendBook.make({ loan, reader, on, overrides: [{ rule: "LOAN-2", reason: "They read fast" }] })
    const before = lending(2, overriding)
    expect(again(before, books(2), ["LOAN-2"]).decision).toEqual(before.decision)
    expect(again(before, books(2)).decision._tag).toBe("Refused")
  })
})

describe("what is read", () => {
  const none = () => judge().accept(() => [])

  it("twice is asked once, and is the very same state", () => {
    const same: Array<boolean> = []
    const twice = reading(function*() {
      const first = yield* read(Loan, loan)
      const [again, , also] = yield* readAll(Loan, [loan, id(5), loan])
      same.push(first === again, first === also)
      return none()
    })
    const asks: Array<ReadonlyArray<string>> = []
    let step = begin(twice, lend, known)
    while (step._tag === "Needs") {
      asks.push(step.asks.map((one) => one.id))
      step = step.supply(step.asks.map((one) => [lent(1, one.id, reader)]))
    }
    expect(asks).toEqual([[loan], [id(5)]])
    expect(same).toEqual([true, true])
    expect(step.reads.map((one) => one.id)).toEqual([loan, id(5)])
  })

  it("comes in the order in which it was asked for", () => {
    let states: ReadonlyArray<number> = []
    const several = reading(function*() {
      yield* read(Loan, id(101))
      states = (yield* readAll(Loan, [id(100), id(101), id(5), id(100)])).map((one) => one.days)
      return none()
    })
    decideOver([lent(1, id(100), reader), lent(2, id(101), reader), lent(3, id(101), reader)], several, lend, known)
    expect(states).toEqual([7, 14, 0, 7])
  })

  it("may be nothing", () => {
    const nothing = reading(function*() {
      expect(yield* readAll(Loan, [])).toEqual([])
      return none()
    })
    expect(decideOver([], nothing, lend, known).reads).toEqual([])
  })

  it("is only watched where no state is wanted", () => {
    const watching = reading(function*() {
      yield* watch(LoansOf, reader)
      return none()
    })
    const first = begin(watching, lend, known)
    expect(first).toMatchObject({ _tag: "Needs", asks: [{ view: "LoansOf", id: reader, fold: false }] })
    expect(decideOver(books(2), watching, lend, known).reads).toMatchObject([{ view: "LoansOf", fold: false }])
  })

  it("is read although it was only watched before, and stays read when it is watched after", () => {
    let found = 0
    const both = reading(function*() {
      yield* watch(LoansOf, reader)
      found = (yield* read(LoansOf, reader)).length
      yield* watch(LoansOf, reader)
      return none()
    })
    const { reads } = decideOver(books(2), both, lend, known)
    expect([found, reads.map((one) => [one.view, one.fold])]).toEqual([2, [["LoansOf", true]]])
  })

  it("under one name is one view", () => {
    const impostor = view("Loan", { days: 1 }).from({ of: [LoanBegun], by: "stream", evolve: { LoanBegun: (s) => s } })
    const confused = (ask: "read" | "watch") =>
      reading(function*() {
        yield* ask === "read" ? read(Loan, loan) : watch(Loan, loan)
        yield* read(impostor, loan)
        return none()
      })
    for (const ask of ["read", "watch"] as const) {
      expect(() => decideOver([], confused(ask), lend, known)).toThrow(new TypeError("Two views are called Loan"))
    }
  })

  it("is at most 400 states", () => {
    const many = (count: number) =>
      reading(function*() {
        yield* readAll(Loan, Array.from({ length: count }, (_, index) => id(index)))
        return none()
      })
    expect(decideOver([], many(400), lend, known).reads.length).toBe(400)
    expect(() => decideOver([], many(401), lend, known)).toThrow(
      new RangeError("LendBook reads more than 400 states")
    )
  })

  it("is asked for at most 400 times, also where everything is remembered", () => {
    const often = (count: number) =>
      reading(function*() {
        for (let time = 0; time < count; time += 1) yield* read(Loan, loan)
        return none()
      })
    expect(decideOver([], often(400), lend, known).reads.length).toBe(1)
    expect(() => decideOver([], often(401), lend, known)).toThrow("LendBook reads more than 400 states")
  })

  it("names the view, the id and the position where it cannot be folded", () => {
    const Fragile = view("Fragile", 0).from({
      of: [LoanBegun],
      by: "stream",
      evolve: {
        LoanBegun: () => {
          throw new Error("Torn")
        }
      }
    })
    const tearing = reading(function*() {
      yield* read(Fragile, loan)
      return none()
    })
    expect(() => decideOver([lent(1, loan, reader)], tearing, lend, known))
      .toThrow(`Fragile of ${loan} could not fold LoanBegun at position 1`)
  })
})

describe("an array and a promise", () => {
  it("lead to the same decision, over any history", async () => {
    const loans = fc.array(fc.tuple(fc.nat(4), fc.nat(2)), { maxLength: 8 }).map((pairs) =>
      pairs.map(([book, by], index) => lent(index + 1, id(book), id(2 + by)))
    )
    await fc.assert(fc.asyncProperty(loans, async (log) => {
      const loaded = await decideWith(
        async (asks) => asks.map((ask) => log.filter((one) => matches(ask.query, one))),
        lendBook,
        lend,
        known
      )
      expect(loaded).toEqual(decideOver(log, lendBook, lend, known))
    }))
  })

  it("load nothing before the first need, and then only what is missing", async () => {
    const asked: Array<ReadonlyArray<string>> = []
    const log = [lent(1, id(100), reader), lent(2, id(101), reader)]
    await decideWith(
      async (asks) => {
        asked.push(asks.map((ask) => `${ask.view} ${ask.id.slice(-3)}`))
        return asks.map((ask) => log.filter((one) => matches(ask.query, one)))
      },
      lendBook,
      lend,
      known
    )
    expect(asked).toEqual([["Loan 001"], ["LoansOf 002"], ["Loan 100", "Loan 101"], ["InCustody 009"]])
  })
})
