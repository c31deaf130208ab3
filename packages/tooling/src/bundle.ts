/**
 * Makes one file each of the verifier that lies in every evidence bundle, and of the law that an auditor runs again.
 *
 * It runs after the compiler, from the sources. A file whose sources are all older than it is left as it
 * is, and then the bundler is not even loaded.
 */
import { createHash } from "node:crypto"
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"

interface Bundle {
  readonly from: string
  readonly to: string
  readonly says: string
  /** What is written into it, by the names that its source gives it. */
  readonly knows: () => Readonly<Record<string, string>>
}

const law: Bundle = {
  from: "packages/replay/src/law/index.ts",
  to: "packages/replay/dist/law.mjs",
  says: "The law of one version of Peerwork, as one module",
  knows: () => ({})
}

const verifier: Bundle = {
  from: "packages/replay/src/verify/VerifyAlone.ts",
  to: "packages/replay/dist/verify.mjs",
  says: "Checks the bundle that it lies in, with Node alone: node verify.mjs --help",
  // By its hash it knows the law that it may run
  knows: () => ({ lawOfThisBuild: createHash("sha256").update(readFileSync(law.to)).digest("hex") })
}

/** What a bundle was made of lies beside it. */
const listOf = ({ to }: Bundle): string => `${to}.sources`

/** Of what a bundle was made. */
interface Listed {
  readonly sources: ReadonlyArray<string>
  readonly knows: Readonly<Record<string, string>>
}

const isFresh = (bundle: Bundle): boolean => {
  if (!existsSync(bundle.to) || !existsSync(listOf(bundle))) return false
  const made = statSync(bundle.to).mtimeMs
  const { knows, sources } = JSON.parse(readFileSync(listOf(bundle), "utf8")) as Listed
  return JSON.stringify(knows) === JSON.stringify(bundle.knows()) && sources
    .every((source) => existsSync(source) && statSync(source).mtimeMs < made)
}

const make = async (bundle: Bundle): Promise<void> => {
  const knows = bundle.knows()
  const { build } = await import("esbuild")
  const { metafile } = await build({
    entryPoints: [bundle.from],
    outfile: bundle.to,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@peerwork/source"],
    define: Object.fromEntries(Object.entries(knows).map(([name, value]) => [name, JSON.stringify(value)])),
    banner: { js: `// ${bundle.says}` },
    legalComments: "none",
    logLevel: "warning",
    metafile: true
  })
  const listed: Listed = { sources: Object.keys(metafile.inputs), knows }
  writeFileSync(listOf(bundle), JSON.stringify(listed))
}

// The law first: the verifier is made with its hash
for (const bundle of [law, verifier]) if (existsSync(bundle.from) && !isFresh(bundle)) await make(bundle)
