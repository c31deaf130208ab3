/**
 * The greeting: what whoever started the app reads first.
 */
import type { Instant } from "@peerwork/core"
import { sayMoment } from "./demo/LocalTime.ts"
import type { StoryFile } from "./demo/StoryFile.ts"
import type { Settings } from "./Settings.ts"

export interface Greeted {
  readonly settings: Settings
  readonly port: number
  /** How many events there are. */
  readonly head: number
  /** The story that was told just now. */
  readonly story: Pick<StoryFile, "title" | "steps"> | null
  /** The moment that it is in the demo. */
  readonly moment: Instant | null
}

const demoLines = ({ moment, story }: Greeted): ReadonlyArray<string> => [
  "This is the demo: people, places and numbers in it are invented",
  ...(story === null ? [] : [`Told: ${story.title} (${story.steps.length} steps)`]),
  ...(moment === null
    ? []
    : [`Here it is ${sayMoment(moment)}. The clock can be moved forwards on the page /demo/clock`]),
  "To tell the story anew: npm start -- --demo=again"
]

const plainLines = ({ head }: Greeted, address: string): ReadonlyArray<string> => [
  ...(head === 0
    ? [`Nothing is recorded yet. Sign in as the coordinator and follow ${address}/help`]
    : []),
  "Data of this version cannot be carried over to a later one: use it to try Peerwork out, not for real people",
  "To see it with an invented story: npm start -- --demo"
]

/** Where the app is, what is in it, and what to do next. */
export const greeting = (greeted: Greeted): string => {
  const { head, port, settings: { data, demo, host } } = greeted
  const name = host === "::1" ? "[::1]" : host === "127.0.0.1" ? "localhost" : host
  const address = `http://${name}:${port}`
  return [
    "",
    `Peerwork is running. Open ${address}`,
    `Data: ${data} (${head === 0 ? "empty" : `${head} events`}). Ctrl-C stops it`,
    ...(demo === null ? plainLines(greeted, address) : demoLines(greeted)),
    ""
  ].join("\n")
}
