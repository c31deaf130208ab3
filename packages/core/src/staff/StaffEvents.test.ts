/**
 * What was ever stored of a member of staff is understood by this version.
 *
 * Each file in `fixtures` is public data as it was kept.
 */
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { staffEvents } from "./StaffEvents.ts"

const fixtures = new URL("./fixtures/", import.meta.url)

const stored = staffEvents.flatMap((type) =>
  type.versions.map((_, index) => ({ type, version: index + 1, file: `${type.type}.v${index + 1}.json` }))
)

describe("events of a member of staff", () => {
  it("have a fixture for each version, and no fixture is of something else", () => {
    expect(readdirSync(fixtures).sort()).toEqual(stored.map((one) => one.file).sort())
  })

  it.each(stored)("$file is understood as the newest version of its type", ({ file, type, version }) => {
    const data = JSON.parse(readFileSync(new URL(file, fixtures), "utf8")) as Readonly<Record<string, unknown>>
    const understood = type.understand(version, data)
    expect(understood).toEqual({ _tag: "Understood", data })
    expect(Object.keys(data).length).toBeGreaterThan(0)
  })

  it("are refused when a later version wrote them, or when a field is wrong", () => {
    for (const type of staffEvents) {
      expect(type.understand(type.versions.length + 1, {}))
        .toEqual({ _tag: "NotUnderstood", reason: "future version", path: "schemaVersion" })
      expect(type.understand(1, { establishment: "Somewhere" })).toMatchObject({ reason: "malformed" })
    }
  })
})
