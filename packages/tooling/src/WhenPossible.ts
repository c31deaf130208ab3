/**
 * When a command can be given: the states of its life in which it is possible, and what comes first, in words for the list
 * of commands.
 */
import { lifeSteps, whatComesFirst, wordsOf } from "@peerwork/core"
import type { Command } from "@peerwork/core"

/** The life in which the command is a step, and the states in which it is possible; null where no table names it. */
const possibleIn = ({ life, name }: Command) => {
  const own = Object.entries(lifeSteps).find(([key]) => key === life)?.[1]
  if (own === undefined) return null
  const states = Object.entries(own.steps).filter(([, commands]) => commands.includes(name)).map(([state]) => state)
  return states.length === 0 ? null : { ...own, states }
}

/** What has to be done from the first state of the life on. */
const firstSteps = ({ steps, ways }: typeof lifeSteps.cohort, states: ReadonlyArray<string>): ReadonlyArray<string> => {
  const [begun] = Object.keys(steps).filter((state) => state !== "Unknown")
  return begun === undefined ? [] : whatComesFirst(ways, begun, "", (state) => states.includes(state))
}

/** `a, b or c` */
const oneOf = (words: ReadonlyArray<string>): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`

/** The commands that begin the life: each has a place of its own on the page. */
const beginnings = (steps: typeof lifeSteps.cohort.steps): string => {
  const begin = (steps["Unknown"] ?? []).map((name) => `[${name}](#${name.toLowerCase()})`)
  return begin.length === 0 ? "" : `, after ${oneOf(begin)}`
}

/** A line of the list; nothing where nothing is known. */
export const whenPossible = (command: Command): ReadonlyArray<string> => {
  const possible = possibleIn(command)
  if (possible === null) return []
  const { one, states } = possible
  const known = states.filter((state) => state !== "Unknown")
  if (known.length === 0) return [`- When: ${one} is not recorded yet`]
  const all = Object.keys(possible.steps).filter((state) => state !== "Unknown")
  const begun = beginnings(possible.steps)
  if (known.length === all.length) return [`- When: once ${one} is recorded${begun}`]
  const first = firstSteps(possible, states)
  const before = first.length === 0 ? "" : `. Before that: ${first.join(", then ")}`
  return [`- When: ${one} is ${oneOf(known.map(wordsOf))}${begun}${before}`]
}
