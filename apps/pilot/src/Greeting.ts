/**
 * The greeting: what whoever started the app reads first.
 */
import type { Settings } from "./Settings.ts"

/** Where the app is, what is in it, and what to do next. */
export const greeting = ({ data, demo, host }: Settings, port: number, head: number): string => {
  const name = host === "127.0.0.1" || host === "::1" ? "localhost" : host
  const address = `http://${name}:${port}`
  const lines = [
    "",
    `Peerwork is running. Open ${address}`,
    `Data: ${data} (${head === 0 ? "empty" : `${head} events`}). Ctrl-C stops it`
  ]
  if (demo !== null) return [...lines, "This is the demo: people, places and numbers in it are invented", ""].join("\n")
  return [
    ...lines,
    ...(head === 0
      ? [`Nothing is recorded yet. Sign in as the coordinator, register staff and propose a scheme: ${address}/help`]
      : []),
    "Data of this version cannot be carried over to a later one: use it to try Peerwork out, not for real people",
    "To see it with an invented story: npm start -- --demo",
    ""
  ].join("\n")
}
