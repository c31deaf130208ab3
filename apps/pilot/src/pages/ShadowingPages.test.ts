/**
 * Proves what the page of a shadowing says of its days.
 */
import {
  date,
  DecideEarlierShadowing,
  EndAppointment,
  Peerwork,
  PlanShadowing,
  RecordRelease,
  RecordShadowingTransferOut,
  StartShadowing,
  SuspendAppointment
} from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { optionsFor } from "../forms/References.ts"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { sayVerdict } from "../records/Verdicts.ts"
import { attention } from "./Attention.ts"
import { sayDays, shadowingPage } from "./ShadowingPages.ts"
import { todayPage } from "./TodayPages.ts"

const { events, shadowing } = Peerwork.examples.shadowingSince("2016-03-21")

const pageOn = (day: string) => {
  const records = emptyRecords()
  for (const event of events) foldIn(records, event)
  const page = shadowingPage({ records, names: emptyNames(), day: date(day) }, "officer", shadowing, [])
  return page._tag === "Page" ? page.data : {}
}

describe("the page of a shadowing", () => {
  it("says on each day what has been counted and when it can be signed off", () => {
    expect(pageOn("2016-03-21")).toMatchObject({ verdict: "It can be signed off on or after 4 April 2016", spans: [] })
    expect(pageOn("2016-04-03")).toMatchObject({
      verdict: "It can be signed off on or after 4 April 2016",
      spans: [{ days: "21 March to 2 April 2016", count: 13, counts: true }]
    })
    expect(pageOn("2016-04-04")).toMatchObject({ verdict: "It can be signed off, since 4 April 2016" })
  })

  it("offers what can be recorded now, and not what would come to nothing", () => {
    const { actions } = pageOn("2016-04-04") as { readonly actions: ReadonlyArray<{ readonly text: string }> }
    const texts = actions.map(({ text }) => text)
    expect(texts).toContain("Sign off shadowing")
    expect(texts).not.toContain("Uphold a sign-off that no longer holds")
  })

  it("is not there for a shadowing that is not there", () => {
    const looked = { records: emptyRecords(), names: emptyNames(), day: date("2016-04-04") }
    expect(shadowingPage(looked, "officer", shadowing, [])).toMatchObject({ _tag: "Problem", kind: "not-found" })
  })
})

describe("a shadowing whose worker was released", () => {
  const { appointment, worker: person } = Peerwork.examples.shadowingSince("2016-03-21")
  const day = date("2016-04-05")
  const released = RecordRelease.make({ person, reason: "RELEASED", on: date("2016-04-01") })
  const told = Peerwork.decide(released, events, { today: day }).events
  const records = emptyRecords()
  for (const event of told) foldIn(records, event)
  const looked = { records, names: emptyNames(), day }
  const says =
    "worker was released on 1 April 2016: end the shadowing as not achieved, with the reason. If they return, they may " +
    "shadow anew"

  it("says on its page, on the worker's and under what needs attention that it is ended, and waits for no return", () => {
    const page = JSON.stringify(shadowingPage(looked, "coordinator", shadowing, []))
    expect(page).toContain(`The ${says}`)
    expect(page).toContain(`/do/EndShadowingNotAchieved?shadowing=${shadowing}`)
    const kept = records.appointment.get(appointment)
    expect(kept === undefined ? "" : sayVerdict(records, kept, day)).toContain(`: the ${says}`)
    const halted = attention(looked).find(({ key }) => key === "shadowings-halted")
    expect(halted?.items).toMatchObject([{ href: `/shadowings/${shadowing}`, detail: `the ${says}` }])
  })
})

describe("a shadowing with which nobody can go on", () => {
  const { appointment, worker: person } = Peerwork.examples.shadowingSince("2016-03-21")
  const day = date("2016-04-05")
  const waiting = (key: string, history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>) => {
    const records = emptyRecords()
    const told = commands.reduce((before, command) => Peerwork.decide(command, before, { today: day }).events, history)
    for (const event of told) foldIn(records, event)
    return attention({ records, names: emptyNames(), day }).find((one) => one.key === key)?.items.map((one) =>
      one.detail
    )
  }
  const died = RecordRelease.make({ person, reason: "DIED", on: date("2016-04-01") })
  const ended = EndAppointment.make({ appointment, reason: "OWN_REQUEST", on: date("2016-04-01") })
  const planned = Peerwork.examples.shadowingSince("2016-03-21").events.filter(({ type }) =>
    type !== "ShadowingStarted"
  )

  it("is ended where its worker died, and nobody writes of a return", () => {
    expect(waiting("shadowings-halted", events, died)).toEqual([
      "the worker died on 1 April 2016: end the shadowing as not achieved, with the reason"
    ])
    expect(waiting("shadowings-to-start", planned, died)).toEqual([
      "the worker died on 1 April 2016: cancel the shadowing"
    ])
  })

  it("is ended where its appointment ended", () => {
    expect(waiting("shadowings-halted", events, ended)).toEqual([
      "the appointment ended on 1 April 2016: end the shadowing as not achieved, with the reason"
    ])
    expect(waiting("shadowings-to-start", planned, ended)).toEqual([
      "the appointment ended on 1 April 2016: cancel the shadowing"
    ])
  })
})

describe("a shadowing after another that a transfer ended", () => {
  const { appointment, coordinator, mentor, mentorAppointment } = Peerwork.examples.shadowingSince("2016-03-21")
  const again = "00000000-0000-4000-9000-0000000000ee"
  const day = date("2016-03-31")
  const told = [
    RecordShadowingTransferOut.make({ shadowing, on: date("2016-03-29") }),
    PlanShadowing.make({ shadowing: again, appointment, mentor, startOn: date("2016-03-30"), on: date("2016-03-30") }),
    StartShadowing.make({ shadowing: again, on: date("2016-03-30") })
  ].reduce((before, command) => Peerwork.decide(command, before, { today: day }).events, events)
  const looked = (history: ReadonlyArray<Happened>) => {
    const records = emptyRecords()
    for (const event of history) foldIn(records, event)
    return { records, names: emptyNames(), day }
  }

  it("waits until somebody decides whether the days count, and then says how many were carried over", () => {
    const waiting = "1 shadowing elsewhere to decide about"
    const before = looked(told)
    expect(JSON.stringify(todayPage(before, "coordinator"))).toContain(waiting)
    expect(JSON.stringify(shadowingPage(before, "coordinator", again, [])))
      .toContain(`/do/DecideEarlierShadowing?shadowing=${again}`)
    expect(optionsFor(before, DecideEarlierShadowing, "earlier", "shadowing", () => again)).toHaveLength(1)
    const decided = Peerwork.decide(
      DecideEarlierShadowing.make({
        shadowing: again,
        earlier: shadowing,
        outcome: "COUNT",
        decidedBy: coordinator,
        on: day,
        reason: "The same role"
      }),
      told,
      { today: day }
    )
    const after = looked(decided.events)
    expect(JSON.stringify(todayPage(after, "coordinator"))).not.toContain(waiting)
    expect(JSON.stringify(shadowingPage(after, "coordinator", again, [])))
      .toContain("9 of 14, 8 of them from a shadowing elsewhere")

    // Found out later: the mentor was suspended on six of the eight days
    const suspended = SuspendAppointment.make({
      appointment: mentorAppointment,
      from: date("2016-03-21"),
      until: date("2016-03-27"),
      reviewBy: date("2016-04-20"),
      paid: false,
      reason: "INVESTIGATION"
    })
    const found = looked(Peerwork.decide(suspended, decided.events, { today: day }).events)
    expect(JSON.stringify(todayPage(found, "coordinator"))).toContain(waiting)
    expect(JSON.stringify(attention(found))).toContain(
      "it was decided of 8 days elsewhere that they count; by what is known now 2 count there"
    )
    expect(JSON.stringify(shadowingPage(found, "coordinator", again, [])))
      .toContain("3 of 14, 2 of them from a shadowing elsewhere")
    expect(optionsFor(found, DecideEarlierShadowing, "earlier", "shadowing", () => again)).toHaveLength(1)
  })
})

describe("days on end", () => {
  it.for([
    ["2016-03-21", "2016-03-24", "21 to 24 March 2016"],
    ["2016-03-29", "2016-04-05", "29 March to 5 April 2016"],
    ["2015-12-30", "2016-01-02", "30 December 2015 to 2 January 2016"],
    ["2016-04-04", "2016-04-04", "4 April 2016"]
  ])("from %s to %s are %s", ([first = "", last = "", said]) => expect(sayDays(date(first), date(last))).toBe(said))
})
