/**
 * The whole list: the parts of the invariants that the lives carry, and all 80 edge cases.
 */
import { appointmentRequirements } from "./appointmentRequirements.ts"
import { custodyRequirements } from "./custodyRequirements.ts"
import { edgeCasesOfCare } from "./edgeCasesOfCare.ts"
import { edgeCasesOfRecording } from "./edgeCasesOfRecording.ts"
import { edgeCasesOfShadowing } from "./edgeCasesOfShadowing.ts"
import { edgeCasesToCome } from "./edgeCasesToCome.ts"
import { escalationRequirements } from "./escalationRequirements.ts"
import type { RequirementList } from "./Requirement.ts"
import { trainingRequirements } from "./trainingRequirements.ts"

export const requirementList: RequirementList = {
  chapters: [
    { title: "Appointment, selection and risk", from: 1, to: 16, requirements: appointmentRequirements },
    { title: "Training, shadowing and supervision", from: 40, to: 60, requirements: trainingRequirements },
    { title: "Escalation and safeguarding", from: 80, to: 91, requirements: escalationRequirements },
    { title: "Custody", from: 110, to: 118, requirements: custodyRequirements }
  ],
  edgeCases: [...edgeCasesOfShadowing, ...edgeCasesOfCare, ...edgeCasesOfRecording],
  toCome: edgeCasesToCome
}
