/**
 * Proves that whoever loses a race to the end is told what happened, and that commands about one record take turns.
 */
import { date, decisions, RegisterStaff, RenameStaff } from "@peerwork/core"
import type { Given, Refused } from "@peerwork/core"
import { CommandId, Conflict, EventStore, Executor, makeMemoryStore, StoreUnavailable } from "@peerwork/store"
import type { Executing } from "@peerwork/store"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import { randomUUID } from "node:crypto"
import { describe, expect, it } from "vitest"
import { LiveRecords, makeLiveRecords } from "../records/LiveRecords.ts"
import type { Services } from "../server/Services.ts"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import { giveCommand } from "./Giving.ts"
import type { Gave } from "./Giving.ts"

const staff = "00000000-0000-4000-8000-000000000001"
const rename = RenameStaff.make({ staff, name: "Kay Other", on: date("2016-04-04") })

const isNow: Refused = {
  _tag: "Refused",
  judged: [],
  moment: { life: "member of staff", state: "Left", since: null, possible: [], says: "The member of staff has left" }
}

const give = (command: Given, executing: Executing): Promise<Gave> =>
  Effect.gen(function*() {
    const store = yield* makeMemoryStore()
    const decides = decisions.get(command._tag)
    const actor = demoPersonIn("coordinator")
    if (decides === undefined || actor === null) throw new Error("There is no such command")
    const context = Context.make(EventStore, store).pipe(
      Context.add(Executor, executing),
      Context.add(LiveRecords, yield* makeLiveRecords(store))
    ) as unknown as Context.Context<Services>
    const commandId = CommandId(randomUUID())
    const giving = giveCommand({ decides, command, received: {}, commandId, expected: null, actor })
    return (yield* Effect.provide(giving, context)).gave
  }).pipe(Effect.runPromise)

const conflict = Effect.fail(new Conflict({ failures: [{ check: 0, observed: 5 }] }))

describe("a command that loses every race", () => {
  it("is told what is the case now", async () => {
    const gave = await give(rename, { execute: () => conflict, check: () => Effect.succeed(isNow) })
    expect(gave).toEqual({ _tag: "Refused", decision: isNow })
  })

  it("is asked to come again where nothing stands in its way", async () => {
    const accepted = { _tag: "Accepted", events: [], judged: [] } as const
    await expect(give(rename, { execute: () => conflict, check: () => Effect.succeed(accepted) })).rejects.toThrow(
      /read again/
    )
  })

  it("hears of any other error as it is", async () => {
    const busy = Effect.fail(new StoreUnavailable({ reason: "busy", cause: null }))
    await expect(give(rename, { execute: () => busy, check: () => Effect.succeed(isNow) })).rejects.toThrow(/busy/)
  })
})

describe("commands about one record", () => {
  it("take turns; commands about others do not wait", async () => {
    let [inside, most] = [0, 0]
    const executing: Executing = {
      execute: () =>
        Effect.gen(function*() {
          inside += 1
          most = Math.max(most, inside)
          yield* Effect.sleep("5 millis")
          inside -= 1
          return { _tag: "Refused", decision: isNow } as const
        }),
      check: () => Effect.succeed(isNow)
    }
    await Promise.all(Array.from({ length: 5 }, () => give(rename, executing)))
    expect(most).toBe(1)
    const another = () =>
      RegisterStaff.make({ staff: randomUUID(), name: "Kay", establishment: "ZZI" as never, on: date("2016-04-04") })
    await Promise.all(Array.from({ length: 5 }, () => give(another(), executing)))
    expect(most).toBe(5)
  })
})
