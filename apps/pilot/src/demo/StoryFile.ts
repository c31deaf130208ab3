/**
 * A story as it stands in a file: steps on their own dates, each a command that somebody gives.
 *
 * A step says whether it is refused on purpose, and may say with which words; so a story that the law no longer tells
 * breaks loudly instead of telling something else.
 */
import { decisions, roles } from "@peerwork/core"
import type { Decides, Instant, Role } from "@peerwork/core"
import { CommandId } from "@peerwork/store"
import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { readMoment } from "./LocalTime.ts"

export interface Step {
  readonly at: Instant
  readonly as: Role
  readonly decides: Decides
  readonly id: CommandId
  readonly body: Readonly<Record<string, unknown>>
  readonly isRefused: boolean
  /** Words that the refusal holds. */
  readonly says: string | null
}

export interface StoryFile {
  readonly name: string
  readonly title: string
  readonly steps: ReadonlyArray<Step>
}

const StepInFile = Schema.Struct({
  at: Schema.String,
  as: Schema.Literal(...roles),
  command: Schema.String,
  id: Schema.String,
  body: Schema.Record({ key: Schema.String, value: Schema.Unknown }),
  expect: Schema.optional(Schema.Literal("accepted", "refused")),
  says: Schema.optional(Schema.String)
})

const InFile = Schema.Struct({ title: Schema.String, steps: Schema.Array(StepInFile) })

const stepOf = (step: typeof StepInFile.Type, number: number): Step => {
  const broken = (says: string): never => {
    throw new RangeError(`Step ${number} (${step.command}): ${says}`)
  }
  const moment = readMoment(step.at)
  const decides = decisions.get(step.command)
  return {
    at: moment._tag === "Read" ? moment.at : broken(`at ${moment.says}`),
    as: step.as,
    decides: decides ?? broken("there is no such command"),
    id: CommandId(step.id),
    body: step.body,
    isRefused: step.expect === "refused",
    says: step.says ?? null
  }
}

/** Reads the text of a story. Throws with the step that cannot be read. */
export const readStory = (name: string, text: string): StoryFile => {
  const { steps, title } = Schema.decodeUnknownSync(Schema.parseJson(InFile))(text)
  return { name, title, steps: steps.map((step, index) => stepOf(step, index + 1)) }
}

/** Several stories as one: every step in the order of its moment, those of one moment in the order of the stories. */
export const together = (name: string, title: string, stories: ReadonlyArray<StoryFile>): StoryFile => ({
  name,
  title,
  steps: stories.flatMap(({ steps }) => steps).sort((one, other) => one.at < other.at ? -1 : one.at > other.at ? 1 : 0)
})

const examples = ["wellbeing-reps", "training-pilot", "aspiring-workers", "may-bank-holiday"]

/** The stories of the repository's examples, told into one log; null where they are not there. */
export const allExamples = (): StoryFile | null => {
  const stories = examples.map(exampleStory).filter((story) => story !== null)
  return stories.length < examples.length
    ? null
    : together("examples", stories.map(({ title }) => title).join("; "), stories)
}

/** A story of the repository's examples; null where it is not there. */
export const exampleStory = (name: string): StoryFile | null => {
  const file = fileURLToPath(new URL(`../../../../docs/examples/${name}/story.json`, import.meta.url))
  try {
    return readStory(name, readFileSync(file, "utf8"))
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null
    throw error
  }
}
