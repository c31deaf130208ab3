/**
 * Stories: histories told through commands, each on its date, each of which must be accepted.
 */
import type { Actor } from "../language/Actor.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import type { Decision } from "../language/Judgement.ts"
import { date } from "../language/LocalDate.ts"
import { decide } from "../OverEvents.ts"

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
  /** Who acts from here on. */
  by(actor: Actor): Story
}

const told = (events: ReadonlyArray<Happened>, actor: Actor | undefined): Story => ({
  events,
  by: (next) => told(events, next),
  on: (day, ...commands) => {
    const today = date(day)
    const after = commands.reduce((history, command) => {
      const next = decide(command, history, actor === undefined ? { today } : { today, actor })
      if (next.decision._tag === "Refused") {
        throw new Error(`On ${day}, ${command._tag} was refused: ${reasons(next.decision)}`)
      }
      return next.events
    }, events)
    return told(after, actor)
  }
})

/** Begins a story, on top of what has happened already. */
export const story = (events: ReadonlyArray<Happened> = []): Story => told(events, undefined)
