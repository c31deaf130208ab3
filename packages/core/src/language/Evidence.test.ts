/**
 * What is kept of an accepted command: public values and the reasons why in the log, personal values beside it, each with
 * whom it concerns and how long it is kept.
 */
import { describe, expect, it } from "vitest"
import { RegisterPerson } from "../person/PersonRegistration.ts"
import { decisions, eventTypes } from "../Registry.ts"
import { command } from "./Command.ts"
import { calendarEdition, decideOver } from "./Deciding.ts"
import { decision, read, watch } from "./Decision.ts"
import type { Known } from "./Decision.ts"
import { establishment } from "./EstablishmentCode.ts"
import { event } from "./Event.ts"
import type { EventType } from "./Event.ts"
import { toKeep } from "./Evidence.ts"
import { open, optional, personal, tagged } from "./Field.ts"
import { instant } from "./Instant.ts"
import { judge } from "./Judgement.ts"
import { aCount, aDate, idOf, oneOf, text } from "./Kind.ts"
import { date } from "./LocalDate.ts"
import { prisonNumber } from "./PrisonNumber.ts"
import { rule } from "./Rule.ts"
import { view } from "./View.ts"

const id = (number: number) => `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`
const [loan, reader, librarian, commandId] = [id(1), id(2), id(9), id(8)]
const on = date("2016-04-04")

const known: Known = {
  now: instant("2016-04-04T11:00:00.000Z"),
  today: on,
  calendar: calendarEdition,
  actor: { id: librarian, role: "officer" },
  numberTaken: false
}
const circumstances = { commandId, correlation: id(7), cause: null, upTo: 41 }

const note = text(100)
const reasons = oneOf({ LATE: "Late", UNWELL: "Unwell" })

const FineSet = event("loan", "FineSet", {
  title: "Fine set",
  says: "A fine was set",
  fields: {
    reader: tagged("person", idOf("person")),
    pence: open(aCount()),
    reason: personal(reasons, { subject: "reader", keep: "conduct" }),
    shelf: optional(personal(note, { subject: "loan", keep: "administration" })),
    weather: personal(note, { subject: "actor", keep: "administration" })
  }
})
const BookDropped = event("loan", "BookDropped", {
  title: "Book dropped",
  says: "A book was dropped",
  fields: {
    reader: tagged("person", idOf("person")),
    reason: personal(reasons, { subject: "reader", keep: "selection" })
  }
})
const FineSetAgain = FineSet.next(FineSet.fields).from((before) => before)
const types: ReadonlyMap<string, EventType> = new Map<string, EventType>([
  ["FineSet", FineSetAgain],
  ["BookDropped", BookDropped]
])

const SetSmallFines = rule({
  id: "LOAN-1",
  name: "SetSmallFines",
  says: "Fines are small",
  source: { title: "Library rules", at: "page 4" },
  strength: "soft",
  limits: { pence: null },
  facts: { pence: aCount() },
  holds: ({ pence }, { pence: most }) => pence <= most,
  because: () => "It is too much",
  example: { facts: { pence: 51 }, limits: { pence: 50 } }
})

const Fines = view("Fines", 0).from({ of: [FineSet], by: "stream", evolve: { FineSet: (count) => count + 1 } })
const FinesOf = view("FinesOf", 0).from({ of: [FineSet], by: "person", evolve: { FineSet: (count) => count + 1 } })

const SetFine = command("loan", "SetFine", {
  title: "Set a fine",
  says: "A book came back late",
  fields: {
    loan: tagged("loan", idOf("loan")),
    reader: tagged("person", idOf("person")),
    pence: open(aCount()),
    reason: optional(personal(reasons, { subject: "reader", keep: "conduct" })),
    shelf: optional(personal(note, { subject: "loan", keep: "administration" })),
    weather: personal(note, { subject: "actor", keep: "administration" }),
    secret: optional(personal(note, { subject: "actor", keep: "administration" })),
    on: open(aDate)
  }
})

const setFine = decision(SetFine, [SetSmallFines], function*({ loan: of, on: day, pence, reader: person }) {
  yield* read(Fines, of)
  yield* watch(FinesOf, person)
  return judge(SetSmallFines.asks({ pence }, { pence: 50 })).accept(() => [
    FineSet.make({ of, on: day, data: { reader: person, pence } }),
    BookDropped.make({ of, on: day, corrects: id(6), data: { reader: person } })
  ])
})

const given = SetFine.make({
  loan,
  reader,
  pence: 60,
  reason: "LATE",
  shelf: "B",
  weather: "Rain",
  secret: "Never kept",
  overrides: [{ rule: "LOAN-1", reason: "It was the third time" }],
  on
})
const keep = (asked: typeof given) => toKeep(types, decideOver([], setFine, asked, known), circumstances)

describe("what is kept of an accepted command", () => {
  const staff = { id: "STAFF-5", held: true, facts: { inCustody: false }, limits: {} }
  const evidence = {
    law: "0.1.0",
    command: { loan, reader, pence: 60, on },
    upTo: 41,
    known: { now: known.now, today: on, calendar: "england-and-wales-2028", numberTaken: false },
    reads: [["Fines", loan], ["FinesOf", reader], ["InCustody", librarian]],
    rules: [{ id: "LOAN-1", held: false, facts: { pence: 60 }, limits: { pence: 50 }, override: true }, staff]
  }

  it("is every event with its public values, and why it was allowed", () => {
    expect(keep(given).events).toEqual([
      {
        type: "FineSet",
        schemaVersion: 2,
        stream: `loan-${loan}`,
        on: "2016-04-04",
        actor: { id: librarian, role: "officer" },
        command: { id: commandId, type: "SetFine" },
        cause: null,
        correlation: id(7),
        decision: evidence,
        data: { reader, pence: 60 },
        tags: [`loan:${loan}`, `person:${reader}`]
      },
      {
        type: "BookDropped",
        schemaVersion: 1,
        stream: `loan-${loan}`,
        on: "2016-04-04",
        actor: { id: librarian, role: "officer" },
        command: { id: commandId, type: "SetFine" },
        cause: null,
        correlation: id(7),
        corrects: id(6),
        decision: evidence,
        data: { reader },
        tags: [`loan:${loan}`, `person:${reader}`]
      }
    ])
  })

  it("is every personal value with its event, whom it concerns and how long it is kept, and each reason", () => {
    expect(keep(given).personal).toEqual([
      { event: 0, name: "reason", subject: reader, class: "conduct", value: "LATE" },
      { event: 0, name: "shelf", subject: loan, class: "administration", value: "B" },
      { event: 0, name: "weather", subject: librarian, class: "administration", value: "Rain" },
      { event: 1, name: "reason", subject: reader, class: "selection", value: "LATE" },
      { event: 0, name: "override LOAN-1", subject: librarian, class: "administration", value: "It was the third time" }
    ])
    expect(keep(given).lookups).toEqual([])
  })

  it("has nothing personal in the log", () => {
    const logged = JSON.stringify(keep(given).events)
    for (const value of ["LATE", "Rain", "third time", "Never kept"]) expect(logged).not.toContain(value)
  })

  it("leaves out an optional personal value, what the command held but no event declares, and a rule's absent override", () => {
    const { shelf: _, secret: __, overrides: ___, ...rest } = given
    const kept = keep({ ...rest, pence: 50 })
    expect(kept.personal.map((one) => one.name)).toEqual(["reason", "weather", "reason"])
    expect(kept.events[0]?.decision.rules).toEqual([
      { id: "LOAN-1", held: true, facts: { pence: 50 }, limits: { pence: 50 } },
      staff
    ])
  })

  it("is an error where a personal value is missing that an event must keep", () => {
    const { reason: _, ...rest } = given
    expect(() => keep(rest)).toThrow(new TypeError("SetFine has no reason, which FineSet must keep"))
  })

  it("is no reason for an exception that nobody needed", () => {
    const needless = [...(given.overrides ?? []), { rule: "LOAN-2", reason: "Just in case" }]
    expect(keep({ ...given, pence: 50, overrides: needless }).personal.filter((one) => one.name.startsWith("override")))
      .toEqual([])
    expect(keep({ ...given, overrides: needless }).personal.filter((one) => one.name.startsWith("override")))
      .toMatchObject([{ name: "override LOAN-1" }])
  })

  it("is nothing where the command was refused", () => {
    const { overrides: _, ...rest } = given
    expect(() => keep(rest)).toThrow(new TypeError("A refused command leaves nothing to keep"))
  })

  it("is nothing where it was only decided again", () => {
    const decided = { ...decideOver([], setFine, given, known), given: null }
    expect(() => toKeep(types, decided, circumstances))
      .toThrow(new TypeError("A decision that is made again leaves nothing to keep"))
  })

  it("is an error where the event is of no law", () => {
    expect(() => toKeep(new Map(), decideOver([], setFine, given, known), circumstances))
      .toThrow(new TypeError("FineSet is no event of this law"))
  })

  it("says what the index answered only where a decision asked", () => {
    const unasked = decision(SetFine, [], function*({ loan: of, on: day, reader: person }) {
      yield* read(Fines, of)
      return judge().accept(() => [BookDropped.make({ of, on: day, data: { reader: person } })])
    })
    const [kept] = toKeep(types, decideOver([], unasked, given, known), { ...circumstances, cause: id(5) }).events
    expect(kept?.decision.known).toEqual({ now: known.now, today: on, calendar: "england-and-wales-2028" })
    expect(kept?.cause).toBe(id(5))
  })
})

describe("a person who is registered", () => {
  it("is known to the log by an opaque id alone, and is found by number in an index beside it", () => {
    const register = RegisterPerson.make({
      person: reader,
      prisonNumber: prisonNumber("a1234aa"),
      familyName: "Worker",
      givenName: "Will",
      establishment: establishment("ZZI"),
      on
    })
    const decides = decisions.get("RegisterPerson")
    if (decides === undefined) throw new Error("RegisterPerson is gone")
    const kept = toKeep(eventTypes, decideOver([], decides, register, known), circumstances)
    expect(kept.lookups).toEqual([{ kind: "prisonNumber", value: "A1234AA", subject: reader }])
    expect(kept.personal.map(({ name, subject, value }) => [name, subject, value])).toEqual([
      ["prisonNumber", reader, "A1234AA"],
      ["familyName", reader, "Worker"],
      ["givenName", reader, "Will"]
    ])
    expect(kept.events.map((one) => [one.type, one.data, one.decision.known])).toEqual([
      [
        "PersonRegistered",
        { establishment: "ZZI" },
        { now: known.now, today: on, calendar: "england-and-wales-2028", numberTaken: false }
      ]
    ])
    expect(JSON.stringify(kept.events)).not.toMatch(/A1234AA|Worker|Will/)
  })
})
