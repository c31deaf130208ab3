/**
 * Fields are read all at once and every problem is told; only public values pass on, and tags are theirs alone.
 */
import { describe, expect, it } from "vitest"
import { open, optional, personal, publicOf, readFields, tagged, tagsOf } from "./Field.ts"
import { aCount, aDate, idOf, idsOf, text } from "./Kind.ts"

const person = "00000000-0000-4000-9000-000000000001"
const mentor = "00000000-0000-4000-9000-000000000002"

const fields = {
  on: open(aDate, "On which day?", "For example, 27 3 2016."),
  worker: tagged("person", idOf("person"), "Who?"),
  mentor: tagged("person", idOf("person")),
  note: personal(text(10), { subject: "worker", keep: "conduct" }, "Why?"),
  days: optional(open(aCount()))
}

const good = { on: "2016-04-04", worker: person, mentor, note: "Well done" }

describe("fields", () => {
  it("are read to their values, without what may be absent", () => {
    expect(readFields(fields, good)).toEqual({ _tag: "Right", values: good })
    expect(readFields(fields, { ...good, days: 3 })).toEqual({ _tag: "Right", values: { ...good, days: 3 } })
    expect(readFields(fields, { ...good, note: " Well done " })).toEqual({ _tag: "Right", values: good })
    expect(readFields({}, {})).toEqual({ _tag: "Right", values: {} })
  })

  it("tell every problem at once: unknown names first, then each field in its order", () => {
    expect(readFields(fields, { on: "2016-02-30", worker: person, note: "Far too long", days: -1, hours: 3 })).toEqual({
      _tag: "Wrong",
      problems: [
        { field: "hours", says: "is not known here. The fields are on, worker, mentor, note, days" },
        { field: "on", says: "must be a real date, written like 2016-04-04" },
        { field: "mentor", says: "is missing, and must be an id: a UUID in lower case" },
        { field: "note", says: "must be text of 1 to 10 characters" },
        { field: "days", says: "must be a whole number from 0 to 100000" }
      ]
    })
  })

  it("know no name but their own: neither __proto__ nor what every object has", () => {
    const hostile = JSON.parse(
      `{ "on": "2016-04-04", "__proto__": { "days": 3 }, "constructor": 1, "toString": 2 }`
    ) as Readonly<Record<string, unknown>>
    const says = "is not known here. The fields are on, days"
    expect(readFields({ on: fields.on, days: fields.days }, hostile)).toEqual({
      _tag: "Wrong",
      problems: ["__proto__", "constructor", "toString"].map((field) => ({ field, says }))
    })
  })

  it("are not read from what an object inherits", () => {
    const inherited = Object.create({ on: "2016-04-04" }) as Readonly<Record<string, unknown>>
    expect(readFields({ on: fields.on }, inherited)).toEqual({
      _tag: "Wrong",
      problems: [{ field: "on", says: "is missing, and must be a real date, written like 2016-04-04" }]
    })
  })

  it("that may be absent may not be null", () => {
    expect(readFields({ days: fields.days }, { days: undefined })).toEqual({ _tag: "Right", values: {} })
    expect(readFields({ days: fields.days }, { days: null })).toMatchObject({ _tag: "Wrong" })
  })

  it("pass on nothing personal", () => {
    expect(publicOf(fields, { ...good, days: 3 })).toEqual({ on: "2016-04-04", worker: person, mentor, days: 3 })
    expect(publicOf(fields, { on: "2016-04-04", constructor: 1, secret: "Undeclared" })).toEqual({ on: "2016-04-04" })
  })

  it("give tags, sorted and each once", () => {
    expect(tagsOf(fields, { ...good, worker: mentor, mentor: person })).toEqual([
      `person:${person}`,
      `person:${mentor}`
    ])
    expect(tagsOf(fields, { ...good, mentor: person })).toEqual([`person:${person}`])
    expect(tagsOf(fields, { on: "2016-04-04" })).toEqual([])
    const observers = tagged("staff", idsOf("staff"))
    expect(tagsOf({ ...fields, observers }, { mentor, observers: [person, mentor] }))
      .toEqual([`person:${mentor}`, `staff:${person}`, `staff:${mentor}`])
  })

  it("say whom they concern, how long they are kept, and how they are looked up", () => {
    const number = personal(text(10), { subject: "person", keep: "identity", lookup: "prisonNumber" })
    expect({ ...number, kind: null }).toEqual({
      classification: "personal",
      kind: null,
      subject: "person",
      keep: "identity",
      lookup: "prisonNumber",
      question: "",
      hint: null
    })
    expect({ ...fields.note, kind: null }).toMatchObject({ subject: "worker", keep: "conduct", lookup: null })
    expect({ ...fields.on, kind: null }).toEqual({
      classification: "open",
      kind: null,
      question: "On which day?",
      hint: "For example, 27 3 2016."
    })
    expect({ ...fields.worker, kind: null }).toEqual({
      classification: "tagged",
      tag: "person",
      kind: null,
      question: "Who?",
      hint: null
    })
    expect(fields.days.optional).toBe(true)
  })
})
