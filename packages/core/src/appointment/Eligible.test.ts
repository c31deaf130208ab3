/**
 * Eligibility: the scheme says what it asks for, staff say of each criterion whether it is met, and a gap refuses or
 * takes a reason, as the scheme decided for that role on that day.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import type { CriterionName, Gap } from "../scheme/EligibilityCriteria.ts"
import { DecideEligibilityCriteria } from "../scheme/SchemeEligibility.ts"
import { given, laws } from "../testing.ts"
import {
  assess,
  begin,
  id,
  kay,
  listener,
  opened,
  propose,
  scheme,
  select,
  stateIn,
  supportWorker,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { ConsiderEligibility } from "./Eligible.ts"

/** The five of a probation trust, written again. */
const five: ReadonlyArray<CriterionName> = [
  "NO_ILLICIT_DRUGS",
  "NO_PROBLEMATIC_ALCOHOL",
  "STOPPED_OFFENDING",
  "STABLE",
  "POSITIVE_ATTITUDE"
]

const ask = (gap: Gap, on = "2016-02-01", criteria = five, roleProfile = supportWorker): Given =>
  DecideEligibilityCriteria.make({ scheme, roleProfile, criteria, gap, decidedBy: kay, on: date(on) })

const consider = (notMet: ReadonlyArray<CriterionName>, on = "2016-02-09", of = five): Given =>
  ConsiderEligibility.make({
    appointment: willsRole,
    met: of.filter((one) => !notMet.includes(one)),
    notMet,
    on: date(on)
  })

const considered = opened.on("2016-02-01", propose(willsRole, will, "2016-02-01"))
  .on("2016-02-08", begin(willsRole, "2016-02-02"), assess(willsRole, "2016-02-08"))
const insisting = considered.on("2016-02-08", ask("REFUSES"))
const lenient = considered.on("2016-02-08", ask("TAKES_A_REASON"))
const withReason = (command: Given): Given => ({
  ...command,
  overrides: [{ rule: "APPOINTMENT-16", reason: "He has found his feet" }]
})
const momentOf = (events: typeof insisting.events, command: Given) => {
  const decision = check(command, events, { today: date("2016-02-15") })
  return decision._tag === "Refused" ? decision.moment?.says ?? null : "accepted"
}

describe("what makes somebody eligible", () => {
  it("is met in full, or nobody is selected, whatever the reason, where the scheme insists on it", () => {
    const all = insisting.on("2016-02-09", consider([]))
    given(all.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isAccepted()
    const short = insisting.on("2016-02-09", consider(["STABLE"]))
    given(short.events).on("2016-02-15").when(withReason(select(willsRole, "2016-02-15"))).isRefusedBy("APPOINTMENT-15")
      .says("APPOINTMENT-15", "The scheme insists on its criteria, and one is not met")
  })

  it("may be missing with a reason, where the scheme lets one stand", () => {
    const short = lenient.on("2016-02-09", consider(["STABLE", "STOPPED_OFFENDING"]))
    given(short.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-16")
      .says("APPOINTMENT-16", "2 criteria are not met. Give a reason for selecting them")
    given(short.events).on("2016-02-15").when(withReason(select(willsRole, "2016-02-15"))).isAccepted()
  })

  it("is considered before anybody is selected, in both", () => {
    for (const story of [insisting, lenient]) {
      given(story.events).on("2016-02-15").when(withReason(select(willsRole, "2016-02-15")))
        .isRefusedBy("APPOINTMENT-15")
        .says("APPOINTMENT-15", "Record of every criterion of the role first whether the person meets it")
      const late = story.on("2016-02-15", consider([], "2016-02-15"))
      given(late.events).on("2016-02-15").when(select(willsRole, "2016-02-14")).isRefusedBy("APPOINTMENT-15")
    }
  })

  it("is that of the day and of the role: what is asked anew is considered anew", () => {
    const other = considered.on("2016-02-08", ask("REFUSES", "2016-02-01", five, listener))
    given(other.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isAccepted()
    const anew = insisting.on("2016-02-09", consider([]))
      .on("2016-02-12", ask("REFUSES", "2016-02-12", [...five, "OVERCAME_ADVERSITY"]))
    given(anew.events).on("2016-02-12").when(select(willsRole, "2016-02-12")).isRefusedBy("APPOINTMENT-15")
    given(anew.events).on("2016-02-12").when(select(willsRole, "2016-02-11")).isAccepted()
    const none = insisting.on("2016-02-09", consider(["STABLE"])).on("2016-02-12", ask("REFUSES", "2016-02-12", []))
    given(none.events).on("2016-02-12").when(select(willsRole, "2016-02-12")).isAccepted()
    const twice = insisting.on("2016-02-01", ask("TAKES_A_REASON", "2016-02-01")).on("2016-02-09", consider(["STABLE"]))
    given(twice.events).on("2016-02-15").when(withReason(select(willsRole, "2016-02-15"))).isAccepted()
  })

  it("is counted by the last that was considered, and not by one that was struck out", () => {
    const twice = insisting.on("2016-02-09", consider(["STABLE"])).on("2016-02-12", consider([], "2016-02-12"))
    given(twice.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isAccepted()
    const entry = twice.events.at(-1)?.id ?? ""
    const reason = "Another person's"
    const struck = twice.on("2016-02-12", StrikeOutAppointmentEntry.make({ appointment: willsRole, entry, reason }))
    given(struck.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-15")
    laws.replay(Appointment, willsRole, struck.events)
    laws.stored(struck.events)
  })

  it("is recorded once for a day", () => {
    const once = insisting.on("2016-02-09", consider(["STABLE"]))
    expect(momentOf(once.events, consider(["STABLE"]))).toBe("It is recorded like this already. Strike that out first")
    given(once.events).on("2016-02-15").when(consider([])).isAccepted()
    given(once.events).on("2016-02-15").when(consider(["STABLE"], "2016-02-10")).isAccepted()
  })

  it("says in the log how many criteria are missing, and never which", () => {
    const [event] = insisting.on("2016-02-09", consider(["NO_PROBLEMATIC_ALCOHOL"])).events.slice(-1)
    expect(event).toMatchObject({ type: "EligibilityConsidered", data: { considered: [...five].sort(), gaps: 1 } })
    expect(Object.keys(event?.data ?? {})).not.toContain("notMet")
    expect(stateIn(Appointment, willsRole, event === undefined ? [] : [event]).eligibility).toHaveLength(1)
  })

  const listed = "takes no illicit drugs, has no problem with alcohol, has stopped offending, leads a stable life, " +
    "has a positive attitude"

  it.each([
    ["is said of no other", consider([], "2016-02-09", [...five, "OVERCAME_ADVERSITY"])],
    ["is said of each", consider([], "2016-02-09", five.slice(1))]
  ])("%s", (_, command) =>
    expect(momentOf(insisting.events, command))
      .toBe(`Say it of each criterion of the role, and of no other: ${listed}`))

  it("is said to be met or not to be, where the scheme asks for it", () => {
    const both = ConsiderEligibility.make({
      appointment: willsRole,
      met: five,
      notMet: ["STABLE"],
      on: date("2016-02-09")
    })
    expect(momentOf(insisting.events, both)).toBe("Say of each criterion that it is met or that it is not")
    expect(momentOf(considered.events, consider([])))
      .toBe("The scheme asks for no criteria of this role on that day")
    given(insisting.events).on("2016-02-15").when(consider([], "2016-01-31")).isRefusedWhile("UnderSelection")
    const early = considered.on("2016-02-08", ask("REFUSES", "2015-10-01"))
    given(early.events).on("2016-02-15").when(consider([], "2016-01-31")).isRefusedBy("RECORD-2")
  })
})

describe("a decision on who is eligible", () => {
  it("is taken for a role of the scheme, by somebody in post, and says something new", () => {
    given(insisting.events).on("2016-02-15").when(ask("REFUSES", "2016-02-15", [...five].reverse()))
      .isRefusedWhile("Pilot")
    given(insisting.events).on("2016-02-15").when(ask("TAKES_A_REASON", "2016-02-15")).isAccepted()
    given(insisting.events).on("2016-02-15").when(ask("REFUSES", "2016-02-15", five, id(99))).isRefusedWhile("Pilot")
    given(considered.events).on("2016-02-15").when(ask("REFUSES", "2015-09-30")).isRefusedBy("RECORD-2")
    const nobody = DecideEligibilityCriteria.make({
      scheme,
      roleProfile: supportWorker,
      criteria: five,
      gap: "REFUSES",
      decidedBy: id(99),
      on: date("2016-02-01")
    })
    given(considered.events).on("2016-02-15").when(nobody).isRefusedBy("STAFF-1")
  })
})
