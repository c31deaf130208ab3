/**
 * Supervision that needs attention: due, overdue, beyond grace, and supervisors who cannot supervise.
 */
import { addDays, competentOn, isInPost, say, settlingIn, Staff, supervisorOn } from "@peerwork/core"
import type { DueStatus } from "@peerwork/core"
import { holderIn, roleOf, supervisedBy, supervisionIn } from "../records/Derived.ts"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"

/** How far ahead a supervision that falls due is shown. */
const soonInDays = 7

const inRole = ({ records }: Looked) =>
  [...records.appointment.values()].filter(({ state: { activated, step } }) => step === "Active" && activated !== null)

const items = (looked: Looked, detail: (id: string) => string | null): ReadonlyArray<Item> =>
  inRole(looked).flatMap(({ id, state }) => {
    const says = detail(id)
    const { id: person } = holderIn(looked.records, state)
    return says === null
      ? []
      : [{
        text: inList(looked.names, person),
        href: `/workers/${person}/supervision`,
        detail: `${roleOf(looked.records, state)}, ${says}`
      }]
  })

const being = (looked: Looked, wanted: DueStatus) =>
  items(looked, (id) => {
    const { dueOn, status } = supervisionIn(looked.records, id, looked.day)
    return status === wanted && dueOn !== null ? `was due on ${say(dueOn)}` : null
  })

const soon = (looked: Looked) =>
  items(looked, (id) => {
    const { dueOn, status } = supervisionIn(looked.records, id, looked.day)
    return (status === "OnTrack" || status === "Due") && dueOn !== null && dueOn <= addDays(looked.day, soonInDays)
      ? `due on ${say(dueOn)}`
      : null
  })

const withoutSupervisor = (looked: Looked) =>
  items(looked, (id) => {
    const { appointment, supervisions } = supervisedBy(looked.records, id)
    const supervisor = supervisorOn(appointment, supervisions, looked.day)
    if (supervisor === null) return "nobody supervises them"
    const staff = looked.records.staff.get(supervisor)?.state ?? Staff.initial
    const name = staffLabel(looked, supervisor)
    if (!isInPost(staff, looked.day)) return `${name} is not in post`
    const { because, held } = competentOn(staff, looked.day)
    return held ? null : `${name}: ${because}`
  })

const notReviewed = (looked: Looked) =>
  items(looked, (id) => {
    const { reviewOn = null, reviewedOn = null } = settlingIn(supervisedBy(looked.records, id)) ?? {}
    return reviewOn === null || reviewedOn !== null || reviewOn > looked.day
      ? null
      : `the time of settling in ended on ${say(reviewOn)}`
  })

/** What there is of it now, the most pressing first. */
export const supervisionAttention = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "supervisions-beyond-grace",
    counted: counted("supervision is overdue beyond grace", "supervisions are overdue beyond grace"),
    says: "The worker takes on nothing new until it is held. What they have begun goes on",
    items: being(looked, "BeyondGrace")
  },
  {
    key: "supervisions-overdue",
    counted: counted("supervision is overdue", "supervisions are overdue"),
    says: "Hold it as soon as you can, and record it",
    items: being(looked, "Overdue")
  },
  {
    key: "supervisions-due",
    counted: counted("supervision is due within a week", "supervisions are due within a week"),
    says: "Set a day with the worker, by the day on which it is due",
    items: soon(looked)
  },
  {
    key: "settling-in-to-review",
    counted: counted(
      "worker has settled in and waits for the review",
      "workers have settled in and wait for the review"
    ),
    says: "Hold a supervision that looks back at how they began, and record it",
    items: notReviewed(looked)
  },
  {
    key: "workers-without-supervisor",
    counted: counted("worker lacks a supervisor who can supervise", "workers lack a supervisor who can supervise"),
    says: "Arrange supervision, change the supervisor, or record the competence that is missing",
    items: withoutSupervisor(looked)
  }
]
