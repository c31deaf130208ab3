/**
 * Proves that the running app keeps its log signed: checkpoints, receipts that prove, witnesses by files, and what it
 * does when the log is suddenly another.
 */
import {
  checkReceipt,
  cosign,
  formatSignerKey,
  formatVerifierKey,
  keyTypes,
  leafHash,
  parseCheckpoint,
  parsePolicy,
  parseReceipt,
  parseSignerKey,
  parseWitnessRequest,
  signerKey,
  trustCheckpoint
} from "@peerwork/ledger"
import type { TreeHead, WitnessPolicy } from "@peerwork/ledger"
import { open, openSigner } from "@peerwork/store-sqlite"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { randomUUID } from "node:crypto"
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterEach, beforeEach, expect, it } from "vitest"
import type { Settings } from "../Settings.ts"
import { serve, servicesOver } from "../Start.ts"
import { Signing } from "./Signing.ts"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "peerwork-signing-"))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const witness = signerKey("inspectorate.example", keyTypes.cosignature, Buffer.alloc(32, 5))

const ask = (address: string, path: string, init: RequestInit = {}, as = "auditor") =>
  Effect.promise(async () => {
    const answer = await fetch(`${address}${path}`, {
      ...init,
      headers: { authorization: `Bearer demo-${as}`, ...Object.fromEntries(new Headers(init.headers)) }
    })
    return { status: answer.status, text: await answer.text() }
  })

const registers = (address: string, commandId: string = randomUUID()) =>
  ask(address, "/api/commands/RegisterStaff", {
    method: "POST",
    body: JSON.stringify({ staff: randomUUID(), name: "Kay", establishment: "ZZW", on: "2016-04-04" }),
    headers: { "content-type": "application/json", "idempotency-key": commandId }
  }, "coordinator")

const patient = Clock.make()

/** How far the clock has been moved ahead. */
let aheadMs = 0

beforeEach(() => {
  aheadMs = 0
})

const ahead = (): number => patient.unsafeCurrentTimeMillis() + aheadMs

/** A clock that can be moved ahead, on which whoever sleeps wakes up twenty times as soon. */
const hurried: Clock.Clock = {
  ...patient,
  unsafeCurrentTimeMillis: ahead,
  unsafeCurrentTimeNanos: () => patient.unsafeCurrentTimeNanos(),
  currentTimeMillis: Effect.sync(ahead),
  currentTimeNanos: patient.currentTimeNanos,
  sleep: (duration) => patient.sleep(Duration.millis(Duration.toMillis(duration) / 20))
}

const run = (program: Effect.Effect<void, unknown, Scope.Scope>): Promise<void> =>
  Effect.runPromise(Effect.withClock(Effect.scoped(program), hurried))

/** Waits for what comes with the next round of signing. */
const until = <A>(look: Effect.Effect<A>, isThere: (found: A) => boolean): Effect.Effect<A> =>
  Effect.flatMap(
    look,
    (found) => isThere(found) ? Effect.succeed(found) : Effect.delay(until(look, isThere), "50 millis")
  )

/** The app over the folder, as long as the scope lives. */
const running = (witnessPolicy: string | null, nextKey: string | null = null) =>
  Effect.gen(function*() {
    const settings: Settings = {
      port: 0,
      host: "127.0.0.1",
      data: folder,
      origin: "tests.invalid/events",
      witnessPolicy,
      witnessHours: 24,
      nextKey,
      demo: null,
      clock: null
    }
    const lines: Array<string> = []
    const store = yield* open({ folder, origin: "tests.invalid/events" })
    const services = yield* servicesOver(store, settings, null)
    const port = yield* serve(settings, services, (line) => lines.push(line))
    return { address: `http://127.0.0.1:${port}`, lines, key: Context.get(services, Signing).verifier }
  })

const policyWith = (text: string): WitnessPolicy => {
  const policy = parsePolicy(text)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}

/** What the app of a test answers under, and what it has written down. */
interface Running {
  readonly address: string
  readonly lines: ReadonlyArray<string>
  /** The line of the log in a policy. */
  readonly log: string
  /** The whole policy. */
  readonly policy: string
}

/** Runs the app with a policy that asks one witness. */
const witnessed = (use: (app: Running) => Effect.Effect<void>) =>
  run(Effect.gen(function*() {
    const key = yield* Effect.scoped(Effect.flatMap(
      open({ folder, origin: "tests.invalid/events" }),
      (store) => Effect.map(openSigner(folder, store), (signer) => formatVerifierKey(signer.key.verifier))
    ))
    const log = `log ${key}\n`
    const policy = `${log}witness inspectorate ${formatVerifierKey(witness.verifier)}\nquorum inspectorate\n`
    writeFileSync(`${folder}/policy`, policy)
    yield* Effect.scoped(
      Effect.flatMap(running(`${folder}/policy`), ({ address, lines }) => use({ address, lines, log, policy }))
    )
  }))

const firstLine = (text: string): string => text.split("\n")[0] ?? ""

it(
  "signs what is recorded within a second or two, and proves it to whoever holds the key of the log",
  () =>
    run(Effect.gen(function*() {
      const { address, key } = yield* running(null)
      expect((yield* ask(address, "/checkpoint")).status).toBe(404)
      const commandId = randomUUID()
      expect((yield* registers(address, commandId)).status).toBe(201)
      const proof = yield* until(ask(address, `/api/receipts/${commandId}/proof`), ({ status }) => status !== 503)
      const [line = ""] = (yield* ask(address, "/api/events", { headers: { accept: "application/x-ndjson" } })).text
        .split("\n")
      const receipt = parseReceipt(proof.text)
      const policy = policyWith(`log ${formatVerifierKey(key)}\nquorum none\n`)
      if (receipt._tag === "Malformed") throw new Error(receipt.because)
      expect(checkReceipt(receipt, leafHash(line), policy)).toMatchObject({ _tag: "ProvenEntry", position: 1 })
      expect(checkReceipt(receipt, leafHash(`${line} `), policy)._tag).toBe("NotIncluded")
      expect(trustCheckpoint((yield* ask(address, "/checkpoints/1")).text, policy)._tag).toBe("TrustedCheckpoint")
      expect((yield* ask(address, "/checkpoints/2")).status).toBe(404)
      expect((yield* ask(address, `/api/receipts/${commandId}/proof?event=2`)).status).toBe(404)
      expect((yield* ask(address, `/api/receipts/${commandId}/proof`, {}, "commissioner")).status).toBe(403)
      expect((yield* ask(address, "/signed")).text).toContain("The first 1 events of the log")
      expect(JSON.parse((yield* ask(address, "/health")).text)).toMatchObject({
        status: "UP",
        components: { signing: { status: "UP", details: { size: 1 } } }
      })
    })),
  20_000
)

it(
  "publishes what a witness has seen, and nothing else, where the policy asks for one",
  () =>
    witnessed(({ address, log, policy }) =>
      Effect.gen(function*() {
        const [request, response] = ["request", "response"].map((name) => `${folder}/witness/inspectorate/${name}.txt`)
        yield* registers(address)
        yield* until(Effect.sync(() => existsSync(request ?? "")), (isThere) => isThere)
        expect((yield* ask(address, "/checkpoint")).status).toBe(404)
        const asked = parseWitnessRequest(readFileSync(request ?? ""))
        if (asked._tag === "Malformed") throw new Error(asked.because)
        const seen = trustCheckpoint(asked.checkpoint, policyWith(`${log}quorum none\n`))
        if (seen._tag !== "TrustedCheckpoint") throw new Error(seen.because)
        const head: TreeHead = seen.checkpoint
        writeFileSync(response ?? "", cosign(head, witness, 1_459_756_800))
        const published = yield* until(ask(address, "/checkpoint"), ({ status }) => status === 200)
        expect(trustCheckpoint(published.text, policyWith(policy))).toMatchObject({
          _tag: "TrustedCheckpoint",
          witnessed: [{ witness: "inspectorate", time: 1_459_756_800 }]
        })
        // Its cosignature is hours old, so the same checkpoint goes out again
        yield* until(Effect.sync(() => existsSync(request ?? "")), (isThere) => isThere)
        expect(firstLine(readFileSync(request ?? "", "utf8"))).toBe("old 1")
        // The witness says that it saw more than this; what it says is shown, and asked from there
        yield* registers(address)
        writeFileSync(
          response ?? "",
          "refused 409 size 0: the latest checkpoint of this witness has the size 0, not 1\n"
        )
        const page = yield* until(ask(address, "/signed"), (told) => told.text.includes("refused 409"))
        expect(page.text).toContain("waits for its witnesses")
      })
    ),
  20_000
)

it(
  "writes down and shows that witnesses stay away, until enough of them are back",
  () =>
    witnessed(({ address, lines }) =>
      Effect.gen(function*() {
        const written = (message: string) =>
          until(Effect.sync(() => lines.find((line) => line.includes(message))), (line) => line !== undefined)
        const request = `${folder}/witness/inspectorate/request.txt`
        yield* registers(address)
        yield* until(Effect.sync(() => existsSync(request)), (isThere) => isThere)
        expect((yield* ask(address, "/signed")).text).not.toContain("Too few witnesses")
        aheadMs = 25 * 3_600_000
        expect(JSON.parse((yield* written("witnesses stay away")) ?? "")).toMatchObject({
          level: "error",
          hours: 24,
          absent: ["inspectorate"]
        })
        expect((yield* ask(address, "/signed")).text).toContain(
          "Too few witnesses have cosigned for more than 24 hours. Bring their requests to inspectorate, and bring the " +
            "answers back"
        )
        const asked = parseWitnessRequest(readFileSync(request))
        if (asked._tag === "Malformed") throw new Error(asked.because)
        const head = parseCheckpoint(asked.checkpoint.slice(0, asked.checkpoint.indexOf("\n\n") + 1))
        if (head._tag === "Malformed") throw new Error(head.because)
        writeFileSync(
          `${folder}/witness/inspectorate/response.txt`,
          cosign(head, witness, Math.floor(ahead() / 1000))
        )
        yield* written("enough witnesses cosign again")
        expect((yield* ask(address, "/signed")).text).not.toContain("Too few witnesses")
      })
    ),
  20_000
)

it(
  "signs with two keys while it changes from one to the other, and then with the other alone",
  () =>
    run(Effect.gen(function*() {
      const [file, own] = [`${folder}/next-key`, `${folder}/keys/log-key`]
      const newest = (address: string) => until(ask(address, "/checkpoint"), ({ status }) => status === 200)
      const trusts = (key: string, note: string) => trustCheckpoint(note, policyWith(`log ${key}\nquorum none\n`))._tag
      const [oldKey, nextKey] = yield* Effect.scoped(Effect.gen(function*() {
        const { address, key } = yield* running(null, file)
        yield* registers(address)
        const { text } = yield* newest(address)
        const next = parseSignerKey(readFileSync(file, "utf8").trim())
        if (next._tag === "Malformed") throw new Error(next.because)
        const keys = [formatVerifierKey(key), formatVerifierKey(next.verifier)] as const
        expect(keys.map((each) => trusts(each, text))).toEqual(["TrustedCheckpoint", "TrustedCheckpoint"])
        expect((yield* ask(address, "/signed")).text).toContain("The log changes to another key")
        return keys
      }))
      renameSync(file, own)
      const { address } = yield* running(null)
      yield* registers(address)
      const { text } = yield* until(ask(address, "/checkpoint"), ({ text }) => text.split("\n")[1] === "2")
      expect([trusts(oldKey, text), trusts(nextKey, text)]).toEqual(["NoKnownSignature", "TrustedCheckpoint"])
      expect(trusts(nextKey, (yield* ask(address, "/checkpoints/1")).text)).toBe("TrustedCheckpoint")
    })),
  20_000
)

it("says in one sentence what is wrong with the next key", () =>
  run(Effect.gen(function*() {
    const file = `${folder}/next-key`
    const sentence = (next: string) => Effect.map(Effect.flip(Effect.scoped(running(null, next))), String)
    const holding = (text: string) => Effect.suspend(() => (writeFileSync(file, text), sentence(file)))
    expect(yield* holding("x")).toContain(`PEERWORK_NEXT_KEY: ${file} cannot be the next key; a secret key begins with`)
    expect(yield* sentence("/proc/none/next-key")).toContain("/proc/none/next-key can be neither read nor written")
    const other = signerKey("other.invalid/events", keyTypes.note, Buffer.alloc(32, 6))
    expect(yield* holding(formatSignerKey(other))).toContain("it holds the key of another log, other.invalid/events")
    expect(yield* holding(formatSignerKey(witness))).toContain("it holds the key of a witness")
    const own = readFileSync(`${folder}/keys/log-key`, "utf8")
    expect(yield* holding(own)).toContain("it holds the key that the log has already")
    expect(yield* sentence("/proc/next-key")).toContain("can be neither read nor written")
  })), 20_000)

it(
  "stops for good when the log is another than was signed, records nothing more, and can still be read",
  () =>
    run(Effect.gen(function*() {
      const { address, lines } = yield* running(null)
      yield* registers(address)
      yield* until(ask(address, "/checkpoint"), ({ status }) => status === 200)
      const db = new DatabaseSync(`${folder}/signer.db`)
      db.exec("UPDATE last SET size = 9")
      db.close()
      const health = yield* until(ask(address, "/health"), ({ status }) => status === 503)
      expect(JSON.parse(health.text)).toMatchObject({
        components: { signing: { status: "DOWN", details: { stopped: "regression", signed: 9, size: 1 } } }
      })
      const told = yield* registers(address)
      expect([told.status, told.text]).toEqual([503, expect.stringContaining("The log is not the one that was signed")])
      expect((yield* ask(address, "/api/staff")).status).toBe(200)
      expect(lines.join("\n")).toContain("HISTORY REGRESSION: a checkpoint over 9 events was signed, but the log has 1")
    })),
  20_000
)

it("does not start over a log that is shorter than what was signed", () =>
  run(Effect.gen(function*() {
    yield* Effect.scoped(Effect.flatMap(running(null), ({ address }) => registers(address)))
    const db = new DatabaseSync(`${folder}/signer.db`)
    // The last round is made when the app stops
    expect(db.prepare("SELECT size FROM last").get()).toMatchObject({ size: 1 })
    db.exec("UPDATE last SET size = 4")
    db.close()
    const refused = yield* Effect.flip(Effect.scoped(running(null)))
    expect(String(refused)).toContain("bring back the events 2 to 4")
  })), 20_000)

it("says in one sentence what is wrong with a policy", () =>
  run(Effect.gen(function*() {
    const sentence = (policy: string) => Effect.map(Effect.flip(Effect.scoped(running(policy))), String)
    expect(yield* sentence(`${folder}/none`)).toContain("cannot be read")
    writeFileSync(`${folder}/policy`, "quorum none\n")
    expect(yield* sentence(`${folder}/policy`)).toMatch(/does not name the key of this log; add "log tests\.invalid/)
    const [own = ""] = /log (tests\.invalid[^"]*)"/.exec(yield* sentence(`${folder}/policy`)) ?? []
    writeFileSync(`${folder}/policy`, `${own.slice(0, -1)}\nquorum none\n`)
    const changing = Effect.flip(Effect.scoped(running(`${folder}/policy`, `${folder}/next-key`)))
    expect(String(yield* changing)).toMatch(/does not name the key of this log; add "log tests\.invalid/)
    writeFileSync(`${folder}/policy`, `witness ../x ${formatVerifierKey(witness.verifier)}\nquorum none\n`)
    expect(yield* sentence(`${folder}/policy`)).toContain('"../x" cannot name a folder')
  })), 20_000)
