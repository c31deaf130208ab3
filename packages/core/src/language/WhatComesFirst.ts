/**
 * What has to be done first, where something is asked of a life too early: the way from the state that it is in.
 *
 * A refusal that only says the state leaves people to guess the next step. Each life tells its ways on, one for a state,
 * in the words in which somebody is told to go them.
 */

import { wrongMoment } from "./Judgement.ts"
import type { Change, Judgement } from "./Judgement.ts"

/** The way on from a state. */
export interface Way<State extends string> {
  readonly to: State
  /** As it stands after "First": `start it`. */
  readonly says: string
  /** The commands that led to the state: whoever gives one of them again is only told that it was given. */
  readonly already?: ReadonlyArray<string>
}

export type Ways<State extends string> = Readonly<Partial<Record<State, Way<State>>>>

/** What to do, in its order, until the command is possible; nothing where no way leads there. */
export const whatComesFirst = <State extends string>(
  ways: Ways<State>,
  from: State,
  command: string,
  isPossible: (state: State) => boolean
): ReadonlyArray<string> => {
  if (ways[from]?.already?.includes(command) === true) return []
  const passed: Array<State> = []
  const said: Array<string> = []
  for (let state = from; !isPossible(state);) {
    const way: Way<State> | undefined = ways[state]
    if (way === undefined || passed.includes(state)) return []
    passed.push(state)
    said.push(way.says)
    state = way.to
  }
  return said
}

/** A life with what is possible in each of its states, and the ways on from them. */
interface Stepping<State extends string> {
  readonly life: string
  readonly steps: Readonly<Record<State, ReadonlyArray<string>>>
  readonly ways: Ways<State>
  /** Where no way leads on: how what was recorded is taken back, step by step. */
  readonly back?: Ways<State>
}

/**
 * Refuses a command that the table of steps does not allow in the state, and says what comes first; null where it does.
 * What is possible in each state may be said otherwise, for a command of another life.
 */
export const refusedIn = <State extends string>({ back, life, steps, ways }: Stepping<State>) =>
(
  state: State,
  changed: Change | null,
  command: string,
  isPossible = (one: State) => steps[one].includes(command)
): Judgement<never> | null => {
  if (isPossible(state)) return null
  const on = whatComesFirst(ways, state, command, isPossible)
  const first = on.length > 0 || back === undefined ? on : whatComesFirst(back, state, command, isPossible)
  return wrongMoment(life, state, changed, steps[state], undefined, first)
}
