/**
 * Proves that the history can be taken away: whole and byte for byte by an auditor, in every form with a position on
 * each row, and by nobody more than they may see in the app.
 */
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

const [one, other] = [randomUUID(), randomUUID()]
let app: ServedApp
let auditor: Visitor
let lines: ReadonlyArray<string> = []

beforeAll(async () => {
  app = await serveApp("2016-03-14T09:00:00.000Z")
  for (const [person, prisonNumber] of [[one, "A1234AA"], [other, "A1234AB"]] as const) {
    const body = {
      person,
      prisonNumber,
      familyName: "Example",
      givenName: "Pat",
      establishment: "ZZI",
      on: "2016-03-14"
    }
    expect(await app.give("RegisterPerson", body)).toMatchObject({ status: 201 })
  }
  const apart = { nonassociation: randomUUID(), person: one, other, level: "CELL", reason: "Debt", on: "2016-03-14" }
  expect(await app.give("OpenNonAssociation", apart)).toMatchObject({ status: 201 })
  auditor = await visit(app, "auditor")
  const headers = { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
  lines = (await app.ask("/api/events", { headers })).text.trimEnd().split("\n")
})

afterAll(() => app.stop())

const taken = async (file: string, by = auditor) => {
  const told = await by.get(`/exports/${file}`)
  expect(told.status).toBe(200)
  expect(told.headers.get("content-disposition")).toBe(`attachment; filename="${file}"`)
  return told.text
}

describe("the history that is taken away", () => {
  it("is offered with its size, and with how to get it proved", async () => {
    const { text } = await auditor.get("/exports")
    expect(text).toContain(`${lines.length} events, `)
    expect(text).toContain("and they are all there are")
    for (const [, href = ""] of text.matchAll(/href="(\/exports\/[^"]+)"/g)) {
      expect((await auditor.get(href)).status).toBe(200)
    }
  })

  it("is the stored bytes as lines", async () => {
    expect(await taken("history.jsonl")).toBe(`${lines.join("\n")}\n`)
  })

  it("is one row for each event as a table, with its position, and the columns are explained", async () => {
    const [header = "", ...rows] = (await taken("history.csv")).trimEnd().split("\r\n")
    expect(rows.map((row) => row.split(",")[0])).toEqual(lines.map((_, at) => String(at + 1)))
    const explained = (await taken("history-columns.csv")).trimEnd().split("\r\n").slice(1)
    expect(explained.map((row) => row.split(",")[0])).toEqual(header.split(","))
  })

  it("is events and what they concern, each with its position, for process mining", async () => {
    const { events, objects } = JSON.parse(await taken("ocel2.json")) as {
      readonly events: ReadonlyArray<{ readonly attributes: ReadonlyArray<object> }>
      readonly objects: ReadonlyArray<{ readonly id: string }>
    }
    expect(events).toHaveLength(lines.length)
    events.forEach(({ attributes }, at) =>
      expect(attributes).toContainEqual(expect.objectContaining({ name: "position", value: at + 1 }))
    )
    expect(objects.map(({ id }) => id)).toContain(`person:${one}`)
  })

  it("is there for programs with a token as well, and for nobody without", async () => {
    const as = (role: string) => app.ask("/exports/history.csv", { headers: { authorization: `Bearer demo-${role}` } })
    expect((await as("auditor")).text).toBe(await taken("history.csv"))
    const [refused, nobody, visitor] = [
      await as("commissioner"),
      await as("king"),
      await app.ask("/exports/history.csv")
    ]
    expect([refused.status, refused.body["role"]]).toEqual([403, "commissioner"])
    expect([nobody.status, nobody.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="peerwork"'])
    expect([visitor.status, visitor.headers.get("location")]).toEqual([303, "/sign-in?then=%2Fexports%2Fhistory.csv"])
  })

  it("has no row of appointments where there are none", async () => {
    expect((await taken("cases.csv")).trimEnd().split("\r\n")).toHaveLength(1)
  })

  it("names nobody, in any form", async () => {
    for (const file of ["history.jsonl", "history.csv", "cases.csv", "ocel2.json"]) {
      expect(await taken(file)).not.toMatch(/Example|A1234A|Debt/)
    }
  })

  it("leaves out, in every form, what somebody does not see in the app", async () => {
    const healthcare = await visit(app, "healthcare")
    expect((await healthcare.get("/exports")).text).toContain("and leave out what you do not see here")
    for (const file of ["history.jsonl", "history.csv", "ocel2.json"]) {
      expect(await taken(file, healthcare)).not.toContain("NonAssociation")
      expect(await taken(file)).toContain("NonAssociation")
    }
  })

  it("is not for those who see no records of single people, and there is none under another name", async () => {
    const commissioner = await visit(app, "commissioner")
    expect((await commissioner.get("/exports")).status).toBe(403)
    expect((await commissioner.get("/exports/history.csv")).status).toBe(403)
    expect((await commissioner.get("/")).text).not.toContain("/exports")
    expect((await auditor.get("/exports/secrets.csv")).status).toBe(404)
  })
})
