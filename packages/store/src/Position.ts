/**
 * Positions and versions: the places of an event in the log and in its stream.
 *
 * Positions are dense (1, 2, 3 ... without gaps) and given inside the commit, so one number says how much of the log
 * somebody knows. They are safe integers, not big ones: JSON carries them and arithmetic needs no conversion; a log
 * that would outgrow them is refused, never rounded.
 */
import * as Brand from "effect/Brand"
import * as Schema from "effect/Schema"

/** A place in the log, from 1; 0 is before the first event. */
export type Position = number & Brand.Brand<"Position">

/** Whether the number is a place in a log. */
export const isPosition = (value: number): value is Position => Number.isSafeInteger(value) && value >= 0

export const Position = Brand.refined<Position>(
  isPosition,
  (value) => Brand.error(`${value} is not a position; positions are whole numbers from 0 to ${Number.MAX_SAFE_INTEGER}`)
)

/** Before the first event. */
export const beginning: Position = Position(0)

/** A position in JSON. */
export const PositionSchema = Schema.Number.pipe(
  Schema.fromBrand(Position),
  Schema.annotations({ identifier: "Position", description: "A place in the log, from 1; 0 is before the first event" })
)
