/**
 * Proves that a checkpoint is three lines in one spelling, and that the published ones are.
 */
import { describe, expect, it } from "vitest"
import { formatCheckpoint, parseCheckpoint } from "./Checkpoint.ts"
import vectors from "./vectors/checkpoint-witness.json" with { type: "json" }
import tree from "./vectors/rfc6962-8leaf.json" with { type: "json" }

const root = "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg="
const bytes = Buffer.from(root, "base64")

describe("a checkpoint", () => {
  it.for(vectors.checkpoints)("of $size leaves is read and written as published", ({ size, text }) => {
    const head = { origin: vectors.origin, size, root: Buffer.from(tree.rootsBySizeHex.at(size)!, "hex") }
    expect(parseCheckpoint(text)).toEqual({ _tag: "Checkpoint", ...head })
    expect(formatCheckpoint(head)).toBe(text)
  })

  it("has up to 2^53 - 1 leaves", () => {
    const text = `a\n9007199254740991\n${root}\n`
    expect(parseCheckpoint(text)).toMatchObject({ size: Number.MAX_SAFE_INTEGER })
    expect(formatCheckpoint({ origin: "a", size: Number.MAX_SAFE_INTEGER, root: bytes })).toBe(text)
  })

  it.for(vectors.badCheckpointTexts)(
    "is not the published %j",
    (text) => expect(parseCheckpoint(text)).toMatchObject({ _tag: "Malformed" })
  )

  const lines = "a checkpoint is three lines, each with a line feed at its end"
  const origin = "the first line of a checkpoint is the name of a log"
  const size = "the second line of a checkpoint is the size of the log, up to 2^53 - 1"
  const hash = "the third line of a checkpoint is a hash of 32 bytes in base64"

  it.for<[string, string]>([
    ["", lines],
    [`a\n8\n${root}`, lines],
    [`a\n8\n${root}\n\n`, lines],
    [`a\n8\n${root}\nmore\n`, lines],
    [`a\n8\n${root}\n\nmore`, lines],
    [`\n8\n${root}\n`, origin],
    [`a b\n8\n${root}\n`, origin],
    [`a+b\n8\n${root}\n`, origin],
    [`ä\n8\n${root}\n`, origin],
    [`a\r\n8\r\n${root}\r\n`, origin],
    [`a\n08\n${root}\n`, size],
    [`a\n-1\n${root}\n`, size],
    [`a\n+8\n${root}\n`, size],
    [`a\n8 \n${root}\n`, size],
    [`a\n\n${root}\n`, size],
    [`a\n9007199254740992\n${root}\n`, size],
    [`a\n18446744073709551615\n${root}\n`, size],
    ["a\n8\n\n", hash],
    [`a\n8\n${root.slice(0, -1)}\n`, hash],
    [`a\n8\n${root.replace("yg=", "yh=")}\n`, hash],
    [`a\n8\n${root.replaceAll("+", "-").replaceAll("/", "_")}\n`, hash],
    [`a\n8\n${bytes.subarray(1).toString("base64")}\n`, hash],
    [`a\n8\n${Buffer.alloc(33).toString("base64")}\n`, hash],
    [`a\n8\n ${root}\n`, hash]
  ])("is not %j", ([text, because]) => expect(parseCheckpoint(text)).toEqual({ _tag: "Malformed", because }))

  it("is not written of what it could not be read from", () => {
    expect(() => formatCheckpoint({ origin: "a b", size: 8, root: bytes })).toThrow(
      "The origin of a log is visible ASCII"
    )
    expect(() => formatCheckpoint({ origin: "a", size: 2 ** 53, root: bytes })).toThrow("is not the size of a tree")
    expect(() => formatCheckpoint({ origin: "a", size: -1, root: bytes })).toThrow("-1 is not the size of a tree")
    expect(() => formatCheckpoint({ origin: "a", size: 8, root: bytes.subarray(1) })).toThrow(
      "A root has 32 bytes, not 31"
    )
  })
})
