/**
 * Edge cases 30 to 63 that the lives meet: escalations, what runs out, training and the limits of a role.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const edgeCasesOfCare: ReadonlyArray<Requirement> = [
  {
    id: "30",
    says: "What a worker raised goes on after their death, and it is recorded why nobody can be told",
    rules: ["ESCALATION-6"],
    commands: ["RecordRaiserNotInformed"],
    tests: [[testOf.escalation, "needs that whoever raised it was told, or why not"]]
  },
  {
    id: "33",
    says:
      "A note without a name is read for danger first; one that says somebody in a cell will die tonight is immediate, " +
      "named by its unit, and the writer stays unnamed",
    rules: ["ESCALATION-1", "ESCALATION-15"],
    commands: ["RaiseAnonymousNote", "RaiseImmediateEscalation", "RecordEscalationAction"],
    tests: [
      [testOf.escalationInTime, "is raised at once, with who was told at 09:22, and without a word of text"],
      [
        testOf.escalationInTime,
        "is asked first whether it says that somebody may come to harm, and raises it at once with four questions"
      ],
      [
        testOf.escalation,
        "of a note without a name is for later only once it was read for a danger, and at once where it tells of one"
      ],
      [testOf.escalation, "makes it immediate by telling somebody in the same act, whoever notices"]
    ]
  },
  {
    id: "36",
    says: "At 21:40 an immediate risk goes to whoever was told and then to who is there at night",
    rules: ["ESCALATION-1"],
    commands: ["RaiseImmediateEscalation", "FillRoutePost"],
    code: ["ladderAt"],
    tests: [[testOf.whoAnswers, "of what is immediate goes on from whoever was told, at 21:40 as at noon"], [
      testOf.escalation,
      "makes it immediate by telling somebody in the same act, whoever notices"
    ], [testOf.escalation, "makes it immediate by telling somebody in the same act, whoever notices"]]
  },
  {
    id: "37",
    says: "Of what a Listener hears nothing is recorded but that their organisation made its own exception",
    rules: ["ESCALATION-10"],
    commands: ["RaiseEscalationWithoutContent"],
    tests: [[testOf.escalation, "in a role of absolute confidence has no field for content"]]
  },
  {
    id: "38",
    says: "An escalation is overdue by the clock, whether or not its receiver is there, and climbs the ladder",
    code: ["escalationStatusAt", "ladderAt"],
    tests: [[testOf.whoAnswers, "of what is for the same day goes to the orderly officer when people are not at work"]]
  },
  {
    id: "39",
    says: "The step of the ladder is derived, so nothing runs twice",
    code: ["ladderAt"],
    tests: [[testOf.whoAnswers, "never goes back, and ends when somebody acknowledges"]]
  },
  {
    id: "40",
    says: "A deadline in working days passes over bank holidays",
    rules: ["ESCALATION-12"],
    code: ["addWorkingDays"],
    tests: [
      [testOf.workingDays, "are Monday to Friday but for bank holidays"],
      [testOf.whoAnswers, "of what is routine waits over Easter, and counts working days"],
      [testOf.whoAnswers, "beyond the calendar is none"]
    ]
  },
  {
    id: "41",
    says: "What is rejected after its sender went home is with their cover, and the deadline stands",
    commands: ["RejectEscalationBack"],
    code: ["backWith"],
    tests: [[
      testOf.escalation,
      "rejects back to whoever passed it on, or to their cover once they have gone home; the deadline stands"
    ]]
  },
  {
    id: "42",
    says: "A supervisor whom a concern is about does not see it",
    rules: ["ESCALATION-2"],
    code: ["sightOf"],
    tests: [[testOf.escalationInTime, "is not there for whoever it is about, whatever they ask"]]
  },
  {
    id: "44",
    says: "What somebody did not agree to is passed on only on a ground that the law knows, and they are told of it",
    rules: ["ESCALATION-8"],
    commands: ["RaiseEscalation", "InformEscalationSubject", "RecordSubjectNotInformed"],
    code: ["waitsToTell"],
    tests: [
      [testOf.escalation, "without agreement needs a ground"],
      [testOf.tellingTheSubject, "waits until they were told that it was passed on, or it was recorded why not"]
    ]
  },
  {
    id: "46",
    says: "A training that runs out on a Sunday restricts from the next day, whoever looks when",
    rules: ["APPOINTMENT-13"],
    code: ["validityOn", "statusOn"],
    tests: [[testOf.lapse, "without grace is restricted on the day after, though nobody looked"]]
  },
  {
    id: "47",
    says: "A refresher that is late is waited for as long as the scheme decided, and that end is told",
    limits: ["refresherGraceDays"],
    code: ["validityOn"],
    tests: [[
      testOf.trainerPages,
      "is shown before, waited for in grace, and restricts from its day, whichever day is asked about"
    ]]
  },
  {
    id: "48",
    says: "Who refreshes early loses no weeks, where the scheme decided so",
    commands: ["RecordRefresher"],
    limits: ["refresherEarlyDays"],
    tests: [[testOf.lapse, "that is always refreshed early keeps its day, whatever the months in between are like"]]
  },
  {
    id: "49",
    says: "Minutes that a session was interrupted come off for all who were there, until they are made up",
    rules: ["TRAINING-2", "TRAINING-14"],
    commands: ["RecordSessionInterruption", "RecordSessionMakeUp"],
    tests: [
      [testOf.training, "never rounds up: an interruption comes off for all, until it is made up"],
      [testOf.training, "is of what is missing and no more, with staff who are in post"]
    ]
  },
  {
    id: "50",
    says: "Late, absent and not held are three things",
    rules: ["TRAINING-7"],
    commands: ["RecordSessionAttendance"],
    tests: [[testOf.training, "of %s with %s minutes: %s"]]
  },
  {
    id: "51",
    says:
      "A session of somebody who was not accredited counts only once that is decided, and never backwards by itself",
    rules: ["TRAINING-3", "TRAINING-15", "COHORT-11", "TRAINER-6"],
    commands: ["AcceptTrainingSession", "AccreditTrainer"],
    tests: [
      [testOf.whoTaught, "neither decides nor agrees that it counts"],
      [testOf.training, "with nobody accredited is why the session does not count, and not that minutes are missing"],
      [testOf.training, "does not count until that is decided; a supervisor makes it count"],
      [testOf.trainer, "that reaches back over a session delivered already needs a reason"],
      [testOf.training, "is not made up by somebody who is not accredited either"]
    ]
  },
  {
    id: "52",
    says: "Who completed template 1 has six sessions of template 2 in full, one in part and two to learn",
    rules: ["TEMPLATE-2", "TEMPLATE-4"],
    commands: ["GrantTrainingEquivalence", "CreditEarlierTraining"],
    tests: [
      [testOf.training, "has nothing by titles, and by decision six sessions in full, one in part, and two new"],
      [testOf.training, "tops up what counts in part, and the first record stays as it was"],
      [testOf.template, "in full or not at all has nothing left to learn"]
    ]
  },
  {
    id: "53",
    says: "A cohort goes on by the template with which it was planned, unless somebody decides to move it",
    rules: ["TEMPLATE-3", "COHORT-9"],
    commands: ["PlanCohort", "ProposeTemplateRevision", "MoveCohortToTemplate"],
    code: ["Cohort"],
    tests: [
      [testOf.template, "is that of a cohort, unless a reason is given"],
      [testOf.cohortTemplate, "takes its trainees along, and what they met counts as its equivalences say"],
      [testOf.cohortTemplate, "asks for a decision about each session that was held, or a reason"]
    ]
  },
  {
    id: "54",
    says: "Every act is judged by the policy of its own day",
    code: ["limitOn"],
    tests: [
      [testOf.scheme, "hold from their first day until the next decision's"],
      [testOf.activation, "is judged by the scheme and the job description of its own day"]
    ]
  },
  {
    id: "55",
    says: "What somebody attended ad hoc is found when they enrol, and credited by a decision",
    commands: ["CreditEarlierTraining"],
    code: ["offersFor"],
    tests: [[testOf.training, "is found when the person enrols again, and what it offers is credited by a decision"]]
  },
  {
    id: "56",
    says: "Whoever is released by a court while shadowing has not achieved it, and may shadow anew if they return",
    commands: ["RecordRelease", "EndShadowingNotAchieved"],
    tests: [
      [
        testOf.releasedWhileShadowing,
        "has not achieved it: 11 days counted until the day of the release, and none after"
      ],
      [testOf.releasedWhileShadowing, "shadows anew once they are back, and not before"],
      [
        testOf.shadowingPages,
        "says on its page, on the worker's and under what needs attention that it is ended, and waits for no return"
      ]
    ]
  },
  {
    id: "57",
    says: "When somebody on remand is sentenced nothing ends by itself, and a person looks at the role again",
    rules: ["APPOINTMENT-20"],
    commands: ["RecordLegalStatus", "CheckLegalStatus"],
    tests: [
      [testOf.death, "ends nothing, says nothing of itself in the log, and is there to be looked at"],
      [testOf.legalStatusCheck, "counts until the status changes; the worker works on, and somebody decides"],
      [testOf.circumstancePages, "of the legal status names the roles that ask for one, and leads to the check"]
    ]
  },
  {
    id: "59",
    says: "Whom people can ask on one side of a prison is not named on the other",
    code: ["contactsIn"],
    tests: [[testOf.examples, "the Wellbeing Reps: two men and two women, and neither side shows the other's"]]
  },
  {
    id: "60",
    says: "A disclosure about a child goes the way of child safeguarding",
    code: ["routeOf"],
    tests: [[testOf.escalation, "of %s goes the way of %s"]]
  },
  {
    id: "61",
    says: "Somebody with several roles is suspended in the one that is named",
    rules: ["APPOINTMENT-19"],
    commands: ["SuspendAppointment"],
    code: ["otherRolesFor"],
    tests: [
      [testOf.suspension, "rests the role that is named, and no other one of the same person"],
      [testOf.suspension, "asks whoever suspends to consider the other roles, and touches none of them"],
      [
        testOf.otherRoles,
        "names the other open role on the form, with a link to suspend them there, and on no other form"
      ]
    ]
  },
  {
    id: "62",
    says: "A worker who is bullied in the role is somebody who needs help, not somebody who did wrong",
    rules: ["SUPERVISION-4"],
    code: ["routeOf"],
    tests: [[testOf.escalation, "of %s goes the way of %s"], [
      testOf.supervision,
      "with exploitation raised needs an escalation, or a reason why not"
    ], [testOf.supervision, "with exploitation raised needs an escalation, or a reason why not"]]
  },
  {
    id: "63",
    says: "No reason lets anybody ask a worker for intimate care; who asks is refused, and a professional told",
    rules: ["SCHEME-5", "APPOINTMENT-21"],
    commands: ["PublishRoleProfile", "RefuseTask", "RecordTaskTakenOver"],
    code: ["refusedTasks"],
    tests: [
      [testOf.scheme, "asks for no intimate care and no health care, whatever the reason"],
      [testOf.taskRefusal, "is refused with no way round, told to a professional by name, and waits for them"],
      [
        testOf.schemePages,
        "shows what a worker was asked for and may not do, until a professional has taken it over"
      ]
    ]
  }
]
