/**
 * A task that a worker was asked to do and may not: it is refused, whoever asks, and told to a professional.
 *
 * The task catalogue says what no worker ever does; the role profile, a restriction or a suspension what this one may do
 * on a day. No reason makes an exception here. It can be recorded of everybody who was selected, also of somebody who
 * only shadows, and late, after the appointment has ended: as long as it was open on the day of the refusal. The person
 * who was to be helped still needs help, so the refusal waits with the professional until it is recorded who gives it.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, oneOf, text } from "../language/Kind.ts"
import { say } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { sayTask, taskWords } from "../scheme/TaskCatalogue.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { Appointment } from "./Appointment.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { refusalAnswer } from "./AppointmentKeys.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { LeaveCareToProfessionals } from "./rules/LeaveCareToProfessionals.ts"
import { readSchooled } from "./Schooling.ts"
import { holderOf, isOpenOn } from "./Standing.ts"
import { tasksOn } from "./TasksOnDay.ts"
import { AppointmentTaskRefused, AppointmentTaskTakenOver } from "./TenureEvents.ts"

export const RefuseTask = command("appointment", "RefuseTask", {
  title: "Refuse a task that a worker was asked for",
  says:
    "A worker was asked for something that they may not do on that day, by the role, a restriction or a suspension; it " +
    "is refused, and a professional takes it over",
  fields: {
    appointment: whichAppointment,
    task: open(oneOf(taskWords), "What were they asked to do?"),
    owner: tagged("staff", idOf("staff"), "Which professional was told?", "Whoever sees that the help is given."),
    request: personal(
      text(1000, true),
      { subject: "person", keep: "administration" },
      "What was asked, and by whom?",
      "Do not include the name of the person who needs help. Tell that to the professional."
    ),
    on: open(aPastDate, "On which day?", "For example, 27 3 2016.")
  }
})

export const refuseTask = decision(
  RefuseTask,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost, LeaveCareToProfessionals],
  function*(command) {
    const appointment = yield* readSchooled(command.appointment)
    const refused = refusedNow(appointment, "RefuseTask")
    if (refused !== null) return refused
    const { on, owner, task } = command
    const { inRole, selected } = appointment
    if (!isOpenOn(appointment, on)) {
      return nothingLikeIt(
        appointment,
        `On ${say(on)} the appointment had ended. Pass on what they are still asked for with RaiseEscalation`
      )
    }
    const scheme = yield* read(Scheme, appointment.scheme)
    const { person } = yield* holderOf(appointment)
    if (tasksOn({ appointment, person, scheme }, on).includes(task)) {
      return nothingLikeIt(
        appointment,
        `They may do this on ${say(on)}: ${sayTask(task)}. If it worries somebody, pass it on with RaiseEscalation`
      )
    }
    if (appointment.refused.some((one) => one.on === on && one.task === task && one.takenOverOn === null)) {
      return nothingLikeIt(appointment, "This refusal is recorded already, and waits for a professional")
    }
    return judge(
      inOrder([on, selected?.on ?? inRole?.from ?? null]),
      namedInPost(on, yield* read(Staff, owner)),
      LeaveCareToProfessionals.asks({ task })
    ).accept(() => [
      AppointmentTaskRefused.make({ of: command.appointment, on, data: { ...keysOf(appointment), task, owner } })
    ])
  }
)

export const RecordTaskTakenOver = command("appointment", "RecordTaskTakenOver", {
  title: "Record who took over a refused task",
  says: "A professional took over what the worker was asked for, or found that it is not needed",
  fields: {
    appointment: whichAppointment,
    refusal: open(idOf("event"), "Which refusal?"),
    answer: open(refusalAnswer, "What became of it?"),
    takenOverBy: tagged("staff", idOf("staff"), "Which professional took it over?"),
    on: open(aPastDate, "On which day?", "For example, 27 3 2016.")
  }
})

export const recordTaskTakenOver = decision(
  RecordTaskTakenOver,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "RecordTaskTakenOver")
    if (refused !== null) return refused
    const { answer, on, refusal, takenOverBy } = command
    const waiting = appointment.refused.find((one) => one.event === refusal && one.takenOverOn === null)
    if (waiting === undefined) return nothingLikeIt(appointment, "No such refusal waits for a professional")
    return judge(inOrder([on, waiting.on]), namedInPost(on, yield* read(Staff, takenOverBy))).accept(() => [
      AppointmentTaskTakenOver.make({
        of: command.appointment,
        on,
        data: { ...keysOf(appointment), refusal, answer, takenOverBy }
      })
    ])
  }
)
