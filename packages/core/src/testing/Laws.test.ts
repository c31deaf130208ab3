/**
 * The laws that every life obeys, over histories of any commands in a small prison: and each law fails where it is broken.
 *
 * A history is played from numbers: which command, on which day, about whom. Nothing is generated that a person could not
 * have given; what the law refuses leaves the history as it was.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import {
  CorrectAppointmentEnd,
  CorrectAppointmentStart,
  EndAppointment,
  PlanAppointmentEnd,
  ReopenAppointment,
  StrikeOutAppointmentEntry,
  VoidAppointment
} from "../appointment/AppointmentEnd.ts"
import { ApplyForAppointment } from "../appointment/AppointmentEntry.ts"
import { entryEvents } from "../appointment/AppointmentEvents.ts"
import { AppointmentsOf } from "../appointment/AppointmentsOf.ts"
import { appointmentSteps } from "../appointment/appointmentSteps.ts"
import { BindAppointmentToUnit } from "../appointment/BindingToUnit.ts"
import { ConsiderEligibility } from "../appointment/Eligible.ts"
import { CheckLegalStatus } from "../appointment/LegalStatusCheck.ts"
import { RecordSecurityClearance } from "../appointment/Preparation.ts"
import { RecordRefresher } from "../appointment/Refresher.ts"
import { DeclineAppointment } from "../appointment/Selection.ts"
import { DeclareSelectionInterest, RecordSelectionAdvice } from "../appointment/SelectionAdvice.ts"
import {
  CancelAppointmentSuspension,
  ChangeAppointmentSupervisor,
  LiftAppointmentRestriction,
  ReinstateAppointment,
  RestrictAppointment,
  SuspendAppointment
} from "../appointment/Suspension.ts"
import { RecordTaskTakenOver, RefuseTask } from "../appointment/TaskRefusal.ts"
import { tenureEvents } from "../appointment/TenureEvents.ts"
import { CorrectAppointmentPerson } from "../appointment/WhoseAppointment.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { addDays, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { matches } from "../language/Query.ts"
import { view } from "../language/View.ts"
import type { View } from "../language/View.ts"
import { decide } from "../OverEvents.ts"
import { Person } from "../person/Person.ts"
import {
  RecordReadmission,
  RecordRelease,
  RecordReturn,
  RecordTemporaryDeparture,
  RecordTransfer
} from "../person/PersonMovements.ts"
import { CorrectRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { Scheme, SchemesAt } from "../scheme/Scheme.ts"
import { DecideEligibilityCriteria } from "../scheme/SchemeEligibility.ts"
import { carriedDays, daysUntil } from "../shadowing/countedDays.ts"
import { DecideEarlierShadowing } from "../shadowing/EarlierDays.ts"
import { Shadowing, ShadowingsFor, ShadowingsWith } from "../shadowing/Shadowing.ts"
import {
  CorrectShadowingPause,
  CorrectShadowingPerson,
  CorrectShadowingStart,
  CorrectShadowMentor,
  CorrectShadowMentorReplacement,
  VoidShadowingPause
} from "../shadowing/ShadowingCorrections.ts"
import { PauseShadowing, RecordShadowingInterruption, ResumeShadowing } from "../shadowing/ShadowingCourse.ts"
import {
  CancelShadowing,
  EndShadowingNotAchieved,
  RecordShadowingTransferOut,
  ReopenShadowing,
  SignOffShadowing,
  UpholdShadowingSignOff,
  WithdrawShadowingSignOff
} from "../shadowing/ShadowingEnd.ts"
import { shadowingEvents } from "../shadowing/ShadowingEvents.ts"
import { ReplaceShadowMentor } from "../shadowing/ShadowingStart.ts"
import { shadowingSteps } from "../shadowing/shadowingSteps.ts"
import { Staff } from "../staff/Staff.ts"
import { RegisterStaff, RenameStaff } from "../staff/StaffRegistration.ts"
import { given, laws, story } from "../testing.ts"
import {
  acknowledge,
  activate,
  another,
  assess,
  begin,
  coordinator,
  experienced,
  kay,
  lee,
  legacy,
  max,
  maxsRole,
  mo,
  mosRole,
  opened,
  placementIn,
  plan,
  propose,
  ready,
  regularise,
  running,
  scheme,
  select,
  shadowing,
  start,
  stateIn,
  supportWorker,
  train,
  trained,
  wes,
  wessRole,
  will,
  willsRole,
  ZZA,
  ZZI
} from "./SmallPrison.ts"
import { withoutTheWorld } from "./WithoutTheWorld.ts"

const reason = "It turned out so"
const people = [will, wes, max, mo]
const appointments = [willsRole, wessRole, maxsRole, mosRole]
const shadowings = [shadowing, another]

/** What a command may be about, picked by numbers. */
interface Picks {
  readonly person: string
  readonly other: string
  /** Mostly somebody who may be shadowed. */
  readonly mentor: string
  readonly appointment: string
  readonly shadowing: string
  /** The event of the history that a correction points at. */
  readonly entry: string
  readonly suspension: string
  readonly refusal: string
  readonly pause: string
  readonly replacement: string
  /** The day on which it is said to have happened, and one some days later. */
  readonly on: LocalDate
  readonly until: LocalDate
}

type Command = (picks: Picks) => Given

const onTheWay: ReadonlyArray<Command> = [
  ({ appointment, on, person }) => propose(appointment, person, on),
  ({ appointment, on, person }) =>
    ApplyForAppointment.make({ appointment, person, scheme, roleProfile: supportWorker, source: "NOTICE", on }),
  ({ appointment, person }) => legacy(appointment, person),
  ({ appointment, on }) => begin(appointment, on),
  ({ appointment, on }) => assess(appointment, on, "2017-06-30"),
  ({ appointment, on }) => RecordSecurityClearance.make({ appointment, outcome: "CLEARED", on }),
  ({ appointment, on }) => acknowledge(appointment, on),
  ({ appointment, on }) => BindAppointmentToUnit.make({ appointment, unit: "B_WING", on }),
  ({ appointment, on }) => ConsiderEligibility.make({ appointment, met: ["STABLE"], notMet: [], on }),
  ({ appointment, mentor, on }) =>
    DeclareSelectionInterest.make({ appointment, adviser: mentor, interest: "NONE", on }),
  ({ appointment, mentor, on }) => RecordSelectionAdvice.make({ appointment, adviser: mentor, advice: "FOR", on }),
  ({ appointment, on }) => CheckLegalStatus.make({ appointment, meets: true, on }),
  ({ appointment, on }) => select(appointment, on),
  ({ appointment, on }) => DeclineAppointment.make({ appointment, reason: "NO_PLACE", on }),
  ({ appointment, on }) => train(appointment, on),
  ({ appointment, on }) => RecordRefresher.make({ appointment, evidence: "ATTESTED", decidedBy: kay, on }),
  ({ appointment, on }) => activate(appointment, on),
  ({ appointment, on }) => regularise(appointment, on)
]

const inTheRole: ReadonlyArray<Command> = [
  ({ appointment, on, until }) =>
    SuspendAppointment.make({ appointment, from: on, until, reviewBy: until, paid: true, reason: "SEGREGATION" }),
  ({ appointment, until }) =>
    SuspendAppointment.make({ appointment, from: until, reviewBy: until, paid: true, reason: "WELLBEING_RESPITE" }),
  ({ appointment, on, suspension }) => CancelAppointmentSuspension.make({ appointment, suspension, on }),
  ({ appointment, on }) => ReinstateAppointment.make({ appointment, on }),
  ({ appointment, on, until }) =>
    RestrictAppointment.make({ appointment, tasks: ["BEFRIENDING"], areas: [], from: on, until, reason }),
  ({ appointment, on }) => RefuseTask.make({ appointment, task: "TOILETING", owner: lee, request: reason, on }),
  ({ appointment, on, refusal }) =>
    RecordTaskTakenOver.make({ appointment, refusal, answer: "NOT_NEEDED", takenOverBy: lee, on }),
  ({ appointment, on }) => LiftAppointmentRestriction.make({ appointment, on }),
  ({ appointment, on }) => ChangeAppointmentSupervisor.make({ appointment, supervisor: kay, on }),
  ({ appointment, on }) => ChangeAppointmentSupervisor.make({ appointment, supervisor: lee, on }),
  ({ appointment, on, until }) => PlanAppointmentEnd.make({ appointment, endsOn: until, reason: "COMPLETED_TERM", on }),
  ({ appointment, on }) => EndAppointment.make({ appointment, reason: "OWN_REQUEST", on }),
  ({ appointment, on }) => VoidAppointment.make({ appointment, agreedBy: lee, reason, on }),
  ({ appointment, entry }) => StrikeOutAppointmentEntry.make({ appointment, entry, reason }),
  ({ appointment, person }) => CorrectAppointmentPerson.make({ appointment, person, reason }),
  ({ appointment, on }) => CorrectAppointmentStart.make({ appointment, from: on, reason }),
  ({ appointment, on }) => CorrectAppointmentEnd.make({ appointment, endedOn: on, reason }),
  ({ appointment, on }) => ReopenAppointment.make({ appointment, on, reason })
]

const beside: ReadonlyArray<Command> = [
  ({ appointment, mentor, on, shadowing: of, until }) => plan(until, mentor, on, appointment, of),
  ({ on, shadowing: of }) => start(on, of),
  ({ on, shadowing: of }) => PauseShadowing.make({ shadowing: of, from: on, reason: "REGIME" }),
  ({ on, shadowing: of }) => ResumeShadowing.make({ shadowing: of, on }),
  ({ on, shadowing: of, until }) =>
    RecordShadowingInterruption.make({ shadowing: of, from: on, until, reason: "COURT" }),
  ({ mentor, on, shadowing: of }) => ReplaceShadowMentor.make({ shadowing: of, mentor, on, reason }),
  ({ on, shadowing: of }) =>
    DecideEarlierShadowing.make({
      shadowing: of,
      earlier: of === shadowing ? another : shadowing,
      outcome: "COUNT",
      decidedBy: kay,
      on,
      reason
    }),
  ({ on, shadowing: of }) => SignOffShadowing.make({ shadowing: of, on }),
  ({ on, shadowing: of }) => EndShadowingNotAchieved.make({ shadowing: of, on, reason }),
  ({ on, shadowing: of }) => CancelShadowing.make({ shadowing: of, on, reason }),
  ({ on, shadowing: of }) => RecordShadowingTransferOut.make({ shadowing: of, on }),
  ({ on, shadowing: of }) => UpholdShadowingSignOff.make({ shadowing: of, on, reason }),
  ({ on, shadowing: of }) => WithdrawShadowingSignOff.make({ shadowing: of, on, reason }),
  ({ on, shadowing: of }) => ReopenShadowing.make({ shadowing: of, on, reason }),
  ({ on, shadowing: of }) => CorrectShadowingStart.make({ shadowing: of, startedOn: on, reason }),
  ({ other, person, shadowing: of }) =>
    CorrectShadowMentor.make({ shadowing: of, recordedMentor: person, mentor: other, reason }),
  ({ on, replacement, shadowing: of }) =>
    CorrectShadowMentorReplacement.make({ shadowing: of, replacement, replacedOn: on, reason }),
  ({ appointment, shadowing: of }) => CorrectShadowingPerson.make({ shadowing: of, appointment, reason }),
  ({ on, pause, shadowing: of, until }) =>
    CorrectShadowingPause.make({ shadowing: of, pause, from: on, until, reason }),
  ({ on, pause, shadowing: of }) => CorrectShadowingPause.make({ shadowing: of, pause, from: on, reason }),
  ({ pause, shadowing: of }) => VoidShadowingPause.make({ shadowing: of, pause, reason })
]

const elsewhere: ReadonlyArray<Command> = [
  ({ on, person }) => RecordTemporaryDeparture.make({ person, reason: "COURT", on }),
  ({ on, person }) => RecordReturn.make({ person, on }),
  ({ on, person }) => RecordTransfer.make({ person, establishment: ZZA, on }),
  ({ on, person }) => RecordTransfer.make({ person, establishment: ZZI, on }),
  ({ on, person }) => RecordRelease.make({ person, reason: "RELEASED", on }),
  ({ on, person }) => RecordReadmission.make({ person, establishment: ZZI, on })
]

const commands = [...onTheWay, ...inTheRole, ...beside, ...elsewhere]

/** What leads on, and what needs something to point at, is picked more often than what ends: so histories go far. */
const leadingOn = [
  "CancelAppointmentSuspension",
  "RecordTaskTakenOver",
  "RecordShadowingInterruption",
  "CorrectShadowingPause",
  "VoidShadowingPause",
  "CorrectShadowMentor",
  "CorrectShadowMentorReplacement",
  "CorrectShadowingPerson",
  "RecordSelectionAdvice",
  "SelectForAppointment",
  "ActivateAppointment",
  "RegulariseLegacyWorker",
  "LiftAppointmentRestriction",
  "CorrectAppointmentStart",
  "PlanShadowing",
  "StartShadowing",
  "ResumeShadowing",
  "ReplaceShadowMentor",
  "DecideEarlierShadowing",
  "SignOffShadowing"
]

/** Where histories begin: early, in the middle and late, so that deep states are reached. */
const beginnings = [
  { events: opened.events, today: date("2016-01-04") },
  { events: opened.on("2015-10-05", legacy(willsRole, will)).events, today: date("2015-11-16") },
  {
    events: opened.on("2015-10-05", legacy(willsRole, will))
      .on("2015-11-06", acknowledge(willsRole, "2015-11-02"), train(willsRole, "2015-11-06")).events,
    today: date("2015-11-09")
  },
  {
    events: opened.on("2015-11-09", ...experienced(maxsRole, max)).on(
      "2016-02-10",
      propose(willsRole, will, "2016-02-01"),
      begin(willsRole, "2016-02-02"),
      assess(willsRole, "2016-02-08"),
      DeclareSelectionInterest.make({
        appointment: willsRole,
        adviser: max,
        interest: "NONE",
        on: date("2016-02-08")
      }),
      DecideEligibilityCriteria.make({
        scheme,
        roleProfile: supportWorker,
        criteria: ["STABLE"],
        gap: "REFUSES",
        decidedBy: kay,
        on: date("2016-02-08")
      })
    ).events,
    today: date("2016-02-10")
  },
  { events: ready.events, today: date("2016-03-16") },
  { events: ready.on("2016-03-15", plan("2016-03-21")).events, today: date("2016-03-21") },
  { events: running.events, today: date("2016-03-28") },
  { events: running.on("2016-03-22", ...trained(wessRole, wes)).events, today: date("2016-04-05") },
  {
    events:
      ready.on("2016-03-16", plan("2016-03-16", max, "2016-03-16", willsRole, another), start("2016-03-16", another))
        .on(
          "2016-03-24",
          RecordShadowingTransferOut.make({ shadowing: another, on: date("2016-03-24") }),
          plan("2016-03-24", max, "2016-03-24")
        ).events,
    today: date("2016-03-24")
  },
  {
    events: running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") })).events,
    today: date("2016-04-05")
  },
  {
    events: running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
      .on("2016-04-04", activate(willsRole, "2016-04-04")).events,
    today: date("2016-05-02")
  },
  { events: opened.on("2015-11-09", ...experienced(maxsRole, max)).events, today: date("2016-01-04") },
  {
    events: opened.on("2015-11-09", ...experienced(willsRole, will)).on(
      "2016-01-04",
      CorrectRoleProfile.make({
        scheme,
        roleProfile: supportWorker,
        version: 1,
        tasks: ["BEFRIENDING"],
        confidentiality: "BOUNDED",
        pay: "VOLUNTEER",
        asksForShadowing: true,
        asksForClearance: false,
        inCommunity: false,
        legalStatuses: ["SENTENCED"],
        on: date("2015-10-01"),
        reason
      }),
      RestrictAppointment.make({
        appointment: willsRole,
        tasks: ["BEFRIENDING"],
        areas: [],
        from: date("2016-01-04"),
        reason
      })
    ).events,
    today: date("2016-01-05")
  }
]

const small = fc.nat(3)
const move = fc.record({
  command: fc.nat(1000),
  person: small,
  other: small,
  // Mostly of Will, so that one appointment and one shadowing have many things happen to them
  appointment: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: small }),
  shadowing: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constant(1) }),
  entry: fc.nat(100),
  // Sometimes whatever it is, also what cannot be at the moment
  blind: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  ago: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(16) }),
  lasting: fc.integer({ min: -1, max: 14 }),
  later: fc.oneof({ weight: 3, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.nat(20) })
})
type Move = typeof move extends fc.Arbitrary<infer A> ? A : never

/** What entries can be struck out, suspensions cancelled, pauses and replacements corrected. */
const pauses = ["ShadowingPaused", "ShadowingInterrupted"]
const replacements = ["ShadowMentorReplaced"]
const suspensions = ["AppointmentSuspended"]
const refusals = ["AppointmentTaskRefused"]
const entries = [
  ...suspensions,
  "AppointmentRestricted",
  "AppointmentTrainingRecorded",
  "RiskAssessmentRecorded",
  "AppointmentEndPlanned"
]

const pick = <A>(list: ReadonlyArray<A>, at: number, none: A): A => list[at % Math.max(1, list.length)] ?? none

const anyPicks: Picks = {
  person: will,
  other: wes,
  mentor: max,
  appointment: willsRole,
  shadowing,
  entry: kay,
  suspension: kay,
  refusal: kay,
  pause: kay,
  replacement: kay,
  on: date("2016-01-04"),
  until: date("2016-01-05")
}

/** The commands with their names, and whether they are about a life whose state says what is possible. */
const named = commands.flatMap((make) => {
  const command = make(anyPicks)
  const about = ["appointment", "shadowing"].find((life) => life in command) ?? null
  const one = { make, name: command._tag, about }
  return leadingOn.includes(one.name) ? [one, one, one, one] : [one]
})

const anything = { make: ({ on, shadowing: of }: Picks): Given => start(on, of) }

interface World {
  readonly events: ReadonlyArray<Happened>
  readonly today: LocalDate
}

/** What a move is about, and among the commands that are possible for it the one that it picks. */
const commandOf = (chosen: Move, { events, today }: World, attempt: number): Given => {
  const on = addDays(today, -chosen.ago)
  const oneOf = (types: ReadonlyArray<string>): string =>
    pick(events.filter((event) => types.includes(event.type)).map((event) => event.id), chosen.entry, kay)
  const picks: Picks = {
    person: pick(people, chosen.person + attempt, will),
    other: pick(people, chosen.other, will),
    mentor: pick([max, mo, max, will], chosen.other + attempt, max),
    appointment: pick(appointments, chosen.appointment, willsRole),
    shadowing: pick(shadowings, chosen.shadowing, shadowing),
    entry: oneOf(entries),
    suspension: oneOf(suspensions),
    refusal: oneOf(refusals),
    pause: oneOf(pauses),
    replacement: oneOf(replacements),
    on,
    until: addDays(on, chosen.lasting)
  }
  const possible = [
    ...appointmentSteps[stateIn(Appointment, picks.appointment, events).step],
    ...shadowingSteps[stateIn(Shadowing, picks.shadowing, events).status]
  ]
  const sensible = named.filter(({ about, name }) => about === null || possible.includes(name))
  const { make } = pick(chosen.blind ? named : sensible, chosen.command + attempt * 7, anything)
  return make(picks)
}

interface Accepted {
  readonly command: Given
  readonly before: ReadonlyArray<Happened>
  readonly after: ReadonlyArray<Happened>
  readonly on: LocalDate
}

interface Played extends World {
  readonly accepted: ReadonlyArray<Accepted>
  readonly refused: ReadonlyArray<Accepted>
}

/** The first of a few commands that is accepted happens; so most moves have an effect. */
const played = (before: Played, chosen: Move): Played => {
  const { events } = before
  const today = addDays(before.today, chosen.later)
  let refused = before.refused
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const command = commandOf(chosen, { events, today }, attempt)
    const { decision, events: after } = decide(command, events, { today, actor: coordinator })
    const tried = { command, before: events, after, on: today }
    if (decision._tag === "Accepted") return { events: after, today, accepted: [...before.accepted, tried], refused }
    refused = [...refused, tried]
  }
  return { ...before, today, refused }
}

const known = new Map<string, Played>()

/** The same moves lead to the same history, which is played once for all the laws. */
const play = ([beginning, moves]: readonly [number, ReadonlyArray<Move>]): Played => {
  const key = JSON.stringify([beginning, moves])
  const before = known.get(key)
  if (before !== undefined) return before
  const first = pick(beginnings, beginning, { events: opened.events, today: date("2016-01-04") })
  const after = moves.reduce<Played>(played, { ...first, accepted: [], refused: [] })
  known.set(key, after)
  return after
}

const histories = fc.tuple(fc.nat(beginnings.length - 1), fc.array(move, { minLength: 10, maxLength: 40 }))

/** Every view of the law, with the ids under which it is read here. */
const views: ReadonlyArray<readonly [View<unknown>, ReadonlyArray<string>]> = [
  [Shadowing, shadowings],
  [ShadowingsWith, people],
  [ShadowingsFor, appointments],
  [Appointment, appointments],
  [AppointmentsOf, people],
  [Person, people],
  [Staff, [kay, lee]],
  [Scheme, [scheme]],
  [SchemesAt, [ZZI]]
]

/**
 * Every law is asked of the same histories, and on every machine: what turns red is then the change that was made. The
 * slow suite asks the same of as many more, which it draws anew each time (`Laws.slow.test.ts`).
 */
const seed = Number(process.env["PEERWORK_LAWS_SEED"] ?? 20_160_404)
const times = Number(process.env["PEERWORK_LAWS_TIMES"] ?? 1)

const over = (runs: number, holds: (history: Played) => void): void =>
  fc.assert(fc.property(histories, (history) => holds(play(history))), { numRuns: runs * times, seed })

/** Views the states of one id after each event that concerns it. */
const statesOf = <State>(view: View<State>, of: string, events: ReadonlyArray<Happened>): ReadonlyArray<State> => {
  const states: Array<State> = [view.initial]
  for (const event of events.filter((one) => matches(view.query(of), one))) {
    states.push(view.evolve(states.at(-1) ?? view.initial, event, of))
  }
  return states
}

/** Which states may follow a closed one: by being reopened, and by nothing else. */
const afterEnd: Readonly<Record<string, ReadonlyArray<string>>> = {
  NotAchieved: ["Planned", "Running", "Paused"],
  Cancelled: ["Planned", "Running", "Paused"],
  TransferredOut: ["Planned", "Running", "Paused"]
}

describe("over histories of any commands", () => {
  it("whoever generates them reaches every kind of event", () => {
    // Only two records of one person lead to a duplicate: see the merges
    const types = [...entryEvents, ...tenureEvents, ...shadowingEvents].map((type) => type.type)
      .filter((type) => type !== "AppointmentEndedAsDuplicate")
    const samples = fc.sample(histories, { numRuns: 400 * times, seed }).map(play)
    const reached = new Set(samples.flatMap(({ accepted }) => accepted.map(({ after }) => after.at(-1)?.type)))
    expect(types.filter((type) => !reached.has(type))).toEqual([])
  }, 60_000 * times)

  it("replaying gives the live state, wherever it is cut", () => {
    over(100, ({ events }) => {
      for (const [view, ids] of views) for (const one of ids) laws.replay(view, one, events)
    })
  })

  it("every event reads back from its stored form", () => {
    over(100, ({ events }) => laws.stored(events))
  })

  it("deciding is a function, and leaves its input as it was", () => {
    over(60, ({ accepted, refused }) => {
      for (const { before, command, on } of [...accepted, ...refused].slice(-6)) laws.deciding(before, [command], on)
    })
  })

  it("a refusal changes nothing, and a command that was accepted has no second effect", () => {
    over(100, ({ accepted, refused }) => {
      for (const { before, command, on } of [...accepted, ...refused.slice(-5)]) laws.repeating(before, command, on)
    })
  })

  it("views fold any events at all, in any order, and never throw", () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat(1000)), (history, picks) => {
        const { events } = play(history)
        const some = [...picks.take(40)].map((at) => pick(events, at, undefined)).filter((one) => one !== undefined)
        for (const [view, ids] of views) for (const one of ids) laws.total(view, one, some)
      }),
      { numRuns: 40 * times, seed }
    )
  })

  it("an end is left only by being reopened, and what is voided stays so", () => {
    over(100, ({ events }) => {
      for (const of of appointments) {
        const steps = statesOf(Appointment, of, events).map((state) => state.step)
        steps.forEach((step, index) => {
          const next = steps[index + 1] ?? step
          if (step === "Voided") expect(next).toBe("Voided")
          const isReopened = events.some((event) =>
            event.type === "AppointmentReopened" && event.stream === `appointment-${of}`
          )
          if ((step === "Ended" || step === "NotSelected") && !isReopened) expect([step, "Voided"]).toContain(next)
        })
      }
      for (const of of shadowings) {
        const states = statesOf(Shadowing, of, events).map((state) => state.status)
        states.forEach((status, index) => {
          const next = states[index + 1] ?? status
          const allowed = afterEnd[status]
          if (allowed !== undefined) expect([status, ...allowed]).toContain(next)
        })
      }
    })
  })

  it("nobody holds two open appointments in a role, whatever is corrected", () => {
    over(100, ({ accepted }) => {
      for (const { after } of accepted) {
        const open = appointments.map((of) => stateIn(Appointment, of, after))
          .filter(({ step }) => !["Unknown", "Ended", "NotSelected", "Voided"].includes(step))
        expect(new Set(open.map((one) => one.person)).size).toBe(open.length)
      }
    })
  })

  it("nothing is signed off before two weeks of days that count, here or before a transfer, each with a mentor who may work", () => {
    over(150, ({ accepted }) => {
      for (const { after, before, command } of accepted.filter((one) => one.command._tag === "SignOffShadowing")) {
        const of = String(after.at(-1)?.stream.slice("shadowing-".length))
        const { onTheDay, shadowing: state } = placementIn(before, of)
        const on = after.at(-1)?.on ?? date("1900-01-01")
        const days = daysUntil(state, onTheDay, on).filter((day) => day.without === null)
        expect(carriedDays(state, onTheDay) + days.length).toBeGreaterThanOrEqual(14)
        expect(days.every(({ day, mentor }) => onTheDay.mentorMayWork(mentor, day))).toBe(true)
        expect(command._tag).toBe("SignOffShadowing")
      }
    })
  })
})

describe("a decision", () => {
  it("asks no clock, no dice and no machine: everything is decided without them, and the same", () => {
    over(60, ({ accepted, refused }) => {
      for (const { after, before, command, on } of [...accepted, ...refused.slice(-5)]) {
        const again = withoutTheWorld(() => decide(command, before, { today: on, actor: coordinator }).events)
        expect(again).toEqual(after)
      }
    })
  })

  it.each<readonly [string, () => unknown]>([
    ["the clock", () => Date.now()],
    ["a date", () => new Date()],
    ["dice", () => Math.random()],
    ["other dice", () => crypto.randomUUID()],
    ["the machine", () => process.env],
    ["the time that passed", () => performance.now()],
    ["the network", () => fetch("http://localhost")],
    ["a while", () => setTimeout(() => {}, 0)]
  ])("would be found out if it asked for %s", (_, ask) => {
    expect(() => withoutTheWorld(ask)).toThrow()
    expect([typeof Date.now(), typeof Math.random(), typeof performance.now()]).toEqual(["number", "number", "number"])
  })
})

describe("a law", () => {
  const { events } = running
  let folds = 0
  const counting = view("Counting", 0).from({
    of: shadowingEvents,
    by: "stream",
    evolve: Object.fromEntries(shadowingEvents.map((type) => [type.type, (count: number) => count + folds++])) as never
  })
  const forgetful = view("Forgetful", { seen: 0 }).from({
    of: shadowingEvents,
    by: "stream",
    evolve: Object.fromEntries(
      shadowingEvents.map((type) => [type.type, (state: { seen: number }, { type: its }: Happened) => {
        if (its === "ShadowingStarted" && state.seen === 0) throw new Error("Nothing was planned")
        return { seen: state.seen + 1 }
      }])
    ) as never
  })

  it("finds a view that folds the same events to different states", () => {
    expect(() => laws.replay(counting, shadowing, events)).toThrow("Counting folds the same events to different states")
  })

  it("finds a view that cannot fold what could never happen", () => {
    const started = events.filter((event) => event.type === "ShadowingStarted")
    expect(() => laws.total(forgetful, shadowing, started)).toThrow(
      `Forgetful of ${shadowing} could not fold ShadowingStarted at position ${started[0]?.position}`
    )
    laws.total(forgetful, shadowing, events.filter((event) => event.stream === `shadowing-${shadowing}`))
  })

  it("finds an event that does not read back", () => {
    const [first, ...rest] = events
    if (first === undefined) throw new Error("Nothing happened")
    const spoilt = [{ ...first, data: { ...first.data, since: "2016" } }, ...rest]
    expect(() => laws.stored(spoilt)).toThrow(`${first.type} does not read back as it was stored`)
    expect(() => laws.stored([{ ...first, type: "Unheard" }])).toThrow("Unheard does not read back as it was stored")
  })

  it("finds a command that has a second effect", () => {
    const name = RenameStaff.make({ staff: kay, name: "Kay Other", on: date("2016-04-01") })
    expect(() => laws.repeating(events, name, date("2016-04-01")))
      .toThrow("RenameStaff has a second effect when it is repeated")
  })

  it("finds a history that a decision changes", () => {
    const unstable = events.map((event) => ({
      ...event,
      toJSON: () => folds++
    }))
    const command = SignOffShadowing.make({ shadowing, on: date("2016-04-04") })
    expect(() => laws.deciding(unstable, [command], date("2016-04-04"))).toThrow("SignOffShadowing changed its input")
  })
})

describe("a sentence of the kit that is false", () => {
  const when = given(running.events).on("2016-04-03").when(SignOffShadowing.make({
    shadowing,
    on: date("2016-04-03")
  }))
  const accepted = given(running.events).on("2016-04-04").when(SignOffShadowing.make({
    shadowing,
    on: date("2016-04-04")
  }))
  const unknown = given([]).on("2016-04-04").when(SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
  const because = "Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016"

  it("says what was expected and what happened instead", () => {
    expect(() => when.isAccepted()).toThrow(
      `SignOffShadowing should be accepted, but it was refused: SHADOW-1: ${because}`
    )
    expect(() => when.isRefusedBy("SHADOW-3")).toThrow(
      `SignOffShadowing should be refused by SHADOW-3, but it was refused: SHADOW-1: ${because}`
    )
    expect(() => when.isRefusedBy("SHADOW-1", "SHADOW-3")).toThrow("should be refused by SHADOW-1, SHADOW-3")
    expect(() => when.isRefusedBy()).toThrow("should be refused by")
    expect(() => when.isRefusedWhile("Running")).toThrow("should be refused while Running")
    expect(() => when.says("SHADOW-1", "Not yet")).toThrow(
      `SignOffShadowing should say of SHADOW-1 "Not yet", not "${because}"`
    )
    expect(() => when.says("SHADOW-2", because)).toThrow(`not "undefined"`)
    expect(() => accepted.isAccepted("ShadowingStarted")).toThrow(
      "SignOffShadowing should lead to ShadowingStarted and led to ShadowingSignedOff, but it was accepted"
    )
    expect(() => accepted.isRefusedBy("SHADOW-1")).toThrow(
      "SignOffShadowing should be refused by SHADOW-1, but it was accepted"
    )
    expect(() => unknown.isRefusedBy("SHADOW-1")).toThrow(
      "SignOffShadowing should be refused by SHADOW-1, but it was refused: There is no such shadowing"
    )
    expect(() => unknown.isRefusedWhile("Planned")).toThrow("should be refused while Planned")
  })

  it("lets one that is true go on", () => {
    expect(when.isRefusedBy("SHADOW-1").says("SHADOW-1", because)).toBe(when)
    expect(accepted.isAccepted().isAccepted("ShadowingSignedOff")).toBe(accepted)
    expect(unknown.isRefusedWhile("Unknown")).toBe(unknown)
  })

  it("ends a story with the day, the command and the reasons", () => {
    expect(() => running.on("2016-04-03", SignOffShadowing.make({ shadowing, on: date("2016-04-03") })))
      .toThrow(`On 2016-04-03, SignOffShadowing was refused: SHADOW-1: ${because}`)
    expect(() => story().on("2016-04-03", start("2016-04-03")))
      .toThrow("On 2016-04-03, StartShadowing was refused: There is no such shadowing")
  })

  it("tells who acted, from then on", () => {
    const told = story().by(coordinator).on(
      "2016-04-03",
      RegisterStaff.make({
        staff: kay,
        name: "Somebody",
        establishment: ZZI,
        on: date("2016-04-03")
      })
    )
    expect(told.events.map((event) => event.actor)).toEqual([coordinator])
    const anonymous = story().on(
      "2016-04-03",
      RegisterStaff.make({
        staff: kay,
        name: "Somebody",
        establishment: ZZI,
        on: date("2016-04-03")
      })
    )
    expect(anonymous.events.map((event) => event.actor.id)).toEqual(["00000000-0000-4000-8000-000000000000"])
  })
})
