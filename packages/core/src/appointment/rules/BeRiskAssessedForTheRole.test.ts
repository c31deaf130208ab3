import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, date } from "../../language/LocalDate.ts"
import { BeRiskAssessedForTheRole } from "./BeRiskAssessedForTheRole.ts"

const on = date("2017-03-27")
/** How many days after the day asked about the assessment runs out; half of the cases at the limit. */
const left = fc.option(fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -400, max: 400 })), { freq: 4 })

describe(BeRiskAssessedForTheRole.says, () => {
  it("holds to the end of the last day on which a passed assessment is good", () => {
    fc.assert(fc.property(fc.boolean(), fc.boolean(), left, (asked, passed, days) => {
      const validUntil = days === null ? null : addDays(on, days)
      const holds = !asked || (passed && days !== null && days >= 0)
      expect(BeRiskAssessedForTheRole.asks({ asked, passed, validUntil, on, unit: null }).held).toBe(holds)
    }))
  })

  // Assessed on 27 March 2016 and good for twelve months: good on 27 March 2017, too old on the day after
  it("is in date on its last day", () => {
    const facts = { asked: true, passed: true, validUntil: date("2017-03-27"), unit: null }
    expect(BeRiskAssessedForTheRole.strength).toBe("hard")
    expect(BeRiskAssessedForTheRole.asks({ ...facts, on })).toEqual({
      rule: BeRiskAssessedForTheRole,
      held: true,
      facts: { ...facts, on },
      limits: {},
      because: null,
      earliest: null
    })
    expect(BeRiskAssessedForTheRole.asks({ ...facts, on: date("2017-03-28") })).toEqual({
      rule: BeRiskAssessedForTheRole,
      held: false,
      facts: { ...facts, on: "2017-03-28" },
      limits: {},
      because: "The risk assessment was good until 27 March 2017. Record a new one first",
      earliest: null
    })
  })

  it.each([
    ["none was passed", false, null, "No risk assessment says that the person is suitable. Record one first"],
    ["one was not passed", false, on, "No risk assessment says that the person is suitable. Record one first"],
    [
      "nobody decided how long one stands",
      true,
      null,
      "The scheme has not decided for that day how long a risk assessment is good for (riskAssessmentMonths). A " +
      "coordinator decides it with DecideSchemePolicy, from the day of the assessment or before"
    ]
  ])("%s", (_, passed, validUntil, because) => {
    expect(BeRiskAssessedForTheRole.asks({ asked: true, passed, validUntil, on, unit: null })).toMatchObject({
      held: false,
      because,
      earliest: null
    })
  })

  it("names the unit, where the worker has one", () => {
    const facts = { asked: true, validUntil: date("2017-03-26"), on, unit: "B_WING" }
    expect([false, true].map((passed) => BeRiskAssessedForTheRole.asks({ ...facts, passed }).because)).toEqual([
      "No risk assessment says that the person is suitable on B_WING. Record one first",
      "The risk assessment for B_WING was good until 26 March 2017. Record a new one first"
    ])
  })

  it("is not asked of a worker who was in role before the scheme", () => {
    expect(BeRiskAssessedForTheRole.asks({ asked: false, passed: false, validUntil: null, on, unit: null }))
      .toMatchObject({
        held: true,
        because: null
      })
  })
})
