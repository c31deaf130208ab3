/**
 * Filling in: all that a form is made from, for the one who fills it in: what is decided already, what can be chosen and
 * what was typed.
 */
import { eventTypes, isIdentifier, isLifeName } from "@peerwork/core"
import type { Command, Decides, Happened, Input } from "@peerwork/core"
import { beginning, EventStore, understand } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { commandIdIn } from "../api/CommandIds.ts"
import { earlierRemovals } from "../records/EarlierRemovals.ts"
import { asksToSeeAll, sightOfStream, viewingOf } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import type { Looked } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import type { Records } from "../records/Records.ts"
import { problem } from "../server/Answer.ts"
import type { Known } from "../server/Routes.ts"
import { backFrom } from "./BackLinks.ts"
import type { Filling } from "./CommandPage.ts"
import type { FormState } from "./Questions.ts"
import { entryOptions, optionsFor } from "./References.ts"
import type { Answered, Option } from "./References.ts"
import { sessionOptions } from "./WhatCanBeNamed.ts"
import { standingFor } from "./WhatStands.ts"

type NamedInput = readonly [name: string, input: Input]

const withColumns = ([name, input]: NamedInput): ReadonlyArray<NamedInput> =>
  input._tag === "Rows"
    ? Object.entries(input.columns).map(([column, of]) => [`${name}.${column}`, of.input] as const)
    : [[name, input]]

/** The questions, and columns of rows, that are answered with records. */
export const references = (
  { fields }: Command,
  to: (name: string) => boolean
): ReadonlyArray<readonly [string, string]> =>
  Object.entries(fields).flatMap(([name, { kind: { input } }]) => withColumns([name, input]))
    .flatMap(([name, input]) => "to" in input && to(input.to) ? [[name, input.to] as const] : [])

const historyOf = (life: string, id: string) =>
  Effect.gen(function*() {
    const store = yield* EventStore
    const { events } = yield* store.readPage({ query: [{ stream: `${life}-${id}` }], after: beginning })
    return yield* understand(eventTypes, events)
  })

/** What was to be done, of the actions of an escalation, for whoever sees all of it. */
const actionsToRead = (records: Records, history: ReadonlyArray<Happened>, viewing: Viewing) =>
  Effect.flatMap(EventStore, (store) => {
    const actions = history.filter(({ stream, type }) =>
      type === "EscalationActionRecorded" && sightOfStream(records, stream, viewing) === "whole"
    )
    return actions.length === 0 ? Effect.succeed([]) : store.personalOf(actions.map(({ id }) => id))
  })

/** Escalations are offered only to whoever sees them. */
const seen = ({ records }: Looked, to: string, options: ReadonlyArray<Option>, viewing: Viewing) =>
  to === "escalation"
    ? options.filter(({ value }) => sightOfStream(records, `escalation-${value}`, viewing) !== "nothing")
    : options

const choicesFor = (looked: Looked, command: Command, answered: Answered, viewing: Viewing) =>
  Effect.gen(function*() {
    const choices = new Map<string, ReadonlyArray<Option>>()
    for (const [name, to] of references(command, (to) => to !== "event")) {
      const all = optionsFor(looked, command, name, to, answered)
      if (all === null) continue
      const options = seen(looked, to, all, viewing)
      const isNew = command.name === "PublishRoleProfile" && to === "roleProfile"
      choices.set(name, isNew ? [{ value: randomUUID(), text: "A new role profile" }, ...options] : options)
    }
    const sessions = sessionOptions(looked, command, answered)
    if (sessions !== null) choices.set("session", sessions)
    const subject = answered(command.life)
    for (const [name] of references(command, (to) => to === "event")) {
      if (subject === "") continue
      const history = yield* historyOf(command.life, subject)
      const personal = yield* actionsToRead(looked.records, history, viewing)
      choices.set(name, entryOptions(looked, command, subject, history, personal))
    }
    return choices
  })

/** Whether the address names something that there is. */
const isKnown = (records: Records, input: Input, value: string): boolean => {
  if (input._tag === "Choice") return Object.hasOwn(input.options, value)
  if (input._tag === "YesOrNo") return value === "yes" || value === "no"
  if (input._tag !== "Reference" || !isIdentifier(value)) return false
  return isLifeName(input.to) ? records[input.to].has(value) : true
}

/** What is decided before the form is shown: what the address names, and the id of what begins. */
export const givenBy = ({ begins, fields, life }: Command, query: URLSearchParams, records: Records) => {
  const given = new Map<string, string>()
  for (const [name, { kind: { input } }] of Object.entries(fields)) {
    const value = query.get(name)
    const isOfItsOwn = begins && name === life && value !== null && isIdentifier(value)
    if (value !== null && (isOfItsOwn || isKnown(records, input, value))) given.set(name, value)
  }
  if (begins && !given.has(life)) given.set(life, randomUUID())
  return given
}

export const givenIn = (form: URLSearchParams): ReadonlyMap<string, string> =>
  new Map(
    (form.get("form-given") ?? "").split(" ").filter((name) => name !== "").map((name) => [name, form.get(name) ?? ""])
  )

export const fillingOf = (
  asked: Known,
  { command }: Decides,
  form: URLSearchParams,
  given: ReadonlyMap<string, string>
) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    const subject = given.get(command.life) ?? form.get(command.life) ?? ""
    const viewing = yield* viewingOf(asked)
    const { records } = yield* (yield* LiveRecords).current
    if (sightOfStream(records, `${command.life}-${subject}`, viewing) === "nothing") {
      return yield* Effect.fail(problem("not-found", "There is no such record"))
    }
    const asksMore = subject === "" ? null : asksToSeeAll(records, command.name, [subject], viewing)
    if (asksMore !== null) return yield* Effect.fail(problem("not-allowed", asksMore))
    const answered = (field: string) => given.get(field) ?? form.get(field) ?? ""
    const choices = yield* choicesFor(looked, command, answered, viewing)
    const standing = standingFor(records, command.name, subject, viewing)
    const state: FormState = { command, looked, form, given, choices, standing, problems: [] }
    const commandId = commandIdIn(form.get("form-id") ?? undefined) ?? randomUUID()
    const { role } = asked.person
    const removals = yield* earlierRemovals(looked.records, role, command.name, subject)
    const back = backFrom(looked.records, role, command, answered)
    return { state, commandId, role, removals, back } satisfies Filling
  })
