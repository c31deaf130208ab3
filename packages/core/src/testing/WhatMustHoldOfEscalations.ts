/**
 * What must hold of who has an escalation and until when, said once more without the rules: it is with one, or with those
 * whom the posts name, and its deadline never moves away once it is over. Plain tables, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { idIn, ids, kept, text, withoutCorrected } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

interface Entry {
  readonly event: string
  readonly type: string
  /** With whom it is by it; empty where it says nothing of that. */
  readonly owner: string
  /** Who did it. */
  readonly by: string
}

interface Raised {
  readonly raiser: string
  readonly establishment: string
  readonly acknowledgeBy: string
  readonly entries: ReadonlyArray<Entry>
}

const ownerBy = (event: Happened): string =>
  event.type === "EscalationAcknowledged" ? event.actor.id : text(event, "receiver") || (
    event.type === "EscalationRejectedBack" ? text(event, "owner") : ""
  )

const begun = (event: Happened): Raised => ({
  raiser: event.actor.id,
  establishment: text(event, "establishment"),
  acknowledgeBy: text(event, "acknowledgeBy"),
  entries: []
})

const afterIt = (before: Raised, event: Happened): Raised => ({
  ...before,
  acknowledgeBy: text(event, "acknowledgeBy") || before.acknowledgeBy,
  entries: event.type === "EscalationEntryVoided"
    ? withoutCorrected(before.entries, event)
    : [...before.entries, { event: event.id, type: event.type, owner: ownerBy(event), by: event.actor.id }]
})

const unacknowledging = ["EscalationRaised", "EscalationHandedOver", "EscalationRedirected", "EscalationRejectedBack"]
const acknowledging = ["EscalationAcknowledged", "EscalationReopened", "EscalationResolved"]

const isTakenOn = ({ entries }: Raised): boolean => {
  const last = entries.filter(({ type }) => [...unacknowledging, ...acknowledging].includes(type)).at(-1)
  return last !== undefined && acknowledging.includes(last.type)
}

const ownerOf = ({ entries }: Raised): string => entries.filter(({ owner }) => owner !== "").at(-1)?.owner ?? ""

/** Whoever passed it on last, where it has come back since: theirs again, whoever has it for them meanwhile. */
const senderOf = ({ entries, raiser }: Raised): string => {
  const owned = entries.filter(({ owner }) => owner !== "")
  if (owned.at(-1)?.type !== "EscalationRejectedBack") return ""
  return owned.filter(({ type }) => type === "EscalationHandedOver" || type === "EscalationRedirected").at(-1)?.by ??
    raiser
}

/** What only those do with whom it is. */
const owning = [
  "HandOverEscalation",
  "RedirectEscalation",
  "AcknowledgeEscalation",
  "RejectEscalationBack",
  "ResolveEscalation",
  "CloseEscalation"
]

const handledByWhoHasIt: Invariant = {
  says:
    "An escalation is passed on, taken on, resolved and closed by whoever has it, or by a post that answers (INV-85)",
  begin: () => {
    const escalations = new Map<string, Raised>()
    // Who hold a post or cover for it may be called where whoever has it does not answer
    const posts = new Map<string, Set<string>>()
    return (event) => {
      const establishment = text(event, "establishment")
      if (event.type === "RoutePostFilled") {
        posts.set(
          establishment,
          kept(posts, establishment, new Set()).add(text(event, "holder")).add(text(event, "cover"))
        )
      }
      if (!event.stream.startsWith("escalation-")) return null
      const before = kept(escalations, event.stream, begun(event))
      escalations.set(event.stream, afterIt(before, event))
      if (!owning.includes(event.command.type)) return null
      const owner = ownerOf(before)
      const may = owner === "" ? before.raiser : owner
      return event.actor.id === may || event.actor.id === senderOf(before) ||
          posts.get(before.establishment)?.has(event.actor.id) === true
        ? null
        : `${event.type} of ${event.stream} was by ${event.actor.id}, and it is with ${may}`
    }
  }
}

const takenOnByOne: Invariant = {
  says: "What somebody has taken on is taken on by nobody else before it was passed on or given back (INV-85)",
  begin: () => {
    const escalations = new Map<string, Raised>()
    return (event) => {
      if (!event.stream.startsWith("escalation-")) return null
      const before = kept(escalations, event.stream, begun(event))
      escalations.set(event.stream, afterIt(before, event))
      return event.type === "EscalationAcknowledged" && isTakenOn(before)
        ? `${event.stream} was with ${ownerOf(before)}`
        : null
    }
  }
}

/** Whether the deadline may be later than it was. */
const mayBeLater = (before: Raised, event: Happened): boolean =>
  event.type === "EscalationRedirected"
    ? isTakenOn(before)
    : event.type === "EscalationReclassified" && (event.at ?? "") <= before.acknowledgeBy

const deadlinesStand: Invariant = {
  says: "A deadline that is over stays, and none moves later but for somebody who is newly told (INV-46, INV-86)",
  begin: () => {
    const escalations = new Map<string, Raised>()
    return (event) => {
      if (!event.stream.startsWith("escalation-")) return null
      const before = kept(escalations, event.stream, begun(event))
      const now = afterIt(before, event)
      escalations.set(event.stream, now)
      return now.acknowledgeBy <= before.acknowledgeBy || mayBeLater(before, event)
        ? null
        : `${event.stream} was due at ${before.acknowledgeBy} and is now at ${now.acknowledgeBy}`
    }
  }
}

const eachHasItsTime: Invariant = {
  says: "Whatever is done about an escalation has a time of day, and none is before it was raised",
  begin: () => {
    const raised = new Map<string, string>()
    return (event) => {
      if (!event.stream.startsWith("escalation-")) return null
      const at = event.at ?? ""
      const before = text(event, "raisedAt") || raised.get(event.stream) || at
      const isNewTime = event.type === "EscalationRaised" || event.type === "EscalationCorrected"
      raised.set(event.stream, isNewTime ? at : before)
      // That an entry is struck out is dated as the entry
      const isDated = !isNewTime && event.type !== "EscalationEntryVoided"
      return at === "" || (isDated && at < before) ? `${event.type} of ${event.stream} was at ${at}` : null
    }
  }
}

const supervisionsNameWhatIsThere: Invariant = {
  says: "A supervision names as passed on only what was raised by then",
  begin: () => {
    const raised = new Set<string>()
    return (event) => {
      if (event.type === "EscalationRaised") raised.add(idIn(event))
      const named = event.type === "SupervisionHeld" ? ids(event, "escalations") : []
      const missing = named.find((one) => !raised.has(one))
      return missing === undefined ? null : `${event.stream} names ${missing}`
    }
  }
}

/** The invariants of who has an escalation, and until when. */
export const invariantsOfEscalations: ReadonlyArray<Invariant> = [
  handledByWhoHasIt,
  takenOnByOne,
  deadlinesStand,
  eachHasItsTime,
  supervisionsNameWhatIsThere
]
