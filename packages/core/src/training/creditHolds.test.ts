/**
 * A credit stands on the training from which it was given: what falls there falls here, and stands again when that does.
 */
import { describe, expect, it } from "vitest"
import { CorrectTrainingSession } from "../cohort/SessionFindings.ts"
import type { Given } from "../language/Command.ts"
import { answer } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople, UndoPeopleMerge } from "../person/Merges.ts"
import { publishedTemplates } from "../template/PublishedTemplates.ts"
import { IntroduceTemplate } from "../template/TemplateChoice.ts"
import { GrantTrainingEquivalence, WithdrawTrainingEquivalence } from "../template/TrainingEquivalences.ts"
import { TrainingTemplate } from "../template/TrainingTemplate.ts"
import { given } from "../testing.ts"
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
  prepared,
  templateOne,
  templateTwo
} from "../testing/SmallCourse.ts"
import { answerOver, id, kay, max, mo, scheme, stateIn, will } from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { WithdrawTrainerAccreditation } from "../trainer/TrainerAccreditation.ts"
import { completionHolds } from "./completionHolds.ts"
import { creditsInDoubt } from "./creditHolds.ts"
import { CreditEarlierTraining, CreditTrainingSession, UpholdTrainingCredit, VoidTrainingEntry } from "./Credits.ts"
import { CloseTrainingIncomplete, OpenTrainingRecord, VoidTraining } from "./Enrolment.ts"
import { sessionsMet } from "./sessionsMet.ts"
import { Training } from "./Training.ts"
import { recordOf } from "./TrainingRecord.ts"

const later = id(82)
const reason = "It turned out so"

const howLoss = (events: ReadonlyArray<Happened>) =>
  sessionsMet(
    answer(recordOf(stateIn(Training, later, events)), (view, of) => stateIn(view, of, events)),
    date("2016-12-31")
  ).find(({ session }) => session === "LOSS")?.how

const creditOf = (events: ReadonlyArray<Happened>) => stateIn(Training, later, events).credits.at(-1)?.event ?? ""

/** Somebody attended one session ad hoc; of Mo it turns out that he is Max. */
const attendedBy = (person: string) =>
  begun.on("2016-03-14", enrol(maxsTraining, person, { place: "AD_HOC" }))
    .on("2016-03-15", deliver("LOSS"), attend("LOSS", ...attended(maxsTraining)))
    .on("2016-03-16", CloseTrainingIncomplete.make({ training: maxsTraining, on: date("2016-03-16"), reason }))

const merged = attendedBy(mo).on(
  "2016-03-16",
  MergePeople.make({ person: mo, into: max, on: date("2016-03-16"), reason })
)

/** Max has the session credited in a later record. */
const crediting = (from: typeof merged) =>
  from.on("2016-03-17", enrol(later, max, { on: date("2016-03-17") })).on(
    "2016-03-17",
    CreditEarlierTraining.make({
      training: later,
      earlier: maxsTraining,
      sessions: ["LOSS"],
      decidedBy: kay,
      on: date("2016-03-17")
    })
  )

const credited = crediting(attendedBy(max))

const fromOutside = (credit: "FULL" | "PARTIAL", on = "2016-03-18") =>
  CreditTrainingSession.make({
    training: later,
    session: "LOSS",
    credit,
    ...(credit === "PARTIAL" ? { topUpMinutes: 20 } : {}),
    evidence: "CERTIFICATE",
    decidedBy: kay,
    on: date(on)
  })

const taughtBy = (deliverer: string) =>
  CorrectTrainingSession.make({
    cohort,
    session: "LOSS",
    heldOn: date("2016-03-15"),
    minutes: 60,
    deliverers: [deliverer],
    reason
  })

describe("a credit from an earlier training", () => {
  it("falls when nobody accredited taught the session after all, and stands again when that was wrong", () => {
    expect(howLoss(credited.events)).toBe("Credited")
    const fallen = credited.on("2016-03-20", taughtBy(nurse))
    expect(howLoss(fallen.events)).toBe("Missing")
    expect(howLoss(fallen.on("2016-03-21", taughtBy(facilitator)).events)).toBe("Credited")
    const withdrawn = WithdrawTrainerAccreditation.make({
      trainer: facilitator,
      session: "LOSS",
      decidedBy: kay,
      reason,
      on: date("2016-03-01")
    })
    expect(howLoss(credited.on("2016-03-20", withdrawn).events)).toBe("Missing")
  })

  it("falls with a record that was struck out, and with one that turns out to be of somebody else", () => {
    const struckOut = VoidTraining.make({ training: maxsTraining, on: date("2016-03-18"), reason })
    expect(howLoss(credited.on("2016-03-18", struckOut).events)).toBe("Missing")
    const ofMo = crediting(merged)
    expect(howLoss(ofMo.events)).toBe("Credited")
    const undone = UndoPeopleMerge.make({ person: mo, on: date("2016-03-18"), reason })
    expect(howLoss(ofMo.on("2016-03-18", undone).events)).toBe("Missing")
  })

  it("is replaced by a later one, and counts again when that is struck out", () => {
    const again = credited.on("2016-03-18", fromOutside("PARTIAL"))
    expect(howLoss(again.events)).toBe("Partial")
    const struckOut = VoidTrainingEntry.make({ training: later, entry: creditOf(again.events), reason })
    expect(howLoss(again.on("2016-03-19", struckOut).events)).toBe("Credited")
    const inFull = again.on("2016-03-19", fromOutside("FULL"))
    expect(howLoss(inFull.on("2016-03-20", taughtBy(nurse)).events)).toBe("Credited")
  })
})

describe("a credit whose equivalence is withdrawn", () => {
  const [old, topUp] = [id(83), { topUp: "DEMENTIA", topUpMinutes: 30 } as const]
  const grant = (on: string, credit: "FULL" | "NONE" | "PARTIAL", more: object = {}) =>
    GrantTrainingEquivalence.make({
      template: templateTwo,
      session: "LOSS",
      from: templateOne,
      fromSession: "LOSS",
      credit,
      decidedBy: kay,
      reason,
      on: date(on),
      ...more
    })
  const sessions = publishedTemplates.TEMPLATE_2.sessions.map(({ session }) => session)
  const known = prepared.on(
    "2016-01-18",
    IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-02") }),
    OpenTrainingRecord.make({ training: old, person: will, template: templateOne, on: date("2015-11-02") }),
    ...[old, later].flatMap((training) => [
      ...(training === later
        ? [OpenTrainingRecord.make({ training, person: will, template: templateTwo, on: date("2016-01-04") })]
        : []),
      ...(training === later ? sessions.filter((session) => session !== "LOSS") : ["LOSS" as const]).map((session) =>
        CreditTrainingSession.make({
          training,
          session,
          credit: "FULL",
          evidence: "REGISTER",
          decidedBy: kay,
          on: date("2016-01-04")
        })
      )
    ])
  )
  const creditedBy = (...grants: ReadonlyArray<Given>) =>
    known.on("2016-01-18", ...grants).on(
      "2016-01-18",
      CreditEarlierTraining.make({
        training: later,
        earlier: old,
        sessions: ["LOSS"],
        decidedBy: kay,
        on: date("2016-01-18")
      })
    )
  const full = creditedBy(grant("2016-01-05", "FULL"))
  const completed = full.on("2016-01-19", complete(later, "2016-01-19"))

  const recordIn = ({ events }: Story) => answerOver(recordOf(stateIn(Training, later, events)), events)
  const asked = (story: Story) => creditsInDoubt(recordIn(story)).map(({ session }) => session)
  const decided = ({ events }: Story) => stateIn(TrainingTemplate, templateTwo, events).equivalences.at(-1)?.event ?? ""
  const withdrawn = (story: Story) =>
    story.on("2016-01-20", WithdrawTrainingEquivalence.make({ template: templateTwo, entry: decided(story), reason }))
  const uphold = (on = "2016-01-21") =>
    UpholdTrainingCredit.make({
      training: later,
      entry: creditOf(completed.events),
      decidedBy: kay,
      reason,
      on: date(on)
    })

  it("stays, and waits until somebody decides", () => {
    expect([howLoss(completed.events), asked(completed)]).toEqual(["Credited", []])
    given(completed.events).on("2016-01-21").when(uphold()).isRefusedWhile("Completed")
    const inDoubt = withdrawn(completed)
    expect([howLoss(inDoubt.events), asked(inDoubt), completionHolds(recordIn(inDoubt))])
      .toEqual(["Credited", ["LOSS"], true])
    given(inDoubt.events).on("2016-01-21").when(uphold("2016-01-17")).isRefusedBy("RECORD-2")
    const upheld = inDoubt.on("2016-01-21", uphold())
    expect(upheld.events.at(-1)).toMatchObject({
      type: "TrainingCreditUpheld",
      corrects: creditOf(completed.events),
      data: { session: "LOSS", decidedBy: kay }
    })
    expect([howLoss(upheld.events), asked(upheld)]).toEqual(["Credited", []])
    given(upheld.events).on("2016-01-21").when(uphold()).isRefusedWhile("Completed")
  })

  it("or is struck out, and then the completion that rests on it is asked about", () => {
    const inDoubt = withdrawn(completed)
    const entry = creditOf(inDoubt.events)
    const struck = inDoubt.on("2016-01-21", VoidTrainingEntry.make({ training: later, entry, reason }))
    expect([howLoss(struck.events), asked(struck), completionHolds(recordIn(struck))]).toEqual(["Missing", [], false])
    given(struck.events).on("2016-01-21").when(uphold()).isRefusedWhile("Completed")
  })

  it("is in doubt no more once another equivalence gives as much, or another credit was given", () => {
    const inDoubt = withdrawn(full)
    expect(asked(inDoubt)).toEqual(["LOSS"])
    expect(asked(inDoubt.on("2016-01-21", grant("2016-01-10", "FULL")))).toEqual([])
    expect(asked(inDoubt.on("2016-01-21", grant("2016-01-19", "FULL")))).toEqual(["LOSS"])
    expect(asked(inDoubt.on("2016-01-21", fromOutside("FULL", "2016-01-21")))).toEqual([])
  })

  it("as is one of which it was decided for that day that it counts for less, and not for more", () => {
    expect(asked(full.on("2016-01-20", grant("2016-01-18", "NONE")))).toEqual(["LOSS"])
    expect(asked(full.on("2016-01-20", grant("2016-01-19", "NONE")))).toEqual([])
    expect(asked(full.on("2016-01-20", grant("2016-01-18", "PARTIAL", topUp)))).toEqual(["LOSS"])
    const part = creditedBy(grant("2016-01-05", "PARTIAL", topUp))
    const left = (topUpMinutes: number) => grant("2016-01-18", "PARTIAL", { ...topUp, topUpMinutes })
    expect(asked(part.on("2016-01-20", left(29)))).toEqual([])
    expect(asked(part.on("2016-01-20", left(31)))).toEqual(["LOSS"])
    expect(asked(part.on("2016-01-20", grant("2016-01-18", "FULL")))).toEqual([])
    expect(asked(withdrawn(part))).toEqual(["LOSS"])
  })

  it("and one from a training by the same template needs none", () => {
    expect(answerOver(recordOf(stateIn(Training, later, credited.events)), credited.events).creditsWithoutGround)
      .toEqual([])
  })
})
