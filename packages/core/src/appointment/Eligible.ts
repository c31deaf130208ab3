/**
 * Whether somebody is eligible for a role, by the criteria that the scheme has decided.
 *
 * Staff record of each criterion whether it is met. Which ones are not says something of the person and stays personal;
 * how many they are is public, so that the selection can be judged from the log alone.
 */
import { deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aPastDate } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { isSameList } from "../record/isSameList.ts"
import { lastBy } from "../record/lastBy.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { sayCriteria, someCriteria } from "../scheme/EligibilityCriteria.ts"
import { eligibilityOn, Scheme } from "../scheme/Scheme.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { EligibilityConsidered } from "./AppointmentEvents.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { GiveAReasonForAGap } from "./rules/GiveAReasonForAGap.ts"
import { MeetEveryCriterion } from "./rules/MeetEveryCriterion.ts"

const selection = { subject: "person", keep: "selection" } as const

export const ConsiderEligibility = deriving(
  "appointment",
  "ConsiderEligibility",
  {
    title: "Record whether they are eligible",
    says: "Says of each criterion of the scheme whether the person meets it",
    fields: {
      appointment: whichAppointment,
      met: personal(someCriteria, selection, "Which criteria do they meet?"),
      notMet: personal(someCriteria, selection, "Which criteria do they not meet?", "Leave empty if they meet all."),
      on: open(aPastDate, "On which day was it considered?", "For example, 27 3 2016.")
    }
  },
  {
    considered: open(someCriteria, "Criteria considered"),
    gaps: open(aCount(), "Criteria not met"),
    undecided: open(aCount(), "Criteria said to be both")
  },
  ({ met, notMet }) => ({
    considered: [...new Set([...met, ...notMet])].sort(),
    gaps: notMet.length,
    undecided: notMet.filter((one) => met.includes(one)).length
  })
)

export const considerEligibility = decision(ConsiderEligibility, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const refused = refusedNow(appointment, "ConsiderEligibility")
  if (refused !== null) return refused
  const { considered, gaps, on, undecided } = command
  const asked = eligibilityOn(yield* read(Scheme, appointment.scheme), appointment.roleProfile, on)?.criteria ?? []
  if (asked.length === 0) return nothingLikeIt(appointment, "The scheme asks for no criteria of this role on that day")
  if (undecided > 0) return nothingLikeIt(appointment, "Say of each criterion that it is met or that it is not")
  if (!isSameList(considered, asked)) {
    return nothingLikeIt(appointment, `Say it of each criterion of the role, and of no other: ${sayCriteria(asked)}`)
  }
  const isKnown = appointment.eligibility.some((one) =>
    one.on === on && one.gaps === gaps && isSameList(one.considered, considered)
  )
  if (isKnown) return nothingLikeIt(appointment, "It is recorded like this already. Strike that out first")
  return judge(inOrder([on, appointment.begun?.on ?? null])).accept(() => [
    EligibilityConsidered.make({ of: command.appointment, on, data: { ...keysOf(appointment), considered, gaps } })
  ])
})

/** How the person stands to the criteria of the day: how many were not considered, and how many are not met. */
export const eligible = (appointment: Appointment, scheme: Scheme, on: LocalDate) => {
  const asked = eligibilityOn(scheme, appointment.roleProfile, on)
  const known = lastBy(appointment.eligibility, on)
  const criteria = asked?.criteria ?? []
  const gaps = criteria.length === 0 ? 0 : known?.gaps ?? 0
  const mayGiveAReason = asked?.gap === "TAKES_A_REASON"
  const unconsidered = criteria.filter((one) => known?.considered.includes(one) !== true).length
  return [
    MeetEveryCriterion.asks({ unconsidered, gaps: mayGiveAReason ? 0 : gaps }),
    GiveAReasonForAGap.asks({ gaps: mayGiveAReason ? gaps : 0 })
  ] as const
}
