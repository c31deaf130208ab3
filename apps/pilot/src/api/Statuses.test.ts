/**
 * Proves what the API answers when something is wrong: the right status, a problem document, and every field, rule or
 * role that matters, named.
 */
import * as fc from "fast-check"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { routes } from "../AllRoutes.ts"
import { serveApp } from "../testing/ServedApp.ts"
import type { ServedApp, Told } from "../testing/ServedApp.ts"

let app: ServedApp

beforeAll(async () => {
  app = await serveApp()
})

afterAll(() => app.stop())

const registration = (staff: string = randomUUID()) => ({
  staff,
  name: "Kay Example",
  establishment: "ZZI",
  on: "2016-01-04"
})

const authorized = { headers: { authorization: "Bearer demo-coordinator" } }

const findNumber = (prisonNumber: unknown, role = "coordinator") =>
  app.ask("/api/people/find", {
    method: "POST",
    body: JSON.stringify({ prisonNumber }),
    headers: { authorization: `Bearer demo-${role}`, "content-type": "application/json" }
  })

const fieldsOf = ({ body }: Told) => body["fields"] as ReadonlyArray<{ readonly field: string; readonly says: string }>

const isProblem = (told: Told, status: number, type: string) => {
  expect([told.status, told.headers.get("content-type"), told.body["type"], told.body["status"]])
    .toEqual([status, "application/problem+json", `/problems/${type}`, status])
}

describe("who asks", () => {
  it("nobody without a token, and nobody with a token of nobody", async () => {
    for (const headers of [{}, { authorization: "Bearer demo-king" }, { authorization: "Basic demo-coordinator" }]) {
      const told = await app.ask("/api/staff", { headers })
      isProblem(told, 401, "not-signed-in")
      expect(told.headers.get("www-authenticate")).toContain("Bearer")
    }
  })

  it("a role that may not is told which may", async () => {
    const told = await app.give("RegisterStaff", registration(), {}, "officer")
    isProblem(told, 403, "not-allowed")
    expect(told.body).toMatchObject({ role: "officer", roles: ["coordinator"] })
    expect(told.body["detail"]).toBe("You act as officer, and RegisterStaff is given by coordinator")
  })

  it("a commissioner sees no record of a single person, and an auditor sees no name", async () => {
    await app.give("RegisterPerson", {
      person: "11111111-1111-4111-8111-000000000001",
      prisonNumber: "a1234 aa",
      familyName: "Smith",
      givenName: "John",
      establishment: "ZZI",
      on: "2016-01-04"
    })
    const by = (role: string, path: string) => app.ask(path, { headers: { authorization: `Bearer demo-${role}` } })
    isProblem(await by("commissioner", "/api/people"), 403, "not-allowed")
    isProblem(await by("commissioner", "/api/events"), 403, "not-allowed")
    isProblem(await findNumber("A1234AA", "auditor"), 403, "not-allowed")
    expect((await by("auditor", "/api/people")).text).not.toMatch(/Smith|A1234AA/)
    expect((await findNumber(" a1234 aa ", "officer")).body).toMatchObject({
      people: [{ familyName: "Smith", prisonNumber: "A1234AA" }]
    })
    expect((await findNumber("A9999AA", "officer")).body).toMatchObject({ people: [] })
    expect((await by("auditor", "/api/events")).text).not.toMatch(/Smith|John|A1234AA/)
  })
})

describe("what is asked", () => {
  it("a body that is no JSON, or no object, or names a field twice", async () => {
    for (const body of ["{", "[]", "null", "", '"text"']) {
      isProblem(await app.give("RegisterStaff", body), 400, "invalid")
    }
    for (
      const body of [
        `{"staff":"a","staff":"b"}`,
        `{"staff":"a","\\u0073taff":"b"}`,
        `{"overrides":[{"rule":"STAFF-1","reason":"a","reason":"b"}]}`
      ]
    ) {
      expect((await app.give("RegisterStaff", body)).body["detail"]).toBe("The body names a field twice")
    }
    const read = `{"staff":"\\"a\\":","overrides":[{"rule":"a"},{"rule":"a"}]}`
    expect((await app.give("RegisterStaff", read)).body["detail"]).not.toContain("twice")
  })

  it("every field that is wrong is named, with what would be right", async () => {
    const told = await app.give("RegisterStaff", { staff: "x", nam: "Kay", establishment: "zzi", on: "2016-02-30" })
    isProblem(told, 400, "invalid")
    expect(told.body["fields"]).toEqual([
      { field: "nam", says: "is not known here. The fields are staff, name, establishment, on" },
      { field: "staff", says: "must be an id: a UUID in lower case" },
      { field: "name", says: "is missing, and must be text of 1 to 120 characters" },
      { field: "establishment", says: "must be three capital letters, like ZZI" },
      { field: "on", says: "must be a real date, written like 2016-04-04" }
    ])
  })

  it("a command id that is missing or no UUID", async () => {
    isProblem(await app.give("RegisterStaff", registration(), { "idempotency-key": "7" }), 400, "invalid")
    const told = await app.ask("/api/commands/RegisterStaff", {
      method: "POST",
      body: JSON.stringify(registration()),
      headers: { ...authorized.headers, "content-type": "application/json" }
    })
    expect(told.body["detail"]).toBe(
      "The header Idempotency-Key is missing. It is the id of the command: a UUID that you choose"
    )
  })

  it("another format, another method, another address", async () => {
    isProblem(await app.give("RegisterStaff", registration(), { "content-type": "text/plain" }), 415, "media-type")
    isProblem(await app.give("RegisterStaff", registration(), { "content-encoding": "gzip" }), 415, "media-type")
    expect((await app.give("RegisterStaff", registration(), { "content-encoding": "identity" })).status).toBe(201)
    const told = await app.ask("/api/staff", { method: "DELETE", ...authorized })
    isProblem(told, 405, "method-not-allowed")
    expect(told.headers.get("allow")).toBe("GET, HEAD")
    isProblem(await app.ask("/api/nothing", authorized), 404, "not-found")
    isProblem(await app.give("MakeKing", {}), 404, "not-found")
    isProblem(await app.ask(`/api/staff/${randomUUID()}`, authorized), 404, "not-found")
    isProblem(await app.ask("/api/receipts/nonsense", authorized), 400, "invalid")
    isProblem(await app.ask(`/api/receipts/${randomUUID()}`, authorized), 404, "not-found")
  })

  it("words for a moment that mean nothing", async () => {
    const told = await app.ask("/api/staff?asAt=yesterday&knownAt=2016-13-01&position=-1", authorized)
    isProblem(told, 400, "invalid")
    expect(fieldsOf(told).map(({ field }) => field)).toEqual(["asAt", "knownAt", "position"])
    expect(fieldsOf(await app.ask("/api/staff?knownAt=1995-12-31", authorized))).toEqual([
      {
        field: "knownAt",
        says:
          "must be a date from 1996 on, like 2016-04-04, a local time like 2016-04-04T09:00, or an instant with Z or an offset"
      }
    ])
  })

  it("a moment of which nobody knows anything yet", async () => {
    const told = await app.ask("/api/staff?knownAt=2016-04-05&position=999999", authorized)
    isProblem(told, 400, "invalid")
    expect(fieldsOf(told)).toEqual([
      { field: "knownAt", says: "must not be after today, 2016-04-04: nobody knows that yet" },
      { field: "position", says: expect.stringMatching(/^must not be beyond \d+, where the log ends$/) as unknown }
    ])
    for (const knownAt of ["2016-04-04", "2016-04-04T09:00", "2016-04-04T09:00:00%2B01:00"]) {
      expect((await app.ask(`/api/staff?knownAt=${knownAt}`, authorized)).status).toBe(200)
    }
  })

  it("a parameter that nobody knows, by whatever address", async () => {
    for (const { door, method, path } of routes.filter((route) => route.door === "api")) {
      const told = await app.ask(`${path.replace(/:\w+/, "RegisterStaff")}?personID=1`, {
        method,
        headers: { ...authorized.headers, "content-type": "application/json", "idempotency-key": randomUUID() },
        ...(method === "POST" ? { body: "{}" } : {})
      })
      isProblem(told, 400, "invalid")
      expect(fieldsOf(told)[0], `${door} ${path}`).toMatchObject({
        field: "personID",
        says: expect.stringMatching(/^is not known here\. (The parameters are|This address takes no)/) as string
      })
    }
  })

  it("a parameter that is empty, stands twice or says what cannot be", async () => {
    const wrong = async (address: string) => {
      const told = await app.ask(address, authorized)
      isProblem(told, 400, "invalid")
      return fieldsOf(told).map(({ field, says }) => `${field} ${says}`)
    }
    expect(await wrong("/api/shadowings?asAt=&limit=&person=&after=x&status=Signed")).toEqual([
      "person must be an id: a UUID in lower case",
      "status must be one of Planned, Running, Paused, SignedOff, NotAchieved, Cancelled, TransferredOut",
      "asAt must be a real date, written like 2016-04-04",
      "after must be an id: a UUID in lower case",
      "limit must be a whole number from 1 to 500"
    ])
    expect(await wrong("/api/staff?limit=501&limit=7")).toEqual(["limit stands more than once. Say it once"])
    expect(await wrong("/api/staff?person=11111111-1111-4111-8111-000000000001")).toEqual([
      "person is not known here. The parameters are asAt, knownAt, position, after, limit"
    ])
    expect(await wrong("/api/staff?asAt=2015-02-29&limit=1e2&__proto__=1")).toEqual([
      "__proto__ is not known here. The parameters are asAt, knownAt, position, after, limit",
      "asAt must be a real date, written like 2016-04-04",
      "limit must be a whole number from 1 to 500"
    ])
    expect(await wrong("/api/events?after=x&limit=0&type=Nonsense&tag=&asAt=2016-04-04")).toEqual([
      "asAt is not known here. The parameters are after, tag, type, limit",
      "after must be a position: a whole number from 0",
      "tag must be a tag, such as person:<id>, or up to 16",
      "type must be a type of event, such as ShadowingStarted or peerwork.shadowing.started",
      "limit must be a whole number from 1 to 1000"
    ])
  })

  it("a prison number that is none, or in the address", async () => {
    for (const number of ["", "A12", 7, null]) {
      const told = await findNumber(number)
      isProblem(told, 400, "invalid")
      expect(fieldsOf(told)).toEqual([{ field: "prisonNumber", says: "must be a prison number, like A1234AA" }])
    }
    isProblem(await app.ask("/api/people?prisonNumber=A1234AA", authorized), 400, "invalid")
  })

  it("a body of 64 KiB may be, and one byte more may not", async () => {
    const filled = (bytes: number) => JSON.stringify({ name: "" }).replace('""', `"${"x".repeat(bytes - 11)}"`)
    isProblem(await app.give("RegisterStaff", filled(65_536)), 400, "invalid")
    isProblem(await app.give("RegisterStaff", filled(65_537)), 413, "too-large")
  })

  it("a body of a hundred fields may be, and one field more may not", async () => {
    const fields = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]))
    isProblem(await app.give("RegisterStaff", fields(100)), 400, "invalid")
    isProblem(await app.give("RegisterStaff", fields(101)), 413, "too-large")
  })

  it("a request under the name of another site", async () => {
    const { hostname, port } = new URL(app.address)
    const told = await new Promise<number>((resolve, reject) => {
      void import("node:http").then(({ request }) => {
        request(
          { hostname, port, path: "/api/staff", headers: { host: "evil.example", ...authorized.headers } },
          (answer) => {
            answer.resume()
            resolve(answer.statusCode ?? 0)
          }
        ).on("error", reject).end()
      })
    })
    expect(told).toBe(421)
  })
})

describe("what is the case", () => {
  it("a command id is for ever: the same command has one answer, another is refused", async () => {
    const [key, body] = [{ "idempotency-key": randomUUID() }, registration()]
    const first = await app.give("RegisterStaff", body, key)
    const again = await app.give("RegisterStaff", body, key)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.body).toEqual({ ...first.body, receipt: { ...(first.body["receipt"] as object), duplicate: true } })
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"))
    const receipt = await app.ask(`/api/receipts/${key["idempotency-key"]}`, authorized)
    expect(receipt.body).toEqual(first.body)
    isProblem(await app.give("RegisterStaff", { ...body, name: "Sam" }, key), 422, "id-reused")
  })

  it("the wrong moment says which state, since when, by whom and what is possible", async () => {
    const body = registration()
    await app.give("RegisterStaff", body)
    const told = await app.give("RegisterStaff", body)
    isProblem(told, 409, "wrong-moment")
    expect(told.body["detail"]).toBe(
      "The member of staff is already in post since 4 January 2016, by Kay Example (coordinator)"
    )
    expect(told.body["moment"]).toMatchObject({
      state: "InPost",
      since: "2016-01-04",
      by: { role: "coordinator", name: "Kay Example" },
      possible: [
        "RenameStaff",
        "RecordStaffLeaving",
        "CorrectStaffStart",
        "CorrectStaffLeaving",
        "CorrectStaffReturn",
        "HandOverStaffWork",
        "RecordStaffCompetence",
        "StrikeOutStaffCompetence"
      ]
    })
  })

  it("a broken rule says its sentence, its source and the first date that will do", async () => {
    const body = registration()
    await app.give("RegisterStaff", body)
    const told = await app.give("RecordStaffLeaving", { staff: body.staff, on: "2016-01-03" })
    isProblem(told, 422, "refused")
    expect(told.body["breaches"]).toEqual([{
      rule: "RECORD-2",
      says: "What follows from something is not dated before it",
      strength: "hard",
      because: "The date is too early. It can be 4 January 2016 or later",
      source:
        "Choice of this project, A period that ends before it begins counts for nothing and hides a slip of the pen",
      earliest: "2016-01-04"
    }])
    const checked = await app.ask("/api/check/RecordStaffLeaving", {
      method: "POST",
      body: JSON.stringify({ staff: body.staff, on: "2016-01-03" }),
      headers: { ...authorized.headers, "content-type": "application/json" }
    })
    expect([checked.status, checked.body["would"]]).toEqual([200, "Refused"])
    expect(checked.body["judged"]).toEqual(told.body["judged"])
  })

  it("a stale If-Match says which version there is, and a retry of what was kept is not stale", async () => {
    const body = registration()
    await app.give("RegisterStaff", body)
    const read = await app.ask(`/api/staff/${body.staff}`, authorized)
    expect(read.headers.get("etag")).toBe('"1"')
    const rename = { staff: body.staff, name: "Kay Other", on: "2016-02-01" }
    const key = { "idempotency-key": randomUUID(), "if-match": '"1"' }
    expect((await app.give("RenameStaff", rename, key)).status).toBe(201)
    expect((await app.give("RenameStaff", rename, key)).status).toBe(200)
    const told = await app.give("RenameStaff", rename, { "if-match": '"1"' })
    isProblem(told, 412, "changed")
    expect([told.headers.get("etag"), told.body["expected"], told.body["actual"]]).toEqual(['"2"', 1, 2])
    isProblem(await app.give("RenameStaff", rename, { "if-match": 'W/"2"' }), 400, "invalid")
  })

  it("of sixteen with one If-Match at once, one is accepted", async () => {
    const body = registration()
    await app.give("RegisterStaff", body)
    const answers = await Promise.all(
      Array.from(
        { length: 16 },
        (_, index) =>
          app.give("RenameStaff", { staff: body.staff, name: `Kay ${index}`, on: "2016-02-01" }, { "if-match": '"1"' })
      )
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(15)
  })
})

describe("the feed", () => {
  it("turns its pages until one is empty, as CloudEvents or as the stored bytes", async () => {
    const pages: Array<ReadonlyArray<Readonly<Record<string, unknown>>>> = []
    for (let path: string | null = "/api/events?limit=3"; path !== null;) {
      const told: Told = await app.ask(path, authorized)
      pages.push(told.body as unknown as ReadonlyArray<Readonly<Record<string, unknown>>>)
      path = /^<([^>]+)>; rel="next"$/.exec(told.headers.get("link") ?? "")?.[1] ?? null
    }
    const all = pages.flat()
    expect(pages.at(-1)).toEqual([])
    expect(all.map(({ sequence }) => Number(sequence))).toEqual(all.map((_, index) => index + 1))
    expect(all[0]).toMatchObject({
      specversion: "1.0",
      source: "tests.invalid/events",
      datacontenttype: "application/json"
    })
    const lines = await app.ask("/api/events", { headers: { ...authorized.headers, accept: "application/x-ndjson" } })
    expect(lines.text.trim().split("\n").map((line) => JSON.parse(line) as unknown)).toEqual(
      all.map(({ data }) => data)
    )
    const named = await app.ask("/api/events?type=peerwork.staff.renamed", authorized)
    expect(named.text).toContain("StaffRenamed")
    expect(named.text).not.toContain("StaffRegistered")
  })
})

describe("whatever is sent", () => {
  it("no stack trace leaves, and nothing is our mistake", async () => {
    const value = fc.oneof(
      fc.json({ maxDepth: 4 }),
      fc.string(),
      fc.constant(`{"__proto__":{"a":1}}`),
      fc.constant("[".repeat(5000))
    )
    const name = fc.constantFrom(
      "RegisterPerson",
      "SignOffShadowing",
      "ActivateAppointment",
      "DecideSchemePolicy",
      "PublishRoleProfile"
    )
    const header = fc.constantFrom({}, { "if-match": '"9"' }, { traceparent: "x" }, { "idempotency-key": "" })
    await fc.assert(
      fc.asyncProperty(name, value, header, async (command, body, headers) => {
        const told = await app.give(command, body, headers as Readonly<Record<string, string>>)
        expect(told.status).toBeLessThan(500)
        expect(told.text).not.toMatch(/\n\s+at |node:internal|\.ts:\d/)
      }),
      { numRuns: 150 }
    )
  })

  it("an address or a query as nobody means it is answered all the same", async () => {
    const odd = [
      "/%",
      "/%E0%A4%A",
      "/api/people/%00",
      "/api/events?tag=%00",
      "/api/people?after=%F0%9F%98%80",
      "/api/people?%E0%A4%A=%&=&&asAt",
      "//",
      "/..%2f.."
    ]
    for (const path of odd) {
      const told = await app.ask(path, authorized)
      expect(told.status, path).toBeLessThan(500)
    }
  })
})

describe("the log of requests", () => {
  it("names routes and roles, and nobody", async () => {
    await findNumber("A1234AA")
    const lines = app.lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>)
    expect(lines.at(-1)).toMatchObject({ method: "POST", route: "/api/people/find", status: 200, role: "coordinator" })
    expect(app.lines.join("\n")).not.toMatch(/Smith|A1234AA|11111111-1111|Kay|[0-9a-f]{8}-[0-9a-f]{4}/)
  })
})
