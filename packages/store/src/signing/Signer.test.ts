/**
 * Proves what a signer does in each case: what it signs, when it waits, and what stops it, in which words.
 */
import { keyTypes, openNote, parseCheckpoint, signerKey } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import { describe, expect, it } from "vitest"
import { make } from "../Make.ts"
import { memoryStorage } from "../MemoryStore.ts"
import type { MemoryLog } from "../MemoryStore.ts"
import {
  appendTo,
  contradiction,
  copyOf,
  goodLuck,
  Machine,
  modelKey,
  newLog,
  newMemory
} from "../testing/SignerWorld.ts"
import { makeSigner } from "./Signer.ts"
import { isHistoryInDoubt, SigningStopped } from "./SigningStopped.ts"

const logOf = (events: number): MemoryLog => {
  const log = newLog()
  for (let number = 1; number <= events; number++) appendTo(log, number)
  return log
}

const signs = (machine: Machine, now = 1000): Promise<string> => Effect.runPromise(machine.sign(goodLuck, now))

/** Flips one bit of the stored bytes of an event. */
const spoil = (log: MemoryLog, position: number): void => {
  const row = log.events[position - 1]
  if (row !== undefined) log.events[position - 1] = { ...row, bytes: row.bytes.replace(/"number":\d/, '"number":9') }
}

describe("a signer", () => {
  it("signs nothing where nothing is, then the head, and the same head once", async () => {
    const memory = newMemory()
    const machine = new Machine(memory, newLog())
    expect(await signs(machine)).toBe("NothingNew")
    appendTo(machine.log, 1)
    expect(await signs(machine)).toBe("Signed")
    expect(await signs(machine)).toBe("NothingNew")
    const opened = openNote(memory.last.note, [modelKey.verifier])
    if (opened._tag !== "OpenedNote") throw new Error(opened.because)
    expect(parseCheckpoint(opened.text)).toMatchObject({
      origin: "model.invalid/events",
      size: 1,
      root: memory.last.root
    })
  })

  it("goes on across the ends of tiles, with what it kept and without", async () => {
    const memory = newMemory()
    const machine = new Machine(memory, logOf(255))
    expect(await signs(machine)).toBe("Signed")
    for (const count of [2, 300, 1]) {
      for (let times = 0; times < count; times++) appendTo(machine.log, machine.log.events.length + 1)
      if (count === 300) machine.restart()
      expect(await signs(machine)).toBe("Signed")
    }
    expect(memory.published.map(({ head }) => head.size)).toEqual([255, 257, 557, 558])
    expect(contradiction(memory)).toBeNull()
  })

  it("waits while the clock stands before its last signature, and goes on when it has caught up", async () => {
    const machine = new Machine(newMemory(), logOf(1))
    await signs(machine, 5000)
    appendTo(machine.log, 2)
    expect(await signs(machine, 4999)).toBe("ClockRegression")
    expect(await signs(machine, 5000)).toBe("Signed")
  })

  it("signs with two keys while the log changes from one to the other", async () => {
    const next = signerKey("model.invalid/events", keyTypes.note, Buffer.alloc(32, 8))
    const memory = newMemory()
    const { readPage, tile, treeHead } = make(await Effect.runPromise(memoryStorage(logOf(3))))
    const signer = makeSigner({
      log: { origin: "model.invalid/events", treeHead, tile, readPage },
      state: { last: Effect.sync(() => memory.last), advance: (_, to) => Effect.sync(() => (memory.last = to, true)) },
      keys: [modelKey, next]
    })
    await Effect.runPromise(signer.round)
    const opened = openNote(memory.last.note, [next.verifier, modelKey.verifier])
    expect(opened._tag === "OpenedNote" ? opened.signatures.length : opened).toBe(2)
  })
})

describe("it stops", () => {
  const stoppedAfter = async (change: (log: MemoryLog) => MemoryLog, restart = true): Promise<string> => {
    const memory = newMemory()
    const machine = new Machine(memory, logOf(300))
    await signs(machine)
    const changed = change(machine.log)
    if (restart) machine.restart(changed)
    const outcome = await signs(machine)
    expect(memory.last.size).toBe(300)
    return outcome
  }

  it("where the log is shorter than what was signed", async () => {
    expect(await stoppedAfter(() => logOf(299))).toBe("regression")
  })

  it("where a log of the same size, or a longer one, does not begin with what was signed", async () => {
    const other = (events: number): MemoryLog => {
      const log = logOf(298)
      for (let number = 299; number <= events; number++) appendTo(log, number + 1000)
      return log
    }
    expect(await stoppedAfter(() => other(300))).toBe("fork")
    expect(await stoppedAfter(() => other(700))).toBe("fork")
  })

  it("where the bytes of an event since then are not those of the root", async () => {
    for (const restart of [true, false]) {
      expect(
        await stoppedAfter((log) => {
          appendTo(log, 301)
          appendTo(log, 302)
          spoil(log, 302)
          return log
        }, restart)
      ).toBe("damage")
    }
  })

  it("where an event behind the last full tile was changed, told as another history", async () => {
    expect(
      await stoppedAfter((log) => {
        spoil(log, 290)
        appendTo(log, 301)
        return log
      })
    ).toBe("fork")
  })

  it("where a tile is missing, or is not the one of its leaves", async () => {
    const without = (change: (log: MemoryLog, path: string) => void) =>
      stoppedAfter((log) => {
        for (let number = 301; number <= 520; number++) appendTo(log, number)
        change(log, "tile/0/001")
        return log
      }, false)
    expect(await without((log, path) => void log.tiles.delete(path))).toBe("damage")
    expect(await without((log, path) => void log.tiles.set(path, Buffer.alloc(8192)))).toBe("damage")
  })

  it("in words that say what to do", () => {
    const regression = new SigningStopped({ kind: "regression", signed: 412, size: 380, because: "" })
    expect(regression.message).toBe(
      "HISTORY REGRESSION: a checkpoint over 412 events was signed, but the log has 380; " +
        "bring back the events 381 to 412 (docs/do/back-up-and-restore.md)"
    )
    expect(isHistoryInDoubt(regression)).toBe(true)
    expect(isHistoryInDoubt(new SigningStopped({ kind: "unknown", signed: 0, size: 0, because: "x" }))).toBe(false)
  })

  it("and a memory that is restored with the log is what no signer sees: the model does", async () => {
    const memory = newMemory()
    const machine = new Machine(memory, logOf(3))
    await signs(machine)
    const [old, log] = [memory.last, copyOf(machine.log)]
    appendTo(machine.log, 4)
    await signs(machine)
    memory.last = old
    appendTo(log, 5)
    machine.restart(log)
    expect(await signs(machine)).toBe("Signed")
    expect(contradiction(memory)).not.toBeNull()
  })
})
