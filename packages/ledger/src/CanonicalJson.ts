/**
 * Canonical JSON: one value, one sequence of bytes.
 *
 * Evidence is hashed, so a value may be written in one way only. This is RFC 8785: members sorted by UTF-16 code unit,
 * no blanks, numbers and strings as ECMAScript prints them, nothing normalised. What JSON cannot carry is refused, and
 * never dropped or replaced in silence: NaN, infinities, `undefined`, dates, text that is not well-formed Unicode.
 * {@link parseEnvelope} is the stricter way back.
 */

/** Lists and objects may be nested this deep, here and in {@link parseEnvelope}. */
export const deepestNesting = 100

/** The value has no canonical form; the message says where it lies and why. */
export class NotCanonical extends Error {
  override readonly name = "NotCanonical"
}

/** No quote, backslash, control character or surrogate: almost every text there is. */
const isPlain = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/

/** Half of a surrogate pair, which no sequence of UTF-8 bytes can say. */
const loneSurrogate = /\p{Surrogate}/u

const isPlainObject = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const classOf = ({ constructor }: { readonly constructor?: unknown }): string =>
  typeof constructor === "function" ? constructor.name : "thing of its own kind"

/** Why the value itself has no canonical form; null where at most something inside it has none. */
const problemOf = (value: unknown, depth: number): string | null => {
  if (value === null || typeof value === "boolean") return null
  if (typeof value === "number") return Number.isFinite(value) ? null : `is ${value}, which JSON cannot carry`
  if (typeof value === "string") {
    return loneSurrogate.test(value) ? "holds half of a surrogate pair, which is not Unicode text" : null
  }
  if (typeof value !== "object") return `is ${typeof value}, which JSON cannot carry`
  if (depth === deepestNesting) return `is nested deeper than ${deepestNesting} levels`
  if (Array.isArray(value) || isPlainObject(value)) return null
  return `is a ${classOf(value)}, which JSON cannot carry`
}

/** The first thing in the value that has no canonical form, with the place where it lies. */
const refusalOf = (value: unknown, path: string, depth: number): NotCanonical | null => {
  const problem = problemOf(value, depth)
  if (problem !== null) return new NotCanonical(`${path === "" ? "The value" : path.slice(1)} ${problem}`)
  if (typeof value !== "object" || value === null) return null
  for (const [name, inside] of Array.isArray(value) ? value.entries() : Object.entries(value)) {
    const refusal = refusalOf(name, path, depth) ?? refusalOf(inside, `${path}.${name}`, depth + 1)
    if (refusal !== null) return refusal
  }
  return null
}

/** Whether `JSON.stringify` already writes the value canonically: names in order, and nothing that it would drop. */
const isInOrder = (value: unknown, depth: number): boolean => {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true
  if (typeof value === "number") return Number.isFinite(value)
  if (typeof value !== "object" || depth === deepestNesting) return false
  return Array.isArray(value) ? isListInOrder(value, depth + 1) : isObjectInOrder(value, depth + 1)
}

const isListInOrder = (list: ReadonlyArray<unknown>, depth: number): boolean => {
  for (let index = 0; index < list.length; index++) {
    if (!isInOrder(list[index], depth)) return false
  }
  return true
}

const isObjectInOrder = (value: object, depth: number): boolean => {
  if (!isPlainObject(value)) return false
  let before = ""
  for (const name in value) {
    if (name < before || !isInOrder(value[name], depth)) return false
    before = name
  }
  return true
}

/** Thrown from wherever the value has no canonical form; `refusalOf` then finds the place. */
const unwritable = new NotCanonical("The value has no canonical form")

const writeText = (text: string): string => {
  if (isPlain.test(text)) return `"${text}"`
  if (loneSurrogate.test(text)) throw unwritable
  return JSON.stringify(text)
}

const sortedNames = (value: object): ReadonlyArray<string> => {
  const names = Object.keys(value)
  let before = ""
  for (const name of names) {
    if (name < before) return names.sort()
    before = name
  }
  return names
}

const writeList = (list: ReadonlyArray<unknown>, depth: number): string => {
  let text = ""
  for (let index = 0; index < list.length; index++) text += `${index === 0 ? "" : ","}${write(list[index], depth)}`
  return `[${text}]`
}

const writeMembers = (value: object, depth: number): string => {
  if (!isPlainObject(value)) throw unwritable
  let text = ""
  for (const name of sortedNames(value)) {
    text += `${text === "" ? "" : ","}${writeText(name)}:${write(value[name], depth)}`
  }
  return `{${text}}`
}

/** `-0` becomes `0`: so prints ECMAScript, and so says RFC 8785. */
const write = (value: unknown, depth: number): string => {
  if (typeof value === "string") return writeText(value)
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return String(value)
  if (typeof value !== "object" || depth === deepestNesting) throw unwritable
  return Array.isArray(value) ? writeList(value, depth + 1) : writeMembers(value, depth + 1)
}

/** The canonical JSON of the value. Throws {@link NotCanonical} where there is none. */
export const canonicalise = (value: unknown): string => {
  if (isInOrder(value, 0)) {
    const text = JSON.stringify(value)
    // half a surrogate pair comes out as an escape; so may a backslash before "ud", which is fine
    if (!text.includes("\\ud")) return text
  }
  try {
    return write(value, 0)
  } catch (error) {
    throw refusalOf(value, "", 0) ?? error
  }
}
