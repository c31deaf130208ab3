/**
 * Any command that somebody could give: made from the definitions alone, about things that are there.
 *
 * No life is named here, so a new life is in the game as soon as it is in the registry. Every value is drawn from one
 * number, so the same numbers give the same commands.
 */
import type { Command, Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import type { Field } from "../language/Field.ts"
import type { Input, Kind } from "../language/Kind.ts"
import { addDays } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { eventTypes } from "../Registry.ts"

/** Numbers that follow from one number, each below a bound (mulberry32). */
export const dice = (seed: number): (bound: number) => number => {
  let state = seed >>> 0
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}

type Dice = ReturnType<typeof dice>

/** The ids of everything that events have named, by what they are ids of. */
export interface Named {
  readonly ids: (to: string) => ReadonlyArray<string>
  readonly note: (event: Happened) => void
}

export const namedIn = (events: ReadonlyArray<Happened>): Named => {
  const found = new Map<string, Set<string>>()
  const noteOne = (to: string, id: unknown): void => {
    if (typeof id !== "string") return
    const known = found.get(to)
    if (known === undefined) found.set(to, new Set([id]))
    else known.add(id)
  }
  const named: Named = {
    ids: (to) => [...found.get(to) ?? []],
    note: (event) => {
      const type = eventTypes.get(event.type)
      if (type === undefined) return
      noteOne(type.life, event.stream.slice(type.life.length + 1))
      noteOne(`event of ${event.stream}`, event.id)
      // What changed for a person goes by the id of the event that says so
      if (type.life === "person") noteOne("circumstance", event.id)
      for (const [name, { kind: { input } }] of Object.entries(type.fields)) {
        if (input._tag === "Reference") noteOne(input.to, event.data[name])
      }
    }
  }
  events.forEach(named.note)
  return named
}

/** What a command is drawn from. */
export interface Drawing {
  readonly roll: Dice
  readonly named: Named
  readonly today: LocalDate
  /** Ids that the command is about, by what they are ids of; anything that is there where none is given. */
  readonly about: Readonly<Record<string, string>>
  /** An id that nothing has yet. */
  readonly fresh: () => string
}

const oneOf = <A>(roll: Dice, list: ReadonlyArray<A>): A | undefined => list[roll(Math.max(1, list.length))]

const aDay = ({ roll, today }: Drawing, isPast: boolean): LocalDate => {
  const back = [0, 0, 0, 0, 1, 2, 7, 14, 30][roll(9)] ?? 0
  if (isPast || roll(3) === 0) return addDays(today, -back)
  return addDays(today, [0, 1, 3, 7, 14, 30, 100, 400][roll(8)] ?? 0)
}

const aReference = ({ about, fresh, named, roll }: Drawing, to: string): string => {
  const given = about[to]
  if (given !== undefined) return given
  const known = named.ids(to)
  // What was there first and what is newest is what most is about; rarely it is nothing that is there
  if (roll(40) === 0 || known.length === 0) return fresh()
  return oneOf(roll, [known.slice(0, 5), known.slice(-4), known.slice(-1), known][roll(4)] ?? known) ?? fresh()
}

const several = (roll: Dice, codes: ReadonlyArray<string>): ReadonlyArray<string> => {
  const some = Array.from({ length: roll(3) }, () => oneOf(roll, codes)).filter((code) => code !== undefined)
  return [...new Set(some)]
}

type RowsInput = Extract<Input, { readonly _tag: "Rows" }>

/** A few rows, of different things. */
const rows = (drawing: Drawing, { columns }: RowsInput): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  const [key = ""] = Object.keys(columns)
  const made = Array.from({ length: 1 + drawing.roll(4) }, () =>
    Object.fromEntries(
      Object.entries(columns).flatMap(([name, { input, optional }]) => {
        const [value] = optional && drawing.roll(2) === 0 ? [] : candidates(drawing, input)
        return value === undefined ? [] : [[name, value]]
      })
    ))
  return [...new Map(made.map((row) => [row[key], row])).values()]
}

const texts = ["Because it was so", "A2345BC", "ZZI", "ZZA", "B_WING"]

/** Candidates for a value of the input, likeliest first; the kind itself says which of them it takes. */
const candidates = (drawing: Drawing, input: Input): ReadonlyArray<unknown> => {
  const { roll } = drawing
  switch (input._tag) {
    case "Date":
      return [aDay(drawing, input.notAfterToday)]
    case "DateTime":
      return [`${aDay(drawing, true)}T0${roll(10)}:${roll(6)}${roll(10)}`]
    case "YesOrNo":
      return [roll(3) > 0]
    case "Count":
      return [Math.min(input.max, input.min + (roll(2) === 0 ? roll(4) : roll(60)))]
    case "Choice":
      return [oneOf(roll, Object.keys(input.options))]
    case "Several":
      return [several(roll, Object.keys(input.options))]
    case "Code":
      return [roll(8) === 0 ? "ZZA" : "ZZI", input.example, "B_WING"]
    case "Codes":
      return [several(roll, [input.example, "B_WING"])]
    case "Reference":
      return [aReference(drawing, input.to)]
    case "References": {
      const ids = [aReference(drawing, input.to), aReference(drawing, input.to), aReference(drawing, input.to)]
      return [[...new Set(ids)].slice(0, Math.min(input.most, 1 + roll(3)))]
    }
    case "Rows":
      return [rows(drawing, input)]
    case "Text":
      return [`A${1000 + roll(9000)}BC`, ...texts]
  }
}

/** A value that the kind takes; undefined where none was found. */
const aValue = (drawing: Drawing, kind: Kind<unknown>): unknown =>
  candidates(drawing, kind.input).find((value) => kind.decode(value)._tag === "Right")

const isLeftOut = (field: Field & { readonly optional?: true }, roll: Dice): boolean =>
  field.optional === true && roll(2) === 0

/** Which instance the command is about: mostly one that is there, or a new one where the command begins it. */
const subjectOf = (command: Command, drawing: Drawing): string =>
  command.begins && drawing.roll(12) > 0 ? drawing.fresh() : aReference(drawing, command.life)

/** A command with values; null where some field takes none of those that can be drawn. */
export const anyCommand = (command: Command, drawn: Drawing): Given | null => {
  const subject = subjectOf(command, drawn)
  const events = oneOf(drawn.roll, drawn.named.ids(`event of ${command.life}-${subject}`))
  const drawing: Drawing = {
    ...drawn,
    about: { ...drawn.about, [command.life]: subject, ...(events === undefined ? {} : { event: events }) }
  }
  // A second reference to the same life is to another instance: another person, another appointment
  const { [command.life]: _, ...aboutOthers } = drawing.about
  const values: Record<string, unknown> = {}
  for (const [name, field] of Object.entries(command.fields)) {
    if (isLeftOut(field, drawing.roll)) continue
    values[name] = aValue(name === command.life ? drawing : { ...drawing, about: aboutOthers }, field.kind)
    if (values[name] === undefined && field.optional !== true) return null
    if (values[name] === undefined) delete values[name]
  }
  const reading = command.read(values)
  return reading._tag === "Right" ? reading.command : null
}
