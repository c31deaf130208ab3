/**
 * Roles that ask for a legal status: checked by staff before a selection and an activation, checked again when it
 * changes, and nothing ends by itself.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { check } from "../OverEvents.ts"
import { RecordLegalStatus, VoidLegalStatus } from "../person/LegalStatus.ts"
import { CorrectRoleProfile, PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import { roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given, laws } from "../testing.ts"
import {
  activate,
  assess,
  begin,
  experienced,
  max,
  maxsRole,
  opened,
  propose,
  regularise,
  running,
  scheme,
  select,
  shadowing,
  standingIn,
  stateIn,
  supportWorker,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { Appointment } from "./Appointment.ts"
import { StrikeOutAppointmentEntry } from "./AppointmentEnd.ts"
import { asksForLegalStatus, heldAsAsked } from "./HeldAsAsked.ts"
import { CheckLegalStatus } from "./LegalStatusCheck.ts"
import { mayWorkOn } from "./Standing.ts"
import { ReinstateAppointment, SuspendAppointment } from "./Suspension.ts"

const reason = "It was left out"

/** The role is for people who are sentenced, from its first day on. */
const sentencedOnly = CorrectRoleProfile.make({
  scheme,
  roleProfile: supportWorker,
  version: 1,
  tasks: ["BEFRIENDING"],
  confidentiality: "BOUNDED",
  pay: "VOLUNTEER",
  asksForShadowing: true,
  asksForClearance: false,
  inCommunity: false,
  legalStatuses: ["SENTENCED", "INDETERMINATE_SENTENCE"],
  on: date("2015-10-01"),
  reason
})

const look = (meets: boolean, on: string, appointment = willsRole): Given =>
  CheckLegalStatus.make({ appointment, meets, on: date(on) })
const change = (on: string, status: "SENTENCED" | "REMAND" = "SENTENCED"): Given =>
  RecordLegalStatus.make({ person: will, status, on: date(on) })

const considered = opened.on("2016-02-01", sentencedOnly, propose(willsRole, will, "2016-02-01"))
  .on("2016-02-08", begin(willsRole, "2016-02-02"), assess(willsRole, "2016-02-08"))
/** Will has shadowed, and the role asks for a legal status since. */
const shadowed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }), sentencedOnly)

const heldIn = (events: ReadonlyArray<Happened>, on: string): boolean =>
  heldAsAsked(
    {
      appointment: stateIn(Appointment, willsRole, events),
      person: standingIn(will, events).person,
      scheme: stateIn(Scheme, scheme, events)
    },
    roleProfileOf(stateIn(Scheme, scheme, events), supportWorker, date(on)),
    date(on)
  ).held

describe("a role that asks for a legal status", () => {
  it("is given to nobody whose status nobody checked, or is another", () => {
    const nobodyLooked =
      "The role asks for a legal status, and nobody has checked theirs since it last changed. Record a check"
    given(considered.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-20")
      .says("APPOINTMENT-20", nobodyLooked)
    const another = considered.on("2016-02-15", look(false, "2016-02-15"))
    given(another.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isRefusedBy("APPOINTMENT-20")
      .says("APPOINTMENT-20", "Their legal status is not one that the role asks for")
    const met = considered.on("2016-02-15", look(true, "2016-02-15"))
    given(met.events).on("2016-02-15").when(select(willsRole, "2016-02-15")).isAccepted()
    given(met.events).on("2016-02-15").when(select(willsRole, "2016-02-14")).isRefusedBy("APPOINTMENT-20")
    given(shadowed.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isRefusedBy("APPOINTMENT-20")
    const checked = shadowed.on("2016-04-04", look(true, "2016-04-04"))
    given(checked.events).on("2016-04-04").when(activate(willsRole, "2016-04-04")).isAccepted()
    laws.replay(Appointment, willsRole, checked.events)
    laws.stored(checked.events)
  })

  it("names one ground or several", () => {
    const profile = roleProfileOf(stateIn(Scheme, scheme, considered.events), supportWorker)
    if (profile === null) throw new Error("There is no such role")
    const [none, one] = [{ ...profile, legalStatuses: [] }, { ...profile, legalStatuses: ["RECALL"] as const }]
    expect([null, none, one, profile].map(asksForLegalStatus)).toEqual([false, false, true, true])
  })

  it("asks it of a worker who was in role before the scheme as well", () => {
    const steps = experienced(maxsRole, max).filter(({ _tag }) => _tag !== "RegulariseLegacyWorker")
    const before = opened.on("2015-11-09", sentencedOnly, ...steps)
    given(before.events).on("2015-11-09").when(regularise(maxsRole, "2015-11-09")).isRefusedBy("APPOINTMENT-20")
    const checked = before.on("2015-11-09", look(true, "2015-11-09", maxsRole))
    given(checked.events).on("2015-11-09").when(regularise(maxsRole, "2015-11-09")).isAccepted()
  })
})

describe("a check of the legal status", () => {
  const active = shadowed.on("2016-04-04", look(true, "2016-04-04"), activate(willsRole, "2016-04-04"))

  it("counts until the status changes; the worker works on, and somebody decides", () => {
    const changed = active.on("2016-05-02", change("2016-04-28", "REMAND"))
    expect(["2016-04-27", "2016-04-28"].map((on) => heldIn(changed.events, on))).toEqual([true, false])
    const { appointments, person } = standingIn(will, changed.events)
    expect(appointments.map((one) => [one.step, mayWorkOn(one, person, date("2016-05-02"))])).toEqual([[
      "Active",
      true
    ]])
    const again = changed.on("2016-05-03", look(true, "2016-05-03"))
    expect(heldIn(again.events, "2016-05-03")).toBe(true)
  })

  it("counts no longer when an earlier change becomes known after it, and counts again once that is struck out", () => {
    const late = active.on("2016-05-02", change("2016-04-01", "REMAND"))
    expect(heldIn(late.events, "2016-05-02")).toBe(false)
    const entry = late.events.at(-1)?.id ?? ""
    const struck = late.on("2016-05-03", VoidLegalStatus.make({ person: will, change: entry, reason }))
    expect(heldIn(struck.events, "2016-05-03")).toBe(true)
  })

  it("counts by its day and by what was known: what it was recorded before, and what it looked at, leave it standing", () => {
    const backdated = shadowed.on("2016-05-02", change("2016-04-28", "REMAND"), look(true, "2016-04-04"))
    expect(["2016-04-27", "2016-04-28"].map((on) => heldIn(backdated.events, on))).toEqual([true, false])
    const sameDay = shadowed.on("2016-05-02", change("2016-04-28")).on("2016-05-03", look(true, "2016-04-28"))
    expect(heldIn(sameDay.events, "2016-05-03")).toBe(true)
    const atOnce = shadowed.on("2016-05-02", change("2016-04-28")).on("2016-05-02", look(true, "2016-04-28"))
    expect(heldIn(atOnce.events, "2016-05-02")).toBe(true)
    const unseen = shadowed.on("2016-05-02", look(true, "2016-04-28"), change("2016-04-28"))
    expect([...new Set(unseen.events.slice(-2).map(({ recordedAt }) => recordedAt))]).toHaveLength(1)
    expect(heldIn(unseen.events, "2016-05-02")).toBe(false)
    const never = shadowed.on("2016-05-02", change("2016-04-28"))
    expect(heldIn(never.events, "2016-05-02")).toBe(false)
  })

  it("counts no longer where the profile that asked turns out to be of a later day", () => {
    const later = active.on("2016-05-02", { ...sentencedOnly, on: date("2016-04-11") })
    expect(heldIn(later.events, "2016-05-02")).toBe(false)
  })

  it("counts until the role asks for another status, and on where it asks for the same in other words", () => {
    const publish = (...legalStatuses: ReadonlyArray<"SENTENCED" | "INDETERMINATE_SENTENCE" | "RECALL">) =>
      PublishRoleProfile.make({
        scheme,
        roleProfile: supportWorker,
        code: "PEER_SUPPORT_WORKER",
        tasks: ["BEFRIENDING", "CARRYING_FOOD"],
        confidentiality: "BOUNDED",
        pay: "VOLUNTEER",
        asksForShadowing: true,
        asksForClearance: false,
        inCommunity: false,
        legalStatuses,
        on: date("2016-05-02")
      })
    const wider = active.on("2016-05-02", publish("SENTENCED", "INDETERMINATE_SENTENCE", "RECALL"))
    expect(["2016-05-01", "2016-05-02"].map((on) => heldIn(wider.events, on))).toEqual([true, false])
    const same = active.on("2016-05-02", publish("INDETERMINATE_SENTENCE", "SENTENCED"))
    expect(heldIn(same.events, "2016-05-02")).toBe(true)
  })

  it("is asked again before somebody who was suspended works on", () => {
    const suspended = active.on(
      "2016-04-28",
      change("2016-04-28"),
      SuspendAppointment.make({
        appointment: willsRole,
        from: date("2016-04-28"),
        reviewBy: date("2016-05-05"),
        paid: false,
        reason: "OTHER"
      })
    )
    const back = ReinstateAppointment.make({ appointment: willsRole, on: date("2016-05-02") })
    given(suspended.events).on("2016-05-02").when(back).isRefusedBy("APPOINTMENT-20")
    given(suspended.on("2016-05-02", look(true, "2016-05-02")).events).on("2016-05-02").when(back).isAccepted()
  })

  it("that was recorded in error is struck out; the last of a day counts", () => {
    const twice = considered.on("2016-02-15", look(true, "2016-02-15")).on("2016-02-15", look(false, "2016-02-15"))
    expect(heldIn(twice.events, "2016-02-15")).toBe(false)
    const entry = twice.events.at(-1)?.id ?? ""
    const struck = twice.on("2016-02-15", StrikeOutAppointmentEntry.make({ appointment: willsRole, entry, reason }))
    expect(heldIn(struck.events, "2016-02-15")).toBe(true)
  })

  it("is recorded once, of a role that asks for it, and says nothing but whether it is met", () => {
    const momentOf = (events: ReadonlyArray<Happened>) => {
      const decision = check(look(true, "2016-02-15"), events, { today: date("2016-02-16") })
      return decision._tag === "Refused" ? decision.moment?.says ?? null : "accepted"
    }
    const once = considered.on("2016-02-15", look(true, "2016-02-15"))
    expect(once.events.at(-1)).toMatchObject({ type: "AppointmentLegalStatusChecked", data: { meets: true } })
    expect(momentOf(once.events)).toBe("This check is recorded already")
    expect(momentOf(once.on("2016-02-16", change("2016-02-15")).events)).toBe("accepted")
    given(once.events).on("2016-02-16").when(look(true, "2016-02-16")).isAccepted()
    const unasked = opened.on("2016-02-15", propose(willsRole, will, "2016-02-01"), begin(willsRole, "2016-02-02"))
    expect(momentOf(unasked.events)).toBe("The role asks for no legal status on that day")
    given(considered.events).on("2016-02-15").when(look(true, "2016-01-31")).isRefusedBy("RECORD-2")
  })
})
