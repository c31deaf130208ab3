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

const nobodyHandlesTheirOwn: Invariant = {
  says: "Nobody handles an escalation about themselves",
  begin: () => {
    const about = new Map<string, string>()
    return (event) => {
      if (!event.stream.startsWith("escalation-")) return null
      const isTakenOver = event.type === "EscalationJoined" && text(event, "aboutStaff") !== ""
      const isSaid = event.type === "EscalationRaised" || event.type === "EscalationCorrected" || isTakenOver
      if (isSaid) about.set(event.stream, text(event, "aboutStaff"))
      const whom = about.get(event.stream) ?? ""
      const isTheirs = whom !== "" && [event.actor.id, text(event, "receiver")].includes(whom)
      return isTheirs && event.type !== "EscalationCorrected" ? `${event.stream} was handled by whom it is about` : null
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
  accreditedOnceCapable
]
