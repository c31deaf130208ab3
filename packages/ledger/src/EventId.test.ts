/**
 * Proves that the id of an event is derived from its command and its index alone, and is a UUID of version 8.
 */
import { describe, expect, it } from "vitest"
import { eventIdOf } from "./EventId.ts"

const command = "0190a6b2-5c3e-7d41-8f00-3a5b7c9d1e2f"

describe("the id of an event", () => {
  it("is the UUIDv8 of the hash of command and index, for ever the same", () => {
    expect([0, 1, 2, 3, 4, 5].map((index) => eventIdOf(command, index))).toEqual([
      "f4f46d83-bf88-8de2-99d5-06c7ddab006f",
      "21c95735-9bbd-86cd-a4dc-f4cf9bead7be",
      "04bd0ecd-6e3d-8f0b-9ceb-78f6f2da5d56",
      "0488667e-ea57-8e20-bcbf-11a15b925e09",
      "b125c2d2-c347-8445-87f7-4e3398f06280",
      "6894f06e-e743-84f6-9499-b826e2c98d48"
    ])
  })

  it("differs between the events of a command, and between commands", () => {
    const ids = [0, 1, 2].flatMap((index) => [eventIdOf(command, index), eventIdOf(command.replace("0", "1"), index)])
    expect(new Set(ids).size).toBe(6)
  })
})
