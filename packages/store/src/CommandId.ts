/**
 * Command ids: a UUID that its sender chose, under which a command is kept for ever.
 *
 * The same command under the same id gets the first receipt, however often and however much later it is sent. Capital
 * letters are refused, because two spellings of one id would be two commands.
 */
import * as Brand from "effect/Brand"
import * as Schema from "effect/Schema"

export type CommandId = string & Brand.Brand<"CommandId">

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const CommandId = Brand.refined<CommandId>(
  (text) => pattern.test(text),
  (text) => Brand.error(`${text} is not a command id. Send a UUID in small letters`)
)

/** A command id in JSON. */
export const CommandIdSchema = Schema.String.pipe(
  Schema.fromBrand(CommandId),
  Schema.annotations({ identifier: "CommandId", jsonSchema: { type: "string", format: "uuid" } })
)
