/**
 * Templates: nunjucks with the components of the design systems, and the few filters that pages need.
 *
 * Templates are looked for beside the pages first and then in the packages that bring the components. Everything that
 * is put into a page is escaped.
 */
import { isLocalDate, say } from "@peerwork/core"
import type { LocalDate } from "@peerwork/core"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import nunjucks from "nunjucks"
import { readMoment, sayMoment } from "../demo/LocalTime.ts"

const require = createRequire(import.meta.url)

/** Where a package that pages need has its files. */
export const packageFolder = (name: string): string => dirname(require.resolve(`${name}/package.json`))

/** Templates and styles stand beside the sources, also when the compiled program runs. */
export const sourceFolder = (name: string): string => fileURLToPath(new URL(`../../src/${name}`, import.meta.url))

const saidMoment = (text: string): string => {
  const moment = readMoment(text)
  return moment._tag === "Read" ? sayMoment(moment.at) : text
}

/** A date as people read it, whatever form it has in the record; the format of other filters is not needed. */
const saidDate = (text: unknown): string =>
  typeof text !== "string" ? "" : isLocalDate(text) ? say(text as LocalDate) : saidMoment(text)

const makeTemplates = (): nunjucks.Environment => {
  const folders = [
    sourceFolder("templates"),
    join(packageFolder("govuk-frontend"), "dist"),
    packageFolder("@ministryofjustice/frontend")
  ]
  const loader = new nunjucks.FileSystemLoader(folders, { watch: false, noCache: false })
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true })
  return environment.addFilter("date", saidDate).addFilter("mojDate", saidDate)
}

const templates = makeTemplates()

/** The page as HTML. */
export const render = (template: string, context: object): string => templates.render(template, context)
