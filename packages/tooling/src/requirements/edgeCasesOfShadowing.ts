/**
 * Edge cases 1 to 28 that the lives meet: days that are counted, people who move, roles that rest, two who record the
 * same.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const edgeCasesOfShadowing: ReadonlyArray<Requirement> = [
  {
    id: "1",
    says: "Two weeks over the night in which an hour is missing are two weeks",
    rules: ["SHADOW-1"],
    code: ["countedDays"],
    tests: [[
      testOf.countedDays,
      "that begin on 21 March 2016 end before 4 April, over the night in which an hour is missing"
    ], [testOf.shadowing, "are over on the fourteenth, across both changes of the clocks"]]
  },
  {
    id: "2",
    says: "Two weeks over the night in which an hour comes twice are no shorter",
    rules: ["SHADOW-1"],
    code: ["countedDays"],
    tests: [[
      testOf.countedDays,
      "that begin on 19 October 2015 end before 2 November, over the night in which an hour comes twice"
    ], [testOf.shadowing, "are over on the fourteenth, across both changes of the clocks"]]
  },
  {
    id: "3",
    says: "Half past midnight in summer lies on its own day, which is not that of UTC",
    code: ["localDateOf"],
    tests: [[testOf.instant, "at 00:30 on a summer's night lie on a day that is not yet in UTC"]]
  },
  {
    id: "4",
    says:
      "A transfer on the ninth day ends the shadowing with eight days; whether they count elsewhere is decided there",
    commands: ["RecordShadowingTransferOut", "DecideEarlierShadowing"],
    tests: [
      [testOf.shadowing, "by a transfer on the ninth day notes eight days, and activates nobody"],
      [testOf.earlierDays, "count at the receiving establishment once it decides so, and not by themselves"],
      [testOf.earlierDays, "may be decided otherwise until the sign-off: then the shadowing begins anew"]
    ]
  },
  {
    id: "5",
    says: "A transfer out and back within two days leaves one shadowing, without those days",
    code: ["placementOf"],
    tests: [[testOf.shadowing, "is one placement, and only the days in between are lost"]]
  },
  {
    id: "6",
    says: "The days of a lockdown do not count and come at the end",
    commands: ["PauseShadowing", "RecordShadowingInterruption"],
    code: ["countedDays"],
    tests: [[testOf.countedDays, "that begin on 24 March, before the lockdown of Easter, end before 11 April"]]
  },
  {
    id: "7",
    says: "A new worker in segregation pauses; whether they are suspended is decided for itself",
    commands: ["PauseShadowing", "SuspendAppointment"],
    tests: [[testOf.shadowing, "is also a suspension of the new worker, and an absence"]]
  },
  {
    id: "8",
    says:
      "A mentor's suspension that is found out late takes days away; the sign-off is shown, and never revoked by itself",
    rules: ["SHADOW-3"],
    commands: ["UpholdShadowingSignOff", "WithdrawShadowingSignOff"],
    code: ["signOffHolds"],
    tests: [[testOf.shadowing, "changes the count, and takes nothing back by itself"], [
      testOf.shadowing,
      "may work on the day of the start"
    ], [testOf.shadowing, "may work on the day of the start"]]
  },
  {
    id: "9",
    says: "A mentor who is gone is replaced, and the days that were served stay",
    commands: ["ReplaceShadowMentor"],
    tests: [[testOf.shadowing, "of the mentor counts no day more, and another one is found"]]
  },
  {
    id: "10",
    says: "A non-association that is opened between a new worker and their mentor stops the shadowing",
    rules: ["SHADOW-7"],
    commands: ["OpenNonAssociation"],
    code: ["timesApart"],
    tests: [
      [testOf.nonAssociation, "counts no day from the one on which it opened until it closes"],
      [testOf.nonAssociation, "is neither planned nor begun nor gone on with: %s and %s"]
    ]
  },
  {
    id: "12",
    says: "A restriction between two people reaches a wing, a landing or a cell, and no further",
    commands: ["OpenNonAssociation", "AmendNonAssociation"],
    code: ["reaches"],
    tests: [[testOf.nonAssociation, "reaches as far as its level, and never further"]]
  },
  {
    id: "13",
    says: "Of two who appoint the same worker at once one does, and the other is told since when and by whom",
    rules: ["APPOINTMENT-1"],
    commands: ["ActivateAppointment"],
    tests: [[testOf.oneBoundary, "activate the same worker: one does, the others are told since when and by whom"]]
  },
  {
    id: "14",
    says:
      "Attendance that is recorded twice and differently never overwrites: it is refused, or corrected with a reason",
    rules: ["TRAINING-13"],
    commands: ["RecordSessionAttendance", "CorrectAttendance"],
    code: ["recordedTwice"],
    tests: [
      [
        testOf.training,
        "that is recorded twice and differently is refused with both, and overwrites nothing"
      ],
      [testOf.cohortPages, "shows both, where two recorded the attendance of one session differently"]
    ]
  },
  {
    id: "15",
    says: "A command that is sent again has one effect and one answer",
    code: ["makeExecutor"],
    tests: [[testOf.oneBoundary, "sent sixteen times at once has one effect and one answer"]]
  },
  {
    id: "16",
    says: "Of two open roles under one merged person one ends as a duplicate, and both histories stay visible",
    rules: ["PERSON-4"],
    commands: ["MergePeople", "EndDuplicateAppointment"],
    tests: [[testOf.merges, "is settled by people: one appointment ends as a duplicate of the other"], [
      testOf.merges,
      "shows that one role is held twice, and refuses a third under either number"
    ], [testOf.merges, "shows that one role is held twice, and refuses a third under either number"]]
  },
  {
    id: "17",
    says: "A merge that makes a worker their own mentor counts no day, and somebody is asked to look",
    rules: ["PERSON-5", "SHADOW-2"],
    code: ["placementOf"],
    tests: [[testOf.merges, "counts no day, from the first on, until the merge is undone"], [
      testOf.merges,
      "is refused to begin, and goes on with another mentor"
    ], [testOf.merges, "is refused to begin, and goes on with another mentor"]]
  },
  {
    id: "18",
    says: "A wrong merge is undone, and a moved booking takes only what lies within its dates",
    commands: ["UndoPeopleMerge", "MovePersonBooking", "UndoPersonBookingMove"],
    tests: [
      [testOf.merges, "is undone, and everything that followed from it is as it was"],
      [testOf.merges, "takes along what is dated within it, and nothing else"]
    ]
  },
  {
    id: "19",
    says: "Attendance of three weeks ago is recorded with a reason, and what was known before stays readable",
    rules: ["TRAINING-8", "TRAINING-9"],
    commands: ["CorrectAttendance"],
    code: ["completionHolds", "atMoment"],
    tests: [
      [testOf.training, "is corrected by everybody for some days, and after that by those with more authority"],
      [testOf.liveRecords, "sees what was known by a day, by an instant or by a position"],
      [testOf.training, "is recorded in time or with a reason, for those of the cohort, after the session was held"]
    ]
  },
  {
    id: "21",
    says: "A release that becomes known after the appointment counts from its own day",
    rules: ["PERSON-1", "PERSON-3"],
    commands: ["TakeInCustodyNotice", "RecordRelease"],
    code: ["whereaboutsOn"],
    tests: [[
      testOf.notice,
      "a release that is known only after the activation of later day: the worker is gone from its own day"
    ], [
      testOf.notice,
      "a return before its departure is taken in, somebody looks, and both are right once both are there"
    ], [
      testOf.notice,
      "a return before its departure is taken in, somebody looks, and both are right once both are there"
    ]]
  },
  {
    id: "22",
    says: "Whoever goes out to work on licence keeps a role in the community",
    code: ["isAwayOn"],
    tests: [[testOf.suspension, "on licence for work suspends a role in the prison, and none in the community"]]
  },
  {
    id: "23",
    says:
      "Whoever is sent to court and does not come back is away from that day on; what needs cover is listed, and the " +
      "appointment is ended later",
    commands: ["RecordTemporaryDeparture", "EndAppointment"],
    code: ["isAwayOn", "coverAttention"],
    tests: [
      [testOf.person, "sent to court and not back: away from that day on, until the release becomes known"],
      [testOf.needsCover, "leaves whom they mentor, and a role in which nobody else works, until they are back"],
      [
        testOf.needsCover,
        "leaves the same by a suspension and a release; an end that says they did not return closes it"
      ]
    ]
  },
  {
    id: "24",
    says: "Whoever was suspended by decision while away stays suspended on their return",
    code: ["statusOn"],
    tests: [[testOf.suspension, "lifts only its own part on the return"]]
  },
  {
    id: "25",
    says: "Nobody stays suspended by an absence that is over: it is derived, and a late return counts from its own day",
    commands: ["RecordReturn"],
    code: ["isAwayOn"],
    tests: [[testOf.suspension, "suspends by itself, and ends by itself on the day of the return"]]
  },
  {
    id: "26",
    says: "A suspension that is planned is cancelled before it begins",
    commands: ["CancelAppointmentSuspension"],
    tests: [[testOf.suspension, "that is planned is cancelled before it begins, and reinstated after"]]
  },
  {
    id: "27",
    says: "Whoever is not active yet can be suspended",
    commands: ["SuspendAppointment"],
    tests: [[testOf.suspension, "of somebody who is not active yet is possible in any open state"]]
  },
  {
    id: "28",
    says: "An appointment that never began has an end all the same",
    rules: ["RECORD-2"],
    commands: ["EndAppointment"],
    tests: [[testOf.appointmentEnd, "of somebody who never started lies on the day of the proposal at the earliest"]]
  }
]
