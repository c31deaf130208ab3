/**
 * What is asked of a mentor when somebody begins to shadow them: planned, started, beside another mentor, or reopened.
 */
import { unitOn } from "../appointment/AppointmentUnit.ts"
import { countsOn, validitiesOn } from "../appointment/Lapse.ts"
import { inRoleSince, mayMentorOn, mayWorkOn, standingsOf } from "../appointment/Standing.ts"
import type { Standing } from "../appointment/Standing.ts"
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { coveredBy } from "../language/Period.ts"
import { timesApart } from "../nonassociation/Apart.ts"
import { identityOf, isSamePerson } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { limitOn, roleProfileOf, Scheme } from "../scheme/Scheme.ts"
import { isBeyondGrace } from "../supervision/NewWork.ts"
import { TakeOnNothingNewUnsupervised } from "../supervision/rules/TakeOnNothingNewUnsupervised.ts"
import { othersShadowing, whereTheyMeet } from "./Placement.ts"
import { BeginBesideAMentorInDate } from "./rules/BeginBesideAMentorInDate.ts"
import { KeepApartWhoMustBeApart } from "./rules/KeepApartWhoMustBeApart.ts"
import { ShadowAMentorWithRoom } from "./rules/ShadowAMentorWithRoom.ts"
import { ShadowAnEligibleMentor } from "./rules/ShadowAnEligibleMentor.ts"
import { ShadowAnExperiencedWorker } from "./rules/ShadowAnExperiencedWorker.ts"
import { ShadowSomebodyElse } from "./rules/ShadowSomebodyElse.ts"
import { ShadowWhereTheRoleIsDone } from "./rules/ShadowWhereTheRoleIsDone.ts"

/** Who begins to shadow whom, in which scheme and on which day. */
interface Beginning {
  readonly shadowing: string
  readonly worker: Identity
  readonly mentor: string
  readonly scheme: string
  /** The role that the new worker learns. */
  readonly roleProfile: string
  readonly on: LocalDate
  /** The day on which it is decided: supervision that falls due later is not overdue yet. */
  readonly decidedOn: LocalDate
}

/**
 * Whether everything counts in one of the mentor's appointments in which they work; where there is none, another rule
 * says so. What lapses after the decision has not lapsed yet.
 */
const isInDate = ({ appointments, person }: Standing, scheme: Scheme, asked: Beginning): boolean => {
  const { decidedOn, on } = asked
  const working = appointments.filter((one) => one.scheme === asked.scheme && mayWorkOn(one, person, on))
  return working.length === 0 || working.some((appointment) => {
    const profile = roleProfileOf(scheme, appointment.roleProfile, decidedOn)
    return validitiesOn({ appointment, profile, scheme }, decidedOn).every((one) => countsOn(one, decidedOn))
  })
}

/** Whether the mentor works, on the day, where the role of the new worker is done. */
const whereTheRoleIsDone = (standing: Standing | undefined, scheme: Scheme, asked: Beginning) => {
  const working =
    standing?.appointments.filter((one) => one.scheme === asked.scheme && mayWorkOn(one, standing.person, asked.on)) ??
      []
  return ShadowWhereTheRoleIsDone.asks({
    units: roleProfileOf(scheme, asked.roleProfile, asked.decidedOn)?.units ?? [],
    mentorWorksOn: [...new Set(working.flatMap((one) => unitOn(one, asked.on) ?? []))]
  })
}

/** What is asked of a mentor on the day on which somebody begins to shadow them. */
export function* mentorRules(asked: Beginning): Reading<
  readonly [
    ReturnType<typeof ShadowSomebodyElse.asks>,
    ReturnType<typeof ShadowAnEligibleMentor.asks>,
    ReturnType<typeof ShadowAMentorWithRoom.asks>,
    ReturnType<typeof ShadowAnExperiencedWorker.asks>,
    ReturnType<typeof KeepApartWhoMustBeApart.asks>,
    ReturnType<typeof BeginBesideAMentorInDate.asks>,
    ReturnType<typeof TakeOnNothingNewUnsupervised.asks>,
    ReturnType<typeof ShadowWhereTheRoleIsDone.asks>
  ]
> {
  const { on, worker } = asked
  const scheme = yield* read(Scheme, asked.scheme)
  const mentor = yield* identityOf(asked.mentor, on)
  const others = yield* othersShadowing(mentor, asked.shadowing)
  const [standing] = yield* standingsOf([mentor.id])
  const apart = yield* timesApart(worker, mentor, whereTheyMeet)
  const beyondGrace = yield* isBeyondGrace(mentor, asked.scheme, asked.decidedOn)
  return [
    ShadowSomebodyElse.asks({ samePerson: isSamePerson(worker, mentor) }),
    eligibleOn(standing, asked.scheme, on),
    ShadowAMentorWithRoom.asks({ others }, { shadowers: limitOn(scheme, "shadowersPerMentor", on) }),
    ShadowAnExperiencedWorker.asks(
      { inRoleSince: standing === undefined ? null : inRoleSince(standing, asked.scheme, on), on },
      { months: limitOn(scheme, "mentorMonthsInRole", on) }
    ),
    KeepApartWhoMustBeApart.asks({ apart: coveredBy(apart, on) }),
    BeginBesideAMentorInDate.asks({ inDate: standing !== undefined && isInDate(standing, scheme, asked) }),
    TakeOnNothingNewUnsupervised.asks({ beyondGrace }),
    whereTheRoleIsDone(standing, scheme, asked)
  ]
}

export const mentorRuleList = [
  ShadowSomebodyElse,
  ShadowAnEligibleMentor,
  ShadowAMentorWithRoom,
  ShadowAnExperiencedWorker,
  KeepApartWhoMustBeApart,
  BeginBesideAMentorInDate,
  TakeOnNothingNewUnsupervised,
  ShadowWhereTheRoleIsDone
] as const

/** Asks whether the mentor may work on one day. */
export const eligibleOn = (standing: Standing | undefined, scheme: string, on: LocalDate) =>
  ShadowAnEligibleMentor.asks({
    days: 1,
    eligible: standing !== undefined && mayMentorOn(standing, scheme, on) ? 1 : 0
  })
