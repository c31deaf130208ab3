/**
 * The app: what happens to a request, from its first byte to its answer.
 *
 * `answerTo` reads as the table of contents: each line is one concern with a file of its own. Whatever goes wrong on
 * the way ends as an answer; nothing that is not meant for whoever asked ever leaves.
 */
import * as HttpServerRequest from "@effect/platform/HttpServerRequest"
import type * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import { routes } from "./AllRoutes.ts"
import { bytes, problem } from "./server/Answer.ts"
import type { Answer, Problem, Redirect } from "./server/Answer.ts"
import { assetAt } from "./server/Assets.ts"
import { begin, drawReference } from "./server/Exchange.ts"
import type { Exchange } from "./server/Exchange.ts"
import { cameUnderOurName, genuine, mayLook, recognised, recogniseSession } from "./server/Guards.ts"
import { storeProblem } from "./server/Problems.ts"
import { bodyOf } from "./server/RequestBody.ts"
import { failureLine, requestLine } from "./server/RequestLog.ts"
import type { WriteLine } from "./server/RequestLog.ts"
import { respond } from "./server/Respond.ts"
import { match } from "./server/Routes.ts"
import type { Known, Matched } from "./server/Routes.ts"
import type { Failure, Services } from "./server/Services.ts"
import { Surroundings } from "./server/Surroundings.ts"

type Handled<A> = Effect.Effect<A, Problem | Redirect | Failure, Services>

/** A file; it may be kept for a year, because its address changes with it. */
const assetAnswer = ({ path }: Exchange): Answer | null => {
  const asset = assetAt(path)
  return asset === null
    ? null
    : bytes(asset.body, asset.type, { "cache-control": "public, max-age=31536000, immutable" })
}

const routed = (exchange: Exchange, matched: Matched) => {
  if (matched._tag === "None") return Effect.fail(problem("not-found", "Nothing answers under this address"))
  exchange.door = matched.route.door
  exchange.pattern = matched.route.path
  return matched._tag === "Route" ? Effect.succeed(matched) : Effect.fail(problem(
    "method-not-allowed",
    `${exchange.method} is not answered here. Use ${matched.allow.join(" or ")}`,
    {},
    { allow: matched.allow.join(", ") }
  ))
}

/** From a request to its answer. */
const answerTo = (exchange: Exchange): Handled<Answer> =>
  Effect.gen(function*() {
    const { counting, sessions } = yield* Surroundings
    yield* cameUnderOurName(exchange)
    const asset = assetAnswer(exchange)
    if (asset !== null) return asset
    recogniseSession(exchange, sessions)
    const { params, route } = yield* routed(exchange, match(routes, exchange.method, exchange.path))
    yield* counting.count(exchange)
    const person = yield* recognised(exchange)
    yield* mayLook(person, route.sees)
    const body = yield* bodyOf(exchange)
    yield* genuine(exchange, body)
    // Behind a door that asks nobody, a handler does not look at who asks
    return yield* route.answer({ ...exchange, params, body, person } as Known)
  })

/** A mistake of ours: it is written down under a reference, and only the reference is told. */
const failed = (exchange: Exchange, write: WriteLine) => (cause: Cause.Cause<unknown>): Answer => {
  exchange.reference = drawReference()
  write(failureLine(exchange, cause))
  return problem(
    "failed",
    `Something went wrong on our side. Quote the reference ${exchange.reference} when you ask for help`,
    {
      reference: exchange.reference
    }
  )
}

const isAnswer = (error: Problem | Redirect | Failure): error is Problem | Redirect =>
  error._tag === "Problem" || error._tag === "Redirect"

const told = (error: Problem | Redirect | Failure): Answer | null => (isAnswer(error) ? error : storeProblem(error))

/** Answers a request; whatever happens, there is an answer and a line in the log. */
export const makeApp = (write: WriteLine): Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  never,
  HttpServerRequest.HttpServerRequest | Services
> =>
  Effect.gen(function*() {
    const exchange = begin(yield* HttpServerRequest.HttpServerRequest)
    const running = yield* Surroundings
    const clocked = running.demoClock === null
      ? answerTo(exchange)
      : Effect.withClock(answerTo(exchange), running.demoClock.clock)
    const answer = yield* clocked.pipe(
      Effect.catchAll((error) => {
        const known = told(error)
        return known === null ? Effect.failCause(Cause.fail(error)) : Effect.succeed(known)
      }),
      Effect.catchAllCause((cause) => Effect.sync(() => failed(exchange, write)(cause)))
    )
    const response = yield* Effect.catchAllCause(
      Effect.sync(() => respond(exchange, running, answer)),
      (cause) => Effect.sync(() => respond({ ...exchange, door: "api" }, running, failed(exchange, write)(cause)))
    )
    write(requestLine(exchange, response.status))
    return response
  })
