/**
 * The one list of test projects.
 *
 * Tests lie beside their sources. A suite is chosen by the last part of a file's name: `*.test.ts` belongs to
 * `npm test`, `*.slow.test.ts` to `npm run slow`, `*.browser.test.ts` to `npm run browser`, `*.soak.test.ts` to
 * `npm run soak`, which takes hours.
 */
export type Suite = "test" | "slow" | "browser" | "soak"

const quick = { testTimeout: 10_000, hookTimeout: 30_000 }
const patient = { testTimeout: 120_000, hookTimeout: 120_000 }

/** A project does not inherit what the configuration decides by the mode, so each suite says it for its projects. */
const suites = {
  test: { ...quick, include: ["src/**/*.test.ts"], exclude: ["src/**/*.{slow,browser,soak}.test.ts"] },
  slow: { ...patient, include: ["src/**/*.slow.test.ts"], exclude: [] },
  soak: { ...patient, include: ["src/**/*.soak.test.ts"], exclude: [] },
  browser: { ...patient, include: ["src/**/*.browser.test.ts"], exclude: [] }
}

const folders = {
  core: "./packages/core",
  ledger: "./packages/ledger",
  store: "./packages/store",
  "store-sqlite": "./packages/store-sqlite",
  replay: "./packages/replay",
  tooling: "./packages/tooling",
  pilot: "./apps/pilot"
}

export const projectsOf = (suite: Suite) =>
  Object.entries(folders).map(([name, root]) => ({
    extends: true as const,
    test: { name, root, ...suites[suite], ...(suite === "test" ? { pool: "threads" as const } : {}) }
  }))

export default projectsOf("test")
