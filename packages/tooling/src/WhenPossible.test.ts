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
  [
    "StartCohort",
    "- When: the cohort is recruiting. After [PlanCohort](#plancohort): first approve it, then open enrolment"
  ],
  ["ResumeCohort", "- When: the cohort is paused, after [PlanCohort](#plancohort)"],
  [
    "CloseCohort",
    "- When: the cohort is reflected. After [PlanCohort](#plancohort): first approve it, then open enrolment, then start it, then finish its delivery, then record the reflection on it"
  ],
  [
    "DecideTrainingCompletion",
    "- When: the training is enrolled, after [EnrolTrainee](#enroltrainee) or [OpenTrainingRecord](#opentrainingrecord)"
  ],
  [
    "SelectForAppointment",
    "- When: the appointment is under selection. After [ProposeAppointment](#proposeappointment) or [ApplyForAppointment](#applyforappointment): first begin the selection"
  ],
  [
    "RegulariseLegacyWorker",
    "- When: the appointment is in role untrained, after [RegisterLegacyWorker](#registerlegacyworker)"
  ],
  [
    "RestrictAppointment",
    "- When: the appointment is in role untrained or active. After [ProposeAppointment](#proposeappointment) or [ApplyForAppointment](#applyforappointment): first begin the selection, then select the person, then activate it. After [RegisterLegacyWorker](#registerlegacyworker): at once"
  ],
  [
    "ChangeAppointmentSupervisor",
    "- When: the appointment is active. After [ProposeAppointment](#proposeappointment) or [ApplyForAppointment](#applyforappointment): first begin the selection, then select the person, then activate it. After [RegisterLegacyWorker](#registerlegacyworker): first regularise the worker"
  ],
  [
    "CorrectAppointmentEnd",
    "- When: the appointment is ended, after [ProposeAppointment](#proposeappointment), [ApplyForAppointment](#applyforappointment) or [RegisterLegacyWorker](#registerlegacyworker)"
  ],
  [
    "SignOffShadowing",
    "- When: the shadowing is running or paused. After [PlanShadowing](#planshadowing): first start it"
  ],
  ["EndSupervision", "- When: the supervision is arranged, after [ArrangeSupervision](#arrangesupervision)"],
  ["AccreditTrainer", "- When: once the trainer is recorded, after [RegisterTrainer](#registertrainer)"],
  ["CorrectMovement", "- When: once the person is recorded, after [RegisterPerson](#registerperson)"]
])("of %s", (name, line) => {
  expect(said(name)).toEqual([line])
})

it("and says so of every command that begins or leads on", () => {
  const silent = allCommands.filter((one) => whenPossible(one).length === 0)
  expect(silent.map(({ name }) => name)).toEqual([])
})
