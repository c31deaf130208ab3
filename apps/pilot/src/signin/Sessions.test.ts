/**
 * Proves how long a session lasts, and that its id is worth nothing before signing in and after signing out.
 */
import { describe, expect, it } from "vitest"
import { bearer, demoPersonIn } from "./DemoPeople.ts"
import { isTokenOf, keepForm, makeSessions, sessionIdIn } from "./Sessions.ts"

const minute = 60_000

const setUp = () => {
  let time = 0
  const sessions = makeSessions(() => time)
  return { sessions, wait: (ms: number) => (time += ms) }
}

const officer = demoPersonIn("officer")

describe("a session", () => {
  it("lasts fifteen minutes without use, and each use begins them anew", () => {
    const { sessions, wait } = setUp()
    const { id } = sessions.begin(officer, null)
    wait(15 * minute - 1)
    expect(sessions.find(id)?.person).toBe(officer)
    wait(15 * minute - 1)
    expect(sessions.find(id)?.person).toBe(officer)
    wait(15 * minute)
    expect(sessions.find(id)).toBeNull()
  })

  it("ends after eight hours however much it is used", () => {
    const { sessions, wait } = setUp()
    const { id } = sessions.begin(officer, null)
    for (let used = 0; used < 47; used += 1) {
      wait(10 * minute)
      expect(sessions.find(id)).not.toBeNull()
    }
    wait(10 * minute)
    expect(sessions.find(id)).toBeNull()
  })

  it("has a new id after signing in, and none after signing out", () => {
    const { sessions } = setUp()
    const before = sessions.begin(null, null)
    const after = sessions.begin(officer, before.id)
    expect(sessions.find(before.id)).toBeNull()
    sessions.end(after.id)
    expect(sessions.find(after.id)).toBeNull()
    expect([sessions.find(undefined), sessions.find("guessed")]).toEqual([null, null])
  })

  it("has an id and a token of 256 bits of chance", () => {
    const { sessions } = setUp()
    const all = Array.from({ length: 50 }, () => sessions.begin(null, null))
    expect(new Set(all.flatMap(({ id, token }) => [id, token])).size).toBe(100)
    for (const { id } of all) expect(Buffer.from(id, "base64url")).toHaveLength(32)
  })

  it("knows its own token only", () => {
    const { sessions } = setUp()
    const [one, other] = [sessions.begin(null, null), sessions.begin(null, null)]
    expect([isTokenOf(one, one.token), isTokenOf(one, other.token), isTokenOf(one, "")]).toEqual([true, false, false])
  })

  it("keeps the twenty forms that were filled in last, and those of nobody else", () => {
    const { sessions } = setUp()
    const [one, other] = [sessions.begin(officer, null), sessions.begin(officer, null)]
    for (let form = 0; form < 21; form += 1) keepForm(one, `form-${form}`, { command: "RegisterStaff", answers: "" })
    keepForm(one, "form-1", { command: "RegisterStaff", answers: "name=Kay" })
    keepForm(one, "form-21", { command: "RegisterStaff", answers: "" })
    const kept = sessions.find(one.id)?.forms
    expect([kept?.size, kept?.has("form-0"), kept?.has("form-2"), kept?.get("form-1")?.answers])
      .toEqual([20, false, false, "name=Kay"])
    expect(sessions.find(other.id)?.forms.size).toBe(0)
  })

  it("is found among other cookies", () => {
    expect(sessionIdIn("theme=dark; peerwork-session=abc; x=y")).toBe("abc")
    expect(sessionIdIn("peerwork-sessions=abc")).toBeUndefined()
    expect(sessionIdIn(undefined)).toBeUndefined()
  })
})

describe("a bearer token", () => {
  it("is for one of the six roles", () => {
    expect(bearer("Bearer demo-safeguarding")?.role).toBe("safeguarding")
    expect([bearer(undefined), bearer("Bearer demo-"), bearer("demo-officer"), bearer("Bearer demo-king")])
      .toEqual([null, null, null, null])
  })
})
