/**
 * The browser that pages are looked at with: the Chromium of the machine, if it has one.
 */
import { existsSync } from "node:fs"
import { chromium } from "playwright-core"
import type { Browser } from "playwright-core"

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium"]

/** Where Chromium is; null where there is none, and then nothing of a browser is tested. */
export const chromiumPath: string | null =
  [process.env["CHROMIUM"], ...places].find((place) => place !== undefined && place !== "" && existsSync(place)) ?? null

if (chromiumPath === null) {
  console.warn("NO CHROMIUM: no page was looked at in a browser. Install it (apt-get install chromium) or set CHROMIUM")
}

/** Quiet, without a sandbox of its own, and speaking to nobody but the app. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

export const launch = (): Promise<Browser> => {
  if (chromiumPath === null) throw new Error("There is no Chromium")
  return chromium.launch({ executablePath: chromiumPath, args: flags })
}
