/**
 * The rule book over HTTP: every rule with its sentence, its source, its strength and its limits.
 */
import { allDecisions, ruleBook } from "@peerwork/core"
import type { JsonObject, Rule } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { data, problem } from "../server/Answer.ts"
import { takingNone } from "../server/QueryParameters.ts"
import { api } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"

/** The commands whose decision judges the rule. */
export const judgedBy = (rule: Rule): ReadonlyArray<string> =>
  allDecisions.filter(({ rules }) => rules.some((one) => one.id === rule.id)).map(({ command }) => command.name)

const ruleJson = (rule: Rule): JsonObject => ({
  id: rule.id,
  says: rule.says,
  source: `${rule.source.title}, ${rule.source.at}`,
  strength: rule.strength,
  limits: { ...rule.limits },
  note: rule.note,
  judgedBy: judgedBy(rule)
})

/** A rule by its id, in either case. */
export const ruleOf = (id: string | undefined): Rule | null =>
  ruleBook.find((rule) => rule.id.toLowerCase() === (id ?? "").toLowerCase()) ?? null

const all: Route = api(
  "GET",
  "/api/rules",
  takingNone(() => Effect.succeed(data({ rules: ruleBook.map(ruleJson) })))
)

const one: Route = api(
  "GET",
  "/api/rules/:id",
  takingNone(({ params }) => {
    const rule = ruleOf(params["id"])
    return Effect.succeed(
      rule === null ? problem("not-found", "There is no such rule. See /api/rules") : data(ruleJson(rule))
    )
  })
)

export const ruleApiRoutes: ReadonlyArray<Route> = [all, one]
