/**
 * INV-40 to INV-60: training and trainers, shadowing, supervision, and what runs out.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const trainingRequirements: ReadonlyArray<Requirement> = [
  {
    id: "INV-40",
    says: "A training is complete once every session is met or credited and somebody decides that it is",
    rules: ["TRAINING-1", "TRAINING-12", "APPOINTMENT-9"],
    commands: ["DecideTrainingCompletion", "CreditTrainingSession"],
    code: ["sessionsMet"],
    tests: [
      [testOf.training, "is a decision: being met is not being completed"],
      [
        testOf.activation,
        "is refused with all that is missing, and shadowing is not among it"
      ],
      [
        testOf.unitAssessment,
        "of fourteen modules is complete once each was assessed, and its certificate names the award"
      ],
      [testOf.activation, "is refused with all that is missing, and shadowing is not among it"],
      [
        testOf.unitAssessment,
        "of fourteen modules is complete once each was assessed, and its certificate names the award"
      ],
      [
        testOf.unitAssessment,
        "of fourteen modules is complete once each was assessed, and its certificate names the award"
      ]
    ]
  },
  {
    id: "INV-41",
    says: "A session counts only if whoever taught it was accredited for it on that day, or supervised by one who was",
    rules: ["TRAINING-3", "TRAINING-15", "COHORT-5", "COHORT-8"],
    commands: ["AcceptTrainingSession"],
    code: ["taughtByAccredited"],
    tests: [
      [testOf.training, "does not count until that is decided; a supervisor makes it count"],
      [testOf.whoTaught, "that whoever taught had left, counts for nobody from that day"],
      [testOf.cohort, "with enough trainees and a trainer for every session"],
      [testOf.cohort, "that nobody accredited taught is accepted by two"],
      [testOf.training, "is not made up by somebody who is not accredited either"]
    ]
  },
  {
    id: "INV-42",
    says: "Whoever was there for a part of a session was there for a part",
    rules: ["TRAINING-2", "TRAINING-7", "TRAINING-14"],
    commands: ["RecordSessionAttendance"],
    tests: [[
      testOf.training,
      "meets a session exactly when the minutes present, less those lost, and those made up are all of it"
    ], [testOf.training, "that is recorded twice and differently is refused with both, and overwrites nothing"]]
  },
  {
    id: "INV-43",
    says: "Where the role asks for it, nobody works alone before a shadowing of two weeks is signed off",
    rules: ["APPOINTMENT-10", "SHADOW-1"],
    commands: ["ActivateAppointment", "SignOffShadowing"],
    tests: [[testOf.twoWeeks, "from Monday 21 March 2016, over the night with 23 hours, with pauses and other mentors"]]
  },
  {
    id: "INV-44",
    says: "Two weeks are whole local days that count, never hours",
    rules: ["SHADOW-1"],
    code: ["countedDays", "firstSignOff"],
    tests: [
      [testOf.countedDays, "takes fourteen days from every day of every year where nothing interrupts"],
      [testOf.shadowing, "are not over on the thirteenth day, in words that name the first date that will do"]
    ]
  },
  {
    id: "INV-45",
    says: "An interruption stops the count and its days come at the end; a scheme may be stricter, never laxer",
    rules: ["SCHEME-4"],
    commands: ["PauseShadowing", "RecordShadowingInterruption", "ResumeShadowing"],
    code: ["countedDays"],
    tests: [
      [testOf.shadowing, "are longer by a pause from 25 until 29 March: 8 April"],
      [testOf.setNoLimitBelowItsSource, "shadowing lasts 14 days or more, and at most a year"]
    ]
  },
  {
    id: "INV-46",
    says: "Pausing again and again never makes the two weeks shorter",
    rules: ["SHADOW-1"],
    code: ["firstSignOff"],
    tests: [[testOf.countedDays, "a further pause never brings the first sign-off nearer"]]
  },
  {
    id: "INV-47",
    says:
      "On every counted day the mentor is in role, was trained, is not suspended and not kept apart from the worker; " +
      "that nothing has lapsed, and that they have room, is asked when somebody begins beside them (decision 0022)",
    rules: ["SHADOW-3", "SHADOW-4", "SHADOW-7", "SHADOW-8"],
    limits: ["shadowersPerMentor"],
    code: ["placementOf"],
    tests: [
      [testOf.shadowing, "whose training has lapsed takes on nobody new, and goes on with whoever shadows them"],
      [testOf.shadowing, "changes the count, and takes nothing back by itself"],
      [testOf.shadowing, "has no more new workers beside them than the scheme allows: one, in this one"],
      [testOf.nonAssociation, "counts no day from the one on which it opened until it closes"],
      [testOf.shadowing, "may work on the day of the start"],
      [testOf.nonAssociation, "is neither planned nor begun nor gone on with: %s and %s"]
    ]
  },
  {
    id: "INV-48",
    says: "When a mentor is replaced, the days that were served stay, and the new one is eligible",
    rules: ["SHADOW-3"],
    commands: ["ReplaceShadowMentor"],
    tests: [[
      testOf.shadowing,
      "leaves the days that were served, and the new mentor decides on the day of the replacement"
    ], [testOf.shadowing, "may work on the day of the start"]]
  },
  {
    id: "INV-49",
    says: "Whose training is completed is found through merged prison numbers",
    rules: ["TRAINING-4"],
    code: ["identityOf", "trainingsOf"],
    tests: [
      [testOf.merges, "moves nothing, and says whose everything is"],
      [testOf.schooling, "counts for the appointment from the merge on, and no longer once that is undone"]
    ]
  },
  {
    id: "INV-50",
    says: "When a training runs out the appointment is restricted from that day, even if nobody looks",
    rules: ["APPOINTMENT-13", "SHADOW-8"],
    limits: ["refresherEveryMonths", "refresherGraceDays"],
    code: ["validityOn", "statusOn"],
    tests: [[testOf.lapse, "without grace is restricted on the day after, though nobody looked"], [
      testOf.shadowing,
      "whose training has lapsed takes on nobody new, and goes on with whoever shadows them"
    ], [testOf.shadowing, "whose training has lapsed takes on nobody new, and goes on with whoever shadows them"]]
  },
  {
    id: "INV-51",
    says: "Whoever completes a training again is given another certificate, and the first one stays",
    commands: ["IssueTrainingCertificate"],
    tests: [[testOf.training, "is revoked by two, and decided again has another certificate, the first kept"]]
  },
  {
    id: "INV-52",
    says: "A training runs out so many months after its completion, or for everybody in one month",
    limits: ["refresherEveryMonths", "refresherMonth"],
    code: ["trainingValidity"],
    tests: [[testOf.lapse, "where everybody's runs out in January, completed on %s is good until %s"]]
  },
  {
    id: "INV-53",
    says: "What runs out is shown beforehand, as early as the scheme decides",
    limits: ["firstReminderDays", "secondReminderDays", "lastReminderDays"],
    code: ["remindersOn"],
    tests: [[testOf.lapse, "there are none where nobody decided any"], [
      testOf.trainerPages,
      "is shown before, waited for in grace, and restricts from its day, whichever day is asked about"
    ]]
  },
  {
    id: "INV-54",
    says:
      "Supervision is due at the scheme's interval; overdue it is shown, and after the grace that the scheme decides it " +
      "closes new work only; where no grace is decided it is only shown",
    rules: ["SUPERVISION-3", "SUPERVISION-6"],
    limits: ["supervisionEveryDays", "supervisionGraceDays"],
    code: ["restrictedBySupervision", "supervisionAttention"],
    tests: [
      [
        testOf.supervisionDue,
        "lasts the days that the scheme decided; after them the appointment is restricted, until one is held"
      ],
      [testOf.supervisionDue, "goes on with whoever shadows them already, and takes over from nobody"],
      [testOf.supervision, "is scheduled by the day on which it is due, or a reason says why not"]
    ]
  },
  {
    id: "INV-55",
    says: "A supervisor knows the role, can lead reflection, and is not the only one who manages the worker",
    rules: ["SUPERVISION-1", "SUPERVISION-2"],
    commands: ["ArrangeSupervision"],
    tests: [[testOf.supervision, "is refused with everything that is wrong with the supervisor at once"]]
  },
  {
    id: "INV-56",
    says: "Each supervision asks about exploitation, workload, confidentiality and boundaries",
    rules: ["SUPERVISION-4", "SUPERVISION-9"],
    commands: ["HoldSupervision"],
    tests: [
      [testOf.supervision, "asks all four prompts"],
      [testOf.holdingSupervision, "is about the worker, or goes a way that protects"],
      [testOf.supervision, "with exploitation raised needs an escalation, or a reason why not"]
    ]
  },
  {
    id: "INV-57",
    says: "A scheme trains by template 2, or says why not",
    rules: ["TEMPLATE-1", "TEMPLATE-3"],
    commands: ["AdoptTemplateAsDefault"],
    tests: [[testOf.template, "is the newest that was adopted by the day; another than the model needs a reason"], [
      testOf.template,
      "is that of a cohort, unless a reason is given"
    ], [testOf.template, "is that of a cohort, unless a reason is given"]]
  },
  {
    id: "INV-58",
    says: "A scheme runs only with a training lead, and it is shown at once when there is none",
    rules: ["SCHEME-2"],
    commands: ["NameTrainingLead"],
    code: ["hasTrainingLead", "attention"],
    tests: [[testOf.scheme, "a training lead who left the establishment leaves the place vacant"]]
  },
  {
    id: "INV-59",
    says: "An accreditation has a day of review, and lapses when the trainer is not observed again",
    rules: ["TRAINER-4"],
    commands: ["ReviewTrainerAccreditation"],
    limits: ["accreditationMonths", "accreditationGraceDays"],
    code: ["onTheLadder"],
    tests: [[testOf.trainer, "makes a session count from the accreditation until it lapses, and no other session"], [
      testOf.trainer,
      "is refused with everything that is missing"
    ], [testOf.trainer, "is refused with everything that is missing"]]
  },
  {
    id: "INV-60",
    says: "Other courses fit as well: units with credits, an assessor and an award",
    rules: ["TRAINING-12"],
    commands: ["ProposeAwardTemplate", "AssessTrainingUnit", "IssueTrainingCertificate"],
    code: ["awardCatalogue", "sessionsMet"],
    tests: [[
      testOf.unitAssessment,
      "of fourteen modules is complete once each was assessed, and its certificate names the award"
    ]]
  }
]
