/**
 * How tests are run on files that have their mutants in them; which tests, `src/MutantRuns.ts` says.
 */
import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

const conditions = ["@peerwork/source", "module", "node", "development"]

export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    pool: "threads",
    runner: fileURLToPath(new URL("src/MutantTrials.ts", import.meta.url)),
    testTimeout: 60_000
  }
})
