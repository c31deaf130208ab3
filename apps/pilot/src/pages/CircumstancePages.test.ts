/**
 * What people see of merges, non-associations and changes of circumstances, and who does not see it.
 */
import {
  AcknowledgeCircumstance,
  CorrectRoleProfile,
  date,
  establishment,
  instant,
  MergePeople,
  OpenNonAssociation,
  OpenWorkerSupport,
  Peerwork,
  prisonNumber,
  RecordLegalStatus,
  RecordRelease,
  RecordTransfer,
  RegisterPerson
} from "@peerwork/core"
import type { Given, Happened, Role } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames, short } from "../records/Names.ts"
import { emptyRecords, foldIn } from "../records/Records.ts"
import { maySeeEvent } from "../signin/WhoSees.ts"
import { circumstancesPage } from "./CircumstancePages.ts"
import { nonAssociationsPage } from "./NonAssociationPages.ts"
import { supportPage } from "./SupportPages.ts"
import { todayPage } from "./TodayPages.ts"
import { workerPage } from "./WorkerPages.ts"

const { events, mentor, worker: shadower } = Peerwork.examples.shadowingSince("2016-03-21")
const older = "00000000-0000-4000-9000-0000000000aa"
const day = date("2016-03-28")
const reason = "Something that is told to nobody"

const after = (history: ReadonlyArray<Happened>, ...commands: ReadonlyArray<Given>): ReadonlyArray<Happened> =>
  commands.reduce((before, command) => {
    const { decision, events: next } = Peerwork.decide(command, before, { today: day })
    if (decision._tag === "Refused") throw new Error(`${command._tag}: ${decision.moment?.says ?? "a rule"}`)
    return next
  }, history)

const looked = (history: ReadonlyArray<Happened>) => {
  const records = emptyRecords()
  for (const event of history) foldIn(records, event)
  return { records, names: emptyNames(), day }
}

/** The appointment of somebody, and what it is in. */
const of = (person: string) => {
  const found = [...looked(events).records.appointment.values()].find(({ state }) => state.person === person)
  if (found === undefined) throw new Error("They have no appointment")
  return { appointment: found.id, roleProfile: found.state.roleProfile, scheme: found.state.scheme }
}
const publishedOn = [...looked(events).records.scheme.values()][0]?.state.roleProfiles[0]?.publishedOn ?? day

const as = (role: Role) => ({ viewer: { id: older, role }, now: instant("2016-03-28T12:00:00.000Z") })
const shown = (page: unknown): string => JSON.stringify(page)

const registered = RegisterPerson.make({
  person: older,
  prisonNumber: prisonNumber("A9999AA"),
  familyName: "Example",
  givenName: "Somebody",
  establishment: establishment("ZZI"),
  on: date("2013-01-07")
})
const apart = OpenNonAssociation.make({
  nonassociation: "00000000-0000-4000-9000-0000000000bb",
  person: mentor,
  other: shadower,
  level: "WING",
  reason,
  on: day
})

describe("changes of circumstances", () => {
  const moved = after(events, RecordTransfer.make({ person: mentor, establishment: establishment("ZZA"), on: day }))
  const change = moved.at(-1)?.id ?? ""

  it("wait on the page of today until somebody looked, with a way to do so", () => {
    expect(shown(todayPage(looked(moved), "officer"))).toContain("1 change of circumstances to look at")
    expect(shown(circumstancesPage(looked(moved), "officer")))
      .toContain(`/do/AcknowledgeCircumstance?circumstance=${change}&person=${mentor}`)
    expect(shown(circumstancesPage(looked(moved), "auditor"))).not.toContain("/do/")
    const seen = after(moved, AcknowledgeCircumstance.make({ circumstance: change, person: mentor, on: day }))
    expect(shown(todayPage(looked(seen), "officer"))).not.toContain("to look at")
    expect(shown(circumstancesPage(looked(seen), "officer"))).toContain(`/do/LeaveCircumstance?circumstance=${change}`)
  })

  it("of the legal status names the roles that ask for one, and leads to the check", () => {
    const { appointment, roleProfile, scheme } = of(mentor)
    const asking = CorrectRoleProfile.make({
      scheme,
      roleProfile,
      version: 1,
      tasks: ["BEFRIENDING"],
      confidentiality: "BOUNDED",
      pay: "VOLUNTEER",
      asksForShadowing: true,
      asksForClearance: false,
      inCommunity: false,
      legalStatuses: ["SENTENCED"],
      on: publishedOn,
      reason
    })
    const sentenced = RecordLegalStatus.make({ person: mentor, status: "RECALL", on: day })
    const without = shown(circumstancesPage(looked(after(events, sentenced)), "officer"))
    expect([without.includes("Legal status changed"), without.includes("CheckLegalStatus")]).toEqual([true, false])
    const asked = after(events, asking, sentenced)
    const page = shown(circumstancesPage(looked(asked), "officer"))
    expect(page).toContain("Check what the role asks for, and decide: Peer support worker")
    expect(page).toContain(`/do/CheckLegalStatus?appointment=${appointment}`)
    expect(shown(circumstancesPage(looked(asked), "safeguarding"))).not.toContain("/do/CheckLegalStatus")
  })

  it("after a death name whom to support", () => {
    const died = after(events, RecordRelease.make({ person: mentor, reason: "DIED", on: day }))
    const page = shown(circumstancesPage(looked(died), "officer"))
    expect(page).toContain(`Offer support to Person ${short(shadower)}`)
    const change = died.at(-1)?.id ?? ""
    expect(page).toContain(`/do/OpenWorkerSupport?person=${shadower}&circumstance=${change}`)
  })

  it("after a death no longer offer the support that was opened, which is reviewed on its day", () => {
    const died = after(events, RecordRelease.make({ person: mentor, reason: "DIED", on: day }))
    const supported = after(
      died,
      OpenWorkerSupport.make({
        support: "00000000-0000-4000-9000-0000000000cc",
        person: shadower,
        circumstance: died.at(-1)?.id ?? "",
        occasion: "BEREAVED",
        way: "The chaplain sees him",
        givenBy: Peerwork.examples.shadowingSince("2016-03-21").coordinator,
        reviewOn: date("2016-04-11"),
        on: day,
        overrides: [{ rule: "SUPPORT-2", reason: "The scheme has decided no time yet" }]
      })
    )
    const page = shown(circumstancesPage(looked(supported), "officer"))
    expect(page).toContain(`Support was opened for Person ${short(shadower)}`)
    expect(page).not.toMatch(/Offer support|OpenWorkerSupport/)
    expect(shown(supportPage(looked(supported), "officer"))).toContain("11 April 2016")
    expect(shown(supportPage(looked(supported), "officer"))).not.toMatch(/chaplain|BEREAVED/)
    expect(shown(todayPage(looked(supported), "officer"))).not.toContain("support to review")
    const onTheDay = { ...looked(supported), day: date("2016-04-11") }
    expect(shown(todayPage(onTheDay, "officer"))).toContain("1 worker's support to review")
  })
})

describe("a non-association", () => {
  const kept = after(events, apart)

  it("is shown to those who decide where people are, and to nobody else", () => {
    const seen = ["coordinator", "officer", "safeguarding", "auditor"] as const
    for (const role of seen) {
      expect(shown(todayPage(looked(kept), role))).toContain("to be kept apart")
      expect(shown(circumstancesPage(looked(kept), role))).toContain("Non-association")
      expect(maySeeEvent(role, "NonAssociationOpened")).toBe(true)
    }
    for (const role of ["healthcare", "commissioner"] as const) {
      expect(shown(todayPage(looked(kept), role))).not.toMatch(/kept apart|on-association/)
      expect(shown(circumstancesPage(looked(kept), role))).not.toContain("Non-association")
      expect(maySeeEvent(role, "NonAssociationOpened")).toBe(false)
      expect(maySeeEvent(role, "PersonTransferred")).toBe(true)
    }
  })

  it("names both workers whom it keeps apart", () => {
    const page = shown(circumstancesPage(looked(kept), "officer"))
    const [one, other] = [mentor, shadower].map((id) => `Person ${short(id)}`)
    const said = (name = "", beside = "") =>
      `"name":"${name}","person":"${name === one ? mentor : shadower}",` +
      `"what":"Non-association with ${beside}, 28 March 2016"`
    expect([said(one, other), said(other, one)].filter((text) => page.includes(text))).toHaveLength(1)
  })

  it("says how far, and never why", () => {
    const page = shown(nonAssociationsPage(looked(kept), "officer"))
    expect(page).toContain("Not on one wing")
    expect(page).not.toContain(reason)
  })
})

describe("a person with two numbers", () => {
  const merged = after(events, registered, MergePeople.make({ person: older, into: shadower, on: day, reason }))

  it("has one page, which says under which other number, and how to part them", () => {
    expect(workerPage(looked(merged), as("officer"), older)).toMatchObject({
      _tag: "Redirect",
      to: `/workers/${shadower}`
    })
    const page = shown(workerPage(looked(merged), as("officer"), shadower))
    expect(page).toContain("merged on 28 March 2016")
    expect(page).toContain(`/do/UndoPeopleMerge?person=${older}`)
    expect(shown(workerPage(looked(merged), as("auditor"), shadower))).not.toContain("UndoPeopleMerge")
  })
})
