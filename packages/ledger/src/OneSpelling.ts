/**
 * Numbers, bytes and texts as evidence spells them: in one way each.
 *
 * Signed bytes that can be written in two ways can be read in two ways. So a number has no leading zero and no sign,
 * bytes are base64 (RFC 4648, section 4) with their padding and without stray bits, and a text is well-formed UTF-8.
 * Whatever else is meant is refused, and the refusal says why.
 */

/** What was read does not have its form; the sentence says why. */
export interface Malformed {
  readonly _tag: "Malformed"
  readonly because: string
}

export const malformed = (because: string): Malformed => ({ _tag: "Malformed", because })

/** A size, an index or a time: a whole number that a computer counts exactly, up to 2^53 - 1. */
export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

/** The number that the text spells; null where it spells none, or one beyond 2^53 - 1. */
export const countIn = (text: string): number | null => {
  const count = Number(text)
  return /^(?:0|[1-9]\d*)$/.test(text) && isCount(count) ? count : null
}

/** What stands in the line behind the words that begin it; null where it begins with others. */
export const behind = (words: string, line: string): string | null =>
  line.startsWith(words) ? line.slice(words.length) : null

/** The bytes that the text spells in base64; null where it spells none. */
export const bytesIn = (text: string): Buffer | null => {
  const bytes = Buffer.from(text, "base64")
  return text !== "" && bytes.toString("base64") === text ? bytes : null
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })

/** The text that the bytes spell in UTF-8; null where they spell none. */
export const textIn = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

/** The text as it was given, or as the bytes spell it; null where no bytes could. */
export const wellFormed = (given: string | Uint8Array): string | null =>
  typeof given !== "string" ? textIn(given) : /\p{Surrogate}/u.test(given) ? null : given
