/**
 * Proves that nothing acknowledged is lost when the app is killed as the kernel kills, fifty times under load: every
 * acknowledged command stands in the log once, at the position that its receipt named, and the app starts again.
 */
import { randomInt, randomUUID } from "node:crypto"
import { expect, it } from "vitest"
import { remove, start, temporaryFolder } from "./RunningApp.ts"
import type { RunningApp } from "./RunningApp.ts"
import { newPrisonNumber } from "./SchemeStory.ts"

const rounds = 50
const clients = 8

interface Acknowledged {
  readonly commandId: string
  readonly position: number
}

/** Registers people one after the other until the app is gone; gives what was acknowledged. */
const load = async (app: RunningApp): Promise<ReadonlyArray<Acknowledged>> => {
  const acknowledged: Array<Acknowledged> = []
  for (;;) {
    const commandId = randomUUID()
    const answer = await app.give(
      "RegisterPerson",
      {
        person: randomUUID(),
        prisonNumber: newPrisonNumber(),
        familyName: "Example",
        givenName: "Pat",
        establishment: "ZZI",
        on: "2016-02-01"
      },
      "officer",
      commandId
    ).catch(() => null)
    if (answer === null) return acknowledged
    if (answer.status === 201) acknowledged.push({ commandId, position: answer.body.receipt?.first ?? 0 })
  }
}

/** The clock of a round: later than everything that the rounds before recorded. */
const clockOf = (round: number): string =>
  `2016-02-01T${String(9 + Math.floor(round / 60)).padStart(2, "0")}:${String(round % 60).padStart(2, "0")}`

const commandsInLog = async (app: RunningApp): Promise<ReadonlyArray<string>> =>
  (await app.lines()).map((line) => {
    const { command } = JSON.parse(line) as { readonly command: { readonly id: string } }
    return command.id
  })

it(`killed ${rounds} times under load, the app keeps everything that it acknowledged, once`, async () => {
  const folder = await temporaryFolder()
  const acknowledged: Array<Acknowledged> = []
  for (let round = 0; round < rounds; round += 1) {
    const app = await start(folder, clockOf(round))
    const loads = Promise.all(Array.from({ length: clients }, () => load(app)))
    await new Promise((resolve) => setTimeout(resolve, randomInt(20, 250)))
    await app.stop("SIGKILL")
    acknowledged.push(...(await loads).flat())
  }
  const app = await start(folder, clockOf(rounds))
  const commands = await commandsInLog(app)
  await app.stop()
  await remove(folder)

  expect(acknowledged.length).toBeGreaterThan(rounds)
  expect(new Set(commands).size).toBe(commands.length)
  for (const { commandId, position } of acknowledged) expect(commands[position - 1]).toBe(commandId)
}, 600_000)
