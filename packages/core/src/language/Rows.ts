/**
 * Rows: a short table as one value, such as the attendance of everybody at one session.
 *
 * Each row is read like a command: by its columns, all of which are public, each problem told with the number of its
 * row. The first column says of which thing a row speaks; no two rows speak of the same. Dates and text have no place
 * here: a date would escape the rules about dates, and text is personal.
 */
import * as Schema from "effect/Schema"
import { readFields } from "./Field.ts"
import type { Open, Values } from "./Field.ts"
import type { Decoded, Input, Kind, RowProblem } from "./Kind.ts"

type Columns = Readonly<Record<string, Open<unknown> & { readonly optional?: true }>>

/** More rows than this are entered in several commands. */
const mostRows = 40

const unfit: ReadonlyArray<Input["_tag"]> = ["Date", "DateTime", "Text", "Rows", "References", "Several", "Codes"]

const schemaOf = (columns: Columns): Schema.Schema.AnyNoContext =>
  Schema.Struct(
    Object.fromEntries(
      Object.entries(columns).map(([name, { kind, optional, question }]) => {
        const schema = kind.schema.annotations({ description: question })
        return [name, optional === true ? Schema.optionalWith(schema, { exact: true }) : schema]
      })
    ) as Schema.Struct.Fields
  ) as unknown as Schema.Schema.AnyNoContext

const isRow = (row: unknown): row is Readonly<Record<string, unknown>> =>
  typeof row === "object" && row !== null && !Array.isArray(row)

const problemsIn = (columns: Columns, row: unknown, index: number): ReadonlyArray<RowProblem> => {
  if (!isRow(row)) return [{ row: index, column: "", says: `must be an object of ${Object.keys(columns).join(", ")}` }]
  const reading = readFields(columns, row)
  return reading._tag === "Right"
    ? []
    : reading.problems.map(({ field, says }) => ({ row: index, column: field, says }))
}

const sayRow = ({ column, row, says }: RowProblem): string =>
  column === "" ? `row ${row + 1} ${says}` : `row ${row + 1}: ${column} ${says}`

/** Rows of public values, in their order, at most `most`. */
export const rowsOf = <const C extends Columns>(columns: C, most = mostRows): Kind<ReadonlyArray<Values<C>>> => {
  const [key = ""] = Object.keys(columns)
  for (const [name, { kind }] of Object.entries(columns)) {
    if (unfit.includes(kind.input._tag)) throw new TypeError(`${name}: ${kind.input._tag} has no place in a row`)
  }
  const wrong = (says: string): Extract<Decoded<never>, { readonly _tag: "Wrong" }> => ({ _tag: "Wrong", says })
  const columnOf = (name: string) => columns[name]
  const fitsColumn = (row: Readonly<Record<string, unknown>>): boolean =>
    Object.entries(row).every(([name, value]) => columnOf(name)?.kind.fits(value) === true) &&
    Object.entries(columns).every(([name, { optional }]) => optional === true || Object.hasOwn(row, name))
  return {
    fits: (value) =>
      Array.isArray(value) && value.length <= most && value.every((row: unknown) => isRow(row) && fitsColumn(row)) &&
      new Set(value.map((row: Readonly<Record<string, unknown>>) => row[key])).size === value.length,
    input: {
      _tag: "Rows",
      columns: Object.fromEntries(
        Object.entries<Columns[string]>(columns).map(([name, { kind, optional, question }]) =>
          [name, { question, input: kind.input, optional: optional === true }] as const
        )
      ),
      most
    },
    schema: Schema.Array(schemaOf(columns)).pipe(Schema.maxItems(most)),
    decode: (value) => {
      if (!Array.isArray(value) || value.length > most) {
        return wrong(`must be a list of at most ${most} rows of ${Object.keys(columns).join(", ")}`)
      }
      const rows: ReadonlyArray<unknown> = value
      const problems = rows.flatMap((row, index) => problemsIn(columns, row, index))
      if (problems.length > 0) {
        return { ...wrong(`must have rows that can be read: ${problems.map(sayRow).join("; ")}`), rows: problems }
      }
      const keys = new Set(rows.map((row) => isRow(row) ? row[key] : row))
      return keys.size === rows.length
        ? { _tag: "Right", value: rows as ReadonlyArray<Values<C>> }
        : wrong(`must have one row for each ${key}`)
    }
  }
}
