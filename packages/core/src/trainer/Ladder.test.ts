/**
 * The ladder at its edges: what counts as observed, and what was withdrawn last, worked out by hand.
 */
import { describe, expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { onTheLadder } from "./Ladder.ts"
import { Trainer } from "./Trainer.ts"
import type { Accreditation, Judged, Practice } from "./Trainer.ts"

const day = date("2016-06-06")

const practised = (on: string, practice: Practice["practice"], held: string | null = null): Practice => ({
  event: `${on} ${practice}`,
  on: date(on),
  session: "LOSS",
  practice,
  held
})

const of = (...all: ReadonlyArray<Practice>) => {
  const { delivered, observed, rung, since } = onTheLadder({ ...Trainer.initial, practised: all }, "LOSS", day)
  return { observed, delivered, rung, since }
}

describe("what somebody practised", () => {
  it("stands since the first day, in whichever order it was recorded", () => {
    expect(of(practised("2016-05-02", "DELIVERED"), practised("2016-05-01", "DELIVERED")))
      .toEqual({ observed: 0, delivered: 2, rung: "CoDelivered", since: "2016-05-01" })
    expect(of(practised("2016-05-02", "OBSERVED"), practised("2016-05-01", "OBSERVED")))
      .toEqual({ observed: 2, delivered: 0, rung: "Observed", since: "2016-05-01" })
  })

  it("was not observed by whoever taught it, and was by whoever taught another one", () => {
    expect(of(practised("2016-05-01", "OBSERVED", "one"), practised("2016-05-01", "DELIVERED", "one")))
      .toMatchObject({ observed: 0, delivered: 1 })
    expect(of(practised("2016-05-01", "OBSERVED", "one"), practised("2016-05-02", "DELIVERED", "two")))
      .toMatchObject({ observed: 1, delivered: 1 })
  })

  it("elsewhere, where no session says so, is each by itself", () => {
    expect(of(practised("2016-05-01", "OBSERVED"), practised("2016-05-01", "DELIVERED")))
      .toMatchObject({ observed: 1, delivered: 1 })
    expect(of(practised("2016-05-01", "CO_DELIVERED"))).toMatchObject({ observed: 0, delivered: 1 })
  })
})

const judged = (withdrawnOn: string | null, session: Judged["session"] = "LOSS"): Judged => ({
  event: `judged ${withdrawnOn}`,
  on: date("2016-01-04"),
  session,
  condition: null,
  withdrawn: withdrawnOn === null ? null : { event: "withdrawn", on: date(withdrawnOn) }
})

const accredited = (withdrawnOn: string | null): Accreditation => ({
  ...judged(withdrawnOn),
  reviewOn: date("2017-01-04"),
  lapsesOn: date("2017-02-04")
})

const withdrawnOn = (all: ReadonlyArray<Judged>, given: ReadonlyArray<Accreditation> = []) =>
  onTheLadder({ ...Trainer.initial, judged: all, accredited: given }, "LOSS", day).withdrawnOn

describe("what is withdrawn", () => {
  it("is withdrawn since the last day by which it was, from that day on and for that session", () => {
    expect(withdrawnOn([judged("2016-06-06")])).toBe("2016-06-06")
    expect(withdrawnOn([judged("2016-06-05"), judged("2016-05-05")])).toBe("2016-06-05")
    expect(withdrawnOn([judged("2016-06-05", "PRINCIPLES")])).toBe(null)
  })

  it("is not, while a judgement or an accreditation stands", () => {
    expect(withdrawnOn([judged("2016-06-07")])).toBe(null)
    expect(withdrawnOn([judged(null)], [accredited("2016-06-05")])).toBe(null)
    expect(withdrawnOn([judged("2016-06-05")], [accredited(null)])).toBe(null)
    expect(withdrawnOn([judged("2016-06-05")], [accredited("2016-06-04")])).toBe("2016-06-05")
  })

  it("leaves a withdrawal out that is still to come, of two", () => {
    expect(withdrawnOn([judged("2016-06-05")], [{ ...accredited("2016-07-05"), on: date("2016-06-07") }]))
      .toBe("2016-06-05")
  })
})
