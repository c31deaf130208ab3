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

/** The text as a JSON string, or null where it is not well-formed Unicode. */
export const quote = (text: string): string | null =>
  isPlain.test(text) ? `"${text}"` : loneSurrogate.test(text) ? null : JSON.stringify(text)

const refuse = (path: string, because: string): never => {
  throw new NotCanonical(`${path === "" ? "The value" : path.slice(1)} ${because}`)
}

const writeText = (text: string, path: string): string =>
  quote(text) ?? refuse(path, "holds half of a surrogate pair, which is not Unicode text")

/** `-0` becomes `0`; so prints ECMAScript, and so says RFC 8785. */
const writeNumber = (value: number, path: string): string =>
  Number.isFinite(value) ? String(value) : refuse(path, `is ${value}, which JSON cannot carry`)

const writeList = (list: ReadonlyArray<unknown>, path: string, depth: number): string => {
  let text = "["
  for (let index = 0; index < list.length; index++) {
    if (index > 0) text += ","
    text += write(list[index], `${path}.${index}`, depth)
  }
  return `${text}]`
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

const isPlainObject = (value: object): value is Readonly<Record<string, unknown>> => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

const writeMembers = (value: object, path: string, depth: number): string => {
  if (!isPlainObject(value)) return refuse(path, `is a ${value.constructor.name}, which JSON cannot carry`)
  let text = "{"
  for (const name of sortedNames(value)) {
    if (text.length > 1) text += ","
    text += `${writeText(name, path)}:${write(value[name], `${path}.${name}`, depth)}`
  }
  return `${text}}`
}

const write = (value: unknown, path: string, depth: number): string => {
  if (typeof value === "string") return writeText(value, path)
  if (typeof value === "number") return writeNumber(value, path)
  if (value === null || typeof value === "boolean") return String(value)
  if (typeof value !== "object") return refuse(path, `is ${typeof value}, which JSON cannot carry`)
  if (depth === deepestNesting) return refuse(path, `is nested deeper than ${deepestNesting} levels`)
  return Array.isArray(value) ? writeList(value, path, depth + 1) : writeMembers(value, path, depth + 1)
}

/** Whether `JSON.stringify` already writes the value canonically: names in order, and nothing that it would drop. */
const isInOrder = (value: unknown, depth: number): boolean => {
  if (typeof value === "number") return Number.isFinite(value)
  if (value === null || typeof value === "string" || typeof value === "boolean") return true
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

/** The canonical JSON of the value. Throws {@link NotCanonical} where there is none. */
export const canonicalise = (value: unknown): string => {
  if (isInOrder(value, 0)) {
    const text = JSON.stringify(value)
    // half a surrogate pair comes out as an escape; so may a backslash before "ud", which is fine
    if (!text.includes("\\ud")) return text
  }
  return write(value, "", 0)
}
