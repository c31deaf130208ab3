/**
 * Proves that a receipt proves its own entry at its own place, by the published one, and nothing with a byte changed.
 */
import { describe, expect, it } from "vitest"
import { leafHash } from "./Hashing.ts"
import { checkReceipt, formatReceipt, longestProof, parseReceipt, type Receipt } from "./Receipt.ts"
import { longestNote } from "./SignedNote.ts"
import vectors from "./vectors/tlog-proof.json" with { type: "json" }
import { parsePolicy } from "./WitnessPolicy.ts"

const receiptIn = (text: string | Uint8Array): Receipt => {
  const receipt = parseReceipt(text)
  if (receipt._tag === "Malformed") throw new Error(receipt.because)
  return receipt
}
const policyOf = (text: string) => {
  const policy = parsePolicy(text)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}

const file = vectors.proofFile
const receipt = receiptIn(file)
const policy = policyOf(vectors.policy)
const leaf = leafHash(Buffer.from(vectors.leafDataHex, "hex"))

describe("a receipt", () => {
  it("as published proves the entry at position 6", () => {
    expect(leaf.toString("hex")).toBe(vectors.leafHashHex)
    expect(checkReceipt(receipt, leaf, policy)).toMatchObject({
      _tag: "ProvenEntry",
      position: 6,
      checkpoint: { origin: "example.org/peer-work/events", size: 8 },
      witnessed: [{ witness: "inspectorate", time: 1_767_225_600 }, { witness: "charity", time: 1_767_225_660 }]
    })
  })

  it("is written as it was read, with what was added and without", () => {
    expect(formatReceipt(receipt)).toBe(file)
    expect(receiptIn(Buffer.from(file))).toEqual(receipt)
    const added = { ...receipt, extra: Buffer.from("for you") }
    const text = formatReceipt(added)
    expect(text.split("\n").slice(0, 3)).toEqual(["c2sp.org/tlog-proof@v1", "extra Zm9yIHlvdQ==", "index 5"])
    expect(receiptIn(text)).toEqual(added)
    const later = { ...added, index: 1234 }
    expect(receiptIn(formatReceipt(later))).toEqual(later)
    const only = { ...receipt, index: 0, proof: [] }
    expect(formatReceipt(only).startsWith("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.org")).toBe(true)
    expect(receiptIn(formatReceipt(only))).toEqual(only)
  })

  it("proves nothing with any byte changed, except in the line of a witness that is not needed", () => {
    const end = Buffer.byteLength(file.slice(0, file.indexOf("\n— witness.example.org")))
    const believed: Array<number> = []
    for (let at = 0; at < end; at++) {
      const changed = Buffer.from(file)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at)
      const parsed = parseReceipt(changed)
      if (parsed._tag === "Receipt" && checkReceipt(parsed, leaf, policy)._tag === "ProvenEntry") believed.push(at)
    }
    expect(believed).toEqual([])
  })

  it("of another entry or another place says so, with the checkpoint that holds", () => {
    const refused = {
      _tag: "NotIncluded",
      checkpoint: { size: 8 },
      because: "the hashes do not lead from the entry at position 6 to the root of the checkpoint"
    }
    expect(checkReceipt(receipt, leafHash("other"), policy)).toMatchObject(refused)
    expect(checkReceipt({ ...receipt, index: 4 }, leaf, policy)).toMatchObject({ _tag: "NotIncluded" })
    expect(checkReceipt({ ...receipt, index: 13 }, leaf, policy)).toMatchObject({ _tag: "NotIncluded" })
  })

  it("is worth no more than its checkpoint", () => {
    const strict = policyOf(vectors.policy.replace("either any", "either all"))
    const [withoutCharity = ""] = file.split("— witness.example.net/charity")
    expect(checkReceipt(receiptIn(withoutCharity), leaf, strict)).toMatchObject({ _tag: "QuorumMissing" })
    expect(checkReceipt(receipt, leaf, policyOf("quorum none\n"))).toMatchObject({ _tag: "NoKnownSignature" })
  })
})

describe("a text that is no receipt", () => {
  const [mark = "", index = "", ...lines] = file.split("\n")
  const [first = ""] = lines
  const rest = lines.join("\n")
  const noProof = "the proof is up to 63 hashes of 32 bytes in base64"
  const noIndex = "a line of the receipt says the index of the leaf"
  const noExtra = "what was added to the receipt is not base64"

  it.for<[string, string, string]>([
    ["nothing", "", "no empty line stands before the checkpoint"],
    ["no empty line", file.replaceAll("\n\n", "\n"), "no empty line stands before the checkpoint"],
    ["another version", file.replace("@v1", "@v2"), "the first line of a receipt is c2sp.org/tlog-proof@v1"],
    ["a blank before", ` ${file}`, "the first line of a receipt is c2sp.org/tlog-proof@v1"],
    ["no index", `${mark}\n${rest}`, noIndex],
    ["no line below the first", `${mark}\n\n${receipt.checkpoint}`, noIndex],
    ["a leading zero", file.replace("index 5", "index 05"), noIndex],
    ["a carriage return behind the index", file.replace("index 5", "index 5\r"), noIndex],
    ["a line of its own kind behind the index", file.replace("index 5", "index 5\u2028"), noIndex],
    ["a huge index", file.replace("index 5", "index 9007199254740992"), noIndex],
    ["a word before the index", file.replace("index 5", "an index 5"), noIndex],
    ["an index twice", `${mark}\n${index}\n${index}\n${rest}`, noProof],
    ["an addition in the wrong place", `${mark}\n${index}\nextra AA==\n${rest}`, noProof],
    ["an empty addition", `${mark}\nextra \n${index}\n${rest}`, noExtra],
    ["an addition that is not base64", `${mark}\nextra AB==\n${index}\n${rest}`, noExtra],
    ["an addition that is no line of its own", `${mark}\nextra\n${index}\n${rest}`, noIndex],
    ["a hash of 31 bytes", file.replace(first, Buffer.alloc(31).toString("base64")), noProof],
    ["a hash of 33 bytes", file.replace(first, Buffer.alloc(33).toString("base64")), noProof],
    ["stray bits in a hash", file.replace("Znms=", "Znmt="), noProof],
    ["a carriage return", file.replace(`${first}\n`, `${first}\r\n`), noProof],
    ["64 hashes", file.replace(`${first}\n`, `${first}\n`.repeat(62)), noProof]
  ])("has %s", ([_, text, because]) => expect(parseReceipt(text)).toEqual({ _tag: "Malformed", because }))

  it("may have 63 hashes", () => {
    expect(receiptIn(file.replace(`${first}\n`, `${first}\n`.repeat(61))).proof.length).toBe(longestProof)
  })

  it("is not UTF-8, or more than a million bytes long", () => {
    expect(parseReceipt(Buffer.of(0xff))).toMatchObject({ because: "the receipt is not UTF-8" })
    expect(parseReceipt(file.padEnd(longestNote, "x"))._tag).toBe("Receipt")
    const because = "a receipt has up to 1000000 bytes"
    expect(parseReceipt(file.padEnd(longestNote + 1, "x"))).toEqual({ _tag: "Malformed", because })
  })

  it("is not written of an index that is none", () => {
    for (const index of [-1, 0.5, 2 ** 53]) {
      expect(() => formatReceipt({ ...receipt, index })).toThrow(`${index} is not the index of a leaf`)
    }
  })
})
