/**
 * What comes first: every step of the way, in its order, and nothing where no way leads there.
 */
import { describe, expect, it } from "vitest"
import { whatComesFirst } from "./WhatComesFirst.ts"
import type { Ways } from "./WhatComesFirst.ts"

type State = "Planned" | "Running" | "Paused" | "Delivered" | "Cancelled"

const ways: Ways<State> = {
  Planned: { to: "Running", says: "start it" },
  Running: { to: "Delivered", says: "finish it" },
  Paused: { to: "Running", says: "resume it", already: ["Pause"] }
}

const first = (from: State, to: State, command = "Anything") =>
  whatComesFirst(ways, from, command, (state) => state === to)

describe("what comes first", () => {
  it("is every step until it is possible", () => {
    expect(first("Planned", "Delivered")).toEqual(["start it", "finish it"])
    expect(first("Paused", "Delivered")).toEqual(["resume it", "finish it"])
    expect(first("Running", "Running")).toEqual([])
  })

  it("is nothing where no way leads there, or where it was done already", () => {
    expect([first("Running", "Planned"), first("Cancelled", "Running")]).toEqual([[], []])
    expect([first("Paused", "Running", "Pause"), first("Paused", "Running")]).toEqual([[], ["resume it"]])
  })

  it("ends where the ways go round", () => {
    const round: Ways<State> = { Planned: { to: "Running", says: "start" }, Running: { to: "Planned", says: "stop" } }
    expect(whatComesFirst(round, "Planned", "Anything", () => false)).toEqual([])
  })
})
