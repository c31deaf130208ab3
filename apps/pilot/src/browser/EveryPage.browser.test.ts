/**
 * Looks at every page, at 1280 and at 320 pixels: nothing scrolls sideways, axe finds nothing, all that stands on it is
 * of the design systems, no script is refused, and no title names anybody. The pages are those of the stories, and of
 * what the stories leave out, as each role sees them.
 */
import { allCommands, mayGive, ruleBook } from "@peerwork/core"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { notOfTheDesign, picture, sideways, signedIn, violations, widths } from "./Looking.ts"
import { tellMore } from "./MoreToSee.ts"
import type { MoreToSee } from "./MoreToSee.ts"
import { startStory } from "./StoryApp.ts"
import type { StoryApp } from "./StoryApp.ts"
import { chromiumPath, launch } from "./TheBrowser.ts"

const ids = {
  scheme: "0c2a0001-0000-4000-8000-000000000001",
  worker: "0c2a1000-0000-4000-8000-000000000012",
  appointment: "0c2a2000-0000-4000-8000-000000000012",
  shadowing: "0c2a3000-0000-4000-8000-000000000012"
}

const cohort = "0c2b6000-0000-4000-8000-000000000001"
const trainer = "0c2b5000-0000-4000-8000-000000000001"

const open = [
  "/sign-in",
  "/rules",
  ...ruleBook.slice(0, 2).map(({ id }) => `/rules/${id}`),
  "/docs",
  "/docs/SignOffShadowing",
  "/accessibility",
  "/privacy",
  "/cookies",
  "/help",
  "/signed",
  "/exports",
  "/problems",
  "/problems/refused",
  "/nowhere"
]

const forStaff = [
  "/",
  "/workers",
  "/workers?status=Active",
  "/workers?search=forgotten",
  `/workers/${ids.worker}`,
  `/workers/${ids.worker}/history`,
  `/workers/${ids.worker}/supervision`,
  `/shadowings/${ids.shadowing}`,
  `/shadowings/${ids.shadowing}/versions`,
  `/shadowings/${ids.shadowing}/versions?asAt=2016-04-07&knownAt=2016-04-08`,
  `/shadowings/${ids.shadowing}/versions/8?compare=2`,
  `/workers/${ids.worker}/versions/1`,
  `/appointments/${ids.appointment}/versions`,
  `/schemes/${ids.scheme}/versions/16`,
  `/workers/${ids.worker}/training`,
  "/cohorts",
  `/cohorts/${cohort}`,
  "/templates",
  "/schemes",
  `/schemes/${ids.scheme}`,
  `/schemes/${ids.scheme}/coverage`,
  "/schemes/0c2b0000-0000-4000-8000-000000000001/programme",
  "/directory",
  "/directory?establishment=ZZW&wing=FEMALE",
  "/staff",
  "/trainers",
  `/trainers/${trainer}`,
  "/escalations",
  "/routes",
  "/non-associations",
  "/circumstances",
  "/support",
  "/do",
  "/demo/clock",
  "/sign-out",
  "/today/sign-offs-possible",
  "/do/CorrectMovement",
  `/do/CorrectMovement?person=${ids.worker}`,
  `/do/CorrectShadowingPause?shadowing=${ids.shadowing}`
]

const patience = 900_000

const forms = allCommands.filter(({ name }) => mayGive("coordinator", name)).map(({ name }) => `/do/${name}`)

describe.skipIf(chromiumPath === null)("every page", () => {
  let app: StoryApp
  let browser: Browser
  let more: MoreToSee

  beforeAll(async () => {
    app = await startStory()
    more = await tellMore(app.address)
    browser = await launch()
  })

  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  const look = async (page: Page, path: string, name: string) => {
    const refused: Array<string> = []
    page.on("console", (message) => {
      if (message.type() === "error" && !message.text().includes("the server responded")) refused.push(message.text())
    })
    page.on("pageerror", (error) => refused.push(error.message))
    await page.goto(`${app.address}${path}`)
    await picture(page, `${name}${path}`)
    return {
      path,
      sideways: await sideways(page),
      violations: await violations(page),
      strange: await notOfTheDesign(page),
      refused,
      named: /Birch|Alder|Cedar|Oak|Rowan|Yew/.test(await page.title())
    }
  }

  const lookAtAll = async (role: string, width: number, name: string, paths: ReadonlyArray<string>) => {
    const context = await signedIn(browser, app.address, role, width)
    const page = await context.newPage()
    const seen: Array<object> = []
    for (const path of paths) {
      seen.push(await look(page, path, name))
      page.removeAllListeners()
    }
    await context.close()
    const fine = { sideways: [], violations: [], strange: [], refused: [], named: false }
    expect(seen).toEqual(paths.map((path) => ({ path, ...fine })))
  }

  for (const [name, width] of Object.entries(widths)) {
    it(`open to everybody, at ${width} pixels`, () => lookAtAll("coordinator", width, name, open), patience)
    it(`of the coordinator, at ${width} pixels`, () => lookAtAll("coordinator", width, name, forStaff), patience)
    it(`of somebody who was looked for by name, at ${width} pixels`, async () => {
      const context = await signedIn(browser, app.address, "coordinator", width)
      const page = await context.newPage()
      const counts: Array<string> = []
      for (
        const [typed, shown] of [["birch", /[1-9] results? for ‘birch’/], ["tomm", /0 results for ‘tomm’/]] as const
      ) {
        await page.goto(`${app.address}/workers`)
        await page.getByLabel("Find by name or prison number").fill(typed)
        await page.keyboard.press("Enter")
        await page.getByRole("heading", { name: shown }).waitFor()
        expect(page.url()).toMatch(/\/workers\?search=[\w-]+$/)
        counts.push(...await sideways(page), ...await violations(page))
        await picture(page, `${name}/workers-${typed}`)
      }
      await context.close()
      expect(counts).toEqual([])
    }, patience)
    it(
      `of an officer who is told what happened, at ${width} pixels`,
      () =>
        lookAtAll("officer", width, `${name}-officer`, [
          "/",
          "/escalations",
          "/escalations?mine=1",
          "/escalations/new",
          ...more.escalations,
          more.done,
          "/non-associations",
          "/circumstances",
          "/today/tasks-refused",
          `/do/SuspendAppointment?appointment=${ids.appointment}`,
          `/do/RecordTaskTakenOver?appointment=${ids.appointment}`,
          `/workers/${ids.worker}`
        ]),
      patience
    )
    it(`that asks for a command, at ${width} pixels`, () => lookAtAll("coordinator", width, name, forms), patience)
    it(
      `of a commissioner, who sees no person, at ${width} pixels`,
      () => lookAtAll("commissioner", width, `${name}-commissioner`, ["/", "/workers", "/schemes", "/do"]),
      patience
    )
    it(
      `of an auditor, who sees no names, at ${width} pixels`,
      () =>
        lookAtAll("auditor", width, `${name}-auditor`, [
          "/workers",
          `/workers/${ids.worker}`,
          `/workers/${ids.worker}/history`,
          `/shadowings/${ids.shadowing}/versions/5`,
          `/workers/${ids.worker}/supervision`,
          "/escalations",
          ...more.escalations
        ]),
      patience
    )
  }
})
