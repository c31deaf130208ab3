/**
 * Whoever is beyond the grace of their supervision takes on nothing new, however it is known that they were trained.
 */
import { describe, expect, it } from "vitest"
import { answer } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { identityOf } from "../person/Identity.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { publishedTemplates } from "../template/PublishedTemplates.ts"
import { complete, prepared, templateTwo } from "../testing/SmallCourse.ts"
import { acknowledge, id, kay, max, maxsRole, regularise, scheme, stateIn, train } from "../testing/SmallPrison.ts"
import { CreditTrainingSession } from "../training/Credits.ts"
import { OpenTrainingRecord } from "../training/Enrolment.ts"
import { isBeyondGrace } from "./NewWork.ts"

const training = id(82)

const grace = DecideSchemePolicy.make({
  scheme,
  limit: "supervisionGraceDays",
  value: 7,
  from: date("2015-10-01"),
  decidedBy: kay,
  on: date("2015-10-01")
})

const before = prepared.on("2015-11-09", grace, acknowledge(maxsRole, "2015-11-02"))

/** Max was trained by the life of training: every session credited, and then somebody decided. */
const byCourse = before.on(
  "2015-11-09",
  OpenTrainingRecord.make({ training, person: max, template: templateTwo, on: date("2015-11-02") }),
  ...publishedTemplates.TEMPLATE_2.sessions.map(({ session }) =>
    CreditTrainingSession.make({
      training,
      session,
      credit: "FULL",
      evidence: "REGISTER",
      decidedBy: kay,
      on: date("2015-11-05")
    })
  ),
  complete(training, "2015-11-06"),
  regularise(maxsRole, "2015-11-09")
)

const byFact = before.on("2015-11-09", train(maxsRole, "2015-11-06"), regularise(maxsRole, "2015-11-09"))

const beyondGrace = (events: ReadonlyArray<Happened>, day: string) =>
  answer(
    (function*() {
      return yield* isBeyondGrace(yield* identityOf(max), scheme, date(day))
    })(),
    (view, of) => stateIn(view, of, events)
  )

describe("somebody whose supervision is overdue beyond grace", () => {
  // The first supervision is due on 16 November, and waited for until 23 November
  it.each([["2015-11-23", false], ["2015-11-24", true]])("on %s: %s, by a course as by the fact", (day, expected) => {
    expect([beyondGrace(byCourse.events, day), beyondGrace(byFact.events, day)]).toEqual([expected, expected])
  })
})
