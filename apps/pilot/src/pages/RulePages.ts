/**
 * The rule book on pages: every rule with its sentence, its source, its strength, its limits and where it is asked.
 */
import { allCommands, lifeWords, ruleBook, ruleChapter, wordsOf } from "@peerwork/core"
import type { Rule, Strength } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { judgedBy, ruleOf } from "../api/RulesApi.ts"
import type { Looked } from "../records/Labels.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { emptyNames } from "../records/Names.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page } from "../server/Answer.ts"
import { open } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { today } from "../server/Surroundings.ts"
import { exampleOf, limitsInForce, whoMayOverride } from "./RuleDetails.ts"

const strengths: Readonly<Record<Strength, { readonly text: string; readonly says: string }>> = {
  hard: { text: "Always refuses", says: "Without it, the command is refused. Nobody can go on all the same" },
  soft: { text: "Needs a reason", says: "Whoever goes on although it is not met records why" },
  alert: { text: "Needs attention", says: "The command is accepted, and somebody has to look" }
}

const summary = (rule: Rule) => ({
  id: rule.id,
  says: rule.says,
  strength: strengths[rule.strength].text,
  source: `${rule.source.title}, ${rule.source.at}`
})

const chapters = new Set([...Object.values<string>(lifeWords), ...ruleBook.map(({ id }) => ruleChapter(id))])

const groups = [...chapters].map((life) => ({
  life,
  rules: ruleBook.filter(({ id }) => ruleChapter(id) === life).map(summary)
})).filter(({ rules }) => rules.length > 0)

const all: Route = open(
  "GET",
  "/rules",
  () => Effect.succeed(page("rules.njk", "Rules", { groups, count: ruleBook.length }))
)

const limitsOf = ({ limits }: Rule) =>
  Object.entries(limits).map(([name, value]) => ({
    name: wordsOf(name),
    value: value === null ? "decided by each scheme" : String(value)
  }))

const lifeOf: Readonly<Record<string, string>> = lifeWords

/** The commands by their titles; two of one title say of what they are. */
const titled = (names: ReadonlyArray<string>) => {
  const commands = allCommands.filter(({ name }) => names.includes(name))
  return commands.map(({ life, name, title }) => ({
    name,
    title: commands.some((one) => one.title === title && one.name !== name) ? `${title} (${lifeOf[life]})` : title
  }))
}

/** One rule, with its limits as they are in force on the day. */
export const rulePage = (rule: Rule, looked: Looked): Page => {
  const commands = judgedBy(rule)
  return page("rule.njk", `Rule ${rule.id}`, {
    rule: summary(rule),
    strength: strengths[rule.strength],
    override: whoMayOverride(rule, commands),
    note: rule.note,
    limits: limitsOf(rule),
    inForce: limitsInForce(rule, looked),
    example: exampleOf(rule),
    commands: titled(commands)
  })
}

/** Limits concern no person: whoever has not signed in sees them too, and no names. */
const one: Route = open("GET", "/rules/:id", ({ params }) =>
  Effect.gen(function*() {
    const rule = ruleOf(params["id"])
    if (rule === null) return problem("not-found", "There is no such rule")
    const { records } = yield* (yield* LiveRecords).current
    return rulePage(rule, { records, names: emptyNames(), day: yield* today })
  }))

export const rulePageRoutes: ReadonlyArray<Route> = [all, one]
