/**
 * What the page of a rule shows besides its sentence: an example, the limits in force, and who may go on all the same.
 */
import { limitNames, limitOn, rolesFor, say, sayMonth, schemeLimits, wordsOf } from "@peerwork/core"
import type { Json, LimitName, Rule, Scheme } from "@peerwork/core"
import { plainText, schemeName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { sentence } from "./StatusTags.ts"

const listed = (words: ReadonlyArray<string>): string => words.length === 0 ? "none" : words.join(", ")

/** A fact or a value as people read it. */
const sayFact = ({ input }: Rule["facts"][string], value: Json): string => {
  if (value === null) return "none"
  if (input._tag === "Date") return say(value as Parameters<typeof say>[0])
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (input._tag === "Choice") return input.options[plainText(value)] ?? plainText(value)
  if (input._tag === "Several" && Array.isArray(value)) {
    const codes: ReadonlyArray<Json> = value
    return listed(codes.map((code) => input.options[plainText(code)] ?? plainText(code)))
  }
  return plainText(value)
}

/** One invented case in which the rule is broken: its facts, its numbers, and what the rule then says. */
export const exampleOf = ({ example, facts }: Rule) => ({
  facts: Object.entries(facts).map(([name, kind]) => ({
    key: sentence(wordsOf(name)),
    value: sayFact(kind, example.facts[name] ?? null)
  })),
  limits: Object.entries(example.limits).map(([name, value]) => ({
    key: `Limit: ${wordsOf(name)}`,
    value: `${value}`
  })),
  because: example.because
})

export const sayUnit = (value: number, unit: string): string => {
  if (unit === "calendar month") return value === 0 ? "no month" : sayMonth(value)
  const one = unit === "people" ? "person" : unit.replace(/s$/, "")
  return `${value} ${value === 1 ? one : unit}`
}

const sinceWhen = (scheme: Scheme, name: LimitName, { day }: Looked): string => {
  const decided = scheme.policy.filter((one) => one.limit === name && one.from <= day).at(-1)
  return decided === undefined
    ? (schemeLimits[name].fixed === null ? "" : "fixed by its source")
    : `from ${say(decided.from)}`
}

/** What a scheme's limit is on the day, as people read it, and since when. */
export const limitInForce = (scheme: Scheme, name: LimitName, looked: Looked) => {
  const value = limitOn(scheme, name, looked.day)
  return {
    value: value === null ? "Not decided" : sayUnit(value, schemeLimits[name].unit),
    isOpen: value === null,
    since: sinceWhen(scheme, name, looked)
  }
}

/** The limits of a scheme that give the rule its numbers, and those from which what it judges follows. */
const limitsOfSchemes = ({ restsOn, setBy }: Rule): ReadonlyArray<LimitName> =>
  limitNames.filter((name) => restsOn.includes(name) || Object.values(setBy).includes(name))

/** Each limit of the rule in each scheme, as it is in force on the day. */
export const limitsInForce = (rule: Rule, looked: Looked) =>
  limitsOfSchemes(rule).map((name) => ({
    says: schemeLimits[name].says,
    schemes: [...looked.records.scheme.values()].map(({ id, state }) => ({
      name: schemeName(state),
      href: `/schemes/${id}`,
      ...limitInForce(state, name, looked)
    }))
  }))

const listRoles = (roles: ReadonlyArray<string>): string =>
  roles.length < 2 ? roles.join("") : `${roles.slice(0, -1).join(", ")} or ${roles.at(-1)}`

/** Who may go on although the rule is broken. */
export const whoMayOverride = ({ strength }: Rule, commands: ReadonlyArray<string>): string => {
  if (strength === "hard") return "Nobody"
  if (strength === "alert") return "Nobody has to: the command is accepted, and somebody is asked to look"
  const roles = [...new Set(commands.flatMap(rolesFor))].map(wordsOf)
  return `${sentence(listRoles(roles))}, with a reason that is recorded under their name`
}
