/**
 * What somebody hostile, or a careless tool on the way, makes of a text that was signed: bytes that break a line or
 * hide in one, lines that are gone, doubled or swapped, and other spellings of the same base64.
 */
import fc from "fast-check"

/** Changes the bytes of a text; the number says where. */
type Edit = (bytes: Buffer, at: number) => Buffer

const without = (bytes: Buffer, from: number, until: number): Buffer =>
  Buffer.concat([bytes.subarray(0, from), bytes.subarray(until)])

const inserted = (part: Uint8Array): Edit => (bytes, at) => {
  const place = at % (bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, place), part, bytes.subarray(place)])
}

const flipped: Edit = (bytes, at) => {
  const changed = Buffer.from(bytes)
  const place = at % bytes.length
  changed.writeUInt8(changed.readUInt8(place) ^ (1 << (at % 8)), place)
  return changed
}

/** Every place behind the end of a line, or before it: that is where texts are taken apart. */
const atALine = (edit: Edit): Edit => (bytes, at) => {
  const ends = [...bytes.entries()].filter(([, byte]) => byte === 0x0a).map(([place]) => place)
  return edit(bytes, (ends[at % ends.length] ?? 0) + at % 2)
}

/** Characters that are read one way here and another way there. */
const ascii = ["\r", "\n", "\n\n", "\r\n", "\u0000", "\t", " ", "+", "=", "0", "-", "_", "\u007f"]
const others = ["\u2014", "\u2014 ", "\u0085", "\u00a0", "\u2003", "\u2028", "\ufeff", "\ufffd", "é", "😀"]
const signature = "\u2014 é AAAAAAA=\n"
const notUtf8 = [[0x80], [0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x80], [0xf4, 0x90, 0x80, 0x80]]

const fragments: ReadonlyArray<Uint8Array> = [
  ...[...ascii, ...others, signature].map((text) => Buffer.from(text)),
  ...notUtf8.map((bytes) => Buffer.from(bytes))
]

const inLines = (change: (lines: Array<string>, at: number) => void): Edit => (bytes, at) => {
  const lines = bytes.toString("latin1").split("\n")
  change(lines, at % lines.length)
  return Buffer.from(lines.join("\n"), "latin1")
}

const swapLines = inLines((lines, at) => {
  const [line = "", next = ""] = lines.slice(at, at + 2)
  lines.splice(at, 2, next, line)
})

const respelled = (from: string, to: string): Edit => (bytes) =>
  Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1")

/** The last character before the padding, with a bit that stands for nothing. */
const withStrayBit: Edit = (bytes) => {
  const at = bytes.indexOf("=")
  return at < 1 ? bytes : Buffer.from(bytes).fill(bytes.readUInt8(at - 1) + 1, at - 1, at)
}

const edits: ReadonlyArray<Edit> = [
  flipped,
  ...fragments.flatMap((part) => [inserted(part), atALine(inserted(part))]),
  (bytes, at) => without(bytes, at % bytes.length, at % bytes.length + 1),
  (bytes, at) => bytes.subarray(0, at % bytes.length),
  (bytes) => bytes.subarray(0, -1),
  (bytes) => Buffer.concat([bytes, bytes]),
  inLines((lines, at) => lines.splice(at, 1)),
  inLines((lines, at) => lines.splice(at, 0, lines[at] ?? "")),
  inLines((lines, at) => lines.splice(at, 0, ...Array.from({ length: 101 }, () => lines[at] ?? ""))),
  swapLines,
  respelled("\n", "\r\n"),
  respelled("+", "-"),
  respelled("/", "_"),
  respelled("=", ""),
  respelled("=\n", "==\n"),
  withStrayBit
]

/** The text after one, two or three of these edits. */
export const hostileVersions = (text: string): fc.Arbitrary<Buffer> =>
  fc.array(fc.tuple(fc.constantFrom(...edits), fc.nat(10_000)), { minLength: 1, maxLength: 3 }).map((steps) =>
    steps.reduce<Buffer>((bytes, [edit, at]) => bytes.length === 0 ? bytes : edit(bytes, at), Buffer.from(text))
  )
