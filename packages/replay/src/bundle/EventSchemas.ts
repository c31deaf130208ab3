/**
 * The schema of every event, as one JSON Schema: what the public data of each type and version may hold.
 *
 * Its file is named by its hash, so that a bundle says exactly which schema it was written under.
 */
import { allEvents, type Field, type Fields } from "@peerwork/core"
import { canonicalise } from "@peerwork/ledger"
import * as JSONSchema from "effect/JSONSchema"

const schemaOf = (field: Field): unknown =>
  JSON.parse(JSON.stringify(JSONSchema.fromAST(field.kind.schema.ast, {
    definitions: {},
    definitionPath: "#/$defs/",
    target: "jsonSchema2020-12",
    topLevelReferenceStrategy: "skip"
  })))

const dataSchema = (fields: Fields): unknown => {
  const open = Object.entries(fields).filter(([, { classification }]) => classification !== "personal")
  return {
    type: "object",
    additionalProperties: false,
    required: open.filter(([, field]) => !("optional" in field && field.optional)).map(([name]) => name),
    properties: Object.fromEntries(open.map(([name, field]) => [name, schemaOf(field)]))
  }
}

/** `$defs` has each version of each type, as `ShadowingSignedOff/1`. */
const composed = (): string =>
  canonicalise({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "The public data of every type of event",
    $defs: Object.fromEntries(
      allEvents.flatMap(({ says, title, type, versions }) =>
        versions.map(({ fields }, at) => [
          `${type}/${at + 1}`,
          { title, description: says, ...(dataSchema(fields) as object) }
        ])
      )
    )
  })

let kept: string | null = null

/** The document; it is the same for as long as this build runs. */
export const eventSchemas = (): string => kept ??= composed()
