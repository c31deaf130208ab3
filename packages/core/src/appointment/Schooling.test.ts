/**
 * A completed training leads on to the role, and a completion that is revoked is followed through to whoever works.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { MergePeople, UndoPeopleMerge } from "../person/Merges.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { signOffHolds } from "../shadowing/Placement.ts"
import { Shadowing, ShadowingsFor } from "../shadowing/Shadowing.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { modelSessions } from "../template/PublishedTemplates.ts"
import { IntroduceTemplate } from "../template/TemplateChoice.ts"
import { given } from "../testing.ts"
import {
  begun,
  complete,
  enrol,
  heldAll,
  prepared,
  recruiting,
  templateOne,
  templateTwo,
  wessTraining,
  willsTraining
} from "../testing/SmallCourse.ts"
import {
  acknowledge,
  activate,
  assess,
  begin,
  experienced,
  id,
  kay,
  lee,
  legacy,
  max,
  maxsRole,
  placementIn,
  plan,
  propose,
  regularise,
  scheme,
  schooledIn,
  select,
  shadowing,
  standingIn,
  start,
  stateIn,
  wes,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { RevokeTrainingCompletion } from "../training/CompletionDecisions.ts"
import { CreditTrainingSession } from "../training/Credits.ts"
import { OpenTrainingRecord } from "../training/Enrolment.ts"
import { Training } from "../training/Training.ts"
import { statusOn } from "./AppointmentStatus.ts"
import { mayMentorOn, mayWorkOn, readySince } from "./Standing.ts"

const outside = id(84)

const status = (events: ReadonlyArray<Happened>, day: string) => {
  const appointment = schooledIn(willsRole, events)
  const its = stateIn(Scheme, scheme, events)
  const { because, status: is } = statusOn({
    appointment,
    person: standingIn(will, events).person,
    scheme: its,
    supervisions: [],
    profile: roleProfileOf(its, appointment.roleProfile),
    placements: stateIn(ShadowingsFor, willsRole, events).map((one) => stateIn(Shadowing, one, events))
  }, date(day))
  return because === null ? is : `${is}: ${because}`
}

const selected = begun.on("2015-11-09", ...experienced(maxsRole, max).slice(1)).on(
  "2016-03-14",
  propose(willsRole, will, "2016-02-01"),
  begin(willsRole, "2016-02-02"),
  assess(willsRole, "2016-02-08"),
  acknowledge(willsRole, "2016-02-10"),
  select(willsRole, "2016-02-15")
)
const completed = selected.on("2016-03-16", ...heldAll()).on("2016-03-17", complete(willsTraining, "2016-03-17"))
const working = completed.on("2016-03-18", plan("2016-03-21", max, "2016-03-18"))
  .on("2016-03-21", start("2016-03-21"))
  .on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }), activate(willsRole, "2016-04-04"))
const revoke = RevokeTrainingCompletion.make({
  training: willsTraining,
  decidedBy: kay,
  agreedBy: lee,
  reason: "It was somebody else who attended",
  on: date("2016-05-02")
})

describe("on the way to a role", () => {
  it("somebody is in training from their enrolment until the completion, and then awaits shadowing", () => {
    const told = ["2016-02-14", "2016-02-21", "2016-02-22", "2016-03-16", "2016-03-17"].map((day) =>
      status(completed.events, day)
    )
    expect(told).toEqual([
      "UnderSelection",
      "Selected: The training is not complete",
      "InTraining: The training is not complete",
      "InTraining: The training is not complete",
      "AwaitingShadowing"
    ])
    expect(readySince(schooledIn(willsRole, completed.events))).toBe("2016-03-17")
  })

  it("nobody shadows before the completion, and nobody is appointed without one", () => {
    given(selected.events).on("2016-03-16").when(plan("2016-03-21", max, "2016-03-16")).isRefusedWhile("Selected")
    given(completed.events).on("2016-03-18").when(plan("2016-03-16", max, "2016-03-18")).isRefusedBy("RECORD-2")
    given(completed.events).on("2016-03-18").when(activate(willsRole, "2016-03-18")).isRefusedBy("APPOINTMENT-10")
    given(working.events).on("2016-04-05").when(activate(willsRole, "2016-04-05")).isRefusedWhile("Active")
  })

  it("only a template that the scheme had adopted by then counts", () => {
    const byTheOther = prepared.on(
      "2015-12-01",
      IntroduceTemplate.make({ template: templateOne, scheme, published: "TEMPLATE_1", on: date("2015-11-02") }),
      legacy(willsRole, will),
      acknowledge(willsRole, "2015-11-02"),
      ...[templateOne, templateTwo].flatMap((template, index) => [
        OpenTrainingRecord.make({ training: id(84 + index), person: will, template, on: date("2015-11-02") })
      ])
    )
    const credit = (training: string, session: (typeof modelSessions)[number]["session"]) =>
      CreditTrainingSession.make({
        training,
        session,
        credit: "FULL",
        evidence: "CERTIFICATE",
        decidedBy: kay,
        on: date("2015-11-03")
      })
    const ofOne = stateIn(Training, outside, byTheOther.events).template
    expect(ofOne).toBe(templateOne)
    const sessionsOfOne = byTheOther.events.find(({ data }) => data["published"] === "TEMPLATE_1")?.data["sessions"]
    const one = byTheOther.on(
      "2015-12-01",
      ...(sessionsOfOne as typeof modelSessions).map(({ session }) => credit(outside, session)),
      complete(outside, "2015-11-04")
    )
    given(one.events).on("2015-12-01").when(regularise(willsRole, "2015-12-01")).isRefusedBy("APPOINTMENT-9")
    const two = one.on(
      "2015-12-01",
      ...modelSessions.map(({ session }) => credit(id(85), session)),
      complete(id(85), "2015-11-04")
    )
    given(two.events).on("2015-12-01").when(regularise(willsRole, "2015-12-01")).isAccepted("LegacyWorkerRegularised")
  })
})

describe("a completion that is revoked", () => {
  const revoked = working.on("2016-05-02", revoke)

  it("never counted: the worker may not work, their days fell, and a person has to decide", () => {
    const may = (events: ReadonlyArray<Happened>) =>
      mayWorkOn(schooledIn(willsRole, events), standingIn(will, events).person, date("2016-04-20"))
    expect([may(working.events), may(revoked.events)]).toEqual([true, false])
    expect([working, revoked].map(({ events }) => signOffHolds(placementIn(events)))).toEqual([true, false])
    expect(status(working.events, "2016-05-03")).toBe("Active")
    expect(status(revoked.events, "2016-05-03")).toBe("Restricted: The training is no longer complete")
    expect(mayMentorOn(standingIn(will, revoked.events), scheme, date("2016-05-03"))).toBe(false)
  })

  it("and decided again counts from then", () => {
    const again = revoked.on("2016-05-09", complete(willsTraining, "2016-05-09"))
    expect(readySince(schooledIn(willsRole, again.events))).toBe("2016-05-09")
    expect(status(again.events, "2016-05-10")).toBe("Active")
  })
})

describe("a training under another number of the person", () => {
  it("counts for the appointment from the merge on, and no longer once that is undone", () => {
    const other = begun.on("2016-03-16", ...heldAll(), propose(willsRole, will, "2016-02-01"))
      .on("2016-03-17", complete(wessTraining, "2016-03-17"))
    const trainedOn = (events: ReadonlyArray<Happened>) => schooledIn(willsRole, events).training.map(({ on }) => on)
    expect(trainedOn(other.events)).toEqual([])
    const reason = "The office of the prison says so"
    const on = date("2016-03-18")
    const merged = other.on("2016-03-18", MergePeople.make({ person: wes, into: will, on, reason }))
    expect(trainedOn(merged.events)).toEqual(["2016-03-17"])
    const undone = merged.on("2016-03-18", UndoPeopleMerge.make({ person: wes, on, reason }))
    expect(trainedOn(undone.events)).toEqual([])
  })
})

describe("the stay that is expected of somebody who is selected", () => {
  it("includes the rest of the course in which they are enrolled", () => {
    // The course ends on 16 March, 16 days after 29 February; with 14 of shadowing and 90 of service that makes 120
    const asked = (events: ReadonlyArray<Happened>) =>
      given(events).on("2016-02-29").when(select(willsRole, "2016-02-29")).decision.judged
        .find(({ rule }) => rule === "APPOINTMENT-8")?.facts
    const considered = recruiting.on(
      "2016-02-29",
      propose(willsRole, will, "2016-02-01"),
      begin(willsRole, "2016-02-02")
    )
      .on("2016-02-29", assess(willsRole, "2016-02-08"))
    expect(asked(considered.events)).toMatchObject({ training: 0, shadowing: 14 })
    expect(asked(considered.on("2016-02-29", enrol(willsTraining, will)).events))
      .toMatchObject({ training: 16, shadowing: 14 })
  })
})
