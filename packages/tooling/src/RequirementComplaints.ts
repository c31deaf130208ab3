/**
 * What is wrong with the list of requirements: a number that is missing or there twice, a name of nothing, a test that
 * is not where it is said to be, a rule that cites a requirement which does not name it.
 */
import type { Chapter, NamedTest, Requirement, RequirementList } from "./requirements/Requirement.ts"
import { isCode, isTest, type SourceTree } from "./SourceTree.ts"

/** What a requirement may name. */
interface Nameable {
  readonly rules: ReadonlyArray<{ readonly id: string; readonly source: { readonly at: string } }>
  readonly commands: ReadonlyArray<string>
  readonly limits: Readonly<Record<string, { readonly source: { readonly at: string } }>>
}

/** How many edge cases there are. */
const edgeCaseCount = 80

/** `INV-01` for 1. */
export const invariantId = (number: number): string => `INV-${String(number).padStart(2, "0")}`

const numbersFrom = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const wrongNumbers = (wanted: ReadonlyArray<string>, ids: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...wanted.filter((id) => !ids.includes(id)).map((id) => `${id}: is missing`),
  ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: is there twice`),
  ...ids.filter((id) => !wanted.includes(id)).map((id) => `${id}: is no number of this part`)
]

/** Numbers of the list that are missing, there twice or none of theirs. */
export const numberComplaints = ({ chapters, edgeCases, toCome }: RequirementList): ReadonlyArray<string> => [
  ...chapters.flatMap(({ from, requirements, to }) =>
    wrongNumbers(numbersFrom(from, to).map(invariantId), requirements.map(({ id }) => id))
  ),
  ...wrongNumbers(numbersFrom(1, edgeCaseCount).map(String), [...edgeCases, ...toCome].map(({ id }) => id))
]

/** The files of packages and apps that export each name. */
export const exportsIn = (house: SourceTree): ReadonlyMap<string, ReadonlyArray<string>> => {
  const places = new Map<string, ReadonlyArray<string>>()
  for (const [path, text] of house) {
    if (!/^(packages|apps)\//.test(path) || !isCode(path) || isTest(path)) continue
    for (const [, name = ""] of text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)) {
      places.set(name, [...(places.get(name) ?? []), path])
    }
  }
  return places
}

const testComplaint = (house: SourceTree, [file, title]: NamedTest): ReadonlyArray<string> => {
  const text = house.get(file)
  if (!isTest(file) || text === undefined) return [`there is no test file ${file}`]
  return text.replaceAll(/\(\s+"/g, '("').includes(`("${title}"`) ? [] : [`${file} has no test "${title}"`]
}

const carriersOf = ({ code = [], commands = [], limits = [], rules = [] }: Requirement): ReadonlyArray<string> => [
  ...rules,
  ...commands,
  ...limits,
  ...code
]

const complaintsOf = (
  requirement: Requirement,
  { commands, limits, rules }: Nameable,
  house: SourceTree,
  places: ReadonlyMap<string, ReadonlyArray<string>>
): ReadonlyArray<string> => {
  const { missing, says, tests = [] } = requirement
  const isCarried = carriersOf(requirement).length > 0
  return [
    ...(says.trim() === "" ? ["says nothing"] : []),
    ...(isCarried || missing !== undefined ? [] : ["names nothing that carries it, and nothing that is missing"]),
    ...(isCarried === tests.length > 0 ? [] : [isCarried ? "is carried and has no test" : "has a test of nothing"]),
    ...(missing?.trim() === "" ? ["is missing something, and does not say what"] : []),
    ...(requirement.rules ?? []).filter((id) => rules.every((rule) => rule.id !== id)).map((id) =>
      `there is no rule ${id}`
    ),
    ...(requirement.commands ?? []).filter((name) => !commands.includes(name)).map((name) =>
      `there is no command ${name}`
    ),
    ...(requirement.limits ?? []).filter((name) => !Object.hasOwn(limits, name)).map((name) =>
      `there is no limit ${name}`
    ),
    ...(requirement.code ?? []).filter((name) => places.get(name)?.length !== 1).map((name) =>
      `${places.get(name)?.length ?? 0} files export ${name}`
    ),
    ...tests.flatMap((test) => testComplaint(house, test))
  ]
}

/** Requirements that name what is not there, or too little. */
export const carrierComplaints = (
  { chapters, edgeCases, toCome }: RequirementList,
  nameable: Nameable,
  house: SourceTree
): ReadonlyArray<string> => {
  const places = exportsIn(house)
  return [
    ...[...chapters.flatMap(({ requirements }) => requirements), ...edgeCases].flatMap((one) =>
      complaintsOf(one, nameable, house, places).map((complaint) => `${one.id}: ${complaint}`)
    ),
    ...toCome.filter(({ because, says }) => because.trim() === "" || says.trim() === "").map(({ id }) =>
      `${id}: does not say why nothing carries it`
    )
  ]
}

const citedBy = ({ requirements }: Chapter, { limits, rules }: Nameable): ReadonlyArray<string> =>
  requirements.flatMap((one) => {
    const cites = ({ source: { at } }: { readonly source: { readonly at: string } }): boolean =>
      new RegExp(`\\b${one.id}\\b`).test(at)
    const named = carriersOf(one)
    return [...rules.filter(cites).map(({ id }) => id), ...Object.keys(limits).filter((name) => cites(limits[name]!))]
      .filter((citing) => !named.includes(citing))
      .map((citing) => `${one.id}: ${citing} cites it and is not named`)
  })

/** Rules and limits that cite a requirement as their source, where the requirement does not name them. */
export const citationComplaints = ({ chapters }: RequirementList, nameable: Nameable): ReadonlyArray<string> =>
  chapters.flatMap((chapter) => citedBy(chapter, nameable))
