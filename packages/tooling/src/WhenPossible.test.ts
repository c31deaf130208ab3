/**
 * The list of commands says when each can be given, and what comes first.
 */
import { allCommands } from "@peerwork/core"
import { expect, it } from "vitest"
import { whenPossible } from "./WhenPossible.ts"

const said = (name: string): ReadonlyArray<string> =>
  allCommands.filter((command) => command.name === name).flatMap(whenPossible)

it.each([
  ["PlanCohort", "- When: the cohort is not recorded yet"],
  ["StartCohort", "- When: the cohort is recruiting. Before that: approve it, then open enrolment"],
  ["ResumeCohort", "- When: the cohort is paused"],
  [
    "CloseCohort",
    "- When: the cohort is reflected. Before that: approve it, then open enrolment, then start it, then finish its delivery, then record the reflection on it"
  ],
  ["DecideTrainingCompletion", "- When: the training is enrolled"],
  ["SignOffShadowing", "- When: the shadowing is running or paused. Before that: start it"],
  ["EndSupervision", "- When: the supervision is arranged"],
  ["AccreditTrainer", "- When: once the trainer is recorded"],
  ["UndoTemplateWithdrawal", "- When: the template is withdrawn"]
])("of %s", (name, line) => {
  expect(said(name)).toEqual([line])
})

it("and says so of every command of these lives that begins or leads on", () => {
  const lives = ["template", "cohort", "training", "trainer", "shadowing", "supervision"]
  const silent = allCommands.filter(({ life }) => lives.includes(life)).filter((one) => whenPossible(one).length === 0)
  expect(silent.map(({ name }) => name)).toEqual([])
})
