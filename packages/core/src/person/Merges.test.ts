/**
 * Two numbers of one person: what follows from a merge and from a moved booking, what people decide then, and that
 * everything is as it was when it turns out to be wrong.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { EndAppointment } from "../appointment/AppointmentEnd.ts"
import { isOpenNow } from "../appointment/Standing.ts"
import { EndDuplicateAppointment } from "../appointment/WhoseAppointment.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { check, decide } from "../OverEvents.ts"
import { daysUntil, firstSignOff } from "../shadowing/countedDays.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { given, laws } from "../testing.ts"
import {
  another,
  coordinator,
  id,
  identityAfter,
  listener,
  max,
  maxsRole,
  mo,
  opened,
  placementIn,
  plan,
  propose,
  ready,
  running,
  shadowing,
  standingIn,
  stateIn,
  wes,
  wessRole,
  will,
  willsRole,
  ZZA,
  ZZI
} from "../testing/SmallPrison.ts"
import { ownerOf } from "./Identity.ts"
import { MergePeople, MovePersonBooking, UndoPeopleMerge, UndoPersonBookingMove } from "./Merges.ts"
import { VoidMovement } from "./MovementCorrections.ts"
import { absencesFrom, establishmentOn, Person } from "./Person.ts"
import { RecordRelease, RecordTransfer } from "./PersonMovements.ts"

const nobody = "nobody is registered under this id. Register them first, or correct the id"
const reason = "The office of the prison says so"
const merge = (person: string, into: string, on = "2016-03-22") =>
  MergePeople.make({ person, into, on: date(on), reason })
const undo = (person: string, on = "2016-03-29") => UndoPeopleMerge.make({ person, on: date(on), reason })
const move = (person: string, into: string, from: string, until?: string, on = "2016-03-22") =>
  MovePersonBooking.make({
    person,
    into,
    from: date(from),
    ...(until === undefined ? {} : { until: date(until) }),
    on: date(on),
    reason
  })
const moveBack = (person: string, entry: string, on = "2016-03-29") =>
  UndoPersonBookingMove.make({ person, move: entry, on: date(on), reason })
const duplicate = (appointment: string, duplicateOf: string, on = "2016-03-23") =>
  EndDuplicateAppointment.make({ appointment, duplicateOf, on: date(on) })

const openOf = (person: string, events: ReadonlyArray<Happened>) =>
  standingIn(person, events).appointments.filter(isOpenNow).length
const momentOf = (events: ReadonlyArray<Happened>, command: Given, on = "2016-03-29") => {
  const decision = check(command, events, { today: date(on) })
  return decision._tag === "Refused" ? decision.moment?.says ?? null : "accepted"
}
const heldIn = (decision: ReturnType<typeof check>) =>
  decision.judged.map(({ facts, held, rule }) => [rule, held, facts])
const lastId = (events: ReadonlyArray<Happened>) => events.at(-1)?.id ?? ""

/** Will is proposed under both of his numbers, and as a Listener under the second. */
const twice = opened
  .on("2016-02-01", propose(willsRole, will, "2016-02-01"), propose(wessRole, wes, "2016-02-01"))
  .on("2016-02-02", propose(id(35), wes, "2016-02-02", listener))

describe("a merge", () => {
  const merged = twice.on("2016-03-22", merge(wes, will))

  it("moves nothing, and says whose everything is", () => {
    expect(merged.events.slice(0, -1)).toEqual(twice.events)
    expect(merged.events.at(-1)).toMatchObject({
      type: "PersonMerged",
      stream: `person-${wes}`,
      data: { establishment: "ZZI", into: will },
      tags: ["establishment:ZZI", `person:${will}`, `person:${wes}`]
    })
    for (const one of [will, wes]) {
      expect(identityAfter(one, merged.events)).toMatchObject({ id: will, ids: [will, wes] })
      expect(standingIn(one, merged.events).appointments.map(({ person }) => person)).toEqual([will, wes, wes])
    }
    expect(identityAfter(max, merged.events)).toMatchObject({ id: max, ids: [max] })
  })

  it("shows that one role is held twice, and refuses a third under either number", () => {
    const { decision } = given(twice.events).on("2016-03-22").when(merge(wes, will)).isAccepted("PersonMerged")
    expect(heldIn(decision)).toEqual([
      ["RECORD-1", true, { latest: "2016-03-22", today: "2016-03-22" }],
      ["RECORD-2", true, { on: "2016-03-22", notBefore: "2013-01-07" }],
      ["PERSON-4", false, { roles: 1 }],
      ["PERSON-5", true, { shadowings: 0 }],
      ["STAFF-5", true, { inCustody: false }]
    ])
    for (const one of [will, wes]) {
      given(merged.events).on("2016-03-22").when(propose(id(36), one, "2016-03-22")).isRefusedBy("APPOINTMENT-1")
    }
  })

  it("is settled by people: one appointment ends as a duplicate of the other", () => {
    const settled = merged.on("2016-03-23", duplicate(wessRole, willsRole))
    expect(settled.events.at(-1)).toMatchObject({
      type: "AppointmentEndedAsDuplicate",
      on: "2016-03-23",
      data: { person: wes, duplicateOf: willsRole }
    })
    expect([will, wes].map((one) => openOf(one, settled.events))).toEqual([2, 2])
    expect(momentOf(settled.events, duplicate(willsRole, wessRole)))
      .toBe("The other is no open appointment of the same person in the same role. Use EndAppointment")
    // Undone, the appointment that ended stays ended: whoever looks sees that the other is somebody else's
    const undone = settled.on("2016-03-29", undo(wes))
    expect([will, wes].map((one) => openOf(one, undone.events))).toEqual([1, 1])
    expect(standingIn(wes, undone.events).appointments[0]?.ended?.duplicateOf).toBe(willsRole)
  })

  it.each([
    ["of the appointment itself", duplicate(willsRole, willsRole)],
    ["in another role", duplicate(id(35), willsRole)],
    ["of somebody else", duplicate(willsRole, maxsRole)]
  ])("makes nothing a duplicate %s", (_, command) => {
    const beside = merged.on("2016-03-22", propose(maxsRole, max, "2016-03-22"))
    expect(momentOf(beside.events, command)).toMatch("is no open appointment of the same person in the same role")
  })

  it("is undone, and everything that followed from it is as it was", () => {
    const undone = merged.on("2016-03-29", undo(wes))
    for (const one of [will, wes]) {
      expect(standingIn(one, undone.events)).toEqual(standingIn(one, twice.events))
      expect(identityAfter(one, undone.events)).toEqual(identityAfter(one, twice.events))
    }
    expect(undone.events.at(-1)).toMatchObject({ corrects: lastId(merged.events), data: { into: will } })
    given(undone.events).on("2016-03-30").when(merge(wes, will, "2016-03-30")).isAccepted()
  })

  it.each([
    ["with itself", merge(mo, mo), "That is the same record"],
    ["again", merge(wes, max), "The record is merged already. Undo that merge first, if it was wrong"],
    ["into one that was merged", merge(max, wes), "The record that stays was merged itself. Name the one that counts"],
    ["of nobody", merge(id(99), will), `person: ${nobody}`],
    ["into nobody", merge(max, id(99)), `into: ${nobody}`]
  ])("is refused %s", (_, command, says) => expect(momentOf(merged.events, command)).toBe(says))

  it("that was never made is not undone", () =>
    expect(momentOf(merged.events, undo(will))).toBe("The record is not merged into another"))

  it("of three numbers ends at the last, whatever is undone", () => {
    const three = merged.on("2016-03-22", merge(will, max))
    expect([will, wes, max].map((one) => identityAfter(one, three.events).id)).toEqual([max, max, max])
    const undone = three.on("2016-03-29", undo(will))
    expect([will, wes, max].map((one) => identityAfter(one, undone.events).id)).toEqual([will, will, max])
  })

  it("brings the movements together: who left under one number is gone under the other", () => {
    const gone = merged.on(
      "2016-03-23",
      RecordRelease.make({ person: wes, reason: "RELEASED", on: date("2016-03-23") })
    )
    expect(establishmentOn(identityAfter(will, gone.events).person, date("2016-03-23"))).toBe(null)
    given(gone.events).on("2016-03-24").when(propose(id(36), will, "2016-03-24", id(4))).isRefusedBy("PERSON-1")
    // A movement is corrected from the record that counts, wherever it stands
    const struck = gone.on("2016-03-24", VoidMovement.make({ person: will, movement: lastId(gone.events), reason }))
    expect(struck.events.at(-1)).toMatchObject({ type: "MovementVoided", stream: `person-${wes}` })
    expect(establishmentOn(identityAfter(will, struck.events).person, date("2016-03-23"))).toBe("ZZI")
  })
})

describe("a shadowing whose worker and mentor become one person", () => {
  const served = running.on("2016-03-31", merge(max, will, "2016-03-31"))
  const first = (events: ReadonlyArray<Happened>) => {
    const { onTheDay, shadowing: state } = placementIn(events)
    return firstSignOff(state, onTheDay)
  }

  it("counts no day, from the first on, until the merge is undone", () => {
    const { decision } = given(running.events).on("2016-03-31").when(merge(max, will, "2016-03-31")).isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "PERSON-5")).toMatchObject({
      held: false,
      facts: { shadowings: 1 }
    })
    expect([first(running.events), first(served.events)]).toEqual(["2016-04-04", null])
    const signOff = SignOffShadowing.make({ shadowing, on: date("2016-04-04") })
    given(served.events).on("2016-04-04").when(signOff).isRefusedBy("SHADOW-1")
    const undone = served.on("2016-04-04", undo(max, "2016-04-04"))
    expect(first(undone.events)).toBe("2016-04-04")
    given(undone.events).on("2016-04-04").when(signOff).isAccepted()
  })

  it("is refused to begin, and goes on with another mentor", () => {
    const before = ready.on("2016-03-15", merge(max, will, "2016-03-15"))
    given(before.events).on("2016-03-15").when(plan("2016-03-21")).isRefusedBy("SHADOW-2")
    const replaced = served.on(
      "2016-04-01",
      ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-04-01"), reason })
    )
    expect(first(replaced.events)).toBe("2016-04-15")
  })

  it("fills the room of a mentor under either number", () => {
    // Max is shadowed by Will, and Mo turns out to be Max: nobody else can shadow Mo
    const same = running.on("2016-03-22", merge(mo, max))
    given(same.events).on("2016-03-22").when(plan("2016-03-28", mo, "2016-03-22", willsRole, another))
      .isRefusedWhile("Running")
    const replaced = ReplaceShadowMentor.make({ shadowing, mentor: mo, on: date("2016-03-22"), reason })
    given(same.events).on("2016-03-22").when(replaced).isAccepted()
  })
})

describe("a booking that is moved to another number", () => {
  /** Under Wes's number stand a proposal of 2 February and one of 1 March; the booking is all of February. */
  const before = opened
    .on("2016-02-02", propose(wessRole, wes, "2016-02-02"))
    .on("2016-02-10", RecordTransfer.make({ person: wes, establishment: ZZA, on: date("2016-02-10") }))
    .on("2016-02-20", RecordTransfer.make({ person: wes, establishment: ZZI, on: date("2016-02-20") }))
    .on("2016-03-01", propose(id(35), wes, "2016-03-01", listener))
  const moved = before.on("2016-03-22", move(wes, will, "2016-02-01", "2016-03-01"))

  it("takes along what is dated within it, and nothing else", () => {
    const whose = (events: ReadonlyArray<Happened>) =>
      [will, wes].map((one) => standingIn(one, events).appointments.map(({ begun }) => begun?.on))
    expect([whose(before.events), whose(moved.events)]).toEqual([
      [[], ["2016-02-02", "2016-03-01"]],
      [["2016-02-02"], ["2016-03-01"]]
    ])
    const at = (person: string) => absencesFrom(identityAfter(person, moved.events).person, ZZI, { countWork: false })
    expect(coveredBy(at(will), date("2016-02-15"))).toBe(true)
    expect(coveredBy(at(wes), date("2016-02-15"))).toBe(false)
    // Both are found from either side
    expect(identityAfter(wes, moved.events)).toMatchObject({ id: wes, ids: [wes, will] })
    given(moved.events).on("2016-03-22").when(propose(willsRole, will, "2016-03-22")).isRefusedBy("APPOINTMENT-1")
    given(moved.events).on("2016-03-22").when(propose(willsRole, wes, "2016-03-22")).isAccepted()
  })

  it("takes along what is recorded under the old number later, for a day within it", () => {
    // Under Wes's number, on a day of the booking, it is Will who is proposed; and Will is proposed already
    given(moved.events).on("2016-03-22").when(propose(id(36), wes, "2016-02-28")).isRefusedBy("APPOINTMENT-1")
    given(moved.events).on("2016-03-22").when(propose(id(36), wes, "2016-03-01")).isAccepted()
  })

  it("holds from its first day until, but without, the day on which it ends", () => {
    const records = identityAfter(wes, moved.events).records
    const days = ["2016-01-31", "2016-02-01", "2016-02-29", "2016-03-01"]
    expect(days.map((on) => ownerOf(records, { id: wes, on: date(on) }))).toEqual([wes, will, will, wes])
  })

  it("is moved back, and everything is as it was", () => {
    const back = moved.on("2016-03-29", moveBack(wes, lastId(moved.events)))
    for (const one of [will, wes]) expect(standingIn(one, back.events)).toEqual(standingIn(one, before.events))
    expect(momentOf(back.events, moveBack(wes, lastId(moved.events))))
      .toBe("No booking was moved away from this record by that entry")
  })

  it.each([
    ["to itself", move(mo, mo, "2016-02-01"), "That is the same record"],
    [
      "twice",
      move(wes, max, "2016-02-29", "2016-03-05"),
      "A booking on these days was moved already. Undo that move first, if it was wrong"
    ],
    [
      "back by another move",
      move(will, wes, "2016-02-29"),
      "The other record gave a booking on these days to this one. Undo that move instead"
    ],
    ["from nobody", move(id(99), max, "2016-02-01"), `person: ${nobody}`],
    ["to nobody", move(max, id(99), "2016-02-01"), `into: ${nobody}`]
  ])("is not moved %s", (_, command, says) => expect(momentOf(moved.events, command)).toBe(says))

  it("ends after it began", () =>
    given(moved.events).on("2016-03-22").when(move(max, mo, "2016-02-01", "2016-02-01")).isRefusedBy("RECORD-2"))
})

interface Back {
  readonly back: string
  readonly which: number
}

const isBack = (tried: Given | Back): tried is Back => "back" in tried

/** Merges, undone merges, moved bookings, appointments that begin and end under either number, in any order. */
describe("over any merges, moves and their undoing", () => {
  const days = fc.nat(60).map((count) => addDays(date("2016-01-01"), count))
  const whom = fc.constantFrom(will, wes)
  const other = (person: string) => person === will ? wes : will
  const role = fc.constantFrom(willsRole, wessRole)
  const tries = fc.oneof(
    fc.tuple(whom, days).map(([person, on]) => merge(person, other(person), on)),
    fc.tuple(whom, days).map(([person, on]) => undo(person, on)),
    fc.tuple(whom, days, fc.nat(20)).map(([person, on, length]) =>
      move(person, other(person), on, addDays(on, length))
    ),
    fc.tuple(whom, fc.nat(3)).map(([back, which]): Back => ({ back, which })),
    fc.tuple(role, whom, days).map(([appointment, person, on]) => propose(appointment, person, on)),
    fc.tuple(role, days).map(([appointment, on]) => EndAppointment.make({ appointment, reason: "OWN_REQUEST", on }))
  )
  const today = date("2016-03-31")
  const circumstance = { today, actor: coordinator }
  /** To move a booking back, one has to know which was moved. */
  const asCommand = (events: ReadonlyArray<Happened>, tried: Given | Back): Given => {
    if (!isBack(tried)) return tried
    const moves = stateIn(Person, tried.back, events).links.filter(({ booking }) => booking !== null)
    return moveBack(tried.back, moves[tried.which % Math.max(1, moves.length)]?.event ?? id(99), "2016-03-31")
  }

  it("people settle every duplicate, nobody mentors themselves, and what was known stays known", () => {
    fc.assert(
      fc.property(fc.array(tries, { maxLength: 14 }), (commands) => {
        let events = running.events
        const standings = new Map<number, string>()
        const written = (upTo: ReadonlyArray<Happened>) =>
          JSON.stringify([will, wes].map((one) => standingIn(one, upTo)))
        for (const one of commands) {
          standings.set(events.length, written(events))
          events = decide(asCommand(events, one), events, circumstance).events
        }
        // What was known before each step is known as of then still
        for (const [length, before] of standings) expect(written(events.slice(0, length))).toBe(before)
        // Each appointment is exactly one person's
        const holders = [willsRole, wessRole].map((role) =>
          [...new Set([will, wes].map((one) => identityAfter(one, events).id))].filter((one) =>
            standingIn(one, events).appointments.some(({ begun }) =>
              events.some(({ id: event, stream }) => event === begun?.event && stream === `appointment-${role}`)
            )
          ).length
        )
        for (const count of holders) expect(count).toBeLessThanOrEqual(1)
        // A duplicate can always be ended, and then one is left
        for (const person of [will, wes]) {
          while (openOf(person, events) > 1) {
            const settled = decide(duplicate(wessRole, willsRole, "2016-03-31"), events, circumstance)
            expect(settled.decision._tag).toBe("Accepted")
            events = settled.events
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it("of a worker and their mentor, no day counts while they are one person, and every other counts", () => {
    const between = fc.oneof(
      fc.constantFrom([will, max] as const, [max, will] as const).map(([person, into]) =>
        merge(person, into, "2016-03-25")
      ),
      fc.constantFrom(will, max).map((person) => undo(person, "2016-03-31"))
    )
    fc.assert(
      fc.property(fc.array(between, { maxLength: 6 }), (commands) => {
        let [events, merged] = [running.events, null as string | null]
        for (const one of commands) {
          const next = decide(one, events, circumstance)
          if (next.decision._tag === "Accepted") merged = one._tag === "MergePeople" ? one.person : null
          events = next.events
        }
        const { onTheDay, shadowing: state } = placementIn(events)
        const counted = daysUntil(state, onTheDay, today).filter(({ without }) => without === null).length
        expect(counted).toBe(merged === null ? 10 : 0)
        laws.replay(Person, will, events)
        laws.stored(events)
        for (const one of commands) laws.repeating(events, one, today)
      }),
      { numRuns: 60 }
    )
  })
})
