/**
 * How people take care of a change of circumstances: they acknowledge it, then act on it or leave it with a reason.
 */
import { standingsOf } from "../appointment/Standing.ts"
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { nonAssociationsOf } from "../nonassociation/Apart.ts"
import { identityOf } from "../person/Identity.ts"
import { lastEstablishment, Person } from "../person/Person.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn, Scheme } from "../scheme/Scheme.ts"
import { changesOf, Circumstance, circumstanceSteps, isNew, touches } from "./Circumstance.ts"
import type { CircumstanceChange } from "./Circumstance.ts"
import {
  CircumstanceAcknowledged,
  CircumstanceActedOn,
  CircumstanceLeft,
  CircumstanceReopened
} from "./CircumstanceEvents.ts"
import { LookAtChangesInTime } from "./rules/LookAtChangesInTime.ts"

const which = tagged("circumstance", idOf("circumstance"), "Which change?")
const administration = { subject: "person", keep: "administration" } as const
const on = open(aPastDate, "On which day?", "For example, 27 3 2016.")

const notNow = (state: Circumstance, says?: string): Judgement<never> =>
  wrongMoment("change", state.status, state.changed, circumstanceSteps[state.status], says)

/** How many working days the schemes of the work that the change touches leave; the fewest, null where none decided. */
function* workingDaysFor(person: string, change: CircumstanceChange): Reading<number | null> {
  const [standing] = yield* standingsOf([person])
  const touched = (standing?.appointments ?? []).filter((one) => touches(change, one))
  const schemes = yield* readAll(Scheme, [...new Set(touched.map(({ scheme }) => scheme))])
  const recordedOn = localDateOf(change.changed.recordedAt)
  const limits = schemes.flatMap((scheme) => limitOn(scheme, "acknowledgeChangeWorkingDays", recordedOn) ?? [])
  return limits.length === 0 ? null : Math.min(...limits)
}

export const AcknowledgeCircumstance = command("circumstance", "AcknowledgeCircumstance", {
  title: "Acknowledge a change of circumstances",
  says: "Somebody looked at what changed for a worker and takes care of it",
  fields: { circumstance: which, person: tagged("person", idOf("person"), "For which worker?"), on }
})

const acknowledgeCircumstance = decision(
  AcknowledgeCircumstance,
  [KeepTheOrderOfEvents, LookAtChangesInTime],
  function*(command) {
    const state = yield* read(Circumstance, command.circumstance)
    const identity = yield* identityOf(command.person)
    const apart = yield* nonAssociationsOf(identity)
    const change = changesOf(identity, apart).find(({ event }) => event === command.circumstance)
    const establishment = lastEstablishment(identity.person)
    if (change === undefined || establishment === null) return notNow(state, "No such change of this person counts")
    if (!isNew(change, state)) return notNow(state)
    const workingDays = yield* workingDaysFor(identity.id, change)
    const recordedOn = localDateOf(change.changed.recordedAt)
    return judge(
      inOrder([command.on, recordedOn]),
      LookAtChangesInTime.asks({ recordedOn, on: command.on }, { workingDays })
    ).accept(() => [
      CircumstanceAcknowledged.make({
        of: command.circumstance,
        on: command.on,
        data: { person: command.person, establishment }
      })
    ])
  }
)

/** The keys of the next event, or why there is none. */
function* taken(id: string, name: string) {
  const state = yield* read(Circumstance, id)
  if (!circumstanceSteps[state.status].includes(name)) return notNow(state)
  const person = yield* read(Person, state.person)
  const establishment = lastEstablishment(person)
  if (establishment === null) return notNow(state)
  return { keys: { person: state.person, establishment }, changed: state.changed }
}

export const RecordCircumstanceAction = command("circumstance", "RecordCircumstanceAction", {
  title: "Record what was done about a change of circumstances",
  says: "What followed from the change for the worker was decided and done",
  fields: {
    circumstance: which,
    action: personal(text(1000, true), administration, "What was done?", "Do not include names of other people."),
    on
  }
})

const recordCircumstanceAction = decision(RecordCircumstanceAction, [KeepTheOrderOfEvents], function*(command) {
  const on = yield* taken(command.circumstance, "RecordCircumstanceAction")
  if ("_tag" in on) return on
  return judge(inOrder([command.on, on.changed?.on ?? null])).accept(() => [
    CircumstanceActedOn.make({ of: command.circumstance, on: command.on, data: on.keys })
  ])
})

export const LeaveCircumstance = command("circumstance", "LeaveCircumstance", {
  title: "Decide that a change of circumstances needs no action",
  says: "Nothing has to follow from the change for the worker",
  fields: {
    circumstance: which,
    reason: personal(text(1000, true), administration, "Why is nothing to be done?"),
    on
  }
})

const leaveCircumstance = decision(LeaveCircumstance, [KeepTheOrderOfEvents], function*(command) {
  const on = yield* taken(command.circumstance, "LeaveCircumstance")
  if ("_tag" in on) return on
  return judge(inOrder([command.on, on.changed?.on ?? null])).accept(() => [
    CircumstanceLeft.make({ of: command.circumstance, on: command.on, data: on.keys })
  ])
})

export const ReopenCircumstance = command("circumstance", "ReopenCircumstance", {
  title: "Take up a change of circumstances again",
  says: "What was decided about the change was not right, or not all",
  fields: {
    circumstance: which,
    reason: personal(text(1000, true), administration, "Why is it taken up again?"),
    on
  }
})

const reopenCircumstance = decision(ReopenCircumstance, [KeepTheOrderOfEvents], function*(command) {
  const on = yield* taken(command.circumstance, "ReopenCircumstance")
  if ("_tag" in on) return on
  return judge(inOrder([command.on, on.changed?.on ?? null])).accept(() => [
    CircumstanceReopened.make({ of: command.circumstance, on: command.on, data: on.keys })
  ])
})

/** Every decision of the life, in the order a life goes through them. */
export const circumstanceDecisions = [
  acknowledgeCircumstance,
  recordCircumstanceAction,
  leaveCircumstance,
  reopenCircumstance
]
