/**
 * What is asked of a start that is put right: what was asked when it was recorded, at the day on which it really was.
 *
 * A start that would have been refused at once is not brought about by a correction. Whoever was appointed was selected,
 * assessed, trained and, where the role asks for it, shadowed by then; whoever was in the role before the scheme was in
 * it before the scheme.
 */
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { limitOn } from "../scheme/Scheme.ts"
import type { RoleProfile, Scheme } from "../scheme/Scheme.ts"
import { placementsFor } from "../shadowing/Placement.ts"
import { shadowingDone } from "./Activation.ts"
import { heldAsAsked } from "./HeldAsAsked.ts"
import { atEstablishment, riskAssessed, securityCleared } from "./Requirements.ts"
import { BeClearedBySecurity } from "./rules/BeClearedBySecurity.ts"
import { BeHeldAsTheRoleAsks } from "./rules/BeHeldAsTheRoleAsks.ts"
import { BeRiskAssessedForTheRole } from "./rules/BeRiskAssessedForTheRole.ts"
import { BeSelectedByStaff } from "./rules/BeSelectedByStaff.ts"
import { CompleteShadowingFirst } from "./rules/CompleteShadowingFirst.ts"
import { RegisterAsLegacyOnlyWhoServedBefore } from "./rules/RegisterAsLegacyOnlyWhoServedBefore.ts"
import type { Schooled } from "./Schooling.ts"
import { holderOf, readySince } from "./Standing.ts"

export const startRuleList = [
  KeepTheOrderOfEvents,
  BeSelectedByStaff,
  BeRiskAssessedForTheRole,
  BeClearedBySecurity,
  BeHeldAsTheRoleAsks,
  CompleteShadowingFirst,
  RegisterAsLegacyOnlyWhoServedBefore,
  BeAtTheEstablishment
] as const

/** What the start stands on: the scheme, and the role as it was described on the day. */
interface Ground {
  readonly of: string
  readonly appointment: Schooled
  readonly scheme: Scheme
  readonly profile: RoleProfile | null
}

/** Whether the worker was in the role before the scheme, which selected nobody then. */
export const isFromBefore = ({ selected }: Pick<Schooled, "selected">): boolean => selected === null

/** The first day on which the job description of the day was acknowledged; null where it never was. */
const acknowledgedOn = ({ acknowledged }: Schooled, profile: RoleProfile | null): LocalDate | null =>
  acknowledged.filter(({ version }) => version === profile?.version).map(({ on }) => on).sort()[0] ?? null

/** The first day on which a shadowing for the appointment was signed off; null where none was, or none is asked for. */
function* signedOffOn(of: string, profile: RoleProfile | null): Reading<LocalDate | null> {
  if (profile?.asksForShadowing !== true) return null
  const placements = yield* placementsFor(of)
  return placements.flatMap(({ signOff }) => signOff === null ? [] : [signOff.on]).sort()[0] ?? null
}

/** Asks of the other day what was asked of the one that was recorded. */
export function* startRules({ appointment, of, profile, scheme }: Ground, from: LocalDate): Reading<
  readonly [
    ReturnType<typeof KeepTheOrderOfEvents.asks>,
    ReturnType<typeof BeSelectedByStaff.asks>,
    ReturnType<typeof BeRiskAssessedForTheRole.asks>,
    ReturnType<typeof BeClearedBySecurity.asks>,
    ReturnType<typeof BeHeldAsTheRoleAsks.asks>,
    ReturnType<typeof CompleteShadowingFirst.asks>,
    ReturnType<typeof RegisterAsLegacyOnlyWhoServedBefore.asks>,
    ReturnType<typeof BeAtTheEstablishment.asks>
  ]
> {
  const { begun, establishment, selected, waiverUntil } = appointment
  const isLegacy = isFromBefore(appointment)
  const { person } = yield* holderOf(appointment)
  const shadowed = yield* shadowingDone(of, from)
  const registeredOn = begun?.on ?? from
  const before = isLegacy ? [] : [
    selected?.on ?? null,
    readySince(appointment),
    acknowledgedOn(appointment, profile),
    yield* signedOffOn(of, profile)
  ]
  return [
    inOrder([from, null], ...before.map((day) => [from, day] as const)),
    BeSelectedByStaff.asks({ asked: !isLegacy, selected: selected !== null && selected.on <= from }),
    riskAssessed(appointment, scheme, from, !isLegacy),
    securityCleared(appointment, isLegacy ? null : profile, from),
    heldAsAsked({ appointment, person, scheme }, isLegacy ? null : profile, from),
    CompleteShadowingFirst.asks({ asked: !isLegacy && profile?.asksForShadowing === true, ...shadowed }),
    RegisterAsLegacyOnlyWhoServedBefore.asks(
      {
        asked: isLegacy,
        inRoleSince: from,
        adoptedOn: scheme.adoptedOn,
        on: registeredOn,
        waiverUntil: waiverUntil ?? registeredOn
      },
      { months: limitOn(scheme, "legacyWaiverMonths", registeredOn) }
    ),
    atEstablishment(person, establishment, isLegacy ? registeredOn : from)
  ]
}
