/**
 * Advice on a selection: taken from a worker whom nothing ties to the person, falling when that turns out otherwise,
 * and deciding nothing.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { answer } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople } from "../person/Merges.ts"
import { given, laws } from "../testing.ts"
import {
  answerOver,
  assess,
  begin,
  max,
  maxsRole,
  mo,
  opened,
  propose,
  ready,
  select,
  stateIn,
  wes,
  wessRole,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { EndAppointment, StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { adviceThatCounts, adviceThatFell, DeclareSelectionInterest, RecordSelectionAdvice } from "./SelectionAdvice.ts"

/** Wes is considered; Max and Mo are experienced workers, and Will is trained and does not work yet. */
const considered = ready.on("2016-03-15", propose(wessRole, wes, "2016-03-01"))
  .on("2016-03-15", begin(wessRole, "2016-03-02"), assess(wessRole, "2016-03-08"))

const declare = (interest: "NONE" | "DEBT" | "SHARED_CELL", adviser = max, on = "2016-03-10"): Given =>
  DeclareSelectionInterest.make({ appointment: wessRole, adviser, interest, on: date(on) })

const advise = (advice: "FOR" | "AGAINST", adviser = max, on = "2016-03-11"): Given =>
  RecordSelectionAdvice.make({ appointment: wessRole, adviser, advice, because: "He is kind", on: date(on) })

const counting = (events: ReadonlyArray<Happened>) =>
  answer(adviceThatCounts(stateIn(Appointment, wessRole, events)), (view, of) => stateIn(view, of, events))
    .map((one) => one.adviser)

const fallen = (events: ReadonlyArray<Happened>) =>
  answerOver(adviceThatFell(stateIn(Appointment, wessRole, events)), events).map((one) => one.adviser)

const selectedBy = (events: ReadonlyArray<Happened>) =>
  given(events).on("2016-03-16").when(select(wessRole, "2016-03-15")).decision

describe("a worker who advises on a selection", () => {
  it("says first what ties them to the person, and advises where that is nothing", () => {
    given(considered.events).on("2016-03-16").when(advise("FOR")).isRefusedBy("APPOINTMENT-17")
      .says("APPOINTMENT-17", "Ask them first what ties them to the person, and record what they declare")
    const free = considered.on("2016-03-16", declare("NONE"), advise("FOR"))
    expect(counting(free.events)).toEqual([max])
    expect(JSON.stringify(free.events.slice(-2))).not.toMatch(/NONE|FOR"|kind/)
    laws.replay(Appointment, wessRole, free.events)
    laws.stored(free.events)
  })

  it("who is owed something by the applicant does not advise, whatever the debt is, and another may", () => {
    const owed = considered.on("2016-03-16", declare("DEBT"))
    expect(owed.events.at(-1)).toMatchObject({
      type: "SelectionInterestDeclared",
      data: { adviser: max, conflict: true }
    })
    expect(Object.keys(owed.events.at(-1)?.data ?? {})).not.toContain("interest")
    given(owed.events).on("2016-03-16").when(advise("FOR")).isRefusedBy("APPOINTMENT-17")
      .says(
        "APPOINTMENT-17",
        "They declared an interest in this selection. Decide without their advice, or ask another worker"
      )
    given(owed.events).on("2016-03-16").when(advise("FOR", mo)).isRefusedBy("APPOINTMENT-17")
    given(owed.on("2016-03-16", declare("NONE", mo)).events).on("2016-03-16").when(advise("FOR", mo)).isAccepted()
  })

  it("whose interest comes out later has advised in vain", () => {
    const later = considered.on("2016-03-16", declare("NONE"), advise("FOR"), declare("SHARED_CELL", max, "2016-03-14"))
    expect(counting(later.events)).toEqual([])
    const entry = later.events.at(-1)?.id ?? ""
    const reason = "Another worker's"
    const struck = later.on("2016-03-16", StrikeOutAppointmentEntry.make({ appointment: wessRole, entry, reason }))
    expect(counting(struck.events)).toEqual([max])
    const selected = later.on("2016-03-16", select(wessRole, "2016-03-15"))
    given(selected.events).on("2016-03-16").when(advise("FOR", mo)).isRefusedWhile("Selected")
  })

  it("has every interest that they ever declared, until it is struck out", () => {
    const owed = considered.on("2016-03-16", declare("DEBT"))
    const { decision } = given(owed.events).on("2016-03-16").when(declare("NONE", max, "2016-03-12"))
      .isRefusedWhile("UnderSelection")
    expect(decision).toMatchObject({
      moment: { says: "They declared an interest, and it stands. Strike it out first, if it was wrong" }
    })
    given(owed.events).on("2016-03-16").when(declare("SHARED_CELL")).isRefusedWhile("UnderSelection")
    const both = owed.on("2016-03-16", declare("SHARED_CELL", max, "2016-03-12"))
    const strike = (entry: string) =>
      StrikeOutAppointmentEntry.make({ appointment: wessRole, entry, reason: "Somebody else's" })
    const [first, second] = both.events.slice(-2).map(({ id }) => id)
    const one = both.on("2016-03-16", strike(second ?? ""))
    given(one.events).on("2016-03-16").when(declare("NONE", max, "2016-03-12")).isRefusedWhile("UnderSelection")
    const none = one.on("2016-03-16", strike(first ?? ""))
    given(none.events).on("2016-03-16").when(declare("NONE", max, "2016-03-12")).isAccepted()
  })

  it("whose interest is found out after the selection, or after they left, is looked at, and nothing is undone", () => {
    const advised = considered.on("2016-03-16", declare("NONE"), advise("FOR"), select(wessRole, "2016-03-15"))
    const end = EndAppointment.make({ appointment: maxsRole, reason: "OWN_REQUEST", on: date("2016-03-17") })
    const known = advised.on("2016-03-17", end).on("2016-03-18", declare("DEBT", max, "2016-03-18"))
    expect([counting(advised.events), fallen(advised.events)]).toEqual([[max], []])
    expect([counting(known.events), fallen(known.events)]).toEqual([[], [max]])
    expect(stateIn(Appointment, wessRole, known.events)).toMatchObject({ step: "Selected" })
    const late = declare("SHARED_CELL", max, "2016-03-19")
    const { decision } = given(known.events).on("2016-03-19").when(late).isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "APPOINTMENT-18")?.facts)
      .toEqual({ works: false, advisedAlready: true, samePerson: false })
    const [entry = ""] = known.events.filter(({ type }) => type === "SelectionAdviceRecorded").map(({ id }) => id)
    const reason = "Looked at again: the selection stands without it"
    const looked = known.on("2016-03-18", StrikeOutAppointmentEntry.make({ appointment: wessRole, entry, reason }))
    expect(fallen(looked.events)).toEqual([])
    given(advised.events).on("2016-03-18").when(declare("DEBT", will, "2016-03-18")).isRefusedBy("APPOINTMENT-18")
  })

  it("decides nothing: with advice for, against or none the selection is judged alike", () => {
    const asked = considered.on("2016-03-16", declare("NONE"))
    const [none, pro, contra] = [[], [advise("FOR")], [advise("AGAINST")]].map((commands) =>
      selectedBy(asked.on("2016-03-16", ...commands).events)
    )
    expect(none?._tag).toBe("Accepted")
    expect([pro, contra]).toEqual([none, none])
  })

  it("works in the scheme, and is somebody else than the person", () => {
    given(considered.events).on("2016-03-16").when(declare("NONE", will)).isRefusedBy("APPOINTMENT-18")
      .says("APPOINTMENT-18", "They do not work in the scheme on that day. Ask a worker who does")
    const own = opened.on("2016-02-08", propose(willsRole, will, "2016-02-01"), begin(willsRole, "2016-02-02"))
    const self = DeclareSelectionInterest.make({
      appointment: willsRole,
      adviser: will,
      interest: "NONE",
      on: date("2016-02-08")
    })
    given(own.events).on("2016-02-08").when(self).isRefusedBy("APPOINTMENT-18")
      .says("APPOINTMENT-18", "Nobody advises on their own selection. Ask another worker")
    const asked = considered.on("2016-03-16", declare("NONE"))
    given(asked.events).on("2016-03-16").when(advise("FOR", max, "2016-02-29")).isRefusedBy("RECORD-2")
    given(considered.events).on("2016-03-16").when(declare("NONE", max, "2016-02-29")).isRefusedBy("RECORD-2")
  })

  it("is told once, also under another number", () => {
    const advised = considered.on("2016-03-16", declare("NONE"), advise("FOR"))
    given(advised.events).on("2016-03-16").when(advise("AGAINST")).isRefusedWhile("UnderSelection")
    given(advised.events).on("2016-03-16").when(declare("NONE")).isRefusedWhile("UnderSelection")
    const reason = "They are one person"
    const merged = considered.on("2016-03-16", declare("DEBT", max))
      .on("2016-03-16", MergePeople.make({ person: will, into: max, on: date("2016-03-16"), reason }))
    given(merged.events).on("2016-03-16").when(advise("FOR", will, "2016-03-16")).isRefusedBy("APPOINTMENT-17")
  })
})
