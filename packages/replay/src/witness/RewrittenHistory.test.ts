/**
 * Proves both halves of what a witness is for: a history that was rewritten and signed anew, by somebody who holds
 * every key of the operator, passes everything that an auditor can check without a witness; and fails with one.
 */
import {
  checkReceipt,
  formatReceipt,
  formatVerifierKey,
  formatWitnessRequest,
  leafHash,
  parsePolicy,
  parseReceipt,
  trustCheckpoint,
  type VerifierKey
} from "@peerwork/ledger"
import { beginning, consistencyBetween, everything, inclusionIn, makeSigner, type Store } from "@peerwork/store"
import { keepCosignature, open, type OpenedSigner, openSigner, publishedNotes } from "@peerwork/store-sqlite"
import * as Effect from "effect/Effect"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { rewriteHistory } from "../testing/RewrittenHistory.ts"
import { thingHappened } from "../testing/ThingHappened.ts"
import { answerRequest, drawWitnessKey, openWitness, refusedRequests, watchLog } from "./WitnessFile.ts"

const origin = "example.org/events"

const append = (store: Store, number: number) => store.append(thingHappened(number, { days: 13 }))

const within = <A, E>(folder: string, use: (store: Store, signer: OpenedSigner) => Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(Effect.scoped(Effect.gen(function*() {
    const store = yield* open({ folder, origin })
    return yield* use(store, yield* openSigner(folder, store))
  })))

const grow = (folder: string, ...numbers: ReadonlyArray<number>) =>
  within(folder, (store, { key, state }) =>
    Effect.gen(function*() {
      for (const number of numbers) yield* append(store, number)
      return (yield* makeSigner({ log: store, state, keys: [key] }).round)._tag
    }))

const newestOf = (folder: string) => {
  const newest = publishedNotes(folder).at(-1)
  if (newest === undefined) throw new Error("Nothing was signed")
  return newest
}

let parent: string
let [data, rewritten] = ["", ""]
let logKey: VerifierKey
let witness: ReturnType<typeof openWitness>
let witnessKey: ReturnType<typeof drawWitnessKey>

/** The log asks the witness about its newest checkpoint, from a size that the witness saw. */
const asks = (folder: string, oldSize: number) =>
  within(
    folder,
    (store, { memory }) =>
      Effect.map(consistencyBetween(store, oldSize, newestOf(folder).size), (proof) => {
        const { note, size } = newestOf(folder)
        const request = formatWitnessRequest({ oldSize, proof, checkpoint: note })
        const answered = answerRequest(witness, witnessKey, Buffer.from(request), 1000)
        if (answered._tag === "Cosigned") {
          keepCosignature(memory, { size, witness: "w", time: 1000, line: answered.text })
        }
        return answered
      })
  )

const policyOf = (text: string) => {
  const policy = parsePolicy(`log ${formatVerifierKey(logKey)}\n${text}`)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}
const withoutWitness = () => policyOf("quorum none\n")
const withWitness = () => policyOf(`witness w ${formatVerifierKey(witnessKey.verifier)}\nquorum w\n`)

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), "peerwork-rewritten-"))
  ;[data, rewritten] = [`${parent}/data`, `${parent}/rewritten`]
  await grow(data, 1, 2, 3, 4, 5, 6, 7)
  logKey = await within(data, (_, { key }) => Effect.succeed(key.verifier))
  witness = openWitness(`${parent}/witness.sqlite`)
  witnessKey = drawWitnessKey(witness, "inspectorate.example")
  watchLog(witness, formatVerifierKey(logKey), origin)
  await asks(data, 0)
  rewriteHistory(data, rewritten, 2, (bytes) => bytes.replace('"days":13', '"days":14'))
})

afterAll(() => {
  witness.close()
  rmSync(parent, { recursive: true })
})

describe("a history that was rewritten and signed anew with all the operator's keys", () => {
  it("opens, goes on being signed, and proves its other event, where nobody else kept anything", async () => {
    expect(await grow(rewritten, 8)).toBe("Signed")
    const receipt = await within(rewritten, (store) =>
      Effect.gen(function*() {
        const { note, size } = newestOf(rewritten)
        const { events } = yield* store.readPage({ query: everything, after: beginning })
        const text = formatReceipt({
          index: 1,
          proof: yield* inclusionIn(store, 2, size),
          checkpoint: note,
          extra: null
        })
        return { text, bytes: events[1]?.bytes ?? "" }
      }))
    expect(receipt.bytes).toContain('"days":14')
    const parsed = parseReceipt(receipt.text)
    if (parsed._tag === "Malformed") throw new Error(parsed.because)
    expect(checkReceipt(parsed, leafHash(receipt.bytes), withoutWitness())._tag).toBe("ProvenEntry")
  })

  it("lacks its witness, who does not cosign it and keeps it as evidence", async () => {
    expect(trustCheckpoint(newestOf(data).note, withWitness())._tag).toBe("TrustedCheckpoint")
    expect(trustCheckpoint(newestOf(rewritten).note, withoutWitness())._tag).toBe("TrustedCheckpoint")
    expect(trustCheckpoint(newestOf(rewritten).note, withWitness())).toMatchObject({
      _tag: "QuorumMissing",
      because: "no witness of the policy cosigned the checkpoint"
    })
    expect(await asks(rewritten, 7)).toMatchObject({ _tag: "Refused", status: 422 })
    expect(refusedRequests(witness)).toMatchObject([{ status: 422 }])
  })

  it("is not signed on by a signer that remembers the other one", async () => {
    await grow(data, 9)
    const other = `${parent}/other`
    rewriteHistory(data, other, 2, (bytes) => bytes.replace('"days":13', '"days":14'))
    rmSync(`${other}/signer.db`)
    cpSync(`${data}/signer.db`, `${other}/signer.db`)
    await expect(grow(other, 10)).rejects.toThrow(/FORK: the first 8 events/)
  })
})
