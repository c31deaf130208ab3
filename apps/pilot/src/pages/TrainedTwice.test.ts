/**
 * Proves that two open trainings of one person, whose two records were merged while they trained, wait for somebody.
 */
import {
  CloseTrainingIncomplete,
  CreditEarlierTraining,
  CreditTrainingSession,
  date,
  establishment,
  IntroduceTemplate,
  MergePeople,
  OpenTrainingRecord,
  Peerwork,
  prisonNumber,
  RegisterPerson,
  UndoPeopleMerge
} from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import { expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { attention } from "./Attention.ts"

const { coordinator, events, scheme, worker } = Peerwork.examples.shadowingSince("2016-03-21")
const [person, template, first, second] = [1, 2, 3, 4].map((number) =>
  `00000000-0000-4000-9000-0000000000b${number}`
) as [
  string,
  string,
  string,
  string
]
const day = date("2016-03-28")
const reason = "The office of the prison says so"

const after = (history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>): ReadonlyArray<Happened> =>
  commands.reduce((before, command) => {
    const { decision, events: next } = Peerwork.decide(command, before, { today: day })
    if (decision._tag === "Refused") throw new Error(`${command._tag}: ${decision.moment?.says ?? "a rule"}`)
    return next
  }, history)

const waiting = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return attention({ records, names: emptyNames(), day }).find(({ key }) => key === "trainings-open-twice")?.items
    .map(({ detail, href }) => [href, detail])
}

const credit = { credit: "FULL", evidence: "REGISTER", decidedBy: coordinator, on: day } as const
const training = after(
  events,
  RegisterPerson.make({
    person,
    prisonNumber: prisonNumber("A9999AA"),
    familyName: "Example",
    givenName: "Somebody",
    establishment: establishment("ZZI"),
    on: date("2016-03-01")
  }),
  IntroduceTemplate.make({ template, scheme, published: "TEMPLATE_2", on: day }),
  OpenTrainingRecord.make({ training: first, person: worker, template, on: day }),
  OpenTrainingRecord.make({ training: second, person, template, on: day }),
  CreditTrainingSession.make({ training: second, session: "LOSS", ...credit })
)

it("two open trainings by one template of somebody with two records wait until one is closed", () => {
  expect(waiting(training)).toEqual([])
  const merged = after(training, MergePeople.make({ person, into: worker, on: day, reason }))
  expect(waiting(merged)).toEqual([
    [`/workers/${worker}/training`, "Template 2 (nine sessions), 0 sessions are met in this one"],
    [`/workers/${person}/training`, "Template 2 (nine sessions), 1 session is met in this one"]
  ])
  expect(waiting(after(merged, UndoPeopleMerge.make({ person, on: day, reason })))).toEqual([])
  const closed = after(
    merged,
    CreditEarlierTraining.make({
      training: first,
      earlier: second,
      sessions: ["LOSS"],
      decidedBy: coordinator,
      on: day
    }),
    CloseTrainingIncomplete.make({ training: second, on: day, reason })
  )
  expect(waiting(closed)).toEqual([])
})
