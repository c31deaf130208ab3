/**
 * Proves that the API document describes every command as the law reads it: an example made from a definition fits its
 * schema and is read, and what the schema refuses the law refuses too.
 */
import { allCommands, allDecisions } from "@peerwork/core"
import type { Command } from "@peerwork/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { exampleBody } from "./Example.ts"
import { openApi } from "./OpenApi.ts"

type Json = unknown
type Schema = Readonly<Record<string, Json>>

const isRecord = (value: Json): value is Schema => typeof value === "object" && value !== null && !Array.isArray(value)

const at = (value: Json, ...path: ReadonlyArray<string>): Json =>
  path.reduce((inner, name) => (isRecord(inner) ? inner[name] : undefined), value)

const resolved = (reference: string): Schema => {
  const found = at(openApi, ...reference.replace("#/", "").split("/"))
  if (!isRecord(found)) throw new Error(`${reference} leads nowhere`)
  return found
}

const hasType = (type: Json, value: Json): boolean => {
  if (type === "string") return typeof value === "string"
  if (type === "boolean") return typeof value === "boolean"
  if (type === "integer") return Number.isInteger(value)
  if (type === "array") return Array.isArray(value)
  return type === "object" ? isRecord(value) : true
}

/** As much of JSON Schema as the document uses. */
const fits = (schema: Schema, value: Json): boolean => {
  const {
    $ref,
    anyOf,
    allOf,
    items,
    maxItems,
    maximum,
    maxLength,
    minimum,
    minLength,
    pattern,
    properties,
    required,
    type
  } = schema
  if (typeof $ref === "string" && !fits(resolved($ref), value)) return false
  if (Array.isArray(anyOf) && !anyOf.some((one) => fits(one as Schema, value))) return false
  if (Array.isArray(allOf) && !allOf.every((one) => fits(one as Schema, value))) return false
  if (Array.isArray(schema["enum"]) && !schema["enum"].includes(value)) return false
  if (type !== undefined && !hasType(type, value)) return false
  if (typeof value === "string") {
    if (typeof pattern === "string" && !new RegExp(pattern, "u").test(value)) return false
    if (typeof minLength === "number" && value.length < minLength) return false
    if (typeof maxLength === "number" && value.length > maxLength) return false
  }
  if (typeof value === "number") {
    if (typeof minimum === "number" && value < minimum) return false
    if (typeof maximum === "number" && value > maximum) return false
  }
  if (Array.isArray(value)) {
    if (typeof maxItems === "number" && value.length > maxItems) return false
    if (isRecord(items) && !value.every((one) => fits(items, one))) return false
  }
  if (isRecord(value) && isRecord(properties)) {
    if (Array.isArray(required) && required.some((name) => !(String(name) in value))) return false
    if (schema["additionalProperties"] === false && Object.keys(value).some((name) => !(name in properties))) {
      return false
    }
    return Object.entries(value).every(([name, inner]) => !isRecord(properties[name]) || fits(properties[name], inner))
  }
  return true
}

const schemaOf = ({ name }: Command): Schema => resolved(`#/components/schemas/${name}`)

describe("the API document", () => {
  it("is OpenAPI 3.1 and has both operations of every command, with its rules", () => {
    expect(openApi["openapi"]).toBe("3.1.0")
    for (const { command, rules } of allDecisions) {
      const operation = at(openApi, "paths", `/api/commands/${command.name}`, "post")
      expect(at(operation, "operationId")).toBe(command.name)
      expect(at(operation, "x-rules")).toEqual(rules.map(({ id, says, strength }) => ({ id, says, strength })))
      expect(at(openApi, "paths", `/api/check/${command.name}`, "post", "operationId")).toBe(`check${command.name}`)
    }
  })

  it("says of every field what is asked and whom it may concern", () => {
    for (const command of allCommands) {
      const properties = schemaOf(command)["properties"]
      for (const [name, field] of Object.entries(command.fields)) {
        expect(at(properties, name, "description"), `${command.name}.${name}`).toContain(field.question)
        expect(at(properties, name, "x-classification")).toBe(field.classification)
      }
      expect(schemaOf(command)["required"]).toEqual(
        Object.entries(command.fields).filter(([, { optional }]) => optional !== true).map(([name]) => name)
      )
    }
  })

  it("has no reference that leads nowhere, and no operation twice", () => {
    const references = [...JSON.stringify(openApi).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference = ""]) =>
      reference
    )
    expect(references.length).toBeGreaterThan(allCommands.length)
    for (const reference of new Set(references)) resolved(reference)
    const ids = [...JSON.stringify(openApi).matchAll(/"operationId":"([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("fits an example of every command, which the law reads too", () => {
    for (const command of allCommands) {
      const example = exampleBody(command)
      expect(fits(schemaOf(command), example), command.name).toBe(true)
      expect(command.read(example)._tag, command.name).toBe("Right")
    }
  })

  it("refuses nothing that the law reads", () => {
    const odd = fc.oneof(
      fc.constantFrom<Json>(null, true, 0, -1, 1.5, 1e9, "", " ", "x", "2016-04-04", "2016-02-30", "ZZI", "A_B", [], [
        "X"
      ], {}),
      fc.string(),
      fc.integer()
    )
    const commands = fc.constantFrom(...allCommands)
    fc.assert(
      fc.property(commands, fc.nat(), odd, (command, number, value) => {
        const names = Object.keys(command.fields)
        const body = { ...exampleBody(command), [names[number % names.length] ?? ""]: value }
        if (command.read(body)._tag === "Right") expect(fits(schemaOf(command), body)).toBe(true)
      }),
      { numRuns: 1000 }
    )
  })
})
