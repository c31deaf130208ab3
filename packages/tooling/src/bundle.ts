/**
 * Makes one file each of the verifier that lies in every evidence bundle, and of the law that an auditor runs again.
 *
 * It runs after the compiler, from the sources. A file whose sources are all older than it is left as it
 * is, and then the bundler is not even loaded.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs"

interface Bundle {
  readonly from: string
  readonly to: string
  readonly says: string
}

const bundles: ReadonlyArray<Bundle> = [
  {
    from: "packages/replay/src/verify/VerifyAlone.ts",
    to: "packages/replay/dist/verify.mjs",
    says: "Checks the bundle that it lies in, with Node alone: node verify.mjs --help"
  },
  {
    from: "packages/replay/src/law/index.ts",
    to: "packages/replay/dist/law.mjs",
    says: "The law of one version of Peerwork, as one module"
  }
]

/** The sources of a bundle, as they were when it was made, lie beside it. */
const listOf = ({ to }: Bundle): string => `${to}.sources`

const isFresh = (bundle: Bundle): boolean => {
  if (!existsSync(bundle.to) || !existsSync(listOf(bundle))) return false
  const made = statSync(bundle.to).mtimeMs
  return (JSON.parse(readFileSync(listOf(bundle), "utf8")) as ReadonlyArray<string>)
    .every((source) => existsSync(source) && statSync(source).mtimeMs < made)
}

const make = async (bundle: Bundle): Promise<void> => {
  const { build } = await import("esbuild")
  const { metafile } = await build({
    entryPoints: [bundle.from],
    outfile: bundle.to,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@peerwork/source"],
    banner: { js: `// ${bundle.says}` },
    legalComments: "none",
    logLevel: "warning",
    metafile: true
  })
  writeFileSync(listOf(bundle), JSON.stringify(Object.keys(metafile.inputs)))
}

for (const bundle of bundles) if (existsSync(bundle.from) && !isFresh(bundle)) await make(bundle)
