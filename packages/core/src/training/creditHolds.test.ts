/**
 * A credit stands on the training from which it was given: what falls there falls here, and stands again when that does.
 */
import { describe, expect, it } from "vitest"
import { CorrectTrainingSession } from "../cohort/SessionFindings.ts"
import { answer } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople, UndoPeopleMerge } from "../person/Merges.ts"
import {
  attend,
  attended,
  begun,
  cohort,
  deliver,
  enrol,
  facilitator,
  maxsTraining,
  nurse
} from "../testing/SmallCourse.ts"
import { id, kay, max, mo, stateIn } from "../testing/SmallPrison.ts"
import { WithdrawTrainerAccreditation } from "../trainer/TrainerAccreditation.ts"
import { CreditEarlierTraining, CreditTrainingSession, VoidTrainingEntry } from "./Credits.ts"
import { CloseTrainingIncomplete, VoidTraining } from "./Enrolment.ts"
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

const fromOutside = (credit: "FULL" | "PARTIAL") =>
  CreditTrainingSession.make({
    training: later,
    session: "LOSS",
    credit,
    ...(credit === "PARTIAL" ? { topUpMinutes: 20 } : {}),
    evidence: "CERTIFICATE",
    decidedBy: kay,
    on: date("2016-03-18")
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
