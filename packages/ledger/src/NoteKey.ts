/**
 * Keys that sign notes, and the texts by which people hand them on.
 *
 * C2SP's signed-note. A key has a name, and an id of four bytes that follows from the name, from what the key may sign
 * and from the public key. One type signs notes: it is the key of a log. The other signs, together with a time, that a
 * witness has seen a checkpoint. Ed25519 is the only algorithm; the type is where another one would say its name.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto"
import { sha256 } from "./Hashing.ts"
import { bytesIn, type Malformed, malformed } from "./OneSpelling.ts"

/** What the key signs: a note, or a cosignature of a checkpoint with its time. */
export const keyTypes = { note: 0x01, cosignature: 0x04 } as const

export type KeyType = (typeof keyTypes)[keyof typeof keyTypes]

/** The public half of a key. */
export interface VerifierKey {
  readonly _tag: "VerifierKey"
  readonly name: string
  readonly type: KeyType
  /** Eight hexadecimal digits. */
  readonly keyId: string
  readonly publicKey: Uint8Array
}

/** A key that can sign. */
export interface SignerKey {
  readonly _tag: "SignerKey"
  readonly verifier: VerifierKey
  readonly privateKey: KeyObject
}

const keyLength = 32

/** Visible ASCII without a plus sign: what is a space is told differently by different languages, beyond ASCII. */
export const isKeyName = (name: string): boolean => /^[!-*,-~]+$/.test(name)

/** What anybody else may be called: a stranger's signature is passed over, and must not spoil the note. */
export const isStrangersName = (name: string): boolean => /^[^\p{White_Space}+]+$/u.test(name)

const isKeyType = (type: number): type is KeyType => type === keyTypes.note || type === keyTypes.cosignature

const keyIdOf = (name: string, type: KeyType, publicKey: Uint8Array): string =>
  sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey])).subarray(0, 4).toString("hex")

/** The key with these parts. */
export const verifierKey = (name: string, type: KeyType, publicKey: Uint8Array): VerifierKey => {
  if (!isKeyName(name)) throw new RangeError("The name of a key is visible ASCII without a plus sign")
  if (publicKey.length !== keyLength) throw new RangeError(`A public key has ${keyLength} bytes`)
  return { _tag: "VerifierKey", name, type, keyId: keyIdOf(name, type, publicKey), publicKey }
}

const derBefore = { seed: "302e020100300506032b657004220420", publicKey: "302a300506032b6570032100" }

const der = (before: string, key: Uint8Array): Buffer => Buffer.concat([Buffer.from(before, "hex"), key])

/** The public key as Node's cryptography takes it. */
export const publicKeyObject = ({ publicKey }: VerifierKey): KeyObject =>
  createPublicKey({ key: der(derBefore.publicKey, publicKey), format: "der", type: "spki" })

/** The key that grows out of a seed of 32 bytes, which has to come from a good source of chance and stay secret. */
export const signerKey = (name: string, type: KeyType, seed: Uint8Array): SignerKey => {
  if (seed.length !== keyLength) throw new RangeError(`The seed of a key has ${keyLength} bytes`)
  const privateKey = createPrivateKey({ key: der(derBefore.seed, seed), format: "der", type: "pkcs8" })
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" }).subarray(-keyLength)
  return { _tag: "SignerKey", verifier: verifierKey(name, type, publicKey), privateKey }
}

const keyText = (name: string, keyId: string, type: KeyType, key: Uint8Array): string =>
  `${name}+${keyId}+${Buffer.concat([Buffer.of(type), key]).toString("base64")}`

interface KeyText {
  readonly _tag: "KeyText"
  readonly name: string
  readonly keyId: string
  readonly type: KeyType
  readonly key: Uint8Array
}

/** The parts of `<name>+<key id>+<base64 of type and key>`; base64 may hold more plus signs. */
const keyTextIn = (text: string): KeyText | Malformed => {
  const [name = "", keyId = "", ...parts] = text.split("+")
  if (!isKeyName(name)) return malformed("a key begins with its name, which is visible ASCII, and a plus sign")
  const [type = 0, ...key] = bytesIn(parts.join("+")) ?? []
  if (!isKeyType(type)) return malformed("the key is of no type that is known here")
  if (key.length !== keyLength) return malformed(`a key of this type has ${keyLength} bytes, in base64`)
  return { _tag: "KeyText", name, keyId, type, key: Buffer.from(key) }
}

const otherId = malformed("the id of the key does not follow from its name, its type and its public key")

/** A public key as text: `example.org/log+530d903a+AekyeRrm…`. */
export const formatVerifierKey = ({ keyId, name, publicKey, type }: VerifierKey): string =>
  keyText(name, keyId, type, publicKey)

/** The public key in the text. */
export const parseVerifierKey = (text: string): VerifierKey | Malformed => {
  const parts = keyTextIn(text)
  if (parts._tag === "Malformed") return parts
  const key = verifierKey(parts.name, parts.type, parts.key)
  return key.keyId === parts.keyId ? key : otherId
}

const secretMark = "PRIVATE+KEY+"

/** A secret key as text, to be kept where only the signer reads it. */
export const formatSignerKey = ({ privateKey, verifier }: SignerKey): string => {
  const seed = privateKey.export({ format: "der", type: "pkcs8" }).subarray(-keyLength)
  return secretMark + keyText(verifier.name, verifier.keyId, verifier.type, seed)
}

/** The secret key in the text. */
export const parseSignerKey = (text: string): SignerKey | Malformed => {
  if (!text.startsWith(secretMark)) return malformed(`a secret key begins with ${secretMark}`)
  const parts = keyTextIn(text.slice(secretMark.length))
  if (parts._tag === "Malformed") return parts
  const key = signerKey(parts.name, parts.type, parts.key)
  return key.verifier.keyId === parts.keyId ? key : otherId
}
