/**
 * `note.Open` of golang.org/x/mod/sumdb/note, word for word where Go and this language allow it.
 *
 * It differs where this package is stricter on purpose: base64 has one spelling, and a false signature of a known key
 * spoils the note even behind a true one. Keys come in their published form, and are checked by another way in.
 */
import { isUtf8 } from "node:buffer"
import { createPublicKey, verify } from "node:crypto"
import type { VerifierKey } from "../NoteKey.ts"

/** The text, and by `<name>+<key id>` who signed and who was passed over; null where Go says that it is no note. */
export interface OpenedLikeGo {
  readonly text: string
  readonly signed: ReadonlyArray<string>
  readonly ignored: ReadonlyArray<string>
}

/** `unicode.IsSpace`. */
const isSpace = (code: number): boolean =>
  [0x20, 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000].includes(code) ||
  (code >= 0x09 && code <= 0x0d) || (code >= 0x2000 && code <= 0x200a)

const isValidName = (name: string): boolean =>
  name !== "" && !Array.from(name, (character) => character.codePointAt(0) ?? 0).some(isSpace) && !name.includes("+")

const isBase64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/

const isSigned = ({ publicKey }: VerifierKey, message: Uint8Array, signature: Uint8Array): boolean => {
  const x = Buffer.from(publicKey).toString("base64url")
  return verify(null, message, createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" }), signature)
}

/** Opens a note with keys that sign notes. */
export const openLikeGo = (msg: Buffer, known: ReadonlyArray<VerifierKey>): OpenedLikeGo | null => {
  if (!isUtf8(msg) || msg.some((byte) => byte < 0x20 && byte !== 0x0a)) return null
  const split = msg.lastIndexOf("\n\n")
  if (split < 0) return null
  const [text, sigs] = [msg.subarray(0, split + 1), msg.subarray(split + 2)]
  if (sigs.length === 0 || sigs.at(-1) !== 0x0a) return null
  const [signed, ignored] = [new Set<string>(), new Map<string, string>()]
  for (const [at, line] of sigs.subarray(0, -1).toString().split("\n").entries()) {
    if (!line.startsWith("\u2014 ")) return null
    const cut = line.indexOf(" ", 2)
    if (cut < 0) return null
    const [name, base64] = [line.slice(2, cut), line.slice(cut + 1)]
    const sig = Buffer.from(base64, "base64")
    if (!isBase64.test(base64) || !isValidName(name) || base64 === "" || sig.length < 5 || at >= 100) return null
    const id = `${name}+${sig.subarray(0, 4).toString("hex")}`
    const key = known.find((each) => `${each.name}+${each.keyId}` === id)
    if (key === undefined) {
      ignored.set(line, id)
      continue
    }
    if (!isSigned(key, text, sig.subarray(4))) return null
    signed.add(id)
  }
  return signed.size === 0 ? null : { text: text.toString(), signed: [...signed], ignored: [...ignored.values()] }
}
