/**
 * What a session may name and who can have held it: escalations that pass on what came up, a supervisor in post, and a
 * worker whose appointment has not ended. And what is said of notes that say nothing.
 */
import { describe, expect, it } from "vitest"
import { EndAppointment } from "../appointment/AppointmentEnd.ts"
import { CorrectEscalation } from "../escalation/EscalationCorrections.ts"
import { RaiseEscalation } from "../escalation/EscalationRaising.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { instant } from "../language/Instant.ts"
import { addDays, date } from "../language/LocalDate.ts"
import { RecordStaffLeaving } from "../staff/StaffLeaving.ts"
import { given } from "../testing.ts"
import {
  coordinator,
  experienced,
  id,
  kay,
  lee,
  max,
  maxsRole,
  officer,
  opened,
  scheme,
  will
} from "../testing/SmallPrison.ts"
import { HoldSupervision } from "./HoldingSupervision.ts"
import { ArrangeSupervision, ChangeSupervisor, EndSupervision } from "./Supervising.ts"
import { CorrectSupervisionDate } from "./SupervisionCorrections.ts"
import { AddToSupervisionNote, RewriteSupervisionNote } from "./SupervisionNotes.ts"

const [supervision, escalation] = [id(71), id(61)]
const on = "2015-11-16"

const hold = (day: string, values: Partial<Parameters<typeof HoldSupervision.make>[0]> = {}): Given =>
  HoldSupervision.make({
    supervision,
    on: date(day),
    exploitation: "NOTHING",
    workload: "MANAGEABLE",
    confidentiality: "NOTHING",
    boundaries: "NOTHING",
    sharedNote: "A good fortnight",
    ...values
  })
const naming = hold(on, { exploitation: "OF_WORKER", escalations: [escalation] })

/** Lee supervises Max, who is in role since Monday 9 November 2015. */
const arranged = opened.on("2015-11-09", ...experienced(maxsRole, max)).on(
  "2015-11-09",
  ArrangeSupervision.make({
    supervision,
    appointment: maxsRole,
    supervisor: lee,
    framework: "GIBBS",
    managesAlone: false,
    on: date("2015-11-09")
  })
)

type Raising = Partial<Parameters<typeof RaiseEscalation.make>[0]>

const raiseOf = (values: Raising): Given =>
  RaiseEscalation.make({
    escalation,
    scheme,
    category: "ENVIRONMENT_EQUIPMENT",
    urgency: "ROUTINE",
    basis: "NOBODY",
    ...values
  })
const raised = (values: Raising) => arranged.by(officer).on(on, raiseOf(values)).events

const says = (events: ReadonlyArray<Happened>, day: string, command: Given): string | undefined => {
  const { decision } = given(events).on(day).by(coordinator).when(command)
  return decision._tag === "Refused" ? decision.moment?.says : undefined
}

describe("an escalation that a session names", () => {
  it("is about the worker, or goes a way that protects", () => {
    const when = (values: Raising) => given(raised(values)).on(on).by(officer).when(naming)
    when({}).isRefusedBy("SUPERVISION-9")
    when({ subject: will }).isRefusedBy("SUPERVISION-9")
    when({ subject: max }).isAccepted()
    when({ category: "EXPLOITATION_BY_WORKER", subject: will }).isAccepted()
    when({ category: "SAFEGUARDING_ADULT" }).isAccepted()
  })

  it("is, to whom it is about, as if there were none", () => {
    const hidden = raised({ category: "STAFF_CONDUCT", aboutStaff: kay, subject: max })
    expect(says(hidden, on, naming)).toBe("There is no such escalation. Raise it first")
    expect(says(arranged.events, on, naming)).toBe("There is no such escalation. Raise it first")
    given(hidden).on(on).by(officer).when(naming).isAccepted()
    const corrected = arranged.by(officer).at(
      "2015-11-16T10:00",
      raiseOf({ category: "STAFF_CONDUCT", aboutStaff: kay, subject: max }),
      CorrectEscalation.make({
        escalation,
        subject: max,
        aboutStaff: lee,
        raisedAt: instant("2015-11-16T10:00:00.000Z"),
        reason: "It was Lee"
      })
    ).events
    expect(says(corrected, on, naming)).toBe("There is no such escalation. Raise it first")
  })
})

describe("a session", () => {
  it("is held by nobody who has left, until somebody else supervises", () => {
    const left = arranged.by(coordinator).on(
      "2015-11-20",
      RecordStaffLeaving.make({ staff: lee, on: date("2015-11-20") })
    )
    given(left.events).on("2015-11-23").when(hold("2015-11-23")).isRefusedBy("SUPERVISION-10")
    // Before they left they did hold one
    given(left.events).on("2015-11-23").when(hold("2015-11-19")).isAccepted()
    const changed = left.on(
      "2015-11-23",
      ChangeSupervisor.make({
        supervision,
        supervisor: kay,
        managesAlone: false,
        reason: "Left",
        on: date("2015-11-23")
      })
    )
    given(changed.events).on("2015-11-23").when(hold("2015-11-23")).isAccepted()
  })

  it("is held with nobody whose appointment has ended, and may be on its last day", () => {
    const ended = arranged.by(coordinator).on(
      "2015-11-20",
      EndAppointment.make({ appointment: maxsRole, reason: "RELEASED", on: date("2015-11-20") })
    )
    given(ended.events).on("2015-11-23").when(hold("2015-11-20")).isRefusedBy("SUPERVISION-10")
    given(ended.events).on("2015-11-23").when(hold("2015-11-19")).isAccepted()
  })

  it("is not moved by a correction to a day on which neither could be", () => {
    const held = arranged.by(coordinator).on(on, hold(on))
      .on("2015-11-20", RecordStaffLeaving.make({ staff: lee, on: date("2015-11-20") }))
    const entry = held.events.find(({ type }) => type === "SupervisionHeld")?.id ?? ""
    const correct = (day: string) =>
      CorrectSupervisionDate.make({ supervision, entry, happenedOn: date(day), reason: "A slip" })
    given(held.events).on("2015-11-23").when(correct("2015-11-21")).isRefusedBy("SUPERVISION-10")
    given(held.events).on("2015-11-23").when(correct("2015-11-17")).isAccepted()
    // The day on which the supervision ended is put right also once the supervisor has left
    const ended = held.by(coordinator).on(
      "2015-11-23",
      EndSupervision.make({ supervision, reason: "Left", on: date("2015-11-23") })
    )
    const end = ended.events.at(-1)?.id ?? ""
    const { decision } = given(ended.events).on("2015-11-23")
      .when(CorrectSupervisionDate.make({ supervision, entry: end, happenedOn: date("2015-11-22"), reason: "A slip" }))
      .isAccepted()
    expect(decision.judged.find(({ rule }) => rule === "SUPERVISION-10")?.facts)
      .toEqual({ held: false, supervisorInPost: false, appointmentOpen: true })
  })
})

describe("a note that says nothing", () => {
  it("is refused, and told which of the two is wanted", () => {
    const held = arranged.by(coordinator).on(on, hold(on)).events
    const session = held.at(-1)?.id ?? ""
    const nothing = "Nothing is written. Say what both take from it, or what the supervisor notes for themselves"
    const next = addDays(date(on), 1)
    expect(says(held, next, AddToSupervisionNote.make({ supervision, session, on: next }))).toBe(nothing)
    expect(says(held, next, RewriteSupervisionNote.make({ supervision, session }))).toBe(nothing)
    given(held).on(next).when(AddToSupervisionNote.make({ supervision, session, sharedNote: "More", on: next }))
      .isAccepted()
  })
})
