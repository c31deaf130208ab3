/**
 * How a scheme runs: it starts as a pilot or at once, may pause and resume, and closes.
 *
 * Whenever it begins to run, the same is asked: every limit decided, a training lead in post, the scheme written down
 * and a role described, each by that day; also where that turns out to have been another day. A step that was recorded
 * wrongly is put right or, if it is the last, struck out.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Occurrence } from "../language/Event.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { beforeWhatFollowed } from "../record/beforeWhatFollowed.ts"
import type { Following } from "../record/beforeWhatFollowed.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { StayBeforeWhatFollowed } from "../record/rules/StayBeforeWhatFollowed.ts"
import { isInPost, Staff } from "../staff/Staff.ts"
import { BegunIn } from "./BegunIn.ts"
import { DecideEveryLimitFirst } from "./rules/DecideEveryLimitFirst.ts"
import { NameATrainingLeadFirst } from "./rules/NameATrainingLeadFirst.ts"
import { PublishARoleProfileFirst } from "./rules/PublishARoleProfileFirst.ts"
import { WriteDownTheSchemeFirst } from "./rules/WriteDownTheSchemeFirst.ts"
import { isRunning, Scheme, trainingLeadOn, unsetLimits } from "./Scheme.ts"
import {
  SchemeActivated,
  SchemeClosed,
  SchemePaused,
  SchemePilotStarted,
  SchemeResumed,
  SchemeStepCorrected,
  SchemeStepVoided
} from "./SchemeEvents.ts"
import { whichScheme } from "./SchemePreparation.ts"
import { notNow, refusedNow } from "./schemeSteps.ts"

const asked = [
  KeepTheOrderOfEvents,
  DecideEveryLimitFirst,
  NameATrainingLeadFirst,
  WriteDownTheSchemeFirst,
  PublishARoleProfileFirst
] as const

const reason = personal(text(1000, true), { subject: "actor", keep: "administration" }, "What is the reason?")
const onWhichDay = (question: string) => open(aPastDate, question, "For example, 27 2 2014.")

type Ready = readonly [
  ReturnType<typeof DecideEveryLimitFirst.asks>,
  ReturnType<typeof NameATrainingLeadFirst.asks>,
  ReturnType<typeof WriteDownTheSchemeFirst.asks>,
  ReturnType<typeof PublishARoleProfileFirst.asks>
]

/** What is asked of a scheme that begins to run on the day. */
function* readyToRun(scheme: Scheme, on: LocalDate): Reading<Ready> {
  const { design, roleProfiles } = scheme
  const lead = trainingLeadOn(scheme, on)
  const held = lead !== null && isInPost(yield* read(Staff, lead), on)
  return [
    DecideEveryLimitFirst.asks({ unset: unsetLimits(scheme, on) }),
    NameATrainingLeadFirst.asks({ held }),
    WriteDownTheSchemeFirst.asks({ written: design !== null && design.since <= on }),
    PublishARoleProfileFirst.asks({ published: roleProfiles.filter((one) => one.publishedOn <= on).length })
  ]
}

/** Of a scheme that does not begin to run with it nothing is asked. */
const nothingToRun: Ready = [
  DecideEveryLimitFirst.asks({ unset: [] }),
  NameATrainingLeadFirst.asks({ held: true }),
  WriteDownTheSchemeFirst.asks({ written: true }),
  PublishARoleProfileFirst.asks({ published: 1 })
]

/** Judges that the scheme begins to run on the day. */
function* begins(
  name: string,
  { on, scheme: id }: { readonly scheme: string; readonly on: LocalDate },
  event: (establishment: EstablishmentCode) => Occurrence
): Reading<Judgement<typeof asked[number]["id"]>> {
  const scheme = yield* read(Scheme, id)
  const { establishment, steps } = scheme
  const refused = refusedNow(scheme, name)
  if (refused !== null || establishment === null) return refused ?? notNow(scheme)
  return judge(
    inOrder([on, steps.at(-1)?.on ?? null]),
    ...yield* readyToRun(scheme, on)
  ).accept(() => [event(establishment)])
}

export const StartSchemePilot = command("scheme", "StartSchemePilot", {
  title: "Start a scheme as a pilot",
  says: "The scheme runs as a pilot from this day",
  fields: { scheme: whichScheme, on: onWhichDay("On which day did the pilot start?") }
})

export const startSchemePilot = decision(StartSchemePilot, asked, function*(command) {
  const { on, scheme: of } = command
  return yield* begins(
    "StartSchemePilot",
    command,
    (establishment) => SchemePilotStarted.make({ of, on, data: { establishment } })
  )
})

export const ActivateScheme = command("scheme", "ActivateScheme", {
  title: "Activate a scheme",
  says: "The scheme runs from this day, after a pilot or without one",
  fields: { scheme: whichScheme, on: onWhichDay("From which day is the scheme active?") }
})

export const activateScheme = decision(ActivateScheme, asked, function*(command) {
  const { on, scheme: of } = command
  return yield* begins(
    "ActivateScheme",
    command,
    (establishment) => SchemeActivated.make({ of, on, data: { establishment } })
  )
})

export const PauseScheme = command("scheme", "PauseScheme", {
  title: "Pause a scheme",
  says: "Nothing new begins in the scheme from this day; appointments stay as they are",
  fields: { scheme: whichScheme, reason, on: onWhichDay("From which day is it paused?") }
})

export const pauseScheme = decision(PauseScheme, [KeepTheOrderOfEvents], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, steps } = scheme
  const refused = refusedNow(scheme, "PauseScheme")
  if (refused !== null || establishment === null) return refused ?? notNow(scheme)
  return judge(inOrder([command.on, steps.at(-1)?.on ?? null])).accept(() => [
    SchemePaused.make({ of: command.scheme, on: command.on, data: { establishment } })
  ])
})

export const ResumeScheme = command("scheme", "ResumeScheme", {
  title: "Resume a scheme",
  says: "The scheme runs again from this day, as a pilot or active, as it did before the pause",
  fields: { scheme: whichScheme, on: onWhichDay("From which day does it run again?") }
})

export const resumeScheme = decision(ResumeScheme, asked, function*(command) {
  const { on, scheme: of } = command
  return yield* begins(
    "ResumeScheme",
    command,
    (establishment) => SchemeResumed.make({ of, on, data: { establishment } })
  )
})

export const CloseScheme = command("scheme", "CloseScheme", {
  title: "Close a scheme",
  says: "The scheme is over from this day",
  fields: { scheme: whichScheme, reason, on: onWhichDay("On which day was it closed?") }
})

export const closeScheme = decision(CloseScheme, [KeepTheOrderOfEvents], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, steps } = scheme
  const refused = refusedNow(scheme, "CloseScheme")
  if (refused !== null || establishment === null) return refused ?? notNow(scheme)
  return judge(inOrder([command.on, steps.at(-1)?.on ?? null])).accept(() => [
    SchemeClosed.make({ of: command.scheme, on: command.on, data: { establishment } })
  ])
})

const whichStep = open(idOf("event"), "Which step?")

export const CorrectSchemeStep = command("scheme", "CorrectSchemeStep", {
  title: "Correct a date of a scheme",
  says: "Puts right the day on which the scheme was proposed, started, paused, resumed or closed",
  fields: { scheme: whichScheme, step: whichStep, on: onWhichDay("On which day was it really?"), reason }
})

/** What began because the scheme ran from this step on; nothing where it ran before, or does not run from it. */
function* begunSince(of: string, { steps }: Scheme, place: number): Reading<ReadonlyArray<Following>> {
  const running = steps.findIndex(({ to }) => isRunning({ status: to }))
  return running === place ? (yield* read(BegunIn, of)).map(({ following }) => following) : []
}

export const correctSchemeStep = decision(CorrectSchemeStep, [...asked, StayBeforeWhatFollowed], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, steps } = scheme
  const refused = refusedNow(scheme, "CorrectSchemeStep")
  if (refused !== null || establishment === null) return refused ?? notNow(scheme)
  const { on, scheme: of, step: corrects } = command
  const place = steps.findIndex((one) => one.event === corrects)
  if (place === -1) return notNow(scheme, "No such step of this scheme counts")
  if (steps[place]?.on === on) return notNow(scheme, "It is recorded like this already")
  const next = steps[place + 1]
  if (next !== undefined && on > next.on) return notNow(scheme, "The step after it was taken before that day")
  const runs = isRunning({ status: steps[place]?.to ?? "Unknown" })
  return judge(
    inOrder([on, steps[place - 1]?.on ?? null]),
    beforeWhatFollowed(on, yield* begunSince(of, scheme, place)),
    ...runs ? yield* readyToRun(scheme, on) : nothingToRun
  ).accept(() => [
    SchemeStepCorrected.make({ of, on, corrects, data: { establishment } })
  ])
})

export const VoidSchemeStep = command("scheme", "VoidSchemeStep", {
  title: "Strike out the last step of a scheme",
  says: "The last step was recorded in error; the scheme is where it was before, and the entry stays visible",
  fields: { scheme: whichScheme, step: whichStep, reason }
})

export const voidSchemeStep = decision(VoidSchemeStep, [], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, steps } = scheme
  const last = steps.at(-1)
  const refused = refusedNow(scheme, "VoidSchemeStep")
  if (refused !== null || establishment === null || last === undefined) return refused ?? notNow(scheme)
  if (last.event !== command.step) return notNow(scheme, "That is not the last step of the scheme")
  return judge().accept(() => [
    SchemeStepVoided.make({ of: command.scheme, on: last.on, corrects: last.event, data: { establishment } })
  ])
})
