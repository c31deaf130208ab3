/**
 * What all test projects share: sources instead of builds, and how many run at once.
 */
import { defineConfig } from "vitest/config"
import projects, { projectsOf } from "./vitest.workspace.ts"

/** Tests read the sources of the other packages, never their `dist`, so no build can be stale. */
const conditions = ["@peerwork/source", "module", "node", "development"]

/** `vitest run --mode slow`, `--mode browser` and `--mode soak` choose the other suites. */
const projectsIn = (mode: string) =>
  mode === "slow" || mode === "browser" || mode === "soak" ? projectsOf(mode) : projects

export default defineConfig(({ mode }) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    projects: projectsIn(mode),
    passWithNoTests: mode !== "test",
    // `npm run coverage`: somebody has to trust the evidence without having run it, so every way through it is taken
    coverage: {
      include: ["packages/ledger/src/*.ts"],
      // Nothing happens in the list of what is handed out
      exclude: ["**/*.test.ts", "**/index.ts"],
      reporter: ["text"],
      thresholds: { 100: true }
    },
    // One worker a processor: vitest keeps one free, which on two of them is half. A browser needs the other one
    maxWorkers: mode === "test" || mode === "slow" ? "100%" : 1,
    // Quick tests leave nothing behind, so all files share what they load: loading is most of their time.
    // Whether they share is decided here, for all projects; said of a project it is not heard
    poolOptions: { threads: { isolate: mode !== "test" } }
  }
}))
