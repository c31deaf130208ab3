/**
 * Proves how many sign-ins and pages a minute are answered, and that nothing is counted in the demo.
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import { describe, expect, it } from "vitest"
import type { Exchange } from "./Exchange.ts"
import { makeCounting } from "./TooMany.ts"

const exchange = (more: Partial<Exchange>): Exchange =>
  ({
    request: { remoteAddress: Option.some("127.0.0.1") },
    method: "GET",
    path: "/",
    door: "pages",
    session: { id: "one", person: null, token: "", began: 0, used: 0 },
    ...more
  }) as unknown as Exchange

const setUp = (isCounted = true) => {
  let time = 0
  const counting = makeCounting(isCounted, () => time)
  const answered = (asked: Exchange, times: number) =>
    Array.from({ length: times }, () => Either.isRight(Effect.runSync(Effect.either(counting.count(asked)))))
      .filter(Boolean).length
  return { counting, answered, wait: (ms: number) => (time += ms) }
}

describe("in a minute", () => {
  it("ten sign-ins are answered, and more in the next", () => {
    const { answered, counting, wait } = setUp()
    const signIn = exchange({ method: "POST", path: "/sign-in", door: "open", session: null })
    expect(answered(signIn, 12)).toBe(10)
    expect(Effect.runSync(Effect.flip(counting.count(signIn)))).toMatchObject({
      kind: "too-many",
      headers: { "retry-after": "60" }
    })
    wait(60_000)
    expect(answered(signIn, 12)).toBe(10)
  })

  it("three hundred pages and sixty forms are answered, for each session", () => {
    const { answered } = setUp()
    expect(answered(exchange({}), 310)).toBe(300)
    expect(answered(exchange({ method: "POST", path: "/do/X" }), 70)).toBe(60)
    expect(
      answered(
        exchange({
          session: { id: "two", person: null, token: "", began: 0, used: 0, searches: new Map(), forms: new Map() }
        }),
        10
      )
    ).toBe(10)
  })

  it("nothing is counted in the demo, and programs are not counted yet", () => {
    expect(setUp(false).answered(exchange({}), 400)).toBe(400)
    expect(setUp().answered(exchange({ door: "api", session: null }), 400)).toBe(400)
  })
})
