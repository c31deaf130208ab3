/**
 * Somebody on remand is released by a court on the twelfth day of their shadowing: it is ended, and not waited for.
 */
import { describe, expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { RecordReadmission, RecordRelease } from "../person/PersonMovements.ts"
import { given } from "../testing.ts"
import { another, max, plan, running, shadowing, stateIn, will, ZZI } from "../testing/SmallPrison.ts"
import { Shadowing } from "./Shadowing.ts"
import { EndShadowingNotAchieved, SignOffShadowing } from "./ShadowingEnd.ts"

const released = running.on(
  "2016-04-01",
  RecordRelease.make({ person: will, reason: "RELEASED", on: date("2016-04-01") })
)
const ended = released.on(
  "2016-04-05",
  EndShadowingNotAchieved.make({ shadowing, on: date("2016-04-01"), reason: "Acquitted at court" })
)

describe("whoever is released while shadowing", () => {
  it("has not achieved it: 11 days counted until the day of the release, and none after", () => {
    given(released.events).on("2016-05-02").when(SignOffShadowing.make({ shadowing, on: date("2016-05-02") }))
      .isRefusedBy("SHADOW-1")
    expect(ended.events.at(-1)).toMatchObject({ type: "ShadowingNotAchieved", data: { counted: 11 } })
    expect(stateIn(Shadowing, shadowing, ended.events)).toMatchObject({ status: "NotAchieved" })
  })

  it("shadows anew once they are back, and not before", () => {
    const again = plan("2016-06-06", max, "2016-06-01", undefined, another)
    given(ended.events).on("2016-06-01").when(again).isRefusedWhile("Suspended")
    const back = ended.on(
      "2016-06-01",
      RecordReadmission.make({ person: will, establishment: ZZI, on: date("2016-06-01") })
    )
    given(back.events).on("2016-06-01").when(again).isAccepted("ShadowingPlanned")
  })
})
