/**
 * What a member of staff is known to be able to do: in date from its first day to its last, and struck out when it was
 * recorded in error.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../language/LocalDate.ts"
import { given } from "../testing.ts"
import { kay, opened, stateIn } from "../testing/SmallPrison.ts"
import { Staff } from "./Staff.ts"
import { holdsCompetence, RecordStaffCompetence, StrikeOutStaffCompetence } from "./StaffCompetence.ts"
import { RegisterStaff } from "./StaffRegistration.ts"

const staff = "00000000-0000-4000-9000-000000000019"
const record = (on: string, validUntil?: string) =>
  RecordStaffCompetence.make({
    staff,
    competence: "REFLECTIVE_SUPERVISION",
    on: date(on),
    ...(validUntil === undefined ? {} : { validUntil: date(validUntil) })
  })

const told = opened.on(
  "2015-10-05",
  RegisterStaff.make({ staff, name: "Una", establishment: "ZZI" as never, on: date("2015-10-05") })
)
const trained = told.on("2015-11-02", record("2015-11-02", "2016-10-31"))
const entry = trained.events.at(-1)?.id ?? ""

describe("a competence", () => {
  it("counts from its first day until its last, and says nothing of another", () => {
    const known = stateIn(Staff, staff, trained.events)
    const days = fc.oneof(
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 362, max: 367 }),
      fc.integer({ min: -900, max: 900 })
    )
    fc.assert(fc.property(days, (count) => {
      const day = addDays(date("2015-11-02"), count)
      expect(holdsCompetence(known, "REFLECTIVE_SUPERVISION", day)).toBe(day >= "2015-11-02" && day <= "2016-10-31")
      expect(holdsCompetence(known, "ROLE_REMIT", day)).toBe(false)
    }))
  })

  it("without an end does not lapse", () => {
    const known = stateIn(Staff, staff, told.on("2015-11-02", record("2015-11-02")).events)
    expect(holdsCompetence(known, "REFLECTIVE_SUPERVISION", date("2099-01-01"))).toBe(true)
  })

  it("that ends before it begins, or is recorded twice, is refused", () => {
    given(told.events).on("2015-11-02").when(record("2015-11-02", "2015-11-01")).isRefusedBy("RECORD-2")
    given(trained.events).on("2015-11-03").when(record("2015-11-02", "2016-10-31")).isRefusedWhile("InPost")
    given(trained.events).on("2015-11-03").when(record("2015-11-03", "2016-10-31")).isAccepted(
      "StaffCompetenceRecorded"
    )
  })

  it("that was recorded in error is struck out, once, and only where it is", () => {
    const strike = (of: string, what = entry) =>
      StrikeOutStaffCompetence.make({ staff: of, entry: what, reason: "It was somebody else" })
    const struck = trained.on("2015-11-05", strike(staff))
    expect(struck.events.at(-1)).toMatchObject({ corrects: entry, on: "2015-11-02", data: { voided: entry } })
    expect(holdsCompetence(stateIn(Staff, staff, struck.events), "REFLECTIVE_SUPERVISION", date("2015-11-06"))).toBe(
      false
    )
    given(struck.events).on("2015-11-05").when(strike(staff)).isRefusedWhile("InPost")
    given(trained.events).on("2015-11-05").when(strike(kay)).isRefusedWhile("InPost")
  })
})
