/**
 * Every act of an appointment is judged by the role profile of its own day: not by one that was published since, and
 * not by one that was not published yet.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import { date } from "../language/LocalDate.ts"
import { PublishRoleProfile } from "../scheme/RoleProfileDecisions.ts"
import type { TaskName } from "../scheme/TaskCatalogue.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import { given } from "../testing.ts"
import {
  activate,
  id,
  max,
  opened,
  plan,
  propose,
  ready,
  running,
  scheme,
  select,
  shadowing,
  supportWorker,
  trained,
  will,
  willsRole
} from "../testing/SmallPrison.ts"
import { ReinstateAppointment, RestrictAppointment, SuspendAppointment } from "./Suspension.ts"

const reason = "It turned out so"

const publish = (on: string, roleProfile = supportWorker, asksForShadowing = true): Given =>
  PublishRoleProfile.make({
    scheme,
    roleProfile,
    code: "PEER_SUPPORT_WORKER",
    tasks: ["BEFRIENDING", "CARRYING_FOOD"],
    confidentiality: "BOUNDED",
    pay: "VOLUNTEER",
    asksForShadowing,
    asksForClearance: true,
    inCommunity: false,
    on: date(on)
  })

/** Since 5 May a worker in the role carries food, and is cleared by security. */
const published = running
  .on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }), activate(willsRole, "2016-04-04"))
  .on("2016-05-10", publish("2016-05-05"))

describe("an act that is recorded after a new version of the role", () => {
  it("lets back into the role whoever met what it asked on that day", () => {
    const suspended = published.on(
      "2016-05-10",
      SuspendAppointment.make({
        appointment: willsRole,
        from: date("2016-05-02"),
        reviewBy: date("2016-06-01"),
        paid: true,
        reason: "INVESTIGATION"
      })
    )
    const reinstate = (on: string) => ReinstateAppointment.make({ appointment: willsRole, on: date(on) })
    given(suspended.events).on("2016-05-10").when(reinstate("2016-05-04")).isAccepted()
    given(suspended.events).on("2016-05-10").when(reinstate("2016-05-05")).isRefusedBy("APPOINTMENT-4")
  })

  it("takes out of the role only what belonged to it on that day", () => {
    const restrict = (from: string) => {
      const tasks: ReadonlyArray<TaskName> = ["CARRYING_FOOD"]
      return RestrictAppointment.make({ appointment: willsRole, from: date(from), tasks, areas: [], reason })
    }
    const { decision } = given(published.events).on("2016-05-10").when(restrict("2016-05-04")).isRefusedWhile("Active")
    expect(decision).toMatchObject({
      moment: { says: "On 4 May 2016 the role had no such task: CARRYING_FOOD. Its tasks were BEFRIENDING" }
    })
    given(published.events).on("2016-05-10").when(restrict("2016-05-05")).isAccepted()
  })

  it("plans shadowing for whoever had to shadow on that day, and for nobody who had not", () => {
    const none = ready.on("2016-03-21", publish("2016-03-18", supportWorker, false))
    const planned = (on: string) => given(none.events).on("2016-03-21").when(plan("2016-03-21", max, on))
    planned("2016-03-17").isAccepted("ShadowingPlanned")
    planned("2016-03-18").isRefusedWhile("Ready")
  })

  it("selects whoever met what it asked on that day", () => {
    const upToSelection = trained(willsRole, will).slice(0, 4)
    const considered = opened.on("2016-02-10", ...upToSelection).on("2016-02-18", publish("2016-02-17"))
    given(considered.events).on("2016-02-18").when(select(willsRole, "2016-02-16")).isAccepted()
    given(considered.events).on("2016-02-18").when(select(willsRole, "2016-02-17")).isRefusedBy("APPOINTMENT-4")
  })
})

describe("a role that was published later", () => {
  it("is proposed to nobody before that day", () => {
    const later = opened.on("2016-02-05", publish("2016-02-04", id(29)))
    const { decision } = given(later.events).on("2016-02-05").when(propose(willsRole, will, "2016-02-03", id(29)))
      .isRefusedWhile("Unknown")
    expect(decision).toMatchObject({
      moment: { life: "role", says: "The role was published after 3 February 2016. Give a later day" }
    })
    given(later.events).on("2016-02-05").when(propose(willsRole, will, "2016-02-04", id(29))).isAccepted()
    const proposed = later.on("2016-02-05", propose(willsRole, will, "2016-02-04", id(29)))
    expect(given(proposed.events).on("2016-02-05").when(activate(willsRole, "2016-02-03")).isRefusedWhile("Unknown"))
      .toMatchObject({
        decision: { moment: { says: "The role was published after 3 February 2016. Give a later day" } }
      })
  })
})
