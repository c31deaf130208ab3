/**
 * Stories: histories told through commands, each on its date, each of which must be accepted.
 */
import type { Actor } from "../language/Actor.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import type { Instant } from "../language/Instant.ts"
import type { Decision } from "../language/Judgement.ts"
import { date } from "../language/LocalDate.ts"
import { instantIn } from "../language/WallTime.ts"
import { decide } from "../OverEvents.ts"
import type { Circumstance } from "../OverEvents.ts"

/** Why a command was refused, as sentences. */
export const reasons = (decision: Decision): string => {
  if (decision._tag === "Accepted") return "it was accepted"
  if (decision.moment !== null) return decision.moment.says
  return decision.judged.filter((one) => one.held === false).map((one) => `${one.rule}: ${one.because}`).join("; ")
}

/** A history that grows by commands. */
export interface Story {
  readonly events: ReadonlyArray<Happened>
  /** The commands are given on the day, in their order. Throws where one is refused, with the reasons. */
  on(day: string, ...commands: ReadonlyArray<Given>): Story
  /** The same at a local time, such as `2016-03-24T16:50`. */
  at(time: string, ...commands: ReadonlyArray<Given>): Story
  /** Who acts from here on. */
  by(actor: Actor): Story
}

/** The instant of a local time. Throws where there is none. */
export const timeOf = (time: string): Instant => {
  const at = instantIn(time)
  if (at === null) throw new RangeError(`${time} is no time. Write it like 2016-03-24T16:50`)
  return at
}

const told = (events: ReadonlyArray<Happened>, actor: Actor | undefined): Story => {
  const given = (said: string, when: Circumstance, commands: ReadonlyArray<Given>): Story => {
    const circumstance = actor === undefined ? when : { ...when, actor }
    const after = commands.reduce((history, command) => {
      const next = decide(command, history, circumstance)
      if (next.decision._tag === "Refused") {
        throw new Error(`On ${said}, ${command._tag} was refused: ${reasons(next.decision)}`)
      }
      return next.events
    }, events)
    return told(after, actor)
  }
  return {
    events,
    by: (next) => told(events, next),
    on: (day, ...commands) => given(day, { today: date(day) }, commands),
    at: (time, ...commands) => given(time, { now: timeOf(time) }, commands)
  }
}

/** Begins a story, on top of what has happened already. */
export const story = (events: ReadonlyArray<Happened> = []): Story => told(events, undefined)
