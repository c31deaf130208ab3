/**
 * A cohort of twelve through its three days, with the keyboard alone and without script, from the first session to the
 * decision on everybody. On a narrow window nothing scrolls sideways, and axe finds nothing.
 */
import { sessionTitles } from "@peerwork/core"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cohort, dayOf, people, prepared, sessions } from "../testing/CourseStory.ts"
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

/** Goes to what is called so and presses Enter; a link within the page leads nowhere else. */
const press = async (page: Page, name: RegExp, leads: "away" | "here" = "away"): Promise<void> => {
  await tabTo(page, name)
  if (leads === "here") await page.keyboard.press("Enter")
  else await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")])
}

/** Types a day of the course into the next three boxes for a date. */
const typeDate = async (page: Page, day: number): Promise<void> => {
  for (const [part, text] of [["Day", String(13 + day)], ["Month", "March"], ["Year", "2016"]] as const) {
    await tabTo(page, new RegExp(`^${part}$`))
    await page.keyboard.type(text)
  }
}

/** From a form that is filled in to its last page. */
const recordIt = async (page: Page, button: RegExp): Promise<void> => {
  await press(page, /^Continue$/)
  await press(page, button)
}

const textIn = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).innerText()).replaceAll(/\s+/g, " ")

/** After something was recorded, every page before can be gone back to, and none asks to send anything again. */
const goBackAndForth = async (page: Page): Promise<void> => {
  await page.goBack()
  expect(await textIn(page, "main")).toContain("It is recorded already")
  await picture(page, "keyboard-back")
  await page.goForward()
  expect(await textIn(page, "main")).toContain("It is recorded About")
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

  it(
    "a coordinator runs it through its three days: sessions, attendance, reflection, decisions and the end",
    async () => {
      const withScript = await signedIn(browser, app.address, "coordinator", widths.wide)
      const context = await browser.newContext({
        javaScriptEnabled: false,
        viewport: { width: widths.wide, height: 900 },
        storageState: await withScript.storageState()
      })
      const page = await context.newPage()
      await page.goto(`${app.address}/cohorts/${cohort}`)
      await picture(page, "keyboard-cohort")
      for (const [index, { day, session }] of sessions.entries()) {
        const title = sessionTitles[session]
        await press(page, new RegExp(`^Record that it was held ${title}$`))
        await tabTo(page, /^How many minutes did it last/)
        await page.keyboard.type("60")
        await tabTo(page, /^Kay Example$/)
        await page.keyboard.press("Space")
        await tabTo(page, /^Yes$/)
        await page.keyboard.press("Space")
        await typeDate(page, day)
        await press(page, /^Continue$/)
        await press(page, /^Record that a session was held$/)
        await press(page, /^See the cohort$/)
        await press(page, new RegExp(`^Record the attendance, beginning with everybody there ${title}$`))
        if (index === 0) {
          await tabTo(page, /^Outcome: SmithA, Tom/)
          await page.keyboard.type("Came")
          await press(page, /^Continue$/)
          expect(await textIn(page, ".govuk-error-summary")).toContain(
            "The answer to “Minutes present” for SmithA, Tom (A1000AA) must be more than 0 and fewer than 60"
          )
          await picture(page, "keyboard-attendance-refused")
          await press(page, /^The answer to “Minutes present” for SmithA/, "here")
          await page.keyboard.type("45")
          expect(await page.evaluate("document.activeElement?.id")).toBe("attendance-0-minutes")
        }
        await press(page, /^Continue$/)
        if (index === 0) {
          expect(await textIn(page, "main")).toContain(
            "SmithA, Tom (A1000AA): Came late, 45 SmithB, Tom (A1001AA): Attended"
          )
          await picture(page, "keyboard-check-attendance")
          await page.goBack()
          expect(await page.locator("#attendance-0-minutes").inputValue()).toBe("45")
          await page.goForward()
        }
        await press(page, /^Record the attendance of a session$/)
        expect(await textIn(page, "main")).toContain(
          "Attendance recorded It is recorded About Cohort from 14 March 2016"
        )
        if (index === 0) await goBackAndForth(page)
        await press(page, /^See the cohort$/)
      }
      expect(await textIn(page, "main")).toContain(
        "SmithA, Tom (A1000AA) Whole training 8 of 9 Course Introduction, 15 minutes"
      )
      await picture(page, "keyboard-cohort-taught")
      await press(page, /^Finish the delivery of a cohort$/)
      await typeDate(page, 3)
      await recordIt(page, /^Finish the delivery of a cohort$/)
      await press(page, /^See the cohort$/)
      await press(page, /^Record the reflection on a cohort$/)
      await tabTo(page, /^Nothing/)
      await page.keyboard.press("Space")
      await tabTo(page, /notes|What was said/i)
      await page.keyboard.type("It went well")
      await typeDate(page, 3)
      await recordIt(page, /^Record the reflection on a cohort$/)
      await press(page, /^See the cohort$/)
      await press(page, /^Close a cohort$/)
      await typeDate(page, 3)
      await press(page, /^Continue$/)
      expect(await textIn(page, ".govuk-error-summary")).toContain("12 trainees have no decision")
      await picture(page, "keyboard-close-refused")
      await press(page, /^Back$/)
      for (const [index, person] of people.entries()) {
        await press(page, new RegExp(`^Smith${String.fromCharCode(65 + index)}, Tom`))
        expect(page.url()).toContain(person)
        await press(page, index === 0 ? /^Close a training as incomplete$/ : /^Decide that a training is complete$/)
        if (index === 0) {
          await typeDate(page, 3)
          await tabTo(page, /^What is the reason/)
          await page.keyboard.type("He was called away")
          await recordIt(page, /^Close a training as incomplete$/)
        } else {
          await tabTo(page, /^Which member of staff decided/)
          // Of two of one name the second, who did not teach it
          await page.keyboard.type("Kay")
          await page.keyboard.press("ArrowDown")
          await typeDate(page, 3)
          await press(page, /^Continue$/)
          if (index === 1) await picture(page, "keyboard-check-completion")
          await press(page, /^Decide that a training is complete$/)
        }
        if (index === 1) await picture(page, "keyboard-done-completion")
        await press(page, /^See the training$/)
        if (index === 1) await picture(page, "keyboard-training")
        await press(page, /^Cohort from 14 March 2016/)
      }
      await press(page, /^Close a cohort$/)
      await typeDate(page, 3)
      await recordIt(page, /^Close a cohort$/)
      await press(page, /^See the cohort$/)
      expect(await textIn(page, "h1")).toContain("Closed")
      await picture(page, "keyboard-cohort-closed")
      await context.close()
      await withScript.close()
    },
    600_000
  )

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
