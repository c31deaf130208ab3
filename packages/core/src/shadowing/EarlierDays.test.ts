/**
 * Days that were shadowed before a transfer: nothing is carried over by itself, and the receiving establishment decides.
 */
import { describe, expect, it } from "vitest"
import { ActivateAppointment, RegulariseLegacyWorker } from "../appointment/Activation.ts"
import { ProposeAppointment, RegisterLegacyWorker } from "../appointment/AppointmentEntry.ts"
import { RecordAppointmentTraining } from "../appointment/Preparation.ts"
import { inventedLimits } from "../Examples.ts"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { prisonNumber } from "../language/PrisonNumber.ts"
import { RecordTransfer } from "../person/PersonMovements.ts"
import { RegisterPerson } from "../person/PersonRegistration.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import type { LimitName } from "../scheme/SchemeLimits.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { NameTrainingLead, ProposeScheme, WriteSchemeDesign } from "../scheme/SchemePreparation.ts"
import { StartSchemePilot } from "../scheme/SchemeRunning.ts"
import { RecordStaffCompetence } from "../staff/StaffCompetence.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { given } from "../testing.ts"
import {
  acknowledge,
  assess,
  begin,
  id,
  kay,
  placementIn,
  running,
  select,
  shadowing,
  start,
  stateIn,
  will,
  ZZA
} from "../testing/SmallPrison.ts"
import type { Story } from "../testing/Story.ts"
import { firstSignOff } from "./countedDays.ts"
import { DecideEarlierShadowing } from "./EarlierDays.ts"
import { countedIn } from "./Placement.ts"
import { Shadowing } from "./Shadowing.ts"
import { RecordShadowingTransferOut, SignOffShadowing } from "./ShadowingEnd.ts"
import { PlanShadowing } from "./ShadowingStart.ts"

const [there, profile, ann, max, maxsRole, willsRole, again] = [201, 202, 203, 204, 205, 206, 207].map(id) as [
  string,
  string,
  string,
  string,
  string,
  string,
  string
]
const reason = "The same role, with the same tasks"
const opening = date("2015-10-01")
const training = (appointment: string, on: string): Given =>
  RecordAppointmentTraining.make({
    appointment,
    template: "TEMPLATE_2",
    evidence: "REGISTER",
    decidedBy: ann,
    on: date(on)
  })

/** A scheme at the receiving establishment, with a mentor; both were there all the time. */
const receiving: ReadonlyArray<Given> = [
  RegisterStaff.make({ staff: ann, name: "Ann Example", establishment: ZZA, on: opening }),
  ...(["ROLE_REMIT", "REFLECTIVE_SUPERVISION"] as const).map((competence) =>
    RecordStaffCompetence.make({ staff: ann, competence, on: opening })
  ),
  RegisterPerson.make({
    person: max,
    prisonNumber: prisonNumber("A7777AA"),
    familyName: "Example",
    givenName: "Somebody",
    establishment: ZZA,
    on: date("2013-01-07")
  }),
  ProposeScheme.make({ scheme: there, establishment: ZZA, code: "PEER_SUPPORT", on: opening }),
  WriteSchemeDesign.make({
    scheme: there,
    purpose: "Support",
    targetNeed: "Older people",
    monitoring: "Monthly",
    evaluation: "At the end",
    plannedUntil: date("2017-10-01"),
    on: opening
  }),
  PublishRoleProfile.make({
    scheme: there,
    roleProfile: profile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing: true,
    asksForClearance: false,
    inCommunity: false,
    on: opening
  }),
  NameTrainingLead.make({ scheme: there, lead: ann, on: opening }),
  ...Object.entries(inventedLimits).map(([limit, value]) =>
    DecideSchemePolicy.make({
      scheme: there,
      limit: limit as LimitName,
      value,
      from: opening,
      decidedBy: ann,
      on: opening
    })
  ),
  StartSchemePilot.make({ scheme: there, on: opening }),
  RegisterLegacyWorker.make({
    appointment: maxsRole,
    person: max,
    scheme: there,
    roleProfile: profile,
    inRoleSince: date("2014-01-06"),
    waiverUntil: date("2016-09-30"),
    attestedBy: ann,
    on: date("2015-10-05")
  }),
  acknowledge(maxsRole, "2015-11-02"),
  training(maxsRole, "2015-11-06"),
  RegulariseLegacyWorker.make({
    appointment: maxsRole,
    supervisor: ann,
    firstSupervisionOn: date("2015-11-16"),
    on: date("2015-11-09")
  })
]

/** Will is selected and trained at the other establishment, and on 6 April begins to shadow there. */
const hereFrom = (left: Story): Story =>
  left.on(
    "2016-04-05",
    ProposeAppointment.make({
      appointment: willsRole,
      person: will,
      scheme: there,
      roleProfile: profile,
      source: "STAFF",
      on: date("2016-04-05")
    }),
    begin(willsRole, "2016-04-05"),
    assess(willsRole, "2016-04-05"),
    acknowledge(willsRole, "2016-04-05"),
    select(willsRole, "2016-04-05"),
    training(willsRole, "2016-04-05"),
    PlanShadowing.make({
      shadowing: again,
      appointment: willsRole,
      mentor: max,
      startOn: date("2016-04-06"),
      on: date("2016-04-05")
    })
  )
    .on("2016-04-06", start("2016-04-06", again))

/** Will leaves on his ninth day, 29 March 2016, with eight. */
const arrived = hereFrom(
  running
    .on("2016-03-29", ...receiving)
    .on(
      "2016-03-29",
      RecordShadowingTransferOut.make({ shadowing, on: date("2016-03-29") }),
      RecordTransfer.make({ person: will, establishment: ZZA, on: date("2016-03-29") })
    )
)

const decide = (outcome: "COUNT" | "ANEW", more: object = {}) =>
  DecideEarlierShadowing.make({
    shadowing: again,
    earlier: shadowing,
    outcome,
    decidedBy: ann,
    on: date("2016-04-06"),
    reason,
    ...more
  })

const earliest = (events: ReadonlyArray<Happened>) => {
  const placement = placementIn(events, again)
  return firstSignOff(placement.shadowing, placement.onTheDay)
}

describe("days shadowed before a transfer", () => {
  // Eight until 28 March, and from 6 April six more: 6 to 11 April
  it("count at the receiving establishment once it decides so, and not by themselves", () => {
    expect(earliest(arrived.events)).toBe("2016-04-20")
    const counts = arrived.on("2016-04-06", decide("COUNT"))
    expect(earliest(counts.events)).toBe("2016-04-12")
    expect(countedIn(placementIn(counts.events, again), date("2016-04-12"))).toBe(14)
    const signOff = (on: string) => SignOffShadowing.make({ shadowing: again, on: date(on) })
    given(counts.events).on("2016-04-11").when(signOff("2016-04-11")).isRefusedBy("SHADOW-1")
      .says("SHADOW-1", "Shadowing lasts at least 14 days. Sign it off on or after 12 April 2016")
    given(arrived.events).on("2016-04-12").when(signOff("2016-04-12")).isRefusedBy("SHADOW-1")
    const signed = counts.on("2016-04-12", signOff("2016-04-12"))
    expect(stateIn(Shadowing, again, signed.events).signOff).toMatchObject({ counted: 14 })
    const supervised = { supervisor: ann, firstSupervisionOn: date("2016-04-19"), identityItemOffered: true }
    given(signed.events).on("2016-04-12")
      .when(ActivateAppointment.make({ appointment: willsRole, ...supervised, on: date("2016-04-12") }))
      .isAccepted()
  })

  it("may be decided otherwise until the sign-off: then the shadowing begins anew", () => {
    const anew = arrived.on("2016-04-06", decide("COUNT"), decide("ANEW"))
    expect(earliest(anew.events)).toBe("2016-04-20")
    expect(stateIn(Shadowing, again, anew.events).earlier).toMatchObject([{ shadowing, counts: false, days: 8 }])
    given(anew.events).on("2016-04-06").when(decide("ANEW")).isRefusedWhile("Running")
  })

  it("count once, also where a shadowing that a transfer ended had counted others itself", () => {
    const third = id(208)
    const moved = arrived.on("2016-04-06", decide("COUNT")).on(
      "2016-04-10",
      RecordShadowingTransferOut.make({ shadowing: again, on: date("2016-04-10") }),
      PlanShadowing.make({
        shadowing: third,
        appointment: willsRole,
        mentor: max,
        startOn: date("2016-04-11"),
        on: date("2016-04-10")
      })
    ).on("2016-04-11", start("2016-04-11", third))
    const on = date("2016-04-11")
    // Eight from the first, and 6 to 9 April from the second
    const [first, second] = [
      decide("COUNT", { shadowing: third, on }),
      decide("COUNT", { shadowing: third, earlier: again, on })
    ]
    const whole = moved.on("2016-04-11", second)
    expect(stateIn(Shadowing, third, whole.events).earlier).toMatchObject([{ shadowing: again, days: 12 }])
    given(whole.events).on("2016-04-11").when(first).isRefusedWhile("Running")
    given(moved.on("2016-04-11", first).events).on("2016-04-11").when(second).isRefusedWhile("Running")
    const anew = moved.on("2016-04-11", first, decide("ANEW", { shadowing: third, on }))
    given(anew.events).on("2016-04-11").when(second).isAccepted("EarlierShadowingDecided")
  })

  it("may be signed off on the first day, where enough of them count", () => {
    const enough = arrived.on("2016-04-06", decide("COUNT"))
    const placement = placementIn(enough.events, again)
    const of = (days: number) => firstSignOff(placement.shadowing, { ...placement.onTheDay, daysNeeded: days })
    expect([of(8), of(9)]).toEqual(["2016-04-06", "2016-04-07"])
  })

  // Fifteen days elsewhere, which nobody signed off there: here it was not signed off before it began
  it("let nobody be signed off before the shadowing here began", () => {
    const long = running.on("2016-04-05", ...receiving).on(
      "2016-04-05",
      RecordShadowingTransferOut.make({ shadowing, on: date("2016-04-05") }),
      RecordTransfer.make({ person: will, establishment: ZZA, on: date("2016-04-05") })
    )
    const counts = hereFrom(long).on("2016-04-06", decide("COUNT"))
    const signOff = (on: string) => SignOffShadowing.make({ shadowing: again, on: date(on) })
    given(counts.events).on("2016-04-06").when(signOff("2016-04-05")).isRefusedBy("RECORD-2")
    given(counts.events).on("2016-04-06").when(signOff("2016-04-06")).isAccepted("ShadowingSignedOff")
  })

  it("are decided by somebody at the receiving establishment, of the same worker, where a transfer ended them", () => {
    given(arrived.events).on("2016-04-06").when(decide("COUNT", { decidedBy: kay })).isRefusedWhile("Running")
    given(arrived.events).on("2016-04-06").when(decide("COUNT", { earlier: again })).isRefusedWhile("Running")
    given(arrived.events).on("2016-04-06").when(decide("COUNT", { on: date("2016-03-28") })).isRefusedBy("RECORD-2")
    expect(given(arrived.events).on("2016-04-06").when(decide("COUNT", { shadowing: id(99) })).decision)
      .toMatchObject({ moment: { state: "Unknown" } })
  })
})
