/**
 * Proves what checkpoints are worth that no key of the auditor's has signed: after a change of keys the newer ones cover
 * the events of the older ones, and nobody hides another history behind a change.
 */
import { cosign, keyTypes, parsePolicy, type SignerKey, signerKey } from "@peerwork/ledger"
import { formatVerifierKey } from "@peerwork/ledger"
import { describe, expect, it } from "vitest"
import {
  invented,
  logKey,
  materialOf,
  noteOver,
  rechained,
  testFolder,
  witnessKey,
  written
} from "../testing/SampleBundle.ts"
import { verifyBundle } from "./BundleCheck.ts"
import { keptNote } from "./NotesCheck.ts"

type Keys = readonly [SignerKey, ...ReadonlyArray<SignerKey>]

const events = invented(60)
const retold = rechained(
  events.map((event, at) =>
    at === 9 ? Buffer.from(String(event).replace('"on":"2016-04-04"', '"on":"2016-04-05"')) : event
  )
)
const nextKey = signerKey(logKey.verifier.name, keyTypes.note, Buffer.alloc(32, 9))
const lastKey = signerKey(logKey.verifier.name, keyTypes.note, Buffer.alloc(32, 10))
const idOf = ({ verifier: { keyId, name } }: SignerKey) => `${name}+${keyId}`

const policyOf = (keys: ReadonlyArray<SignerKey>, quorum = "quorum none") => {
  const logs = keys.map(({ verifier }) => `log ${formatVerifierKey(verifier)}\n`).join("")
  const policy = parsePolicy(`${logs}${quorum}\n`)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}

/** A bundle with a checkpoint over each size, signed by these keys. */
const signedBy = (history: ReadonlyArray<Buffer>, keys: ReadonlyArray<readonly [size: number, keys: Keys]>) => {
  const published = keys.map(([size, signers]) => noteOver(history, size, null, signers))
  const material = materialOf(history, [60])
  return { ...material, published, newest: published.at(-1) ?? material.newest }
}

const verified = (
  material: ReturnType<typeof materialOf>,
  keys: ReadonlyArray<SignerKey>,
  kept: ReadonlyArray<string> = [],
  quorum?: string
) => {
  const remembered = kept.map((note) => keptNote("kept.txt", note))
  const report = verifyBundle(written(testFolder(), material), {
    trust: { policy: policyOf(keys, quorum), remembered }
  })
  const { exitCode, findings, notProved, signedUpTo, worst } = report
  return { exitCode, worst, signedUpTo, notProved, says: findings.map(({ says }) => says) }
}

const both: Keys = [logKey, nextKey]
const changed = [[10, [logKey]], [20, [logKey]], [30, both], [60, [nextKey]]] as const

describe("after a change of keys", () => {
  it("the new key alone is enough: what is older is covered, and it is said that nothing else is known of it", () => {
    const told = verified(signedBy(events, changed), [nextKey])
    expect(told).toMatchObject({ exitCode: 0, signedUpTo: 60, says: [] })
    expect(told.notProved).toContain(
      "Who signed the 2 checkpoints from checkpoints/10 to checkpoints/20, which no key of yours has signed, when, and " +
        `that anybody was shown them. They name no key that you gave, but ${
          idOf(logKey)
        }, as where the log has changed ` +
        "its key. Their events are covered by checkpoint, which is signed"
    )
    const [first, ...more] = changed
    const one = verified(signedBy(events, [first, ...more.slice(1)]), [nextKey]).notProved
      .find((said) => said.startsWith("Who signed"))
    expect(one).toBe(
      "Who signed checkpoints/10, when, and that anybody was shown it. It names no key that you gave, but " +
        `${idOf(logKey)}, as where the log has changed its key. Its events are covered by checkpoint, which is signed`
    )
  })

  it("both keys leave nothing open", () => {
    const told = verified(signedBy(events, changed), both)
    expect(told).toMatchObject({ exitCode: 0, says: [] })
    expect(told.notProved.join(" ")).not.toContain("covered by")
  })

  it("the old key alone is not enough, because it has not signed what is newest", () => {
    expect(verified(signedBy(events, changed), [logKey])).toMatchObject({
      exitCode: 2,
      worst: "quorum",
      signedUpTo: 30
    })
  })

  it("a key that was changed twice is covered in the middle too", () => {
    const twice = [[10, [logKey]], [20, both], [30, [nextKey]], [40, [nextKey, lastKey]], [60, [lastKey]]] as const
    const told = verified(signedBy(events, twice), [logKey, lastKey])
    expect(told).toMatchObject({ exitCode: 0, says: [] })
    expect(told.notProved.join(" ")).toContain("Who signed checkpoints/30, when,")
  })

  it("cosignatures of a trusted witness below an unknown key claim nothing", () => {
    const material = signedBy(events, changed)
    const [oldest] = material.published
    const head = { origin: logKey.verifier.name, size: 10, root: rootOfFirst() }
    const cosigned = { size: 10, note: `${oldest?.note}${cosign(head, witnessKey, 1_459_760_400)}` }
    const told = verified(
      { ...material, published: [cosigned, ...material.published.slice(1)] },
      [nextKey],
      [],
      `witness w ${formatVerifierKey(witnessKey.verifier)}\nquorum w`
    )
    expect(told).toMatchObject({ exitCode: 2, worst: "quorum" })
    expect(told.notProved).toContain("From position 1 on there is only the operator's word")
  })
})

/** The root of the checkpoint over the first ten events. */
const rootOfFirst = () => Buffer.from(noteOver(events, 10).note.split("\n")[2] ?? "", "base64")

describe("whoever would hide another history behind a change of keys", () => {
  it("is told of by a checkpoint of the old key in the bundle", () => {
    const material = signedBy(retold, changed)
    const published = [noteOver(events, 10, null, [logKey]), ...material.published.slice(1)]
    const told = verified({ ...material, published }, [nextKey])
    expect(told).toMatchObject({ exitCode: 1, worst: "integrity" })
    expect(told.says.join(" ")).toContain("checkpoints/10 has another root than the first 10 events")
  })

  it("is not rid of what an auditor kept: the old key is asked for, and then it tells", () => {
    const kept = noteOver(events, 20, null, [logKey]).note
    const material = signedBy(retold, changed)
    expect(verified(material, [nextKey])).toMatchObject({ exitCode: 0 })
    expect(verified(material, [nextKey], [kept])).toMatchObject({
      exitCode: 3,
      says: [
        `kept.txt, which you kept, names the key ${
          idOf(logKey)
        }, which you did not give. If the log had that key before, ` +
        "give it as well: without it nothing is known of what you kept, and this may be another history"
      ]
    })
    expect(verified(material, both, [kept])).toMatchObject({ exitCode: 1, worst: "integrity" })
  })

  it("cannot put a stranger's signature where the log goes on under one key", () => {
    const says =
      "checkpoints/20 is signed by no key that you gave, though one of them signed before it and behind it: " +
      "it was altered, or the log had another key for a while, which you have to give as well"
    const told = verified(signedBy(events, [[10, [logKey]], [20, [nextKey]], [60, [logKey]]]), [logKey])
    expect(told).toMatchObject({ exitCode: 2, says: [says] })
  })

  it("cannot put a signature in another name, nor one behind the newest that is signed", () => {
    const other = signerKey("other.example/events", keyTypes.note, Buffer.alloc(32, 9))
    const told = verified(signedBy(events, [[10, [other]], [60, [logKey]]]), [logKey])
    expect(told).toMatchObject({ exitCode: 2, says: [expect.stringContaining("checkpoints/10 is signed by no key")] })
    const ahead = verified(signedBy(events, [[10, [logKey]], [60, [nextKey]]]), [logKey])
    expect(ahead).toMatchObject({ exitCode: 2, signedUpTo: 10 })
  })
})
