/**
 * Reads over HTTP: `GET /api/<records>` and `GET /api/<records>/<id>`, now or as of a moment.
 *
 * One record comes with the version of its stream as `ETag`. Lists are in the order of ids and are turned with a
 * cursor: the id after which the next page begins, in the header `Link`. Whoever looks for a person by prison number
 * sends it in a body, `POST /api/people/find`, since addresses are kept in many places and must not say who somebody is.
 */
import { prisonNumberIn } from "@peerwork/core"
import type { JsonObject, LifeName } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { circumstancesIn } from "../records/Circumstances.ts"
import { holderIn } from "../records/Derived.ts"
import { sightOfStream, viewingOf } from "../records/Escalations.ts"
import { LiveRecords } from "../records/LiveRecords.ts"
import { atMoment, momentParameters } from "../records/Moment.ts"
import type { Kept, Records } from "../records/Records.ts"
import { seenAs } from "../records/RestrictedPatients.ts"
import { data, problem } from "../server/Answer.ts"
import { jsonIn } from "../server/JsonBody.ts"
import { invalidProblem } from "../server/Problems.ts"
import { taking } from "../server/QueryParameters.ts"
import type { Said } from "../server/QueryParameters.ts"
import { api } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"
import type { Sight } from "../signin/WhoSees.ts"
import { cohortJson, templateJson, trainingJson } from "./CourseReads.ts"
import { filterParameters, listParameters } from "./ReadParameters.ts"
import {
  appointmentJson,
  circumstanceJson,
  escalationJson,
  personJson,
  plainJson,
  schemeJson,
  shadowingJson,
  staffJson,
  supervisionJson,
  workerJson
} from "./Reads.ts"
import type { Looking } from "./Reads.ts"
import { recordsOfPerson } from "./RecordsOfPerson.ts"
import { coverageJson, trainerJson } from "./TrainerReads.ts"

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

/** What changed for workers with open work is derived, also where nobody has looked at it yet. */
const circumstances: Collection = {
  name: "circumstances",
  life: "circumstance",
  sees: "records",
  one: "change of circumstances",
  ids: (records) => circumstancesIn({ records }).map(({ id }) => id).sort(),
  json: circumstanceJson
}

/** Every kind of record that is read over HTTP. */
export const collections: ReadonlyArray<Collection> = [
  people,
  collection("staff", "staff", undefined, "member of staff", staffJson),
  collection("schemes", "scheme", undefined, "scheme", schemeJson),
  collection("appointments", "appointment", "records", "appointment", appointmentJson),
  collection("shadowings", "shadowing", "records", "shadowing", shadowingJson),
  collection("nonassociations", "nonassociation", "nonAssociations", "non-association", plainJson),
  circumstances,
  collection("supports", "support", "records", "support of a worker", plainJson),
  collection("routes", "route", undefined, "record of routes", plainJson),
  collection("escalations", "escalation", "escalations", "escalation", escalationJson),
  collection("supervisions", "supervision", "records", "supervision", supervisionJson),
  collection("templates", "template", undefined, "template", templateJson),
  collection("cohorts", "cohort", "records", "cohort", cohortJson),
  collection("trainings", "training", "records", "training", trainingJson),
  workers,
  collection("trainers", "trainer", undefined, "trainer", trainerJson)
]

export const noStore = { "cache-control": "no-store" }

/** The records as somebody looks at them: of a moment, with names where their role sees them. */
export const looking = ({ person }: Known, said: Said<typeof momentParameters>) =>
  Effect.gen(function*() {
    const at = yield* atMoment(said)
    const viewing = yield* viewingOf({ person })
    const { records } = yield* (yield* LiveRecords).current
    return {
      ...seenAs(person.role, records, at),
      showsNames: maySee(person.role, "names"),
      showsApart: maySee(person.role, "nonAssociations"),
      viewing: { ...viewing, now: at.now },
      sightOf: (escalation) => sightOfStream(records, `escalation-${escalation}`, viewing)
    } satisfies Looking
  })

export const moment = ({ day, records }: Looking): JsonObject => ({ asAt: day, position: records.position })

const one = (of: Collection) =>
  taking(momentParameters, (asked, said) =>
    Effect.gen(function*() {
      const at = yield* looking(asked, said)
      const id = asked.params["id"] ?? ""
      const body = of.json(at, id)
      if (body === null) return problem("not-found", `There is no ${of.one} with this id at that moment`)
      const kept: Kept<unknown> | undefined = at.records[of.life].get(id)
      return data({ ...body, moment: moment(at) }, { ...noStore, etag: `"${kept?.version ?? 0}"` })
    }))

const usual = 100

/** Whether a record is one of those that the list was narrowed to. */
const matching = (name: string, said: Readonly<Record<string, unknown>>) => (body: JsonObject): boolean =>
  Object.keys(filterParameters[name] ?? {})
    .every((filter) => filter === "person" || said[filter] === null || body[filter] === said[filter])

/** The ids among which the list is: those of a person, where it was narrowed to one. */
const idsAmong = ({ ids, name }: Collection, records: Records, said: Readonly<Record<string, unknown>>) => {
  const [person, theirs] = [said["person"], recordsOfPerson[name]]
  return typeof person !== "string" || theirs === undefined
    ? ids(records)
    : [...new Set(theirs(records, person))].sort()
}

const list = (of: Collection) =>
  taking(listParameters(of.name), (asked, said) =>
    Effect.gen(function*() {
      const limit = said.limit ?? usual
      const at = yield* looking(asked, said)
      const rest = idsAmong(of, at.records, said).filter((id) => said.after === null || id > said.after)
      const found = rest.map((id) => of.json(at, id)).filter((body) => body !== null).filter(matching(of.name, said))
      const shown = found.slice(0, limit)
      const last = shown.at(-1)?.["id"]
      const next = new URLSearchParams(asked.query)
      next.set("after", typeof last === "string" ? last : "")
      const link: Readonly<Record<string, string>> = found.length > limit
        ? { link: `<${asked.path}?${next.toString()}>; rel="next"` }
        : {}
      return data({ [of.name]: shown, moment: moment(at) }, { ...noStore, ...link })
    }))

const numberIn = (body: JsonObject) => {
  const { prisonNumber: typed, ...others } = body
  const number = typeof typed === "string" ? prisonNumberIn(typed) : null
  const wrong = [
    ...Object.keys(others).map((field) => ({ field, says: "is not known here. The field is prisonNumber" })),
    ...(number === null ? [{ field: "prisonNumber", says: "must be a prison number, like A1234AA" }] : [])
  ]
  return number !== null && wrong.length === 0 ? Effect.succeed(number) : Effect.fail(invalidProblem(wrong))
}

/** Whom a prison number is of, by what is known at the moment. */
const find: Route = api(
  "POST",
  "/api/people/find",
  taking(momentParameters, (asked, said) =>
    Effect.gen(function*() {
      const number = yield* Effect.flatMap(jsonIn(asked), numberIn)
      const at = yield* looking(asked, said)
      const found = [...at.names.people].filter(([, { prisonNumber }]) => prisonNumber === number)
        .map(([id]) => people.json(at, id)).filter((body) => body !== null)
      return data({ people: found, moment: moment(at) }, noStore)
    })),
  "names"
)

/** Which sessions of its training a scheme could have delivered by people who are here. */
const coverage: Route = api(
  "GET",
  "/api/schemes/:id/coverage",
  taking(momentParameters, (asked, said) =>
    Effect.gen(function*() {
      const at = yield* looking(asked, said)
      const body = coverageJson(at, asked.params["id"] ?? "")
      if (body === null) return problem("not-found", "There is no scheme with this id at that moment")
      return data({ ...body, moment: moment(at) }, noStore)
    }))
)

export const readRoutes: ReadonlyArray<Route> = [
  find,
  coverage,
  ...collections.flatMap((of) => [
    api("GET", `/api/${of.name}`, list(of), of.sees),
    api("GET", `/api/${of.name}/:id`, one(of), of.sees)
  ])
]
