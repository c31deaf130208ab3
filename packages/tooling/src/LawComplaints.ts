/**
 * What the law must say about itself: each rule its sentence and its source, each field whom it concerns.
 *
 * The shapes below are the least that a rule book and a list of definitions have to show; core's own types say more.
 */
import { isTest, nameOf, type SourceTree } from "./SourceTree.ts"

export interface RuleSeen {
  readonly id: string
  readonly says: string
  readonly source: { readonly title: string; readonly at: string }
  readonly strength: string
  readonly facts: Readonly<Record<string, { readonly input: { readonly _tag: string } }>>
  readonly setBy: Readonly<Record<string, string | undefined>>
  readonly example: { readonly held: boolean }
}

const isRuleFile = (path: string): boolean =>
  /^packages\/core\/src\/.+\/rules\/[^/]+\.ts$/.test(path) && !isTest(path) && nameOf(path) !== "index.ts"

/** Rule files without their test as the next file. */
export const rulesWithoutTest = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree.keys()].filter((path) => isRuleFile(path) && !tree.has(path.replace(/\.ts$/, ".test.ts")))
    .map((path) => `${path}: has no test beside it`)

const strengths = ["hard", "soft", "alert"]
const isBlank = (text: unknown): boolean => typeof text !== "string" || text.trim() === ""

/**
 * Rules that lack a sentence, a source or a strength, share an id, judge something that is not public, take a number from
 * a limit that no scheme decides, or show an example that does not break them.
 */
export const ruleComplaints = (
  rules: ReadonlyArray<RuleSeen>,
  limits: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const seen = new Set<string>()
  return rules.flatMap((rule) => {
    const repeated = seen.has(rule.id)
    seen.add(rule.id)
    const texts = Object.entries(rule.facts).filter(([, kind]) => kind.input._tag === "Text").map(([name]) => name)
    return [
      ...(/^[A-Z]+-[1-9]\d*$/.test(rule.id) ? [] : ["its id is not of the form LIFE-1"]),
      ...(repeated ? ["its id is taken"] : []),
      ...(isBlank(rule.says) ? ["it says nothing"] : []),
      ...(isBlank(rule.source?.title) || isBlank(rule.source?.at) ? ["it has no source"] : []),
      ...(strengths.includes(rule.strength) ? [] : [`its strength is none of ${strengths.join(", ")}`]),
      ...texts.map((name) => `its fact ${name} is text; rules judge public facts`),
      ...Object.values(rule.setBy).filter((name) => name === undefined || !limits.includes(name)).map((name) =>
        `no scheme decides a limit ${name}`
      ),
      ...(rule.example.held ? ["its example does not break it"] : [])
    ].map((complaint) => `${rule.id}: ${complaint}`)
  })
}

export interface FieldSeen {
  readonly classification?: string
  readonly subject?: string
  readonly keep?: string
}

/** An event or a command: its name and its fields. */
export interface DefinitionSeen {
  readonly type: string
  readonly fields: Readonly<Record<string, FieldSeen>>
}

/** Fields that do not say whether they are public, or, where they are personal, about whom and how long kept. */
export const unclassifiedFields = (definitions: ReadonlyArray<DefinitionSeen>): ReadonlyArray<string> =>
  definitions.flatMap(({ type, fields }) =>
    Object.entries(fields).flatMap(([name, { classification, keep, subject }]) => {
      if (classification === "open" || classification === "tagged") return []
      if (classification !== "personal") return [`${type}.${name}: is neither open, tagged nor personal`]
      return [
        ...(isBlank(subject) ? [`${type}.${name}: is personal, but of whom?`] : []),
        ...(isBlank(keep) ? [`${type}.${name}: is personal, but how long is it kept?`] : [])
      ]
    })
  )
