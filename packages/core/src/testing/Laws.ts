/**
 * The laws that every life obeys, whatever its rules are.
 *
 * Each takes a history and throws a sentence where the law is broken. `deciding` also takes commands to try on it.
 */
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { matches } from "../language/Query.ts"
import { fold } from "../language/View.ts"
import type { View } from "../language/View.ts"
import { check, decide } from "../OverEvents.ts"
import { eventTypes } from "../Registry.ts"
import { withoutTheWorld } from "./WithoutTheWorld.ts"

const written = (value: unknown): string => JSON.stringify(value)

const demand = (holds: boolean, law: string): void => {
  if (!holds) throw new Error(law)
}

const concerning = (view: View<unknown>, id: string, events: ReadonlyArray<Happened>): ReadonlyArray<Happened> =>
  events.filter((event) => matches(view.query(id), event))

/** Folding a part and then the rest is folding all, wherever the cut is; and folding twice gives the same bytes. */
const replay = (view: View<unknown>, id: string, events: ReadonlyArray<Happened>): void => {
  const own = concerning(view, id, events)
  const whole = written(fold(view, id, own))
  demand(written(fold(view, id, own)) === whole, `${view.name} folds the same events to different states`)
  for (let cut = 0; cut <= own.length; cut += 1) {
    const parts = fold(view, id, own.slice(cut), fold(view, id, own.slice(0, cut)))
    demand(written(parts) === whole, `${view.name} cut at ${cut} folds to another state`)
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** As it is stored: the order in which the fields of an event are named means nothing. */
const storedForm = (data: Readonly<Record<string, unknown>> | null): string =>
  written(data === null ? null : Object.keys(data).sort().map((name) => [name, data[name]]))

/** Every event reads back from its stored form to the same data. */
const stored = (events: ReadonlyArray<Happened>): void => {
  for (const event of events) {
    const type = eventTypes.get(event.type)
    const back: unknown = JSON.parse(written(event.data))
    const read = isRecord(back) ? type?.understand(type.versions.length, back) : undefined
    const data = read?._tag === "Understood" ? read.data : null
    demand(storedForm(data) === storedForm(event.data), `${event.type} does not read back as it was stored`)
  }
}

/** A decision is a function: asked twice, in a world without clock or dice, it answers the same and changes no input. */
const deciding = (events: ReadonlyArray<Happened>, commands: ReadonlyArray<Given>, today: LocalDate): void => {
  const before = written(events)
  for (const command of commands) {
    const first = check(command, events, { today })
    const again = withoutTheWorld(() => check(command, events, { today }))
    demand(written(again) === written(first), `${command._tag} decides differently twice`)
    demand(written(events) === before, `${command._tag} changed its input`)
  }
}

/** A refusal changes nothing, and a command that was accepted once has no second effect when it is repeated. */
const repeating = (events: ReadonlyArray<Happened>, command: Given, today: LocalDate): void => {
  const once = decide(command, events, { today })
  if (once.decision._tag === "Refused") {
    demand(once.events === events, `${command._tag} was refused and changed the history`)
    return
  }
  const twice = decide(command, once.events, { today })
  demand(
    twice.decision._tag === "Refused" || twice.decision.events.length === 0,
    `${command._tag} has a second effect when it is repeated`
  )
}

/** A view over any events at all, also impossible ones, never throws. */
const total = (view: View<unknown>, id: string, events: ReadonlyArray<Happened>): void => {
  fold(view, id, events)
}

export const laws = { replay, stored, deciding, repeating, total }
