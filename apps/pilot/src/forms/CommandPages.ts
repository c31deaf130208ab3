/**
 * `/do`: a page for every command of the law, generated from its definition.
 *
 * Somebody fills in the form, sees what would become of it, and only then gives the command. The id of the command is
 * drawn with the form, so pressing the button twice has one effect. What is sent is kept with the session and answered
 * with the address of a page: whoever goes back in the browser never meets a page that would have to be sent again.
 */
import { decisions, isIdentifier, isLifeName, mayGive } from "@peerwork/core"
import type { Command, Decides, Given, Happened, Input } from "@peerwork/core"
import { eventTypes } from "@peerwork/core"
import { beginning, EventStore, understand } from "@peerwork/store"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { commandIdIn } from "../api/CommandIds.ts"
import { notAllowed } from "../api/CommandsApi.ts"
import { checkCommand, giveCommand } from "../api/Giving.ts"
import { recordedUnder } from "../api/Receipts.ts"
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
import { keepForm } from "../signin/Sessions.ts"
import { maySee } from "../signin/WhoSees.ts"
import { backFrom } from "./BackLinks.ts"
import { checkPage, formPage, onlyNeedsReasons, recordedPage } from "./CommandPage.ts"
import type { Filling } from "./CommandPage.ts"
import { bodyFrom } from "./FormInput.ts"
import type { FormState } from "./Questions.ts"
import { entryOptions, optionsFor } from "./References.ts"
import type { Answered, Option } from "./References.ts"
import { sessionOptions } from "./WhatCanBeNamed.ts"
import { standingFor } from "./WhatStands.ts"

/** What the one who asks may see of what is known. */
export const lookedAtBy = ({ person }: Known) =>
  Effect.gen(function*() {
    const { names, records } = yield* (yield* LiveRecords).current
    const viewing = yield* viewingOf({ person })
    const isWhole = (id: string) => sightOfStream(records, `escalation-${id}`, viewing) === "whole"
    const known = { records, names: maySee(person.role, "names") ? names : emptyNames(), day: yield* today }
    return { ...seenAs(person.role, records, known), isWhole } satisfies Looked
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
    const back = backFrom(looked.records, role, command, answered)
    return { state, commandId, role, removals, back } satisfies Filling
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
      const options = choices.get(command.life) ?? []
      return page("choose.njk", command.title, { command, question, options, back: filling.back })
    }
    return formPage(filling, null, nobody)
  }))

/** Escalations that look like the one that is to be raised, of those that somebody may see. */
const alikeLinks = (asked: Known, { command, decides }: { readonly command: Given; readonly decides: Decides }) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    return alikeToRaise(looked.records, yield* viewingOf(asked), decides.command, command)
      .map(({ id }) => ({ text: escalationLabel(looked, id), href: `/escalations/${id}` }))
  })

/** The pages of a form that was sent: as it stands, and as it will be recorded. */
const formAddress = (command: string, id: string): string => `/do/${command}/${id}`
const checkAddress = (command: string, id: string): string => `${formAddress(command, id)}/check`

const submit: Route = pages("POST", "/do/:command", (asked) =>
  Effect.gen(function*() {
    const decides = yield* commandOf(asked)
    const { command } = decides
    const form = new URLSearchParams(asked.body)
    const { commandId } = yield* fillingOf(asked, decides, form, givenIn(form))
    form.delete("form-token")
    form.set("form-id", commandId)
    if (asked.session !== null) keepForm(asked.session, commandId, { command: command.name, answers: form.toString() })
    const body = bodyFrom(command, form)
    const reading = command.read(body)
    const id = commandIdIn(commandId)
    if (form.get("form-step") === "give" && reading._tag === "Right" && id !== null) {
      const toGive = { decides, command: reading.command, actor: asked.person }
      const { gave } = yield* giveCommand({ ...toGive, received: body, commandId: id, expected: null })
      if (gave._tag !== "Refused") {
        asked.session?.forms.delete(commandId)
        return redirect(`/done/${commandId}`)
      }
    }
    return redirect(checkAddress(command.name, commandId))
  }))

/** The form of the address; where it is not kept any more, a page that says so, or the empty form. */
const keptIn = (asked: Known) =>
  Effect.gen(function*() {
    const decides = yield* commandOf(asked)
    const { name } = decides.command
    const id = asked.params["form"] ?? ""
    const kept = asked.session?.forms.get(id)
    if (kept?.command !== name) {
      const isRecorded = (yield* recordedUnder(id, asked)) !== null
      return { elsewhere: isRecorded ? recordedPage(decides.command, id) : redirect(`/do/${name}`) }
    }
    const form = new URLSearchParams(kept.answers)
    const filling = yield* fillingOf(asked, decides, form, givenIn(form))
    const body = bodyFrom(decides.command, form)
    const reading = decides.command.read(body)
    if (reading._tag === "Wrong") return { filling, body, problems: reading.problems, judged: null }
    const toGive = { decides, command: reading.command, actor: asked.person }
    const { decision } = yield* checkCommand(toGive)
    return { filling, body, problems: [], judged: { decision, toGive } }
  })

const fillInAgain: Route = pages("GET", "/do/:command/:form", (asked) =>
  Effect.gen(function*() {
    const kept = yield* keptIn(asked)
    if ("elsewhere" in kept) return kept.elsewhere
    const { filling, judged, problems } = kept
    const { names } = yield* (yield* LiveRecords).current
    const refused = judged === null || judged.decision._tag === "Accepted" || onlyNeedsReasons(judged.decision)
      ? null
      : judged.decision
    return formPage({ ...filling, state: { ...filling.state, problems } }, refused, nameOfActor(names))
  }))

const checkAnswers: Route = pages("GET", "/do/:command/:form/check", (asked) =>
  Effect.gen(function*() {
    const kept = yield* keptIn(asked)
    if ("elsewhere" in kept) return kept.elsewhere
    const { body, filling, judged } = kept
    const { command: { name }, form } = filling.state
    const back = formAddress(name, filling.commandId)
    if (judged === null || (judged.decision._tag === "Refused" && !onlyNeedsReasons(judged.decision))) {
      return redirect(back)
    }
    const alike = yield* alikeLinks(asked, judged.toGive)
    return checkPage({ ...filling, back }, body, judged.decision, { alike, asked: form.get("form-step") === "give" })
  }))

export const commandPageRoutes: ReadonlyArray<Route> = [show, submit, fillInAgain, checkAnswers]
