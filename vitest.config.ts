import { defineConfig } from "vitest/config"
import { chromium } from "./packages/tooling/src/Chromium.ts"
import projects, { projectsOf } from "./vitest.workspace.ts"

/** Tests read the sources of the other packages, never their `dist`, so no build can be stale. */
const conditions = ["@peerwork/source", "module", "node", "development"]

/**
 * `vitest run --mode slow` and `--mode browser` choose the other suites; both may take their time. Tests in a browser find
 * it in `CHROMIUM`.
 */
export default defineConfig(({ mode }) => {
  const patient = mode === "slow" || mode === "browser"
  return {
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
      env: mode === "browser" ? { CHROMIUM: chromium() } : {},
      projects: patient ? projectsOf(mode) : projects,
      passWithNoTests: patient,
      testTimeout: patient ? 120_000 : 10_000,
      hookTimeout: patient ? 120_000 : 30_000
    }
  }
})
