/**
 * What must hold of every start of an appointment, also of one that was put right, said once more without the rules:
 * plain tables of plain events, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import { daysBetween } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { idIn, text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

const starts = ["AppointmentActivated", "AppointmentStartCorrected"]

/** The role of an appointment, by its scheme. */
const roleOf = (event: Happened): string => `${text(event, "scheme") || idIn(event)} ${text(event, "roleProfile")}`

const shadowedBeforeTheStart: Invariant = {
  says: "Nobody was in a role that asks for shadowing before a day on which their shadowing was signed off (INV-43)",
  begin: () => {
    const versions = new Map<string, ReadonlyArray<boolean>>()
    const fromBefore = new Set<string>()
    const signedOff = new Map<string, { readonly appointment: string; readonly on: LocalDate }>()
    return (event) => {
      if (event.type.startsWith("RoleProfile")) {
        const role = roleOf(event)
        versions.set(role, [...versions.get(role) ?? [], event.data["asksForShadowing"] === true])
      }
      if (event.type === "LegacyWorkerRegistered") fromBefore.add(idIn(event))
      if (event.type === "ShadowingSignedOff") {
        signedOff.set(event.stream, { appointment: text(event, "appointment"), on: event.on })
      }
      if (event.type === "ShadowingPersonCorrected") {
        const its = signedOff.get(event.stream)
        if (its !== undefined) signedOff.set(event.stream, { ...its, appointment: text(event, "appointment") })
      }
      if (event.type === "ShadowingSignOffWithdrawn") signedOff.delete(event.stream)
      const asks = (versions.get(roleOf(event)) ?? []).every(Boolean)
      if (!starts.includes(event.type) || fromBefore.has(idIn(event)) || !asks) return null
      const isShadowed = [...signedOff.values()].some(({ appointment, on }) =>
        appointment === idIn(event) && on <= event.on
      )
      return isShadowed ? null : `${event.stream} began on ${event.on} without shadowing`
    }
  }
}

const servedBeforeTheScheme: Invariant = {
  says: "Whoever was in a role before the scheme was in it before the day on which it was proposed (C-9)",
  begin: () => {
    const proposed = new Map<string, { readonly event: string; readonly on: LocalDate }>()
    const fromBefore = new Map<string, string>()
    return (event) => {
      const scheme = text(event, "scheme") || fromBefore.get(idIn(event)) || ""
      if (event.type === "SchemeProposed") proposed.set(idIn(event), { event: event.id, on: event.on })
      if (event.type === "SchemeStepCorrected" && proposed.get(idIn(event))?.event === event.corrects) {
        proposed.set(idIn(event), { event: event.corrects ?? "", on: event.on })
      }
      if (event.type === "LegacyWorkerRegistered") fromBefore.set(idIn(event), scheme)
      if (!fromBefore.has(idIn(event))) return null
      const since = event.type === "LegacyWorkerRegistered"
        ? text(event, "inRoleSince")
        : event.type === "AppointmentStartCorrected"
        ? event.on
        : ""
      return since < (proposed.get(scheme)?.on ?? "") ? null : `${event.stream} is in the role only since ${since}`
    }
  }
}

const carriedOnlyWhatWasServed: Invariant = {
  says: "No more days are decided to count from a shadowing elsewhere than it had from its start until the transfer",
  begin: () => {
    const lasted = new Map<string, { readonly from: LocalDate | null; readonly until: LocalDate | null }>()
    const carried = new Map<string, ReadonlyArray<string>>()
    const longest = (placement: string, passed: ReadonlyArray<string> = []): number => {
      const its = lasted.get(placement)
      if (passed.includes(placement) || its === undefined || its.from === null || its.until === null) return 0
      const others = carried.get(placement) ?? []
      return others.reduce(
        (sum, one) => sum + longest(one, [...passed, placement]),
        Math.max(0, daysBetween(its.from, its.until))
      )
    }
    return (event) => {
      if (!event.stream.startsWith("shadowing-")) return null
      const id = idIn(event)
      const its = lasted.get(id) ?? { from: null, until: null }
      if (event.type === "ShadowingStarted" || event.type === "ShadowingStartCorrected") {
        lasted.set(id, { ...its, from: event.on })
      }
      if (event.type === "ShadowingTransferredOut") lasted.set(id, { ...its, until: event.on })
      if (event.type === "ShadowingReopened") lasted.set(id, { ...its, until: null })
      if (event.type !== "EarlierShadowingDecided") return null
      const [placement, days] = [text(event, "earlier"), Number(event.data["days"])]
      const others = (carried.get(id) ?? []).filter((one) => one !== placement)
      const counts = event.data["counts"] === true
      carried.set(id, counts ? [...others, placement] : others)
      return !counts || days <= longest(placement) ? null : `${event.stream} counts ${days} days of ${placement}`
    }
  }
}

/** The invariants of how appointments start, and of the days that they are started on. */
export const invariantsOfStarts: ReadonlyArray<Invariant> = [
  shadowedBeforeTheStart,
  servedBeforeTheScheme,
  carriedOnlyWhatWasServed
]
