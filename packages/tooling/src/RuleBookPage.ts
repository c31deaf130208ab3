/**
 * The rule book as a page: every rule with its sentence, source, strength and limits, written from the rules themselves.
 */
import {
  allDecisions,
  lifeWords,
  limitNames,
  rolesFor,
  ruleBook,
  ruleChapter,
  schemeLimits,
  wordsOf
} from "@peerwork/core"
import type { Rule, Source } from "@peerwork/core"
import { cell, kindWords } from "./FieldWords.ts"
import { nameOf, type SourceTree } from "./SourceTree.ts"

const strengths = {
  hard: "hard: a command that breaks it is refused",
  soft: "soft: a command that breaks it is refused, unless a person records a reason",
  alert: "alert: a command that breaks it is accepted, and somebody is asked to look"
}

/** The line ranges of seed documents in a text, such as `S3:699-701`. */
export const seedRangesIn = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/\bS[0-4]:\d+(?:-\d+)?/g)].map(([range]) => range)

const linked = (text: string): string =>
  text.replaceAll(/\b(S[0-4]):\d+(?:-\d+)?/g, (range, seed: string) => `[${range}](sources.md#${seed.toLowerCase()})`)

const sourceWords = ({ at, title }: Source): string => `${title}: ${linked(at)}`

/** The rule's own numbers, each with the limit of the scheme that sets it, and the limits that its facts follow from. */
const limitLines = ({ limits, restsOn, setBy }: Rule): ReadonlyArray<string> => {
  const numbers = Object.entries(limits).map(([name, value]) => {
    const set = setBy[name]
    const bySchemes = set === undefined ? "from the scheme's limits, below" : `the scheme's \`${set}\`, below`
    return value === null ? `${name} (${bySchemes})` : `${name} ${value}${set === undefined ? "" : ` (${bySchemes})`}`
  })
  const followed = restsOn.map((name) => `\`${name}\` (${schemeLimits[name].says})`)
  return [
    ...(numbers.length === 0 ? [] : [`- Limits: ${numbers.join(", ")}`]),
    ...(followed.length === 0 ? [] : [`- Follows from the scheme's limits, below: ${followed.join(", ")}`])
  ]
}

/** Who may go on although the rule is broken. */
const overrideLine = ({ strength }: Rule, commands: ReadonlyArray<string>): string => {
  if (strength === "hard") return "- Who may go on all the same: nobody"
  const roles = [...new Set(commands.flatMap(rolesFor))].map(wordsOf).join(", ")
  return `- Who may go on all the same${strength === "soft" ? ", with a reason" : ""}: ${roles}`
}

/** More commands than this are counted: a list of a hundred hides what the rule says. */
const mostNamed = 20

const askedBy = (commands: ReadonlyArray<string>): string =>
  commands.length > mostNamed
    ? `${commands.length} commands, each of which says so in the [list of commands](commands.md)`
    : commands.map((name) => `[${name}](commands.md#${name.toLowerCase()})`).join(", ")

/** The example's facts as they stand in evidence, and what the rule then says. */
const exampleWords = ({ example }: Rule): string => {
  const facts = Object.entries(example.facts).map(([name, value]) => `${name} \`${JSON.stringify(value)}\``)
  return `${facts.join(", ")}: "${example.because}"`
}

const fileOf = (house: SourceTree, { name }: Rule): string => {
  const path = [...house.keys()].find((one) =>
    /^packages\/core\/src\/.+\/rules\//.test(one) && nameOf(one) === `${name}.ts`
  )
  if (path === undefined) throw new Error(`There is no file of the rule ${name}`)
  return path
}

const sectionOf = (house: SourceTree, rule: Rule): ReadonlyArray<string> => {
  const path = fileOf(house, rule)
  const commands = allDecisions.filter(({ rules }) => rules.some((one) => one.id === rule.id)).map(({ command }) =>
    command.name
  )
  const facts = Object.entries(rule.facts).map(([name, kind]) => `\`${name}\` (${kindWords(kind)})`)
  return [
    `### ${rule.id}`,
    "",
    `**${rule.says}.**${rule.note === "" ? "" : ` ${rule.note}.`}`,
    "",
    `- Source: ${sourceWords(rule.source)}`,
    `- Strength: ${strengths[rule.strength]}`,
    overrideLine(rule, commands),
    ...limitLines(rule),
    `- Judges: ${facts.join(", ")}`,
    `- For example: ${exampleWords(rule)}`,
    `- Asked by: ${askedBy(commands)}`,
    `- File: [${rule.name}.ts](../../${path})`,
    ""
  ]
}

const limitTable = (): ReadonlyArray<string> => [
  "## Limits that a scheme decides",
  "",
  "A limit that a source fixes holds from the first day; a scheme may set a stricter one, never a laxer one. Every other limit is",
  "unset until somebody decides it, and a scheme cannot run before, but for those that are only asked for when they are needed. The",
  "bounds of those that no source fixes only keep out slips of the pen.",
  "",
  "| Limit | What it limits | Fixed by its source | May be | Source |",
  "| --- | --- | --- | --- | --- |",
  ...limitNames.map((name) => {
    const { fixed, max, min, says, source, unit, whenNeeded } = schemeLimits[name]
    const bounds = `${fixed ?? min} to ${max} ${unit}`
    return `| \`${name}\` | ${says}${whenNeeded === true ? " (asked for when it is needed)" : ""} | ${
      fixed === null ? "no" : `${fixed} ${unit}`
    } | ${bounds} | ${cell(sourceWords(source))} |`
  }),
  ""
]

/** The page. */
export const ruleBookPage = (house: SourceTree): string => {
  const chapters = [...new Set([...Object.values<string>(lifeWords), ...ruleBook.map(({ id }) => ruleChapter(id))])]
  return [
    "---",
    "documentationType: reference",
    "---",
    "",
    "<!-- Written by `npm run generate` from the rules themselves: change the rule, never this page. -->",
    "",
    "# Rule book",
    "",
    `The ${ruleBook.length} rules of this version. A rule is one sentence of policy that a command can break. It judges public facts against`,
    "limits, and says what would make it pass. [Add a rule](../do/add-a-rule.md) shows how one is made; [sources](sources.md) says",
    "what S0 to S4 and the other marks mean.",
    "",
    ...chapters.flatMap((chapter) => {
      const rules = ruleBook.filter(({ id }) => ruleChapter(id) === chapter)
      return rules.length === 0 ? [] : [`## ${chapter}`, "", ...rules.flatMap((rule) => sectionOf(house, rule))]
    }),
    ...limitTable()
  ].join("\n")
}
