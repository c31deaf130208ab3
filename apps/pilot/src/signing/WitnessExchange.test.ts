/**
 * Proves, on a clock that the test moves, when a witness is asked: for what is new, again every hour though nothing is,
 * and never twice for the same; and when too few have cosigned for so long that somebody is told.
 */
import { cosign, formatVerifierKey, keyTypes, parsePolicy, parseWitnessRequest, signerKey } from "@peerwork/ledger"
import type { WitnessPolicy } from "@peerwork/ledger"
import { CommandId, makeSigner, type SignedHead, type Store } from "@peerwork/store"
import { open, openSigner } from "@peerwork/store-sqlite"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { randomUUID } from "node:crypto"
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { DatabaseSync } from "node:sqlite"
import { afterEach, beforeEach, expect, it } from "vitest"
import { type WitnessesAway, witnessesAway } from "./WitnessesAway.ts"
import { exchangeWithWitnesses, refusedBy } from "./WitnessExchange.ts"

const [second, minute, hour] = [1000, 60_000, 3_600_000]
const begun = Date.parse("2016-04-04T08:00:00.000Z")

let folder: string
let now: number

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-witness-exchange-"))
  now = begun
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const moved: Clock.Clock = {
  ...Clock.make(),
  unsafeCurrentTimeMillis: () => now,
  unsafeCurrentTimeNanos: () => BigInt(now) * 1_000_000n,
  currentTimeMillis: Effect.sync(() => now),
  currentTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n)
}

const witnessOf = (name: string, byte: number) =>
  signerKey(`${name}.example`, keyTypes.cosignature, Buffer.alloc(32, byte))
const witnesses = {
  board: witnessOf("board", 4),
  charity: witnessOf("charity", 5),
  inspectorate: witnessOf("visit", 6)
}
type Name = keyof typeof witnesses

const policyWith = (quorum: string): WitnessPolicy => {
  const lines = Object.entries(witnesses).map(([name, key]) => `witness ${name} ${formatVerifierKey(key.verifier)}\n`)
  const policy = parsePolicy(`${lines.join("")}${quorum}`)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}

/** A log and its signer, on the clock of the test. */
interface Opened {
  readonly store: Store
  readonly memory: DatabaseSync
  /** Records something, and signs it. */
  readonly record: Effect.Effect<SignedHead>
}

const request = (commandId: CommandId) => ({
  commandId,
  fingerprint: commandId,
  events: [{
    type: "LineWritten",
    schemaVersion: 1,
    stream: `line-${commandId}`,
    on: "2016-04-04",
    actor: { id: randomUUID(), role: "coordinator" as const },
    command: { id: commandId, type: "WriteLine" },
    cause: null,
    correlation: commandId,
    decision: { law: "0", command: {}, upTo: 0, known: {}, reads: [], rules: [] },
    data: {},
    tags: []
  }] as const,
  personal: [],
  lookups: [],
  checks: [],
  metadata: {}
})

const opened: Effect.Effect<Opened, unknown, Scope.Scope> = Effect.gen(function*() {
  const store = yield* open({ folder, origin: "tests.invalid/events" })
  const { key, memory, state } = yield* openSigner(folder, store)
  const { round } = makeSigner({ log: store, state, keys: [key] })
  const record = Effect.gen(function*() {
    yield* store.append(request(CommandId(randomUUID())))
    const came = yield* round
    return came._tag === "Signed" ? came.head : yield* Effect.dieMessage(`not signed: ${came._tag}`)
  })
  return { store, memory, record: Effect.orDie(record) }
})

const run = (program: Effect.Effect<void, unknown, Scope.Scope>): Promise<void> =>
  Effect.runPromise(Effect.withClock(Effect.scoped(program), moved))

const requestFile = (name: Name) => `${folder}/witness/${name}/request.txt`

/** The size from which the witness is asked, and that of the checkpoint; null where it is asked nothing. */
const askedOf = (name: Name): readonly [number, number] | null => {
  if (!existsSync(requestFile(name))) return null
  const asked = parseWitnessRequest(readFileSync(requestFile(name)))
  if (asked._tag === "Malformed") throw new Error(asked.because)
  return [asked.oldSize, Number(asked.checkpoint.split("\n")[1])]
}

/** What the witness answers, now, to what it is asked. */
const answer = (name: Name, head: SignedHead) =>
  writeFileSync(
    `${folder}/witness/${name}/response.txt`,
    cosign({ origin: "tests.invalid/events", ...head }, witnesses[name], Math.floor(now / 1000))
  )

const after = (ms: number, then: Effect.Effect<void>) =>
  Effect.suspend(() => {
    now += ms
    return then
  })

it("asks for the newest checkpoint again every hour, though nothing is new", () =>
  run(Effect.gen(function*() {
    const { memory, record, store } = yield* opened
    const head = yield* record
    const policy = policyWith("quorum charity\n")
    const look = exchangeWithWitnesses({ policy, memory, log: store, folder, newest: head })
    yield* look
    expect(askedOf("charity")).toEqual([0, 1])
    for (let round = 0; round < 3; round++) {
      answer("charity", head)
      yield* after(minute, look)
      expect(askedOf("charity")).toBeNull()
      yield* after(58 * minute, look)
      expect(askedOf("charity")).toBeNull()
      yield* after(minute + second, look)
      expect(askedOf("charity")).toEqual([1, 1])
    }
    // Whoever does not answer is asked the same for as long as it is the newest
    const written = readFileSync(requestFile("charity"), "utf8")
    yield* after(30 * hour, look)
    expect(readFileSync(requestFile("charity"), "utf8")).toBe(written)
    expect(memory.prepare("SELECT size, time FROM cosignatures ORDER BY time").all()).toMatchObject([
      { size: 1, time: begun / 1000 },
      { size: 1, time: begun / 1000 + 3601 },
      { size: 1, time: begun / 1000 + 7202 }
    ])
  })))

it("asks for what is new at once, and lets a request lie for a minute before a newer one takes its place", () =>
  run(Effect.gen(function*() {
    const { memory, record, store } = yield* opened
    const policy = policyWith("quorum charity\n")
    const lookAt = (newest: SignedHead) => exchangeWithWitnesses({ policy, memory, log: store, folder, newest })
    const writtenAt = (time: number) => utimesSync(requestFile("charity"), time / 1000, time / 1000)
    const one = yield* record
    yield* lookAt(one)
    writtenAt(now)
    const two = yield* record
    yield* after(minute - second, lookAt(two))
    expect(askedOf("charity")).toEqual([0, 1])
    yield* after(second, lookAt(two))
    expect(askedOf("charity")).toEqual([0, 2])
    answer("charity", one)
    yield* lookAt(two)
    expect(askedOf("charity")).toEqual([1, 2])
  })))

it("follows no link that a witness has put into the folder that both write", () =>
  run(Effect.gen(function*() {
    const { memory, record, store } = yield* opened
    const head = yield* record
    const policy = policyWith("quorum charity\n")
    const shared = `${folder}/witness/charity`
    mkdirSync(shared, { recursive: true })
    symlinkSync(`${folder}/keys/log-key`, `${shared}/response.txt`)
    symlinkSync(`${folder}/keys/log-key`, `${shared}/refused.txt`)
    symlinkSync(`${folder}/keys/log-key`, `${shared}/request.txt.new`)
    const secret = readFileSync(`${folder}/keys/log-key`, "utf8")
    yield* exchangeWithWitnesses({ policy, memory, log: store, folder, newest: head })
    expect(refusedBy(folder, "charity")).toBeNull()
    expect(askedOf("charity")).toEqual([0, 1])
    expect(readFileSync(`${folder}/keys/log-key`, "utf8")).toBe(secret)
  })))

it("shows the beginning of an answer that is too long, and goes on", () =>
  run(Effect.gen(function*() {
    const { memory, record, store } = yield* opened
    const look = exchangeWithWitnesses({
      policy: policyWith("quorum charity\n"),
      memory,
      log: store,
      folder,
      newest: yield* record
    })
    yield* look
    writeFileSync(`${folder}/witness/charity/response.txt`, "refused 400: it is no request\n".padEnd(600, "."))
    truncateSync(`${folder}/witness/charity/response.txt`, 3 * 2 ** 30)
    yield* look
    expect(refusedBy(folder, "charity")).toMatch(/^refused 400: it is no request\n\.{470}$/)
  })))

it("tells of witnesses when too few have cosigned for longer than the hours that were set, and not before", () =>
  run(Effect.gen(function*() {
    const { memory, record, store } = yield* opened
    const policy = policyWith("group two 2 board charity inspectorate\nquorum two\n")
    const away = (quorum = policy): WitnessesAway | null => witnessesAway({ memory, policy: quorum, hours: 24 }, now)
    expect(away()).toBeNull()
    const head = yield* record
    const look = exchangeWithWitnesses({ policy, memory, log: store, folder, newest: head })
    yield* look
    yield* after(24 * hour, look)
    expect(away()).toBeNull()
    now += 1
    const all = ["board", "charity", "inspectorate"].map((witness) => ({ witness, last: null }))
    expect(away()).toEqual({ since: begun, hours: 24, absent: all })
    expect(away(policyWith("quorum none\n"))).toBeNull()
    const first = now - now % second
    answer("board", head)
    yield* look
    // One of two is not enough
    expect(away()).toMatchObject({ since: begun, absent: [{ witness: "charity" }, { witness: "inspectorate" }] })
    yield* after(2 * hour, look)
    answer("charity", head)
    yield* look
    expect(away()).toBeNull()
    // Enough have cosigned since the first of the two
    now = first + 24 * hour
    expect(away()).toBeNull()
    now += 1
    expect(away()).toEqual({
      since: first,
      hours: 24,
      absent: [{ witness: "board", last: { size: 1, time: first } }, { witness: "inspectorate", last: null }]
    })
    now = first + 26 * hour
    expect(away()?.absent.map(({ witness }) => witness)).toEqual(["board", "inspectorate"])
    now += 1
    expect(away()?.absent.map(({ witness }) => witness)).toEqual(["board", "charity", "inspectorate"])
  })))
