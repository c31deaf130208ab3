/**
 * INV-110 to INV-118: what happens to people in custody, and what follows for their roles.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const custodyRequirements: ReadonlyArray<Requirement> = [
  {
    id: "INV-110",
    says: "Each reason to be received or released has an effect of its own on a role",
    rules: ["PERSON-3"],
    commands: ["TakeInCustodyNotice", "RecordTemporaryDeparture", "RecordReturn", "RecordTransfer", "RecordRelease"],
    code: ["noticeReason", "movementMeant", "isAwayOn"],
    tests: [
      [testOf.notice, "%s: the mentor's role rests from that day, and no day counts"],
      [testOf.notice, "%s, then %s: what only that interrupted goes on"],
      [
        testOf.notice,
        "a return before its departure is taken in, somebody looks, and both are right once both are there"
      ],
      [
        testOf.notice,
        "a return before its departure is taken in, somebody looks, and both are right once both are there"
      ]
    ]
  },
  {
    id: "INV-111",
    says: "Who comes back is free of what their absence suspended, and of nothing else",
    code: ["isAwayOn", "statusOn"],
    tests: [[testOf.suspension, "lifts only its own part on the return"]]
  },
  {
    id: "INV-112",
    says: "Going out to work on licence leaves a role in the community as it is",
    code: ["isAwayOn"],
    tests: [[testOf.suspension, "on licence for work suspends a role in the prison, and none in the community"]]
  },
  {
    id: "INV-113",
    says: "A merge moves nothing: an alias says who is meant, one of two roles ends, and nobody shadows themselves",
    rules: ["PERSON-4", "PERSON-5"],
    commands: ["MergePeople", "UndoPeopleMerge", "MovePersonBooking", "EndDuplicateAppointment"],
    code: ["identityOf"],
    tests: [
      [testOf.merges, "people settle every duplicate, nobody mentors themselves, and what was known stays known"],
      [testOf.merges, "shows that one role is held twice, and refuses a third under either number"],
      [testOf.merges, "counts no day, from the first on, until the merge is undone"]
    ]
  },
  {
    id: "INV-114",
    says: "Two people are kept apart whichever way round it was stored, while it is open and as far as it reaches",
    rules: ["SHADOW-7"],
    commands: ["OpenNonAssociation", "CloseNonAssociation"],
    code: ["timesApart", "reaches"],
    tests: [[testOf.nonAssociation, "over any opening, level and closing: exactly the days outside count"], [
      testOf.nonAssociation,
      "is neither planned nor begun nor gone on with: %s and %s"
    ], [testOf.nonAssociation, "is neither planned nor begun nor gone on with: %s and %s"]]
  },
  {
    id: "INV-115",
    says: "After a death nothing is sent or due, what was recorded is frozen, and the bereaved are supported",
    commands: ["RecordRelease", "TakeInCustodyNotice", "OpenWorkerSupport"],
    code: ["whileTheyLive", "circumstancesIn"],
    tests: [
      [testOf.death, "freezes what was recorded: %s is refused"],
      [testOf.circumstancePages, "after a death name whom to support"],
      [
        testOf.circumstancePages,
        "after a death no longer offer the support that was opened, which is reviewed on its day"
      ]
    ]
  },
  {
    id: "INV-116",
    says: "When the legal status changes somebody looks at the role again, and nothing ends by itself",
    rules: ["APPOINTMENT-20"],
    commands: ["RecordLegalStatus", "CheckLegalStatus"],
    code: ["changesOf"],
    tests: [[testOf.death, "ends nothing, says nothing of itself in the log, and is there to be looked at"], [
      testOf.legalStatusCheck,
      "is given to nobody whose status nobody checked, or is another"
    ], [testOf.legalStatusCheck, "is given to nobody whose status nobody checked, or is another"]]
  },
  {
    id: "INV-117",
    says: "What comes from outside late, twice or out of order leads to the same as in order",
    rules: ["PERSON-3"],
    commands: ["TakeInCustodyNotice"],
    code: ["movementMeant"],
    tests: [[testOf.notice, "in whatever order, and however often, they come to the same whereabouts"], [
      testOf.notice,
      "a return before its departure is taken in, somebody looks, and both are right once both are there"
    ], [
      testOf.notice,
      "a return before its departure is taken in, somebody looks, and both are right once both are there"
    ]]
  },
  {
    id: "INV-118",
    says: "Somebody looks at every change of a worker's circumstances, and says so by a day",
    rules: ["CIRCUMSTANCE-1"],
    commands: ["AcknowledgeCircumstance", "RecordCircumstanceAction", "LeaveCircumstance"],
    limits: ["acknowledgeChangeWorkingDays"],
    code: ["changesOf", "circumstancesIn"],
    tests: [
      [testOf.circumstance, "is looked at in time, or it is told that it was late"],
      [testOf.circumstancePages, "wait on the page of today until somebody looked, with a way to do so"]
    ]
  }
]
