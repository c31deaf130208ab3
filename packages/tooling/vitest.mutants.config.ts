import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"
import { type Change, serving } from "./src/NumberRuns.ts"

const conditions = ["@peerwork/source", "module", "node", "development"]

/** Which tests have to notice the mutants of a package. Those of the ledger share what they load: it keeps no state. */
const suites = {
  core: { include: ["src/**/*.test.ts"], exclude: ["src/**/*.slow.test.ts"] },
  ledger: {
    include: ["src/{CanonicalJson,StrictJson,OneSpelling}.test.ts", "src/{CompactRange,TreeProof,ProofCheck}.test.ts"]
      .concat("src/{SignedNote,NoteKey,Checkpoint}.test.ts"),
    poolOptions: { threads: { isolate: false } }
  }
}

/** The tests of one package, `MUTANTS_OF`, for mutants: Stryker's, and one number when `NUMBER_MUTANT` names it. */
export default defineConfig(() => {
  const change = process.env["NUMBER_MUTANT"]
  const of = process.env["MUTANTS_OF"] === "ledger" ? "ledger" : "core"
  return {
    root: fileURLToPath(new URL(`../${of}`, import.meta.url)),
    plugins: change === undefined ? [] : [serving(() => JSON.parse(change) as Change)],
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: { ...suites[of], testTimeout: 60_000 }
  }
})
