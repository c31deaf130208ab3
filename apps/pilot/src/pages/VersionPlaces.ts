/**
 * Where the versions of a record are shown: one address for each event of each life, for those who may see the record.
 */
import { instanceOf, wordsOf } from "@peerwork/core"
import type { Happened, LifeName } from "@peerwork/core"
import type { Sight } from "../signin/WhoSees.ts"

interface VersionPlace {
  readonly path: string
  /** What one is called. */
  readonly noun: string
  /** What the role must be allowed to see; null where everybody may who has signed in. */
  readonly sees: Sight | null
}

export const versionPlaces: Readonly<Record<LifeName, VersionPlace>> = {
  scheme: { path: "schemes", noun: "Scheme", sees: null },
  staff: { path: "staff", noun: "Member of staff", sees: null },
  trainer: { path: "trainers", noun: "Trainer", sees: null },
  template: { path: "templates", noun: "Template", sees: null },
  person: { path: "workers", noun: "Peer worker", sees: "records" },
  appointment: { path: "appointments", noun: "Appointment", sees: "records" },
  shadowing: { path: "shadowings", noun: "Shadowing", sees: "records" },
  route: { path: "routes", noun: "Routes of escalations", sees: "records" },
  cohort: { path: "cohorts", noun: "Cohort", sees: "records" },
  training: { path: "trainings", noun: "Training", sees: "records" },
  supervision: { path: "supervisions", noun: "Supervision", sees: "records" },
  notice: { path: "notices", noun: "Notice of custody", sees: "records" },
  circumstance: { path: "circumstances", noun: "Change of circumstances", sees: "records" },
  support: { path: "support", noun: "Support of a worker", sees: "records" },
  escalation: { path: "escalations", noun: "Escalation", sees: "escalations" },
  nonassociation: { path: "non-associations", noun: "Non-association", sees: "nonAssociations" }
}

/** The address under which all versions of a record are listed. */
export const versionsAddress = (life: LifeName, id: string): string => `/${versionPlaces[life].path}/${id}/versions`

/** The address of the version that an event made. */
export const versionAddress = ({ stream, version }: Pick<Happened, "stream" | "version">): string | null => {
  const instance = instanceOf(stream)
  return instance === null ? null : `${versionsAddress(instance.life, instance.id)}/${version}`
}

/** From a list in which a record stands to its history. */
export const historyLink = (life: LifeName, id: string) => ({ text: "History", href: versionsAddress(life, id) })

/** Views whose names say too little, or are spelled otherwise. */
const inWords: Readonly<Record<string, string>> = {
  LinkedWith: "Records linked with",
  NonAssociationsOf: "Non-associations of"
}

/** `AppointmentsOf` as people read it: `Appointments of`. */
export const sayView = (view: string): string => {
  const words = inWords[view] ?? wordsOf(view)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
