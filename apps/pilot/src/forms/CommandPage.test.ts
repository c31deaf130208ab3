/**
 * Proves, without HTTP, what the pages of a command show: the questions, the verdict before the button, and after a
 * refusal the same words as the law's, with a link to the question they are about.
 */
import { allCommands, CorrectShadowingStart, date, Peerwork, SignOffShadowing, StartShadowing } from "@peerwork/core"
import type { Command, Decision, Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { checkPage, formPage, onlyNeedsReasons } from "./CommandPage.ts"
import type { Filling } from "./CommandPage.ts"
import type { Question } from "./Questions.ts"
import { optionsFor } from "./References.ts"

const { events, shadowing } = Peerwork.examples.shadowingSince("2016-03-21")

const recordsOf = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return records
}

const filling = (
  command: Command,
  fields: Readonly<Record<string, string>> = {},
  given: Readonly<Record<string, string>> = {}
): Filling => ({
  state: {
    command,
    looked: { records: recordsOf(events), names: emptyNames(), day: date("2016-04-03") },
    form: new URLSearchParams(fields),
    given: new Map(Object.entries(given)),
    choices: new Map(),
    standing: new Map(),
    problems: []
  },
  commandId: "00000000-0000-4000-8000-00000000000c",
  removals: [],
  role: "officer",
  back: "/do"
})

const nameOf = () => "Kay Example"
const signOff = (on: string): Decision =>
  Peerwork.check(SignOffShadowing.make({ shadowing, on: date(on) }), events, { today: date(on) })
const refusedOn = (on: string) => {
  const decision = signOff(on)
  if (decision._tag === "Accepted") throw new Error("It should be refused")
  return decision
}

describe("a form", () => {
  it("asks every question of every command, in its words", () => {
    for (const command of allCommands) {
      const { data, title } = formPage(filling(command), null, nameOf)
      const questions = data["questions"] as ReadonlyArray<Question>
      expect(title).toBe(command.title)
      expect(questions.map(({ name }) => name)).toEqual(Object.keys(command.fields))
      for (const question of questions) {
        expect(question.text.replace(" (optional)", "")).toBe(command.fields[question.name]?.question)
      }
    }
  })

  it("after a refusal says what the law says, and links to the date that it is about", () => {
    const { data, status } = formPage(filling(SignOffShadowing, {}, { shadowing }), refusedOn("2016-04-03"), nameOf)
    expect(status).toBe(422)
    expect(data["errors"]).toEqual([
      { text: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016", href: "#on-day" }
    ])
    const [, on] = data["questions"] as ReadonlyArray<Question>
    expect(on).toMatchObject({
      name: "on",
      error: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016"
    })
    expect(data["broken"]).toMatchObject([
      {
        id: "SHADOW-1",
        tag: { text: "Not met" },
        because: "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016",
        source: "Peer social support training pilot, S3:699-701",
        earliest: "4 April 2016"
      }
    ])
    expect(data["rules"]).toMatchObject([
      { id: "RECORD-1", tag: { text: "Met" } },
      { id: "SHADOW-3", tag: { text: "Met" } },
      { id: "RECORD-2", tag: { text: "Met" } },
      { id: "STAFF-5", tag: { text: "Met" } }
    ])
  })

  it("at the wrong moment says by whom it is so, with no link, and what the role can do instead", () => {
    const decision = Peerwork.check(StartShadowing.make({ shadowing, on: date("2016-03-22") }), events, {
      today: date("2016-03-22")
    })
    if (decision._tag === "Accepted") throw new Error("It should be refused")
    const { data, status } = formPage(filling(StartShadowing, {}, { shadowing }), decision, nameOf)
    expect(status).toBe(409)
    expect(data["errors"]).toEqual([
      {
        text: expect.stringMatching(
          /^The shadowing is already running since .+, by Kay Example \(coordinator\)$/
        ) as string,
        href: null
      }
    ])
    expect(data["possible"]).toContainEqual({
      text: "Pause shadowing",
      href: `/do/PauseShadowing?shadowing=${shadowing}`
    })
  })

  it("where what was named does not fit offers other commands, and not the one that was refused", () => {
    const reason = "Written down wrongly"
    const decision = Peerwork.check(
      CorrectShadowingStart.make({ shadowing, startedOn: date("2016-03-21"), reason }),
      events,
      { today: date("2016-03-22") }
    )
    if (decision._tag === "Accepted") throw new Error("It should be refused")
    const { data } = formPage(filling(CorrectShadowingStart, {}, { shadowing }), decision, nameOf)
    const offered = (data["possible"] as ReadonlyArray<{ readonly href: string }>).map(({ href }) => href)
    expect(offered).toContain(`/do/CorrectShadowMentor?shadowing=${shadowing}`)
    expect(offered).not.toContain(`/do/CorrectShadowingStart?shadowing=${shadowing}`)
  })

  it("says of an answer that cannot be read what is wrong with it, in the words of a page", () => {
    const asked = filling(SignOffShadowing, { "on-day": "4", "on-month": "", "on-year": "2016" })
    const problems = [{ field: "shadowing", says: "is missing" }, { field: "on", says: "must be a real date" }]
    const { data, status } = formPage({ ...asked, state: { ...asked.state, problems } }, null, nameOf)
    expect(status).toBe(400)
    expect(data["errors"]).toEqual([
      { text: "Select an answer to “Which shadowing?”", href: "#shadowing" },
      { text: "The answer to “On which day is it signed off?” must include a month", href: "#on-day" }
    ])
  })
})

describe("before the button", () => {
  it("stand the answers and every rule with its verdict", () => {
    const body = { shadowing, on: "2016-04-04" }
    const { data, status } = checkPage(filling(SignOffShadowing, {}, { shadowing }), body, signOff("2016-04-04"))
    expect(status).toBe(200)
    expect((data["answers"] as ReadonlyArray<{ readonly answer: string }>)[1]?.answer).toBe("4 April 2016")
    expect((data["rules"] as ReadonlyArray<{ readonly tag: { readonly text: string } }>).map(({ tag }) => tag.text))
      .toEqual(["Met", "Met", "Met", "Met", "Met"])
    expect(data["reasons"]).toEqual([])
  })

  it("a soft rule that is not met asks for its reason, and says so when none is given", () => {
    const decision: Decision = {
      _tag: "Refused",
      moment: null,
      judged: refusedOn("2016-04-03").judged.map((judged) => ({ ...judged, strength: "soft" as const }))
    }
    expect(onlyNeedsReasons(decision)).toBe(true)
    expect(onlyNeedsReasons(refusedOn("2016-04-03"))).toBe(false)
    const shown = checkPage(filling(SignOffShadowing), { shadowing, on: "2016-04-03" }, decision)
    expect(shown.data["reasons"]).toMatchObject([{ name: "override-SHADOW-1", value: "", error: null }])
    const pressed = checkPage(filling(SignOffShadowing), { shadowing, on: "2016-04-03" }, decision, { asked: true })
    expect(pressed.status).toBe(422)
    expect(pressed.data["errors"]).toMatchObject([{ href: "#override-SHADOW-1" }])
  })
})

describe("what can be chosen", () => {
  it("is what makes sense for the command now", () => {
    const looked = { records: recordsOf(events), names: emptyNames(), day: date("2016-04-03") }
    const shadowings = (name: string) =>
      optionsFor(looked, allCommands.find((command) => command.name === name)!, "shadowing", "shadowing")?.map((
        { value }
      ) => value)
    expect(shadowings("SignOffShadowing")).toEqual([shadowing])
    expect(shadowings("StartShadowing")).toEqual([])
  })
})
