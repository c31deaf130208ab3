/**
 * Everything that a member of staff has in hand goes to another in one act, or none of it does.
 */
import { describe, expect, it } from "vitest"
import { Appointment } from "../appointment/Appointment.ts"
import { VoidAppointment } from "../appointment/AppointmentEnd.ts"
import { Escalation, openActions, whoHas } from "../escalation/Escalation.ts"
import { CorrectEscalation } from "../escalation/EscalationCorrections.ts"
import { HandOverEscalation } from "../escalation/EscalationOwnership.ts"
import { RaiseEscalation, RaiseImmediateEscalation } from "../escalation/EscalationRaising.ts"
import { RecordEscalationAction } from "../escalation/EscalationWork.ts"
import { date } from "../language/LocalDate.ts"
import { holdingOn, Route } from "../route/Route.ts"
import { Scheme, trainingLeadOn } from "../scheme/Scheme.ts"
import { NameTrainingLead } from "../scheme/SchemePreparation.ts"
import { ArrangeSupervision } from "../supervision/Supervising.ts"
import { Supervision, supervisorIn } from "../supervision/Supervision.ts"
import { Support } from "../support/Support.ts"
import { OpenWorkerSupport } from "../support/supportDecisions.ts"
import { given } from "../testing.ts"
import { experienced, id, kay, lee, max, maxsRole, mo, mosRole, scheme, stateIn } from "../testing/SmallPrison.ts"
import { answering, as, fill, nina, olly, routes, sue } from "../testing/SmallRoutes.ts"
import { HandOverStaffWork } from "./HandingOver.ts"
import { Staff } from "./Staff.ts"
import { RecordStaffLeaving } from "./StaffLeaving.ts"

const [supervision, escalation, about, support] = [id(76), id(77), id(78), id(79)]
const reason = "Lee leaves the prison"

const hand = (more: object = {}) =>
  HandOverStaffWork.make({ staff: lee, receiver: kay, managesAlone: false, reason, on: date("2016-03-24"), ...more })

const concern = { scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED" } as const

/** Lee supervises Max by an arrangement and Mo by his appointment, and has posts, an escalation and support in hand. */
const busy = answering
  .on("2015-11-09", ...experienced(maxsRole, max), ...experienced(mosRole, mo))
  .on(
    "2016-03-14",
    ArrangeSupervision.make({
      supervision,
      appointment: maxsRole,
      supervisor: lee,
      framework: "GIBBS",
      managesAlone: false,
      on: date("2016-03-14")
    }),
    NameTrainingLead.make({ scheme, lead: lee, on: date("2016-03-14") }),
    OpenWorkerSupport.make({
      support,
      person: mo,
      occasion: "HARMED",
      way: "Seen every week",
      givenBy: lee,
      reviewOn: date("2016-04-14"),
      on: date("2016-03-14"),
      overrides: [{ rule: "SUPPORT-2", reason: "The scheme has decided no time yet" }]
    })
  )
  .by(as(nina, "healthcare"))
  .at("2016-03-23T10:00", RaiseEscalation.make({ escalation, ...concern }))
  .at(
    "2016-03-23T10:05",
    HandOverEscalation.make({ escalation, receiver: lee, means: "IN_PERSON" }),
    RecordEscalationAction.make({ escalation, action: "Ask the wing", owner: lee })
  )

const at = "2016-03-24T12:00"

describe("handing over everything", () => {
  it("takes one act, after which nothing is with whoever leaves", () => {
    const over = busy.at(at, hand())
    const { events } = over
    const record = { supervisor: supervisorIn(stateIn(Supervision, supervision, events)) }
    expect({ ...record, named: stateIn(Appointment, mosRole, events).supervisor }).toEqual({
      supervisor: kay,
      named: kay
    })
    expect(trainingLeadOn(stateIn(Scheme, scheme, events), date("2016-03-24"))).toBe(kay)
    const route = stateIn(Route, routes, events)
    expect(holdingOn(route, "SAFER_CUSTODY", date("2016-03-24"))).toMatchObject({ holder: kay, cover: sue })
    // Kay held the post that Lee covered: nobody covers for themselves
    expect(holdingOn(route, "SCHEME", date("2016-03-24"))).toMatchObject({ holder: kay, cover: null })
    const passed = stateIn(Escalation, escalation, events)
    expect([whoHas(passed), openActions(passed)[0]?.staff]).toEqual([kay, kay])
    expect(stateIn(Support, support, events).givenBy).toBe(kay)
    const counts = { posts: 2, leads: 1, supervisions: 2, escalations: 1, supports: 1 }
    expect(events.find(({ type }) => type === "StaffWorkHandedOver")?.data).toEqual({
      establishment: "ZZI",
      receiver: kay,
      ...counts
    })
    expect(new Set(events.slice(busy.events.length).map(({ command }) => command.id)).size).toBe(1)
    given(events).at(at).when(hand()).isRefusedWhile("InPost")
    expect(stateIn(Staff, lee, events).status).toBe("InPost")
  })

  it("leaves out a worker whose appointment was voided", () => {
    const voided = busy.at(
      at,
      VoidAppointment.make({ appointment: mosRole, agreedBy: kay, reason, on: date("2016-03-24") })
    )
    const over = voided.at(at, hand())
    expect(over.events.slice(voided.events.length).map(({ type }) => type)).not.toContain(
      "AppointmentSupervisorChanged"
    )
    expect(over.events.find(({ type }) => type === "StaffWorkHandedOver")?.data).toMatchObject({ supervisions: 1 })
  })

  it("is possible once they have left, which is when it is mostly noticed", () => {
    const left = busy.at(at, RecordStaffLeaving.make({ staff: lee, on: date("2016-03-24") }))
    given(left.events).at(at).when(hand()).isAccepted(
      "StaffWorkHandedOver",
      "RoutePostFilled",
      "RoutePostFilled",
      "TrainingLeadNamed",
      "SupervisorChanged",
      "AppointmentSupervisorChanged",
      "EscalationRedirected",
      "EscalationActionHandedOver",
      "SupportHandedOver"
    )
  })

  it("goes to nobody who could not have been given all of it, and nothing of it moves then", () => {
    // Olly was never found competent to supervise; Kay has left
    given(busy.events).at(at).when(hand({ receiver: olly })).isRefusedBy("STAFF-3")
    const gone = busy.at(at, RecordStaffLeaving.make({ staff: kay, on: date("2016-03-24") }))
    given(gone.events).at(at).when(hand()).isRefusedBy("STAFF-3")
    given(busy.events).at(at).when(hand({ on: date("2016-03-13") })).isRefusedBy("RECORD-2")
    given(busy.events).at(at).when(hand({ receiver: lee })).isRefusedWhile("InPost")
    // Lee supervises Mo since 9 November 2015, and has held the posts for longer
    const named = answering.on("2015-11-09", ...experienced(mosRole, mo))
    given(named.events).on("2016-03-24").when(hand({ on: date("2015-11-08") })).isRefusedBy("RECORD-2")
    given(named.events).on("2016-03-24").when(hand({ on: date("2015-11-09") })).isAccepted()
    given(busy.events).at(at).when(hand({ staff: id(99) })).isRefusedWhile("Unknown")
    const post = answering.on("2016-03-24", fill("CONDUCT", nina, undefined, "2016-03-24"))
    given(post.events).on("2016-03-24").when(hand({ staff: nina, receiver: olly })).isAccepted(
      "StaffWorkHandedOver",
      "RoutePostFilled",
      "RoutePostFilled"
    )
  })

  it("of something immediate tells whoever receives it", () => {
    const immediate = busy.at(
      "2016-03-24T11:00",
      RaiseImmediateEscalation.make({ escalation: about, scheme, category: "HEALTH", receiver: lee, means: "RADIO" })
    )
    given(immediate.events).at(at).when(hand()).isRefusedBy("ESCALATION-1")
    given(immediate.events).at(at).when(hand({ means: "IN_PERSON" })).isAccepted()
  })

  it("gives what goes to the nominated manager to nobody else, unless that post is handed over too", () => {
    const raised = busy
      .on("2016-03-24", fill("NOMINATED_MANAGER", lee, undefined, "2016-03-24"))
      .at("2016-03-24T10:00", RaiseEscalation.make({ escalation: about, ...concern, category: "SAFEGUARDING_ADULT" }))
      .at("2016-03-24T10:05", HandOverEscalation.make({ escalation: about, receiver: lee, means: "IN_PERSON" }))
    given(raised.events).at(at).when(hand()).isAccepted()
    const another = raised.at("2016-03-24T10:10", fill("NOMINATED_MANAGER", sue, undefined, "2016-03-24"))
    given(another.events).at(at).when(hand()).isRefusedBy("ESCALATION-11")
  })

  it("leaves with its post what is about whoever receives it, and does not say that there is anything", () => {
    const raised = busy
      .at(
        "2016-03-24T10:00",
        RaiseEscalation.make({ escalation: about, ...concern, category: "STAFF_CONDUCT", aboutStaff: kay })
      )
      .at("2016-03-24T10:05", HandOverEscalation.make({ escalation: about, receiver: lee, means: "IN_PERSON" }))
    const over = raised.at(at, hand())
    expect(whoHas(stateIn(Escalation, about, over.events))).toBe(lee)
    expect(over.events.find(({ type }) => type === "StaffWorkHandedOver")?.data).toMatchObject({ escalations: 1 })
    // Also where that was put right since: whom it was recorded about still does not see it
    const corrected = raised.at(
      "2016-03-24T10:10",
      CorrectEscalation.make({
        escalation: about,
        takeOut: ["STAFF"],
        reason: "About nobody"
      })
    )
    expect(whoHas(stateIn(Escalation, about, corrected.at(at, hand()).events))).toBe(lee)
  })
})
