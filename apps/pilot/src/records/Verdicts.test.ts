/**
 * Proves the one sentence that says whether somebody may work alone, and why, day by day through a history.
 */
import {
  AcknowledgeJobDescription,
  ActivateAppointment,
  date,
  Peerwork,
  SignOffShadowing,
  SuspendAppointment
} from "@peerwork/core"
import type { Given, Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { attention } from "../pages/Attention.ts"
import { writtenOut } from "../testing/WrittenOut.ts"
import { emptyNames } from "./Names.ts"
import { emptyRecords, foldIn } from "./Records.ts"
import { sayVerdict } from "./Verdicts.ts"

const { appointment, coordinator, events, mentorAppointment, shadowing } = Peerwork.examples.shadowingSince(
  "2016-03-21"
)

const recordsOf = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return records
}

const after = (history: ReadonlyArray<Happened>, on: string, command: Given): ReadonlyArray<Happened> => {
  const { decision, events: next } = Peerwork.decide(command, history, { today: date(on) })
  if (decision._tag === "Refused") throw new Error(JSON.stringify(decision.judged.filter(({ held }) => held === false)))
  return next
}

const verdict = (history: ReadonlyArray<Happened>, day: string, of = appointment): string => {
  const records = recordsOf(history)
  const kept = records.appointment.get(of)
  return kept === undefined ? "none" : sayVerdict(records, kept, date(day))
}

const signedOff = after(events, "2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
const suspended = after(
  signedOff,
  "2016-04-05",
  SuspendAppointment.make({
    appointment: mentorAppointment,
    from: date("2016-03-30"),
    reviewBy: date("2016-04-12"),
    paid: false,
    reason: "INVESTIGATION"
  })
)

const waiting = (history: ReadonlyArray<Happened>, day: string) =>
  attention({ records: recordsOf(history), names: emptyNames(), day: date(day) })
    .filter(({ items }) => items.length > 0).map(({ counted, items }) => counted(items.length))

describe("may they work alone?", () => {
  it("a new worker who shadows may not, and the sentence says until when", () => {
    expect(verdict(events, "2016-03-25")).toBe(
      "May not work alone as a peer support worker: they are shadowing an experienced worker, which can be " +
        "signed off on or after 4 April 2016"
    )
  })

  it("a mentor may", () => {
    expect(verdict(events, "2016-03-25", mentorAppointment)).toBe(
      "May work alone as a peer support worker since 7 March 2016"
    )
  })

  it("a mentor who is suspended may not, from that day", () => {
    expect(verdict(suspended, "2016-04-05", mentorAppointment)).toBe(
      "May not work alone as a peer support worker: suspended by decision since 30 March 2016"
    )
    expect(verdict(suspended, "2016-03-29", mentorAppointment)).toBe(
      "May work alone as a peer support worker since 7 March 2016"
    )
  })
})

describe("what needs attention", () => {
  /** The mentor's first supervision was due on 14 March, and none was held. */
  const overdue = "1 supervision is overdue"

  it("is a sign-off that is possible, from its first day on", () => {
    expect(waiting(events, "2016-04-03")).toEqual([overdue])
    expect(waiting(events, "2016-04-04")).toEqual([overdue, "1 shadowing can be signed off"])
  })

  it("is a worker who is ready, and then a sign-off that no longer holds", () => {
    expect(waiting(signedOff, "2016-04-04")).toEqual([overdue, "1 worker has shadowed and lacks something"])
    const acknowledged = after(
      signedOff,
      "2016-04-04",
      AcknowledgeJobDescription.make({ appointment, version: 1, on: date("2016-04-04") })
    )
    expect(waiting(acknowledged, "2016-04-04")).toEqual([overdue, "1 worker is ready to be appointed"])
    expect(waiting(suspended, "2016-04-12")).toEqual([
      "1 sign-off no longer holds",
      "1 worker has shadowed and lacks something",
      "1 suspension is to be reviewed"
    ])
  })
})

describe("folding", () => {
  it("gives the same bytes for the same events, all at once or one after the other", () => {
    const records = emptyRecords()
    for (const event of suspended) foldIn(records, event)
    expect(writtenOut(records)).toBe(writtenOut(recordsOf(suspended)))
    expect(JSON.parse(writtenOut(records))).toMatchObject({ position: suspended.length })
  })

  it("activates nobody by itself", () => {
    const refused = Peerwork.check(
      ActivateAppointment.make({
        appointment,
        supervisor: coordinator,
        firstSupervisionOn: date("2016-04-11"),
        identityItemOffered: true,
        on: date("2016-04-05")
      }),
      suspended,
      { today: date("2016-04-05") }
    )
    expect(refused._tag).toBe("Refused")
  })
})
