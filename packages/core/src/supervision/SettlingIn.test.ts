/**
 * For how long a new worker is watched over, and when somebody looks back with them.
 */
import { describe, expect, it } from "vitest"
import { SuspendAppointment } from "../appointment/Suspension.ts"
import { answer } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { date } from "../language/LocalDate.ts"
import { DecideSchemePolicy } from "../scheme/SchemePolicyDecisions.ts"
import { SignOffShadowing } from "../shadowing/ShadowingEnd.ts"
import {
  activate,
  id,
  kay,
  lee,
  maxsRole,
  running,
  scheme,
  shadowing,
  stateIn,
  willsRole
} from "../testing/SmallPrison.ts"
import { HoldSupervision } from "./HoldingSupervision.ts"
import { settlingIn } from "./SettlingIn.ts"
import { ArrangeSupervision } from "./Supervising.ts"
import { supervisedIn } from "./SupervisionDue.ts"

const supervision = id(71)

const decided = (value: number, from = "2016-03-01") =>
  DecideSchemePolicy.make({
    scheme,
    limit: "settlingInDays",
    value,
    from: date(from),
    decidedBy: kay,
    on: date(from)
  })

const hold = (on: string) =>
  HoldSupervision.make({
    supervision,
    on: date(on),
    exploitation: "NOTHING",
    workload: "MANAGEABLE",
    confidentiality: "NOTHING",
    boundaries: "NOTHING",
    sharedNote: "A good month"
  })

/** Will works alone from Monday 4 April 2016. */
const working = running.on("2016-04-04", SignOffShadowing.make({ shadowing, on: date("2016-04-04") }))
  .on("2016-04-04", activate(willsRole, "2016-04-04"))
  .on(
    "2016-04-05",
    ArrangeSupervision.make({
      supervision,
      appointment: willsRole,
      supervisor: lee,
      framework: "GIBBS",
      managesAlone: false,
      on: date("2016-04-05")
    })
  )

const settled = (events: ReadonlyArray<Happened>, appointment = willsRole) =>
  settlingIn(answer(supervisedIn(appointment), (view, of) => stateIn(view, of, events)))

describe("settling in", () => {
  const asked = working.on("2016-04-05", decided(28))

  it("ends after the days that the scheme decided, and waits until a supervision is held", () => {
    // 28 days from 4 April: 2 May
    expect(settled(asked.events)).toEqual({ reviewOn: "2016-05-02", reviewedOn: null })
    const before = asked.on("2016-05-01", hold("2016-05-01"))
    expect(settled(before.events)).toEqual({ reviewOn: "2016-05-02", reviewedOn: null })
    expect(settled(before.on("2016-05-02", hold("2016-05-02")).events))
      .toEqual({ reviewOn: "2016-05-02", reviewedOn: "2016-05-02" })
    expect(settled(asked.on("2016-05-20", hold("2016-05-18")).events))
      .toEqual({ reviewOn: "2016-05-02", reviewedOn: "2016-05-18" })
  })

  it("rests while the worker is suspended", () => {
    const suspended = SuspendAppointment.make({
      appointment: willsRole,
      from: date("2016-04-11"),
      until: date("2016-04-18"),
      reviewBy: date("2016-04-18"),
      paid: true,
      reason: "WELLBEING_RESPITE"
    })
    expect(settled(asked.on("2016-04-11", suspended).events)?.reviewOn).toBe("2016-05-09")
  })

  it("is asked of nobody where nobody decided it, or who was in role before the scheme", () => {
    expect(settled(working.events)).toBe(null)
    expect(settled(working.on("2016-04-05", decided(0)).events)).toBe(null)
    // What is decided after somebody began is not asked of them
    expect(settled(working.on("2016-04-05", decided(28, "2016-04-05")).events)).toBe(null)
    expect(settled(asked.events, maxsRole)).toBe(null)
  })
})
