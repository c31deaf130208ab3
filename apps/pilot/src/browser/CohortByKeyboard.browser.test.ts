/**
 * A session of a cohort of twelve, with the keyboard alone and without script: it is recorded that it was held, and who
 * was there. On a narrow window nothing scrolls sideways, and axe finds nothing.
 */
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cohort, dayOf, facilitator, people, prepared } from "../testing/CourseStory.ts"
import { serveApp } from "../testing/ServedApp.ts"
import type { ServedApp } from "../testing/ServedApp.ts"
import { picture, sideways, signedIn, violations, widths } from "./Looking.ts"
import { chromiumPath, launch } from "./TheBrowser.ts"

const mostTabs = 120

/** Goes on with Tab until what has the focus is called so. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press("Tab")
    const focused = await page.evaluate<string>(`(() => {
      const one = document.activeElement
      const label = one?.getAttribute("aria-label") ?? one?.labels?.[0]?.innerText ?? ""
      return (label || one?.innerText || one?.value || "").replaceAll(/\\s+/g, " ").trim()
    })()`)
    if (name.test(focused)) return
  }
  throw new Error(`Nothing called ${name} has the focus after ${mostTabs} tabs on ${page.url()}`)
}

const press = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name)
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")])
}

describe.skipIf(chromiumPath === null)("a cohort with the keyboard alone", () => {
  let app: ServedApp
  let browser: Browser

  beforeAll(async () => {
    app = await serveApp(`${dayOf(3)}T17:00:00.000Z`)
    for (const [command, body] of prepared) await app.give(command, body)
    browser = await launch()
  }, 120_000)

  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  it("a coordinator records the attendance of everybody, and changes only who was late", async () => {
    await app.give("DeliverTrainingSession", {
      cohort,
      session: "COURSE_INTRODUCTION",
      minutes: 60,
      deliverers: [facilitator],
      observers: [],
      timeProtected: true,
      on: dayOf(1)
    })
    const withScript = await signedIn(browser, app.address, "coordinator", widths.wide)
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: widths.wide, height: 900 },
      storageState: await withScript.storageState()
    })
    const page = await context.newPage()
    await page.goto(`${app.address}/cohorts/${cohort}`)
    await press(page, /^Record the attendance, beginning with everybody there Course Introduction$/)
    await tabTo(page, /^Outcome: SmithA, Tom/)
    await page.keyboard.type("Came")
    await tabTo(page, /^Minutes present: SmithA, Tom/)
    await page.keyboard.type("45")
    await picture(page, "keyboard-attendance")
    await press(page, /^Continue$/)
    const check = (await page.locator("main").innerText()).replaceAll(/\s+/g, " ")
    expect(check).toContain("SmithA, Tom (A1000AA): Came late, 45 SmithB, Tom (A1001AA): Attended SmithC, Tom")
    await picture(page, "keyboard-check-attendance")
    await press(page, /^Record the attendance of a session$/)
    expect(await page.locator("h1").innerText()).toContain("Attendance recorded")
    await page.goto(`${app.address}/cohorts/${cohort}`)
    expect((await page.locator("main").innerText()).replaceAll(/\s+/g, " "))
      .toContain("SmithA, Tom (A1000AA) Whole training 0 of 9 Course Introduction, 15 minutes")
    await context.close()
    await withScript.close()
  }, 120_000)

  it.each([
    "/cohorts",
    `/cohorts/${cohort}`,
    "/templates",
    `/workers/${people[0]}/training`,
    `/do/RecordSessionAttendance?cohort=${cohort}&session=PRINCIPLES`,
    `/do/PlanCohort`,
    `/do/ProposeTemplateRevision`
  ])("%s fits a narrow window", async (path) => {
    const context = await signedIn(browser, app.address, "coordinator", widths.narrow)
    const page = await context.newPage()
    await page.goto(`${app.address}${path}`)
    await picture(page, `narrow${path}`)
    expect([await sideways(page), await violations(page)]).toEqual([[], []])
    await context.close()
  }, 60_000)
})
