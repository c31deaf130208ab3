/**
 * Assets: the styles, scripts and pictures of pages, held in memory.
 *
 * The design systems come as they are, but for their font, which is licensed for GOV.UK only: its name and its files
 * are taken out, and a font that every machine has stands in its place. An address carries a hash of what it answers,
 * so a browser keeps it until it changes.
 */
import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { packageFolder, sourceFolder } from "./Templates.ts"

export interface Asset {
  readonly body: Uint8Array
  readonly type: string
}

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml"
}

const font = '"Helvetica Neue",Helvetica,Arial,sans-serif'

const ownFont = (css: string): string =>
  css
    .replaceAll(/@font-face\{[^}]*GDS Transport[^}]*\}/g, "")
    .replaceAll(/\/\*!?[^*]*Margaret Calvert[^*]*\*\//g, "")
    .replaceAll("GDS Transport,arial,sans-serif", font)
    .replaceAll(/\/\*# sourceMappingURL=[^*]*\*\//g, "")

const withoutMap = (script: string): string => script.replaceAll(/\/\/# sourceMappingURL=.*/g, "")

const asset = (text: string, extension: string): Asset => ({ body: Buffer.from(text), type: types[extension] ?? "" })

const pictures = (folder: string): ReadonlyArray<readonly [string, Asset]> =>
  readdirSync(folder).filter((name) => name.endsWith(".svg") && !/crest|govuk|logo/.test(name)).map((name) =>
    [`/assets/images/${name}`, asset(readFileSync(join(folder, name), "utf8"), "svg")] as const
  )

/** What every page runs: the enhancements of the design system, and nothing of our own. */
const start = `import { initAll } from "/assets/govuk.js"\n\ninitAll()\n`

const load = (): ReadonlyMap<string, Asset> => {
  const govuk = join(packageFolder("govuk-frontend"), "dist/govuk")
  const moj = join(packageFolder("@ministryofjustice/frontend"), "moj")
  const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8")
  return new Map([
    ["/assets/govuk.css", asset(ownFont(read(govuk, "govuk-frontend.min.css")), "css")],
    ["/assets/moj.css", asset(ownFont(read(moj, "moj-frontend.min.css")), "css")],
    ["/assets/peerwork.css", asset(read(sourceFolder("assets"), "peerwork.css"), "css")],
    ["/assets/govuk.js", asset(withoutMap(read(govuk, "govuk-frontend.min.js")), "js")],
    ["/assets/start.js", asset(start, "js")],
    ["/assets/icon.svg", asset(read(sourceFolder("assets"), "icon.svg"), "svg")],
    ...pictures(join(moj, "assets/images"))
  ])
}

const assets = load()

const versions = new Map(
  [...assets].map(([path, { body }]) => [path, createHash("sha256").update(body).digest("hex").slice(0, 12)])
)

export const assetAt = (path: string): Asset | null => assets.get(path) ?? null

/** The address of an asset, which changes when the asset does. */
export const addressOf = (path: string): string => `${path}?v=${versions.get(path) ?? "none"}`
