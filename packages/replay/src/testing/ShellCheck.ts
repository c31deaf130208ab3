/**
 * The script of the page "Check with openssl", run as the page says.
 */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync } from "node:fs"

const page = new URL("../../../../docs/do/check-with-openssl.md", import.meta.url)

const script = (): string => {
  const [, text] = /```sh\n(#!\/bin\/sh\n[^]*?)```/.exec(readFileSync(page, "utf8")) ?? []
  if (text === undefined) throw new Error("The page has no script")
  return text
}

/** Why the script cannot be run here; null where it can. */
export const whyNoOpenssl: string | null = (() => {
  const { error, stdout } = spawnSync("openssl", ["version"], { encoding: "utf8" })
  if (error !== undefined) return "openssl is missing"
  return /^OpenSSL ([3-9]|\d\d)\./.test(stdout) ? null : `openssl 3 is needed, and this is ${stdout.trim()}`
})()

if (whyNoOpenssl !== null) console.info(`Skipped: ${whyNoOpenssl}`)

/** What the script ends with, and the last line that it says. */
export const shellCheck = async (bundle: string, key: string): Promise<readonly [number | null, string]> => {
  const child = spawn("sh", ["-s", bundle, key], { stdio: ["pipe", "pipe", "inherit"] })
  let said = ""
  child.stdout.on("data", (part: Buffer) => said += part.toString())
  child.stdin.end(script())
  const [status] = await once(child, "close") as [number | null]
  return [status, said.trim().split("\n").at(-1) ?? ""]
}
