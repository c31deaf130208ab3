/**
 * Proves that every command is decided again once, after everything before it was taken, and that what comes out
 * differently, or has no law, is told with its position.
 */
import { beforeAll, describe, expect, it } from "vitest"
import * as thisLaw from "../law/index.ts"
import { invented } from "../testing/SampleBundle.ts"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import { decidingAgain, type DecidingLaw } from "./DecisionsCheck.ts"
import { findings } from "./Finding.ts"

const events = invented(9)
/** As a verifier sees it, which knows nothing of its types. */
const law = thisLaw as unknown as DecidingLaw

/** A law that comes to something else where the command begins at this position. */
const lawUnlikeAt = (version: string, unlike: number, asked: Array<readonly [number, number]> = []): DecidingLaw => ({
  version,
  misread: () => null,
  makeHistory: () => {
    let taken = 0
    return { take: () => taken++, taken: () => taken }
  },
  decideAgain: (history, [first]) => {
    const position = first?.position ?? 0
    asked.push([position, (history as { readonly taken: () => number }).taken()])
    return { differences: position === unlike ? [{ what: "rule SHADOW-1" }, { what: "reads" }] : [] }
  }
})

const decided = (laws: ReadonlyArray<DecidingLaw>, leaves: ReadonlyArray<Buffer> = events) => {
  const found = findings()
  const deciding = decidingAgain(laws, found)
  leaves.forEach((leaf, at) => deciding.ask(at + 1, leaf))
  return { decided: deciding.end(), exitCode: found.exitCode(), findings: found.kept() }
}

it("decides each command once, with its own events taken", () => {
  const asked: Array<readonly [number, number]> = []
  expect(decided([lawUnlikeAt("0.1.0", 0, asked)])).toEqual({ decided: 5, exitCode: 0, findings: [] })
  expect(asked).toEqual([[1, 2], [3, 5], [6, 6], [7, 8], [9, 9]])
})

it("tells what comes out differently", () => {
  expect(decided([lawUnlikeAt("0.1.0", 6)])).toMatchObject({
    exitCode: 5,
    findings: [{
      wrong: "decision",
      position: 6,
      says: "DoSomething at position 6 does not come out again as it was recorded: rule SHADOW-1, reads differ"
    }]
  })
})

it("tells which events do not have the form of their type", () => {
  const strict: DecidingLaw = {
    ...lawUnlikeAt("0.1.0", 0),
    misread: ({ position }) => position === 7 ? "malformed, data.counted" : null
  }
  expect(decided([strict])).toMatchObject({
    decided: 5,
    exitCode: 3,
    findings: [{
      position: 7,
      says: "AppointmentActivated at position 7 is not of the form of its type: malformed, data.counted"
    }]
  })
})

it("tells once of a law that is missing", () => {
  expect(decided([lawUnlikeAt("0.2.0", 0)])).toMatchObject({
    decided: 0,
    exitCode: 3,
    findings: [{ says: "the law of version 0.1.0, which decided at position 1, is missing" }]
  })
})

it("tells of a law that breaks off by the position, and lets it decide no more", () => {
  const broken: DecidingLaw = {
    ...lawUnlikeAt("0.1.0", 0),
    decideAgain: () => {
      throw new TypeError("no such view")
    }
  }
  expect(decided([broken])).toMatchObject({
    decided: 0,
    exitCode: 3,
    findings: [{ position: 1, says: "the law of version 0.1.0 broke off at position 1: no such view" }]
  })
})

describe("by the law of this build", () => {
  let told: ReadonlyArray<ToldEvent> = []

  beforeAll(async () => {
    told = await toldLog()
  })

  const leavesWith = (change: (event: ToldEvent) => string) => told.map((event) => Buffer.from(change(event)))

  it("every decision of the demo comes out again, and every event has the form of its type", () => {
    const commands = new Set(told.map(({ envelope }) => envelope.command.id)).size
    expect(commands).toBeGreaterThan(400)
    expect(decided([law], leavesWith(({ bytes }) => bytes))).toEqual({ decided: commands, exitCode: 0, findings: [] })
  })

  it("a sign-off of which one fact was changed does not", () => {
    const at = told.find(({ envelope }) => envelope.type === "ShadowingSignedOff")?.position ?? 0
    const changed = leavesWith(({ bytes, position }) =>
      position === at ? bytes.replace('"facts":{"counted":14', '"facts":{"counted":15') : bytes
    )
    expect(decided([law], changed)).toMatchObject({
      exitCode: 5,
      findings: [{ wrong: "decision", position: at, says: expect.stringContaining("SignOffShadowing") as unknown }]
    })
  })

  it("events of two versions are each decided by their own, which knows what was before it", () => {
    const at = told.find(({ envelope }) => envelope.type === "ShadowingSignedOff")?.position ?? 0
    const mixed = leavesWith(({ bytes, position }) =>
      position < at ? bytes : bytes.replace(/"law":"[^"]+"/, '"law":"0.2.0"')
    )
    expect(decided([law, { ...law, version: "0.2.0" }], mixed).findings).toEqual([])
  })
})
