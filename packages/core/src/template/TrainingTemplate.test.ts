/**
 * The life of a training template: published, revised after a reflection, adopted; and what one counts for in another.
 */
import { describe, expect, it } from "vitest"
import { FinishCohortDelivery, RecordCohortReflection } from "../cohort/CohortEnd.ts"
import { WriteOffTrainingSession } from "../cohort/CohortSessions.ts"
import { date } from "../language/LocalDate.ts"
import { given } from "../testing.ts"
import { begun, cohort, planCohort, prepared, templateOne, templateTwo } from "../testing/SmallCourse.ts"
import { id, kay, scheme, stateIn } from "../testing/SmallPrison.ts"
import { sessionCatalogue, sessionKeys } from "../training/SessionCatalogue.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import { modelSessions, publishedTemplates } from "./PublishedTemplates.ts"
import {
  AdoptTemplateAsDefault,
  IntroduceTemplate,
  ProposeTemplateRevision,
  UndoTemplateWithdrawal,
  VoidTemplateAdoption
} from "./TemplateChoice.ts"
import { WithdrawTemplate } from "./TemplateChoice.ts"
import { GrantTrainingEquivalence, WithdrawTrainingEquivalence } from "./TrainingEquivalences.ts"
import { coversOfTheModel, defaultTemplateOn, lineageOf, TemplatesOf, TrainingTemplate } from "./TrainingTemplate.ts"

const revision = id(81)
const reason = "It turned out so"
const both = prepared.on(
  "2015-11-02",
  IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-02") })
)
const adopt = (template: string, on: string) => AdoptTemplateAsDefault.make({ template, decidedBy: kay, on: date(on) })
const equals = (session: SessionKey, fromSession: SessionKey, more: object = {}) =>
  GrantTrainingEquivalence.make({
    template: templateTwo,
    session,
    from: templateOne,
    fromSession,
    credit: "FULL",
    decidedBy: kay,
    reason,
    on: date("2015-11-27"),
    ...more
  })
const revise = (more: object = {}) =>
  ProposeTemplateRevision.make({
    template: revision,
    revises: templateOne,
    because: ["MORE_PRACTICAL", "MORE_SESSIONS", "OTHER_CONTENT"],
    pattern: "FULL_DAYS",
    sessions: modelSessions,
    on: date("2016-01-11"),
    ...more
  })
const templatesIn = (events: typeof both.events) => stateIn(TemplatesOf, scheme, events)
const titles = (sessions: ReadonlyArray<SessionKey>) => [...sessions].sort()

describe("the published templates", () => {
  it("have ten sessions on five afternoons, and nine on three days", () => {
    const [one, two] = [publishedTemplates.TEMPLATE_1, publishedTemplates.TEMPLATE_2]
    const perDay = ({ sessions }: typeof one) =>
      [1, 2, 3, 4, 5].map((day) => sessions.filter((session) => session.day === day).length)
    expect([one.pattern, perDay(one)]).toEqual(["HALF_DAYS", [2, 2, 2, 2, 2]])
    expect([two.pattern, perDay(two)]).toEqual(["FULL_DAYS", [3, 3, 3, 0, 0]])
    const ofThePilot = sessionKeys.filter((key) => sessionCatalogue[key].source.title === one.source.title)
    expect(new Set([...one.sessions, ...two.sessions].map(({ session }) => session))).toEqual(new Set(ofThePilot))
    expect(two.from?.template).toBe("TEMPLATE_1")
  })

  it("are taken over as they are, and stay so", () => {
    const template = stateIn(TrainingTemplate, templateOne, both.events)
    expect(template).toMatchObject({
      status: "Available",
      published: "TEMPLATE_1",
      pattern: "HALF_DAYS",
      revises: null
    })
    expect(template.sessions).toEqual(publishedTemplates.TEMPLATE_1.sessions)
    // Older adults without dementia, no hand hygiene, no moving: six of the nine sessions of the model
    expect(coversOfTheModel(template)).toBe(6)
    given(both.events).on("2015-11-03").when(
      IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-03") })
    ).isRefusedWhile("Available")
  })
})

describe("the default template", () => {
  it("is the newest that was adopted by the day; another than the model needs a reason", () => {
    given(both.events).on("2015-11-03").when(adopt(templateOne, "2015-11-03")).isRefusedBy("TEMPLATE-1")
    const moved = both.on(
      "2015-11-03",
      AdoptTemplateAsDefault.make({
        template: templateOne,
        decidedBy: kay,
        on: date("2015-11-03"),
        overrides: [{ rule: "TEMPLATE-1", reason: "The first cycle comes before the model" }]
      })
    )
    const defaults = (events: typeof moved.events) =>
      ["2015-10-01", "2015-10-02", "2015-11-03", "2016-01-20"].map((day) =>
        defaultTemplateOn(templatesIn(events), date(day))
      )
    expect(defaults(moved.events)).toEqual([null, templateTwo, templateOne, templateOne])
    const back = moved.on("2016-01-20", adopt(templateTwo, "2016-01-18"))
    expect(defaults(back.events)).toEqual([null, templateTwo, templateOne, templateTwo])
    const entry = moved.events.at(-1)?.id ?? ""
    const struck = moved.on("2016-01-20", VoidTemplateAdoption.make({ template: templateOne, entry, reason }))
    expect(defaults(struck.events)).toEqual([null, templateTwo, templateTwo, templateTwo])
    expect(stateIn(TrainingTemplate, templateOne, struck.events).adopted).toEqual([])
  })

  it("is that of a cohort, unless a reason is given", () => {
    given(both.events).on("2016-02-01").when(planCohort(cohort, templateOne)).isRefusedBy("TEMPLATE-3")
    given(both.events).on("2016-02-01").when(planCohort(cohort, templateTwo)).isAccepted("CohortPlanned")
    const withdrawn = both.on(
      "2015-12-01",
      WithdrawTemplate.make({ template: templateTwo, on: date("2015-12-01"), reason })
    )
    given(withdrawn.events).on("2016-02-01").when(planCohort(cohort, templateTwo)).isRefusedWhile("Withdrawn")
    const undone = withdrawn.on("2015-12-02", UndoTemplateWithdrawal.make({ template: templateTwo, reason }))
    expect(stateIn(TrainingTemplate, templateTwo, undone.events)).toMatchObject({
      status: "Available",
      withdrawn: null
    })
    given(undone.events).on("2016-02-01").when(planCohort(cohort, templateTwo)).isAccepted("CohortPlanned")
    given(undone.events).on("2016-02-01").when(UndoTemplateWithdrawal.make({ template: templateTwo, reason }))
      .isRefusedWhile("Available")
  })
})

describe("a revision", () => {
  it("comes from a cohort that was reflected on, and says what it adds, leaves out and changes", () => {
    const first = begun.on(
      "2016-03-14",
      IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-02") }),
      ...modelSessions.map(({ session }) =>
        WriteOffTrainingSession.make({ cohort, session, cause: "LOCKDOWN", on: date("2016-03-14") })
      ),
      FinishCohortDelivery.make({ cohort, on: date("2016-03-14") })
    )
    const late = { cohort, on: date("2016-03-21") }
    expect(given(first.events).on("2016-03-21").when(revise(late)).decision).toMatchObject({
      moment: { life: "template" }
    })
    const reflected = first.on(
      "2016-03-18",
      RecordCohortReflection.make({
        cohort,
        wanted: ["MORE_PRACTICAL"],
        notes: "More practice",
        on: date("2016-03-18")
      })
    )
    const revised = reflected.on("2016-03-21", revise(late))
    const template = stateIn(TrainingTemplate, revision, revised.events)
    const lineage = lineageOf(template, stateIn(TrainingTemplate, templateOne, revised.events))
    expect(template.revises?.cohort).toBe(cohort)
    expect(titles(lineage.added)).toEqual(["HAND_HYGIENE", "MOVING"])
    expect(titles(lineage.removed)).toEqual(["DISABILITY", "FURTHER_INTRODUCTIONS", "VULNERABILITY"])
    expect(lineage.changed).toEqual(["OLDER_ADULTS"])
    expect(lineage.because).toEqual(["MORE_PRACTICAL", "MORE_SESSIONS", "OTHER_CONTENT"])
    given(reflected.events).on("2016-03-21").when(revise({ ...late, on: date("2016-03-17") })).isRefusedBy("RECORD-2")
  })

  it("that has the sessions of the model is adopted without a reason, and has at least one", () => {
    const revised = both.on("2016-01-11", revise())
    given(revised.events).on("2016-01-12").when(adopt(revision, "2016-01-12")).isAccepted("TemplateAdoptedAsDefault")
    given(revised.events).on("2016-01-12").when(adopt(revision, "2016-01-10")).isRefusedBy("RECORD-2")
    expect(given(both.events).on("2016-01-11").when(revise({ sessions: [] })).decision)
      .toMatchObject({ moment: { says: "A template has at least one session" } })
    expect(given(both.events).on("2016-01-11").when(revise({ revises: id(99) })).decision).toMatchObject({
      moment: { says: "revises: there is no template under this id. Introduce it first, or correct the id" }
    })
  })
})

describe("an equivalence", () => {
  it("is decided session by session: one decision stands, a later day takes another, and one that was wrong is withdrawn", () => {
    const decided = both.on(
      "2015-11-27",
      equals("LOSS", "LOSS"),
      equals("OLDER_ADULTS", "OLDER_ADULTS", { credit: "PARTIAL", topUp: "DEMENTIA", topUpMinutes: 30 })
    )
    expect(stateIn(TrainingTemplate, templateTwo, decided.events).equivalences).toMatchObject([
      { from: templateOne, session: "LOSS", credit: "FULL", topUp: null, topUpMinutes: 0 },
      { session: "OLDER_ADULTS", credit: "PARTIAL", topUp: "DEMENTIA", topUpMinutes: 30 }
    ])
    given(decided.events).on("2015-11-27").when(equals("LOSS", "LOSS")).isRefusedWhile("Available")
    given(decided.events).on("2015-11-27").when(equals("LOSS", "LOSS", { credit: "NONE" }))
      .isRefusedWhile("Available")
    given(decided.events).on("2015-12-01").when(equals("LOSS", "LOSS", { credit: "NONE", on: date("2015-12-01") }))
      .isAccepted("TrainingEquivalenceGranted")
    const entry = decided.events.at(-1)?.id ?? ""
    const withdrawn = decided.on(
      "2015-12-01",
      WithdrawTrainingEquivalence.make({ template: templateTwo, entry, reason })
    )
    expect(stateIn(TrainingTemplate, templateTwo, withdrawn.events).equivalences).toHaveLength(1)
    given(withdrawn.events).on("2015-12-01").when(equals("OLDER_ADULTS", "OLDER_ADULTS")).isAccepted()
  })

  it("in full or not at all has nothing left to learn", () => {
    for (const more of [{ topUp: "DEMENTIA", topUpMinutes: 30 }, { topUp: "DEMENTIA" }, { topUpMinutes: 30 }]) {
      given(both.events).on("2015-11-27").when(equals("OLDER_ADULTS", "OLDER_ADULTS", more)).isRefusedBy("TEMPLATE-4")
      given(both.events).on("2015-11-27").when(equals("OLDER_ADULTS", "OLDER_ADULTS", { ...more, credit: "NONE" }))
        .isRefusedBy("TEMPLATE-4")
    }
  })

  it("in part says what is left, and names sessions that there are", () => {
    given(both.events).on("2015-11-27").when(equals("OLDER_ADULTS", "OLDER_ADULTS", { credit: "PARTIAL" }))
      .isRefusedBy("TEMPLATE-2")
    given(both.events).on("2015-11-27").when(equals("HAND_HYGIENE", "HAND_HYGIENE")).isRefusedWhile("Available")
    given(both.events).on("2015-11-27").when(equals("LOSS", "LOSS", { from: templateTwo })).isRefusedWhile("Available")
  })
})
