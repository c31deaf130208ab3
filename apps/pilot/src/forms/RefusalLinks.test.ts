/**
 * Proves where a refusal leads: to the question that the rule is about, and nowhere where that is not known.
 */
import { allCommands, date, decisions, ruleBook } from "@peerwork/core"
import type { Judged, Verdict } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords } from "../records/Records.ts"
import { anchorOf, questionsOf } from "./Questions.ts"
import type { FormState } from "./Questions.ts"
import { questionAbout, rulesAboutAnswers } from "./RefusalLinks.ts"

const judgedAs = ({ because, earliest, facts, rule }: Verdict): Judged => ({
  rule: rule.id,
  says: rule.says,
  source: rule.source,
  strength: rule.strength,
  held: false,
  facts,
  limits: rule.limits,
  because,
  earliest,
  override: false
})

/** Where the refusal by the rule of this id leads on the form of the command. */
const leads = (
  name: string,
  id: string,
  facts: Judged["facts"] = {},
  typed: Readonly<Record<string, string>> = {},
  choices: FormState["choices"] = new Map()
) => {
  const command = allCommands.find((one) => one.name === name)
  const rule = ruleBook.find((one) => one.id === id)
  if (command === undefined || rule === undefined) throw new Error("There is no such command or rule")
  const judged = judgedAs(rule.example)
  const questions = questionsOf({
    command,
    looked: { records: emptyRecords(), names: emptyNames(), day: date("2016-04-04") },
    form: new URLSearchParams(typed),
    given: new Map([[command.life, "0c7a0000-0000-4000-8000-000000000001"]]),
    choices,
    standing: new Map(),
    problems: []
  })
  const open = questions.filter(({ control }) => control._tag !== "Given")
  const about = questionAbout({ ...judged, facts: { ...judged.facts, ...facts } }, open)
  return about === null ? null : `#${anchorOf(about)}`
}

describe("a refusal", () => {
  it("leads to the answer that the rule is about", () => {
    expect(leads("HoldSupervision", "SUPERVISION-4")).toBe("#escalations")
    // Nothing can be chosen where no escalation is there
    const none = new Map([["escalations", []]])
    expect(leads("HoldSupervision", "SUPERVISION-4", {}, {}, none)).toBe("#whyNotEscalated")
    expect(leads("HoldSupervision", "SUPERVISION-10")).toBe("#on-day")
    expect(leads("ArrangeSupervision", "SUPERVISION-1")).toBe("#supervisor")
    expect(leads("EnrolTrainee", "TRAINING-5")).toBe("#person")
    expect(leads("RecordSessionMakeUp", "TRAINING-14")).toBe("#minutes")
    expect(leads("RaiseEscalation", "ESCALATION-8")).toBe("#basis")
  })

  it("leads to the date that it repeats, where several are asked", () => {
    const typed = { "heldOn-day": "7", "heldOn-month": "3", "heldOn-year": "2016" }
    expect(leads("ScheduleTrainingSession", "RECORD-2", { on: "2016-03-07" }, typed)).toBe("#heldOn-day")
    expect(leads("ScheduleTrainingSession", "RECORD-1", { latest: "2016-05-07" })).toBe("#on-day")
  })

  it("leads nowhere where no answer is known that would do", () => {
    expect(leads("CloseCohort", "COHORT-7")).toBeNull()
    expect(leads("DecideTrainingCompletion", "TRAINING-1")).toBeNull()
    expect(leads("DeliverTrainingSession", "STAFF-1")).toBeNull()
    expect(leads("StartCohort", "COHORT-4")).toBeNull()
  })

  it("knows of every rule that it names which questions of some command it is about", () => {
    const asked = (id: string) =>
      [...decisions.values()].filter(({ rules }) => rules.some((rule) => rule.id === id))
        .flatMap(({ command }) => Object.keys(command.fields))
    for (const [id, names] of Object.entries(rulesAboutAnswers)) {
      expect([id, names.filter((name) => !asked(id).includes(name))]).toEqual([id, []])
    }
  })
})
