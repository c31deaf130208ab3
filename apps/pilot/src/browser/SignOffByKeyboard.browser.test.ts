/**
 * A journey with the keyboard alone: an officer plans a shadowing, starts it, is told the first day on which it can be
 * signed off, and signs it off on that day.
 */
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { remove, start, temporaryFolder } from "../acceptance/RunningApp.ts"
import type { RunningApp } from "../acceptance/RunningApp.ts"
import { mentorServes, schemeRuns, workerTrains } from "../acceptance/SchemeStory.ts"
import { picture, sideways, signedIn, violations } from "./Looking.ts"
import { chromiumPath, launch } from "./TheBrowser.ts"

const mostTabs = 80

/** Goes on with Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press("Tab")
    const focused = await page.evaluate<string>(`(() => {
      const one = document.activeElement
      const label = one?.labels?.[0]?.innerText ?? ""
      return (label || one?.innerText || one?.value || "").trim()
    })()`)
    if (name.test(focused)) return
  }
  throw new Error(`Nothing called ${name} has the focus after ${mostTabs} tabs on ${page.url()}`)
}

const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name)
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")])
}

const typeDate = async (page: Page, day: string, month: string, year: string): Promise<void> => {
  for (const [label, text] of [[/^Day$/, day], [/^Month$/, month], [/^Year$/, year]] as const) {
    await tabTo(page, label)
    await page.keyboard.type(text)
  }
}

/** Chooses in a select what begins so. */
const choose = async (page: Page, label: RegExp, beginning: string): Promise<void> => {
  await tabTo(page, label)
  await page.keyboard.type(beginning)
}

const textOf = async (page: Page): Promise<string> => (await page.locator("main").innerText()).replaceAll(/\s+/g, " ")

describe.skipIf(chromiumPath === null)("with the keyboard alone", () => {
  let app: RunningApp
  let folder: string
  let browser: Browser

  beforeAll(async () => {
    folder = await temporaryFolder()
    app = await start(folder, "2016-03-14T09:00")
    const scheme = await schemeRuns(app, "2016-03-14")
    await mentorServes(app, scheme, "2016-03-14")
    await workerTrains(app, scheme, "2016-03-14")
    browser = await launch()
  }, 60_000)

  afterAll(async () => {
    await browser.close()
    await app.stop()
    await remove(folder)
  })

  it("an officer plans a shadowing and signs it off on the first day that will do", async () => {
    const context = await signedIn(browser, app.address, "officer", 1280)
    const page = await context.newPage()
    await page.goto(`${app.address}/do`)
    await press(page, /^Plan shadowing$/)
    await choose(page, /Which new worker/, "Example")
    await choose(page, /Which experienced worker/, "Example")
    await typeDate(page, "21", "March", "2016")
    await typeDate(page, "14", "3", "2016")
    await press(page, /^Continue$/)
    expect(await textOf(page)).toContain("Check before you record this")
    await picture(page, "keyboard-check-plan")
    expect(await violations(page)).toEqual([])
    await press(page, /^Plan shadowing$/)
    expect(await textOf(page)).toContain("Shadowing planned")
    await picture(page, "keyboard-planned")

    await app.moveTo("2016-03-21T09:00")
    await press(page, /^Start shadowing$/)
    await typeDate(page, "21", "3", "2016")
    await press(page, /^Continue$/)
    await press(page, /^Start shadowing$/)
    expect(await textOf(page)).toContain("Shadowing started")

    await app.moveTo("2016-04-03T23:59")
    await page.reload()
    await press(page, /^Sign off shadowing$/)
    await typeDate(page, "3", "Apr", "2016")
    await press(page, /^Continue$/)
    const refused = await textOf(page)
    expect(await page.title()).toBe("Error: Sign off shadowing - Peerwork")
    expect(refused).toContain(
      "There is a problem Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016"
    )
    expect(refused).toContain("SHADOW-1, Peer social support training pilot, S3:699-701")
    expect(await page.evaluate("document.activeElement?.className")).toContain("govuk-error-summary")
    await picture(page, "keyboard-refused")
    expect(await violations(page)).toEqual([])
    expect(await sideways(page)).toEqual([])
    await tabTo(page, /Sign it off on or after 4 April 2016/)
    await page.keyboard.press("Enter")
    expect(await page.evaluate("document.activeElement?.id")).toBe("on-day")

    await app.moveTo("2016-04-04T09:00")
    await page.goto(`${app.address}/today/sign-offs-possible`)
    await press(page, /^Example, Pat$/)
    await picture(page, "keyboard-shadowing")
    await press(page, /^Sign off shadowing$/)
    await typeDate(page, "4", "4", "2016")
    await press(page, /^Continue$/)
    await picture(page, "keyboard-check-sign-off")
    await press(page, /^Sign off shadowing$/)
    expect(await textOf(page)).toContain("Shadowing signed off")
    await context.close()
  }, 120_000)

  it("the first thing that the keyboard reaches is a way past the header", async () => {
    const context = await signedIn(browser, app.address, "officer", 1280)
    const page = await context.newPage()
    await page.goto(`${app.address}/workers`)
    await tabTo(page, /^Skip to main content$/)
    await page.keyboard.press("Enter")
    expect(new URL(page.url()).hash).toBe("#main-content")
    await context.close()
  })
})
