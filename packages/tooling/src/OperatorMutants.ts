/**
 * Operators, conditions, checks and calls, changed by Stryker's instrumenter. Sentences that people read are left alone.
 */
import { Instrumenter } from "@stryker-mutator/instrumenter"
import type { Changeable } from "./MutantRuns.ts"
import { lineAt } from "./Survivors.ts"

const nothing = () => undefined
const never = () => false

/** It has nothing to say but how many mutants there are. */
const silent: ConstructorParameters<typeof Instrumenter>[0] = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  isTraceEnabled: never,
  isDebugEnabled: never,
  isInfoEnabled: never,
  isWarnEnabled: never,
  isErrorEnabled: never,
  isFatalEnabled: never
}

const options = { plugins: null, ignorers: [], excludedMutations: ["StringLiteral"] }

/** Where each line begins. */
const startsOf = (text: string): ReadonlyArray<number> =>
  text.split("\n").reduce<ReadonlyArray<number>>((all, line) => [...all, all[all.length - 1]! + line.length + 1], [0])

/** The files with all their mutants in them, each behind a switch of its own. */
export const withOperatorMutants = async (
  texts: ReadonlyMap<string, string>
): Promise<ReadonlyArray<Changeable>> => {
  const files = [...texts].map(([name, content]) => ({ name, content, mutate: true }))
  const { files: instrumented, mutants } = await new Instrumenter(silent).instrument(files, options)
  return instrumented.map(({ content, name: file }) => {
    const text = texts.get(file)!
    const starts = startsOf(text)
    const own = mutants.filter(({ fileName, status }) => fileName === file && status === undefined)
    const offset = (place: { readonly line: number; readonly column: number }) => starts[place.line]! + place.column
    return {
      file,
      text: content,
      mutants: own.map(({ id, location, replacement }) => {
        const [start, end] = [offset(location.start), offset(location.end)]
        return { id, file, line: lineAt(text, start), was: text.slice(start, end), becomes: replacement }
      })
    }
  })
}
