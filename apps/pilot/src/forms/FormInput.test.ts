/**
 * Proves that a form is read as people fill it in, and gives exactly what a program would send.
 */
import {
  DecideSchemePolicy,
  PlanShadowing,
  PublishRoleProfile,
  RegisterPerson,
  RestrictAppointment,
  SignOffShadowing
} from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { bodyFrom, datePartsOf } from "./FormInput.ts"

type Pairs = ReadonlyArray<readonly [string, string]>

const form = (fields: Readonly<Record<string, string>>, ...more: Pairs): URLSearchParams =>
  new URLSearchParams([...Object.entries(fields), ...more].map(([name, value]) => [name, value]))

const on = (day: string, month: string, year: string) =>
  bodyFrom(SignOffShadowing, form({ "on-day": day, "on-month": month, "on-year": year }))["on"]

describe("a date", () => {
  it.for([
    ["4", "4", "2016"],
    ["04", "04", "2016"],
    [" 4 ", "April", "2016"],
    ["4", "apr", " 2016"],
    ["4", "APRIL", "2016"],
    ["4", "Apr.", "2016"]
  ])("written %s %s %s is 4 April 2016", ([day = "", month = "", year = ""]) => {
    expect(on(day, month, year)).toBe("2016-04-04")
  })

  it("left out altogether is missing; left out in part is sent as it is, to be refused", () => {
    expect(on("", "", "")).toBeUndefined()
    expect(on("4", "", "2016")).toBe("4  2016")
    expect(on("4", "4", "16")).toBe("4 4 16")
    expect(on("31", "Smarch", "2016")).toBe("31 Smarch 2016")
    expect(SignOffShadowing.read({ shadowing: "x", on: "31 Smarch 2016" })._tag).toBe("Wrong")
  })

  it("that the calendar does not have is refused by the law", () => {
    expect(on("30", "2", "2016")).toBe("2016-02-30")
    expect(SignOffShadowing.read({ shadowing: "00000000-0000-4000-8000-000000000001", on: "2016-02-30" })).toEqual({
      _tag: "Wrong",
      problems: [{ field: "on", says: "must be a real date, written like 2016-04-04" }]
    })
  })

  it("keeps what was typed, for the page that shows it again", () => {
    expect(datePartsOf(form({ "on-day": " 4", "on-month": "Apr ", "on-year": "2016" }), "on"))
      .toEqual({ day: "4", month: "Apr", year: "2016" })
  })
})

describe("other answers", () => {
  it("are read by the kind of their question", () => {
    const body = bodyFrom(
      PublishRoleProfile,
      form(
        { scheme: "s", asksForShadowing: "yes", asksForClearance: "no", inCommunity: "perhaps", pay: "" },
        ["tasks", "BEFRIENDING"],
        ["tasks", "FETCHING_MEALS"],
        ["tasks", "BEFRIENDING"]
      )
    )
    expect(body).toEqual({
      scheme: "s",
      tasks: ["BEFRIENDING", "FETCHING_MEALS"],
      asksForShadowing: true,
      asksForClearance: false,
      inCommunity: "perhaps"
    })
  })

  it("are generous with numbers, codes and blanks", () => {
    expect(bodyFrom(DecideSchemePolicy, form({ value: " 1,000 " }))["value"]).toBe(1000)
    expect(bodyFrom(DecideSchemePolicy, form({ value: "many" }))["value"]).toBe("many")
    const registered = bodyFrom(
      RegisterPerson,
      form({ wing: "b wing", establishment: "zzi", familyName: "  Smith\r\n" })
    )
    expect(registered).toMatchObject({ wing: "B_WING", establishment: "ZZI", familyName: "Smith" })
    expect(bodyFrom(RestrictAppointment, form({ tasks: "fetching meals, laundry", areas: "" })))
      .toEqual({ tasks: ["FETCHING_MEALS", "LAUNDRY"], areas: [] })
  })

  it("that were not asked for are not sent", () => {
    expect(bodyFrom(PlanShadowing, form({ "form-token": "t", "form-step": "check", colour: "red" }))).toEqual({})
  })

  it("carry the reasons for going on although a soft rule is not met", () => {
    expect(
      bodyFrom(SignOffShadowing, form({ "override-SHADOW-6": " It was noted in the wing diary ", "override-X": "" }))
    )
      .toEqual({ overrides: [{ rule: "SHADOW-6", reason: "It was noted in the wing diary" }] })
  })
})
