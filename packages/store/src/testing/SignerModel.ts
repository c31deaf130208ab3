/**
 * The model of signing: what can happen in the world of signers, drawn by chance, and how often each came about.
 */
import * as Effect from "effect/Effect"
import * as fc from "fast-check"
import {
  appendTo,
  contradiction,
  copyOf,
  goodLuck,
  type Luck,
  Machine,
  type Memory,
  newLog,
  newMemory,
  type Published
} from "./SignerWorld.ts"

type Step =
  | { readonly does: "append"; readonly on: 0 | 1; readonly count: number }
  | { readonly does: "sign"; readonly on: 0 | 1; readonly luck: Luck }
  | { readonly does: "both sign"; readonly luck: readonly [Luck, Luck] }
  | { readonly does: "restart" | "catch up"; readonly on: 0 | 1 }
  | { readonly does: "restore"; readonly on: 0 | 1; readonly copy: number }
  | { readonly does: "set clock"; readonly by: number }

const on = fc.constantFrom(0 as const, 1 as const)

const luck: fc.Arbitrary<Luck> = fc.record({
  pauses: fc.array(fc.nat(3), { maxLength: 4 }),
  endsBefore: fc.option(fc.nat(8), { freq: 3 }),
  forgets: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0)
})

const steps: fc.Arbitrary<ReadonlyArray<Step>> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({ does: fc.constant("append" as const), on, count: fc.integer({ min: 1, max: 5 }) })
    },
    { weight: 5, arbitrary: fc.record({ does: fc.constant("sign" as const), on, luck }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant("both sign" as const), luck: fc.tuple(luck, luck) }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("restart" as const, "catch up" as const), on }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant("restore" as const), on, copy: fc.nat(20) }) },
    {
      weight: 1,
      arbitrary: fc.record({ does: fc.constant("set clock" as const), by: fc.integer({ min: -5000, max: 9000 }) })
    }
  ),
  { minLength: 8, maxLength: 30 }
)

interface World {
  readonly memory: Memory
  readonly machines: readonly [Machine, Machine]
  readonly copies: Array<ReturnType<typeof newLog>>
  now: number
  events: number
  readonly count: (outcome: string) => void
}

const take = (world: World, step: Step): Effect.Effect<void> => {
  const { copies, count, machines, memory } = world
  world.now += 10
  switch (step.does) {
    case "append":
      return Effect.sync(() => {
        const { log } = machines[step.on]
        for (let times = 0; times < step.count; times++) appendTo(log, ++world.events)
        copies.push(copyOf(log))
      })
    case "sign":
      return Effect.map(machines[step.on].sign(step.luck, world.now), count)
    case "both sign":
      return Effect.map(
        Effect.all(machines.map((machine, at) => machine.sign(step.luck[at] ?? goodLuck, world.now)), {
          concurrency: 2
        }),
        (outcomes) => outcomes.forEach(count)
      )
    case "restart":
      return Effect.sync(() => machines[step.on].restart())
    case "catch up":
      return Effect.sync(() => machines[step.on].restart(copyOf(machines[step.on === 0 ? 1 : 0].log)))
    case "restore":
      return Effect.sync(() => {
        const copy = copies.at(-1 - step.copy)
        if (copy !== undefined) machines[step.on].restart(copyOf(copy))
      })
    case "set clock":
      return Effect.sync(() => {
        world.now = Math.max(1, world.now + step.by)
        if (world.now < memory.last.time) count("clock set back behind a signature")
      })
  }
}

/** One run: whatever happened, were two signatures given that contradict each other? */
const runOf =
  (count: World["count"]) => (history: ReadonlyArray<Step>): Promise<readonly [Published, Published] | null> => {
    const memory = newMemory()
    const world: World = {
      memory,
      machines: [new Machine(memory, newLog()), new Machine(memory, newLog())],
      copies: [],
      now: 1000,
      events: 0,
      count
    }
    return Effect.runPromise(
      Effect.as(Effect.forEach(history, (step) => take(world, step), { discard: true }), memory)
    ).then(contradiction)
  }

/** So many runs from this seed; answers how often each outcome came about. */
export const runModel = async (runs: number, seed: number): Promise<ReadonlyMap<string, number>> => {
  const outcomes = new Map<string, number>()
  const run = runOf((outcome) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1))
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const found = await run(history)
      return found === null
    }),
    { numRuns: runs, seed }
  )
  return outcomes
}
