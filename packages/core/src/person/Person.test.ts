/**
 * The life of a person: told once, refused at every wrong moment, entered late and out of order, corrected, replayed.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { decideOver } from "../language/Deciding.ts"
import { establishment } from "../language/EstablishmentCode.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { toKeep } from "../language/Evidence.ts"
import { instant } from "../language/Instant.ts"
import { addDays, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { prisonNumber } from "../language/PrisonNumber.ts"
import { fold } from "../language/View.ts"
import { check, decide, knownIn } from "../OverEvents.ts"
import { decisions, eventTypes } from "../Registry.ts"
import { given, laws, story } from "../testing.ts"
import { CorrectMovement, VoidMovement } from "./MovementCorrections.ts"
import {
  absencesFrom,
  establishmentOn,
  Person,
  personSteps,
  PrisonNumbersGiven,
  wingOn,
  withMovements
} from "./Person.ts"
import {
  RecordReadmission,
  RecordRelease,
  RecordReturn,
  RecordTemporaryDeparture,
  RecordTransfer,
  RecordWingChange
} from "./PersonMovements.ts"
import {
  CorrectPersonName,
  CorrectPrisonNumber,
  correctPrisonNumber,
  RegisterPerson,
  registerPerson
} from "./PersonRegistration.ts"

const person = "00000000-0000-4000-9000-000000000001"
const actor = { id: "00000000-0000-4000-9000-000000000009", role: "coordinator" } as const
const ZZI = establishment("ZZI")
const ZZA = establishment("ZZA")
const reason = "The paper says otherwise"

const register = (on: string, at: EstablishmentCode = ZZI) =>
  RegisterPerson.make({
    person,
    prisonNumber: prisonNumber("A1234AA"),
    familyName: "Example",
    givenName: "Alex",
    establishment: at,
    wing: "B_WING",
    on: date(on)
  })
const rename = (on: string) => CorrectPersonName.make({ person, familyName: "Sample", givenName: "Alex", on: date(on) })
const renumber = (on: string) =>
  CorrectPrisonNumber.make({ person, prisonNumber: prisonNumber("A4321AA"), on: date(on), reason })
const transfer = (on: string, to: EstablishmentCode = ZZA) =>
  RecordTransfer.make({ person, establishment: to, on: date(on) })
const changeWing = (on: string, wing = "C_WING") => RecordWingChange.make({ person, wing, on: date(on) })
const depart = (on: string, why: "COURT" | "HOSPITAL" | "LICENCE_WORK" | "LICENCE_OTHER" | "OTHER" = "COURT") =>
  RecordTemporaryDeparture.make({ person, reason: why, on: date(on) })
const comeBack = (on: string) => RecordReturn.make({ person, on: date(on) })
const release = (on: string) => RecordRelease.make({ person, reason: "RELEASED", on: date(on) })
const readmit = (on: string, to: EstablishmentCode = ZZI) =>
  RecordReadmission.make({ person, establishment: to, on: date(on) })
const correct = (movement: string, on: string, to?: { establishment?: EstablishmentCode; wing?: string }) =>
  CorrectMovement.make({ person, movement, on: date(on), ...to, reason })
const strikeOut = (movement: string) => VoidMovement.make({ person, movement, reason })

const personAfter = (events: ReadonlyArray<Happened>) => fold(Person, person, events)
const eventOf = (events: ReadonlyArray<Happened>, type: string) => events.find((event) => event.type === type)?.id ?? ""
const momentOf = (decision: ReturnType<typeof check>) => decision._tag === "Refused" ? decision.moment : null

/** The day that does not follow any more, as whoever looks is told; null where everything does. */
const misfitIn = (decision: ReturnType<typeof check>) => {
  const judged = decision.judged.find(({ rule }) => rule === "PERSON-3")
  return judged?.held === false ? judged.facts["misfit"] : null
}

/** Registered on 1 March 2016 at ZZI, on wing B. */
const known = story().by(actor).on("2016-03-01", register("2016-03-01"))

describe("a person", () => {
  const whole = known
    .on("2016-03-02", rename("2016-03-01"), renumber("2016-03-01"))
    .on("2016-03-07", changeWing("2016-03-07"))
    .on("2016-03-14", depart("2016-03-14"))
    .on("2016-03-15", comeBack("2016-03-15"))
    .on("2016-03-21", depart("2016-03-21", "LICENCE_WORK"))
    .on("2016-03-23", transfer("2016-03-22"))
    .on("2016-04-04", release("2016-04-04"))
    .on("2016-05-16", readmit("2016-05-16"))

  it("is registered, moves, leaves for a time, returns, is transferred, released and readmitted", () => {
    const tags = ["establishment:ZZI", `person:${person}`]
    const both = ["establishment:ZZA", ...tags]
    expect(whole.events.map((event) => [event.type, event.on, event.data, event.tags])).toEqual([
      ["PersonRegistered", "2016-03-01", { establishment: "ZZI", wing: "B_WING" }, tags],
      ["PersonDetailsCorrected", "2016-03-01", { establishment: "ZZI" }, tags],
      ["PrisonNumberCorrected", "2016-03-01", { establishment: "ZZI" }, tags],
      ["PersonChangedWing", "2016-03-07", { establishment: "ZZI", wing: "C_WING" }, tags],
      ["PersonLeftTemporarily", "2016-03-14", { establishment: "ZZI", forWork: false }, tags],
      ["PersonReturned", "2016-03-15", { establishment: "ZZI" }, tags],
      ["PersonLeftTemporarily", "2016-03-21", { establishment: "ZZI", forWork: true }, tags],
      ["PersonTransferred", "2016-03-22", { establishment: "ZZA", formerEstablishment: "ZZI" }, both],
      ["PersonReleased", "2016-04-04", { establishment: "ZZA" }, ["establishment:ZZA", `person:${person}`]],
      ["PersonReadmitted", "2016-05-16", { establishment: "ZZI", formerEstablishment: "ZZA" }, both]
    ])
  })

  it("is somewhere on every day, and what they were last stands on top", () => {
    const { movements, ...rest } = personAfter(whole.events)
    const [registered, , , moved, court, , work, transferred, , readmitted] = whole.events.map((event) => event.id)
    expect(rest).toEqual({
      status: "AtEstablishment",
      since: "2016-03-01",
      stays: [
        { establishment: "ZZI", wing: "B_WING", from: "2016-03-01", until: "2016-03-07", event: registered },
        { establishment: "ZZI", wing: "C_WING", from: "2016-03-07", until: "2016-03-22", event: moved },
        { establishment: "ZZA", wing: null, from: "2016-03-22", until: "2016-04-04", event: transferred },
        { establishment: "ZZI", wing: null, from: "2016-05-16", until: null, event: readmitted }
      ],
      absences: [
        { establishment: "ZZI", from: "2016-03-14", until: "2016-03-15", forWork: false, event: court },
        { establishment: "ZZI", from: "2016-03-21", until: "2016-03-22", forWork: true, event: work }
      ],
      links: [],
      legalChanges: [],
      changed: { on: "2016-05-16", recordedAt: "2016-05-16T12:00:00.000Z", by: actor }
    })
    expect(movements.map((movement) => movement.kind)).toEqual([
      "Registered",
      "ChangedWing",
      "LeftTemporarily",
      "Returned",
      "LeftTemporarily",
      "Transferred",
      "Released",
      "Readmitted"
    ])
  })

  it.each([
    ["2016-02-29", null, null],
    ["2016-03-01", "ZZI", "B_WING"],
    ["2016-03-07", "ZZI", "C_WING"],
    ["2016-03-14", "ZZI", "C_WING"],
    ["2016-03-21", "ZZI", "C_WING"],
    ["2016-03-22", "ZZA", null],
    ["2016-04-03", "ZZA", null],
    ["2016-04-04", null, null],
    ["2016-05-15", null, null],
    ["2016-05-16", "ZZI", null]
  ])("on %s is at %s, wing %s", (day, at, wing) => {
    const someone = personAfter(whole.events)
    expect([establishmentOn(someone, date(day)), wingOn(someone, date(day))]).toEqual([at, wing])
  })

  it("is absent before they came, after they left, and while away; for work only where that counts", () => {
    const someone = personAfter(whole.events)
    expect(absencesFrom(someone, ZZI, { countWork: true })).toEqual([
      { from: "1900-01-01", until: "2016-03-01" },
      { from: "2016-03-14", until: "2016-03-15" },
      { from: "2016-03-21", until: "2016-05-16" }
    ])
    expect(absencesFrom(someone, ZZI, { countWork: false })).toEqual([
      { from: "1900-01-01", until: "2016-03-01" },
      { from: "2016-03-14", until: "2016-03-15" },
      { from: "2016-03-22", until: "2016-05-16" }
    ])
    expect(absencesFrom(someone, ZZA, { countWork: false })).toEqual([
      { from: "1900-01-01", until: "2016-03-22" },
      { from: "2016-04-04", until: null }
    ])
    expect(absencesFrom(Person.initial, ZZI, { countWork: false })).toEqual([{ from: "1900-01-01", until: null }])
  })

  it("keeps no name, number or reason where decisions and views could see them", () => {
    for (const secret of ["Example", "Alex", "A1234AA", "A4321AA", "COURT", "LICENCE"]) {
      expect(JSON.stringify(whole.events)).not.toContain(secret)
    }
  })
})

/** What the command leaves to be kept when it is accepted. */
const keptOf = (events: ReadonlyArray<Happened>, command: Given, on: string) => {
  const decides = decisions.get(command._tag) ?? registerPerson
  const decided = decideOver(events, decides, command, knownIn({ today: date(on), actor }))
  return toKeep(eventTypes, decided, { commandId: "c", correlation: "c", cause: null, upTo: events.length })
}

describe("what is kept beside the log", () => {
  it("of a registration: number, names and the look-up by the number", () => {
    const { lookups, personal } = keptOf([], register("2016-03-01"), "2016-03-01")
    const of = { event: 0, subject: person, class: "identity" }
    expect(personal).toEqual([
      { ...of, name: "prisonNumber", value: "A1234AA" },
      { ...of, name: "familyName", value: "Example" },
      { ...of, name: "givenName", value: "Alex" }
    ])
    expect(lookups).toEqual([{ kind: "prisonNumber", value: "A1234AA", subject: person }])
  })

  it.each([
    [rename("2016-03-01"), { familyName: "Sample", givenName: "Alex" }, "identity"],
    [depart("2016-03-08"), { reason: "COURT" }, "scheduling"],
    [release("2016-03-08"), { reason: "RELEASED" }, "scheduling"],
    [correct(known.events[0]?.id ?? "", "2016-02-29"), { reason }, "administration"]
  ])("of $_tag", (command, values, keep) => {
    expect(keptOf(known.events, command, "2016-03-10").personal).toEqual(
      Object.entries(values).map(([name, value]) => ({ event: 0, name, subject: person, class: keep, value }))
    )
  })

  it("of a corrected prison number: the look-up by the new one", () => {
    expect(keptOf(known.events, renumber("2016-03-01"), "2016-03-10").lookups)
      .toEqual([{ kind: "prisonNumber", value: "A4321AA", subject: person }])
  })
})

describe("a prison number", () => {
  it("belongs to one person", () => {
    const today = date("2016-03-02")
    const both = [
      [[], register("2016-03-01"), [["STAFF-4", true]]],
      [known.events, renumber("2016-03-01"), []]
    ] as const
    for (const [events, command, besides] of both) {
      const decision = check(command, events, { today, numberTaken: true })
      expect([decision._tag, decision.judged.map((one) => [one.rule, one.held])])
        .toEqual(["Refused", [["RECORD-1", true], ["PERSON-2", false], ...besides, ["STAFF-5", true]]])
      expect(check(command, events, { today, numberTaken: false })._tag).toBe("Accepted")
    }
  })

  it.each([registerPerson, correctPrisonNumber])("is watched while it is given: $command.name", (decides) => {
    const command = decides === registerPerson ? register("2016-03-01") : renumber("2016-03-01")
    const { reads } = decideOver(known.events, decides, command, knownIn({ today: date("2016-03-02") }))
    expect(reads.filter(({ view }) => view !== "InCustody").map(({ fold: folded, id, view }) => [view, id, folded]))
      .toEqual([["Person", person, true], ["PrisonNumbersGiven", "all", false]])
  })

  it("that is given concerns everybody who registers somebody meanwhile", () => {
    const numbered = known.on("2016-03-02", renumber("2016-03-01")).on("2016-03-10", transfer("2016-03-10"))
    expect(fold(PrisonNumbersGiven, "all", known.events)).toBe(1)
    expect(fold(PrisonNumbersGiven, "all", numbered.events)).toBe(2)
    expect(PrisonNumbersGiven.query("all")).toEqual([{ types: ["PersonRegistered", "PrisonNumberCorrected"] }])
  })
})

const kinds = ["Registered", "Transferred", "ChangedWing", "LeftTemporarily", "Returned", "Released", "Readmitted"]

const [aMovement] = known.events

/** Any movements, in any order and on any days, also such as nobody could record. */
const anyMovements = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(5), fc.boolean()), { maxLength: 12 }).map(
  (all): ReadonlyArray<Happened> =>
    all.flatMap(([kind, later, isZza], index) =>
      aMovement === undefined ? [] : [{
        ...aMovement,
        type: `Person${kind}`,
        id: `${index}`,
        position: index + 1,
        version: index + 1,
        on: addDays(date("2016-03-01"), later),
        data: { establishment: isZza ? ZZA : ZZI, forWork: false, wing: "B_WING" }
      }]
    )
)

describe("movements entered late and out of order", () => {
  it("lead to the same as all of them in the order of their days, one by one and together", () => {
    fc.assert(fc.property(anyMovements, (events) => {
      const oneByOne = personAfter(events)
      expect(oneByOne).toEqual(withMovements(oneByOne.movements))
    }))
  })

  it("at half past midnight in summer it is already the next day", () => {
    const command = register("2016-04-01")
    expect(check(command, [], { now: instant("2016-03-31T22:59:59.999Z") })._tag).toBe("Refused")
    expect(check(command, [], { now: instant("2016-03-31T23:30:00.000Z") })._tag).toBe("Accepted")
  })

  it("transferred out and back within two days: the stay is interrupted, not lost", () => {
    const back = known.on("2016-03-11", transfer("2016-03-10"), transfer("2016-03-11", ZZI))
    expect(absencesFrom(personAfter(back.events), ZZI, { countWork: false })).toEqual([
      { from: "1900-01-01", until: "2016-03-01" },
      { from: "2016-03-10", until: "2016-03-11" }
    ])
  })

  it("transferred out and back on one day: nobody was away for a whole day", () => {
    const back = known.on("2016-03-11", transfer("2016-03-10"), transfer("2016-03-10", ZZI))
    expect(absencesFrom(personAfter(back.events), ZZI, { countWork: true }))
      .toEqual([{ from: "1900-01-01", until: "2016-03-01" }])
    expect(personAfter(back.events).stays.map(({ from, until }) => [from, until]))
      .toEqual([["2016-03-01", "2016-03-10"], ["2016-03-10", null]])
  })

  it("a departure entered before a later one: away until a return is known, and somebody must look", () => {
    const later = known.on("2016-03-21", depart("2016-03-20"), comeBack("2016-03-21"))
    const early = depart("2016-03-08")
    const { decision } = given(later.events).on("2016-03-22").when(early).isAccepted("PersonLeftTemporarily")
    expect(misfitIn(decision)).toBe("2016-03-20")
    const times = (events: ReadonlyArray<Happened>) =>
      personAfter(events).absences.map(({ from, until }) => [from, until])
    const away = later.on("2016-03-22", early)
    expect(times(away.events)).toEqual([["2016-03-08", "2016-03-21"]])
    expect(times(away.on("2016-03-22", comeBack("2016-03-09")).events))
      .toEqual([["2016-03-08", "2016-03-09"], ["2016-03-20", "2016-03-21"]])
  })

  it("a bed on another wing is given to somebody who is away: they live there from that day", () => {
    const away = known.on("2016-03-21", depart("2016-03-14"), changeWing("2016-03-16"))
    expect(wingOn(personAfter(away.events), date("2016-03-16"))).toBe("C_WING")
    expect(personAfter(away.events)).toMatchObject({ status: "TemporarilyAway", absences: [{ until: null }] })
  })

  it("what follows a release makes nobody come back but an arrival", () => {
    const late = known.on("2016-03-21", depart("2016-03-10"), release("2016-03-05"))
    expect(personAfter(late.events)).toMatchObject({ status: "Released", absences: [], changed: { on: "2016-03-05" } })
  })

  it("what somebody was asked to look at is not told again", () => {
    const late = known.on("2016-03-21", depart("2016-03-10"), comeBack("2016-03-12"), release("2016-03-05"))
    const struck = given(late.events).on("2016-03-22").when(strikeOut(eventOf(late.events, "PersonLeftTemporarily")))
    expect(misfitIn(struck.decision)).toBe(null)
    const arrived = known.on("2016-03-21", transfer("2016-03-10"), release("2016-03-05"))
    expect(misfitIn(given(arrived.events).on("2016-03-22").when(depart("2016-03-15")).decision)).toBe(null)
  })

  it.each(
    [["COURT", false], ["HOSPITAL", false], ["LICENCE_WORK", true], ["LICENCE_OTHER", false], ["OTHER", false]] as const
  )(
    "of a time away for %s it is public that it was for work: %s",
    (why, forWork) => {
      const { decision } = given(known.events).on("2016-03-22").when(depart("2016-03-08", why)).isAccepted()
      expect(decision._tag === "Accepted" && decision.events[0]?.data).toEqual({ establishment: "ZZI", forWork })
    }
  )

  it("a release that becomes known on 20 March counts from 5 March", () => {
    const late = known.on("2016-03-20", release("2016-03-05"))
    expect(establishmentOn(personAfter(late.events), date("2016-03-04"))).toBe("ZZI")
    expect(establishmentOn(personAfter(late.events), date("2016-03-05"))).toBe(null)
  })

  it("a time at court between movements that are recorded already", () => {
    const moved = known.on("2016-03-20", transfer("2016-03-18"))
    const late = moved.on("2016-03-21", depart("2016-03-08"), comeBack("2016-03-09"))
    expect(personAfter(late.events).absences.map(({ from, until }) => [from, until])).toEqual([[
      "2016-03-08",
      "2016-03-09"
    ]])
    expect(personAfter(late.events).status).toBe("AtEstablishment")
    expect(establishmentOn(personAfter(late.events), date("2016-03-18"))).toBe("ZZA")
  })

  it("sent to court and not back: away from that day on, until the release becomes known", () => {
    const away = known.on("2016-03-14", depart("2016-03-14"))
    expect(absencesFrom(personAfter(away.events), ZZI, { countWork: false }).at(-1)).toEqual({
      from: "2016-03-14",
      until: null
    })
    const released = away.on("2016-03-24", release("2016-03-14"))
    expect(personAfter(released.events)).toMatchObject({ status: "Released", absences: [] })
  })

  it("a release before a transfer that is recorded already is accepted, and somebody must look", () => {
    const moved = known.on("2016-03-20", transfer("2016-03-10"))
    const days = fc.oneof(fc.integer({ min: 8, max: 10 }), fc.nat(20)).map((count) =>
      addDays(date("2016-03-01"), count)
    )
    fc.assert(fc.property(days, (day) => {
      const { decision } = given(moved.events).on("2016-03-21").when(release(day)).isAccepted("PersonReleased")
      expect(misfitIn(decision)).toBe(day >= "2016-03-10" ? null : "2016-03-10")
    }))
    const both = moved.on("2016-03-21", release("2016-03-05"))
    expect(establishmentOn(personAfter(both.events), date("2016-03-09"))).toBe(null)
    expect(establishmentOn(personAfter(both.events), date("2016-03-10"))).toBe("ZZA")
  })

  it("nothing is entered before the person was known", () => {
    given(known.events).on("2016-03-20").when(transfer("2016-02-29")).isRefusedBy("RECORD-2")
      .says("RECORD-2", "The date is too early. It can be 1 March 2016 or later")
    given(known.events).on("2016-03-20").when(transfer("2016-03-01")).isAccepted("PersonTransferred")
  })
})

describe("a correction", () => {
  const moved = known.on("2016-03-20", transfer("2016-03-10")).on("2016-03-21", changeWing("2016-03-21", "A_WING"))
  const transferred = eventOf(moved.events, "PersonTransferred")

  it("moves a transfer to another day: the answer changes, what was recorded stays", () => {
    const corrected = moved.on("2016-03-22", correct(transferred, "2016-03-12"))
    expect(corrected.events.slice(0, -1)).toEqual(moved.events)
    expect(corrected.events.at(-1)).toMatchObject({
      type: "MovementCorrected",
      on: "2016-03-12",
      corrects: transferred,
      data: { establishment: "ZZA", formerEstablishment: "ZZA" }
    })
    expect(establishmentOn(personAfter(moved.events), date("2016-03-11"))).toBe("ZZA")
    expect(establishmentOn(personAfter(corrected.events), date("2016-03-11"))).toBe("ZZI")
    expect(establishmentOn(personAfter(corrected.events), date("2016-03-12"))).toBe("ZZA")
  })

  it("names another establishment, which later moves to a wing follow, and both hear of it", () => {
    const ZZB = establishment("ZZB")
    const corrected = moved.on("2016-03-22", correct(transferred, "2016-03-10", { establishment: ZZB, wing: "D_WING" }))
    expect(corrected.events.at(-1)?.tags).toEqual(["establishment:ZZA", "establishment:ZZB", `person:${person}`])
    expect(personAfter(corrected.events).stays.map(({ establishment: at, from, wing }) => [at, wing, from])).toEqual([
      ["ZZI", "B_WING", "2016-03-01"],
      ["ZZB", "D_WING", "2016-03-10"],
      ["ZZB", "A_WING", "2016-03-21"]
    ])
  })

  it("of the registration moves the day from which the person is known", () => {
    const corrected = moved.on("2016-03-22", correct(eventOf(moved.events, "PersonRegistered"), "2016-02-22"))
    expect(personAfter(corrected.events).since).toBe("2016-02-22")
    expect(wingOn(personAfter(corrected.events), date("2016-02-22"))).toBe("B_WING")
  })

  it("to another establishment forgets the wing of the wrong one", () => {
    const corrected = known.on(
      "2016-03-22",
      correct(eventOf(known.events, "PersonRegistered"), "2016-03-01", { establishment: ZZA })
    )
    expect(personAfter(corrected.events).stays)
      .toMatchObject([{ establishment: "ZZA", wing: null, from: "2016-03-01", until: null }])
  })

  it("names another wing", () => {
    const corrected = moved.on(
      "2016-03-22",
      correct(eventOf(moved.events, "PersonChangedWing"), "2016-03-21", { wing: "E_WING" })
    )
    expect(wingOn(personAfter(corrected.events), date("2016-03-21"))).toBe("E_WING")
  })

  it("of a departure to a day after its return asks somebody to look", () => {
    const away = known.on("2016-03-18", depart("2016-03-14"), comeBack("2016-03-15"))
    const departed = eventOf(away.events, "PersonLeftTemporarily")
    expect(misfitIn(given(away.events).on("2016-03-18").when(correct(departed, "2016-03-16")).decision)).toBe(
      "2016-03-15"
    )
    expect(misfitIn(given(away.events).on("2016-03-18").when(correct(departed, "2016-03-15")).decision)).toBe(null)
  })

  it("of a name concerns the establishment at which the person was last, however briefly", () => {
    const moving = moved.on("2016-03-22", rename("2016-03-01"))
    expect(moving.events.at(-1)?.data).toEqual({ establishment: "ZZA" })
    const brief = known.on("2016-03-01", release("2016-03-01")).on("2016-03-22", rename("2016-03-01"))
    expect(brief.events.at(-1)?.data).toEqual({ establishment: "ZZI" })
  })

  it("strikes out a movement that did not take place", () => {
    const struck = moved.on("2016-03-22", strikeOut(transferred))
    expect(struck.events.at(-1)).toMatchObject({ type: "MovementVoided", on: "2016-03-10", corrects: transferred })
    expect(personAfter(struck.events).stays.map(({ establishment: at, from, wing }) => [at, wing, from])).toEqual([
      ["ZZI", "B_WING", "2016-03-01"],
      ["ZZI", "A_WING", "2016-03-21"]
    ])
  })

  it("that leaves a return without its departure asks somebody to look", () => {
    const away = known.on("2016-03-15", depart("2016-03-14"), comeBack("2016-03-15"))
    const { decision } = given(away.events).on("2016-03-16").when(
      strikeOut(eventOf(away.events, "PersonLeftTemporarily"))
    )
      .isAccepted("MovementVoided")
    expect(misfitIn(decision)).toBe("2016-03-15")
  })

  it.each([
    [
      "of something that is not recorded",
      correct("00000000-0000-4000-9000-00000000000f", "2016-03-12"),
      "No such movement of this person counts. See their history for those that do"
    ],
    ["that changes nothing", correct(transferred, "2016-03-10"), "The movement is recorded like this already"],
    [
      "of the place to which a move to a wing led",
      correct(eventOf(moved.events, "PersonChangedWing"), "2016-03-21", { establishment: ZZI }),
      "That movement leads to no establishment. Correct the arrival or the transfer before it"
    ],
    [
      "that strikes out the registration",
      strikeOut(eventOf(moved.events, "PersonRegistered")),
      "A registration cannot be struck out. Correct its day or its establishment instead"
    ]
  ])("%s is told why not", (_, command, says) => {
    const { decision } = given(moved.events).on("2016-03-22").when(command).isRefusedWhile("AtEstablishment")
    expect(momentOf(decision)?.says).toBe(says)
  })

  it("gives no wing to a release", () => {
    const released = known.on("2016-03-20", release("2016-03-10"))
    const { decision } = given(released.events).on("2016-03-20")
      .when(correct(eventOf(released.events, "PersonReleased"), "2016-03-10", { wing: "A_WING" }))
    expect(momentOf(decision)?.says)
      .toBe("That movement leads to no wing. Correct the arrival or the move to a wing before it")
  })

  it("of any movement but the registration stays after it", () => {
    given(moved.events).on("2016-03-22").when(correct(transferred, "2016-02-29")).isRefusedBy("RECORD-2")
    given(moved.events).on("2016-03-22").when(correct(transferred, "2016-03-01")).isAccepted("MovementCorrected")
  })
})

describe("at the wrong moment", () => {
  const movement = "00000000-0000-4000-9000-00000000000f"
  const states = {
    Unknown: story(),
    AtEstablishment: known,
    TemporarilyAway: known.on("2016-03-14", depart("2016-03-14")),
    Released: known.on("2016-03-14", release("2016-03-14"))
  }
  const says = {
    Unknown: "There is no such person",
    AtEstablishment: "The person is already at establishment since 12:00 on 1 March 2016",
    TemporarilyAway: "The person is already temporarily away since 12:00 on 14 March 2016",
    Released: "The person is released since 12:00 on 14 March 2016. First record the readmission"
  }
  const already = "The person is already released since 12:00 on 14 March 2016"
  const day = "2016-03-20"
  const commands: ReadonlyArray<Given> = [
    ...[register, rename, renumber, transfer, changeWing, depart, comeBack, release, readmit].map((make) => make(day)),
    correct(movement, day),
    strikeOut(movement)
  ]
  const cases = Object.keys(states).flatMap((state) =>
    commands.map((command) => ({ state: state as keyof typeof states, command }))
  )

  it.each(cases)("$command._tag while $state", ({ command, state }) => {
    const outcome = given(states[state].events).on("2016-03-24").when(command)
    if (personSteps[state].includes(command._tag)) {
      if (command._tag.endsWith("Movement")) outcome.isRefusedWhile(state)
      else outcome.isAccepted()
      return
    }
    const isTold = state === "Released" && ["RegisterPerson", "RecordRelease", "RecordReturn"].includes(command._tag)
    expect(momentOf(outcome.isRefusedWhile(state).decision))
      .toMatchObject({ life: "person", possible: personSteps[state], says: isTold ? already : says[state] })
  })

  it("is the one on the day of the movement, not the one recorded last", () => {
    given(states.Released.events).on("2016-03-24").when(depart("2016-03-10")).isAccepted("PersonLeftTemporarily")
    given(states.Released.events).on("2016-03-24").when(depart("2016-03-14")).isRefusedWhile("Released")
    given(states.TemporarilyAway.events).on("2016-03-24").when(comeBack("2016-03-13")).isRefusedWhile("AtEstablishment")
  })

  it("a movement to where the person is changes nothing, and is told so", () => {
    const { decision } = given(known.events).on("2016-03-24").when(transfer("2016-03-20", ZZI))
    expect(momentOf(decision)?.says).toBe("The person is at ZZI already")
    const wing = given(known.events).on("2016-03-24").when(changeWing("2016-03-20", "B_WING"))
    expect(momentOf(wing.decision)?.says).toBe("The person lives on B_WING already")
  })
})

describe("over histories of any commands", () => {
  const last = date("2016-04-01")
  const day = fc.nat(30).map((count) => addDays(date("2016-03-01"), count))
  const place = fc.constantFrom(ZZI, ZZA, establishment("ZZB"))
  const movement = fc.nat(12).map((position) => `00000000-0000-8000-8000-${position.toString(16).padStart(12, "0")}`)
  const commands: fc.Arbitrary<Given> = fc.oneof(
    fc.tuple(fc.constantFrom(changeWing, comeBack, release), day).map(([make, on]) => make(on)),
    fc.tuple(fc.constantFrom(transfer, readmit), day, place).map(([make, on, to]) => make(on, to)),
    fc.tuple(day, fc.constantFrom("COURT" as const, "LICENCE_WORK" as const)).map(([on, why]) => depart(on, why)),
    fc.tuple(movement, day, place).map(([which, on, to]) => correct(which, on, { establishment: to })),
    fc.tuple(movement, day).map(([which, on]) => correct(which, on)),
    movement.map(strikeOut)
  )
  const histories = fc.array(commands, { maxLength: 14 }).map((tries) =>
    tries.reduce<ReadonlyArray<Happened>>(
      (events, command) => decide(command, events, { today: last }).events,
      known.events
    )
  )

  it("the laws of every life hold", () => {
    fc.assert(fc.property(histories, fc.array(commands, { maxLength: 4 }), (events, more) => {
      laws.replay(Person, person, events)
      laws.stored(events)
      laws.deciding(events, [...more, renumber("2016-03-10"), rename("2016-03-10")], last)
      for (const command of more) laws.repeating(events, command, last)
    }))
  })

  /** Where the person was at the end of the day, by going through every movement again. */
  const dayByDay = (
    events: ReadonlyArray<Happened>,
    at: EstablishmentCode,
    on: LocalDate,
    countWork: boolean
  ): boolean => {
    let where: string | null = null
    let away: "work" | "otherwise" | null = null
    for (const one of personAfter(events).movements.filter((moved) => moved.on <= on)) {
      if (["Registered", "Transferred", "Readmitted"].includes(one.kind)) [where, away] = [one.establishment, null]
      if (one.kind === "LeftTemporarily" && where !== null) away ??= one.forWork ? "work" : "otherwise"
      if (one.kind === "Returned") away = null
      if (one.kind === "Released") [where, away] = [null, null]
    }
    return where === at && (away === null || (away === "work" && !countWork))
  }

  it("absences are exactly the days on which the person was not there", () => {
    fc.assert(fc.property(histories, place, day, fc.boolean(), (events, at, on, countWork) => {
      const absent = coveredBy(absencesFrom(personAfter(events), at, { countWork }), on)
      expect(absent).toBe(!dayByDay(events, at, on, countWork))
    }))
  })

  it("the order in which movements of different days were recorded makes no difference", () => {
    const shuffled = histories.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length }))
    )
    fc.assert(fc.property(shuffled, ([events, shuffle]) => {
      const moving = (event: Happened) => event.corrects === null
      expect(personAfter(shuffle.filter(moving))).toEqual(personAfter(events.filter(moving)))
    }))
  })

  it("the view folds even what could never happen", () => {
    fc.assert(fc.property(histories, fc.array(fc.nat(14), { maxLength: 16 }), (events, picks) => {
      laws.total(Person, person, picks.flatMap((pick) => events.slice(pick, pick + 1)))
    }))
  })
})
