/**
 * Advice on a selection: an experienced worker may say what they think of somebody, and staff decide.
 *
 * Whoever advises first says what ties them to the person. What they declare adds up until it is struck out: who declared
 * an interest once has one, whatever they say later. Advice of somebody with an interest is not taken, and counts no
 * longer when the interest is found out afterwards; whoever selected then looks again, and nothing is undone by itself.
 * No advice is asked for, and a selection is judged as if there were none.
 */
import { command, deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text, yesOrNo } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { identityOf, isSamePerson, isTheirs } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { SelectionAdviceRecorded, SelectionInterestDeclared } from "./AppointmentEvents.ts"
import type { Advice, DeclaredInterest } from "./AppointmentFacts.ts"
import { selectionAdvice, selectionInterest } from "./AppointmentKeys.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { AskAnExperiencedWorker } from "./rules/AskAnExperiencedWorker.ts"
import { TakeNoAdviceFromAnInterest } from "./rules/TakeNoAdviceFromAnInterest.ts"
import { holderOf, mayMentorOn, standingsOf } from "./Standing.ts"

const adviser = tagged("person", idOf("person"), "Which worker advises?")
const onWhichDay = open(aPastDate, "On which day?", "For example, 27 3 2016.")

/** Everything that somebody declared of the selection, under whatever number, and was not struck out. */
const declaredBy = ({ interests }: Appointment, adviser: Identity): ReadonlyArray<DeclaredInterest> =>
  interests.filter((one) => isTheirs(adviser, { id: one.adviser, on: one.on }))

const hasInterest = (declared: ReadonlyArray<DeclaredInterest>): boolean => declared.some(({ conflict }) => conflict)

/** Whether somebody advised on the selection, under whatever number. */
const advisedBy = ({ advice }: Appointment, adviser: Identity): boolean =>
  advice.some((one) => isTheirs(adviser, { id: one.adviser, on: one.on }))

/** Asks that whoever advises works in the scheme on the day, or advised already, and is somebody else than the person. */
function* experienced(appointment: Appointment, adviser: Identity, on: LocalDate) {
  const [standing] = yield* standingsOf([adviser.id])
  return AskAnExperiencedWorker.asks({
    works: standing !== undefined && mayMentorOn(standing, appointment.scheme, on),
    advisedAlready: advisedBy(appointment, adviser),
    samePerson: isSamePerson(adviser, yield* holderOf(appointment))
  })
}

export const DeclareSelectionInterest = deriving(
  "appointment",
  "DeclareSelectionInterest",
  {
    title: "Record a declaration of interests",
    says:
      "A worker who may advise, or who advised, says what ties them to the person, such as a debt; it adds to earlier ones",
    fields: {
      appointment: whichAppointment,
      adviser,
      interest: personal(
        selectionInterest,
        { subject: "adviser", keep: "selection" },
        "What ties them to the person?"
      ),
      on: onWhichDay
    }
  },
  { conflict: open(yesOrNo, "An interest was declared") },
  ({ interest }) => ({ conflict: interest !== "NONE" })
)

export const declareSelectionInterest = decision(
  DeclareSelectionInterest,
  [KeepTheOrderOfEvents, AskAnExperiencedWorker],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "DeclareSelectionInterest")
    if (refused !== null) return refused
    const { adviser, conflict, on } = command
    const whoever = yield* identityOf(adviser, on)
    const declared = declaredBy(appointment, whoever)
    if (!conflict && hasInterest(declared)) {
      return nothingLikeIt(
        appointment,
        "They declared an interest, and it stands. Strike it out first, if it was wrong"
      )
    }
    if (declared.some((one) => one.conflict === conflict && (!conflict || one.on === on))) {
      return nothingLikeIt(appointment, "They declared that already. Strike it out first, if it was wrong")
    }
    return judge(
      inOrder([on, appointment.begun?.on ?? null]),
      yield* experienced(appointment, whoever, on)
    ).accept(() => [
      SelectionInterestDeclared.make({
        of: command.appointment,
        on,
        data: { ...keysOf(appointment), adviser, conflict }
      })
    ])
  }
)

export const RecordSelectionAdvice = command("appointment", "RecordSelectionAdvice", {
  title: "Record the advice of a worker",
  says: "An experienced worker, who declared no interest, says what they think of the person; it decides nothing",
  fields: {
    appointment: whichAppointment,
    adviser,
    advice: personal(selectionAdvice, { subject: "person", keep: "selection" }, "What do they advise?"),
    because: optional(
      personal(
        text(1000, true),
        { subject: "person", keep: "selection" },
        "What did they say?",
        "Do not include names of other people."
      )
    ),
    on: onWhichDay
  }
})

export const recordSelectionAdvice = decision(
  RecordSelectionAdvice,
  [KeepTheOrderOfEvents, AskAnExperiencedWorker, TakeNoAdviceFromAnInterest],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "RecordSelectionAdvice")
    if (refused !== null) return refused
    const { adviser, on } = command
    const whoever = yield* identityOf(adviser, on)
    if (advisedBy(appointment, whoever)) {
      return nothingLikeIt(appointment, "Their advice is recorded already. Strike it out first, if it was wrong")
    }
    const declared = declaredBy(appointment, whoever)
    return judge(
      inOrder([on, appointment.begun?.on ?? null]),
      yield* experienced(appointment, whoever, on),
      TakeNoAdviceFromAnInterest.asks({ declared: declared.length > 0, conflict: hasInterest(declared) })
    ).accept(() => [
      SelectionAdviceRecorded.make({ of: command.appointment, on, data: { ...keysOf(appointment), adviser } })
    ])
  }
)

/** The advice on a selection without that of whoever has declared an interest, before or since. */
export function* adviceThatCounts(appointment: Appointment): Reading<ReadonlyArray<Advice>> {
  const counting: Array<Advice> = []
  for (const one of appointment.advice) {
    const declared = declaredBy(appointment, yield* identityOf(one.adviser, one.on))
    if (declared.length > 0 && !hasInterest(declared)) counting.push(one)
  }
  return counting
}

/** The advice that stands and counts no longer: somebody looks at what was decided with it, and strikes it out. */
export function* adviceThatFell(appointment: Appointment): Reading<ReadonlyArray<Advice>> {
  const counting = yield* adviceThatCounts(appointment)
  return appointment.advice.filter((one) => !counting.includes(one))
}
