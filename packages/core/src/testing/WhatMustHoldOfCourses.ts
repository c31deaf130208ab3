/**
 * What must hold of the course of every life, said once more without the rules: it begins once and with its beginning,
 * and once it is over nothing follows but what puts it right, opens it again or belongs to its end. Also where a scheme,
 * a cohort, support and a change of circumstances go through their steps. Plain tables, as in `WhatMustHold`.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { count, day, idIn, kept, text } from "./PlainEvents.ts"
import type { Invariant } from "./PlainEvents.ts"

interface Course {
  readonly begins: ReadonlyArray<string>
  readonly ends: ReadonlyArray<string>
  /** What may follow an end besides what puts something right. */
  readonly follows: ReadonlyArray<string>
}

const never = { ends: [], follows: [] }

/** Of each life: how it begins, how it is over, and what may still come then. */
const coursesOfLives: Readonly<Record<string, Course>> = {
  scheme: { begins: ["SchemeProposed"], ends: ["SchemeClosed"], follows: [] },
  staff: { begins: ["StaffRegistered"], ...never },
  // News of movements comes late, also of what was before a death
  person: { begins: ["PersonRegistered"], ...never },
  appointment: {
    begins: ["AppointmentProposed", "AppointmentAppliedFor", "LegacyWorkerRegistered"],
    ends: ["AppointmentEnded", "AppointmentEndedAsDuplicate", "AppointmentDeclined"],
    follows: ["AppointmentTaskRefused", "AppointmentTaskTakenOver"]
  },
  shadowing: {
    begins: ["ShadowingPlanned"],
    ends: ["ShadowingSignedOff", "ShadowingNotAchieved", "ShadowingCancelled", "ShadowingTransferredOut"],
    follows: ["ShadowingSignOffUpheld", "ShadowingSignOffWithdrawn", "ShadowingInterrupted"]
  },
  route: { begins: ["RoutesOpened"], ...never },
  escalation: {
    begins: ["EscalationRaised"],
    ends: ["EscalationClosed", "EscalationWithdrawn", "EscalationLinked"],
    follows: [
      "EscalationRaiserInformed",
      "EscalationRaiserNotInformed",
      "EscalationSubjectInformed",
      "EscalationSubjectNotInformed"
    ]
  },
  template: {
    begins: ["TemplateIntroduced", "TemplateRevisionProposed", "AwardTemplateProposed"],
    ...never
  },
  cohort: {
    begins: ["CohortPlanned"],
    ends: ["CohortClosed", "CohortCancelled"],
    // A session that turns out not to have been held is written off also then
    follows: ["TrainingSessionInterrupted", "TrainingSessionAccepted", "TrainingSessionWrittenOff"]
  },
  training: {
    begins: ["TraineeEnrolled"],
    ends: ["TrainingCompleted", "TrainingClosedIncomplete", "TraineeWithdrew"],
    // A session that turns out not to have been held takes everybody's attendance with it; what is missing of a
    // completion that holds no longer may still be met
    follows: [
      "TrainingSessionMadeUp",
      "TrainingCreditGiven",
      "TrainingUnitAssessed",
      "TrainingCreditUpheld",
      "AttendanceRecorded",
      "TrainingCertificateIssued",
      "TrainingCompletionUpheld",
      "TrainingCompletionRevoked",
      "AttendanceVoided"
    ]
  },
  trainer: { begins: ["TrainerRegistered"], ...never },
  supervision: {
    begins: ["SupervisionArranged"],
    ends: ["SupervisionEnded"],
    follows: ["SupervisionNoteRewritten", "SupervisionAddendumWritten"]
  },
  nonassociation: { begins: ["NonAssociationOpened"], ends: ["NonAssociationClosed"], follows: [] },
  notice: { begins: ["CustodyNoticeTakenIn"], ends: ["CustodyNoticeTakenIn"], follows: [] },
  circumstance: {
    begins: ["CircumstanceAcknowledged"],
    ends: ["CircumstanceActedOn", "CircumstanceLeft"],
    follows: []
  },
  support: { begins: ["SupportOpened"], ends: ["SupportEnded"], follows: [] }
}

const lifeOf = ({ stream }: Happened): string => stream.slice(0, stream.indexOf("-"))

const putsRight = /(?:Corrected|Voided|StruckOut|Undone|TakenBack|Reopened)$/
const opensAgain = ["ShadowingSignOffWithdrawn", "TrainingCompletionRevoked"]
const isForGood = ["AppointmentVoided", "TrainingVoided", "SupervisionVoided", "SupportVoided"]

const beginsOnce: Invariant = {
  says: "Every life begins once, with its beginning",
  begin: () => {
    const begun = new Map<string, string>()
    return (event) => {
      const course = coursesOfLives[lifeOf(event)]
      if (course === undefined) return `${event.stream} is of no life`
      const isBeginning = course.begins.includes(event.type)
      const isFirst = !begun.has(event.stream)
      const isAnew = isBeginning && begun.get(event.stream) === "struck out"
      if (isBeginning) begun.set(event.stream, event.id)
      // Whose registration was struck out may be registered anew
      const isStruckOut = event.type.endsWith("StruckOut") && text(event, "entry") === begun.get(event.stream)
      if (isStruckOut) begun.set(event.stream, "struck out")
      return isBeginning === isFirst || isAnew
        ? null
        : `${event.stream} ${isFirst ? "begins with" : "has a second"} ${event.type}`
    }
  }
}

interface End {
  readonly event: string
  readonly on: LocalDate
  readonly isForGood: boolean
}

const overIsOver: Invariant = {
  says:
    "What is over stays over until it is opened again; only what puts it right, belongs to its end or was before it follows",
  begin: () => {
    const over = new Map<string, End>()
    return (event) => {
      const { corrects, id, on, stream, type } = event
      const { ends = [], follows = [] } = coursesOfLives[lifeOf(event)] ?? {}
      const end = over.get(stream)
      const isRight = end === undefined || follows.includes(type) ||
        (!end.isForGood && (putsRight.test(type) || on < end.on))
      const isOfEnd = corrects !== null && corrects === end?.event
      const isOpened = type.endsWith("Reopened") || opensAgain.includes(type) ||
        (isOfEnd && !type.endsWith("Corrected"))
      if (isOpened) over.delete(stream)
      else if (isOfEnd) over.set(stream, { ...end, on: day(event, "endedOn") ?? day(event, "happenedOn") ?? end.on })
      if (ends.includes(type) || isForGood.includes(type)) {
        over.set(stream, { event: id, on, isForGood: isForGood.includes(type) })
      }
      return isRight ? null : `${type} follows the end of ${stream}`
    }
  }
}

interface Step {
  readonly event: string
  readonly type: string
}

/** What has to come before each step of a cohort; each without what was taken back. */
const cohortNeeds: Readonly<Record<string, string>> = {
  CohortEnrolmentOpened: "CohortApproved",
  CohortStarted: "CohortEnrolmentOpened",
  TrainingSessionDelivered: "CohortStarted",
  CohortPaused: "CohortStarted",
  CohortResumed: "CohortPaused",
  CohortDelivered: "CohortStarted",
  CohortReflected: "CohortDelivered",
  CohortClosed: "CohortReflected"
}

const cohortsStepByStep: Invariant = {
  says:
    "A cohort is approved, recruits, is held, is reflected on and is closed in this order, and is not held while paused",
  begin: () => {
    const cohorts = new Map<string, ReadonlyArray<Step>>()
    return (event) => {
      if (!event.stream.startsWith("cohort-")) return null
      const before = kept(cohorts, event.stream, [])
      const stands = event.type === "CohortStepTakenBack"
        ? before.filter((one) => one.event !== event.corrects)
        : before
      cohorts.set(event.stream, [...stands, { event: event.id, type: event.type }])
      const needed = cohortNeeds[event.type]
      const types = before.map(({ type }) => type)
      const isPaused = types.lastIndexOf("CohortPaused") > types.lastIndexOf("CohortResumed")
      const isHeldPaused = event.type === "TrainingSessionDelivered" && isPaused
      return (needed === undefined || types.includes(needed)) && !isHeldPaused
        ? null
        : `${event.type} of ${event.stream} comes ${isHeldPaused ? "while it is paused" : `before ${needed}`}`
    }
  }
}

const placesAreCounted: Invariant = {
  says: "No more people are enrolled in a cohort for the whole training than it has places",
  begin: () => {
    const places = new Map<string, number>()
    const open = new Map<string, string>()
    return (event) => {
      if (event.type === "CohortEnrolmentOpened") places.set(idIn(event), count(event, "places"))
      if (event.type === "TrainingVoided" || event.type === "TraineeWithdrew") open.delete(event.stream)
      if (event.type !== "TraineeEnrolled" || text(event, "place") !== "FULL") return null
      const cohort = text(event, "cohort")
      if (cohort === "") return null
      open.set(event.stream, cohort)
      const taken = [...open.values()].filter((one) => one === cohort).length
      return taken <= (places.get(cohort) ?? 0) ? null : `${cohort} has ${taken} for ${places.get(cohort) ?? 0} places`
    }
  }
}

const beginInARunningScheme = [
  "AppointmentProposed",
  "AppointmentAppliedFor",
  "LegacyWorkerRegistered",
  "CohortPlanned"
]

const schemesRunFirst: Invariant = {
  says: "A scheme runs with a training lead, and nobody is proposed or taught in one that never ran",
  begin: () => {
    const [led, ran] = [new Set<string>(), new Set<string>()]
    return (event) => {
      const { type } = event
      const scheme = event.stream.startsWith("scheme-") ? idIn(event) : text(event, "scheme")
      if (type === "TrainingLeadNamed") led.add(scheme)
      const runs = type === "SchemePilotStarted" || type === "SchemeActivated"
      if (runs) ran.add(scheme)
      if (runs && !led.has(scheme)) return `${scheme} runs without a training lead`
      return beginInARunningScheme.includes(type) && !ran.has(scheme)
        ? `${type} is in ${scheme}, which never ran`
        : null
    }
  }
}

const twoWeeksAtLeast: Invariant = {
  says: "No scheme decides that fewer than fourteen days of shadowing are enough (S3:699-701)",
  begin: () => (event) =>
    text(event, "limit") === "shadowingDays" && count(event, "value") < 14
      ? `${event.stream} asks for ${count(event, "value")}`
      : null
}

const supportIsLookedAtAgain: Invariant = {
  says: "Support of a worker always has a day on which it is looked at again, which is still to come (INV-16)",
  begin: () => (event) => {
    const isGoingOn = ["SupportOpened", "SupportReviewed", "SupportReopened"].includes(event.type)
    return isGoingOn && (day(event, "reviewOn") ?? event.on) <= event.on ? `${event.stream} is not` : null
  }
}

/** The invariants of the course of every life. */
export const invariantsOfCourses: ReadonlyArray<Invariant> = [
  beginsOnce,
  overIsOver,
  cohortsStepByStep,
  placesAreCounted,
  schemesRunFirst,
  twoWeeksAtLeast,
  supportIsLookedAtAgain
]
