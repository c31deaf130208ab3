/**
 * Proves that a text is handed out only where a known key has signed it, by the published notes and by notes with
 * hostile bytes, and that what is signed here is, byte for byte, what the published signers signed.
 */
import fc from "fast-check"
import { sign } from "node:crypto"
import { describe, expect, it } from "vitest"
import { parseCheckpoint } from "./Checkpoint.ts"
import { cosignatureBytes, cosignedMessage } from "./Cosignature.ts"
import { keyTypes, parseVerifierKey, signerKey, type VerifierKey } from "./NoteKey.ts"
import { cosign, longestNote, mostSignatures, openNote, signNote } from "./SignedNote.ts"
import checkpoints from "./vectors/checkpoint-witness.json" with { type: "json" }
import vectors from "./vectors/signed-note.json" with { type: "json" }

const keyOf = (vkey: string): VerifierKey => {
  const key = parseVerifierKey(vkey)
  if (key._tag === "Malformed") throw new Error(key.because)
  return key
}
const seedOf = (at: number): Buffer => Buffer.from(vectors.keys.at(at)!.seedHex!, "hex")
const log = signerKey(vectors.keys.at(0)!.name, keyTypes.note, seedOf(0))
const nextLog = signerKey(vectors.keys.at(1)!.name, keyTypes.note, seedOf(1))
const inspectorate = signerKey(vectors.keys.at(2)!.name, keyTypes.cosignature, seedOf(2))
const charity = signerKey(vectors.keys.at(3)!.name, keyTypes.cosignature, seedOf(3))
const stranger = signerKey("stranger", keyTypes.note, Buffer.alloc(32, 1))
const known = [log, nextLog, inspectorate, charity].map(({ verifier }) => verifier)

const published = (about: string) => vectors.notes.find(({ desc }) => desc.startsWith(about))!
const text = "one\n\nthree — not a signature\n"
const note = signNote(text, [log])
const [line = ""] = note.slice(text.length + 1).split("\n")

const checkpointOf = (size: number) => {
  const checkpoint = parseCheckpoint(checkpoints.checkpoints.find((each) => each.size === size)!.text)
  if (checkpoint._tag === "Malformed") throw new Error(checkpoint.because)
  return checkpoint
}
const cosigned = `${checkpoints.checkpoints.at(3)!.signed}${cosign(checkpointOf(8), inspectorate, 1_767_225_600)}`

describe("the published notes", () => {
  it.for(vectors.notes)("$desc", ({ ignored, msg, msgB64, ok, verified, vkeys }) => {
    const opened = openNote(Buffer.from(msgB64, "base64"), vkeys.map(keyOf))
    expect(openNote(msg, vkeys.map(keyOf))).toEqual(opened)
    expect(opened._tag === "OpenedNote").toBe(ok)
    if (opened._tag !== "OpenedNote") return
    expect(opened.text).toBe(msg.slice(0, msg.lastIndexOf("\n\n") + 1))
    expect(
      opened.signatures.map(({ key: { keyId: id, name }, time }) => time === null ? { name, id } : { name, id, time })
    )
      .toEqual(verified)
    expect(opened.ignored.map(({ name }) => name)).toEqual(ignored)
  })

  it("are signed here with the same bytes", () => {
    for (const { signed, text } of checkpoints.checkpoints) expect(signNote(text, [log])).toBe(signed)
    expect(signNote(checkpoints.checkpoints.at(3)!.text, [log, nextLog])).toBe(published("rotation").msg)
  })

  it("are cosigned here with the same bytes", () => {
    const { line, messageUtf8, time } = checkpoints.cosignature
    expect(cosignedMessage(checkpoints.checkpoints.at(3)!.text, time)).toBe(messageUtf8)
    expect(cosign(checkpointOf(8), inspectorate, time)).toBe(line)
    expect(cosigned + cosign(checkpointOf(8), charity, time + 60)).toBe(published("checkpoint size 8").msg)
  })
})

describe("a note", () => {
  it("comes back with whatever text was signed", () => {
    const line = fc.string({ unit: "grapheme" }).filter((line) => !/[\u0000-\u001f]/.test(line))
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const text = `${lines.join("\n")}\n`
        const note = signNote(text, [log, stranger])
        const opened = openNote(note, known)
        expect(opened).toMatchObject({ _tag: "OpenedNote", text, signatures: [{ key: log.verifier, time: null }] })
        expect(openNote(Buffer.from(note), known)).toEqual(opened)
      }),
      { numRuns: 30 }
    )
  })

  it("is refused with any byte of its text, and of its signature, changed", () => {
    const opened: Array<number> = []
    for (let at = 0; at < Buffer.byteLength(note); at++) {
      const changed = Buffer.from(note)
      changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at)
      if (openNote(changed, known)._tag === "OpenedNote") opened.push(at)
    }
    expect(opened).toEqual([])
  })

  it("names who else claims to have signed, each line once", () => {
    const other = signNote(text, [stranger]).slice(text.length + 1)
    const { keyId, name } = stranger.verifier
    const opened = openNote(note + other + other, known)
    expect(opened).toMatchObject({ text, signatures: [{ line: `${line}\n` }], ignored: [{ name, keyId }] })
    expect(openNote(text + "\n" + other + other, known)).toEqual({
      _tag: "NoKnownSignature",
      ignored: [{ name, keyId }],
      because: "no known key has signed the note"
    })
  })

  it("counts a key once, however often it signed", () => {
    const twice = openNote(`${note}${line}\n`, known)
    expect(twice).toEqual(openNote(note, known))
    const later = cosign(checkpointOf(8), inspectorate, 1_767_229_200)
    const opened = openNote(cosigned + later, [inspectorate.verifier])
    expect(opened).toMatchObject({ signatures: [{ time: 1_767_225_600 }] })
    expect(opened._tag === "OpenedNote" && opened.signatures.length).toBe(1)
  })

  it("is spoilt by a false signature of a known key, also behind a true one", () => {
    const { keyId, name } = log.verifier
    const ofOtherText = signNote("other\n", [log]).slice("other\n\n".length)
    const refused = { _tag: "BadSignature", name, keyId, because: `${name}+${keyId} did not sign this text` }
    expect(openNote(note + ofOtherText, known)).toEqual(refused)
    expect(openNote(`${text}\n${ofOtherText}`, known)).toEqual(refused)
  })

  it("tells two keys with one name and one id apart by what they signed", () => {
    const twin = { ...log.verifier, publicKey: stranger.verifier.publicKey }
    expect(openNote(note, [twin, log.verifier])).toMatchObject({ signatures: [{ key: log.verifier }] })
    expect(openNote(note, [twin])).toMatchObject({ _tag: "BadSignature" })
  })

  it("is not signed by a key of the same name, or the same id alone", () => {
    const { keyId, name } = log.verifier
    for (const key of [{ ...log.verifier, keyId: "00000000" }, { ...log.verifier, name: "x" }]) {
      expect(openNote(note, [key])).toMatchObject({ _tag: "NoKnownSignature", ignored: [{ name, keyId }] })
    }
  })

  const lineOf = (name: string, keyId: string, ...parts: ReadonlyArray<Uint8Array>): string =>
    `— ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), ...parts]).toString("base64")}\n`

  it.for([63, 65])("is not signed by %i bytes", (length) => {
    const { keyId, name } = log.verifier
    const signature = Buffer.concat([sign(null, Buffer.from(text), log.privateKey), Buffer.of(0)]).subarray(0, length)
    expect(openNote(`${text}\n${lineOf(name, keyId, signature)}`, known)).toMatchObject({ _tag: "BadSignature" })
  })

  it("is not cosigned by a plain signature, at a time beyond 2^53 - 1, or with a byte too many or less than a time", () => {
    const { privateKey, verifier: { keyId, name } } = inspectorate
    const body = checkpoints.checkpoints.at(3)!.text
    const signed = (message: string) => sign(null, Buffer.from(message), privateKey)
    const beyond = 2 ** 53
    const [time, signature] = [1_767_225_600, signed(cosignedMessage(body, 1_767_225_600))]
    const open = (...parts: ReadonlyArray<Uint8Array>) =>
      openNote(`${body}\n${lineOf(name, keyId, ...parts)}`, known)._tag
    expect(open(cosignatureBytes(time, signature))).toBe("OpenedNote")
    expect(open(cosignatureBytes(time, signature), Buffer.of(0))).toBe("BadSignature")
    expect(open(cosignatureBytes(beyond, signed(cosignedMessage(body, beyond))))).toBe("BadSignature")
    expect(open(signed(body))).toBe("BadSignature")
    expect(open(Buffer.alloc(7))).toBe("BadSignature")
  })
})

describe("hostile bytes are refused", () => {
  const control = "the note holds a control character other than a line feed"
  const noEnd = "the note does not end with a signature and a line feed"
  const noLine = (at: number) => `line ${at} below the text is not a signature`
  const [, , , base64 = ""] = /^(— )(.*) (.*)$/.exec(line) ?? []

  it.for<[string, string, string]>([
    ["nothing at all", "", "no empty line parts the text of the note from its signatures"],
    ["no empty line", `one\n${line}\n`, "no empty line parts the text of the note from its signatures"],
    ["no signature", `${text}\n`, noEnd],
    ["an empty line at the end", `${note}\n`, noEnd],
    ["two empty lines at the end", `${note}\n\n`, noEnd],
    ["no line feed at the end", note.slice(0, -1), noEnd],
    ["a carriage return", note.replaceAll("\n", "\r\n"), control],
    ["a tab", note.replace("one", "o\te"), control],
    ["a zero", note.replace("one", "o\u0000e"), control],
    ["the last control character", note.replace("one", "o\u001fe"), control],
    ["words below the text", `${note}words\n`, noLine(2)],
    ["a blank before the dash", note.replace("\n—", "\n —"), noLine(1)],
    ["another dash", note.replace(`\n${line}`, `\n${line.replace("—", "–")}`), noLine(1)],
    ["no name", `${text}\n— ${base64}\n`, noLine(1)],
    ["an empty name", `${text}\n—  ${base64}\n`, noLine(1)],
    ["a plus sign in the name", `${text}\n— a+b ${base64}\n`, noLine(1)],
    ["a blank in the name", `${text}\n— a b ${base64}\n`, noLine(1)],
    ["a space beyond ASCII in the name", `${text}\n— a\u0085b ${base64}\n`, noLine(1)],
    ["a blank at the end", `${note.slice(0, -1)} \n`, noLine(1)],
    ["no base64", `${text}\n— a ****\n`, noLine(1)],
    ["no padding", note.replaceAll("=", ""), noLine(1)],
    ["base64 for addresses", `${text}\n— a ${"_".repeat(8)}\n`, noLine(1)],
    ["stray bits in base64", `${text}\n— a AAAAAAF=\n`, noLine(1)],
    ["an id without a signature", `${text}\n— a AAAAAA==\n`, noLine(1)]
  ])("%s", ([_, hostile, because]) => {
    const refused = { _tag: "Malformed", because }
    expect(openNote(hostile, known)).toEqual(refused)
    expect(openNote(Buffer.from(hostile), known)).toEqual(refused)
  })

  it.for([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80]])("bytes that are not UTF-8: %j", (bytes) => {
    expect(openNote(Buffer.concat([Buffer.from(bytes), Buffer.from(note)]), known)).toEqual({
      _tag: "Malformed",
      because: "the note is not UTF-8"
    })
    expect(openNote(`\ud800${note}`, known)).toMatchObject({ because: "the note is not UTF-8" })
  })

  it("more than 100 signatures", () => {
    const crowd = (count: number) => note + "— a AAAAAAA=\n".repeat(count - 1)
    expect(openNote(crowd(mostSignatures), known)).toMatchObject({ _tag: "OpenedNote", text })
    expect(openNote(crowd(101), known)).toEqual({
      _tag: "Malformed",
      because: "the note has more than 100 signatures"
    })
  })

  it("more than a million bytes", () => {
    const room = longestNote - Buffer.byteLength(signNote("\n", [log]))
    const longest = signNote(`${"x".repeat(room % 2)}${"é".repeat(Math.floor(room / 2))}\n`, [log])
    expect(Buffer.byteLength(longest)).toBe(1_000_000)
    expect(openNote(longest, known)._tag).toBe("OpenedNote")
    const tooLong = { _tag: "Malformed", because: "a note has up to 1000000 bytes" }
    expect(openNote(`x${longest}`, known)).toEqual(tooLong)
    expect(openNote(Buffer.from(`x${longest}`), known)).toEqual(tooLong)
  })
})

describe("nothing is signed", () => {
  it.for(["", "no line feed", "a\r\n", "\u0000\n", "\ud800\n"])(
    "that is no text of a note: %j",
    (text) => expect(() => signNote(text, [log])).toThrow("The text of a note is UTF-8, holds no control character")
  )

  it("by a key of the other kind", () => {
    expect(() => signNote(text, [inspectorate])).toThrow(
      "witness.example.org/inspectorate cosigns checkpoints; it signs no notes"
    )
    expect(() => cosign(checkpointOf(8), log, 1)).toThrow("example.org/peer-work/events signs notes; it is no witness")
  })

  it.for([0, -1, 0.5, 2 ** 53, Number.NaN])(
    "at the time %d",
    (time) =>
      expect(() => cosign(checkpointOf(8), inspectorate, time)).toThrow(
        `A cosignature is made at a time in seconds, not at ${time}`
      )
  )
})
