/**
 * Edge cases 65 to 80 that the lives meet: what was recorded late, twice, by a clock that is wrong or by older code.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const edgeCasesOfRecording: ReadonlyArray<Requirement> = [
  {
    id: "65",
    says: "A worker who was in the role for years, untrained, is registered as such, with a waiver that ends",
    rules: ["APPOINTMENT-12"],
    commands: ["RegisterLegacyWorker", "RegulariseLegacyWorker"],
    tests: [[testOf.activation, "is registered, trained and regularised, and may then be shadowed"], [
      testOf.appointment,
      "before the scheme has a waiver that ends, and somebody in post who attests it"
    ], [testOf.appointment, "before the scheme has a waiver that ends, and somebody in post who attests it"]]
  },
  {
    id: "70",
    says: "Of somebody who became a restricted patient not everybody sees the record",
    commands: ["RecordRelease"],
    code: ["releaseReason", "isRestrictedPatient", "seenAs"],
    tests: [
      [
        testOf.restrictedPatients,
        "are as if they were not there for an officer: each page, each list, each answer"
      ],
      [
        testOf.suspension,
        "of somebody who was released or transferred has no end, and neither ends the appointment"
      ]
    ]
  },
  {
    id: "71",
    says: "What a member of staff owned when they left is with whoever holds the post, or goes to another in one act",
    rules: ["ESCALATION-3", "STAFF-1", "STAFF-3"],
    commands: ["RecordStaffLeaving", "HandOverStaffWork", "FillRoutePost", "ChangeSupervisor"],
    code: ["isWith", "workOf", "staffAttention"],
    tests: [
      [testOf.escalation, "who has left leaves it to whoever holds the post"],
      [testOf.handingOver, "takes one act, after which nothing is with whoever leaves"],
      [testOf.handingOver, "goes to nobody who could not have been given all of it, and nothing of it moves then"],
      [testOf.escalation, "of something immediate names who was told in the same act, and needs no text"]
    ]
  },
  {
    id: "72",
    says: "A day on which the system was down makes nothing late: what was done meanwhile is recorded at its own time",
    rules: ["RECORD-3", "TRAINING-8", "SHADOW-6"],
    commands: ["AcknowledgeEscalation", "RecordSessionAttendance", "StartShadowing"],
    code: ["escalationStatusAt"],
    tests: [[testOf.bankHoliday, "what was acknowledged on paper while the system was down was acknowledged in time"]]
  },
  {
    id: "73",
    says: "No number of exceptions moves a deadline that is over",
    code: ["deadline", "countedDays"],
    tests: [
      [
        testOf.whoAnswers,
        "no history of reclassifications moves once it is over, and none before brings it later than the routine one"
      ],
      [testOf.countedDays, "a further pause never brings the first sign-off nearer"]
    ]
  },
  {
    id: "74",
    says: "A name or recorded gender that changed is shown as it is now, and the log never held the old one",
    commands: ["CorrectPersonName", "RecordPersonParticulars"],
    code: ["nameIn", "isReplaced", "namedNow"],
    tests: [
      [testOf.person, "keeps no name, number or reason where decisions and views could see them"],
      [testOf.person, "of a name concerns the establishment at which the person was last, however briefly"],
      [testOf.particulars, "never shows what it replaced, in the history either, and the log does not hold it"]
    ]
  },
  {
    id: "75",
    says: "A day is 23, 24 or 25 hours long, and what is asked of a day is asked of all of it",
    code: ["startOf", "endOf"],
    tests: [[testOf.instant, "are 23, 24 or 25 hours apart"]]
  },
  {
    id: "76",
    says: "A clock that is wrong on one terminal puts nothing into the future",
    rules: ["RECORD-1", "RECORD-3"],
    tests: [
      [testOf.recordOnlyWhatHasHappened, "holds for today and any day before"],
      [testOf.clock, "holds for now and any millisecond before"]
    ]
  },
  {
    id: "77",
    says: "A cohort counts its own trainees, and those who came ad hoc apart",
    rules: ["COHORT-7"],
    commands: ["CloseCohort"],
    code: ["programmeOn"],
    tests: [
      [testOf.cohort, "is closed when everybody has a decision, with those who came ad hoc counted apart"],
      [
        testOf.programme,
        "8 existing and 3 aspiring completed, 3 did not and keep 1, 2 and 3 sessions: 11 of 14 are 78.6 per cent"
      ]
    ]
  },
  {
    id: "78",
    says: "An experienced worker may advise on whom to select, and staff decide",
    rules: ["APPOINTMENT-2", "APPOINTMENT-17", "APPOINTMENT-18"],
    commands: ["SelectForAppointment", "DeclareSelectionInterest", "RecordSelectionAdvice"],
    code: ["whoMay", "adviceThatCounts", "appointmentAttention"],
    tests: [
      [testOf.whoMay, "give anything at all: four roles; a commissioner and an auditor give nothing"],
      [
        testOf.selectionAdvice,
        "who is owed something by the applicant does not advise, whatever the debt is, and another may"
      ],
      [testOf.selectionAdvice, "whose interest comes out later has advised in vain"],
      [testOf.selectionAdvice, "has every interest that they ever declared, until it is struck out"],
      [testOf.selectionAdvice, "works in the scheme, and is somebody else than the person"],
      [testOf.activation, "tried straight after the proposal shows all that is missing"]
    ]
  },
  {
    id: "79",
    says: "What was written down twice by two people is linked, and nothing of either is lost",
    rules: ["TRAINING-13"],
    commands: ["LinkEscalations", "KeepEscalationsApart"],
    code: ["isSameMatter", "alikeToRaise"],
    tests: [
      [testOf.escalation, "are linked, and the safer goes on with the higher urgency and the earlier times"],
      [
        testOf.escalationPages,
        "is hinted at before it is recorded, to whoever may know of the other, and is never refused"
      ],
      [testOf.training, "that is recorded twice and differently is refused with both, and overwrites nothing"]
    ]
  },
  {
    id: "80",
    says: "Rules bind commands: no later rule makes an older event unreadable",
    code: ["fold"],
    tests: [[testOf.laws, "views fold any events at all, in any order, and never throw"]]
  }
]
