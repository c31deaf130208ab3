/**
 * A tiny law, to race with: courses have places, and a person takes one course at a time.
 *
 * A booking reads two views, of the course and then of the person, and leaving reads one. It is written against the
 * plain types of `@peerwork/core`, as any law could be.
 */
import type { Command, Decides, EventType, Given, Known, Occurrence, View } from "@peerwork/core"
import type { EventTypes } from "../Understanding.ts"

export const placesOfCourse = 3

const eventType = (type: string): EventType => ({
  type,
  life: "booking",
  title: type,
  says: type,
  fields: {},
  versions: [{ fields: {}, from: (before) => before }],
  make: () => {
    throw new TypeError("made by hand")
  },
  understand: (_, data) => ({ _tag: "Understood", data }),
  next: () => {
    throw new TypeError("there is no next version")
  }
})

export const courseEvents: EventTypes = new Map(["PlaceTaken", "PlaceLeft"].map((type) => [type, eventType(type)]))

/** How many places are taken, by whoever the tag names. */
const takenBy = (tag: string): View<number> => ({
  name: `PlacesOf ${tag}`,
  initial: 0,
  query: (id) => [{ types: ["PlaceTaken", "PlaceLeft"], tags: [`${tag}:${id}`] }],
  evolve: (taken, event) => event.type === "PlaceTaken" ? taken + 1 : taken - 1
})

const [ofCourse, ofPerson] = [takenBy("course"), takenBy("person")]

const openBooking: View<ReadonlyArray<string>> = {
  name: "OpenBooking",
  initial: [],
  query: (id) => [{ types: ["PlaceTaken", "PlaceLeft"], tags: [`person:${id}`] }],
  evolve: (courses, { data, type }) => type === "PlaceTaken" ? [...courses, String(data["course"])] : []
}

/** A command about a course and a person; both stand in the name of its stream. */
export interface CourseCommand {
  readonly _tag: "TakePlace" | "LeavePlace"
  readonly course: string
  readonly person: string
}

const commandNamed = (name: CourseCommand["_tag"]): Command => ({
  name,
  life: "booking",
  title: name,
  says: name,
  begins: false,
  fields: {},
  derives: {},
  make: (values) => ({ _tag: name, ...values }),
  read: () => ({ _tag: "Wrong", problems: [] }),
  publicInput: ({ _tag, ...values }) => values
})

const ask = (view: View<unknown>, id: string) =>
  ({ view, ids: [id], fold: true, "write yield* read(...), with the star": true }) as const

const occurrence = (type: string, { course, person }: CourseCommand, known: Known): Occurrence => ({
  type,
  stream: `booking-${course}-${person}`,
  on: known.today,
  corrects: null,
  tags: [`course:${course}`, `person:${person}`],
  data: { course, person }
})

/** The command that the public input says. */
const commandIn = (_tag: CourseCommand["_tag"], input: Readonly<Record<string, unknown>>): CourseCommand => ({
  _tag,
  course: String(input["course"]),
  person: String(input["person"])
})

const refused = (state: string) => ({
  _tag: "WrongMoment" as const,
  moment: { life: "booking", state, since: null, possible: [], says: state }
})

const accepted = (events: ReadonlyArray<Occurrence>) => ({
  _tag: "Judged" as const,
  verdicts: [],
  events: () => events
})

const takePlace: Decides = {
  command: commandNamed("TakePlace"),
  rules: [],
  decide: function*(input, known) {
    const command = commandIn("TakePlace", input)
    const [inCourse] = yield ask(ofCourse, command.course)
    if (inCourse === placesOfCourse) return refused("full")
    const [ofThisPerson] = yield ask(ofPerson, command.person)
    return ofThisPerson === 0 ? accepted([occurrence("PlaceTaken", command, known)]) : refused("booked elsewhere")
  }
}

const leavePlace: Decides = {
  command: commandNamed("LeavePlace"),
  rules: [],
  decide: function*(input, known) {
    const command = commandIn("LeavePlace", input)
    const [courses] = yield ask(openBooking, command.person)
    const [course] = Array.isArray(courses) ? courses.map(String) : []
    return course === undefined
      ? refused("no booking")
      : accepted([occurrence("PlaceLeft", { ...command, course }, known)])
  }
}

export const decidesOf = (command: CourseCommand): Decides => command._tag === "TakePlace" ? takePlace : leavePlace

/** The command as the law is given it. */
export const asGiven = ({ _tag, ...values }: CourseCommand): Given => ({ _tag, ...values })
