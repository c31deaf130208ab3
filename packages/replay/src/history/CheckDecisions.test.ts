/**
 * Proves that a whole log is decided again, each command with the law of its version, and that what does not come to
 * the same is told with its position.
 */
import { beforeAll, describe, expect, it } from "vitest"
import * as law from "../law/index.ts"
import type { LogSource } from "../LogSource.ts"
import { toldLog } from "../testing/ToldLog.ts"
import type { ToldEvent } from "../testing/ToldLog.ts"
import { checkDecisions } from "./CheckDecisions.ts"
import { lawsIn } from "./LawOf.ts"

let log: ReadonlyArray<ToldEvent> = []

beforeAll(async () => {
  log = await toldLog()
})

const sourceOf = (events: ReadonlyArray<ToldEvent>): LogSource => ({
  place: "memory",
  events: (after = 0, upTo = events.length) => events.slice(after, upTo),
  close: () => undefined
})

const withBytes = (position: number, change: (bytes: string) => string) =>
  log.map((one) => one.position === position ? { ...one, bytes: change(one.bytes) } : one)

const signOff = () => {
  const found = log.find(({ envelope }) => envelope.type === "ShadowingSignedOff")
  if (found === undefined) throw new Error("Nothing was signed off")
  return found.position
}

describe("a log", () => {
  it("whose every decision comes to the same", async () => {
    const told: Array<number> = []
    const commands = new Set(log.map(({ envelope }) => envelope.command.id)).size
    expect(await checkDecisions(sourceOf(log), await lawsIn([]), (position) => told.push(position))).toEqual({
      decisions: commands,
      events: log.length,
      wrong: [],
      missing: []
    })
  })

  it("in which a decision was changed is told by its position, its command and what differs", async () => {
    const changed = withBytes(signOff(), (bytes) => bytes.replace('"counted":14', '"counted":15'))
    const { wrong } = await checkDecisions(sourceOf(changed), await lawsIn([]))
    expect(wrong[0]).toMatchObject({ position: signOff(), command: "SignOffShadowing" })
    expect(wrong[0]?.differences.length).toBeGreaterThan(0)
  })

  it("that was decided under two versions is decided by both, each over the whole history", async () => {
    const at = signOff()
    const mixed = log.map((one) =>
      one.position < at ? one : { ...one, bytes: one.bytes.replace(/"law":"[^"]+"/, '"law":"0.2.0"') }
    )
    const asked: Array<string> = []
    const checked = await checkDecisions(sourceOf(mixed), (version) => {
      asked.push(version)
      return Promise.resolve(law)
    })
    expect(asked).toEqual([law.version, "0.2.0"])
    expect(checked.wrong).toEqual([])
  })

  it("of a version that is not there says which, and from where on", async () => {
    const at = signOff()
    const later = withBytes(at, (bytes) => bytes.replace(/"law":"[^"]+"/, '"law":"9.0.0"'))
    const { missing, wrong } = await checkDecisions(sourceOf(later), await lawsIn([]))
    expect({ missing, wrong }).toEqual({ missing: [{ law: "9.0.0", position: at }], wrong: [] })
  })

  it("that holds something else is told", async () => {
    await expect(checkDecisions(sourceOf(withBytes(3, () => "{}")), await lawsIn([]))).rejects.toThrow(
      "Position 3 holds no event. Run: peerwork verify"
    )
  })
})
