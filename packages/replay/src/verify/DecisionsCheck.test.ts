/**
 * Proves that every command is decided again once, after everything before it was taken, and that what comes out
 * differently, or has no law, is told with its position.
 */
import { expect, it } from "vitest"
import { invented } from "../testing/SampleBundle.ts"
import { decidingAgain, type DecidingLaw } from "./DecisionsCheck.ts"
import { findings } from "./Finding.ts"

const events = invented(9)

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

const decided = (laws: ReadonlyArray<DecidingLaw>) => {
  const found = findings()
  const deciding = decidingAgain(laws, found)
  events.forEach((leaf, at) => deciding.ask(at + 1, leaf))
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
