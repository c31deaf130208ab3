/**
 * The life of a scheme: told once, refused at every wrong moment, corrected, and replayed.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { decideOver } from "../language/Deciding.ts"
import { establishment } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { toKeep } from "../language/Evidence.ts"
import type { Decision } from "../language/Judgement.ts"
import { addDays, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { fold } from "../language/View.ts"
import { decide, knownIn } from "../OverEvents.ts"
import { eventTypes } from "../Registry.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { given, laws, story } from "../testing.ts"
import { CorrectRoleProfile, PublishRoleProfile } from "./RoleProfileDecisions.ts"
import {
  hasTrainingLead,
  limitOn,
  roleProfileOf,
  Scheme,
  SchemesAt,
  schemeStatusOn,
  trainingLeadOn,
  unsetLimits
} from "./Scheme.ts"
import { schemeDecisions } from "./SchemeDecisions.ts"
import { DecideEligibilityCriteria } from "./SchemeEligibility.ts"
import { limitNames } from "./SchemeLimits.ts"
import type { LimitName } from "./SchemeLimits.ts"
import { PublishPayBands, ReviewPayBands, StrikeOutPayEntry } from "./SchemePay.ts"
import { CorrectSchemePolicy, DecideSchemePolicy } from "./SchemePolicyDecisions.ts"
import {
  NameTrainingLead,
  ProposeScheme,
  proposeScheme,
  RecordTrainingLeadLeaving,
  StrikeOutTrainingLead,
  WriteSchemeDesign
} from "./SchemePreparation.ts"
import {
  ActivateScheme,
  CloseScheme,
  CorrectSchemeStep,
  PauseScheme,
  ResumeScheme,
  StartSchemePilot,
  VoidSchemeStep
} from "./SchemeRunning.ts"
import { schemeSteps } from "./schemeSteps.ts"
import type { TaskName } from "./TaskCatalogue.ts"

const id = (last: string) => `00000000-0000-4000-9000-${last.padStart(12, "0")}`
const [scheme, kay, lee, profile, nothing] = [id("1"), id("2"), id("3"), id("4"), id("f")] as const
const actor = { id: id("9"), role: "coordinator" } as const
const ZZI = establishment("ZZI")
const reason = "The minutes say otherwise"

/** Written again: a scheme runs without these, and what needs one asks for it. */
const askedForWhenNeeded: ReadonlyArray<LimitName> = [
  "safetyAnswerDays",
  "acknowledgeChangeWorkingDays",
  "observationsBeforeAccreditation",
  "accreditationMonths",
  "accreditationGraceDays",
  "refresherGraceDays",
  "settlingInDays",
  "refresherEarlyDays",
  "refresherMonth",
  "firstReminderDays",
  "secondReminderDays",
  "lastReminderDays",
  "ladderStepMinutes",
  "supervisionGraceDays",
  "supervisionNoteHours",
  "supportReviewDays"
]

const employ = (staff: string, on: string) =>
  RegisterStaff.make({ staff, name: "Example", establishment: ZZI, on: date(on) })
const propose = (on: string) => ProposeScheme.make({ scheme, establishment: ZZI, code: "WELLBEING_REPS", on: date(on) })
const design = (on: string, plannedUntil = "2016-05-31") =>
  WriteSchemeDesign.make({
    scheme,
    purpose: "Fewer people go without care",
    targetNeed: "Older people",
    plannedUntil: date(plannedUntil),
    monitoring: "Every month",
    evaluation: "At the end",
    on: date(on)
  })
const says = {
  tasks: ["FETCHING_MEALS", "BEFRIENDING"] as ReadonlyArray<TaskName>,
  confidentiality: "BOUNDED",
  pay: "PAID",
  asksForShadowing: true,
  asksForClearance: false,
  inCommunity: false
} as const
const publish = (on: string, other: Partial<Parameters<typeof PublishRoleProfile.make>[0]> = {}) =>
  PublishRoleProfile.make({
    scheme,
    roleProfile: profile,
    code: "PEER_SUPPORT_WORKER",
    ...says,
    on: date(on),
    ...other
  })
/** The profile as `publish` makes it, but for one answer. */
const publishAnew = (on: string) => publish(on, { asksForClearance: true })
const correctProfile = (on: string, version = 1, other: Partial<Parameters<typeof CorrectRoleProfile.make>[0]> = {}) =>
  CorrectRoleProfile.make({ scheme, roleProfile: profile, version, ...says, on: date(on), reason, ...other })
const limit = (on: string, name: LimitName = "supervisionEveryDays", value = 28, from = on) =>
  DecideSchemePolicy.make({ scheme, limit: name, value, from: date(from), decidedBy: kay, on: date(on) })
const correctLimit = (decision: string, value: number, from: string) =>
  CorrectSchemePolicy.make({ scheme, decision, value, from: date(from), reason })
const lead = (on: string, staff: string = kay) => NameTrainingLead.make({ scheme, lead: staff, on: date(on) })
const leadLeaves = (on: string) => RecordTrainingLeadLeaving.make({ scheme, on: date(on) })
const pilot = (on: string) => StartSchemePilot.make({ scheme, on: date(on) })
const activate = (on: string) => ActivateScheme.make({ scheme, on: date(on) })
const pause = (on: string) => PauseScheme.make({ scheme, reason, on: date(on) })
const resume = (on: string) => ResumeScheme.make({ scheme, on: date(on) })
const close = (on: string) => CloseScheme.make({ scheme, reason, on: date(on) })
const correctStep = (step: string, on: string) => CorrectSchemeStep.make({ scheme, step, on: date(on), reason })
const strikeLead = (entry: string) => StrikeOutTrainingLead.make({ scheme, entry, reason })
const strikeOut = (step: string) => VoidSchemeStep.make({ scheme, step, reason })

/** Invented numbers for the limits that the documents leave open. */
const invented: ReadonlyArray<readonly [LimitName, number]> = [
  ["supervisionEveryDays", 28],
  ["refresherEveryMonths", 12],
  ["riskAssessmentMonths", 12],
  ["mentorMonthsInRole", 6],
  ["shadowersPerMentor", 1],
  ["minimumServiceDays", 90],
  ["lateRecordingDays", 7],
  ["legacyWaiverMonths", 12],
  ["acknowledgeImmediateMinutes", 15],
  ["acknowledgeSameDayMinutes", 240],
  ["acknowledgeRoutineWorkingDays", 2]
]

const schemeAfter = (events: ReadonlyArray<Happened>) => fold(Scheme, scheme, events)
const lastId = (events: ReadonlyArray<Happened>, type: string) =>
  events.filter((event) => event.type === type).at(-1)?.id ?? nothing
const saidBy = (decision: Decision) => decision._tag === "Refused" ? decision.moment?.says : undefined

/** Kay and Lee are in post, and the scheme was proposed on 26 February 2014. */
const proposed = story().by(actor)
  .on("2014-02-26", employ(kay, "2013-01-14"), employ(lee, "2013-01-14"), propose("2014-02-26"))

/** Everything that a scheme needs before it runs, on 27 February 2014. */
const prepared = proposed.on(
  "2014-02-27",
  design("2014-02-27"),
  publish("2014-02-27"),
  ...invented.map(([name, value]) => limit("2014-02-27", name, value)),
  lead("2014-02-27")
)

const whole = prepared
  .on("2014-02-28", leadLeaves("2014-02-28"), lead("2014-02-28", lee))
  .on("2014-03-03", pilot("2014-03-03"))
  .on("2014-05-29", activate("2014-05-29"))
  .on("2014-08-18", pause("2014-08-18"))
  .on("2014-09-22", resume("2014-09-22"))
  .on("2016-05-31", close("2016-05-31"))

describe("a scheme", () => {
  it("is prepared, runs as a pilot, becomes active, pauses, resumes and closes", () => {
    const own = whole.events.filter((event) => event.stream === `scheme-${scheme}`)
    const limits = own.filter((event) => event.type === "SchemePolicyDecided")
    expect(own.filter((event) => !limits.includes(event)).map((event) => [event.type, event.on, event.data])).toEqual([
      ["SchemeProposed", "2014-02-26", { establishment: "ZZI", code: "WELLBEING_REPS" }],
      ["SchemeDesignWritten", "2014-02-27", { establishment: "ZZI", plannedUntil: "2016-05-31" }],
      ["RoleProfilePublished", "2014-02-27", {
        establishment: "ZZI",
        version: 1,
        roleProfile: profile,
        code: "PEER_SUPPORT_WORKER",
        ...says
      }],
      ["TrainingLeadNamed", "2014-02-27", { establishment: "ZZI", lead: kay }],
      ["TrainingLeadLeft", "2014-02-28", { establishment: "ZZI", formerLead: kay }],
      ["TrainingLeadNamed", "2014-02-28", { establishment: "ZZI", lead: lee }],
      ["SchemePilotStarted", "2014-03-03", { establishment: "ZZI" }],
      ["SchemeActivated", "2014-05-29", { establishment: "ZZI" }],
      ["SchemePaused", "2014-08-18", { establishment: "ZZI" }],
      ["SchemeResumed", "2014-09-22", { establishment: "ZZI" }],
      ["SchemeClosed", "2016-05-31", { establishment: "ZZI" }]
    ])
    expect(limits.map((event) => event.data)).toEqual(invented.map(([name, value]) => (
      { establishment: "ZZI", limit: name, value, from: "2014-02-27", decidedBy: kay }
    )))
    expect(new Set(own.flatMap((event) => event.tags))).toEqual(
      new Set([
        `scheme:${scheme}`,
        "establishment:ZZI",
        `roleProfile:${profile}`,
        `staff:${kay}`,
        `staff:${lee}`
      ])
    )
  })

  it("knows its code, its day of adoption, its leads, its design and its steps", () => {
    const { policy, roleProfiles, steps, ...rest } = schemeAfter(whole.events)
    expect(rest).toEqual({
      eligibility: [],
      pay: [],
      status: "Closed",
      establishment: "ZZI",
      code: "WELLBEING_REPS",
      adoptedOn: "2014-02-26",
      trainingLeads: [
        { staff: kay, from: "2014-02-27", until: "2014-02-28" },
        { staff: lee, from: "2014-02-28", until: null }
      ],
      leadEntries: ([["2014-02-27", kay], ["2014-02-28", null], ["2014-02-28", lee]] as const)
        .map(([on, staff], index) => ({ event: `00000000-0000-8000-8000-00000000001${index + 1}`, on, staff })),
      design: { since: "2014-02-27", plannedUntil: "2016-05-31" },
      changed: { on: "2016-05-31", recordedAt: "2016-05-31T12:00:00.000Z", by: actor }
    })
    expect(steps.map(({ on, to }) => [to, on])).toEqual([
      ["Proposed", "2014-02-26"],
      ["Pilot", "2014-03-03"],
      ["Active", "2014-05-29"],
      ["Paused", "2014-08-18"],
      ["Active", "2014-09-22"],
      ["Closed", "2016-05-31"]
    ])
    expect([policy.length, roleProfiles.length]).toEqual([11, 1])
  })

  it.each([
    ["2014-02-25", "Unknown"],
    ["2014-02-26", "Proposed"],
    ["2014-03-03", "Pilot"],
    ["2014-05-28", "Pilot"],
    ["2014-08-18", "Paused"],
    ["2014-09-22", "Active"],
    ["2016-05-31", "Closed"]
  ])("on %s is %s", (day, status) => expect(schemeStatusOn(schemeAfter(whole.events), date(day))).toBe(status))

  it("that pauses as a pilot resumes as a pilot, and may be active without a pilot", () => {
    const again = prepared.on("2014-03-03", pilot("2014-03-03"))
      .on("2014-03-10", pause("2014-03-10"), resume("2014-03-10"))
    expect(schemeAfter(again.events).status).toBe("Pilot")
    expect(schemeAfter(prepared.on("2014-03-03", activate("2014-03-03")).events).status).toBe("Active")
  })

  it("is found by its establishment", () => {
    expect(fold(SchemesAt, "ZZI", whole.events.filter((event) => event.type === "SchemeProposed"))).toEqual([scheme])
    expect(SchemesAt.query("ZZI")).toEqual([{ types: ["SchemeProposed"], tags: ["establishment:ZZI"] }])
  })

  it("keeps no text where decisions and views could see it", () => {
    for (const text of ["Fewer people", "Older people", "Every month", "At the end", reason]) {
      expect(JSON.stringify(whole.events)).not.toContain(text)
    }
  })
})

describe("what is kept beside the log", () => {
  const running = prepared.on("2014-03-03", pilot("2014-03-03"))

  it.each([
    [design("2014-03-03"), {
      purpose: "Fewer people go without care",
      targetNeed: "Older people",
      monitoring: "Every month",
      evaluation: "At the end"
    }],
    [pause("2014-03-03"), { reason }],
    [close("2014-03-03"), { reason }],
    [correctProfile("2014-02-27"), { reason }],
    [correctLimit(lastId(running.events, "SchemePolicyDecided"), 3, "2014-03-03"), { reason }],
    [correctStep(lastId(running.events, "SchemePilotStarted"), "2014-03-04"), { reason }],
    [strikeOut(lastId(running.events, "SchemePilotStarted")), { reason }],
    [limit("2014-03-03"), {}],
    [publishAnew("2014-03-03"), {}],
    [leadLeaves("2014-03-03"), {}]
  ])("of $_tag are the words of whoever acted", (command, texts) => {
    const decides = schemeDecisions.find((one) => one.command.name === command._tag) ?? proposeScheme
    const known = knownIn({ today: date("2014-03-10"), actor })
    const decided = decideOver(running.events, decides, command, known)
    const { personal } = toKeep(eventTypes, decided, { commandId: "c", correlation: "c", cause: null, upTo: 20 })
    expect(personal).toEqual(
      Object.entries(texts).map(([name, value]) => (
        { event: 0, name, subject: actor.id, class: "administration", value }
      ))
    )
  })
})

describe("before a scheme runs", () => {
  const ready = prepared.on("2014-03-03", leadLeaves("2014-02-28"), lead("2014-03-01", lee))

  it.each([["a pilot", pilot], ["active", activate]] as const)("as %s everything is asked at once", (_, start) => {
    const { decision } = given(proposed.events).on("2014-03-03").when(start("2014-03-03"))
      .isRefusedBy("SCHEME-1", "SCHEME-2", "SCHEME-3", "SCHEME-8")
    expect(decision.judged.find((one) => one.rule === "SCHEME-1")?.facts)
      .toEqual({ unset: limitNames.filter((name) => name !== "shadowingDays" && !askedForWhenNeeded.includes(name)) })
    given(ready.events).on("2014-03-03").when(start("2014-03-03")).isAccepted()
  })

  it("it is asked again after a pause", () => {
    const paused = ready.on("2014-03-10", pilot("2014-03-03"), pause("2014-03-10"), leadLeaves("2014-03-10"))
    given(paused.events).on("2014-03-11").when(resume("2014-03-11")).isRefusedBy("SCHEME-2")
  })

  it("each is asked for that day: from the day before, every one is missing", () => {
    const early = story().by(actor)
      .on("2014-02-26", employ(kay, "2013-01-14"), propose("2014-02-26"))
      .on("2014-03-03", design("2014-03-02"), publish("2014-03-02"), lead("2014-03-02"))
      .on("2014-03-03", ...invented.map(([name, value]) => limit("2014-03-01", name, value, "2014-03-02")))
    given(early.events).on("2014-03-03").when(pilot("2014-03-01"))
      .isRefusedBy("SCHEME-1", "SCHEME-2", "SCHEME-3", "SCHEME-8")
    given(early.events).on("2014-03-03").when(pilot("2014-03-02")).isAccepted("SchemePilotStarted")
  })

  it("one limit that is left open is named", () => {
    const [last] = invented.slice(-1)
    const almost = proposed.on(
      "2014-02-27",
      design("2014-02-27"),
      publish("2014-02-27"),
      lead("2014-02-27"),
      ...invented.slice(0, -1).map(([name, value]) => limit("2014-02-27", name, value))
    )
    given(almost.events).on("2014-03-03").when(pilot("2014-03-03")).isRefusedBy("SCHEME-1")
      .says("SCHEME-1", "Decide first, from that day or before: how soon somebody acknowledges a routine escalation")
    expect(unsetLimits(schemeAfter(almost.events), date("2014-03-03"))).toEqual([last?.[0]])
  })

  it("a training lead who left the establishment leaves the place vacant", () => {
    const gone = ready.on("2014-03-04", RecordStaffLeaving.make({ staff: lee, on: date("2014-03-03") }))
    given(gone.events).on("2014-03-04").when(pilot("2014-03-02")).isAccepted("SchemePilotStarted")
    given(gone.events).on("2014-03-04").when(pilot("2014-03-03")).isRefusedBy("SCHEME-2")
    expect(hasTrainingLead(schemeAfter(gone.events), date("2014-03-03"))).toBe(true)
  })

  it("is struck out where it was recorded wrongly, and the right day can be named", () => {
    const entriesOf = (events: ReadonlyArray<Happened>) => schemeAfter(events).leadEntries.map(({ event }) => event)
    const held = (events: ReadonlyArray<Happened>) =>
      ["2014-02-26", "2014-02-27", "2014-02-28", "2014-03-01"].map((day) =>
        trainingLeadOn(schemeAfter(events), date(day))
      )
    const [first = "", left = "", second = ""] = entriesOf(ready.events)
    expect(held(ready.on("2014-03-02", strikeLead(left)).events)).toEqual([null, kay, kay, lee])
    expect(held(ready.on("2014-03-02", strikeLead(first)).events)).toEqual([null, null, null, lee])
    const struck = ready.on("2014-03-02", strikeLead(second))
    expect(held(struck.events)).toEqual([null, kay, null, null])
    expect(held(struck.on("2014-03-02", lead("2014-02-28", lee)).events)).toEqual([null, kay, lee, lee])
    given(struck.events).on("2014-03-02").when(strikeLead(second)).isRefusedWhile("Proposed")
  })

  it.each([["2014-02-26", null], ["2014-02-27", kay], ["2014-02-28", null], ["2014-03-01", lee]])(
    "on %s the training is held by %s",
    (day, who) => {
      expect(trainingLeadOn(schemeAfter(ready.events), date(day))).toBe(who)
      expect(hasTrainingLead(schemeAfter(ready.events), date(day))).toBe(who !== null)
    }
  )
})

describe("whoever is named is in post", () => {
  const without = story().by(actor).on("2014-02-26", employ(kay, "2014-02-26"), propose("2014-02-25"))

  it("as training lead", () => {
    given(without.events).on("2014-02-27").when(lead("2014-02-25")).isRefusedBy("STAFF-1")
    given(without.events).on("2014-02-27").when(lead("2014-02-26")).isAccepted("TrainingLeadNamed")
    given(without.events).on("2014-02-27").when(lead("2014-02-26", nothing)).isRefusedBy("STAFF-1")
  })

  it("as whoever decided a limit", () => {
    given(without.events).on("2014-02-27").when(limit("2014-02-25")).isRefusedBy("STAFF-1")
    given(without.events).on("2014-02-27").when(limit("2014-02-26")).isAccepted("SchemePolicyDecided")
  })
})

describe("a training lead", () => {
  it("takes over from the one before on the same day", () => {
    const taken = prepared.on("2014-03-10", lead("2014-03-10", lee))
    expect(taken.events.at(-1)?.data).toEqual({ establishment: "ZZI", lead: lee, formerLead: kay })
    expect(schemeAfter(taken.events).trainingLeads).toEqual([
      { staff: kay, from: "2014-02-27", until: "2014-03-10" },
      { staff: lee, from: "2014-03-10", until: null }
    ])
  })

  it("is not named twice, and nobody leaves who is not there", () => {
    const again = given(prepared.events).on("2014-03-10").when(lead("2014-03-10")).isRefusedWhile("Proposed")
    expect(saidBy(again.decision)).toBe("They hold the training on that day already")
    const nobody = given(proposed.events).on("2014-03-10").when(leadLeaves("2014-03-10")).isRefusedWhile("Proposed")
    expect(saidBy(nobody.decision)).toBe("Nobody holds the training")
  })

  it("follows the one before in time", () => {
    given(proposed.events).on("2014-03-10").when(lead("2014-02-25")).isRefusedBy("RECORD-2")
    given(proposed.events).on("2014-03-10").when(lead("2014-02-26")).isAccepted("TrainingLeadNamed")
    given(prepared.events).on("2014-03-10").when(lead("2014-02-26", lee)).isRefusedBy("RECORD-2")
    given(prepared.events).on("2014-03-10").when(lead("2014-02-27", lee)).isAccepted("TrainingLeadNamed")
    given(prepared.events).on("2014-03-10").when(leadLeaves("2014-02-26")).isRefusedBy("RECORD-2")
    const vacant = prepared.on("2014-03-10", leadLeaves("2014-03-05"))
    given(vacant.events).on("2014-03-10").when(lead("2014-03-04", lee)).isRefusedBy("RECORD-2")
    given(vacant.events).on("2014-03-10").when(lead("2014-03-05", lee)).isAccepted("TrainingLeadNamed")
  })
})

describe("limits", () => {
  const twice = proposed.on(
    "2014-03-03",
    limit("2014-02-27", "supervisionEveryDays", 28),
    limit("2014-03-03", "supervisionEveryDays", 14, "2014-04-01")
  )

  it("hold from their first day until the next decision's", () => {
    const days = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -60, max: 60 }))
    fc.assert(fc.property(fc.constantFrom("2014-02-27", "2014-04-01"), days, (start, count) => {
      const day = addDays(date(start), count)
      expect(limitOn(schemeAfter(twice.events), "supervisionEveryDays", day))
        .toBe(day < "2014-02-27" ? null : day < "2014-04-01" ? 28 : 14)
    }))
  })

  it("decided twice for one day are as decided last, also when that one was recorded for an earlier day", () => {
    const again = twice.on("2014-03-04", limit("2014-03-04", "supervisionEveryDays", 21, "2014-04-01"))
    expect(limitOn(schemeAfter(again.events), "supervisionEveryDays", date("2014-04-01"))).toBe(21)
    const earlier = twice.on("2014-03-04", limit("2014-03-01", "supervisionEveryDays", 35, "2014-03-20"))
    expect(limitOn(schemeAfter(earlier.events), "supervisionEveryDays", date("2014-03-31"))).toBe(35)
    expect(limitOn(schemeAfter(earlier.events), "supervisionEveryDays", date("2014-04-01"))).toBe(14)
  })

  it("that a source fixes hold when nothing was decided, and a stricter one when it was", () => {
    expect(limitOn(Scheme.initial, "shadowingDays", date("2014-03-03"))).toBe(14)
    expect(
      limitNames.map((name) => limitOn(Scheme.initial, name, date("2014-03-03"))).filter((value) => value !== null)
    )
      .toEqual([14])
    const stricter = proposed.on("2014-03-03", limit("2014-03-03", "shadowingDays", 21))
    expect(limitOn(schemeAfter(stricter.events), "shadowingDays", date("2014-03-02"))).toBe(14)
    expect(limitOn(schemeAfter(stricter.events), "shadowingDays", date("2014-03-03"))).toBe(21)
  })

  it("are never decided below their source, not even by a correction", () => {
    given(proposed.events).on("2014-03-03").when(limit("2014-03-03", "shadowingDays", 13)).isRefusedBy("SCHEME-4")
    const decided = proposed.on("2014-03-03", limit("2014-03-03", "shadowingDays", 14))
    const decision = lastId(decided.events, "SchemePolicyDecided")
    given(decided.events).on("2014-03-04").when(correctLimit(decision, 13, "2014-03-03")).isRefusedBy("SCHEME-4")
    given(decided.events).on("2014-03-04").when(correctLimit(decision, 15, "2014-03-03")).isAccepted()
  })

  it("hold from no day before the one on which they were decided", () => {
    given(proposed.events).on("2014-03-03").when(limit("2014-03-03", "lateRecordingDays", 7, "2014-03-02"))
      .isRefusedBy("RECORD-2").says(
        "RECORD-2",
        "From which day does it hold? The date is too early. It can be 3 March 2014 or later"
      )
    given(proposed.events).on("2014-03-03").when(limit("2014-02-25", "lateRecordingDays", 7)).isRefusedBy("RECORD-2")
  })

  it("are corrected: the answer changes, what was recorded stays", () => {
    const decision = lastId(twice.events, "SchemePolicyDecided")
    const corrected = twice.on("2014-03-05", correctLimit(decision, 15, "2014-03-24"))
    expect(corrected.events.slice(0, -1)).toEqual(twice.events)
    expect(corrected.events.at(-1)).toMatchObject({
      type: "SchemePolicyCorrected",
      on: "2014-03-03",
      corrects: decision,
      data: { establishment: "ZZI", limit: "supervisionEveryDays", value: 15, from: "2014-03-24" }
    })
    expect(limitOn(schemeAfter(corrected.events), "supervisionEveryDays", date("2014-03-23"))).toBe(28)
    expect(limitOn(schemeAfter(corrected.events), "supervisionEveryDays", date("2014-03-24"))).toBe(15)
    const same = given(corrected.events).on("2014-03-05").when(correctLimit(decision, 15, "2014-03-24"))
    expect(saidBy(same.decision)).toBe("It is recorded like this already")
    const none = given(corrected.events).on("2014-03-05").when(correctLimit(nothing, 15, "2014-03-24"))
    expect(saidBy(none.decision)).toBe("No such decision stands in this scheme")
    given(corrected.events).on("2014-03-05").when(correctLimit(decision, 15, "2014-03-02")).isRefusedBy("RECORD-2")
  })
})

describe("a role profile", () => {
  const revised = prepared.on("2014-06-02", publish("2014-06-01", { tasks: ["BEFRIENDING"], asksForClearance: true }))
  const first = {
    id: profile,
    code: "PEER_SUPPORT_WORKER",
    version: 1,
    publishedOn: "2014-02-27",
    ...says,
    units: [],
    legalStatuses: []
  }

  it("has versions; the newest is meant, or the one of a day", () => {
    const known = schemeAfter(revised.events)
    const second = { ...first, version: 2, publishedOn: "2014-06-01", tasks: ["BEFRIENDING"], asksForClearance: true }
    expect(roleProfileOf(known, profile)).toEqual({ ...second, event: lastId(revised.events, "RoleProfilePublished") })
    expect(roleProfileOf(known, profile, date("2014-06-01"))).toMatchObject(second)
    expect(roleProfileOf(known, profile, date("2014-05-31"))).toMatchObject(first)
    expect(roleProfileOf(known, profile, date("2014-02-26"))).toBe(null)
    expect(roleProfileOf(known, nothing)).toBe(null)
  })

  it("keeps its role, and its versions keep their order", () => {
    const other = given(prepared.events).on("2014-06-02").when(
      publish("2014-06-02", { code: "LISTENER", pay: "VOLUNTEER" })
    )
    expect(saidBy(other.decision))
      .toBe("This role profile describes another role: Peer support worker. Publish a new role profile")
    given(prepared.events).on("2014-06-02").when(publishAnew("2014-02-26")).isRefusedBy("RECORD-2")
    given(proposed.events).on("2014-06-02").when(publish("2014-02-25")).isRefusedBy("RECORD-2")
  })

  it("asks for no intimate care and no health care, whatever the reason", () => {
    const overrides = [{ rule: "SCHEME-5", reason: "There is nobody else" }]
    given(prepared.events).on("2014-06-02").when(publish("2014-06-02", { tasks: ["FEEDING"], overrides }))
      .isRefusedBy("SCHEME-5")
    given(prepared.events).on("2014-06-02").when(correctProfile("2014-02-27", 1, { tasks: ["MEDICATION"] }))
      .isRefusedBy("SCHEME-5")
  })

  it("asks for personal care only with a reason", () => {
    const shoes = { tasks: ["PUTTING_ON_SHOES"] as ReadonlyArray<TaskName> }
    const overrides = [{ rule: "SCHEME-7", reason: "The governor decided so, with healthcare" }]
    given(prepared.events).on("2014-06-02").when(publish("2014-06-02", shoes)).isRefusedBy("SCHEME-7")
    const { decision } = given(prepared.events).on("2014-06-02").when(publish("2014-06-02", { ...shoes, overrides }))
      .isAccepted("RoleProfilePublished")
    expect(decision.judged.map((one) => [one.rule, one.held, one.override])).toEqual([
      ["RECORD-1", true, false],
      ["RECORD-2", true, false],
      ["SCHEME-5", true, false],
      ["SCHEME-6", true, false],
      ["SCHEME-10", true, false],
      ["SCHEME-7", false, true],
      ["STAFF-5", true, false]
    ])
  })

  it("of a Listener is unpaid, and asks for clearance", () => {
    const listener = { code: "LISTENER", confidentiality: "SCHEME_ABSOLUTE", tasks: ["LISTENING"] } as const
    given(proposed.events).on("2014-06-02").when(publish("2014-06-02", listener)).isRefusedBy("SCHEME-6", "SCHEME-10")
    const unpaid = publish("2014-06-02", { ...listener, pay: "VOLUNTEER" })
    given(proposed.events).on("2014-06-02").when(unpaid).isRefusedBy("SCHEME-10")
    const right = proposed.on(
      "2014-06-02",
      publish("2014-06-02", { ...listener, pay: "VOLUNTEER", asksForClearance: true })
    )
    given(right.events).on("2014-06-02").when(correctProfile("2014-06-02")).isRefusedBy("SCHEME-6", "SCHEME-10")
  })

  it("that says the same as its newest version is no new version", () => {
    const tasks = [...says.tasks].reverse()
    const { decision } = given(prepared.events).on("2014-06-02").when(publish("2014-06-01", { tasks }))
    expect(saidBy(decision)).toBe("Version 1 of this role profile says the same already")
    const back = revised.on("2014-06-03", publish("2014-06-03"))
    expect(roleProfileOf(schemeAfter(back.events), profile)?.version).toBe(3)
    expect(saidBy(given(back.events).on("2014-06-04").when(publish("2014-06-04")).decision))
      .toBe("Version 3 of this role profile says the same already")
  })

  it("is corrected: its number stays, the answer changes, what was recorded stays", () => {
    const corrected = revised.on("2014-06-03", correctProfile("2014-03-01", 1, { asksForShadowing: false }))
    const published = revised.events.find((event) => event.type === "RoleProfilePublished")?.id
    expect(corrected.events.slice(0, -1)).toEqual(revised.events)
    expect(corrected.events.at(-1)).toMatchObject({
      type: "RoleProfileCorrected",
      on: "2014-03-01",
      corrects: published
    })
    expect(roleProfileOf(schemeAfter(corrected.events), profile, date("2014-03-01")))
      .toEqual({ ...first, publishedOn: "2014-03-01", asksForShadowing: false, event: published })
    expect(roleProfileOf(schemeAfter(corrected.events), profile)?.version).toBe(2)
  })

  it("is corrected between the versions before and after it", () => {
    given(revised.events).on("2014-06-03").when(correctProfile("2014-02-26", 2)).isRefusedBy("RECORD-2")
    given(revised.events).on("2014-06-03").when(correctProfile("2014-02-27", 2)).isAccepted("RoleProfileCorrected")
    const after = given(revised.events).on("2014-06-03").when(correctProfile("2014-06-02", 1))
    expect(saidBy(after.decision)).toBe("The next version was published before that day")
    given(revised.events).on("2014-06-03").when(correctProfile("2014-06-01", 1)).isAccepted("RoleProfileCorrected")
    const none = given(revised.events).on("2014-06-03").when(correctProfile("2014-06-02", 3))
    expect(saidBy(none.decision)).toBe("No such version was published in this scheme")
  })
})

describe("a scheme is written down", () => {
  it("again, for another time; what was written first stays", () => {
    const again = prepared.on("2014-03-03", design("2014-03-03", "2017-05-31"))
    expect(schemeAfter(again.events).design).toEqual({ since: "2014-02-27", plannedUntil: "2017-05-31" })
    expect(again.events.slice(0, -1)).toEqual(prepared.events)
    given(again.events).on("2014-03-03").when(pilot("2014-03-02")).isAccepted("SchemePilotStarted")
    const late = again.on("2014-03-03", design("2014-02-26"))
    expect(schemeAfter(late.events).design?.since).toBe("2014-02-26")
  })

  it("until a day that lies after", () => {
    given(proposed.events).on("2014-03-03").when(design("2014-03-03", "2014-03-02")).isRefusedBy("RECORD-2")
    given(proposed.events).on("2014-03-03").when(design("2014-02-25")).isRefusedBy("RECORD-2")
  })
})

describe("a step that was recorded wrongly", () => {
  const running = prepared.on("2014-05-30", pilot("2014-03-03"), activate("2014-05-29"))
  const started = lastId(running.events, "SchemePilotStarted")
  const activated = lastId(running.events, "SchemeActivated")

  it("is moved to another day: the answer changes, what was recorded stays", () => {
    const corrected = running.on("2014-06-02", correctStep(started, "2014-03-10"))
    expect(corrected.events.slice(0, -1)).toEqual(running.events)
    expect(corrected.events.at(-1)).toMatchObject({ type: "SchemeStepCorrected", on: "2014-03-10", corrects: started })
    expect(schemeStatusOn(schemeAfter(running.events), date("2014-03-09"))).toBe("Pilot")
    expect(schemeStatusOn(schemeAfter(corrected.events), date("2014-03-09"))).toBe("Proposed")
    const adopted = running.on("2014-06-02", correctStep(lastId(running.events, "SchemeProposed"), "2014-02-03"))
    expect(schemeAfter(adopted.events).adoptedOn).toBe("2014-02-03")
    const sooner = running.on("2014-06-02", correctStep(activated, "2014-05-26"))
    expect(schemeAfter(sooner.events).changed)
      .toEqual({ on: "2014-05-26", recordedAt: "2014-06-02T12:00:00.000Z", by: actor })
  })

  it("stays between the steps before and after it", () => {
    given(running.events).on("2014-06-02").when(correctStep(activated, "2014-03-02")).isRefusedBy("RECORD-2")
    given(running.events).on("2014-06-02").when(correctStep(activated, "2014-03-03")).isAccepted("SchemeStepCorrected")
    given(running.events).on("2014-06-02").when(correctStep(started, "2014-05-29")).isAccepted("SchemeStepCorrected")
    const late = given(running.events).on("2014-06-02").when(correctStep(started, "2014-05-30"))
    expect(saidBy(late.decision)).toBe("The step after it was taken before that day")
    const same = given(running.events).on("2014-06-02").when(correctStep(started, "2014-03-03"))
    expect(saidBy(same.decision)).toBe("It is recorded like this already")
    const none = given(running.events).on("2014-06-02").when(correctStep(nothing, "2014-03-03"))
    expect(saidBy(none.decision)).toBe("No such step of this scheme counts")
  })

  it("is no day on which the scheme could not have begun to run", () => {
    // On the 26th nothing was written down or decided, no role described and nobody named; the day after, all was
    const early = given(running.events).on("2014-06-02").when(correctStep(started, "2014-02-26"))
      .isRefusedBy("SCHEME-1", "SCHEME-2", "SCHEME-3", "SCHEME-8")
    expect(early.decision.judged.find(({ rule }) => rule === "RECORD-2")?.held).toBe(true)
    given(running.events).on("2014-06-02").when(correctStep(started, "2014-02-27")).isAccepted("SchemeStepCorrected")
    // Nobody holds the training any more: that is asked of no pause, and of a start only on its own day
    const paused = running.on("2014-06-02", leadLeaves("2014-05-30"), pause("2014-06-02"))
    for (
      const step of [
        correctStep(activated, "2014-05-28"),
        correctStep(lastId(paused.events, "SchemePaused"), "2014-06-01")
      ]
    ) {
      given(paused.events).on("2014-06-03").when(step).isAccepted("SchemeStepCorrected")
    }
    given(paused.events).on("2014-06-03").when(correctStep(activated, "2014-05-31")).isRefusedBy("SCHEME-2")
  })

  it("is struck out if it is the last: the scheme is where it was", () => {
    const closed = running.on("2014-06-02", close("2014-06-02"))
    const struck = closed.on("2014-06-03", strikeOut(lastId(closed.events, "SchemeClosed")))
    expect(struck.events.at(-1)).toMatchObject({ type: "SchemeStepVoided", on: "2014-06-02" })
    expect(schemeAfter(struck.events)).toEqual(schemeAfter(running.events))
    const before = given(closed.events).on("2014-06-03").when(strikeOut(activated)).isRefusedWhile("Closed")
    expect(saidBy(before.decision)).toBe("That is not the last step of the scheme")
  })
})

describe("steps follow one another in time", () => {
  const running = prepared.on("2014-03-03", pilot("2014-03-03"))
  const paused = running.on("2014-03-10", pause("2014-03-10"))

  it.each([
    ["a pilot and its scheme", prepared, pilot, "2014-02-26"],
    ["an activation and its pilot", running, activate, "2014-03-03"],
    ["a pause and its pilot", running, pause, "2014-03-03"],
    ["a resumption and its pause", paused, resume, "2014-03-10"],
    ["an end and the pause before it", paused, close, "2014-03-10"]
  ])("%s", (_, before, make, earliest) => {
    const early = given(before.events).on("2014-03-20").when(make(addDays(date(earliest), -1)))
    expect(early.decision.judged.find((one) => one.rule === "RECORD-2"))
      .toMatchObject({ held: false, earliest, facts: { notBefore: earliest } })
    const inTime = given(before.events).on("2014-03-20").when(make(earliest))
    expect(inTime.decision.judged.find((one) => one.rule === "RECORD-2")?.held).toBe(true)
  })
})

describe("at the wrong moment", () => {
  const pay = (on: string, pencePerWeek: number) =>
    PublishPayBands.make({ scheme, bands: [{ band: 2, pencePerWeek }], decidedBy: kay, on: date(on) })
  const paid = prepared.on("2014-02-28", pay("2014-02-28", 750))
  const states = {
    Unknown: story().on("2014-02-26", employ(kay, "2013-01-14"), employ(lee, "2013-01-14")),
    Proposed: paid,
    Pilot: paid.on("2014-03-03", pilot("2014-03-03")),
    Active: paid.on("2014-03-03", activate("2014-03-03")),
    Paused: paid.on("2014-03-03", pilot("2014-03-03"), pause("2014-03-03")),
    Closed: paid.on("2014-03-03", close("2014-03-03"))
  }
  type State = keyof typeof states
  const expected = (state: State) =>
    state === "Unknown"
      ? "There is no such scheme"
      : state === "Proposed"
      ? "The scheme is already proposed since 12:00 on 26 February 2014"
      : `The scheme is already ${state.toLowerCase()} since 12:00 on 3 March 2014`
  const first: Readonly<Record<string, string>> = {
    "PauseScheme while Proposed": "The scheme is proposed since 12:00 on 26 February 2014. First start its pilot",
    "ActivateScheme while Paused": "The scheme is paused since 12:00 on 3 March 2014. First resume it"
  }
  const day = "2014-03-10"
  const eligible = (on: string) =>
    DecideEligibilityCriteria.make({
      scheme,
      roleProfile: profile,
      criteria: ["STABLE"],
      gap: "REFUSES",
      decidedBy: kay,
      on: date(on)
    })
  const commandsFor = (events: ReadonlyArray<Happened>): ReadonlyArray<Given> => [
    ...[propose, design, publishAnew, correctProfile, limit, leadLeaves, pilot, activate, pause, resume, close].map(
      (make) => make(day)
    ),
    lead(day, lee),
    correctLimit(lastId(events, "SchemePolicyDecided"), 3, day),
    eligible(day),
    pay(day, 800),
    ReviewPayBands.make({ scheme, decidedBy: kay, on: date(day) }),
    StrikeOutPayEntry.make({ scheme, entry: schemeAfter(events).pay.at(-1)?.event ?? nothing, reason: "Wrong" }),
    correctStep(schemeAfter(events).steps.at(-1)?.event ?? nothing, day),
    strikeOut(schemeAfter(events).steps.at(-1)?.event ?? nothing),
    strikeLead(schemeAfter(events).leadEntries.at(-1)?.event ?? nothing)
  ]
  const cases = (Object.keys(states) as ReadonlyArray<State>).flatMap((state) =>
    commandsFor(states[state].events).map((command) => ({ state, command }))
  )

  it.each(cases)("$command._tag while $state", ({ command, state }) => {
    const outcome = given(states[state].events).on("2014-03-24").when(command)
    if (schemeSteps[state].includes(command._tag)) {
      outcome.isAccepted()
      return
    }
    const { decision } = outcome.isRefusedWhile(state)
    const says = first[`${command._tag} while ${state}`] ?? expected(state)
    expect(decision._tag === "Refused" && decision.moment)
      .toMatchObject({ life: "scheme", possible: schemeSteps[state], says })
  })

  it("every command of the life is tried", () => {
    const tried = new Set(commandsFor(prepared.events).map((command) => command._tag))
    expect(tried).toEqual(new Set(Object.values(schemeSteps).flat()))
  })
})

describe("over histories of any commands", () => {
  const last = date("2014-04-30")
  const day = fc.nat(40).map((count) => addDays(date("2014-02-27"), count))
  const recorded = fc.nat(40).map((position) => `00000000-0000-8000-8000-${position.toString(16).padStart(12, "0")}`)
  const steps = fc.constantFrom(pilot, activate, pause, resume, close, leadLeaves, publish, design, correctProfile)
  const commands: fc.Arbitrary<Given> = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(steps, day).map(([make, on]) => make(on)) },
    fc.tuple(day, fc.constantFrom(kay, lee)).map(([on, who]) => lead(on, who)),
    fc.tuple(day, fc.constantFrom(...limitNames), fc.nat(30), day).map(([on, name, value, from]) =>
      limit(on, name, value, from)
    ),
    fc.tuple(recorded, fc.nat(30), day).map(([which, value, from]) => correctLimit(which, value, from)),
    fc.tuple(recorded, day).map(([which, on]) => correctStep(which, on)),
    recorded.map(strikeOut),
    recorded.map(strikeLead)
  )
  const histories = fc.tuple(fc.constantFrom(proposed, prepared), fc.array(commands, { maxLength: 14 }))
    .map(([start, tries]) =>
      tries.reduce<ReadonlyArray<Happened>>(
        (events, command) => decide(command, events, { today: last }).events,
        start.events
      )
    )
  const own = (events: ReadonlyArray<Happened>) => events.filter((event) => event.stream === `scheme-${scheme}`)
  /** What may be said again has a second effect: another version, another text, another decision. */
  const sayable = ["PublishRoleProfile", "CorrectRoleProfile", "WriteSchemeDesign", "DecideSchemePolicy"]

  it("the laws of every life hold", () => {
    fc.assert(fc.property(histories, fc.array(commands, { maxLength: 4 }), (events, more) => {
      laws.replay(Scheme, scheme, events)
      laws.stored(events)
      laws.deciding(events, more, last)
      for (const command of more) if (!sayable.includes(command._tag)) laws.repeating(events, command, last)
    }))
  })

  it("the limit in force is found by going through every decision", () => {
    fc.assert(fc.property(histories, fc.constantFrom(...limitNames), day, (events, name, on) => {
      const { policy } = schemeAfter(events)
      let from: LocalDate | null = null
      let value: number | null = name === "shadowingDays" ? 14 : null
      for (const one of policy) {
        if (one.limit === name && one.from <= on && (from === null || one.from >= from)) ({ from, value } = one)
      }
      expect(limitOn(schemeAfter(events), name, on)).toBe(value)
      expect(unsetLimits(schemeAfter(events), on).includes(name))
        .toBe(value === null && !askedForWhenNeeded.includes(name))
    }))
  })

  it("a scheme runs only with a lead, a design, a role profile and every limit; steps and leads keep their order", () => {
    fc.assert(fc.property(histories, (events) => {
      const known = schemeAfter(events)
      const begun = events.filter((event) =>
        ["SchemePilotStarted", "SchemeActivated", "SchemeResumed"].includes(event.type)
      )
      for (const event of begun) {
        const before = schemeAfter(events.slice(0, event.position - 1))
        expect([unsetLimits(before, event.on), hasTrainingLead(before, event.on), before.design !== null])
          .toEqual([[], true, true])
        expect(before.roleProfiles.length).toBeGreaterThan(0)
      }
      expect(known.steps.map((step) => step.on)).toEqual(known.steps.map((step) => step.on).sort())
      const leads = known.trainingLeads.flatMap(({ from, until }) => until === null ? [from] : [from, until])
      expect(leads).toEqual([...leads].sort())
    }))
  })

  it("the view folds even what could never happen", () => {
    fc.assert(fc.property(histories, fc.array(fc.nat(40), { maxLength: 20 }), (events, picks) => {
      laws.total(Scheme, scheme, picks.flatMap((pick) => own(events).slice(pick, pick + 1)))
    }))
  })
})
