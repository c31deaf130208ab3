/**
 * INV-01 to INV-16: how somebody comes to a role, and what the scheme must have decided.
 */
import type { Requirement } from "./Requirement.ts"
import { testOf } from "./requirementTests.ts"

export const appointmentRequirements: ReadonlyArray<Requirement> = [
  {
    id: "INV-01",
    says: "Staff select a worker and say why; an experienced worker may advise and never decides",
    rules: ["APPOINTMENT-2", "APPOINTMENT-17", "APPOINTMENT-18"],
    commands: ["SelectForAppointment", "RecordSelectionAdvice"],
    tests: [
      [
        testOf.selectedByStaff,
        "holds once they are selected, and not before; it is not asked of who was in the role before the scheme"
      ],
      [testOf.selectionAdvice, "decides nothing: with advice for, against or none the selection is judged alike"],
      [testOf.selectionAdvice, "says first what ties them to the person, and advises where that is nothing"],
      [testOf.selectionAdvice, "works in the scheme, and is somebody else than the person"]
    ]
  },
  {
    id: "INV-02",
    says: "The risk of this person in this role on this unit was assessed, and the assessment is in date",
    rules: ["APPOINTMENT-3"],
    commands: ["RecordRiskAssessment"],
    limits: ["riskAssessmentMonths"],
    code: ["unitOf"],
    tests: [
      [testOf.appointment, "takes an assessment for no longer than it says, and than the scheme lets one stand"],
      [
        testOf.appointmentUnit,
        "that names no unit counts for the first unit that the worker is given, and for no later one"
      ],
      [testOf.appointmentUnit, "for another unit lets nobody begin on this one, and takes nothing from this one"]
    ]
  },
  {
    id: "INV-03",
    says: "A Listener is cleared by security before the preparation course; other roles where the scheme asks for it",
    rules: ["APPOINTMENT-4", "APPOINTMENT-22", "SCHEME-10"],
    commands: ["RecordSecurityClearance", "EnrolTrainee", "RecordAppointmentTraining"],
    tests: [
      [testOf.appointment, "needs a clearance where the role asks for one, as a Listener's does"],
      [testOf.clearanceFirst, "is cleared before the training is recorded, and then appointed"],
      [testOf.clearanceFirst, "enters no cohort before the clearance, unless they train for another role as well"],
      [testOf.clearanceFirst, "is not appointed by a course that began before security cleared them"],
      [
        testOf.clearanceFirst,
        "who was in role before the scheme is cleared too, though neither assessed for selection nor asked to shadow"
      ],
      [testOf.scheme, "of a Listener is unpaid, and asks for clearance"]
    ]
  },
  {
    id: "INV-04",
    says: "The worker acknowledged the version of the job description that is in force",
    rules: ["APPOINTMENT-5"],
    commands: ["AcknowledgeJobDescription"],
    tests: [[testOf.activation, "asks for the job description that is in force, and for the person to be there"]]
  },
  {
    id: "INV-05",
    says: "A person has at most one open appointment in a role at an establishment",
    rules: ["APPOINTMENT-1"],
    tests: [[testOf.laws, "nobody holds two open appointments in a role, whatever is corrected"]]
  },
  {
    id: "INV-06",
    says: "Whoever is appointed is at the establishment on that day, unless the role is in the community",
    rules: ["PERSON-1"],
    commands: ["ActivateAppointment"],
    tests: [
      [testOf.activation, "asks for the job description that is in force, and for the person to be there"],
      [
        testOf.activation,
        "in the community begins also while the worker is out on licence for work, and for nothing else"
      ]
    ]
  },
  {
    id: "INV-07",
    says: "What speaks for and against the person is shown and kept; deciding against it takes a reason",
    rules: ["APPOINTMENT-6"],
    commands: ["SelectForAppointment"],
    tests: [
      [testOf.appointment, "weighs %s, and wants a reason"],
      [testOf.appointment, "keeps what they have learned apart from the log: %s"]
    ]
  },
  {
    id: "INV-08",
    says:
      "Whoever selects is shown that staff removed the person from the scheme before, and why, as far as they read reasons",
    rules: ["APPOINTMENT-7"],
    code: ["earlierRemovals"],
    tests: [
      [testOf.appointment, "shows earlier removals by staff from the scheme, and refuses nothing for them"],
      [testOf.earlierRemovals, "is shown with its reason to whoever selects, and leads to what was recorded"]
    ]
  },
  {
    id: "INV-09",
    says: "The person is expected to stay for training, shadowing and a minimum of service",
    rules: ["APPOINTMENT-8"],
    limits: ["minimumServiceDays"],
    tests: [
      [testOf.appointment, "expects a stay of shadowing and service together: 14 and 90 days"],
      [testOf.schooling, "includes the rest of the course in which they are enrolled"]
    ]
  },
  {
    id: "INV-10",
    says: "A paid role has a pay band, a volunteer's has none, and a Listener is never paid",
    rules: ["SCHEME-6", "SCHEME-9"],
    tests: [
      [testOf.payAsTheRoleSays, "holds for a band where the role is paid, and for none where it is not"],
      [testOf.scheme, "of a Listener is unpaid, and asks for clearance"]
    ]
  },
  {
    id: "INV-11",
    says: "What workers are paid is published and reviewed every year",
    rules: ["SCHEME-11", "SCHEME-12"],
    commands: ["PublishPayBands", "ReviewPayBands"],
    code: ["payReviewDueOn", "payAttention"],
    tests: [
      [testOf.payBands, "are in force from their day, and looked at within twelve months"],
      [testOf.payBands, "begins also in a band that is not published, and it is shown"],
      [testOf.schemePages, "publishes what is paid, and asks for another look before the year is over"],
      [testOf.payBands, "that are looked at stay, and the year begins anew; late, it says so"]
    ]
  },
  {
    id: "INV-12",
    says: "An appointment is bound to a unit, and work outside its limits is refused or shown",
    rules: ["APPOINTMENT-14", "SHADOW-9"],
    commands: ["BindAppointmentToUnit", "PublishRoleProfile"],
    code: ["unitOn", "contactsIn"],
    tests: [
      [testOf.appointmentUnit, "is one on which the role is done, or nobody works alone"],
      [testOf.appointmentUnit, "of a mentor is one on which the role of the new worker is done"],
      [
        testOf.examples,
        "like it, with others on other days: who is suspended, or moves over, stands on no list that is not theirs"
      ]
    ]
  },
  {
    id: "INV-13",
    says: "A new worker is watched over for a settling-in time, with a review at its end",
    limits: ["settlingInDays"],
    code: ["settlingIn", "supervisionAttention"],
    tests: [[testOf.settlingIn, "ends after the days that the scheme decided, and waits until a supervision is held"]]
  },
  {
    id: "INV-14",
    says: "What makes somebody eligible as a mentor of others is kept as data of the scheme",
    rules: ["APPOINTMENT-15", "APPOINTMENT-16"],
    commands: ["DecideEligibilityCriteria", "ConsiderEligibility"],
    code: ["eligibilityOn"],
    tests: [
      [
        testOf.eligible,
        "is met in full, or nobody is selected, whatever the reason, where the scheme insists on it"
      ],
      [testOf.eligible, "may be missing with a reason, where the scheme lets one stand"],
      [testOf.eligible, "says in the log how many criteria are missing, and never which"]
    ]
  },
  {
    id: "INV-15",
    says: "A scheme runs only once its purpose, need, duration, monitoring and evaluation are written down",
    rules: ["SCHEME-3"],
    commands: ["WriteSchemeDesign"],
    tests: [[testOf.scheme, "each is asked for that day: from the day before, every one is missing"]]
  },
  {
    id: "INV-16",
    says:
      "Support lasts as long as it is needed, and none is open without a day of review: here that of workers; plans of " +
      "the people whom workers support come with a life of their own",
    rules: ["SUPPORT-1", "SUPPORT-2"],
    limits: ["supportReviewDays"],
    commands: ["OpenWorkerSupport", "ReviewWorkerSupport", "EndWorkerSupport"],
    code: ["reviewOf", "supportAttention"],
    tests: [[
      testOf.support,
      "is opened with a day of review, reviewed on it, and ended when it is no longer needed"
    ], [testOf.support, "is looked at again as soon as the scheme decides, or with a reason"]]
  }
]
