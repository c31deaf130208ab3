/**
 * Reads over HTTP: `GET /api/<records>` and `GET /api/<records>/<id>`, now or as of a moment.
 *
 * One record comes with the version of its stream as `ETag`. Lists are in the order of ids and are turned with a
 * cursor: the id after which the next page begins, in the header `Link`.
 */
import { endOf, prisonNumberIn } from "@peerwork/core"
import type { JsonObject } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { holderIn } from "../records/Derived.ts"
import { sightOfStream, viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { atMoment, whichMoment } from "../records/Moment.ts"
import type { Kept, LifeName, Records } from "../records/Records.ts"
import { data, problem } from "../server/Answer.ts"
import { api } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"
import type { Sight } from "../signin/WhoSees.ts"
import {
  appointmentJson,
  escalationJson,
  personJson,
  routeJson,
  schemeJson,
  shadowingJson,
  staffJson,
  supervisionJson,
  workerJson
} from "./Reads.ts"
import type { Looking } from "./Reads.ts"

/** One kind of record: where its instances are, and how each is told. */
interface Collection {
  readonly name: string
  readonly life: LifeName
  readonly sees: Sight | undefined
  readonly one: string
  readonly ids: (records: Records) => ReadonlyArray<string>
  readonly json: (looking: Looking, id: string) => JsonObject | null
}

const collection = <L extends LifeName>(
  name: string,
  life: L,
  sees: Sight | undefined,
  one: string,
  json: (looking: Looking, kept: NonNullable<ReturnType<Records[L]["get"]>>) => JsonObject | null
): Collection => ({
  name,
  life,
  sees,
  one,
  ids: (records) => [...records[life].keys()].sort(),
  json: (looking, id) => {
    const kept = looking.records[life].get(id) as NonNullable<ReturnType<Records[L]["get"]>> | undefined
    return kept === undefined ? null : json(looking, kept)
  }
})

const people = collection("people", "person", "records", "person", personJson)
const workers: Collection = {
  ...collection("workers", "person", "records", "worker", workerJson),
  ids: (records) =>
    [...new Set([...records.appointment.values()].map(({ state }) => holderIn(records, state).id))].sort()
}

/** Every kind of record that is read over HTTP. */
export const collections: ReadonlyArray<Collection> = [
  people,
  collection("staff", "staff", undefined, "member of staff", staffJson),
  collection("schemes", "scheme", undefined, "scheme", schemeJson),
  collection("appointments", "appointment", "records", "appointment", appointmentJson),
  collection("shadowings", "shadowing", "records", "shadowing", shadowingJson),
  collection("routes", "route", undefined, "record of routes", routeJson),
  collection("escalations", "escalation", "escalations", "escalation", escalationJson),
  collection("supervisions", "supervision", "records", "supervision", supervisionJson),
  workers
]

const noStore = { "cache-control": "no-store" }

const looking = ({ person, query }: Known) =>
  Effect.gen(function*() {
    const which = yield* whichMoment(query)
    const at = yield* atMoment(which)
    const viewing = yield* viewingOf({ person })
    const { records } = yield* (yield* LiveRecords).current
    const asOf = [endOf(at.day), which.knownAt ?? viewing.now, viewing.now].reduce((a, b) => (a < b ? a : b))
    return {
      ...at,
      showsNames: maySee(person.role, "names"),
      viewing: { ...viewing, now: asOf },
      sightOf: (escalation) => sightOfStream(records, `escalation-${escalation}`, viewing)
    } satisfies Looking
  })

const moment = ({ day, records }: Looking): JsonObject => ({ asAt: day, position: records.position })

const one = (of: Collection) => (asked: Known) =>
  Effect.gen(function*() {
    const at = yield* looking(asked)
    const id = asked.params["id"] ?? ""
    const body = of.json(at, id)
    if (body === null) return problem("not-found", `There is no ${of.one} with this id at that moment`)
    const kept: Kept<unknown> | undefined = at.records[of.life].get(id)
    return data({ ...body, moment: moment(at) }, { ...noStore, etag: `"${kept?.version ?? 0}"` })
  })

const most = 500
const usual = 100

const limitIn = (query: URLSearchParams) => {
  const text = query.get("limit") ?? String(usual)
  return /^[1-9]\d{0,2}$/.test(text) && Number(text) <= most
    ? Effect.succeed(Number(text))
    : Effect.fail(problem("invalid", `limit must be a whole number from 1 to ${most}`))
}

/** Whom a prison number is of, by what is known at the moment. */
const withNumber = (at: Looking, typed: string) =>
  Effect.gen(function*() {
    const number = prisonNumberIn(typed)
    if (number === null) {
      return yield* Effect.fail(problem("invalid", "prisonNumber must be a prison number, like A1234AA"))
    }
    return [...at.names.people].filter(([, name]) => name.prisonNumber === number).map(([id]) => id)
  })

const wanted = (of: Collection, { person, query }: Known, at: Looking) =>
  Effect.gen(function*() {
    const typed = query.get("prisonNumber")
    if (typed === null || of.life !== "person") return of.ids(at.records)
    if (!maySee(person.role, "names")) {
      return yield* Effect.fail(problem("not-allowed", `You act as ${person.role}, who finds nobody by prison number`))
    }
    const ids = yield* withNumber(at, typed)
    return ids.filter((id) => at.records.person.has(id))
  })

const matching = (query: URLSearchParams, body: JsonObject): boolean =>
  ["person", "scheme", "appointment", "status"].every((name) => {
    const value = query.get(name)
    return value === null || body[name] === value || (name === "person" && body["shadower"] === value)
  })

const list = (of: Collection) => (asked: Known) =>
  Effect.gen(function*() {
    const limit = yield* limitIn(asked.query)
    const at = yield* looking(asked)
    const after = asked.query.get("after") ?? ""
    const rest = (yield* wanted(of, asked, at)).filter((id) => id > after)
    const found = rest.map((id) => of.json(at, id)).filter((body) => body !== null)
      .filter((body) => matching(asked.query, body))
    const shown = found.slice(0, limit)
    const last = shown.at(-1)?.["id"]
    const next = new URLSearchParams(asked.query)
    next.set("after", typeof last === "string" ? last : "")
    const link: Readonly<Record<string, string>> = found.length > limit
      ? { link: `<${asked.path}?${next.toString()}>; rel="next"` }
      : {}
    return data({ [of.name]: shown, moment: moment(at) }, { ...noStore, ...link })
  })

export const readRoutes: ReadonlyArray<Route> = collections.flatMap((of) => [
  api("GET", `/api/${of.name}`, list(of), of.sees),
  api("GET", `/api/${of.name}/:id`, one(of), of.sees)
])
