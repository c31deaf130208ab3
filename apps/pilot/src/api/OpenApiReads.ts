/**
 * The parts of the API document that do not come from commands: reads, the feed, receipts, and what answers share.
 */
import type { JsonObject } from "@peerwork/core"
import { momentParameters } from "../records/Moment.ts"
import { proofParameters } from "../signing/ProofParameters.ts"
import { feedParameters } from "./EventsApi.ts"
import { reportOperations } from "./OpenApiReports.ts"
import {
  date,
  failing,
  inHeader,
  inPath,
  inQuery,
  instant,
  json,
  listOf,
  object,
  orNull,
  read,
  schemaRef,
  text,
  uuid,
  whole
} from "./OpenApiWords.ts"
import { listParameters } from "./ReadParameters.ts"

const collection = (name: string, one: string): JsonObject => ({
  [`/api/${name}`]: read(
    `list${one}`,
    `Every ${one.toLowerCase()} record`,
    inQuery(listParameters(name)),
    json("A page of records, in the order of their ids", object({ [name]: listOf(schemaRef("Record")) }))
  ),
  [`/api/${name}/{id}`]: read(
    `read${one}`,
    `One ${one.toLowerCase()} record, with the version of its stream as ETag`,
    [inPath("id"), ...inQuery(momentParameters)],
    json("The record", schemaRef("Record"))
  )
})

const finding: JsonObject = {
  post: {
    operationId: "findPerson",
    summary: "The person with a prison number, in either case; nobody, where it is not known",
    tags: ["reads"],
    parameters: inQuery(momentParameters),
    requestBody: {
      required: true,
      content: {
        "application/json": {
          schema: {
            type: "object",
            additionalProperties: false,
            required: ["prisonNumber"],
            properties: { prisonNumber: text }
          }
        }
      }
    },
    responses: {
      200: json("The person, or nobody", object({ people: listOf(schemaRef("Record")) })),
      ...failing("400", "401", "403", "413", "415", "500")
    }
  }
}

const feed: JsonObject = read(
  "readEvents",
  "The events of the log, in their order; an empty page is the end",
  inQuery(feedParameters),
  {
    description: "CloudEvents with the stored envelope as data, or the stored bytes, one event a line",
    content: {
      "application/cloudevents-batch+json": { schema: listOf(schemaRef("CloudEvent")) },
      "application/x-ndjson": { schema: text }
    }
  }
)

/** The operations that read. */
export const readOperations: JsonObject = {
  ...collection("people", "Person"),
  "/api/people/find": finding,
  ...collection("staff", "Staff"),
  ...collection("schemes", "Scheme"),
  ...collection("appointments", "Appointment"),
  ...collection("shadowings", "Shadowing"),
  ...collection("routes", "Route"),
  ...collection("escalations", "Escalation"),
  ...collection("supervisions", "Supervision"),
  ...collection("nonassociations", "NonAssociation"),
  ...collection("circumstances", "Circumstance"),
  ...collection("supports", "Support"),
  ...collection("templates", "Template"),
  ...collection("cohorts", "Cohort"),
  ...collection("trainings", "Training"),
  ...collection("workers", "Worker"),
  ...collection("trainers", "Trainer"),
  "/api/schemes/{id}/coverage": read(
    "readCoverage",
    "Which sessions of its training a scheme could have delivered by people who are here",
    [inPath("id"), ...inQuery(momentParameters)],
    json(
      "The figures, the gaps, and each session with who could deliver it",
      object({
        of: whole,
        demonstrated: whole,
        capable: whole,
        accredited: whole,
        gaps: listOf(text),
        conditional: listOf(text),
        trainingLead: orNull(uuid),
        sessions: listOf(object({ session: text, covered: { enum: ["Accredited", "Capable", "Conditional", "Gap"] } }))
      })
    )
  ),
  ...reportOperations,
  "/api/events": feed,
  "/api/receipts/{command}": read(
    "readReceipt",
    "What became of a command",
    [inPath("command")],
    json("The receipt", schemaRef("Receipt"))
  ),
  "/api/receipts/{command}/proof": read(
    "readProof",
    "A receipt in the form of C2SP's tlog-proof: that an event of the command is in the log that was signed",
    [inPath("command"), ...inQuery(proofParameters)],
    {
      description: "The place of the event, the hashes that lead to the root, and the signed checkpoint",
      content: { "text/plain": { schema: text } }
    }
  ),
  "/api/rules": read(
    "listRules",
    "The rule book",
    [],
    json("Every rule", object({ rules: listOf(schemaRef("Record")) }))
  ),
  "/api/rules/{id}": read("readRule", "One rule", [inPath("id")], json("The rule", schemaRef("Record")))
}

const judged: JsonObject = object({
  rule: text,
  says: text,
  source: text,
  strength: { enum: ["hard", "soft", "alert"] },
  held: { type: ["boolean", "null"], description: "null where the rule was not judged" },
  facts: object({}),
  limits: object({}),
  because: orNull(text),
  earliest: orNull(date),
  override: { type: "boolean" }
})

const momentNow: JsonObject = object({
  life: text,
  state: text,
  says: text,
  since: orNull(date),
  recordedAt: orNull(instant),
  by: orNull(object({ id: text, role: text, name: text })),
  possible: listOf(text)
})

const problem: JsonObject = {
  type: "object",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: text,
    status: { type: "integer" },
    detail: text,
    instance: text,
    fields: listOf(object({ field: text, says: text })),
    breaches: listOf(
      object({ rule: text, says: text, strength: text, because: text, source: text, earliest: orNull(date) })
    ),
    judged: listOf(schemaRef("Judged")),
    moment: orNull(schemaRef("Moment")),
    reference: text
  }
}

/** What answers share. */
export const sharedSchemas = {
  parameters: {
    IdempotencyKey: inHeader("Idempotency-Key", true, "The id of the command: a UUID that you choose", uuid),
    IfMatch: inHeader("If-Match", false, 'The version of the record that the command is about, such as "7"', text)
  },
  responses: {
    Problem: {
      description: "What is wrong, and what would be right",
      content: { "application/problem+json": { schema: schemaRef("Problem") } }
    }
  },
  schemas: {
    Problem: problem,
    Judged: judged,
    Moment: momentNow,
    Record: { type: "object", properties: { id: text, version: whole } },
    Check: object({
      would: { enum: ["Accepted", "Refused"] },
      judged: listOf(schemaRef("Judged")),
      moment: orNull(schemaRef("Moment")),
      alike: listOf(text)
    }),
    Receipt: object({
      command: orNull(object({ id: uuid, type: text })),
      receipt: orNull(object({
        first: whole,
        last: whole,
        recordedAt: instant,
        duplicate: { type: "boolean" },
        events: listOf(
          object({ id: uuid, type: text, position: whole, stream: text, version: whole, on: orNull(date) })
        )
      })),
      judged: listOf(schemaRef("Judged"))
    }),
    CloudEvent: {
      type: "object",
      required: ["specversion", "id", "source", "type"],
      properties: {
        specversion: { const: "1.0" },
        id: text,
        source: text,
        type: text,
        subject: text,
        time: instant,
        sequence: text,
        datacontenttype: text,
        data: object({})
      }
    }
  }
} satisfies JsonObject
