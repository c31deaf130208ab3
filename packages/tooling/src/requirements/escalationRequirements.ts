/**
 * INV-80 to INV-91: what happens to what somebody has to know.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const escalationRequirements: ReadonlyArray<Requirement> = [
  {
    id: "INV-80",
    says:
      "Of a risk of suicide a named member of staff is told, with the time; Peerwork shows the duty with its times (a " +
      "plan within 1 hour, an interview and a review within 24 hours) and opens no ACCT",
    rules: ["ESCALATION-1", "ESCALATION-4", "ESCALATION-5", "ESCALATION-18"],
    commands: ["RaiseImmediateEscalation", "RecordEscalationReference"],
    tests: [
      [
        testOf.escalationInTime,
        "shows the duty to whoever was told; of an ACCT the log keeps nothing but that something is held elsewhere"
      ],
      [testOf.escalation, "never rejects what is immediate, and redirects it only by telling somebody"],
      [testOf.escalation, "makes what was immediate less urgent only with a second person"],
      [testOf.escalation, "the only one who was told of something immediate is not struck out"]
    ]
  },
  {
    id: "INV-81",
    says: "What is immediate is no draft, waits in no queue and goes to no team: it names who was told, and how",
    rules: ["ESCALATION-1", "ESCALATION-4", "ESCALATION-18"],
    commands: ["RaiseImmediateEscalation"],
    limits: ["acknowledgeImmediateMinutes"],
    tests: [
      [testOf.escalation, "of something immediate names who was told in the same act, and needs no text"],
      [testOf.escalation, "the only one who was told of something immediate is not struck out"],
      [testOf.escalation, "never rejects what is immediate, and redirects it only by telling somebody"]
    ]
  },
  {
    id: "INV-82",
    says: "A concern for an adult in an English prison goes to the nominated manager, not to the local authority",
    rules: ["ESCALATION-11", "ESCALATION-14"],
    code: ["routeOf"],
    tests: [
      [testOf.escalation, "goes to the nominated manager or their cover"],
      [
        testOf.whoMayTakeItOn,
        "is with the nominated manager and who covers for that post, not with who covers another post of theirs"
      ],
      [testOf.linkedInto, "that protect in two ways each keep their own"]
    ]
  },
  {
    id: "INV-83",
    says: "Violence and bullying are referred as a CSIP, with every field that a referral asks",
    rules: ["ESCALATION-9"],
    commands: ["RecordEscalationReference"],
    tests: [[testOf.escalation, "is referred to a CSIP with everything it asks, and to an ACCT with nothing at all"]]
  },
  {
    id: "INV-84",
    says: "A concern about somebody's supervisor or the conduct of staff goes past them",
    rules: ["ESCALATION-2", "ESCALATION-14", "SUPERVISION-8"],
    code: ["routeOf", "sightOf", "isWithoutOwner"],
    tests: [
      [testOf.linkedInto, "of which one names nobody keep whom the other is about, past whom it goes on"],
      [testOf.whoMayTakeItOn, "is without an owner, and with who covers the post that it goes to"],
      [testOf.escalation, "is handled by nobody whom it is about, and named to nobody whom it is about"],
      [testOf.nothingBetween, "something is open between them: %s"],
      [testOf.linkedInto, "about different members of staff are not linked"]
    ]
  },
  {
    id: "INV-85",
    says: "An escalation has one owner; whoever it is handed to takes it or rejects it back with a reason",
    rules: ["ESCALATION-3", "ROUTE-2"],
    commands: ["HandOverEscalation", "AcknowledgeEscalation", "RejectEscalationBack", "RedirectEscalation"],
    tests: [[testOf.escalation, "acknowledges: whoever was told, their cover, or whom the ladder has reached"], [
      testOf.escalation,
      "says where nobody holds the post, and accepts it all the same"
    ], [testOf.escalation, "says where nobody holds the post, and accepts it all the same"]]
  },
  {
    id: "INV-86",
    says: "Every escalation has a time by which it is acknowledged, and a ladder if nobody does",
    rules: ["ROUTE-2"],
    limits: [
      "acknowledgeImmediateMinutes",
      "acknowledgeSameDayMinutes",
      "acknowledgeRoutineWorkingDays",
      "ladderStepMinutes"
    ],
    code: ["deadline", "ladderAt"],
    tests: [[testOf.whoAnswers, "has steps as long as the scheme decides for it"], [
      testOf.escalation,
      "says where nobody holds the post, and accepts it all the same"
    ], [testOf.escalation, "says where nobody holds the post, and accepts it all the same"]]
  },
  {
    id: "INV-87",
    says: "Where an escalation stands follows from its facts; nobody sets it",
    rules: ["ESCALATION-16", "ESCALATION-17"],
    code: ["escalationStatusAt"],
    tests: [
      [testOf.escalation, "is not put after what followed, which is named with its time; the first of it counts"],
      [testOf.escalation, "is not taken away from under what follows from it"],
      [testOf.escalation, "is where its entries leave it"],
      [
        testOf.escalationSteps,
        "is told since when the stage is what it is, whatever was recorded after that, and what comes first"
      ]
    ]
  },
  {
    id: "INV-88",
    says: "An escalation is closed with an outcome and a time, never with one of them",
    rules: ["ESCALATION-6"],
    commands: ["CloseEscalation"],
    tests: [
      [testOf.escalationInTime, "is closed only when it is recorded why nobody can be told"],
      [testOf.linkedInto, "is told as well before it is closed, from the page of theirs"]
    ]
  },
  {
    id: "INV-89",
    says: "Complaints go their own way, which is shown; how long each way takes is data",
    commands: ["RecordEscalationReference"],
    code: ["complaintRoutesIn", "complaintWaysAt"],
    tests: [
      [testOf.complaintRoutes, "say every time that a source gives, also where sources disagree"],
      [
        testOf.complaintRoutes,
        "lead to the commissioner and the ombudsman in England, and to the health board in Wales"
      ],
      [testOf.escalationInTime, "shows the ways of a complaint on the escalation, and where a reference is recorded"]
    ]
  },
  {
    id: "INV-90",
    says: "Who raises something loses no right to complain",
    code: ["duties"],
    tests: [[
      testOf.escalationInTime,
      "asks four questions at once, has no text among them, and says who can see it"
    ]]
  },
  {
    id: "INV-91",
    says:
      "A concern for patient safety goes to the provider, the commissioner and the regulator in turn, each with a term",
    rules: ["ESCALATION-13"],
    commands: ["SendEscalationSafetyConcern", "RecordEscalationSafetyAnswer"],
    limits: ["safetyAnswerDays"],
    code: ["awaitedAnswers", "lateAnswers"],
    tests: [
      [testOf.patientSafety, "goes to the provider with the day by which they answer, and is late after that day"],
      [testOf.patientSafety, "goes on to the commissioner once the provider answered, or let the time pass"],
      [testOf.escalationInTime, "is shown under what needs attention once an answer is late, to those who may see it"]
    ]
  }
]
