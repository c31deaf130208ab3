/**
 * The one list of test projects.
 *
 * Tests lie beside their sources. A suite is chosen by the last part of a file's name: `*.test.ts` belongs to
 * `npm test`, `*.slow.test.ts` to `npm run slow`, `*.browser.test.ts` to `npm run browser`, `*.soak.test.ts` to
 * `npm run soak`, which takes hours.
 */
export type Suite = "test" | "slow" | "browser" | "soak"

const patient = { testTimeout: 120_000, hookTimeout: 120_000 }

/** Every package with its folder. */
export const folders = {
  core: "packages/core",
  ledger: "packages/ledger",
  store: "packages/store",
  "store-sqlite": "packages/store-sqlite",
  replay: "packages/replay",
  tooling: "packages/tooling",
  pilot: "apps/pilot"
} as const

/** One project of all packages: projects share nothing that they load, and loading is most of a quick test's time. */
const quick = {
  extends: true as const,
  test: {
    name: "quick",
    root: ".",
    include: Object.values(folders).map((folder) => `${folder}/src/**/*.test.ts`),
    exclude: ["**/*.{slow,browser,soak}.test.ts"],
    pool: "threads" as const,
    testTimeout: 10_000,
    hookTimeout: 30_000
  }
}

/** Slow tests that measure, or do what people do with the repository: they run at the end, with nothing beside them. */
const alone = "{HundredThousandEvents,KillUnderLoad,AfterRestart,Starting,PrintedExamples,LargeBundles,Supervision," +
  "documentation,packed}.slow.test.ts"

const last = {
  extends: true as const,
  test: {
    ...patient,
    name: "alone",
    root: ".",
    include: [`{packages,apps}/*/src/**/${alone}`],
    exclude: [],
    poolOptions: { forks: { singleFork: true } }
  }
}

/** A project for each package. It does not inherit what the configuration decides by the mode, so it is said here. */
const patientProjects = (suite: Exclude<Suite, "test">) =>
  Object.entries(folders).map(([name, root]) => ({
    extends: true as const,
    test: { ...patient, name, root, include: [`src/**/*.${suite}.test.ts`], exclude: [`**/${alone}`] }
  }))

export const projectsOf = (suite: Suite) =>
  suite === "test" ? [quick] : suite === "slow" ? [...patientProjects(suite), last] : patientProjects(suite)

export default projectsOf("test")
