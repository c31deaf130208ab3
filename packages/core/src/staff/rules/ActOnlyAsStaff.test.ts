/**
 * Whoever is in custody gives no command: not about others, not about themselves, and whatever role they act in.
 */
import { describe, expect, it } from "vitest"
import { ActivateAppointment } from "../../appointment/Activation.ts"
import type { Actor, Role } from "../../language/Actor.ts"
import type { Given } from "../../language/Command.ts"
import { date } from "../../language/LocalDate.ts"
import { MergePeople } from "../../person/Merges.ts"
import { decisions } from "../../Registry.ts"
import { DecideSchemePolicy } from "../../scheme/SchemePolicyDecisions.ts"
import { SignOffShadowing } from "../../shadowing/ShadowingEnd.ts"
import { given } from "../../testing.ts"
import {
  id,
  kay,
  lee,
  max,
  opened,
  propose,
  running,
  scheme,
  shadowing,
  wes,
  will,
  willsRole
} from "../../testing/SmallPrison.ts"
import { ActOnlyAsStaff } from "./ActOnlyAsStaff.ts"

const on = date("2016-04-04")
const roles: ReadonlyArray<Role> = ["coordinator", "officer", "healthcare", "safeguarding"]
const acting = (who: string, role: Role = "coordinator"): Actor => ({ id: who, role })

const aboutOthers: ReadonlyArray<readonly [string, Given]> = [
  ["signs off a shadowing", SignOffShadowing.make({ shadowing, on })],
  ["proposes somebody", propose(id(77), wes, "2016-04-04")],
  [
    "decides a limit",
    DecideSchemePolicy.make({ scheme, limit: "mentorMonthsInRole", value: 3, from: on, decidedBy: kay, on })
  ]
]

describe(ActOnlyAsStaff.says, () => {
  it("holds for whoever is registered as no person in custody", () => {
    expect(ActOnlyAsStaff.strength).toBe("hard")
    expect(ActOnlyAsStaff.asks({ inCustody: false }).held).toBe(true)
    expect(ActOnlyAsStaff.asks({ inCustody: true })).toMatchObject({
      held: false,
      because:
        "You act under the id of a person in custody. Somebody else has to record this, and your account needs " +
        "an id of its own"
    })
  })

  it("is judged of every command of the law", () => {
    const without = [...decisions.values()].filter(({ rules }) => !rules.includes(ActOnlyAsStaff))
    expect(without.map(({ command }) => command.name)).toEqual([])
  })

  it.each(aboutOthers)("nobody in custody %s, in any role", (_, command) => {
    for (const role of roles) {
      for (const who of [max, will]) {
        given(running.events).on(on).by(acting(who, role)).when(command).isRefusedBy("STAFF-5")
      }
    }
    given(running.events).on(on).by(acting(lee)).when(command).isAccepted()
  })

  it("nor activates themselves, nor acts under a number that was merged into another", () => {
    const myself = ActivateAppointment.make({
      appointment: willsRole,
      supervisor: lee,
      firstSupervisionOn: date("2016-04-11"),
      identityItemOffered: true,
      on
    })
    const signed = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on }))
    given(signed.events).on(on).by(acting(will)).when(myself).isRefusedBy("STAFF-5")
    given(signed.events).on(on).by(acting(kay)).when(myself).isAccepted("AppointmentActivated")
    const merged = opened.on(
      "2016-03-16",
      MergePeople.make({ person: wes, into: max, on: date("2016-03-16"), reason: "One person" })
    )
    for (const who of [wes, max]) {
      given(merged.events).on(on).by(acting(who)).when(propose(id(77), will, "2016-04-04")).isRefusedBy("STAFF-5")
    }
  })
})
