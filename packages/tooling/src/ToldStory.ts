/**
 * A story of `docs/examples`, told by the law alone: every command is given on its day, over a plain array of events,
 * and every answer is kept. Tests compare them, and what is the case afterwards, with what the story's page says.
 */
import {
  answer,
  decisions,
  fold,
  instant,
  localDateOf,
  localTimeOf,
  matches,
  Peerwork,
  refuses,
  roles
} from "@peerwork/core"
import type { Happened, Instant, View } from "@peerwork/core"
import { readFileSync } from "node:fs"

export interface Step {
  /** Local time. */
  readonly at: string
  readonly as: typeof roles[number]
  readonly command: string
  readonly id: string
  readonly about?: string
  readonly body: Readonly<Record<string, unknown>>
  readonly expect: "accepted" | "refused"
  readonly says?: string
}

/** A step, and what it was answered. */
export interface Told {
  readonly step: Step
  readonly answer: "accepted" | "refused"
  /** Why it was refused, each rule that was broken in its own words. */
  readonly says: ReadonlyArray<string>
}

export interface Story {
  readonly establishment: string
  readonly steps: ReadonlyArray<Step>
  /** The page beside it. */
  readonly readMe: string
}

/** The instant at which clocks in England and Wales show the local time. */
export const atLocal = (local: string): Instant => {
  const winter = instant(`${local}:00.000Z`)
  if (`${localDateOf(winter)}T${localTimeOf(winter)}` === local) return winter
  return instant(new Date(Date.parse(winter) - 3_600_000).toISOString())
}

export const storyIn = (name: string): Story => {
  const folder = new URL(`../../../docs/examples/${name}/`, import.meta.url)
  const told = JSON.parse(readFileSync(new URL("story.json", folder), "utf8")) as Omit<Story, "readMe">
  return { ...told, readMe: readFileSync(new URL("README.md", folder), "utf8") }
}

const actingAs = (role: Step["as"]): string => {
  const number = roles.indexOf(role) + 1
  return `5f1d2c3e-000${number}-4000-8000-00000000000${number}`
}

/** Gives every command on its day, and keeps what was answered. */
export const tell = (
  steps: ReadonlyArray<Step>
): { readonly events: ReadonlyArray<Happened>; readonly told: ReadonlyArray<Told> } => {
  let events: ReadonlyArray<Happened> = []
  const told = steps.map((step): Told => {
    const reading = decisions.get(step.command)?.command.read(step.body)
    if (reading?._tag !== "Right") throw new Error(`${step.id} (${step.command}): ${JSON.stringify(reading)}`)
    const circumstance = { now: atLocal(step.at), actor: { id: actingAs(step.as), role: step.as } }
    const { decision, events: after } = Peerwork.decide(reading.command, events, circumstance)
    events = after
    if (decision._tag === "Accepted") return { step, answer: "accepted", says: [] }
    const broken = decision.judged.filter(refuses).map((one) => String(one.because))
    return { step, answer: "refused", says: decision.moment === null ? broken : [decision.moment.says] }
  })
  return { events, told }
}

/** One instance of a life, as these events have it. */
export const stateIn = <S>(events: ReadonlyArray<Happened>, view: View<S>, id: string): S =>
  fold(view, id, events.filter((event) => matches(view.query(id), event)))

/** What the law reads, answered from these events. */
export const answerIn = <A>(events: ReadonlyArray<Happened>, reading: Parameters<typeof answer<A>>[0]): A =>
  answer(reading, (view, id) => stateIn(events, view, id))
