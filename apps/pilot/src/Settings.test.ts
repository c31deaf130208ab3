/**
 * Proves that settings are read as they are written down, and that a wrong one is one sentence.
 */
import { describe, expect, it } from "vitest"
import { isLoopback, readSettings } from "./Settings.ts"

const read = (args: ReadonlyArray<string>, environment: Readonly<Record<string, string>> = {}) =>
  readSettings(args, environment, "/home/kay/peerwork")

const says = (args: ReadonlyArray<string>, environment: Readonly<Record<string, string>> = {}): string => {
  const answer = read(args, environment)
  return answer._tag === "Wrong" ? answer.says : "nothing is wrong"
}

describe("settings", () => {
  it("have their defaults", () => {
    expect(read([])).toEqual({
      _tag: "Read",
      settings: {
        port: 3000,
        host: "127.0.0.1",
        data: "/home/kay/peerwork/data",
        origin: null,
        demo: null,
        witnessPolicy: null,
        witnessHours: 24,
        nextKey: null,
        clock: null
      }
    })
  })

  it("keep the demo in a folder of its own", () => {
    const environment = { PEERWORK_DATA: "/srv/pilot", PEERWORK_CLOCK: "2016-04-04T09:00", PORT: "0", HOST: "::1" }
    expect(read(["--demo=empty"], environment)).toMatchObject({
      settings: { data: "/srv/pilot/demo", demo: "empty", clock: "2016-04-04T08:00:00.000Z", port: 0, host: "::1" }
    })
    expect(read(["--demo"])).toMatchObject({ settings: { demo: "story", data: "/home/kay/peerwork/data/demo" } })
    expect(read(["--demo=again"])).toMatchObject({ settings: { demo: "again" } })
  })

  it("say who signs and who cosigns, and how long a witness may stay away", () => {
    const environment = {
      PEERWORK_WITNESS_POLICY: "policy.txt",
      PEERWORK_WITNESS_HOURS: "168",
      PEERWORK_NEXT_KEY: "/srv/keys/next"
    }
    expect(read([], environment)).toMatchObject({
      settings: { witnessPolicy: "/home/kay/peerwork/policy.txt", witnessHours: 168, nextKey: "/srv/keys/next" }
    })
  })

  it.for(
    [
      [["--dmo"], {}, /"--dmo" is not known/],
      [["--demo", "--demo"], {}, /is not known/],
      [[], { PORT: "65536" }, /PORT must be a whole number from 0 to 65535/],
      [[], { PORT: "http" }, /PORT must be/],
      [[], { PEERWORK_WITNESS_HOURS: "0" }, /PEERWORK_WITNESS_HOURS must be a whole number of hours from 1 to 8760/],
      [[], { PEERWORK_WITNESS_HOURS: "8761" }, /PEERWORK_WITNESS_HOURS must be/],
      [[], { PEERWORK_WITNESS_HOURS: "a day" }, /PEERWORK_WITNESS_HOURS must be/],
      [[], { HOST: "0.0.0.0" }, /without real accounts the app listens on this machine only/],
      [[], { PEERWORK_CLOCK: "2016-04-04" }, /for the demo only/],
      [["--demo"], { PEERWORK_CLOCK: "yesterday" }, /PEERWORK_CLOCK must be a moment/]
    ] as const
  )("%j with %j are refused", ([args, environment, sentence]) => {
    expect(says(args, environment)).toMatch(sentence)
  })

  it("know this machine by its names", () => {
    expect(["127.0.0.1", "127.8.8.8", "localhost", "::1"].filter((host) => !isLoopback(host))).toEqual([])
    expect(["0.0.0.0", "::", "10.0.0.1", "127.evil.example", "localhost.evil.example", ""].filter(isLoopback)).toEqual(
      []
    )
  })
})
