/** What an index of events promises: it finds what a look at every event would find. */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { eventIndex, matches } from "./Query.ts"
import type { EventIndex, Placed, Query, QueryItem } from "./Query.ts"

const stream = fc.constantFrom("person-1", "person-2", "scheme-1")
const type = fc.constantFrom("PersonRegistered", "PersonDied", "SchemeProposed")
const tag = fc.constantFrom("person:1", "person:2", "scheme:1")

/** Events as a log has them, each in its place. */
const log: fc.Arbitrary<ReadonlyArray<Placed>> = fc.array(
  fc.record({ stream, type, tags: fc.array(tag, { maxLength: 4 }) }),
  { maxLength: 30 }
).map((events) => events.map((event, index) => ({ ...event, position: index + 1 })))

const item: fc.Arbitrary<QueryItem> = fc.record(
  { stream, types: fc.uniqueArray(type), tags: fc.uniqueArray(tag) },
  { requiredKeys: [] }
)

const position = fc.integer({ min: 0, max: 31 })

const indexed = (events: ReadonlyArray<Placed>): EventIndex<Placed> => {
  const index = eventIndex<Placed>()
  events.forEach(index.add)
  return index
}

describe("an index of events", () => {
  it("answers every query with the events that match, in their order, each once", () => {
    fc.assert(fc.property(log, item, fc.array(item, { maxLength: 2 }), (events, first, others) => {
      const query: Query = [first, ...others]
      expect(indexed(events).matching(query)).toEqual(events.filter((event) => matches(query, event)))
    }))
  })

  it("leaves out what comes later than one position, and what does not come after another", () => {
    fc.assert(fc.property(log, item, position, position, (events, one, upTo, after) => {
      const within = events.filter((event) => event.position <= upTo && event.position > after)
      expect(indexed(events).matching([one], upTo, after)).toEqual(within.filter((event) => matches([one], event)))
    }))
  })
})
