/**
 * Proves what the pages say of an escalation that was passed on against somebody's wish.
 */
import { date, instant, Peerwork, RaiseEscalation, RecordSubjectNotInformed } from "@peerwork/core"
import type { Happened } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { escalationAttention } from "./EscalationAttention.ts"
import { escalationPage } from "./EscalationPages.ts"

const { coordinator, events, scheme, worker } = Peerwork.examples.shadowingSince("2016-03-21")
const escalation = "00000000-0000-4000-9000-0000000000dd"
const now = instant("2016-03-28T10:00:00.000Z")
const viewing = { viewer: { id: coordinator, role: "safeguarding" as const }, now }

const looked = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return { records, names: emptyNames(), day: date("2016-03-28") }
}

const raised = Peerwork.decide(
  RaiseEscalation.make({
    escalation,
    scheme,
    category: "HEALTH",
    urgency: "SAME_DAY",
    basis: "SAFEGUARDING_DUTY",
    subject: worker
  }),
  events,
  { now }
).events

describe("an escalation that was passed on against somebody's wish", () => {
  const waiting = "1 person to tell that something was passed on"
  const waits = (history: ReadonlyArray<Happened>) =>
    escalationAttention(looked(history), viewing).filter(({ items }) => items.length > 0)
      .map(({ counted, items }) => counted(items.length))

  it("waits under what needs attention, with the ways to record that they were told or why not", () => {
    expect(waits(raised)).toContain(waiting)
    const page = JSON.stringify(escalationPage(looked(raised), viewing, escalation, []))
    expect(page).toContain(`/do/InformEscalationSubject?escalation=${escalation}`)
    expect(page).toContain(`/do/RecordSubjectNotInformed?escalation=${escalation}`)
    const kept = Peerwork.decide(RecordSubjectNotInformed.make({ escalation, why: "UNSAFE" }), raised, { now }).events
    expect(waits(kept)).not.toContain(waiting)
    expect(JSON.stringify(escalationPage(looked(kept), viewing, escalation, []))).not.toContain("SubjectInformed")
  })
})
