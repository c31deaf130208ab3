/**
 * Whoever is in custody never decides as staff: not by a second registration, and not where a history has one already.
 */
import { describe, expect, it } from "vitest"
import { VoidAppointment } from "../../appointment/AppointmentEnd.ts"
import type { Given } from "../../language/Command.ts"
import type { Happened } from "../../language/Event.ts"
import { date } from "../../language/LocalDate.ts"
import { prisonNumber } from "../../language/PrisonNumber.ts"
import { MergePeople } from "../../person/Merges.ts"
import { RegisterPerson } from "../../person/PersonRegistration.ts"
import { DecideSchemePolicy } from "../../scheme/SchemePolicyDecisions.ts"
import { NameTrainingLead } from "../../scheme/SchemePreparation.ts"
import { given } from "../../testing.ts"
import {
  coordinator,
  id,
  kay,
  lee,
  max,
  maxsRole,
  ready,
  scheme,
  stateIn,
  wes,
  will,
  ZZI
} from "../../testing/SmallPrison.ts"
import { isInPost, Staff } from "../Staff.ts"
import { StaffRegistered } from "../StaffEvents.ts"
import { RegisterStaff } from "../StaffRegistration.ts"
import { BeStaffOrInCustody } from "./BeStaffOrInCustody.ts"

const day = date("2016-04-04")
const asStaff = (staff: string): Given =>
  RegisterStaff.make({ staff, name: "Somebody Again", establishment: ZZI, on: date("2016-01-01") })
const asPerson = (person: string): Given =>
  RegisterPerson.make({
    person,
    prisonNumber: prisonNumber("A9999AA"),
    familyName: "Example",
    givenName: "Somebody",
    establishment: ZZI,
    on: date("2016-01-01")
  })

/** A history from before this was asked: somebody in custody stands among staff under their own id. */
const doubled = (who: string, events: ReadonlyArray<Happened>): ReadonlyArray<Happened> => {
  const occurrence = StaffRegistered.make({ of: who, on: date("2016-01-01"), data: { establishment: ZZI } })
  const position = events.length + 1
  return [...events, {
    ...occurrence,
    id: id(9000),
    position,
    version: 1,
    recordedAt: ready.events.at(-1)!.recordedAt,
    actor: coordinator,
    command: { id: id(9001), type: "RegisterStaff" }
  }]
}

describe(BeStaffOrInCustody.says, () => {
  it("holds for an id that is nobody's yet", () => {
    expect(BeStaffOrInCustody.strength).toBe("hard")
    expect(BeStaffOrInCustody.asks({ isPerson: false, isStaff: false }).held).toBe(true)
    expect(BeStaffOrInCustody.asks({ isPerson: true, isStaff: false })).toEqual({
      rule: BeStaffOrInCustody,
      held: false,
      facts: { isPerson: true, isStaff: false },
      limits: {},
      because: "The id in the field staff is that of a person in custody. Give the member of staff an id of their own",
      earliest: null
    })
    expect(BeStaffOrInCustody.asks({ isPerson: false, isStaff: true }).because)
      .toBe("The id in the field person is that of a member of staff. Give the person an id of their own")
  })

  it("refuses either registration under the id of the other, in either order", () => {
    given(ready.events).on(day).when(asStaff(will)).isRefusedBy("STAFF-4")
    given(ready.events).on(day).when(asPerson(kay)).isRefusedBy("STAFF-4")
    given(ready.events).on(day).when(asStaff(id(77))).isAccepted()
    given(ready.events).on(day).when(asPerson(id(77))).isAccepted()
  })

  it("refuses it of a number that was merged into another", () => {
    const merged = ready.on(
      "2016-03-16",
      MergePeople.make({ person: wes, into: will, on: date("2016-03-16"), reason: "One person" })
    )
    given(merged.events).on(day).when(asStaff(wes)).isRefusedBy("STAFF-4")
    given(merged.events).on(day).when(asStaff(will)).isRefusedBy("STAFF-4")
  })

  const decides = (who: string): ReadonlyArray<readonly [string, Given]> => [
    ["name a training lead", NameTrainingLead.make({ scheme, lead: who, on: day })],
    [
      "decide a limit",
      DecideSchemePolicy.make({ scheme, limit: "mentorMonthsInRole", value: 3, from: day, decidedBy: who, on: day })
    ],
    [
      "agree that an appointment is voided",
      VoidAppointment.make({ appointment: maxsRole, agreedBy: who, reason: "An error", on: day })
    ]
  ]

  it.each(decides(will).map(([what, command]) => [what, command] as const))(
    "somebody in custody whom a history has among staff does not %s",
    (_, command) => {
      const history = doubled(will, ready.events)
      expect(isInPost(stateIn(Staff, will, history), day)).toBe(false)
      given(history).on(day).by(coordinator).when(command).isRefusedBy("STAFF-1").says(
        "STAFF-1",
        "Somebody who was named is registered as a person in custody, and decides nothing as staff. Name another " +
          "member of staff"
      )
    }
  )

  it("a member of staff under whose id a person was registered before this was asked decides no more", () => {
    const before = stateIn(Staff, lee, ready.events)
    expect(isInPost(before, day)).toBe(true)
    expect(before.inCustody).toBe(false)
    const person = ready.events.find(({ stream }) => stream === `person-${max}`)!
    const after = [...ready.events, { ...person, stream: `person-${lee}`, position: ready.events.length + 1 }]
    expect(isInPost(stateIn(Staff, lee, after), day)).toBe(false)
  })
})
