/**
 * `/do`: a page for every command of the law, generated from its definition.
 *
 * Somebody fills in the form, sees what would become of it, and only then gives the command. The id of the command is
 * drawn with the form, so pressing the button twice has one effect. What is sent is kept with the session and answered
 * with the address of a page: whoever goes back in the browser never meets a page that would have to be sent again.
 */
import { decisions, mayGive } from "@peerwork/core"
import type { Decides, Given } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { commandIdIn } from "../api/CommandIds.ts"
import { notAllowed } from "../api/CommandsApi.ts"
import { checkCommand, giveCommand } from "../api/Giving.ts"
import { recordedUnder } from "../api/Receipts.ts"
import { alikeToRaise } from "../records/AlikeEscalations.ts"
import { viewingOf } from "../records/Escalations.ts"
import { escalationLabel } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { page, problem, redirect } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import { keepForm } from "../signin/Sessions.ts"
import { checkPage, formPage, onlyNeedsReasons, recordedPage } from "./CommandPage.ts"
import type { Filling } from "./CommandPage.ts"
import { fillingOf, givenBy, givenIn, references } from "./FillingIn.ts"
import { bodyFrom } from "./FormInput.ts"

const commandOf = ({ params, person }: Known) =>
  Effect.suspend(() => {
    const name = params["command"] ?? ""
    const decides = decisions.get(name)
    if (decides === undefined) return Effect.fail(problem("not-found", "There is no such command"))
    return mayGive(person.role, name) ? Effect.succeed(decides) : Effect.fail(notAllowed(person.role, name))
  })

const nobody = () => ""

/** An entry of a record can only be chosen once the record is known. */
const asksForRecordFirst = ({ state: { command, form, given } }: Filling): boolean =>
  references(command, (to) => to === "event").length > 0 && !given.has(command.life) && !form.has(command.life)

/** What the address says, where it names a record that there is. */
const startIn = (asked: Known, decides: Decides) =>
  Effect.gen(function*() {
    const { records } = yield* (yield* LiveRecords).current
    const given = givenBy(decides.command, asked.query, records)
    return asked.query.has(decides.command.life) && !given.has(decides.command.life)
      ? yield* Effect.fail(problem("not-found", "The record that this was to be about does not exist"))
      : yield* fillingOf(asked, decides, asked.query, given)
  })

/** The pages of one form: as it is filled in, with what began it, and as it will be recorded. */
const formAddress = (command: string, id: string, query = new URLSearchParams()): string =>
  `/do/${command}/${id}${query.size === 0 ? "" : `?${query.toString()}`}`
const checkAddress = (command: string, id: string): string => `${formAddress(command, id)}/check`

/** Each form has an address of its own from the beginning: whoever goes back to it finds their answers. */
const begin: Route = pages("GET", "/do/:command", (asked) =>
  Effect.gen(function*() {
    const filling = yield* startIn(asked, yield* commandOf(asked))
    const { command, choices } = filling.state
    if (asksForRecordFirst(filling)) {
      const question = command.fields[command.life]?.question ?? ""
      const options = choices.get(command.life) ?? []
      return page("choose.njk", command.title, { command, question, options, back: filling.back })
    }
    return redirect(formAddress(command.name, filling.commandId, asked.query))
  }))

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

/** The form of the address as it was sent, and what the law says of it; null where it was not, or is no longer kept. */
const sentUnder = (asked: Known, decides: Decides) =>
  Effect.gen(function*() {
    const kept = asked.session?.forms.get(asked.params["form"] ?? "")
    if (kept?.command !== decides.command.name) return null
    const form = new URLSearchParams(kept.answers)
    const filling = yield* fillingOf(asked, decides, form, givenIn(form))
    const body = bodyFrom(decides.command, form)
    const reading = decides.command.read(body)
    if (reading._tag === "Wrong") return { filling, body, problems: reading.problems, judged: null }
    const toGive = { decides, command: reading.command, actor: asked.person }
    const { decision } = yield* checkCommand(toGive)
    return { filling, body, problems: [], judged: { decision, toGive } }
  })

const fillIn: Route = pages("GET", "/do/:command/:form", (asked) =>
  Effect.gen(function*() {
    const decides = yield* commandOf(asked)
    const { command } = decides
    const sent = yield* sentUnder(asked, decides)
    if (sent !== null) {
      const { filling, judged, problems } = sent
      const { names } = yield* (yield* LiveRecords).current
      const refused = judged === null || judged.decision._tag === "Accepted" || onlyNeedsReasons(judged.decision)
        ? null
        : judged.decision
      return formPage({ ...filling, state: { ...filling.state, problems } }, refused, nameOfActor(names))
    }
    const commandId = commandIdIn(asked.params["form"])
    if (commandId === null) return problem("not-found", "There is no such form")
    if ((yield* recordedUnder(commandId, asked)) !== null) return recordedPage(command, commandId)
    const filling = yield* startIn(asked, decides)
    return asksForRecordFirst(filling)
      ? redirect(`/do/${command.name}`)
      : formPage({ ...filling, commandId }, null, nobody)
  }))

const checkAnswers: Route = pages("GET", "/do/:command/:form/check", (asked) =>
  Effect.gen(function*() {
    const decides = yield* commandOf(asked)
    const sent = yield* sentUnder(asked, decides)
    const back = formAddress(decides.command.name, asked.params["form"] ?? "")
    if (sent?.judged == null) return redirect(back)
    const { body, filling, judged: { decision, toGive } } = sent
    if (decision._tag === "Refused" && !onlyNeedsReasons(decision)) return redirect(back)
    const isPressed = filling.state.form.get("form-step") === "give"
    const alike = yield* alikeLinks(asked, toGive)
    return checkPage({ ...filling, back }, body, decision, { alike, asked: isPressed })
  }))

export const commandPageRoutes: ReadonlyArray<Route> = [begin, submit, fillIn, checkAnswers]
