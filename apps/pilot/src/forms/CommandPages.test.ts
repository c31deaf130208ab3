/**
 * Proves the pages of commands over HTTP, as somebody at a browser without script uses them: fill in, check, give,
 * done; with the token of the session, and one effect however often the button is pressed.
 */
import { allCommands, mayGive } from "@peerwork/core"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { serveApp, visit } from "../testing/ServedApp.ts"
import type { ServedApp, Visitor } from "../testing/ServedApp.ts"

let app: ServedApp
let coordinator: Visitor

beforeAll(async () => {
  app = await serveApp()
  coordinator = await visit(app, "coordinator")
})

afterAll(() => app.stop())

const registering = (staff: string = randomUUID(), id: string = randomUUID()) => ({
  "form-id": id,
  "form-given": "staff",
  staff,
  name: "Kay O'Example",
  establishment: "zzi",
  "on-day": "4",
  "on-month": "January",
  "on-year": "2016"
})

const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "").replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ").trim()

describe("a command on its page", () => {
  it("is filled in, checked, given once and confirmed", async () => {
    const [staff, id] = [randomUUID(), randomUUID()]
    const checked = await coordinator.send("/do/RegisterStaff", { ...registering(staff, id), "form-step": "check" })
    expect(checked.status).toBe(200)
    expect(textOf(checked.text)).toContain("Check before you record this")
    expect(textOf(checked.text)).toContain("Kay O&#39;Example")
    const given = await coordinator.send("/do/RegisterStaff", { ...registering(staff, id), "form-step": "give" })
    expect([given.status, given.headers.get("location")]).toEqual([303, `/done/${id}`])
    const again = await coordinator.send("/do/RegisterStaff", { ...registering(staff, id), "form-step": "give" })
    expect([again.status, again.headers.get("location")]).toEqual([303, `/done/${id}`])
    const read = await app.ask(`/api/staff/${staff}`, { headers: { authorization: "Bearer demo-coordinator" } })
    expect(read.body).toMatchObject({ version: 1, name: "Kay O'Example", establishment: "ZZI" })
    expect(textOf((await coordinator.get(`/done/${id}`)).text)).toContain("Member of staff registered")
  })

  it("answers what is sent with the address of a page, so that going back never asks to send it again", async () => {
    const [staff, id] = [randomUUID(), randomUUID()]
    const form = registering(staff, id)
    const posted = async (fields: Readonly<Record<string, string>>) => {
      const { headers, status } = await coordinator.post("/do/RegisterStaff", fields)
      return [status, headers.get("location")]
    }
    const address = `/do/RegisterStaff/${id}`
    expect(await posted({ ...form, "on-month": "Smarch", "form-step": "check" })).toEqual([303, `${address}/check`])
    const wrong = await coordinator.ask(`${address}/check`)
    expect([wrong.status, wrong.headers.get("location")]).toEqual([303, address])
    expect((await coordinator.get(address)).status).toBe(400)
    expect(await posted({ ...form, "form-step": "check" })).toEqual([303, `${address}/check`])
    const check = await coordinator.get(`${address}/check`)
    expect(check.text).toContain(`<a href="${address}" class="govuk-back-link">Back</a>`)
    const filled = await coordinator.get(address)
    expect([filled.status, filled.text.includes('value="January"')]).toEqual([200, true])
    expect(filled.text).toContain('<a href="/do" class="govuk-back-link">Back</a>')
    const other = await (await visit(app, "coordinator")).get(address)
    expect([other.status, other.text.includes("January")]).toEqual([200, false])
    expect(await posted({ ...form, "form-step": "give" })).toEqual([303, `/done/${id}`])
    for (const back of [address, `${address}/check`]) {
      expect(textOf((await coordinator.get(back)).text)).toContain("It is recorded already")
    }
  })

  it("has an address of its own from the beginning, under which its answers are found again", async () => {
    const begun = (await coordinator.ask("/do/RegisterStaff?establishment=ZZI")).headers.get("location") ?? ""
    const [, id = ""] = /^\/do\/RegisterStaff\/([0-9a-f-]{36})\?establishment=ZZI$/.exec(begun) ?? []
    expect((await coordinator.get(begun)).text).toContain(`name="form-id" value="${id}"`)
    await coordinator.send("/do/RegisterStaff", { ...registering(randomUUID(), id), "form-step": "check" })
    expect((await coordinator.get(begun)).text).toContain('value="Kay O&#39;Example"')
    expect((await coordinator.get("/do/RegisterStaff/none")).status).toBe(404)
  })

  it("says on the last page about whom it was", async () => {
    const [staff, id] = [randomUUID(), randomUUID()]
    await coordinator.send("/do/RegisterStaff", { ...registering(staff, id), "form-step": "give" })
    const done = await coordinator.get(`/done/${id}`)
    expect(textOf(done.text)).toContain("It is recorded About Kay O&#39;Example")
    expect(/<title>(.*)<\/title>/.exec(done.text)?.[1]).not.toContain("Example")
  })

  it("shows every mistake beside its question, and keeps what was typed", async () => {
    const told = await coordinator.send("/do/RegisterStaff", {
      ...registering(),
      name: "",
      establishment: "Wayland",
      "on-month": "Smarch",
      "form-step": "check"
    })
    expect(told.status).toBe(400)
    expect(told.text).toContain("<title>Error: Register a member of staff - Peerwork</title>")
    const text = textOf(told.text)
    expect(text).toContain("There is a problem")
    for (
      const says of [
        "Enter an answer to “What is their name?”",
        "The answer to “Which establishment do they work in?” must be three capital letters, like ZZI",
        "The answer to “Since when are they in post?” must be a real date"
      ]
    ) {
      expect(text).toContain(says)
    }
    expect(told.text).toContain('value="Wayland"')
    expect(told.text).toContain('value="Smarch"')
    expect(told.text).toMatch(/class="[^"]*govuk-input--error[^"]*" id="on-month"/)
  })

  it("says at the button what has changed since it was checked", async () => {
    const staff = randomUUID()
    await coordinator.send("/do/RegisterStaff", { ...registering(staff), "form-step": "give" })
    const told = await coordinator.send("/do/RegisterStaff", { ...registering(staff), "form-step": "give" })
    expect(told.status).toBe(409)
    expect(textOf(told.text)).toContain(
      "The member of staff is already in post since 4 January 2016, by Kay Example (coordinator)"
    )
    expect(textOf(told.text)).toContain("Record that a member of staff left")
  })

  it("asks for the record first where one of its entries is to be chosen", async () => {
    expect(textOf((await coordinator.get("/do/CorrectMovement")).text)).toContain(
      "There is nothing that it could be done with now"
    )
  })

  it("has a page for every command, for whoever may give it", async () => {
    const officer = await visit(app, "officer")
    for (const { name, title } of allCommands) {
      const told = await officer.get(`/do/${name}`)
      if (mayGive("officer", name)) expect([name, told.status, told.text.includes(title)]).toEqual([name, 200, true])
      else expect([name, told.status]).toEqual([name, 403])
    }
    expect((await officer.get("/do/MakeKing")).status).toBe(404)
  }, 60_000)
})

describe("the form of the demo clock", () => {
  it("leads to a page as well, which says what is wrong with the day that was asked for", async () => {
    const asked = async (year: string) => {
      const form = { "on-day": "5", "on-month": "Smarch", "on-year": year, time: "9:00" }
      const sent = await coordinator.post("/demo/clock", form)
      return [sent.status, await coordinator.ask(sent.headers.get("location") ?? "")] as const
    }
    const [status, shown] = await asked("2016")
    expect([status, shown.status]).toEqual([303, 400])
    expect(shown.text).toContain("Enter a real date and a time, like 9:00")
    expect(shown.text).toContain('value="Smarch"')
    const past = await coordinator.post("/demo/clock", { to: "2015-04-04T09:00" })
    expect((await coordinator.ask(past.headers.get("location") ?? "")).text).toContain("The clock only moves forwards")
    expect((await coordinator.ask("/demo/clock")).text).not.toContain("There is a problem")
  })
})

describe("a form that somebody else made", () => {
  it("is refused without the token of the session, and from another site", async () => {
    const without = await app.ask("/do/RegisterStaff", {
      method: "POST",
      body: new URLSearchParams(registering()),
      headers: { accept: "text/html" }
    })
    expect([without.status, without.headers.get("location")]).toEqual([303, "/sign-in"])
    const wrong = await coordinator.send("/do/RegisterStaff", { ...registering(), "form-token": "guessed" })
    expect(wrong.status).toBe(403)
    expect(textOf(wrong.text)).toContain("The form has expired")
  })
})

describe("signing in", () => {
  it("gives a new id, and signing out ends it", async () => {
    const officer = await visit(app, "officer")
    expect((await officer.get("/do")).status).toBe(200)
    const left = await officer.send("/sign-out", {})
    expect(left.headers.get("set-cookie")).toContain("Max-Age=0")
    expect((await officer.get("/do")).headers.get("location")).toBe("/sign-in?then=%2Fdo")
  })

  it("leads back to where somebody wanted to go, with what they asked there, and to no other site", async () => {
    const officer = await visit(app, "officer")
    await officer.send("/sign-out", {})
    const wanted = "/workers?status=Active&wing=B_WING"
    const asked = await officer.get(wanted)
    expect(asked.headers.get("location")).toBe(`/sign-in?then=${encodeURIComponent(wanted)}`)
    const form = await officer.get(asked.headers.get("location") ?? "")
    const shown = form.status === 303 ? await officer.get(form.headers.get("location") ?? "") : form
    expect(shown.text).toContain(`name="then" value="${wanted.replace("&", "&amp;")}"`)
    const again = await visit(app, "officer")
    const leadsTo = async (address: string) => {
      const fields = new Map([["role", "officer"], ["then", address]])
      return (await again.send("/sign-in", Object.fromEntries(fields))).headers.get("location")
    }
    expect(await leadsTo(wanted)).toBe(wanted)
    expect(await leadsTo("//evil.example/?a=b")).toBe("/")
    const away = await app.ask("/sign-in?then=https://evil.example/", { headers: { accept: "text/html" } })
    expect(away.headers.get("location")).toBe("/sign-in?began=1&then=%2F")
    const cookie = away.headers.get("set-cookie") ?? ""
    expect(cookie).toMatch(/^peerwork-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
  })
})

describe("every page", () => {
  it("forbids what a browser need not do, and is not kept", async () => {
    const told = await coordinator.get("/")
    expect(Object.fromEntries(told.headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin"
    })
    const policy = told.headers.get("content-security-policy") ?? ""
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "none"
    expect(policy).toContain("frame-ancestors 'none'")
    for (const [script] of told.text.matchAll(/<script[^>]*>/g)) expect(script).toContain(`nonce="${nonce}"`)
    expect(told.text).not.toMatch(/style="|onclick=/)
  })

  it("is without the font and the crown of GOV.UK", async () => {
    const page = await coordinator.get("/")
    for (const [, address = ""] of page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      const css = await app.ask(address)
      expect([css.status, css.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"])
      expect(css.text).not.toContain("GDS Transport")
    }
    expect(page.text).not.toMatch(/crown|GOV\.UK/i)
  })

  it("that is not there says so, and one that fails says a reference and nothing more", async () => {
    const missing = await coordinator.get("/nowhere")
    expect([missing.status, textOf(missing.text).includes("Page not found")]).toEqual([404, true])
    expect((await coordinator.get("/workers/unknown")).status).toBe(404)
    for (const scheme of ["", "nonsense", randomUUID()]) {
      const about = await coordinator.get(`/do/CorrectSchemePolicy?scheme=${scheme}`)
      expect(about.status).toBe(404)
      expect(textOf(about.text)).toContain("The record that this was to be about does not exist")
    }
    const asked = await coordinator.get(`/do/ProposeAppointment?person=${randomUUID()}`)
    expect(textOf(asked.text)).toContain("Which person? There is none to choose from now")
  })
})
