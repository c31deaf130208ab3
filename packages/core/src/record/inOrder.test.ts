/**
 * Of several pairs of dates the first that is out of order is told; where none is, the first pair stands as evidence.
 */
import { describe, expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { inOrder } from "./inOrder.ts"

const [march, april, may] = [date("2016-03-21"), date("2016-04-21"), date("2016-05-21")]

describe("dates in order", () => {
  it("hold when each is on or after what it follows from", () => {
    expect(inOrder([april, march], [may, april])).toMatchObject({
      held: true,
      facts: { on: "2016-04-21", notBefore: "2016-03-21" }
    })
    expect(inOrder([march, march])).toMatchObject({ held: true })
  })

  it("hold for a date that follows from nothing", () => {
    expect(inOrder([march, null])).toMatchObject({ held: true, facts: { on: "2016-03-21", notBefore: "2016-03-21" } })
    expect(inOrder([march, null], [may, null])).toMatchObject({ held: true, facts: { on: "2016-03-21" } })
  })

  it("are broken by the first date that is too early, and told the day that will do for it", () => {
    expect(inOrder([may, april], [march, april], [march, may])).toMatchObject({
      held: false,
      facts: { on: "2016-03-21", notBefore: "2016-05-21" },
      because: "The date is too early. It can be 21 May 2016 or later"
    })
    expect(inOrder([march, null], [april, may])).toMatchObject({ held: false, earliest: "2016-05-21" })
  })
})
