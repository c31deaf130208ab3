/**
 * The tests of core by themselves, on which mutants are tried, and how one number of a source is changed for them.
 */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { defineConfig, type Plugin } from "vitest/config"
import { mutated, type NumberMutant } from "./src/NumberMutants.ts"

const conditions = ["@peerwork/source", "module", "node", "development"]

interface Change {
  readonly path: string
  readonly mutant: NumberMutant
}

/** Serves one source file with one number changed, and leaves the file itself alone. */
const oneNumberChanged = ({ mutant, path }: Change): Plugin => ({
  name: "one number changed",
  enforce: "pre",
  load: (id) => id.split("?")[0] === path ? mutated(readFileSync(path, "utf8"), mutant) : null
})

/** The tests of core by themselves, for mutants: Stryker's, and one number when `NUMBER_MUTANT` names it. */
export default defineConfig(() => {
  const mutant = process.env["NUMBER_MUTANT"]
  return {
    root: fileURLToPath(new URL("../core", import.meta.url)),
    plugins: mutant === undefined ? [] : [oneNumberChanged(JSON.parse(mutant) as Change)],
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      include: ["src/**/*.test.ts"],
      // A game of two actors meets nearly every rule and tells little of one; what is slow is slow a thousand times
      exclude: ["src/**/*.{slow,soak}.test.ts", "src/testing/TwoActors*.test.ts"],
      testTimeout: 60_000
    }
  }
})
