import { describe, expect, it } from "vitest"
import { MeetWhileBothAreThere } from "./MeetWhileBothAreThere.ts"

const left = "Whoever supervised had left by then. Record who supervised from that day on with ChangeSupervisor first"

describe(MeetWhileBothAreThere.says, () => {
  it.each([
    [true, true, null],
    [true, false, "The worker’s appointment had ended by then. Look at the day again, or end the supervision"],
    [false, true, left],
    [false, false, left]
  ])("the supervisor is in post %s, the appointment is open %s: %s", (supervisorInPost, appointmentOpen, because) => {
    expect(MeetWhileBothAreThere.strength).toBe("hard")
    expect(MeetWhileBothAreThere.asks({ held: true, supervisorInPost, appointmentOpen })).toMatchObject({
      held: because === null,
      because
    })
    expect(MeetWhileBothAreThere.asks({ held: false, supervisorInPost, appointmentOpen }).held).toBe(true)
  })
})
