/**
 * A training that leads to an award: fourteen modules on the standards of the Care Certificate, each assessed.
 */
import { describe, expect, it } from "vitest"
import { OpenCohortEnrolment } from "../cohort/CohortPlaces.ts"
import { ApproveCohort, HoldCohortConsultation, StartCohort } from "../cohort/CohortPlan.ts"
import { DeliverTrainingSession } from "../cohort/CohortSessions.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { awardCatalogue } from "../template/AwardCatalogue.ts"
import { ProposeAwardTemplate } from "../template/AwardTemplates.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { given } from "../testing.ts"
import {
  attended,
  complete,
  enrol,
  facilitator,
  monday,
  planCohort,
  prepared,
  schedule,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import { id, kay, lee, max, scheme, stateIn, wes, will } from "../testing/SmallPrison.ts"
import { RecordSessionAttendance } from "./Attendance.ts"
import { IssueTrainingCertificate } from "./CompletionDecisions.ts"
import { CreditTrainingSession, VoidTrainingEntry } from "./Credits.ts"
import { sessionKeys } from "./SessionCatalogue.ts"
import type { SessionKey } from "./SessionCatalogue.ts"
import { Training } from "./Training.ts"
import { AssessTrainingUnit } from "./UnitAssessment.ts"

const [careTemplate, careCohort] = [id(91), id(92)]

/** Fourteen of the fifteen standards: the wing has no children. */
const modules = sessionKeys.filter((key) => key.startsWith("CARE_") && key !== "CARE_CHILDREN")
const dayOfModule = (session: SessionKey): number => Math.floor(modules.indexOf(session) / 5) + 1

const propose = (more: object = {}) =>
  ProposeAwardTemplate.make({
    template: careTemplate,
    scheme,
    award: "CARE_CERTIFICATE",
    pattern: "FULL_DAYS",
    units: modules.map((session) => ({
      session,
      contentVersion: 1,
      day: dayOfModule(session),
      level: 2,
      credits: session === "CARE_LIFE_SUPPORT" ? 2 : 1
    })),
    on: date("2016-01-11"),
    ...more
  })

const because = { overrides: [{ rule: "TEMPLATE-3", reason: "Workers on this wing do personal care" }] }

const held = prepared
  .on("2016-01-11", propose())
  .on(
    "2016-02-15",
    planCohort(careCohort, careTemplate, because),
    HoldCohortConsultation.make({
      cohort: careCohort,
      workers: [max],
      outcome: "CONFIRMED",
      on: date("2016-02-08")
    }),
    ApproveCohort.make({
      cohort: careCohort,
      approvedBy: lee,
      roomReserved: true,
      timeProtected: true,
      on: date("2016-02-10")
    }),
    OpenCohortEnrolment.make({ cohort: careCohort, places: 3, on: date("2016-02-12") }),
    ...modules.map((session) => schedule(session, dayOfModule(session), careCohort))
  )
  .on(
    "2016-02-22",
    enrol(willsTraining, will, { cohort: careCohort }),
    enrol(wessTraining, wes, { cohort: careCohort })
  )
  .on("2016-03-14", StartCohort.make({ cohort: careCohort, on: monday }))
  .on(
    "2016-03-16",
    ...modules.flatMap((session) => [
      DeliverTrainingSession.make({
        cohort: careCohort,
        session,
        minutes: 60,
        deliverers: [facilitator],
        observers: [],
        timeProtected: true,
        on: addDays(monday, dayOfModule(session) - 1)
      }),
      RecordSessionAttendance.make({ cohort: careCohort, session, attendance: attended(willsTraining, wessTraining) })
    ])
  )

const assess = (session: SessionKey, more: object = {}) =>
  AssessTrainingUnit.make({
    training: willsTraining,
    session,
    outcome: "MET",
    assessor: lee,
    on: date("2016-03-18"),
    ...more
  })

describe("a training that leads to an award", () => {
  it("of fourteen modules is complete once each was assessed, and its certificate names the award", () => {
    expect(modules).toHaveLength(14)
    const almost = held.on("2016-03-18", ...modules.filter((one) => one !== "CARE_DUTY").map((one) => assess(one)))
    given(almost.events).on("2016-03-18").when(complete(willsTraining, "2016-03-18")).isRefusedBy("TRAINING-12")
    const notYet = almost.on("2016-03-18", assess("CARE_DUTY", { outcome: "NOT_YET" }))
    given(notYet.events).on("2016-03-18").when(complete(willsTraining, "2016-03-18")).isRefusedBy("TRAINING-12")
    const issued = notYet.on(
      "2016-03-21",
      assess("CARE_DUTY", { on: date("2016-03-21") }),
      complete(willsTraining, "2016-03-21"),
      IssueTrainingCertificate.make({ training: willsTraining, on: date("2016-03-21") })
    )
    const { assessments, certificates } = stateIn(Training, willsTraining, issued.events)
    expect(certificates).toMatchObject([{ number: 1, award: { of: "CARE_CERTIFICATE", credits: 15 } }])
    expect(assessments.filter(({ session }) => session === "CARE_DUTY").map((one) => [one.isMet, one.assessor]))
      .toEqual([[false, lee], [true, lee]])
    given(issued.events).on("2016-03-21").when(assess("CARE_DUTY")).isRefusedWhile("Completed")
    given(almost.events).on("2016-03-18").when(assess("CARE_ROLE")).isRefusedWhile("Enrolled")
  })

  it("asks for no assessment of what was credited, and an assessment that was wrong counts no longer", () => {
    const credited = held.on(
      "2016-03-21",
      ...modules.slice(1).map((one) => assess(one)),
      CreditTrainingSession.make({
        training: willsTraining,
        session: "CARE_ROLE",
        credit: "FULL",
        evidence: "CERTIFICATE",
        decidedBy: kay,
        on: date("2016-03-18")
      })
    )
    given(credited.events).on("2016-03-21").when(complete(willsTraining, "2016-03-21")).isAccepted("TrainingCompleted")
    const [entry] = stateIn(Training, willsTraining, credited.events).assessments
    const struck = credited.on(
      "2016-03-21",
      VoidTrainingEntry.make({ training: willsTraining, entry: entry?.event ?? "", reason: "Of somebody else" })
    )
    given(struck.events).on("2016-03-21").when(complete(willsTraining, "2016-03-21")).isRefusedBy("TRAINING-12")
  })

  it("has units, each with a level and credits; others have none and are not assessed", () => {
    const { qualification, sessions } = stateIn(TrainingTemplate, careTemplate, held.events)
    expect(sessions.map(({ session }) => session)).toEqual(modules)
    expect(qualification?.units.every(({ credits, level }) => level === 2 && credits > 0)).toBe(true)
    given(held.events).on("2016-03-18").when(assess("LOSS")).isRefusedWhile("Enrolled")
    given(prepared.events).on("2016-01-11").when(propose({ units: [] })).isRefusedWhile("Unknown")
    const nvq = propose({
      award: "NVQ_LEVEL_3",
      units: [{ session: "ADVICE_AND_GUIDANCE", contentVersion: 1, day: 1, level: 3, credits: 6 }]
    })
    given(prepared.events).on("2016-01-11").when(nvq).isAccepted("AwardTemplateProposed")
    expect([awardCatalogue.RSPH_LEVEL_2.level, awardCatalogue.NVQ_LEVEL_3.level]).toEqual([2, 3])
  })
})
