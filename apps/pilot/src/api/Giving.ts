/**
 * Giving a command: the one way from the API, from a page and from a story into the log.
 *
 * Commands about one record wait for one another in this process, which is the only one that writes the log. So the
 * version that `If-Match` names cannot change between the look and the append, and many who want the same thing at once
 * are told one after the other what happened, instead of disturbing each other.
 */
import { isLifeName } from "@peerwork/core"
import type { Accepted, Actor, Decides, Decision, Given, Judged, Refused } from "@peerwork/core"
import { EventStore, Executor } from "@peerwork/store"
import type { CommandId, ExecuteError, Receipt, RecordedEvent } from "@peerwork/store"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import { asIfNotThere } from "../records/AsIfNotThere.ts"
import { mustSeeEscalations, notForSummary, viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { problem } from "../server/Answer.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import { eventsOf } from "./Receipts.ts"

export interface ToGive {
  readonly decides: Decides
  readonly command: Given
  /** The input as it was received. */
  readonly received: unknown
  readonly commandId: CommandId
  /** The version that the record must have; null where it does not matter. */
  readonly expected: number | null
  readonly actor: Actor
  /** The trace that the request belongs to. */
  readonly trace?: string | undefined
}

/** What became of it. */
export type Gave = Data.TaggedEnum<{
  Kept: { readonly receipt: Receipt; readonly events: ReadonlyArray<RecordedEvent> }
  /** It asked for what was already so. */
  Nothing: { readonly command: { readonly id: string; readonly type: string }; readonly judged: ReadonlyArray<Judged> }
  Refused: { readonly decision: Refused }
  Changed: { readonly expected: number; readonly actual: number }
}>

export const Gave = Data.taggedEnum<Gave>()

/** The id of the record that a command is about. */
export const subjectOf = (decides: Decides, command: Given): string => {
  const values: Readonly<Record<string, unknown>> = command
  const id = values[decides.command.life]
  return typeof id === "string" ? id : ""
}

const queues = new Map<string, { readonly turn: Effect.Semaphore; waiting: number }>()

/** Lets one at a time through for each name. */
const inTurn = <A, E, R>(name: string, effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.acquireUseRelease(
    Effect.sync(() => {
      const queue = queues.get(name) ?? { turn: Effect.unsafeMakeSemaphore(1), waiting: 0 }
      queue.waiting += 1
      queues.set(name, queue)
      return queue
    }),
    ({ turn }) => turn.withPermits(1)(effect),
    (queue) =>
      Effect.sync(() => {
        queue.waiting -= 1
        if (queue.waiting === 0) queues.delete(name)
      })
  )

/** The version of the record now. */
const versionNow = ({ command, decides }: ToGive) =>
  Effect.gen(function*() {
    const { life } = decides.command
    const { records } = yield* (yield* LiveRecords).current
    return isLifeName(life) ? records[life].get(subjectOf(decides, command))?.version ?? 0 : 0
  })

const traceIn = (header: string | undefined): Readonly<Record<string, string>> =>
  header !== undefined && /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/.test(header)
    ? { traceparent: header }
    : {}

const execute = (toGive: ToGive) =>
  Effect.gen(function*() {
    const { actor: { id, role }, command, commandId, decides, received } = toGive
    const { execute } = yield* Executor
    const metadata = traceIn(toGive.trace)
    const outcome = yield* execute({ decides, command, commandId, received, metadata, actor: { id, role } })
    if (outcome._tag === "Refused") return Gave.Refused({ decision: outcome.decision })
    const { receipt } = outcome
    if (receipt !== null) return Gave.Kept({ receipt, events: yield* eventsOf(receipt) })
    const { judged }: Pick<Accepted, "judged"> = outcome._tag === "Accepted" ? outcome.decision : { judged: [] }
    return Gave.Nothing({ command: { id: commandId, type: decides.command.name }, judged })
  })

/** After the bounded retry the loser is told what is the case now, if that explains it. */
const orWhatHappened = (toGive: ToGive) => (error: ExecuteError) =>
  Effect.gen(function*() {
    if (error._tag !== "Conflict") return yield* Effect.fail(error)
    const { decision } = yield* checkCommand(toGive)
    return decision._tag === "Refused" ? Gave.Refused({ decision }) : yield* Effect.fail<ExecuteError>(error)
  })

/** Who acted, by name, as of now. */
const actorNames = Effect.flatMap(LiveRecords, ({ current }) => Effect.map(current, ({ names }) => nameOfActor(names)))

type ToCheck = Pick<ToGive, "actor" | "command" | "decides">

/** The command with what they see of all that it names; null where they see all of it. */
const unseenIn = ({ actor, command, decides }: ToCheck) =>
  Effect.gen(function*() {
    yield* mustSeeEscalations(decides, command, actor)
    const { records } = yield* (yield* LiveRecords).current
    return asIfNotThere(records, actor.role, decides, command)
  })

/** What the law says of a command. */
const decisionOn = ({ actor: { id, role }, command, decides }: ToCheck) =>
  Effect.gen(function*() {
    const decision: Decision = yield* (yield* Executor).check({ decides, command, actor: { id, role } })
    return decision
  })

/** What refuses a command that names what they do not see; nothing is recorded, whatever the law would say. */
const refusalOf = (toCheck: ToCheck) =>
  Effect.flatMap(decisionOn(toCheck), (decision) =>
    decision._tag === "Refused"
      ? Effect.succeed(decision)
      : Effect.fail(problem("not-found", "There is no record with this id")))

/** The refusal without what is possible now, and not for whoever sees only that the record is there. */
const offered = ({ actor, command, decides }: ToCheck, decision: Refused) =>
  Effect.gen(function*() {
    const { moment } = decision
    if (moment === null) return decision
    const { records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf({ person: actor })
    const without = notForSummary(records, `${decides.command.life}-${subjectOf(decides, command)}`, viewing)
    const possible = moment.possible.filter((name) => !without.includes(name))
    return { ...decision, moment: { ...moment, possible } }
  })

/** Gives a command, and says what became of it. One that was kept before is answered by its receipt, whatever is so now. */
export const giveCommand = (toGive: ToGive) =>
  Effect.gen(function*() {
    const unseen = yield* unseenIn(toGive)
    const { command, commandId, decides, expected } = toGive
    const seen = { ...toGive, command: unseen ?? command }
    const giving = Effect.gen(function*() {
      if ((yield* (yield* EventStore).receiptOf(commandId)) !== null) return yield* execute(toGive)
      const actual = expected === null ? null : yield* versionNow(seen)
      if (expected !== null && actual !== null && actual !== expected) return Gave.Changed({ expected, actual })
      if (unseen !== null) return Gave.Refused({ decision: yield* refusalOf(seen) })
      return yield* Effect.catchAll(execute(toGive), orWhatHappened(toGive))
    })
    const gave: Gave = yield* inTurn(`${decides.command.life}-${subjectOf(decides, command)}`, giving)
    const said = gave._tag === "Refused" ? Gave.Refused({ decision: yield* offered(toGive, gave.decision) }) : gave
    return { gave: said, nameOf: yield* actorNames }
  })

/** Says what would become of a command. Nothing is stored. */
export const checkCommand = (toCheck: ToCheck) =>
  Effect.gen(function*() {
    const unseen = yield* unseenIn(toCheck)
    const decision = unseen === null
      ? yield* decisionOn(toCheck)
      : yield* refusalOf({ ...toCheck, command: unseen })
    const said = decision._tag === "Refused" ? yield* offered(toCheck, decision) : decision
    return { decision: said, nameOf: yield* actorNames }
  })
