/**
 * Well-formed requests: what is refused before any lock is taken.
 *
 * Names of streams, types and tags are printable ASCII without blanks, so that no two of them can be one name under
 * another encoding, normalisation or collation. Lists keep to their limits, and tags are sorted and unique, because
 * one set of tags has one form in the evidence.
 */
import type { NewEvent, Query, QueryItem } from "@peerwork/core"
import type { AppendRequest } from "./Append.ts"
import type { PageRequest } from "./EventStore.ts"
import { limits } from "./Limits.ts"
import { LimitExceeded, NotWellFormed } from "./StoreErrors.ts"

export type Problem = LimitExceeded | NotWellFormed

const within = (limit: string, max: number, actual: number): Problem | null =>
  actual <= max ? null : new LimitExceeded({ limit, max, actual })

const wrong = (path: string, because: string): Problem => new NotWellFormed({ path, because })

const firstOf = <A>(items: ReadonlyArray<A>, problemOf: (item: A, index: number) => Problem | null): Problem | null => {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index)
    if (problem !== null) return problem
  }
  return null
}

const printable = /^[!-~]+$/

const identifierProblem = (path: string, text: string): Problem | null =>
  within(`characters in ${path}`, limits.identifierCharacters, text.length) ??
    (printable.test(text) ? null : wrong(path, `must be printable ASCII without blanks, not ${JSON.stringify(text)}`))

const isPlace = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

const tagsProblem = (path: string, tags: ReadonlyArray<string>): Problem | null =>
  within("tags of an event", limits.tagsOfEvent, tags.length) ??
    firstOf(tags, (tag, index) => {
      const before = tags[index - 1]
      return before !== undefined && before >= tag
        ? wrong(path, "must be sorted, each tag once")
        : identifierProblem(`${path}.${index}`, tag)
    })

const eventProblem = (event: NewEvent, index: number, commandId: string): Problem | null => {
  const path = `events.${index}`
  return identifierProblem(`${path}.stream`, event.stream) ??
    identifierProblem(`${path}.type`, event.type) ??
    tagsProblem(`${path}.tags`, event.tags) ??
    (isPlace(event.schemaVersion) ? null : wrong(`${path}.schemaVersion`, "must be a whole number from 1")) ??
    (event.command.id === commandId ? null : wrong(`${path}.command.id`, "must be the id of the command"))
}

const itemProblem = (path: string, { stream, tags = [], types = [] }: QueryItem): Problem | null =>
  within("types in a query item", limits.typesInQueryItem, types.length) ??
    within("tags in a query item", limits.tagsInQueryItem, tags.length) ??
    firstOf([...(stream === undefined ? [] : [stream]), ...types, ...tags], (name) => identifierProblem(path, name))

const queryProblem = (path: string, query: Query): Problem | null =>
  within("items in a query", limits.queryItems, query.length) ??
    firstOf(query, (item, index) => itemProblem(`${path}.${index}`, item))

const checksProblem = ({ checks }: AppendRequest): Problem | null =>
  within("checks in an append", limits.checksInAppend, checks.length) ??
    firstOf(checks, (check, index) =>
      check._tag === "StreamIs"
        ? identifierProblem(`checks.${index}.stream`, check.stream)
        : queryProblem(`checks.${index}.query`, check.query))

const personalProblem = ({ events, personal }: AppendRequest): Problem | null => {
  const names = new Set<string>()
  return firstOf(personal, ({ event, name }, index) => {
    if (events[event] === undefined) return wrong(`personal.${index}.event`, "must be the index of an event")
    if (names.has(`${event} ${name}`)) return wrong(`personal.${index}.name`, "must stand once for an event")
    names.add(`${event} ${name}`)
    return null
  })
}

const besideProblem = (request: AppendRequest): Problem | null =>
  within("personal values in an append", limits.personalInAppend, request.personal.length) ??
    within("look-ups in an append", limits.lookupsInAppend, request.lookups.length) ??
    personalProblem(request)

/** Why no store can take the request; null when it may be tried. */
export const appendProblem = (request: AppendRequest): Problem | null =>
  within("events in an append", limits.eventsInAppend, request.events.length) ??
    firstOf(request.events, (event, index) => eventProblem(event, index, request.commandId)) ??
    checksProblem(request) ??
    besideProblem(request)

/** Why no store can answer the request; null when it may be asked. */
export const pageProblem = ({ limit, query }: PageRequest): Problem | null =>
  queryProblem("query", query) ??
    (limit === undefined || isPlace(limit) ? null : wrong("limit", "must be a whole number from 1")) ??
    within("events on a page", limits.eventsOnPage, limit ?? 1)
