/**
 * Proves that a form is read as people fill it in, and gives exactly what a program would send.
 */
import {
  date,
  DecideSchemePolicy,
  PlanShadowing,
  PublishRoleProfile,
  RegisterPerson,
  RestrictAppointment,
  SignOffShadowing
} from "@peerwork/core"
import type { Command, Input } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords } from "../records/Records.ts"
import { bodyFrom, datePartsOf } from "./FormInput.ts"
import { questionsOf, sayAnswer } from "./Questions.ts"
import type { Control } from "./Questions.ts"

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

describe("lists of ids and rows", () => {
  const asking = (question: string, input: Input) =>
    ({ ...SignOffShadowing.fields.on, question, kind: { ...SignOffShadowing.fields.on.kind, input } }) as const
  const outcomes = { ATTENDED: "Attended", LATE: "Came late" }
  const command = {
    ...SignOffShadowing,
    fields: {
      deliverers: asking("Who taught?", { _tag: "References", to: "staff", most: 10 }),
      attendance: asking("Who was there?", {
        _tag: "Rows",
        most: 40,
        columns: {
          trainee: { question: "Trainee", input: { _tag: "Reference", to: "training" }, optional: false },
          outcome: { question: "Outcome", input: { _tag: "Choice", options: outcomes }, optional: false },
          minutes: { question: "Minutes", input: { _tag: "Count", min: 0, max: 600 }, optional: true }
        }
      })
    }
  } as unknown as Command
  const looked = { records: emptyRecords(), names: emptyNames(), day: date("2016-03-14") }
  const trainees = [{ value: "will", text: "Smith, Will" }, { value: "wes", text: "West, Wes" }]
  const controls = (sent: URLSearchParams, choices: ReadonlyMap<string, typeof trainees>) =>
    questionsOf({ command, looked, form: sent, given: new Map(), choices, standing: new Map(), problems: [] })
      .map(({ control }) => control)
  const rowsIn = (of: Control | undefined) => of?._tag === "Rows" ? of : null

  it("are read from boxes that were ticked, and from lines in which something was filled in", () => {
    const sent = form(
      {
        "attendance-0-trainee": "will",
        "attendance-0-outcome": "ATTENDED",
        "attendance-0-minutes": "",
        "attendance-1-trainee": "wes",
        "attendance-1-outcome": "",
        "attendance-11-trainee": "max",
        "attendance-11-outcome": "LATE",
        "attendance-11-minutes": " 40 "
      },
      ["deliverers", "kay"],
      ["deliverers", "lee, kay"]
    )
    expect(bodyFrom(command, sent)).toEqual({
      deliverers: ["kay", "lee"],
      attendance: [{ trainee: "will", outcome: "ATTENDED" }, { trainee: "max", outcome: "LATE", minutes: 40 }]
    })
    expect(bodyFrom(command, form({}))).toEqual({ deliverers: [], attendance: [] })
  })

  it("are asked with a line for each thing that can be named, filled in beforehand where the address says so", () => {
    const choices = new Map([["attendance.trainee", trainees]])
    const rows = rowsIn(controls(form({ "attendance.outcome": "ATTENDED" }), choices)[1])
    expect(rows?.columns).toEqual(["Trainee", "Outcome", "Minutes"])
    expect(rows?.lines.map(({ heading }) => heading)).toEqual([
      { name: "attendance-0-trainee", value: "will", text: "Smith, Will" },
      { name: "attendance-1-trainee", value: "wes", text: "West, Wes" }
    ])
    expect(rows?.lines[1]?.cells).toMatchObject([
      { name: "attendance-1-outcome", text: "Outcome", control: { _tag: "Select", value: "ATTENDED" } },
      { name: "attendance-1-minutes", text: "Minutes", control: { _tag: "Input", value: "", numeric: true } }
    ])
  })

  it("are shown again with the line of whom they speak, even if the lines stand otherwise now", () => {
    const sent = form({ "attendance-0-trainee": "wes", "attendance-0-outcome": "LATE", "attendance-0-minutes": "40" })
    const rows = rowsIn(controls(sent, new Map([["attendance.trainee", trainees]]))[1])
    expect(rows?.lines.map(({ cells }) => cells.map(({ control }) => "value" in control ? control.value : null)))
      .toEqual([["", ""], ["LATE", "40"]])
  })

  it("say beside each control what is wrong with it and whose it is, also where a line before was left empty", () => {
    const sent = form({
      "attendance-0-trainee": "will",
      "attendance-1-trainee": "wes",
      "attendance-1-outcome": "LATE",
      "attendance-1-minutes": "some"
    })
    const rows = [{ row: 0, column: "minutes", says: "must be a whole number from 0 to 600" }]
    const problems = [{ field: "attendance", says: "must have rows that can be read", rows }]
    const state = { command, looked, form: sent, given: new Map(), standing: new Map(), problems }
    const known = questionsOf({ ...state, choices: new Map([["attendance.trainee", trainees]]) })[1]
    const says = (whose: string) => `The answer to “Minutes” for ${whose} must be a whole number from 0 to 600`
    const said = rowsIn(known?.control)?.lines.flatMap(({ cells }) => cells.map(({ error }) => error))
    expect([said, known?.error]).toEqual([[null, null, null, says("West, Wes")], null])
    const unknown = questionsOf({ ...state, choices: new Map() })[1]
    expect(rowsIn(unknown?.control)?.lines[1]?.cells.map(({ error }) => error)).toEqual([null, null, says("line 2")])
    // Somebody else recorded it meanwhile, and the line is not shown any more
    const gone = questionsOf({ ...state, choices: new Map([["attendance.trainee", trainees.slice(0, 1)]]) })[1]
    expect(gone?.error).toBe("The answer to “Who was there?” must have rows that can be read")
  })

  it("are asked with empty lines, or as ids, where nothing is known to choose from", () => {
    const [deliverers, attendance] = controls(form({}, ["deliverers", "kay"]), new Map())
    expect(deliverers).toEqual({ _tag: "Input", value: "kay", width: null, numeric: false })
    expect(rowsIn(attendance)?.lines.map(({ cells }) => cells.length)).toEqual([3, 3, 3, 3, 3, 3, 3, 3])
    expect(controls(form({}, ["deliverers", "will"]), new Map([["deliverers", trainees]]))[0])
      .toEqual({ _tag: "Checkboxes", options: trainees, values: ["will"] })
  })

  it("are said with a line for each row", () => {
    const { attendance, deliverers } = command.fields
    if (attendance === undefined || deliverers === undefined) throw new Error("They are gone")
    const rows = [{ trainee: "11111111", outcome: "LATE", minutes: 40 }, { trainee: "22222222", outcome: "ATTENDED" }]
    expect(sayAnswer(looked, attendance, rows))
      .toBe("Training 11111111…11111111: Came late, 40\nTraining 22222222…22222222: Attended")
    expect(sayAnswer(looked, attendance, [])).toBe("None")
    expect(sayAnswer(looked, deliverers, ["11111111", "22222222"])).toContain(", ")
  })
})
