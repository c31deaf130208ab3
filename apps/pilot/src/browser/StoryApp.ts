/**
 * The app with its story, as a process of its own: what somebody sees who starts the demo.
 */
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { freePort, remove, temporaryFolder } from "../acceptance/RunningApp.ts"

export interface StoryApp {
  readonly address: string
  stop(): Promise<void>
}

const main = fileURLToPath(new URL("../main.ts", import.meta.url))

const untilItAnswers = async (address: string, hasEnded: () => boolean): Promise<void> => {
  for (;;) {
    if (hasEnded()) throw new Error("The demo did not start")
    const answer = await fetch(`${address}/ping`).catch(() => null)
    if (answer?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** Starts the demo in a folder of its own. */
export const startStory = async (clock?: string): Promise<StoryApp> => {
  const [port, folder] = [await freePort(), await temporaryFolder()]
  const child = spawn(process.execPath, ["--conditions=@peerwork/source", main, "--demo"], {
    env: {
      ...process.env,
      PORT: String(port),
      PEERWORK_DATA: folder,
      ...(clock === undefined ? {} : { PEERWORK_CLOCK: clock })
    },
    stdio: ["ignore", "ignore", process.env["PEERWORK_LOG"] === undefined ? "ignore" : "inherit"]
  })
  const address = `http://127.0.0.1:${port}`
  await untilItAnswers(address, () => child.exitCode !== null)
  return {
    address,
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve))
      child.kill("SIGTERM")
      await ended
      await remove(folder)
    }
  }
}
