/**
 * Signed notes: a text, and below it one line for each key that signed it.
 *
 * C2SP's signed-note, as Go's checksum database uses it. The text must not be read before a key that the reader already
 * trusts has signed it; so the only way to the text here is {@link openNote}. Signatures by other keys are ignored,
 * which lets logs change keys and witnesses join. A signature that is false where the key is known spoils the note.
 */
import { sign, verify } from "node:crypto"
import { formatCheckpoint, type TreeHead } from "./Checkpoint.ts"
import { cosignatureBytes, cosignatureIn, cosignedMessage } from "./Cosignature.ts"
import { isStrangersName, keyTypes, publicKeyObject, type SignerKey, type VerifierKey } from "./NoteKey.ts"
import { bytesIn, isCount, type Malformed, malformed, wellFormed } from "./OneSpelling.ts"

/** A note may be this long, in bytes, and have this many signatures. */
export const longestNote = 1_000_000
export const mostSignatures = 100

/** A signature that holds. */
export interface NoteSignature {
  readonly key: VerifierKey
  /** When the witness saw it, in seconds since 1970; null unless the key is one of a witness. */
  readonly time: number | null
  /** The line as it stands in the note, with its end. */
  readonly line: string
}

/** A note that at least one known key signed, and no known key falsely. */
export interface OpenedNote {
  readonly _tag: "OpenedNote"
  readonly text: string
  /** One for each known key that signed, in the order of the note. */
  readonly signatures: ReadonlyArray<NoteSignature>
  /** Who else signed, by the name and id that the lines claim; nothing of it was checked. */
  readonly ignored: ReadonlyArray<ClaimedKey>
}

export interface ClaimedKey {
  readonly name: string
  readonly keyId: string
}

/** A line in the name of a known key that the key did not sign. */
export interface BadSignature extends ClaimedKey {
  readonly _tag: "BadSignature"
  readonly because: string
}

/** A note in good form that nobody signed whom the reader knows. */
export interface NoKnownSignature {
  readonly _tag: "NoKnownSignature"
  readonly ignored: ReadonlyArray<ClaimedKey>
  readonly because: string
}

export type NoteRefused = Malformed | BadSignature | NoKnownSignature

interface SignatureLine extends ClaimedKey {
  readonly line: string
  readonly signature: Buffer
}

const controlCharacter = /[\u0000-\u0009\u000b-\u001f]/

/** Four bytes of key id, and at least one of signature. */
const shortestSignature = 5

const signatureLineIn = (line: string): SignatureLine | null => {
  const [, name = "", base64 = ""] = /^\u2014 ([^ ]+) ([^ ]+)$/.exec(line) ?? []
  const bytes = bytesIn(base64)
  if (!isStrangersName(name) || bytes === null || bytes.length < shortestSignature) return null
  return { name, keyId: bytes.subarray(0, 4).toString("hex"), line: `${line}\n`, signature: bytes.subarray(4) }
}

interface Parts {
  readonly _tag: "Parts"
  readonly text: string
  readonly lines: ReadonlyArray<SignatureLine>
}

const partsOf = (note: string): Parts | Malformed => {
  if (controlCharacter.test(note)) return malformed("the note holds a control character other than a line feed")
  const split = note.lastIndexOf("\n\n")
  if (split === -1) return malformed("no empty line parts the text of the note from its signatures")
  const below = note.slice(split + 2)
  if (!below.endsWith("\n")) return malformed("the note does not end with a signature and a line feed")
  const lines = below.slice(0, -1).split("\n")
  if (lines.length > mostSignatures) return malformed(`the note has more than ${mostSignatures} signatures`)
  const signatures: Array<SignatureLine> = []
  for (const [at, line] of lines.entries()) {
    const signature = signatureLineIn(line)
    if (signature === null) return malformed(`line ${at + 1} below the text is not a signature`)
    signatures.push(signature)
  }
  return { _tag: "Parts", text: note.slice(0, split + 1), lines: signatures }
}

/** Whether the key signed the message; a signature of another length than 64 bytes is none. */
const holds = (key: VerifierKey, message: string, signature: Uint8Array): boolean =>
  verify(null, Buffer.from(message), publicKeyObject(key), signature)

/** What the line says if the key signed it; null if it did not. */
const signedBy = (key: VerifierKey, text: string, { line, signature }: SignatureLine): NoteSignature | null => {
  if (key.type === keyTypes.note) return holds(key, text, signature) ? { key, time: null, line } : null
  const cosignature = cosignatureIn(signature)
  if (cosignature === null || !holds(key, cosignedMessage(text, cosignature.time), cosignature.signature)) return null
  return { key, time: cosignature.time, line }
}

/** The text of the note and who signed it, if any of the known keys did and none of them is shown a false signature. */
export const openNote = (
  note: string | Uint8Array,
  known: ReadonlyArray<VerifierKey>
): OpenedNote | NoteRefused => {
  if (Buffer.byteLength(note) > longestNote) return malformed(`a note has up to ${longestNote} bytes`)
  const whole = wellFormed(note)
  if (whole === null) return malformed("the note is not UTF-8")
  const parts = partsOf(whole)
  if (parts._tag === "Malformed") return parts
  const signatures = new Map<VerifierKey, NoteSignature>()
  const ignored = new Map<string, ClaimedKey>()
  for (const line of parts.lines) {
    const { keyId, name } = line
    const claimed = known.filter((key) => key.name === name && key.keyId === keyId)
    if (claimed.length === 0) {
      ignored.set(line.line, { name, keyId })
      continue
    }
    const signature = claimed.map((key) => signedBy(key, parts.text, line)).find((found) => found !== null)
    if (signature === undefined) {
      return { _tag: "BadSignature", name, keyId, because: `${name}+${keyId} did not sign this text` }
    }
    if (!signatures.has(signature.key)) signatures.set(signature.key, signature)
  }
  const others = [...ignored.values()]
  if (signatures.size === 0) {
    return { _tag: "NoKnownSignature", ignored: others, because: "no known key has signed the note" }
  }
  return { _tag: "OpenedNote", text: parts.text, signatures: [...signatures.values()], ignored: others }
}

const signatureLine = ({ keyId, name }: VerifierKey, signature: Uint8Array): string =>
  `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), signature]).toString("base64")}\n`

/** The signature line of a log, or of anybody else who signs notes. */
const signLine = (text: string, { privateKey, verifier }: SignerKey): string => {
  if (verifier.type !== keyTypes.note) throw new RangeError(`${verifier.name} cosigns checkpoints; it signs no notes`)
  return signatureLine(verifier, sign(null, Buffer.from(text), privateKey))
}

/** The text as a note that all of these sign: two keys of one log while it changes from one to the other. */
export const signNote = (text: string, signers: readonly [SignerKey, ...ReadonlyArray<SignerKey>]): string => {
  if (wellFormed(text) === null || controlCharacter.test(text) || !text.endsWith("\n")) {
    throw new RangeError("The text of a note is UTF-8, holds no control character, and ends with a line feed")
  }
  return `${text}\n${signers.map((signer) => signLine(text, signer)).join("")}`
}

/** The line by which a witness adds to a note that it saw this checkpoint at this time, in seconds since 1970. */
export const cosign = (checkpoint: TreeHead, { privateKey, verifier }: SignerKey, time: number): string => {
  if (verifier.type !== keyTypes.cosignature) throw new RangeError(`${verifier.name} signs notes; it is no witness`)
  if (!isCount(time) || time === 0) throw new RangeError(`A cosignature is made at a time in seconds, not at ${time}`)
  const message = cosignedMessage(formatCheckpoint(checkpoint), time)
  return signatureLine(verifier, cosignatureBytes(time, sign(null, Buffer.from(message), privateKey)))
}
