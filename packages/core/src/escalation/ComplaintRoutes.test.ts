/**
 * The ways of a complaint: which there are in each country, and that no time stands without the source that gives it.
 */
import { describe, expect, it } from "vitest"
import { complaintRoutes, complaintRoutesIn, saySaidTime } from "./ComplaintRoutes.ts"

const waysIn = (country: "ENGLAND" | "WALES" | null): ReadonlyArray<string> =>
  complaintRoutesIn(country).map(({ to }) => to)

const both = [
  "The prison, on form COMP1",
  "The prison again, on form COMP1A",
  "The Prisons and Probation Ombudsman (PPO)",
  "The provider of healthcare in the prison",
  "The Independent Monitoring Board (IMB)"
]
const english = [
  "NHS England, which commissions healthcare",
  "The Parliamentary and Health Service Ombudsman (PHSO)"
]

describe("the ways of a complaint", () => {
  it("lead to the commissioner and the ombudsman in England, and to the health board in Wales", () => {
    expect(waysIn("ENGLAND")).toEqual([...both.slice(0, 4), ...english, ...both.slice(4)])
    expect(waysIn("WALES")).toEqual([...both.slice(0, 4), "The health board", ...both.slice(4)])
  })

  it("are those of both countries where nobody knows in which one it is", () => {
    expect(waysIn(null)).toEqual([...both.slice(0, 4), ...english, "The health board", ...both.slice(4)])
  })

  it("say every time that a source gives, also where sources disagree", () => {
    const [first, appeal] = complaintRoutes
    expect(first?.answeredWithin.map((time) => [saySaidTime(time), time.source.title])).toEqual([
      ["3 working days", "Prisoners' Advice Service, complaints"],
      ["5 days", "InBrief, prisoner complaints, earlier edition"],
      ["5 working days", "Prison Reform Trust, making a complaint in prison"],
      ["3 to 10 days", "InBrief, prisoner complaints"]
    ])
    expect(appeal?.answeredWithin.map(saySaidTime)).toEqual(["7 working days", "7 days", "7 to 10 days"])
    expect(appeal?.madeWithin.map(saySaidTime)).toEqual(["7 days"])
  })

  it("each have a source, and so has each of their times", () => {
    const sources = complaintRoutes.flatMap(({ answeredWithin, madeWithin, source }) => [
      source,
      ...[...madeWithin, ...answeredWithin].map((time) => time.source)
    ])
    expect(sources.filter(({ at, title }) => at.trim() === "" || title.trim() === "")).toEqual([])
  })
})
