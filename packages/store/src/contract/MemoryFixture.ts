/**
 * The fixture of the store in memory.
 */
import * as Effect from "effect/Effect"
import type { LogStorage } from "../LogStorage.ts"
import { memoryLog, memoryStorage } from "../MemoryStore.ts"
import type { MemoryLog } from "../MemoryStore.ts"
import { RuleBroken } from "./ContractRule.ts"
import type { Fixture } from "./ContractRule.ts"

const declines = {
  reopen: "it keeps its log only as long as the process lives",
  rewrite: "it has no engine through which one could rewrite"
} as const

const declined = (reason: string) => new RuleBroken({ message: `declined: ${reason}` })

/** A fixture over logs in memory, with a storage of one's own over them. */
export const memoryFixtureOf = (name: string, connect: (log: MemoryLog) => Effect.Effect<LogStorage>): Fixture => ({
  name,
  log: Effect.sync(() => {
    const log = memoryLog()
    return { connect: connect(log), reopen: declined(declines.reopen), rewrite: declined(declines.rewrite) }
  }),
  declines,
  cases: 30,
  racers: 64,
  rounds: 2
})

export const memoryFixture: Fixture = memoryFixtureOf("the store in memory", memoryStorage)
