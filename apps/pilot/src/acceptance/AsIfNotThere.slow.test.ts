/**
 * Proves that nobody can tell a restricted patient whom they do not see from somebody who never was: every command that
 * an officer gives, in every field that names a record of one person, is answered alike, byte for byte.
 */
import { decisions, mayGive } from "@peerwork/core"
import type { Command, Input, Json } from "@peerwork/core"
import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { exampleBody } from "../api/Example.ts"
import { cohort, facilitator, lead, scheme, template } from "../testing/CourseStory.ts"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import {
  everyLife,
  person,
  role,
  running,
  second,
  signedOff,
  supervision,
  support,
  training,
  worker
} from "./CorrectedLives.ts"

let story: HttpStory
const patient = person(0)
const notice = randomUUID()
const on = "2016-04-11"

/** What is hidden from an officer, of each life whose records are each of one person. */
const hidden: Record<string, string> = {
  person: patient,
  appointment: worker,
  shadowing: signedOff,
  training: training(0),
  supervision,
  support,
  notice
}

/** What an officer sees of it, or of the lives that hide nothing. */
const seen: Readonly<Record<string, string>> = {
  person: person(1),
  appointment: second,
  shadowing: running,
  training: training(1),
  scheme,
  roleProfile: role,
  staff: lead,
  trainer: facilitator,
  cohort,
  template,
  escalation: randomUUID()
}

beforeAll(async () => {
  story = await httpStory("2016-03-18T09:00:00.000Z")
  await everyLife(story)
  const told = { notice, person: patient, reason: "SENT_TO_COURT", establishment: "ZZI", on }
  await story.done("TakeInCustodyNotice", told)
  const { text } = await story.app.ask(`/api/events?tag=person:${patient}&type=LegalStatusRecorded`, {
    headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
  })
  hidden["circumstance"] = (JSON.parse(text.split("\n")[0] ?? "{}") as { id: string }).id
  await story.done("AcknowledgeCircumstance", { circumstance: hidden["circumstance"], person: patient, on })
  const concern = { escalation: seen["escalation"], scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED" }
  expect((await story.give("RaiseEscalation", concern, "officer")).status).toBe(201)
  await story.done("RecordRelease", { person: patient, reason: "HOSPITAL_TRANSFER", on })
}, 60_000)

afterAll(() => story.stop())

type Body = Readonly<Record<string, Json>>

const referenceIn = (input: Input): string | null =>
  input._tag === "Reference" || input._tag === "References" ? input.to : null

/** The value of a field that names one record: alone, as a list, or in the first row; null where it names none. */
const naming = (input: Input, id: (to: string) => string | null): Json | null => {
  const to = referenceIn(input)
  if (to !== null) {
    const one = id(to)
    return one === null ? null : input._tag === "References" ? [one] : one
  }
  if (input._tag !== "Rows") return null
  const fields = Object.entries(input.columns).map(([name, { input, optional }]) =>
    [name, { kind: { input }, optional: optional ? true : undefined }] as const
  )
  const row = exampleBody({ fields: Object.fromEntries(fields) } as unknown as Command)
  const found = Object.entries(input.columns).flatMap(([name, column]) => {
    const value = naming(column.input, id)
    return value === null ? [] : [[name, value] as const]
  })
  return found.length === 0 ? null : [{ ...row, ...Object.fromEntries(found) }]
}

/** A body of the command that names, wherever it can, what an officer sees. */
const visible = (command: Command): Body => ({
  ...exampleBody(command),
  ...Object.fromEntries(
    Object.entries(command.fields).flatMap(([name, { kind: { input } }]) => {
      const isNew = command.begins && name === command.life
      const value = isNew ? randomUUID() : naming(input, (to) => seen[to] ?? null)
      return value === null ? [] : [[name, value] as const]
    })
  )
})

const cases = [...decisions.values()].map(({ command }) => command)
  .filter(({ name }) => mayGive("officer", name))
  .flatMap((command) =>
    Object.entries(command.fields)
      .filter(([name, { kind: { input } }]) =>
        (!command.begins || name !== command.life) &&
        naming(input, (to) => to in hidden || to === "circumstance" ? "" : null) !== null
      )
      .map(([field, { kind: { input } }]) => ({ command, field, input, name: `${command.name}.${field}` }))
  )

const without = (text: string, id: string): string => text.replaceAll(id, "ID")

describe("a record that an officer does not see", () => {
  it("is named in more than a hundred fields of commands", () => {
    expect(cases.length).toBeGreaterThan(100)
  })

  it.each(cases)("is answered as if it never was: $name", async ({ command, field, input }) => {
    const body = visible(command)
    const answer = async (id: (to: string) => string) => {
      const ids: Array<string> = []
      const value = naming(input, (to) => {
        const one = to in hidden ? id(to) : null
        if (one !== null) ids.push(one)
        return one
      })
      const given = { ...body, [field]: value ?? "" }
      const [gave, checked] = [
        await story.give(command.name, given, "officer"),
        await story.app.ask(`/api/check/${command.name}`, {
          method: "POST",
          body: JSON.stringify(given),
          headers: { authorization: "Bearer demo-officer", "content-type": "application/json" }
        })
      ]
      return [gave, checked].map(({ status, text }) => [status, ids.reduce(without, text)])
    }
    const ofHidden = await answer((to) => hidden[to] ?? "")
    const ofNobody = await answer(() => randomUUID())
    expect(ofHidden).toEqual(ofNobody)
    expect([409, 422]).toContain(ofHidden[0]?.[0])
  })
})
