/**
 * The page of requirements: what the product was asked for, what carries each, and the test that shows it.
 */
import { cell } from "./FieldWords.ts"
import { exportsIn, invariantId } from "./RequirementComplaints.ts"
import type { Requirement, ToCome } from "./requirements/Requirement.ts"
import { requirementList } from "./requirements/requirementList.ts"
import { nameOf, type SourceTree } from "./SourceTree.ts"

type Places = ReturnType<typeof exportsIn>

const filed = (words: string, path: string): string => `[${words}](../../${path})`

const carriedWords = (one: Requirement, places: Places): string => {
  const { code = [], commands = [], limits = [], missing, rules = [] } = one
  const carriers = [
    ...rules.map((id) => `[${id}](rules.md#${id.toLowerCase()})`),
    ...commands.map((name) => `[${name}](commands.md#${name.toLowerCase()})`),
    ...limits.map((name) => `[\`${name}\`](rules.md#limits-that-a-scheme-decides)`),
    ...code.map((name) => filed(`\`${name}\``, places.get(name)?.[0] ?? ""))
  ]
  return [
    ...(carriers.length === 0 ? [] : [carriers.join(", ")]),
    ...(missing === undefined ? [] : [`**Not carried yet:** ${missing}`])
  ].join(". ")
}

const testWords = ({ tests = [] }: Requirement): string =>
  tests.map(([file, title]) => `${filed(nameOf(file), file)}: "${title}"`).join("; ")

const row = (one: Requirement, places: Places): string =>
  `| ${one.id} | ${cell(one.says)} | ${cell(carriedWords(one, places))} | ${cell(testWords(one))} |`

const table = (requirements: ReadonlyArray<Requirement>, places: Places): ReadonlyArray<string> => [
  "| Number | What it asks | Carried by | Shown by |",
  "| --- | --- | --- | --- |",
  ...requirements.map((one) => row(one, places)),
  ""
]

const isUncarried = ({ tests = [] }: Requirement): boolean => tests.length === 0

/** `58 invariants, of which 40 are carried, 12 in part and 6 not yet`. */
const countedWords = (what: string, requirements: ReadonlyArray<Requirement>): string => {
  const uncarried = requirements.filter(isUncarried).length
  const inPart = requirements.filter((one) => one.missing !== undefined).length - uncarried
  const whole = requirements.length - uncarried - inPart
  return `${requirements.length} ${what}, of which ${whole} are carried, ${inPart} in part and ${uncarried} not yet`
}

const toComeTable = (toCome: ReadonlyArray<ToCome>): ReadonlyArray<string> => [
  "## Edge cases of what is not here yet",
  "",
  "| Number | What happens | Why nothing carries it |",
  "| --- | --- | --- |",
  ...toCome.map(({ because, id, says }) => `| ${id} | ${cell(says)} | ${cell(because)} |`),
  ""
]

/** The page. */
export const requirementsPage = (house: SourceTree): string => {
  const places = exportsIn(house)
  const { chapters, edgeCases, toCome } = requirementList
  return [
    "---",
    "documentationType: reference",
    "---",
    "",
    "<!-- Written by `npm run generate` from packages/tooling/src/requirements: change those files, never this page. -->",
    "",
    "# Requirements",
    "",
    "The project began with a numbered list of what must hold (INV) and of edge cases that break software of this kind.",
    "This page says each in our own words, what carries it and which test shows it. Rules that came of one cite its number,",
    "as [sources](sources.md) explains. A test compares every name on this page with the rules, the commands, the limits,",
    "the code and the tests.",
    "",
    `There are ${countedWords("invariants", chapters.flatMap(({ requirements }) => requirements))}. There are`,
    `${countedWords("edge cases", edgeCases)}; ${toCome.length} more are of what is not here yet. What is carried only`,
    "in part, or not at all, says what is missing.",
    "",
    ...chapters.flatMap(({ from, requirements, title, to }) => [
      `## ${title}: ${invariantId(from)} to ${invariantId(to)}`,
      "",
      ...table(requirements, places)
    ]),
    "## Edge cases",
    "",
    ...table(edgeCases, places),
    ...toComeTable(toCome)
  ].join("\n")
}
