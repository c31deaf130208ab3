/**
 * Proves that a fingerprint tells commands apart by type and input, and says nothing to whoever lacks the secret.
 */
import { createHmac } from "node:crypto"
import { describe, expect, it } from "vitest"
import { fingerprint } from "./Fingerprint.ts"

const [secret, another] = [new Uint8Array(32), new Uint8Array(32).fill(1)]

describe("a fingerprint", () => {
  it("is the keyed hash of type and input in canonical form", () => {
    const written = '["DoThing",{"a":[1,null],"b":"é"}]'
    const expected = createHmac("sha256", secret).update(written).digest("base64")
    expect(fingerprint(secret, "DoThing", { b: "é", a: [1, null] })).toBe(expected)
  })

  it("differs by type, by one byte of the input, by normalisation and by secret", () => {
    const all = [
      fingerprint(secret, "DoThing", { a: "é" }),
      fingerprint(secret, "DoOther", { a: "é" }),
      fingerprint(secret, "DoThing", { a: "e\u0301" }),
      fingerprint(secret, "DoThing", { a: "é " }),
      fingerprint(another, "DoThing", { a: "é" })
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})
