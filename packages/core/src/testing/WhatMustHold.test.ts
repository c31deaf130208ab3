/**
 * Each invariant is silent on a history that is as it should be, and finds one that differs from it in one thing only.
 */
import { describe, expect, it } from "vitest"
import { historyOf, told } from "./ToldHistories.ts"
import type { Told } from "./ToldHistories.ts"
import { allInvariants } from "./TwoActorsAtOnce.ts"
import { invariantsOfBeginnings } from "./WhatMustHoldOfBeginnings.ts"
import { invariantsOfStarts } from "./WhatMustHoldOfStarts.ts"
import { sayings } from "./WhatMustHoldOfWhatIsSaid.ts"

type History = ReadonlyArray<Told>

interface Case {
  /** The beginning of what the invariant says. */
  readonly says: string
  readonly what: string
  readonly right: History
  readonly broken: History
}

const wrongsIn = (says: string, history: History): ReadonlyArray<string> => {
  const note = allInvariants.find((one) => one.says.startsWith(says))?.begin()
  return historyOf(history).flatMap((event) => note?.(event) ?? [])
}

/** The history with the first event of a type changed, or left out. */
const changed = (history: History, type: string, change: (one: Told) => Told | null): History => {
  const index = history.findIndex((one) => one.type === type)
  return history.flatMap((one, at) => at === index ? change(one) ?? [] : [one])
}

const without = (history: History, type: string): History => changed(history, type, () => null)
const on = (day: string) => (one: Told): Told => ({ ...one, on: day })
const saying = (data: Told["data"]) => (one: Told): Told => ({ ...one, data: { ...one.data, ...data } })

const role = { roleProfile: "support", asksForShadowing: true, asksForClearance: true }
const wills = { person: "will", scheme: "pilot", roleProfile: "support", establishment: "ZZI" }
const beside = { shadower: "will", mentor: "max", appointment: "wills", scheme: "pilot", establishment: "ZZI" }

/** Will is appointed on 4 April, after all that is asked for. */
const appointed: History = [
  told("scheme-pilot", "RoleProfilePublished", "2015-10-01", { ...role, version: 1 }),
  told("scheme-pilot", "RoleProfilePublished", "2016-01-01", { ...role, version: 2 }),
  told("appointment-wills", "AppointmentProposed", "2016-02-01", wills),
  told("appointment-wills", "RiskAssessmentRecorded", "2016-02-02", { passed: true, validUntil: "2016-04-04" }),
  told("appointment-wills", "SecurityClearanceRecorded", "2016-02-03", { cleared: true, validUntil: "2016-04-04" }),
  told("appointment-wills", "JobDescriptionAcknowledged", "2016-02-04", { version: 2 }),
  told("appointment-wills", "AppointmentSelected", "2016-02-05", wills),
  told("appointment-wills", "AppointmentTrainingRecorded", "2016-02-06", wills),
  told("shadowing-one", "ShadowingSignedOff", "2016-04-04", beside),
  told("appointment-wills", "AppointmentActivated", "2016-04-04", wills)
]

const suspended = told("appointment-wills", "AppointmentSuspended", "2016-04-01", { from: "2016-04-03" })

/** Will was in the role before the scheme began, and is regularised on 4 April. */
const regularised: History = [
  ...without(without(appointed, "AppointmentSelected"), "AppointmentActivated")
    .map((event) => event.type === "AppointmentProposed" ? { ...event, type: "LegacyWorkerRegistered" } : event),
  told("appointment-wills", "LegacyWorkerRegularised", "2016-04-04", wills)
]

const ready = "Nobody works alone who is not"

const ofAppointments: ReadonlyArray<Case> = [
  ...([
    ["no selection", without(appointed, "AppointmentSelected")],
    ["a selection of the day after", changed(appointed, "AppointmentSelected", on("2016-04-05"))],
    ["no training", without(appointed, "AppointmentTrainingRecorded")],
    ["a training of the day after", changed(appointed, "AppointmentTrainingRecorded", on("2016-04-05"))],
    [
      "an assessment until the day before",
      changed(appointed, "RiskAssessmentRecorded", saying({ validUntil: "2016-04-03" }))
    ],
    ["an assessment that was not passed", changed(appointed, "RiskAssessmentRecorded", saying({ passed: false }))],
    ["no clearance", without(appointed, "SecurityClearanceRecorded")],
    [
      "a clearance until the day before",
      changed(appointed, "SecurityClearanceRecorded", saying({ validUntil: "2016-04-03" }))
    ],
    ["an old job description", changed(appointed, "JobDescriptionAcknowledged", saying({ version: 1 }))],
    ["no sign-off", without(appointed, "ShadowingSignedOff")],
    ["a sign-off of the day after", changed(appointed, "ShadowingSignedOff", on("2016-04-05"))],
    ["a suspension", [...appointed.slice(0, -1), suspended, ...appointed.slice(-1)]],
    ["an end", [
      ...appointed.slice(0, -1),
      told("appointment-wills", "AppointmentEnded", "2016-04-03"),
      ...appointed.slice(-1)
    ]]
  ] as const).map(([what, broken]) => ({ says: ready, what, right: appointed, broken })),
  ...([
    ["no training of who was there before", without(regularised, "AppointmentTrainingRecorded")],
    ["no clearance of who was there before", without(regularised, "SecurityClearanceRecorded")],
    ["a suspension of who was there before", [...regularised.slice(0, -1), suspended, ...regularised.slice(-1)]]
  ] as const).map(([what, broken]) => ({ says: ready, what, right: regularised, broken })),
  {
    says: ready,
    what: "a risk assessment of another wing",
    right: [
      ...appointed.slice(0, -1),
      told("appointment-wills", "AppointmentBoundToUnit", "2016-04-01", { unit: "A" }),
      ...appointed.slice(-1)
    ],
    broken: [
      ...changed(appointed.slice(0, -1), "RiskAssessmentRecorded", saying({ unit: "B" })),
      told("appointment-wills", "AppointmentBoundToUnit", "2016-04-01", { unit: "A" }),
      ...appointed.slice(-1)
    ]
  },
  {
    says: "Nobody is appointed before they are selected",
    what: "no selection",
    right: appointed,
    broken: without(appointed, "AppointmentSelected")
  },
  {
    says: "Nobody is given a second open appointment",
    what: "a second one",
    right: [
      ...appointed,
      told("appointment-wills", "AppointmentEnded", "2016-05-01"),
      told("appointment-new", "AppointmentProposed", "2016-05-02", wills)
    ],
    broken: [...appointed, told("appointment-new", "AppointmentProposed", "2016-05-02", wills)]
  }
]

/** Max works, and Will shadows him from 21 March until 4 April. */
const shadowed: History = [
  told("person-will", "PersonRegistered", "2013-01-07", { establishment: "ZZI" }),
  told("person-max", "PersonRegistered", "2013-01-07", { establishment: "ZZI" }),
  told("person-wes", "PersonRegistered", "2013-01-07", { establishment: "ZZI" }),
  told("scheme-pilot", "SchemePolicyDecided", "2015-10-01", {
    limit: "shadowersPerMentor",
    value: 1,
    from: "2015-10-01"
  }),
  told("appointment-maxs", "LegacyWorkerRegistered", "2015-10-05", { ...wills, person: "max" }),
  told("appointment-maxs", "LegacyWorkerRegularised", "2016-03-21", { ...wills, person: "max" }),
  told("appointment-wills", "AppointmentProposed", "2016-02-01", wills),
  told("shadowing-one", "ShadowingPlanned", "2016-03-15", { ...beside, startOn: "2016-03-21", days: 14 }),
  told("shadowing-one", "ShadowingStarted", "2016-03-21", beside),
  told("shadowing-one", "ShadowingSignedOff", "2016-04-04", beside)
]

/** Something becomes known before the sign-off. */
const known = (...news: History): History => [...shadowed.slice(0, -1), ...news, ...shadowed.slice(-1)]

const apart = (level: string, day: string, [person, other]: readonly [string, string] = ["will", "max"]) =>
  told("nonassociation-one", "NonAssociationOpened", day, { person, other, level })

const everyDay = "Every day that counts has a mentor"

const ofShadowing: ReadonlyArray<Case> = [
  ...([
    ["a mentor who works from the second day", changed(shadowed, "LegacyWorkerRegularised", on("2016-03-22"))],
    ["a mentor who never worked", without(shadowed, "LegacyWorkerRegularised")],
    [
      "a mentor suspended on one day",
      known(told("appointment-maxs", "AppointmentSuspended", "2016-03-30", { from: "2016-03-30", until: "2016-03-31" }))
    ],
    ["a mentor who ended a day before", known(told("appointment-maxs", "AppointmentEnded", "2016-04-03"))],
    [
      "a mentor who is away on the last day",
      known(told("person-max", "PersonLeftTemporarily", "2016-04-03", { establishment: "ZZI" }))
    ],
    ["a mentor who died", known(told("person-max", "PersonDied", "2016-04-03", { establishment: "ZZI" }))],
    ["two who are kept apart on one day", known(apart("LANDING", "2016-04-03"))],
    ["two who are kept apart, the other way round", known(apart("WING", "2016-04-03", ["max", "will"]))],
    [
      "a new worker who is suspended",
      known(told("appointment-wills", "AppointmentSuspended", "2016-04-03", { from: "2016-04-03" }))
    ],
    [
      "a new worker who was released",
      known(told("person-will", "PersonReleased", "2016-04-03", { establishment: "ZZI" }))
    ],
    [
      "a pause of one day",
      known(told("shadowing-one", "ShadowingInterrupted", "2016-04-01", { ...beside, until: "2016-04-02" }))
    ],
    [
      "a mentor of one day who does not work",
      known(told("shadowing-one", "ShadowMentorReplaced", "2016-04-03", { ...beside, mentor: "wes" }))
    ]
  ] as const).map(([what, broken]) => ({ says: everyDay, what, right: shadowed, broken })),
  {
    says: everyDay,
    what: "what is not struck out",
    right: known(
      told("person-max", "PersonReleased", "2016-03-30", { establishment: "ZZI" }, { id: "released" }),
      told("person-max", "MovementVoided", "2016-03-30", {}, { corrects: "released" }),
      { ...apart("LANDING", "2016-03-30"), id: "opened" },
      told("nonassociation-one", "NonAssociationEntryVoided", "2016-03-30", {}, { corrects: "opened" }),
      told("appointment-maxs", "AppointmentSuspended", "2016-03-30", { from: "2016-03-30" }, { id: "suspended" }),
      told("appointment-maxs", "AppointmentFactVoided", "2016-03-30", {}, { corrects: "suspended" })
    ),
    broken: known(told("person-max", "PersonReleased", "2016-03-30", { establishment: "ZZI" }))
  },
  {
    says: everyDay,
    what: "two who are kept apart, where neither number is linked to another",
    right: known(
      told("person-will", "PersonBookingMoved", "2016-03-29", { into: "wes" }),
      apart("LANDING", "2016-03-30")
    ),
    broken: known(apart("LANDING", "2016-03-30"))
  },
  {
    says: "Nobody is signed off before fourteen whole days",
    what: "thirteen days",
    right: shadowed,
    broken: changed(shadowed, "ShadowingSignedOff", on("2016-04-03"))
  },
  {
    says: "Nobody begins to shadow whom they are kept apart from",
    what: "two who are kept apart on the day of the start",
    right: [...shadowed.slice(0, 7), apart("CELL", "2016-03-21"), ...shadowed.slice(7)],
    broken: [...shadowed.slice(0, 7), apart("ESTABLISHMENT", "2016-03-21", ["max", "will"]), ...shadowed.slice(7)]
  },
  {
    says: "No mentor is given more new workers",
    what: "a second new worker",
    right: [
      ...shadowed,
      told("appointment-wess", "AppointmentProposed", "2016-02-01", { ...wills, person: "wes" }),
      told("shadowing-two", "ShadowingPlanned", "2016-04-04", {
        ...beside,
        shadower: "wes",
        appointment: "wess",
        startOn: "2016-04-04"
      })
    ],
    broken: [
      ...shadowed.slice(0, -1),
      told("appointment-wess", "AppointmentProposed", "2016-02-01", { ...wills, person: "wes" }),
      told("shadowing-two", "ShadowingPlanned", "2016-04-04", {
        ...beside,
        shadower: "wes",
        appointment: "wess",
        startOn: "2016-04-04"
      })
    ]
  },
  {
    says: "For an appointment one shadowing",
    what: "a second one",
    right: [...shadowed, told("shadowing-two", "ShadowingPlanned", "2016-04-05", beside)],
    broken: known(told("shadowing-two", "ShadowingPlanned", "2016-04-01", beside))
  }
]

const lived: History = [
  told("person-will", "PersonRegistered", "2013-01-07", { establishment: "ZZI" }),
  told("person-will", "PersonDied", "2016-04-01", { establishment: "ZZI" }, { id: "died" })
]

const there: History = [
  told("person-will", "PersonRegistered", "2013-01-07", { establishment: "ZZI" }),
  told("person-will", "PersonTransferred", "2016-02-01", { establishment: "ZZA" }, { id: "moved" }),
  told("person-will", "MovementCorrected", "2016-02-02", { establishment: "ZZA" }, { corrects: "moved" })
]

const ofCustody: ReadonlyArray<Case> = [
  {
    says: "Nothing begins, or leads on, for whoever is known to have died",
    what: "a proposal after a death",
    right: [
      ...lived,
      told("person-will", "MovementVoided", "2016-04-01", {}, { corrects: "died" }),
      told("appointment-wills", "AppointmentProposed", "2016-03-01", wills)
    ],
    broken: [...lived, told("appointment-wills", "AppointmentProposed", "2016-03-01", wills)]
  },
  {
    says: "Nothing begins, or leads on, for whoever is known to have died",
    what: "a session of supervision after a death",
    right: [...lived, told("supervision-one", "SupervisionEnded", "2016-04-02", wills)],
    broken: [...lived, told("supervision-one", "SupervisionScheduled", "2016-04-02", wills)]
  },
  {
    says: "Nobody is proposed, appointed, taught or planned to shadow",
    what: "a proposal on the day of a transfer",
    right: [...there, told("appointment-wills", "AppointmentProposed", "2016-02-01", wills)],
    broken: [...there, told("appointment-wills", "AppointmentProposed", "2016-02-02", wills)]
  },
  {
    says: "Two who are kept apart are two",
    what: "somebody who is kept apart from themselves",
    right: [apart("WING", "2016-01-01")],
    broken: [apart("WING", "2016-01-01", ["will", "will"])]
  },
  {
    says: "Two who are kept apart are two",
    what: "a second record of one pair, the other way round",
    right: [
      apart("WING", "2016-01-01"),
      told("nonassociation-one", "NonAssociationClosed", "2016-02-01", { person: "will", other: "max" }),
      { ...apart("WING", "2016-02-01", ["max", "will"]), of: "nonassociation-two" }
    ],
    broken: [apart("WING", "2016-01-01"), { ...apart("WING", "2016-02-01", ["max", "will"]), of: "nonassociation-two" }]
  }
]

const registered: History = [
  told("person-max", "PersonRegistered", "2013-01-07"),
  told("staff-kay", "StaffRegistered", "2013-01-07"),
  told("staff-lee", "StaffRegistered", "2013-01-07")
]

const voided = { type: "AppointmentVoided", of: "appointment-wills", on: "2016-04-05" }

const inCustody = "Nobody in custody is named as one who decides"

const ofDecisions: ReadonlyArray<Case> = [
  {
    says: "No worker decides",
    what: "a worker who acts",
    right: [...registered, { ...voided, by: "kay" }],
    broken: [...registered, { ...voided, by: "max" }]
  },
  ...["decidedBy", "agreedBy", "supervisor", "receiver", "owner", "lead", "holder", "attestedBy"].map((field) => ({
    says: inCustody,
    what: `a worker as ${field}`,
    right: [...registered, { ...voided, data: { [field]: "lee" } }],
    broken: [...registered, { ...voided, data: { [field]: "max" } }]
  })),
  {
    says: inCustody,
    what: "a worker among those who deliver a session",
    right: [...registered, { ...voided, data: { deliverers: ["lee"] } }],
    broken: [...registered, { ...voided, data: { deliverers: ["lee", "max"] } }]
  },
  {
    says: inCustody,
    what: "a worker who is registered as staff",
    right: [...registered, told("staff-mo", "StaffRegistered", "2016-01-01")],
    broken: [...registered, told("staff-max", "StaffRegistered", "2016-01-01")]
  },
  {
    says: inCustody,
    what: "a member of staff who is registered as a person in custody",
    right: registered,
    broken: [...registered, told("person-kay", "PersonRegistered", "2016-01-01")]
  },
  {
    says: "Where two have to agree",
    what: "one who agrees with themselves",
    right: [{ ...voided, data: { agreedBy: "lee" } }],
    broken: [{ ...voided, data: { agreedBy: "kay" } }]
  },
  {
    says: "Where two have to agree",
    what: "safeguarding that goes another way by one",
    right: [
      told("escalation-one", "EscalationRaised", "2016-01-01", { route: "SAFEGUARDING" }),
      told("escalation-one", "EscalationReclassified", "2016-01-01", { route: "SCHEME", agreedBy: "lee" })
    ],
    broken: [
      told("escalation-one", "EscalationRaised", "2016-01-01", { route: "SAFEGUARDING" }),
      told("escalation-one", "EscalationReclassified", "2016-01-01", { route: "SCHEME" })
    ]
  },
  {
    says: "Whoever is named as deciding was made known",
    what: "somebody whom nobody registered",
    right: [...registered, { ...voided, data: { agreedBy: "lee" } }],
    broken: [...registered, { ...voided, data: { agreedBy: "somebody" } }]
  }
]

const at = (time: string) => ({ at: `2016-03-14T${time}:00.000Z` })
const due = (time: string) => ({
  acknowledgeBy: `2016-03-14T${time}:00.000Z`,
  establishment: "ZZI",
  urgency: "SAME_DAY"
})
const handedOver = told("escalation-one", "EscalationHandedOver", "2016-03-14", { receiver: "lee" }, {
  ...at("10:05"),
  command: "HandOverEscalation"
})

/** Kay raises it at 10, hands it to Lee at 10:05, and Lee takes it on. */
const raised: History = [
  told("escalation-one", "EscalationRaised", "2016-03-14", due("11:00"), at("10:00")),
  handedOver,
  told("escalation-one", "EscalationAcknowledged", "2016-03-14", {}, {
    ...at("10:10"),
    by: "lee",
    id: "taken on",
    command: "AcknowledgeEscalation"
  })
]

const entry = (type: string, data: Told["data"], time: string, more: Partial<Told> = {}) =>
  told("escalation-one", type, "2016-03-14", data, { ...at(time), ...more })

const reclassified = (time: string, by: string) => entry("EscalationReclassified", due(by), time)
const redirected = entry("EscalationRedirected", { receiver: "mo", ...due("12:00") }, "10:30", {
  by: "lee",
  command: "RedirectEscalation"
})
const resolved = entry("EscalationResolved", {}, "10:40", { by: "lee", command: "ResolveEscalation" })
const toldRaiser = entry("EscalationRaiserInformed", { means: "IN_PERSON" }, "10:45", { by: "lee" })
const closed = entry("EscalationClosed", {}, "10:50", { by: "lee", command: "CloseEscalation" })

const immediate: History = [
  told("escalation-one", "EscalationRaised", "2016-03-14", { urgency: "IMMEDIATE" }, {
    ...at("10:00"),
    commandId: "one"
  }),
  told("escalation-one", "EscalationHandedOver", "2016-03-14", { receiver: "lee", means: "RADIO" }, {
    ...at("10:00"),
    commandId: "one"
  }),
  entry("EscalationReclassified", { urgency: "ROUTINE", agreedBy: "lee" }, "10:10")
]

const stands = "A deadline that is over stays"
const whoHasIt = "An escalation is passed on, taken on, resolved and closed"
const inThisOrder = "An escalation is closed after it was resolved"

const ofEscalations: ReadonlyArray<Case> = [
  {
    says: whoHasIt,
    what: "somebody who takes on what is with another",
    right: raised,
    broken: changed(raised, "EscalationAcknowledged", (one) => ({ ...one, by: "mo" }))
  },
  {
    says: whoHasIt,
    what: "somebody who did not pass on what has come back",
    right: [
      ...raised.slice(0, 2),
      entry("EscalationRejectedBack", { owner: "ann", formerReceiver: "lee" }, "10:06", { by: "lee" }),
      entry("EscalationHandedOver", { receiver: "mo" }, "10:07", { command: "HandOverEscalation" })
    ],
    broken: [
      ...raised.slice(0, 2),
      entry("EscalationRejectedBack", { owner: "ann", formerReceiver: "lee" }, "10:06", { by: "lee" }),
      entry("EscalationHandedOver", { receiver: "mo" }, "10:07", { command: "HandOverEscalation", by: "sue" })
    ]
  },
  {
    says: whoHasIt,
    what: "somebody in no post",
    right: [
      told("route-one", "RoutePostFilled", "2016-01-01", { establishment: "ZZI", holder: "ann", cover: "mo" }),
      ...changed(raised, "EscalationAcknowledged", (one) => ({ ...one, by: "mo" }))
    ],
    broken: [
      told("route-one", "RoutePostFilled", "2016-01-01", { establishment: "ZZA", holder: "ann", cover: "mo" }),
      ...changed(raised, "EscalationAcknowledged", (one) => ({ ...one, by: "mo" }))
    ]
  },
  {
    says: whoHasIt,
    what: "a resolution by whoever had it before",
    right: [...raised, resolved],
    broken: [...raised, redirected, resolved]
  },
  {
    says: "What somebody has taken on",
    what: "a second one who takes it on",
    right: [
      ...raised,
      entry("EscalationEntryVoided", {}, "10:15", { corrects: "taken on" }),
      entry("EscalationAcknowledged", {}, "10:20", { by: "lee" })
    ],
    broken: [...raised, entry("EscalationAcknowledged", {}, "10:20", { by: "lee" })]
  },
  {
    says: stands,
    what: "a deadline that moves a minute after it is over",
    right: [...raised, reclassified("11:00", "12:00")],
    broken: [...raised, reclassified("11:01", "12:00")]
  },
  {
    says: stands,
    what: "a deadline that moves for somebody who has taken nothing on",
    right: [...raised, redirected],
    broken: [...raised.slice(0, 2), redirected]
  },
  {
    says: stands,
    what: "a correction by which it is due later",
    right: [...raised, entry("EscalationCorrected", due("10:59"), "10:00")],
    broken: [...raised, entry("EscalationCorrected", due("11:01"), "10:00")]
  },
  {
    says: "Whatever is done about an escalation has a time",
    what: "something that was done before",
    right: raised,
    broken: changed(raised, "EscalationHandedOver", (one) => ({ ...one, ...at("09:59") }))
  },
  {
    says: "A supervision names as passed on",
    what: "one that was never raised",
    right: [...raised, told("supervision-one", "SupervisionHeld", "2016-03-15", { escalations: ["one"] })],
    broken: [...raised, told("supervision-one", "SupervisionHeld", "2016-03-15", { escalations: ["one", "two"] })]
  },
  {
    says: inThisOrder,
    what: "nobody told",
    right: [...raised, resolved, toldRaiser, closed],
    broken: [...raised, resolved, closed]
  },
  {
    says: inThisOrder,
    what: "no resolution",
    right: [...raised, resolved, toldRaiser, closed],
    broken: [...raised, toldRaiser, closed]
  },
  {
    says: "An immediate escalation names who was told",
    what: "a receiver of another act",
    right: immediate,
    broken: changed(immediate, "EscalationHandedOver", (one) => ({ ...one, commandId: "two" }))
  },
  {
    says: "An immediate escalation names who was told",
    what: "one that is given back",
    right: immediate.slice(0, 2),
    broken: [...immediate.slice(0, 2), entry("EscalationRejectedBack", { owner: "kay" }, "10:05")]
  },
  {
    says: "Two people decide that an escalation is no longer immediate",
    what: "one who decides it",
    right: immediate,
    broken: changed(immediate, "EscalationReclassified", saying({ agreedBy: "kay" }))
  },
  {
    says: "Nobody handles an escalation about themselves",
    what: "one that is handed to whom it is about",
    right: changed(raised, "EscalationRaised", saying({ aboutStaff: "mo" })),
    broken: changed(raised, "EscalationRaised", saying({ aboutStaff: "lee" }))
  },
  {
    says: "Whoever rejected an escalation takes it on only",
    what: "somebody who takes on what they gave back",
    right: [
      ...raised.slice(0, 2),
      entry("EscalationRejectedBack", { owner: "kay", formerReceiver: "lee" }, "10:06", { by: "lee" }),
      entry("EscalationHandedOver", { receiver: "lee" }, "10:07"),
      entry("EscalationAcknowledged", {}, "10:08", { by: "lee" })
    ],
    broken: [
      ...raised.slice(0, 2),
      entry("EscalationRejectedBack", { owner: "kay", formerReceiver: "lee" }, "10:06", { by: "lee" }),
      entry("EscalationAcknowledged", {}, "10:08", { by: "lee" })
    ]
  },
  {
    says: "A correction of an escalation that takes anybody away",
    what: "a correction that leaves out whom it was about",
    right: [
      ...changed(raised, "EscalationRaised", saying({ aboutStaff: "mo" })),
      entry("EscalationCorrected", { ...due("10:59"), formerAboutStaff: "mo" }, "10:00")
    ],
    broken: [
      ...changed(raised, "EscalationRaised", saying({ aboutStaff: "mo" })),
      entry("EscalationCorrected", due("10:59"), "10:00")
    ]
  },
  {
    says: "Nobody is accredited for a session that they were never judged",
    what: "no judgement",
    right: [
      told("trainer-ann", "TrainerJudgedCapable", "2016-01-01", { session: "LOSS" }),
      told("trainer-ann", "TrainerAccredited", "2016-01-02", { session: "LOSS", basis: "JUDGED_HERE" })
    ],
    broken: [told("trainer-ann", "TrainerAccredited", "2016-01-02", { session: "LOSS", basis: "JUDGED_HERE" })]
  }
]

const accredited = told("trainer-ann", "TrainerAccredited", "2016-01-01", {
  trainer: "ann",
  session: "LOSS",
  lapsesOn: "2016-03-15"
}, { id: "accredited" })

/** Will attends a session of an hour in full on 14 March, and his training is complete. */
const taught: History = [
  accredited,
  told("training-one", "TraineeEnrolled", "2016-02-01", { cohort: "one" }),
  told("cohort-one", "TrainingSessionDelivered", "2016-03-14", { session: "LOSS", minutes: 60, deliverers: ["ann"] }),
  told("training-one", "AttendanceRecorded", "2016-03-14", { session: "LOSS", minutes: 60, of: 60 }, {
    id: "attended"
  }),
  told("training-one", "TrainingCompleted", "2016-03-14", { sessions: 1, decidedBy: "kay" })
]

const before = (...news: History): History => [...taught.slice(0, -1), ...news, ...taught.slice(-1)]
const corrected = (minutes: number) =>
  told("training-one", "AttendanceCorrected", "2016-03-14", { minutes }, { corrects: "attended" })
const madeUp = (minutes: number, by = "ann") =>
  told("training-one", "TrainingSessionMadeUp", "2016-03-14", { session: "LOSS", minutes, deliverers: [by] })
const lost = told("cohort-one", "TrainingSessionInterrupted", "2016-03-14", { session: "LOSS", minutes: 1 }, {
  id: "lost"
})

const whole = "A training is completed when every session counts"

const ofTraining: ReadonlyArray<Case> = [
  ...([
    ["a minute too few", taught, before(corrected(59))],
    ["a minute too few that was made up", before(corrected(58), madeUp(2)), before(corrected(58), madeUp(1))],
    [
      "a minute that was lost",
      before(
        lost,
        told("cohort-one", "TrainingInterruptionVoided", "2016-03-14", { session: "LOSS" }, { corrects: "lost" })
      ),
      before(lost)
    ],
    ["a lapse on the day", taught, changed(taught, "TrainerAccredited", saying({ lapsesOn: "2016-03-14" }))],
    ["an accreditation of the day after", taught, changed(taught, "TrainerAccredited", on("2016-03-15"))],
    [
      "nobody accredited",
      before(told("cohort-one", "TrainingSessionAccepted", "2016-03-14", { session: "LOSS" })).slice(1),
      taught.slice(1)
    ],
    ["nobody accredited who made it up", before(corrected(0), madeUp(60)), before(corrected(0), madeUp(60, "bob"))],
    [
      "a withdrawal on the day",
      taught,
      before(told("trainer-ann", "TrainerAccreditationWithdrawn", "2016-03-14", { trainer: "ann", session: "LOSS" }))
    ],
    [
      "an accreditation that was struck out",
      taught,
      before(told("trainer-ann", "TrainerEntryStruckOut", "2016-03-14", { trainer: "ann", entry: "accredited" }))
    ],
    ["another session", taught, changed(taught, "AttendanceRecorded", saying({ session: "GRIEF" }))],
    [
      "a credit with a minute left to learn",
      [
        ...taught.slice(0, 2),
        told("training-one", "TrainingCreditGiven", "2016-03-01", { session: "LOSS", topUpMinutes: 10 }),
        madeUp(10),
        ...taught.slice(-1)
      ],
      [
        ...taught.slice(0, 2),
        told("training-one", "TrainingCreditGiven", "2016-03-01", { session: "LOSS", topUpMinutes: 10 }),
        madeUp(9),
        ...taught.slice(-1)
      ]
    ]
  ] as const).map(([what, right, broken]) => ({ says: whole, what, right, broken })),
  {
    says: "Training is completed by whole sessions only",
    what: "a minute too few",
    right: taught,
    broken: before(corrected(59))
  },
  {
    says: "A completed training is not completed again",
    what: "a second completion",
    right: [...taught, told("training-one", "TrainingCompletionRevoked", "2016-03-15"), ...taught.slice(-1)],
    broken: [...taught, ...taught.slice(-1)]
  },
  {
    says: "A completion is revoked by two people",
    what: "one who does",
    right: [told("training-one", "TrainingCompletionRevoked", "2016-03-15", { decidedBy: "kay", agreedBy: "lee" })],
    broken: [told("training-one", "TrainingCompletionRevoked", "2016-03-15", { decidedBy: "kay", agreedBy: "kay" })]
  },
  {
    says: "A completion has one certificate",
    what: "a second certificate",
    right: [...taught, told("training-one", "TrainingCertificateIssued", "2016-03-15", { number: 1 })],
    broken: [
      ...taught,
      told("training-one", "TrainingCertificateIssued", "2016-03-15", { number: 1 }),
      told("training-one", "TrainingCertificateIssued", "2016-03-16", { number: 2 })
    ]
  }
]

const cohort: History = ["CohortPlanned", "CohortApproved", "CohortEnrolmentOpened", "CohortStarted"].map((type) =>
  told("cohort-one", type, "2016-03-01", { places: 1 }, { id: type })
)
const delivered = told("cohort-one", "TrainingSessionDelivered", "2016-03-02")
const paused = told("cohort-one", "CohortPaused", "2016-03-01", {}, { id: "paused" })
const place = (training: string) =>
  told(`training-${training}`, "TraineeEnrolled", "2016-03-01", { cohort: "one", place: "FULL" })
const running: History = [
  told("scheme-pilot", "SchemeProposed", "2015-10-01"),
  told("scheme-pilot", "TrainingLeadNamed", "2015-10-01"),
  told("scheme-pilot", "SchemePilotStarted", "2015-10-01"),
  told("appointment-wills", "AppointmentProposed", "2016-02-01", wills)
]
const support = (reviewOn: string) => [told("support-one", "SupportOpened", "2016-03-14", { reviewOn })]

const ofCourses: ReadonlyArray<Case> = [
  {
    says: "Whoever upholds a completion names",
    what: "a session that is missing and not named",
    right: [
      told("training-one", "TrainingCompleted", "2016-03-20", { sessions: 2 }),
      told("training-one", "TrainingCompletionUpheld", "2016-03-21", { met: 1, missing: [{ session: "LOSS" }] })
    ],
    broken: [
      told("training-one", "TrainingCompleted", "2016-03-20", { sessions: 2 }),
      told("training-one", "TrainingCompletionUpheld", "2016-03-21", { met: 0, missing: [{ session: "LOSS" }] })
    ]
  },
  {
    says: "Whoever upholds a completion names",
    what: "nothing that is missing, where whoever decided it had not left",
    right: [
      told("training-one", "TrainingCompleted", "2016-03-20", { sessions: 1, decidedBy: "lee" }),
      told("staff-lee", "StaffLeft", "2016-03-19"),
      told("training-one", "TrainingCompletionUpheld", "2016-03-21", { met: 1, missing: [] })
    ],
    broken: [
      told("training-one", "TrainingCompleted", "2016-03-20", { sessions: 1, decidedBy: "lee" }),
      told("staff-kay", "StaffLeft", "2016-03-19"),
      told("training-one", "TrainingCompletionUpheld", "2016-03-21", { met: 1, missing: [] })
    ]
  },
  {
    says: "A credit that is upheld stands",
    what: "a credit that was struck out before",
    right: [
      told("training-one", "TrainingCreditGiven", "2016-03-01", { earlier: "training-two" }, { id: "credit" }),
      told("training-one", "TrainingCreditUpheld", "2016-03-02", {}, { corrects: "credit" }),
      told("training-one", "TrainingEntryVoided", "2016-03-02", {}, { corrects: "credit" })
    ],
    broken: [
      told("training-one", "TrainingCreditGiven", "2016-03-01", { earlier: "training-two" }, { id: "credit" }),
      told("training-one", "TrainingEntryVoided", "2016-03-02", {}, { corrects: "credit" }),
      told("training-one", "TrainingCreditUpheld", "2016-03-02", {}, { corrects: "credit" })
    ]
  },
  {
    says: "Positions and versions are dense",
    what: "something recorded before it happened",
    right: [told("staff-kay", "StaffRegistered", "2016-12-31")],
    broken: [told("staff-kay", "StaffRegistered", "2017-01-02")]
  },
  { says: "Every life begins once", what: "no beginning", right: running, broken: without(running, "SchemeProposed") },
  {
    says: "Every life begins once",
    what: "a second beginning",
    right: running,
    broken: [...running, ...running.slice(0, 1)]
  },
  {
    says: "Every life begins once",
    what: "a beginning anew of what was not struck out",
    right: [
      told("trainer-ann", "TrainerRegistered", "2016-01-01", {}, { id: "registered" }),
      told("trainer-ann", "TrainerEntryStruckOut", "2016-01-01", { entry: "registered" }),
      told("trainer-ann", "TrainerRegistered", "2016-01-02")
    ],
    broken: [
      told("trainer-ann", "TrainerRegistered", "2016-01-01"),
      told("trainer-ann", "TrainerEntryStruckOut", "2016-01-01", { entry: "another" }),
      told("trainer-ann", "TrainerRegistered", "2016-01-02")
    ]
  },
  {
    says: "What is over stays over",
    what: "something after an end",
    right: [
      ...running,
      told("appointment-wills", "AppointmentEnded", "2016-03-01"),
      told("appointment-wills", "AppointmentReopened", "2016-03-02"),
      told("appointment-wills", "AppointmentSuspended", "2016-03-03")
    ],
    broken: [
      ...running,
      told("appointment-wills", "AppointmentEnded", "2016-03-01"),
      told("appointment-wills", "AppointmentSuspended", "2016-03-03")
    ]
  },
  {
    says: "What is over stays over",
    what: "something after what counts for nothing",
    right: [
      ...running,
      told("appointment-wills", "AppointmentEnded", "2016-03-01"),
      told("appointment-wills", "AppointmentEndCorrected", "2016-03-03")
    ],
    broken: [
      ...running,
      told("appointment-wills", "AppointmentVoided", "2016-03-01"),
      told("appointment-wills", "AppointmentEndCorrected", "2016-03-03")
    ]
  },
  {
    says: "A cohort is approved, recruits",
    what: "enrolment before approval",
    right: cohort,
    broken: without(cohort, "CohortApproved")
  },
  {
    says: "A cohort is approved, recruits",
    what: "a step that was taken back",
    right: [...cohort, delivered],
    broken: [
      ...cohort,
      told("cohort-one", "CohortStepTakenBack", "2016-03-01", {}, { corrects: "CohortStarted" }),
      delivered
    ]
  },
  {
    says: "A cohort is approved, recruits",
    what: "a session in a pause",
    right: [...cohort, paused, told("cohort-one", "CohortResumed", "2016-03-02"), delivered],
    broken: [...cohort, paused, delivered]
  },
  {
    says: "No more people are enrolled",
    what: "one too many",
    right: [...cohort, place("one"), told("training-one", "TraineeWithdrew", "2016-03-01"), place("two")],
    broken: [...cohort, place("one"), place("two")]
  },
  {
    says: "A scheme runs with a training lead",
    what: "no lead",
    right: running,
    broken: without(running, "TrainingLeadNamed")
  },
  {
    says: "A scheme runs with a training lead",
    what: "a scheme that never ran",
    right: running,
    broken: without(running, "SchemePilotStarted")
  },
  {
    says: "No scheme decides that fewer than fourteen days",
    what: "thirteen days",
    right: [told("scheme-pilot", "SchemePolicyDecided", "2016-01-01", { limit: "shadowingDays", value: 14 })],
    broken: [told("scheme-pilot", "SchemePolicyDecided", "2016-01-01", { limit: "shadowingDays", value: 13 })]
  },
  {
    says: "Support of a worker always has a day",
    what: "a review of the day itself",
    right: support("2016-03-15"),
    broken: support("2016-03-14")
  }
]

const cases: ReadonlyArray<Case> = [
  ...ofAppointments,
  ...ofShadowing,
  ...ofCustody,
  ...ofDecisions,
  ...ofEscalations,
  ...ofTraining,
  ...ofCourses
]

describe("each invariant", () => {
  it.for(cases.map((one) => [`${one.says}: ${one.what}`, one] as const))("finds %s", ([, { broken, right, says }]) => {
    expect(wrongsIn(says, right)).toEqual([])
    expect(wrongsIn(says, broken)).not.toEqual([])
  })

  it("is shown to find something, here or in a test of its own", () => {
    const besides = [...invariantsOfBeginnings, ...invariantsOfStarts]
    const others = allInvariants.filter((one) => !besides.includes(one))
    const never = others.filter((one) => !cases.some(({ says }) => one.says.startsWith(says)))
    expect(never.map(({ says }) => says)).toEqual([])
    const unknown = cases.filter(({ says }) => allInvariants.filter((one) => one.says.startsWith(says)).length !== 1)
    expect(unknown.map(({ says }) => says)).toEqual([])
  })
})

const held = {
  _tag: "HoldSupervision",
  exploitation: "OF_WORKER",
  workload: "MANAGEABLE",
  confidentiality: "NOTHING",
  boundaries: "NOTHING",
  escalations: ["one"]
}

describe("what is said with a command", () => {
  it.for<[string, string, object, object]>([
    ["exploitation that nobody passes on", "Where somebody may be exploited", held, { ...held, escalations: [] }],
    ["a prompt that was not asked", "A supervision asks all four prompts", held, { ...held, workload: "" }],
    [
      "a close without an outcome",
      "An escalation is closed with an outcome",
      { _tag: "CloseEscalation", outcome: "SETTLED" },
      { _tag: "CloseEscalation" }
    ],
    [
      "no ground",
      "Nothing is passed on without",
      { _tag: "RaiseEscalation", basis: "AGREED" },
      { _tag: "RaiseEscalation", basis: "NONE" }
    ],
    [
      "nobody who was told",
      "Who raises something immediate",
      { _tag: "RaiseImmediateEscalation", receiver: "lee", means: "RADIO" },
      { _tag: "RaiseImmediateEscalation", means: "RADIO" }
    ]
  ])("is found where it is wrong: %s", ([, begins, right, broken]) => {
    const found = sayings.filter(({ says }) => says.startsWith(begins))
    expect(found.map(({ wrong }) => [wrong({ ...right }), typeof wrong({ ...broken })])).toEqual([[null, "string"]])
  })

  it("is shown to be found for each", () => {
    expect(sayings).toHaveLength(5)
  })
})
