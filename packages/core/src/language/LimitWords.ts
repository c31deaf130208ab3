/**
 * What each limit of a scheme limits, in words: what the pages show beside its number, and what a rule says where nobody
 * has decided it. The numbers, their bounds and their sources stand with the scheme, see `SchemeLimits`.
 */

/** Every limit by its name, as a person reads it; what follows a semicolon says what holds where nobody decides. */
export const limitSays = {
  shadowingDays: "How long a new worker shadows an experienced one",
  supervisionEveryDays: "How long after one supervision the next is due",
  refresherEveryMonths: "How long after a training or refresher the next refresher is due",
  riskAssessmentMonths: "How long a risk assessment is good for",
  mentorMonthsInRole: "How long a worker has been in role before a new worker may shadow them",
  shadowersPerMentor: "How many new workers may shadow one worker at the same time",
  minimumServiceDays: "How long somebody is expected to serve in the role after training and shadowing",
  lateRecordingDays: "How long after the day something may be recorded without a reason",
  legacyWaiverMonths: "How long a worker who was in role before the scheme may stay in it untrained",
  acknowledgeImmediateMinutes: "How soon somebody acknowledges an immediate escalation",
  acknowledgeSameDayMinutes: "How soon somebody acknowledges a same-day escalation",
  acknowledgeRoutineWorkingDays: "How soon somebody acknowledges a routine escalation",
  observationsBeforeAccreditation: "How often a trainer observes a session before they are accredited for it",
  accreditationMonths: "How long a trainer's accreditation stands until it is reviewed",
  accreditationGraceDays:
    "How long after its review was due an accreditation still stands; not at all where nobody decides",
  refresherGraceDays: "How long after a training ran out its refresher is waited for; not at all where nobody decides",
  settlingInDays:
    "How long a new worker settles in before somebody looks back with them; not at all where nobody decides",
  refresherEarlyDays:
    "How long before a training runs out a refresher extends it from its old end, and not from the day it was done",
  refresherMonth:
    "In which month everybody's training runs out, instead of so many months after their own; 0 for their own",
  firstReminderDays: "How long before something runs out it is shown for the first time",
  secondReminderDays: "How long before something runs out it is shown for the second time",
  lastReminderDays: "How long before something runs out it is shown for the last time",
  acknowledgeChangeWorkingDays: "How soon somebody looks at a change of a worker's circumstances",
  ladderStepMinutes:
    "How long each step of the ladder has before the next is called; until decided, as the acknowledgement",
  safetyAnswerDays:
    "How long the provider, the commissioner or the regulator has to answer a concern for the safety of patients",
  supervisionGraceDays:
    "How long a supervision may be overdue before the worker takes on nothing new; for ever where nobody decides",
  supervisionNoteHours: "How long after it was recorded the note of a supervision may be rewritten",
  supportReviewDays: "How long after the support of a worker was last looked at it is looked at again"
} as const

export type LimitName = keyof typeof limitSays

const isLimit = (name: string): name is LimitName => name in limitSays

const asQuestion = (name: string): string => {
  if (!isLimit(name)) return name
  const [question = ""] = limitSays[name].split(";")
  return `${question.charAt(0).toLowerCase()}${question.slice(1)} (${name})`
}

/** What is said where nobody decided these limits for the day: which they are, who decides them, and with what. */
export const sayUndecided = (names: ReadonlyArray<string>): string =>
  `The scheme has not decided for that day ${names.map(asQuestion).join("; ")}. ` +
  `A coordinator decides ${names.length === 1 ? "it" : "them"} with DecideSchemePolicy`
