/**
 * Commands over HTTP: `POST /api/commands/<Command>`, and `POST /api/check/<Command>`, which stores nothing.
 *
 * Every command of the law has both, from its definition alone. `Idempotency-Key` is the command id: the same command
 * under it has one effect and one answer, however often it is sent. `If-Match` is optional and is the version of the
 * record that the command is about.
 */
import { decisions, mayGive, overrideProblems, rolesFor } from "@peerwork/core"
import type { Decides } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { alikeToRaise } from "../records/AlikeEscalations.ts"
import { viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { data, problem } from "../server/Answer.ts"
import type { Answer } from "../server/Answer.ts"
import { jsonIn } from "../server/JsonBody.ts"
import { invalidProblem, judgedJson, refusedProblem } from "../server/Problems.ts"
import type { NameOf } from "../server/Problems.ts"
import { takingNone } from "../server/QueryParameters.ts"
import { api } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { commandIdIn } from "./CommandIds.ts"
import { checkCommand, giveCommand } from "./Giving.ts"
import type { Gave } from "./Giving.ts"
import { receiptJson, recordAddress } from "./Receipts.ts"

/** The command of the address, if the role may give it. */
const commandOf = ({ params, person }: Known) =>
  Effect.suspend(() => {
    const name = params["command"] ?? ""
    const decides = decisions.get(name)
    if (decides === undefined) {
      return Effect.fail(
        problem("not-found", `There is no command ${name.slice(0, 60)}. See /docs for those that there are`)
      )
    }
    if (!mayGive(person.role, name)) return Effect.fail(notAllowed(person.role, name))
    return Effect.succeed(decides)
  })

export const notAllowed = (role: string, name: string) => {
  const needed = rolesFor(name)
  return problem("not-allowed", `You act as ${role}, and ${name} is given by ${needed.join(", ") || "nobody"}`, {
    command: name,
    role,
    roles: needed
  })
}

/** The command that the body says, and the body as it was received. */
const given = (asked: Known, decides: Decides) =>
  Effect.flatMap(jsonIn(asked), (received) => {
    const reading = decides.command.read(received)
    const problems = reading._tag === "Right" ? overrideProblems(decides, reading.command) : reading.problems
    return reading._tag === "Right" && problems.length === 0
      ? Effect.succeed({ command: reading.command, received })
      : Effect.fail(invalidProblem(problems))
  })

/** The version that `If-Match` names: a number, null where there is none. */
const wantedVersion = (header: string | undefined) => {
  if (header === undefined || header.trim() === "*") return Effect.succeed(null)
  const [, version] = /^"(\d{1,15})"$/.exec(header.trim()) ?? []
  return version === undefined
    ? Effect.fail(problem("invalid", `The header If-Match must be one strong tag, such as "7"`))
    : Effect.succeed(Number(version))
}

const wantedId = (header: string | undefined) => {
  const id = commandIdIn(header)
  return id === null
    ? Effect.fail(problem(
      "invalid",
      header === undefined
        ? "The header Idempotency-Key is missing. It is the id of the command: a UUID that you choose"
        : "The header Idempotency-Key must be a UUID"
    ))
    : Effect.succeed(id)
}

const noStore = { "cache-control": "no-store" }

/** The answer to a command that was given. */
export const answerTo = (gave: Gave, nameOf: NameOf): Answer => {
  switch (gave._tag) {
    case "Refused":
      return refusedProblem(gave.decision, nameOf)
    case "Changed":
      return problem(
        "changed",
        `The record is at version ${gave.actual}, and If-Match names version ${gave.expected}. Read it again first`,
        { expected: gave.expected, actual: gave.actual },
        { etag: `"${gave.actual}"` }
      )
    case "Nothing":
      return data({ command: gave.command, receipt: null, judged: gave.judged.map(judgedJson) }, noStore)
    case "Kept": {
      const location = recordAddress(gave.events)
      const version = gave.events.at(-1)?.envelope.version ?? 0
      return data(
        receiptJson(gave.receipt, gave.events),
        { ...noStore, etag: `"${version}"`, ...(location === null ? {} : { location }) },
        gave.receipt.duplicate ? 200 : 201
      )
    }
  }
}

const command: Route = api(
  "POST",
  "/api/commands/:command",
  takingNone((asked) =>
    Effect.gen(function*() {
      const decides = yield* commandOf(asked)
      const commandId = yield* wantedId(asked.headers["idempotency-key"])
      const expected = yield* wantedVersion(asked.headers["if-match"])
      const { command, received } = yield* given(asked, decides)
      const { gave, nameOf } = yield* giveCommand({
        decides,
        command,
        received,
        commandId,
        expected,
        actor: asked.person,
        trace: asked.headers["traceparent"]
      })
      return answerTo(gave, nameOf)
    })
  )
)

const check: Route = api(
  "POST",
  "/api/check/:command",
  takingNone((asked) =>
    Effect.gen(function*() {
      const decides = yield* commandOf(asked)
      const { command } = yield* given(asked, decides)
      const { decision, nameOf } = yield* checkCommand({ decides, command, actor: asked.person })
      const judged = decision.judged.map(judgedJson)
      const { records } = yield* (yield* LiveRecords).current
      const alike = alikeToRaise(records, yield* viewingOf(asked), decides.command, command)
        .map(({ id }) => `/api/escalations/${id}`)
      if (decision._tag === "Accepted") return data({ would: "Accepted", judged, moment: null, alike }, noStore)
      const { more } = refusedProblem(decision, nameOf)
      return data({ would: "Refused", judged, moment: more?.["moment"] ?? null, alike }, noStore)
    })
  )
)

export const commandRoutes: ReadonlyArray<Route> = [command, check]
