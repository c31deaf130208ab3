/**
 * What must hold of every history of escalations, supervision and trainers, said once more without the rules: plain
 * tables of plain events, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

const immediateIsHandedOverAtOnce: Invariant = {
  says: "An immediate escalation names who was told in the same act, and nobody hands it back (INV-80, INV-81)",
  begin: () => {
    const urgency = new Map<string, string>()
    let raised: Happened | null = null
    return (event) => {
      const told = raised
      raised = null
      if (told !== null) {
        const isTold = event.type === "EscalationHandedOver" && event.stream === told.stream &&
          event.command.id === told.command.id && text(event, "receiver") !== "" && text(event, "means") !== ""
        if (!isTold) return `${told.stream} was raised as immediate and nobody was told`
      }
      if (!event.stream.startsWith("escalation-")) return null
      const before = urgency.get(event.stream) ?? ""
      if (text(event, "urgency") !== "") urgency.set(event.stream, text(event, "urgency"))
      if (event.type === "EscalationRaised" && text(event, "urgency") === "IMMEDIATE") raised = event
      const isLetGo = event.type === "EscalationRejectedBack" || event.type === "EscalationWithdrawn"
      return isLetGo && before === "IMMEDIATE" ? `${event.stream} was immediate and let go` : null
    }
  }
}

const twoLowerAnImmediateOne: Invariant = {
  says: "Two people decide that an escalation is no longer immediate",
  begin: () => {
    const urgency = new Map<string, string>()
    return (event) => {
      const before = urgency.get(event.stream) ?? ""
      const now = text(event, "urgency")
      if (event.stream.startsWith("escalation-") && now !== "") urgency.set(event.stream, now)
      if (event.type !== "EscalationReclassified" || before !== "IMMEDIATE" || now === "IMMEDIATE") return null
      const second = text(event, "agreedBy")
      return second === "" || second === event.actor.id ? `${event.stream} was lowered by one person` : null
    }
  }
}

/** What ends an escalation in order: resolved, then the raiser told or why not, then closed; what was struck out is not. */
const closedInOrder: Invariant = {
  says: "An escalation is closed after it was resolved and its raiser told, or why they could not be (INV-88)",
  begin: () => {
    const entries = new Map<string, ReadonlyArray<Happened>>()
    return (event) => {
      if (!event.stream.startsWith("escalation-")) return null
      const standing = (entries.get(event.stream) ?? []).filter(({ id }) =>
        event.type !== "EscalationEntryVoided" || id !== event.corrects
      )
      entries.set(event.stream, [...standing, event])
      if (event.type !== "EscalationClosed") return null
      const reopened = standing.map(({ type }) => type).lastIndexOf("EscalationReopened")
      const steps = new Set(standing.slice(reopened + 1).map(({ type }) => type))
      const isTold = steps.has("EscalationRaiserInformed") || steps.has("EscalationRaiserNotInformed")
      return steps.has("EscalationResolved") && isTold ? null : `${event.stream} was closed too soon`
    }
  }
}

/** The streams that stand as one with a stream, by the links that stand. */
const linkedWith = (links: Iterable<readonly [string, string]>, stream: string): ReadonlySet<string> => {
  const found = new Set([stream])
  const all = [...links]
  for (let before = 0; before < found.size;) {
    before = found.size
    for (const pair of all) if (pair.some((one) => found.has(one))) { for (const one of pair) found.add(one) }
  }
  return found
}

const nobodyHandlesTheirOwn: Invariant = {
  says: "Nobody handles an escalation about themselves, or one that is linked to one about them",
  begin: () => {
    const about = new Map<string, ReadonlyArray<string>>()
    const links = new Map<string, readonly [string, string]>()
    return (event) => {
      const { stream, type } = event
      if (!stream.startsWith("escalation-")) return null
      if (type === "EscalationLinked") links.set(event.id, [stream, `escalation-${text(event, "into")}`])
      const away = [...linkedWith(links.values(), stream)].flatMap((one) => about.get(one) ?? [])
      const acting = [event.actor.id, text(event, "receiver"), text(event, "agreedBy")]
      if (type === "EscalationActionRecorded") acting.push(text(event, "owner"))
      if (type === "EscalationEntryVoided") links.delete(event.corrects ?? "")
      about.set(stream, [...about.get(stream) ?? [], text(event, "aboutStaff")].filter((one) => one !== ""))
      const isTheirs = acting.some((one) => one !== "" && away.includes(one))
      return isTheirs ? `${stream} was handled by whom it, or what is linked to it, is about` : null
    }
  }
}

const passedOn = ["EscalationHandedOver", "EscalationRedirected"]

const nobodyIsCalledForWhatTheyRejected: Invariant = {
  says: "Whoever rejected an escalation takes it on only once they were told of it again, or have it back",
  begin: () => {
    const standing = new Map<string, ReadonlyArray<Happened>>()
    return (event) => {
      const { stream, type } = event
      if (!stream.startsWith("escalation-")) return null
      const before = standing.get(stream) ?? []
      standing.set(stream, [
        ...before.filter(({ id }) => type !== "EscalationEntryVoided" || id !== event.corrects),
        event
      ])
      if (type !== "EscalationAcknowledged") return null
      const { id } = event.actor
      const rejected = before.map((one) => one.type === "EscalationRejectedBack" && one.actor.id === id).lastIndexOf(
        true
      )
      if (rejected === -1) return null
      const since = before.slice(rejected)
      const isTold = since.some((one) => passedOn.includes(one.type) && text(one, "receiver") === id) ||
        since.some((one) => one.type === "EscalationRejectedBack" && text(one, "owner") === id)
      return isTold ? null : `${stream} was taken on by whoever had rejected it`
    }
  }
}

/** Whom a correction takes away is still said: by the field for who it was recorded about before. */
const correctionsSayWhoItWas: Invariant = {
  says: "A correction of an escalation that takes anybody away says whom it was recorded about before",
  begin: () => {
    const about = new Map<string, string>()
    return (event) => {
      const { stream, type } = event
      if (!["EscalationRaised", "EscalationJoined", "EscalationCorrected"].includes(type)) return null
      for (const name of ["subject", "aboutStaff"]) {
        const key = `${stream} ${name}`
        const [before, now] = [about.get(key) ?? "", text(event, name)]
        if (type !== "EscalationJoined" || now !== "") about.set(key, now)
        const former = text(event, name === "subject" ? "formerSubject" : "formerAboutStaff")
        if (type === "EscalationCorrected" && before !== now && former !== before) return `${key} was lost`
      }
      return null
    }
  }
}

const accreditedOnceCapable: Invariant = {
  says: "Nobody is accredited for a session that they were never judged capable of",
  begin: () => {
    const capable = new Set<string>()
    return (event) => {
      const key = `${event.stream} ${text(event, "session")}`
      if (event.type === "TrainerJudgedCapable") capable.add(key)
      return event.type === "TrainerAccredited" && text(event, "basis") === "JUDGED_HERE" && !capable.has(key)
        ? `${key} was accredited without`
        : null
    }
  }
}

/** The invariants of escalations and trainers. */
export const invariantsOfCare: ReadonlyArray<Invariant> = [
  immediateIsHandedOverAtOnce,
  twoLowerAnImmediateOne,
  closedInOrder,
  nobodyHandlesTheirOwn,
  nobodyIsCalledForWhatTheyRejected,
  correctionsSayWhoItWas,
  accreditedOnceCapable
]
