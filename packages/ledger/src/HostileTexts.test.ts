/**
 * Proves that signed texts which somebody tampered with are read as they stand or not at all: a note opens where Go's
 * own implementation opens it, and every text that is read has the one spelling in which it would be written.
 */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatCheckpoint, parseCheckpoint } from "./Checkpoint.ts"
import { formatVerifierKey, keyTypes, parseVerifierKey, signerKey, type VerifierKey } from "./NoteKey.ts"
import type { Malformed } from "./OneSpelling.ts"
import { formatReceipt, parseReceipt } from "./Receipt.ts"
import { openNote, signNote } from "./SignedNote.ts"
import { openLikeGo } from "./testing/GoNote.ts"
import { hostileVersions } from "./testing/HostileEdits.ts"
import { entriesPath, parseEntriesPath, parseTilePath, tilePath } from "./Tile.ts"
import witness from "./vectors/checkpoint-witness.json" with { type: "json" }
import receipt from "./vectors/tlog-proof.json" with { type: "json" }
import { parsePolicy } from "./WitnessPolicy.ts"
import { formatWitnessRequest, parseWitnessRequest } from "./WitnessRequest.ts"

const log = signerKey("log.example/events", keyTypes.note, Buffer.alloc(32, 1))
const next = signerKey("log.example/events", keyTypes.note, Buffer.alloc(32, 2))
const stranger = signerKey("stranger", keyTypes.note, Buffer.alloc(32, 3))
const known = [log.verifier, next.verifier]
const idOf = ({ keyId, name }: Pick<VerifierKey, "name" | "keyId">) => `${name}+${keyId}`

const opened = (note: Buffer) => {
  const outcome = openNote(note, known)
  if (outcome._tag !== "OpenedNote") return null
  const { ignored, signatures, text } = outcome
  return { text, signed: signatures.map(({ key }) => idOf(key)), ignored: ignored.map(idOf) }
}

const times = { numRuns: 600 }

describe("a note in hostile hands", () => {
  it.for<[string, string]>([
    ["one line, one signature", signNote("one\n", [log])],
    ["two keys of one log, and a stranger", signNote("one\n\n— two\nthree\n", [log, stranger, next])],
    ["an empty text", signNote("\n", [log])]
  ])("opens where it opens in Go, with the same text and the same names: %s", ([_, note]) => {
    expect(opened(Buffer.from(note))).not.toBeNull()
    fc.assert(
      fc.property(hostileVersions(note), (hostile) => {
        expect(opened(hostile)).toEqual(openLikeGo(hostile, known))
      }),
      times
    )
  })

  it("is not spoilt by a stranger with any name that is one", () => {
    const note = signNote("one\n", [log])
    for (const name of ["é", "\ufeff", "\u007f", "😀", "a\ufffdb"]) {
      expect(openNote(`${note}— ${name} AAAAAAA=\n`, known)).toMatchObject({
        _tag: "OpenedNote",
        ignored: [{ name, keyId: "00000000" }]
      })
    }
    for (const name of ["\u0085", "a\u00a0b", "\u2003", "\u2028", "\u3000", "a+b", "+"]) {
      expect(openNote(`${note}— ${name} AAAAAAA=\n`, known)).toMatchObject({ _tag: "Malformed" })
    }
  })

  it("is read soon, however long its lines are", () => {
    const long = "x".repeat(400_000)
    const startedAt = performance.now()
    expect(openNote(`${signNote("one\n", [log])}— ${long} ${"A".repeat(400_000)}\n`, known)).toMatchObject({
      _tag: "OpenedNote"
    })
    expect(parseVerifierKey(long)._tag).toBe("Malformed")
    expect(parsePolicy(`log ${long}\n`)._tag).toBe("Malformed")
    expect(parseReceipt(`${receipt.proofFile.slice(0, 24)}\n${long}\n\n${long}`)._tag).toBe("Malformed")
    expect(performance.now() - startedAt).toBeLessThan(1000)
  })
})

describe("a text that is read has the spelling in which it is written", () => {
  const withAddition = receipt.proofFile.replace("index", "extra Zm9yIHlvdQ==\nindex")
  const [checkpoint = ""] = witness.checkpoints.map(({ text }) => text).slice(-1)

  /** Reads a text and writes what was read; null where there was nothing to read. */
  const reading = <A extends { readonly _tag: string }>(
    parse: (text: string) => A | Malformed,
    format: (value: A) => string
  ) =>
  (text: string): string | null => {
    const value = parse(text)
    return value._tag === "Malformed" ? null : format(value as A)
  }

  it.for<[string, string, (text: string) => string | null]>([
    ["a checkpoint", checkpoint, reading(parseCheckpoint, formatCheckpoint)],
    ["a public key", formatVerifierKey(log.verifier), reading(parseVerifierKey, formatVerifierKey)],
    ["the path of a tile", "tile/2/x001/x234/067.p/17", reading(parseTilePath, tilePath)],
    ["the path of entries", "tile/entries/x001/067.p/255", reading(parseEntriesPath, entriesPath)],
    ["a receipt", receipt.proofFile, reading(parseReceipt, formatReceipt)],
    ["a receipt with an addition", withAddition, reading(parseReceipt, formatReceipt)],
    ["a request", witness.addCheckpoint.request, reading(parseWitnessRequest, formatWitnessRequest)]
  ])("%s", ([_, text, again]) => {
    expect(again(text)).toBe(text)
    fc.assert(
      fc.property(hostileVersions(text), (bytes) => {
        const hostile = bytes.toString()
        expect(again(hostile) ?? hostile).toBe(hostile)
      }),
      times
    )
  })
})
