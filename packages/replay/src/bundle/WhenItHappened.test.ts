/**
 * Proves that tables and process mining carry the day on which something happened, in summer as in winter.
 */
import type { Envelope } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { toldLog } from "../testing/ToldLog.ts"
import { exportedFiles } from "./ExportedFile.ts"
import { happenedAt, happenedOn } from "./WhenItHappened.ts"

const leaf = (when: Partial<Envelope>) =>
  ({
    position: 1,
    bytes: Buffer.alloc(0),
    hash: Buffer.alloc(0),
    envelope: { recordedAt: "2016-04-04T23:30:00.000Z", ...when }
  }) as Parameters<typeof happenedOn>[0]

describe("a moment with its offset", () => {
  it.each([
    [{ on: "2016-04-04" }, "2016-04-04", "2016-04-04T00:00:00.000+01:00"],
    [{ on: "2016-03-26" }, "2016-03-26", "2016-03-26T00:00:00.000+00:00"],
    [{ on: "2016-04-05", at: "2016-04-04T23:15:00.000Z" }, "2016-04-05", "2016-04-05T00:15:00.000+01:00"],
    [{ on: "2016-01-05", at: "2016-01-05T23:15:00.000Z" }, "2016-01-05", "2016-01-05T23:15:00.000+00:00"]
  ])("of %j is on %s, %s", (when, on, at) => {
    expect([happenedOn(leaf(when)), happenedAt(leaf(when))]).toEqual([on, at])
    const meant = Date.parse("at" in when ? when.at : at)
    expect(Date.parse(happenedAt(leaf(when)))).toBe(meant)
  })
})

describe("every event of the demo", () => {
  const told = async (name: string) => {
    const telling = exportedFiles.find((file) => file.name === name)?.tell()
    const log = await toldLog()
    const pieces = log.map(({ bytes, position }) => telling?.event(position, Buffer.from(bytes)) ?? "")
    return { log, text: [telling?.begin, ...pieces, telling?.end()].join("") }
  }

  it("stands on its own day in cases.csv", async () => {
    const { log, text } = await told("cases.csv")
    const [header, ...rows] = text.trimEnd().split("\r\n").map((row) => row.split(","))
    expect(header).toEqual(["case_id", "activity", "timestamp", "happened_on", "role", "position", "leaf_hash"])
    expect(rows.length).toBeGreaterThan(100)
    for (const [, , timestamp, on, , position] of rows) {
      expect([timestamp?.slice(0, 10), on]).toEqual(Array(2).fill(log[Number(position) - 1]?.envelope.on))
    }
  })

  it("stands on its own day in ocel2.json, whose attributes are of the types that it declares", async () => {
    const { log, text } = await told("ocel2.json")
    const { events, eventTypes } = JSON.parse(text) as Readonly<
      Record<
        "events" | "eventTypes",
        ReadonlyArray<
          {
            readonly time: string
            readonly attributes: ReadonlyArray<Readonly<Record<"name" | "type" | "value", unknown>>>
          }
        >
      >
    >
    const types = new Map(eventTypes[0]?.attributes.map(({ name, type }) => [name, type]))
    expect(types.get("recordedAt")).toBe("time")
    events.forEach(({ attributes, time }, at) => {
      expect(time.slice(0, 10)).toBe(log[at]?.envelope.on)
      expect(attributes).toContainEqual({ name: "on", value: log[at]?.envelope.on })
      expect(attributes.map(({ name }) => name)).toEqual([...types.keys()])
    })
  })
})
