/**
 * Whatever a command names is read before it is stored: an id that is nowhere is refused, in every life.
 *
 * Games of two actors give most commands; the steps of a course that they seldom come to are told below.
 */
import { describe, expect, it } from "vitest"
import { ApproveCohort, HoldCohortConsultation } from "../cohort/CohortPlan.ts"
import { AcceptTrainingSession } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import type { Decision } from "../language/Judgement.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { IntroduceTemplate } from "../template/TemplateChoice.ts"
import { GrantTrainingEquivalence } from "../template/TrainingEquivalences.ts"
import { AccreditTrainer, ReviewTrainerAccreditation } from "../trainer/TrainerAccreditation.ts"
import { RegisterTrainer } from "../trainer/TrainerRegistration.ts"
import { RecordSessionMakeUp } from "../training/Attendance.ts"
import { RevokeTrainingCompletion } from "../training/CompletionDecisions.ts"
import { CreditEarlierTraining } from "../training/Credits.ts"
import { CloseTrainingIncomplete } from "../training/Enrolment.ts"
import { indexedHistory } from "./IndexedHistory.ts"
import type { IndexedHistory } from "./IndexedHistory.ts"
import { namedBy, namingNowhere } from "./NamedNowhere.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  complete,
  deliver,
  enrol,
  facilitator,
  maxsTraining,
  nurse,
  planCohort,
  prepared,
  taught,
  templateOne,
  templateTwo,
  willsTraining
} from "./SmallCourse.ts"
import { coordinator, id, kay, lee, max, scheme } from "./SmallPrison.ts"
import type { Story } from "./Story.ts"
import { playGame } from "./TwoActorsAtOnce.ts"

const reason = "It turned out so"
const [monday, tuesday, thursday] = [date("2016-03-14"), date("2016-03-15"), date("2016-03-17")]

/** A role profile that is published first has an id that its sender chose. */
const mayBeNew = ["PublishRoleProfile.roleProfile"]

const planned = prepared.on("2016-02-01", planCohort())
const consulted = HoldCohortConsultation.make({ cohort, workers: [max], outcome: "CONFIRMED", on: date("2016-02-08") })
const byNurse = begun.on("2016-03-15", deliver("LOSS", { deliverers: [nurse] }))
const late = begun.on(
  "2016-03-15",
  deliver("LOSS"),
  attend("LOSS", { trainee: willsTraining, outcome: "LATE", minutes: 40 })
)
const both = prepared.on(
  "2015-11-02",
  IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-02") })
)
const known = begun.on(
  "2016-03-14",
  RegisterTrainer.make({ trainer: nurse, professions: ["NURSE"], affiliation: "OWN_STAFF", on: monday })
)
const earlier = begun.on("2016-03-14", enrol(maxsTraining, max, { place: "AD_HOC" }))
  .on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(maxsTraining)))
  .on("2016-03-16", CloseTrainingIncomplete.make({ training: maxsTraining, on: date("2016-03-16"), reason }))
  .on("2016-03-17", enrol(id(82), max, { on: thursday }))

/** What games seldom come to, each accepted as it stands here. */
const told: ReadonlyArray<readonly [Story, string, Given]> = [
  [planned, "2016-02-08", consulted],
  [
    planned.on("2016-02-08", consulted),
    "2016-02-10",
    ApproveCohort.make({ cohort, approvedBy: lee, roomReserved: true, timeProtected: true, on: date("2016-02-10") })
  ],
  [begun, "2016-03-15", deliver("LOSS", { supervisedBy: kay, observers: [nurse], helper: max })],
  [
    byNurse,
    "2016-03-15",
    AcceptTrainingSession.make({ cohort, session: "LOSS", ground: "OTHER", agreedBy: lee, reason, on: tuesday })
  ],
  [
    late,
    "2016-03-17",
    RecordSessionMakeUp.make({
      training: willsTraining,
      session: "LOSS",
      minutes: 20,
      deliverers: [nurse],
      supervisedBy: facilitator,
      on: thursday
    })
  ],
  [
    earlier,
    "2016-03-17",
    CreditEarlierTraining.make({
      training: id(82),
      earlier: maxsTraining,
      sessions: ["LOSS"],
      decidedBy: kay,
      on: thursday
    })
  ],
  [
    taught.on("2016-03-17", complete(willsTraining, "2016-03-17")),
    "2016-03-17",
    RevokeTrainingCompletion.make({ training: willsTraining, decidedBy: kay, agreedBy: lee, on: thursday, reason })
  ],
  [
    both,
    "2015-11-27",
    GrantTrainingEquivalence.make({
      template: templateTwo,
      session: "LOSS",
      from: templateOne,
      fromSession: "LOSS",
      credit: "FULL",
      decidedBy: kay,
      on: date("2015-11-27"),
      reason
    })
  ],
  [
    known,
    "2016-03-14",
    AccreditTrainer.make({ trainer: nurse, session: "LOSS", basis: "QUALIFIED", scheme, decidedBy: kay, on: monday })
  ],
  [
    known,
    "2016-03-14",
    ReviewTrainerAccreditation.make({ trainer: facilitator, session: "LOSS", scheme, observedBy: kay, on: monday })
  ]
]

/** Which fields, gone astray, were accepted all the same, or answered as if another were wrong; and which were tried. */
interface Tried {
  readonly fields: Set<string>
  readonly accepted: Set<string>
  readonly misnamed: Set<string>
}

/** That there is no such thing is said of what the field names, never of something else. */
const isMisnamed = (field: string, decision: Decision): boolean => {
  const moment = decision._tag === "Refused" ? decision.moment : null
  const says = moment?.says ?? ""
  return moment?.state === "Unknown" && says === `There is no such ${moment.life}` &&
    !namedBy(field).includes(moment.life)
}

const tryGame = (number: number, { accepted, fields, misnamed }: Tried): void => {
  let replayed: IndexedHistory | undefined
  const taken = playGame(number, 200, (events) => (replayed = indexedHistory(events)))
  for (const { actor, events, given, now } of taken) {
    const [first] = events
    if (first === undefined || replayed === undefined) continue
    for (const [field, astray] of namingNowhere(given)) {
      const { decision } = replayed.decide(astray, { actor, now, numberTaken: false }, first.position - 1)
      fields.add(field)
      if (isMisnamed(field, decision)) misnamed.add(field)
      if (decision._tag === "Accepted" && !mayBeNew.includes(field)) accepted.add(field)
    }
  }
}

const tryTold = ({ accepted, fields, misnamed }: Tried): void => {
  for (const [{ events }, day, given] of told) {
    const circumstance = { today: date(day), actor: coordinator }
    expect([given._tag, check(given, events, circumstance)._tag]).toEqual([given._tag, "Accepted"])
    for (const [field, astray] of namingNowhere(given)) {
      fields.add(field)
      const decision = check(astray, events, circumstance)
      if (isMisnamed(field, decision)) misnamed.add(field)
      if (decision._tag === "Accepted") accepted.add(field)
    }
  }
}

describe("a command that names what is nowhere", () => {
  it("is refused, whichever of its ids it is, and told of that one", () => {
    const tried: Tried = { fields: new Set(), accepted: new Set(), misnamed: new Set() }
    for (let number = 0; number < 12; number += 1) tryGame(number, tried)
    tryTold(tried)
    expect([...tried.accepted]).toEqual([])
    expect([...tried.misnamed]).toEqual([])
    expect(tried.fields.size).toBeGreaterThan(150)
  })
})
