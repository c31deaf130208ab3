/**
 * Who was at a session beside those who taught it: put right where it was recorded wrongly, and moved with the day of the
 * session. That nobody observed what they taught is told in `WhoTaught`.
 */
import { describe, expect, it } from "vitest"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { matches } from "../language/Query.ts"
import { fold } from "../language/View.ts"
import { whatCounts } from "../record/whatCounts.ts"
import { given, laws } from "../testing.ts"
import { begun, cohort, deliver, facilitator, nurse } from "../testing/SmallCourse.ts"
import { id, kay, lee, max, stateIn, will } from "../testing/SmallPrison.ts"
import { Trainer } from "../trainer/Trainer.ts"
import { Cohort, sessionIn } from "./Cohort.ts"
import { AcceptTrainingSession, CorrectTrainingSession, VoidTrainingSession } from "./SessionFindings.ts"
import { CorrectSessionObservers } from "./SessionObservers.ts"

const reason = "It turned out so"
const correct = (more: object) =>
  CorrectSessionObservers.make({ cohort, session: "LOSS", observers: [], timeProtected: true, reason, ...more })
const recorded = (more: object) =>
  CorrectTrainingSession.make({
    cohort,
    session: "LOSS",
    heldOn: date("2016-03-15"),
    minutes: 60,
    deliverers: [facilitator],
    reason,
    ...more
  })

/** Held on Tuesday 15 March 2016; Kay is recorded to have observed it, and Max to have helped. */
const held = begun.on("2016-03-15", deliver("LOSS", { observers: [kay], helper: max }))

const sessionOf = (events: ReadonlyArray<Happened>) => sessionIn(stateIn(Cohort, cohort, events), "LOSS")
const practised = (events: ReadonlyArray<Happened>, staff: string) =>
  stateIn(Trainer, staff, events).practised.map(({ on, practice }) => [on, practice])

describe("who else was at a session", () => {
  it("is put right as a whole, and counts for whoever really observed it", () => {
    const corrected = held.on("2016-03-16", correct({ observers: [lee, nurse], timeProtected: false }))
    expect(corrected.events.at(-1)).toMatchObject({
      type: "TrainingSessionObserversCorrected",
      on: "2016-03-15",
      corrects: sessionOf(held.events)?.delivered?.event,
      data: {
        session: "LOSS",
        observers: [lee, nurse],
        timeProtected: false,
        formerObservers: [kay],
        formerHelper: max
      }
    })
    expect(sessionOf(corrected.events)).toEqual({
      ...sessionOf(held.events),
      observers: [lee, nurse],
      helper: null,
      timeProtected: false
    })
    expect([kay, lee, nurse].map((staff) => practised(corrected.events, staff)))
      .toEqual([[], [["2016-03-15", "OBSERVED"]], [["2016-03-15", "OBSERVED"]]])
    // And back again, as if nothing had been
    const back = corrected.on("2016-03-17", correct({ observers: [kay], helper: max }))
    expect(sessionOf(back.events)).toEqual(sessionOf(held.events))
    expect([kay, lee].map((staff) => practised(back.events, staff))).toEqual([[["2016-03-15", "OBSERVED"]], []])
    laws.replay(Cohort, cohort, back.events)
    laws.replay(Trainer, kay, back.events)
  })

  it("is somebody else than who taught it, in post on its day, and a worker who was in the role", () => {
    const at = given(held.events).on("2016-03-16")
    at.when(correct({ observers: [facilitator] })).isRefusedBy("TRAINER-5")
    at.when(correct({ observers: [id(99)] })).isRefusedBy("STAFF-1")
    at.when(correct({ helper: will })).isRefusedBy("COHORT-10")
    at.when(correct({ observers: [kay], helper: max })).isRefusedWhile("Running")
    given(begun.events).on("2016-03-16").when(correct({ observers: [lee] })).isRefusedWhile("Running")
  })

  it("was there on the day on which the session turns out to have been held", () => {
    const moved = held.on("2016-03-17", recorded({ heldOn: date("2016-03-16") }))
    expect(moved.events.slice(-2).map(({ on, type }) => [type, on])).toEqual([
      ["TrainingSessionCorrected", "2016-03-16"],
      ["TrainingSessionObserversCorrected", "2016-03-16"]
    ])
    expect(practised(moved.events, kay)).toEqual([["2016-03-16", "OBSERVED"]])
    expect(sessionOf(moved.events)).toMatchObject({ heldOn: "2016-03-16", observers: [kay], helper: max })
    // Nobody has to be told again where the day stays
    expect(held.on("2016-03-17", recorded({ minutes: 50 })).events.at(-1)?.type).toBe("TrainingSessionCorrected")
  })

  it("observed nothing where the session was never held", () => {
    const corrected = held.on("2016-03-16", correct({ observers: [lee] }))
    const voided = corrected.on("2016-03-17", VoidTrainingSession.make({ cohort, session: "LOSS", reason }))
    expect([kay, lee].map((staff) => practised(voided.events, staff))).toEqual([[], []])
  })

  it("is asked about anew where two decided that the session counts, and others observed it", () => {
    const accept = AcceptTrainingSession.make({
      cohort,
      session: "LOSS",
      ground: "OBSERVED_BY_ACCREDITED",
      agreedBy: lee,
      on: date("2016-03-16"),
      reason
    })
    const accepted = begun.on("2016-03-16", deliver("LOSS", { deliverers: [nurse], observers: [facilitator] }), accept)
    expect(sessionOf(accepted.events)?.accepted).not.toBeNull()
    const helped = accepted.on("2016-03-17", correct({ observers: [facilitator], helper: max }))
    expect(sessionOf(helped.events)?.accepted).toEqual(sessionOf(accepted.events)?.accepted)
    const others = accepted.on("2016-03-17", correct({ observers: [lee] }))
    expect(sessionOf(others.events)?.accepted).toBeNull()
  })

  it("was so on every day since the session, on whichever that turned out to be", () => {
    const { events } = held.on("2016-03-17", correct({ observers: [lee] }), recorded({ heldOn: date("2016-03-16") }))
    const asAt = (on: string) => {
      const counts = whatCounts(events)
      const known = events.filter((one) => matches(Cohort.query(cohort), one) && counts(one, date(on)))
      return sessionIn(fold(Cohort, cohort, known as never), "LOSS")?.observers
    }
    expect(["2016-03-15", "2016-03-16"].map(asAt)).toEqual([[], [lee]])
  })
})
