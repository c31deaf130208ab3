/**
 * Proves that keys have the published ids and texts, and that no text with a part changed is taken for a key.
 */
import { describe, expect, it } from "vitest"
import {
  formatSignerKey,
  formatVerifierKey,
  isKeyName,
  keyTypes,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  verifierKey
} from "./NoteKey.ts"
import vectors from "./vectors/signed-note.json" with { type: "json" }

const bytes = (hex: string): Buffer => Buffer.from(hex, "hex")
const ours = vectors.keys.flatMap(({ keyIdHex, name, publicKeyHex, seedHex, skey, type, vkey }) =>
  seedHex === undefined || (type !== keyTypes.note && type !== keyTypes.cosignature)
    ? []
    : [{ keyIdHex, name, publicKeyHex, seedHex, skey, type, vkey }]
)
const peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
const secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"

describe("a key", () => {
  it.for(ours)(
    "of $name grows out of its published seed",
    ({ keyIdHex, name, publicKeyHex, seedHex, skey, type, vkey }) => {
      const signer = signerKey(name, type, bytes(seedHex))
      const verifier = { _tag: "VerifierKey", name, type, keyId: keyIdHex, publicKey: bytes(publicKeyHex ?? "") }
      expect(signer.verifier).toEqual(verifier)
      expect(formatVerifierKey(signer.verifier)).toBe(vkey)
      expect(parseVerifierKey(vkey)).toEqual(verifier)
      if (skey !== undefined) expect(formatSignerKey(signer)).toBe(skey)
      const again = parseSignerKey(formatSignerKey(signer))
      expect(again._tag === "SignerKey" && formatSignerKey(again)).toBe(formatSignerKey(signer))
      expect(again).toMatchObject({ verifier })
    }
  )

  it.for(vectors.keys)("of $name comes back from its text", ({ vkey }) => {
    const key = parseVerifierKey(vkey)
    expect(key._tag === "VerifierKey" && formatVerifierKey(key)).toBe(vkey)
  })

  it("of the checksum database's example comes back from its secret text", () => {
    const key = parseSignerKey(secret)
    expect(key._tag === "SignerKey" && [formatSignerKey(key), formatVerifierKey(key.verifier)]).toEqual([secret, peter])
  })

  it("comes back where its base64 holds plus signs", () => {
    const texts = Array.from({ length: 40 }, (_, byte) => signerKey("a", keyTypes.note, Buffer.alloc(32, byte))).map(
      ({ verifier }) => formatVerifierKey(verifier)
    )
    expect(texts.filter((text) => text.split("+").length > 4)).not.toEqual([])
    expect(texts.map(parseVerifierKey).map((key) => key._tag === "VerifierKey" && formatVerifierKey(key))).toEqual(
      texts
    )
  })

  it("is not shown with its secret", () => {
    expect(JSON.stringify(parseSignerKey(secret))).not.toContain(secret.slice(-20))
  })

  it.each(["a", "example.org/log", "!~*,-.", "A_b"])("may be called %j", (name) => expect(isKeyName(name)).toBe(true))

  it.each([
    "",
    " ",
    "a b",
    "a+b",
    "+",
    "a\n",
    "a\tb",
    "a\u0000",
    "a\u007f",
    "a\u0085b",
    "a\u00a0b",
    "a\u2003b",
    "ä",
    "a\ufeff"
  ])(
    "may not be called %j",
    (name) => {
      expect(isKeyName(name)).toBe(false)
      expect(() => verifierKey(name, keyTypes.note, Buffer.alloc(32))).toThrow("visible ASCII without a plus sign")
    }
  )

  it("is made of 32 bytes", () => {
    for (const length of [0, 31, 33, 64]) {
      expect(() => verifierKey("a", keyTypes.note, Buffer.alloc(length))).toThrow("A public key has 32 bytes")
      expect(() => signerKey("a", keyTypes.note, Buffer.alloc(length))).toThrow("The seed of a key has 32 bytes")
    }
  })
})

describe("a text that is no key", () => {
  const otherId = "the id of the key does not follow from its name, its type and its public key"
  const noType = "the key is of no type that is known here"
  const noName = "a key begins with its name, which is visible ASCII, and a plus sign"

  it.for(vectors.badVkeys)(
    "is refused: %s",
    (vkey) => expect(parseVerifierKey(vkey)).toMatchObject({ _tag: "Malformed" })
  )

  it.for<[string, string]>([
    [peter.replace("c74f20a3", "c74f20a4"), otherId],
    [peter.replace("c74f20a3", "C74F20A3"), otherId],
    [peter.replace("c74f20a3", "c74f20a"), otherId],
    [peter.replace("Peter", "Piter"), otherId],
    [peter.replace("+AR", "+BB"), otherId],
    [peter.replace("+AR", "+ZR"), noType],
    [peter.replace("+AR", "+AA"), noType],
    [`${peter}=`, noType],
    [`${peter}\n`, noType],
    [`PeterNeumann+c74f20a3+`, noType],
    [`PeterNeumann+c74f20a3+${Buffer.alloc(34, 1).toString("base64")}`, "a key of this type has 32 bytes, in base64"],
    [`PeterNeumann+c74f20a3+${Buffer.alloc(32, 1).toString("base64")}`, "a key of this type has 32 bytes, in base64"],
    [`+c74f20a3+${peter.split("+")[2]}`, noName],
    [`Peter Neumann+c74f20a3+${peter.split("+")[2]}`, noName],
    ["PeterNeumann", noType],
    ["PeterNeumann+c74f20a3", noType],
    ["", noName]
  ])(
    "is refused: %j, because %s",
    ([text, because]) => expect(parseVerifierKey(text)).toEqual({ _tag: "Malformed", because })
  )

  it.for<[string, string]>([
    [secret.slice(1), "a secret key begins with PRIVATE+KEY+"],
    [peter, "a secret key begins with PRIVATE+KEY+"],
    [secret.replace("c74f20a3", "c74f20a4"), otherId],
    [secret.replace("+AYEK", "+AYEL"), otherId],
    [secret.replace("+AY", "+ZY"), noType],
    ["PRIVATE+KEY+", noName]
  ])(
    "is refused as a secret: %j, because %s",
    ([text, because]) => expect(parseSignerKey(text)).toEqual({ _tag: "Malformed", because })
  )
})
