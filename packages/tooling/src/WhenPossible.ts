/**
 * When a command can be given: the states of its life in which it is possible, and what comes first, in words for the list
 * of commands.
 */
import { lifeSteps, whatComesFirst, wordsOf } from "@peerwork/core"
import type { Command, LifeSteps } from "@peerwork/core"

/** The life in which the command is a step, and the states in which it is possible; null where no table names it. */
const possibleIn = ({ life, name }: Command) => {
  const own = Object.entries(lifeSteps).find(([key]) => key === life)?.[1]
  if (own === undefined) return null
  const states = Object.entries(own.steps).filter(([, commands]) => commands.includes(name)).map(([state]) => state)
  return states.length === 0 ? null : { ...own, states }
}

/** `a, b or c` */
const oneOf = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`

/** A command that begins the life, and what has to be done after it until the command is possible. */
interface Beginning {
  readonly name: string
  readonly first: ReadonlyArray<string>
}

/** Beginnings that are alike in that. */
interface Beginnings {
  readonly names: ReadonlyArray<string>
  readonly first: ReadonlyArray<string>
}

/**
 * The commands that begin the life, together where the same comes after them; without those from which no way leads to a
 * state in which the command is possible. Where no way leads there from any, all of them, and nothing that comes first.
 */
const beginningsOf = ({ begins, steps, ways }: LifeSteps, states: ReadonlyArray<string>): ReadonlyArray<Beginnings> => {
  const all = steps["Unknown"] ?? []
  const first = Object.keys(steps).find((state) => state !== "Unknown") ?? ""
  const leading = all.flatMap((name) => {
    const begun = begins?.[name] ?? first
    const said = whatComesFirst(ways, begun, "", (state) => states.includes(state))
    return said.length > 0 || states.includes(begun) ? [{ name, first: said }] : []
  })
  if (leading.length === 0) return all.length === 0 ? [] : [{ names: all, first: [] }]
  const isAlike = (one: Beginning, other: Beginning) => one.first.join() === other.first.join()
  return leading.filter((one, index) => leading.findIndex((other) => isAlike(one, other)) === index)
    .map((one) => ({ names: leading.filter((other) => isAlike(one, other)).map(({ name }) => name), first: one.first }))
}

/** Each beginning has a place of its own on the page. */
const linked = (names: ReadonlyArray<string>): string => oneOf(names.map((name) => `[${name}](#${name.toLowerCase()})`))

/** After what it is possible, and what comes first then: in one sentence where nothing does. */
const sayBeginnings = (beginnings: ReadonlyArray<Beginnings>): string => {
  const [only] = beginnings
  if (only !== undefined && beginnings.length === 1 && only.first.length === 0) return `, after ${linked(only.names)}`
  return beginnings.map(({ first, names }) =>
    `. After ${linked(names)}: ${first.length === 0 ? "at once" : `first ${first.join(", then ")}`}`
  ).join("")
}

/** A line of the list; nothing where nothing is known. */
export const whenPossible = (command: Command): ReadonlyArray<string> => {
  const possible = possibleIn(command)
  if (possible === null) return []
  const { one, states } = possible
  const known = states.filter((state) => state !== "Unknown")
  if (known.length === 0) return [`- When: ${one} is not recorded yet`]
  const all = Object.keys(possible.steps).filter((state) => state !== "Unknown")
  const begun = sayBeginnings(beginningsOf(possible, known))
  return known.length === all.length
    ? [`- When: once ${one} is recorded${begun}`]
    : [`- When: ${one} is ${oneOf(known.map(wordsOf))}${begun}`]
}
