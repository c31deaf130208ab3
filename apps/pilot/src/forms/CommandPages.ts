/**
 * `/do`: a page for every command of the law, generated from its definition.
 *
 * Somebody fills in the form, sees what would become of it, and only then gives the command. The id of the command is
 * drawn with the form, so pressing the button twice has one effect.
 */
import { decisions, isIdentifier, isLifeName, mayGive } from "@peerwork/core"
import type { Command, Decides, Given, Happened, Input, Refused } from "@peerwork/core"
import { eventTypes } from "@peerwork/core"
import { beginning, EventStore, understand } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { commandIdIn } from "../api/CommandIds.ts"
import { notAllowed } from "../api/CommandsApi.ts"
import { checkCommand, giveCommand } from "../api/Giving.ts"
import { alikeToRaise } from "../records/AlikeEscalations.ts"
import { earlierRemovals } from "../records/EarlierRemovals.ts"
import { asksToSeeAll, sightOfStream, viewingOf } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import { escalationLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { emptyNames } from "../records/Names.ts"
import type { Records } from "../records/Records.ts"
import { seenAs } from "../records/RestrictedPatients.ts"
import { page, problem, redirect } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { today } from "../server/Surroundings.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import { maySee } from "../signin/WhoSees.ts"
import { checkPage, formPage, onlyNeedsReasons } from "./CommandPage.ts"
import type { Filling } from "./CommandPage.ts"
import { bodyFrom } from "./FormInput.ts"
import type { FormState } from "./Questions.ts"
import { entryOptions, optionsFor } from "./References.ts"
import type { Answered, Option } from "./References.ts"
import { standingFor } from "./WhatStands.ts"

/** What the one who asks may see of what is known. */
export const lookedAtBy = ({ person }: Known) =>
  Effect.gen(function*() {
    const { names, records } = yield* (yield* LiveRecords).current
    const known = { records, names: maySee(person.role, "names") ? names : emptyNames(), day: yield* today }
    return seenAs(person.role, records, known) satisfies Looked
  })

const commandOf = ({ params, person }: Known) =>
  Effect.suspend(() => {
    const name = params["command"] ?? ""
    const decides = decisions.get(name)
    if (decides === undefined) return Effect.fail(problem("not-found", "There is no such command"))
    return mayGive(person.role, name) ? Effect.succeed(decides) : Effect.fail(notAllowed(person.role, name))
  })

type NamedInput = readonly [name: string, input: Input]

const withColumns = ([name, input]: NamedInput): ReadonlyArray<NamedInput> =>
  input._tag === "Rows"
    ? Object.entries(input.columns).map(([column, of]) => [`${name}.${column}`, of.input] as const)
    : [[name, input]]

/** The questions, and columns of rows, that are answered with records. */
const references = ({ fields }: Command, to: (name: string) => boolean): ReadonlyArray<readonly [string, string]> =>
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
const givenBy = ({ begins, fields, life }: Command, query: URLSearchParams, records: Records) => {
  const given = new Map<string, string>()
  for (const [name, { kind: { input } }] of Object.entries(fields)) {
    const value = query.get(name)
    const isOfItsOwn = begins && name === life && value !== null && isIdentifier(value)
    if (value !== null && (isOfItsOwn || isKnown(records, input, value))) given.set(name, value)
  }
  if (begins && !given.has(life)) given.set(life, randomUUID())
  return given
}

const givenIn = (form: URLSearchParams): ReadonlyMap<string, string> =>
  new Map(
    (form.get("form-given") ?? "").split(" ").filter((name) => name !== "").map((name) => [name, form.get(name) ?? ""])
  )

const fillingOf = (asked: Known, { command }: Decides, form: URLSearchParams, given: ReadonlyMap<string, string>) =>
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
    return { state, commandId, role, removals } satisfies Filling
  })

const nobody = () => ""

/** An entry of a record can only be chosen once the record is known. */
const asksForRecordFirst = ({ state: { command, form, given } }: Filling): boolean =>
  references(command, (to) => to === "event").length > 0 && !given.has(command.life) && !form.has(command.life)

const show: Route = pages("GET", "/do/:command", (asked) =>
  Effect.gen(function*() {
    const decides = yield* commandOf(asked)
    const { records } = yield* (yield* LiveRecords).current
    const given = givenBy(decides.command, asked.query, records)
    if (asked.query.has(decides.command.life) && !given.has(decides.command.life)) {
      return problem("not-found", "The record that this was to be about does not exist")
    }
    const filling = yield* fillingOf(asked, decides, asked.query, given)
    const { command, choices } = filling.state
    if (asksForRecordFirst(filling)) {
      const question = command.fields[command.life]?.question ?? ""
      return page("choose.njk", command.title, { command, question, options: choices.get(command.life) ?? [] })
    }
    return formPage(filling, null, nobody)
  }))

/** Back to the form, with all that is in the way. */
const refused = (filling: Filling, decision: Refused) =>
  Effect.gen(function*() {
    const { names } = yield* (yield* LiveRecords).current
    return formPage(filling, decision, nameOfActor(names))
  })

/** Escalations that look like the one that is to be raised, of those that somebody may see. */
const alikeLinks = (asked: Known, { command, decides }: { readonly command: Given; readonly decides: Decides }) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    return alikeToRaise(looked.records, yield* viewingOf(asked), decides.command, command)
      .map(({ id }) => ({ text: escalationLabel(looked, id), href: `/escalations/${id}` }))
  })

const submit: Route = pages("POST", "/do/:command", (asked) =>
  Effect.gen(function*() {
    const decides = yield* commandOf(asked)
    const { command } = decides
    const form = new URLSearchParams(asked.body)
    const filling = yield* fillingOf(asked, decides, form, givenIn(form))
    if (form.get("form-step") === "change") return formPage(filling, null, nobody)
    const body = bodyFrom(command, form)
    const reading = command.read(body)
    if (reading._tag === "Wrong") {
      return formPage({ ...filling, state: { ...filling.state, problems: reading.problems } }, null, nobody)
    }
    const isGiven = form.get("form-step") === "give"
    const toGive = { decides, command: reading.command, actor: asked.person }
    if (!isGiven) {
      const { decision } = yield* checkCommand(toGive)
      if (decision._tag === "Accepted" || onlyNeedsReasons(decision)) {
        return checkPage(filling, body, decision, { alike: yield* alikeLinks(asked, toGive) })
      }
      return yield* refused(filling, decision)
    }
    const commandId = commandIdIn(filling.commandId)
    if (commandId === null) return problem("invalid", "The form has lost its id. Open the page again")
    const { gave } = yield* giveCommand({ ...toGive, received: body, commandId, expected: null })
    if (gave._tag !== "Refused") return redirect(`/done/${commandId}`)
    return onlyNeedsReasons(gave.decision)
      ? checkPage(filling, body, gave.decision, { asked: true })
      : yield* refused(filling, gave.decision)
  }))

export const commandPageRoutes: ReadonlyArray<Route> = [show, submit]
