/**
 * What was ever stored of a scheme is understood by this version.
 *
 * Each file in `fixtures` is public data as it was kept.
 */
import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { RoleProfilePublished, schemeEvents } from "./SchemeEvents.ts"

const fixtures = new URL("./fixtures/", import.meta.url)

const stored = schemeEvents.flatMap((type) =>
  type.versions.map((_, index) => ({ type, version: index + 1, file: `${type.type}.v${index + 1}.json` }))
)

describe("events of a scheme", () => {
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
    for (const type of schemeEvents) {
      expect(type.understand(type.versions.length + 1, {}))
        .toEqual({ _tag: "NotUnderstood", reason: "future version", path: "schemaVersion" })
      expect(type.understand(1, { establishment: "Somewhere" })).toMatchObject({ reason: "malformed" })
    }
  })
})

/** Every code that an event may have stored; the list only grows. */
const codes = {
  code: "PEER_SUPPORT_WORKER WELLBEING_REP LISTENER INSIDER PEER_HOSPICE_WORKER PEER_EDUCATOR PEER_MENTOR " +
    "HEALTH_CHAMPION HEALTH_TRAINER PEER_ADVISOR HCV_PEER COUNCIL_REP PID_WORKER HEALTHCARE_REP READING_MENTOR OTHER",
  confidentiality: "BOUNDED SCHEME_ABSOLUTE OPEN_TO_TEAM",
  pay: "PAID VOLUNTEER",
  tasks: "FETCHING_MEALS TIDYING_CELLS CARRYING_FOOD CUTTING_UP_FOOD PUSHING_WHEELCHAIR CHANGING_BEDDING LAUNDRY " +
    "READING_AND_WRITING SIGNPOSTING SHARING_CAMPAIGNS COLLECTING_FEEDBACK SUPPORTING_INDUCTION BEFRIENDING LISTENING " +
    "MENTORING PUTTING_ON_SHOES PUTTING_ON_OUTER_CLOTHES SHAVING_AND_HAIR WASHING_HANDS_AND_FACE FEEDING ORAL_CARE " +
    "INTIMATE_WASHING INTIMATE_DRESSING TOILETING CLEANING_AFTER_SOILING CONTINENCE_PRODUCTS MEDICATION WOUND_CARE " +
    "OBSERVATIONS"
}

describe("a code that was ever stored", () => {
  const fields = Object.entries(codes).flatMap(([field, list]) => list.split(" ").map((code) => [field, code] as const))

  it.each(fields)("%s %s is still understood", (field, code) => {
    const kind = RoleProfilePublished.fields[field as keyof typeof codes].kind
    const value = field === "tasks" ? [code] : code
    expect(kind.decode(value)).toEqual({ _tag: "Right", value })
  })
})
