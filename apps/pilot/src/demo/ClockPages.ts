/**
 * The demo clock on a page and over the API: what moment it is, and moving it forwards. Without the demo neither
 * exists.
 */
import type { Instant } from "@peerwork/core"
import { addDays, localDateOf, localTimeOf } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { dateIn } from "../forms/FormInput.ts"
import { data, page, problem, redirect } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { readJson } from "../server/JsonBody.ts"
import { invalidProblem } from "../server/Problems.ts"
import { takingNone } from "../server/QueryParameters.ts"
import { api, pages } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"
import { Surroundings } from "../server/Surroundings.ts"
import type { DemoClock } from "./DemoClock.ts"
import { readNote, writeNote } from "./DemoFolder.ts"
import { readMoment, sayMoment } from "./LocalTime.ts"

/** The clock of the demo, and how to move it. */
const theClock = Effect.gen(function*() {
  const { demoClock, settings } = yield* Surroundings
  if (demoClock === null) return yield* Effect.fail(problem("not-found", "Nothing answers under this address"))
  const move = (to: Instant): Problem | null => {
    if (!demoClock.moveTo(to)) {
      return problem("wrong-moment", `The clock only moves forwards. It is ${sayMoment(demoClock.now())} already`)
    }
    writeNote(settings.data, { ...readNote(settings.data), clock: to })
    return null
  }
  return { demoClock, move }
})

const momentJson = ({ now }: DemoClock) => ({
  now: now(),
  date: localDateOf(now()),
  time: localTimeOf(now())
})

const read: Route = api(
  "GET",
  "/api/demo/clock",
  takingNone(() =>
    Effect.map(theClock, ({ demoClock }) => data(momentJson(demoClock), { "cache-control": "no-store" }))
  )
)

const moveByProgram: Route = api(
  "POST",
  "/api/demo/clock",
  takingNone(({ body }) =>
    Effect.gen(function*() {
      const { demoClock, move } = yield* theClock
      const read = readJson(body)
      if (read._tag === "Problem") return read
      const { to, ...others } = read.body
      const moment = readMoment(typeof to === "string" ? to : "")
      const wrong = [
        ...Object.keys(others).map((field) => ({ field, says: "is not known here. The field is to" })),
        ...(moment._tag === "Wrong" ? [{ field: "to", says: moment.says }] : [])
      ]
      if (moment._tag === "Wrong" || wrong.length > 0) return invalidProblem(wrong)
      return move(moment.at) ?? data(momentJson(demoClock), { "cache-control": "no-store" })
    })
  )
)

const clockPage = ({ now }: DemoClock, form: URLSearchParams, error: string | null): Page =>
  page("clock.njk", "The demo clock", {
    now: sayMoment(now()),
    tomorrow: addDays(localDateOf(now()), 1),
    nextWeek: addDays(localDateOf(now()), 7),
    values: {
      day: form.get("on-day") ?? "",
      month: form.get("on-month") ?? "",
      year: form.get("on-year") ?? "",
      time: form.get("time") ?? "09:00"
    },
    error,
    errors: error === null ? [] : [{ text: error, href: "#on-day" }]
  }, error === null ? 200 : 400)

/** What the form says: a date of its own, or the one of a button. */
const wanted = (form: URLSearchParams): string => {
  const button = form.get("to")
  return button ?? `${dateIn(form, "on") ?? ""}T${(form.get("time") ?? "").trim().padStart(5, "0")}`
}

/** What is wrong with a moment that was asked for; null where it can be moved to, or none was. */
const wrongIn = (demoClock: DemoClock, form: URLSearchParams): string | null => {
  if (!form.has("to") && !form.has("on-day")) return null
  const moment = readMoment(wanted(form))
  if (moment._tag === "Wrong") return "Enter a real date and a time, like 9:00"
  return moment.at < demoClock.now()
    ? `The clock only moves forwards. It is ${sayMoment(demoClock.now())} already`
    : null
}

const show: Route = pages(
  "GET",
  "/demo/clock",
  ({ query }) => Effect.map(theClock, ({ demoClock }) => clockPage(demoClock, query, wrongIn(demoClock, query)))
)

/** Moves it, or leads back to the page with what was asked for, which says what is wrong with it. */
const moveByPage: Route = pages("POST", "/demo/clock", ({ body }) =>
  Effect.gen(function*() {
    const { move } = yield* theClock
    const form = new URLSearchParams(body)
    form.delete("form-token")
    const moment = readMoment(wanted(form))
    return moment._tag === "Read" && move(moment.at) === null
      ? redirect("/demo/clock")
      : redirect(`/demo/clock?${form.toString()}`)
  }))

export const clockRoutes: ReadonlyArray<Route> = [read, moveByProgram, show, moveByPage]
