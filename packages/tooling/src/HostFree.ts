/**
 * Core decides from what it is given: no clock, no randomness, nothing of the machine it runs on.
 *
 * Most of the host is out of reach already, because core compiles without its types. This names the rest of it, which
 * the language itself brings: clocks, chance, locales and the global object.
 */
import { isCode, isTest, type SourceTree } from "./SourceTree.ts"
import { namesOf } from "./Syntax.ts"

const globals = (
  "Date Temporal performance crypto Intl process globalThis window navigator console require Buffer fetch " +
  "setTimeout setInterval setImmediate queueMicrotask WeakRef FinalizationRegistry eval Function"
).split(" ")

/** Names that ask the host for chance, or for the locale it happens to have, wherever they are taken from. */
const members = (
  "random localeCompare toLocaleString toLocaleDateString toLocaleTimeString toLocaleUpperCase toLocaleLowerCase"
).split(" ")

/** The law kit replaces the clock by one that throws, so it has to name it. */
const isBound = (path: string): boolean =>
  path.startsWith("packages/core/src/") && isCode(path) && !isTest(path) &&
  !/^packages\/core\/src\/(testing\.ts$|testing\/)/.test(path)

/** Uses of the host in core. */
export const usesOfTheHost = (tree: SourceTree): ReadonlyArray<string> =>
  [...tree].filter(([path]) => isBound(path)).flatMap(([path, text]) => {
    const names = namesOf(path, text)
    const found = [
      ...globals.filter((name) => names.identifiers.has(name)),
      ...members.filter((name) => names.members.has(name) || names.identifiers.has(name)),
      ...(names.usesImportMeta ? ["import.meta"] : [])
    ]
    return found.map((name) => `${path}: uses ${name}; core is given its clock, its chance and its surroundings`)
  })
