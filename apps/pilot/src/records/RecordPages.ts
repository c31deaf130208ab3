/**
 * Record pages: where a record is read, for links that lead on from a form, or back.
 */
import type { LifeName } from "@peerwork/core"
import type { Records } from "./Records.ts"

export interface RecordPage {
  readonly text: string
  readonly href: string
}

/** The page of a record; where it has none of its own, of the record that it belongs to. */
export const pageOf = (records: Records, life: LifeName, id: string): RecordPage => {
  switch (life) {
    case "scheme":
      return { text: "See the scheme", href: `/schemes/${id}` }
    case "staff":
      return { text: "See all staff", href: "/staff" }
    case "person":
      return { text: "See the worker", href: `/workers/${id}` }
    case "appointment":
      return { text: "See the worker", href: `/workers/${records.appointment.get(id)?.state.person ?? ""}` }
    case "shadowing":
      return { text: "See the shadowing", href: `/shadowings/${id}` }
    case "escalation":
      return { text: "See the escalation", href: `/escalations/${id}` }
    case "route":
      return { text: "See the routes", href: "/routes" }
    case "template":
      return { text: "See the templates", href: "/templates" }
    case "cohort":
      return { text: "See the cohort", href: `/cohorts/${id}` }
    case "training":
      return { text: "See the training", href: `/workers/${records.training.get(id)?.state.person ?? ""}/training` }
    case "trainer":
      return { text: "See the trainer", href: `/trainers/${id}` }
    case "supervision":
      return {
        text: "See the supervision",
        href: `/workers/${records.supervision.get(id)?.state.person ?? ""}/supervision`
      }
    case "nonassociation":
      return { text: "See the non-associations", href: "/non-associations" }
    case "notice":
      return { text: "See the worker", href: `/workers/${records.notice.get(id)?.state.person ?? ""}` }
    case "circumstance":
      return { text: "See the changes of circumstances", href: "/circumstances" }
    case "support":
      return { text: "See the support of workers", href: "/support" }
  }
}
