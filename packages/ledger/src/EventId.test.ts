/**
 * Proves that the id of an event is derived from its command and its index alone, and is a UUID of version 8.
 */
import { describe, expect, it } from "vitest"
import { eventIdOf } from "./EventId.ts"

const command = "0190a6b2-5c3e-7d41-8f00-3a5b7c9d1e2f"

describe("the id of an event", () => {
  it("is the same UUIDv8 whenever it is derived", () => {
    expect(eventIdOf(command, 0)).toBe("f4f46d83-bf88-8de2-99d5-06c7ddab006f")
    expect(eventIdOf(command, 0)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it("differs between the events of a command, and between commands", () => {
    const ids = [0, 1, 2].flatMap((index) => [eventIdOf(command, index), eventIdOf(command.replace("0", "1"), index)])
    expect(new Set(ids).size).toBe(6)
  })
})
