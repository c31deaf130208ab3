/**
 * Given a history, when a command is given on a day, then something is the case: sentences that can be false.
 */
import type { Actor } from "../language/Actor.ts"
import type { Given as GivenCommand } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import type { Decision } from "../language/Judgement.ts"
import { refuses } from "../language/Judgement.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import type { Circumstance } from "../OverEvents.ts"
import { reasons, timeOf } from "./Story.ts"

/** What became of the command, and what may be said of it. Each sentence throws when it is false. */
export interface Outcome {
  readonly decision: Decision
  /** It was accepted, with events of exactly these types. */
  isAccepted(...types: ReadonlyArray<string>): Outcome
  /** It was refused by exactly these rules. */
  isRefusedBy(...rules: ReadonlyArray<string>): Outcome
  /** It was refused because the life is in this state; no rule was judged. */
  isRefusedWhile(state: string): Outcome
  /** A rule says exactly this. */
  says(rule: string, because: string): Outcome
}

const same = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && a.every((item, index) => item === b[index])

const outcome = (name: string, decision: Decision): Outcome => {
  const fail = (expected: string): never => {
    throw new Error(
      `${name} ${expected}, but ${
        decision._tag === "Accepted" ? "it was accepted" : `it was refused: ${reasons(decision)}`
      }`
    )
  }
  const self: Outcome = {
    decision,
    isAccepted: (...types) => {
      if (decision._tag === "Refused") return fail("should be accepted")
      const happened = decision.events.map((event) => event.type)
      return types.length === 0 || same(happened, types)
        ? self
        : fail(`should lead to ${types.join(", ")} and led to ${happened.join(", ") || "nothing"}`)
    },
    isRefusedBy: (...rules) => {
      const broken = decision._tag === "Refused" ? decision.judged.filter(refuses).map((one) => one.rule).sort() : []
      return broken.length > 0 && same(broken, [...rules].sort())
        ? self
        : fail(`should be refused by ${rules.join(", ")}`)
    },
    isRefusedWhile: (state) =>
      decision._tag === "Refused" && decision.moment?.state === state ? self : fail(`should be refused while ${state}`),
    says: (rule, because) => {
      const said = decision.judged.find((one) => one.rule === rule)?.because
      return said === because ? self : fail(`should say of ${rule} "${because}", not "${said}"`)
    }
  }
  return self
}

interface When {
  when(command: GivenCommand): Outcome
}

interface On extends When {
  by(actor: Actor): When
}

/** Takes a history; then say on which day or at which local time, by whom, and which command. */
export const given = (events: ReadonlyArray<Happened>) => {
  const asked = (circumstance: Circumstance): When => ({
    when: (command) => outcome(command._tag, check(command, events, circumstance))
  })
  const then = (when: Circumstance): On => ({ ...asked(when), by: (actor) => asked({ ...when, actor }) })
  return {
    on: (day: string): On => then({ today: date(day) }),
    at: (time: string): On => then({ now: timeOf(time) })
  }
}
