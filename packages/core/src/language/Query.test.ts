/** What an index of events promises: it never leaves out what a query matches. */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { eventIndex, matches } from "./Query.ts"
import type { Matchable, QueryItem } from "./Query.ts"

const stream = fc.constantFrom("person-1", "person-2", "scheme-1")
const type = fc.constantFrom("PersonRegistered", "PersonDied", "SchemeProposed")
const tag = fc.constantFrom("person:1", "person:2", "scheme:1")

const events: fc.Arbitrary<ReadonlyArray<Matchable>> = fc.array(
  fc.record({ stream, type, tags: fc.array(tag, { maxLength: 4 }) }),
  { maxLength: 30 }
)

const item: fc.Arbitrary<QueryItem> = fc.record(
  { stream, types: fc.uniqueArray(type), tags: fc.uniqueArray(tag) },
  { requiredKeys: [] }
)

describe("an index of events", () => {
  it("answers every query with the events that match, in their order, each once", () => {
    fc.assert(fc.property(events, item, fc.array(item, { maxLength: 2 }), (all, first, others) => {
      const index = eventIndex<Matchable>()
      all.forEach(index.add)
      const found = index.candidates([first, ...others]).filter((event) => matches([first, ...others], event))
      expect(found).toEqual(all.filter((event) => matches([first, ...others], event)))
    }))
  })

  it("looks only at the events of a stream, or of a tag", () => {
    const of = (name: string, ...tags: ReadonlyArray<string>): Matchable => ({ stream: name, type: "PersonDied", tags })
    const [one, another, tagged] = [of("person-1"), of("person-2"), of("person-2", "scheme:1", "scheme:1")]
    const index = eventIndex<Matchable>()
    for (const event of [one, another, tagged]) index.add(event)
    expect(index.candidates([{ stream: "person-1" }])).toEqual([one])
    expect(index.candidates([{ tags: ["scheme:1"] }])).toEqual([tagged])
    expect(index.candidates([{ stream: "person-3" }])).toEqual([])
    expect(index.candidates([{ types: ["PersonDied"] }])).toEqual([one, another, tagged])
  })
})
