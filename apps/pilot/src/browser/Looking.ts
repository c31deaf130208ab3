/**
 * Looking at a page as people do: at a wide and a narrow window, by keyboard, and with axe's eyes.
 */
import { mkdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import type { Browser, BrowserContext, Page } from "playwright-core"

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

export const widths = { wide: 1280, narrow: 320 } as const

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: ReadonlyArray<{ readonly html: string }>
}

/** What axe finds, as lines that say where. */
export const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
  await page.evaluate(axe)
  const found = await page.evaluate(async (tags) => {
    const { axe: runner } = globalThis as unknown as {
      readonly axe: { run(options: object): Promise<{ readonly violations: ReadonlyArray<Violation> }> }
    }
    // The design system puts its back link and its identity bar outside the landmarks
    const rules = { region: { enabled: false } }
    return (await runner.run({ runOnly: { type: "tag", values: tags }, rules })).violations
  }, standards)
  return found.map(({ help, id, nodes }) =>
    `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`
  )
}

/** Runs in the page: whatever reaches beyond the window, if the page scrolls sideways at all. */
const reaching = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .slice(0, 5).map((element) => element.outerHTML.slice(0, 160))
})()`

/** What makes the page scroll sideways. */
export const sideways = (page: Page): Promise<ReadonlyArray<string>> => page.evaluate<ReadonlyArray<string>>(reaching)

/** Runs in the page: tags whose words reach beyond their coloured ground, and classes that no design system has. */
const strange = `(() => {
  const tags = [...document.querySelectorAll(".govuk-tag")]
    .filter((tag) => tag.scrollWidth > tag.clientWidth + 1).map((tag) => "outgrown: " + tag.textContent.trim())
  const classes = [...document.querySelectorAll("[class]")].flatMap((element) => [...element.classList])
    .filter((name) => !/^(govuk|moj|peerwork)-|^js-enabled$/.test(name))
  return [...new Set([...tags, ...classes])]
})()`

/** What stands on the page in a form that no component gives it. */
export const notOfTheDesign = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate<ReadonlyArray<string>>(strange)

/** Signs in as one of the six people, by the button. */
export const signedIn = async (
  browser: Browser,
  address: string,
  role: string,
  width: number
): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(`${address}/sign-in`)
  await page.getByRole("button", { name: `Sign in as ${role}` }).click()
  await page.waitForURL(`${address}/`)
  await page.close()
  return context
}

/** Keeps a picture where somebody asked for pictures. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["PEERWORK_PICTURES"]
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: `${folder}/${name.replaceAll(/[^\w-]+/g, "_")}.png`, fullPage: true })
}
