/**
 * Who supervises a worker: the arrangement, a change of supervisor, and the end.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { appointmentSteps } from "../appointment/appointmentSteps.ts"
import { holderOf, isOpenOn } from "../appointment/Standing.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import { aPastDate, idOf, text, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { daysOf } from "./neighboursIn.ts"
import { BeSupervisedByMoreThanTheManager } from "./rules/BeSupervisedByMoreThanTheManager.ts"
import { BeSupervisedBySomebodyCompetent } from "./rules/BeSupervisedBySomebodyCompetent.ts"
import { BeSupervisedWithNothingBetween } from "./rules/BeSupervisedWithNothingBetween.ts"
import { Supervision, supervisionsOf, supervisorIn } from "./Supervision.ts"
import { framework, SupervisionArranged, SupervisionEnded, SupervisorChanged } from "./SupervisionEvents.ts"
import { keysOf, nothingLikeIt, refusedNow, supervisionSteps } from "./supervisionSteps.ts"
import { competentOn, nothingBetween } from "./Supervisor.ts"

export const whichSupervision = tagged("supervision", idOf("supervision"), "Which supervision?")

export const why = personal(
  text(1000, true),
  { subject: "person", keep: "scheduling" },
  "What is the reason?",
  "Do not include names of other people."
)

const whichSupervisor = tagged("staff", idOf("staff"), "Who will supervise them?")
const managesAlone = open(
  yesOrNo,
  "Is the supervisor the only person who manages the worker's work?",
  "Supervision is not line management."
)

export const ArrangeSupervision = command("supervision", "ArrangeSupervision", {
  title: "Arrange supervision",
  says: "From this day it stands here who supervises the worker, and with which reflective framework",
  begins: true,
  fields: {
    supervision: whichSupervision,
    appointment: tagged("appointment", idOf("appointment"), "Which worker is supervised?"),
    supervisor: whichSupervisor,
    framework: open(framework, "Which reflective framework do they use?"),
    managesAlone,
    on: open(aPastDate, "From which day?", "For example, 27 4 2016.")
  }
})

export const arrangeSupervision = decision(
  ArrangeSupervision,
  [
    KeepTheOrderOfEvents,
    NameOnlyStaffInPost,
    BeSupervisedBySomebodyCompetent,
    BeSupervisedByMoreThanTheManager,
    BeSupervisedWithNothingBetween
  ],
  function*(command) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "ArrangeSupervision")
    if (refused !== null) return refused
    const appointment = yield* read(Appointment, command.appointment)
    const others = yield* supervisionsOf(command.appointment)
    const under = others.find(({ status }) => status === "Arranged")
    if (under !== undefined) {
      return wrongMoment("supervision", under.status, under.changed, supervisionSteps[under.status])
    }
    const { begun, changed, establishment, person, scheme, step } = appointment
    const isChosen = appointment.selected !== null || appointment.inRole !== null
    if (establishment === null || !isChosen || !isOpenOn(appointment, command.on)) {
      const says = step === "Unknown" ? undefined : "Supervision is arranged for somebody who is selected or in a role"
      return wrongMoment("appointment", step, changed, appointmentSteps[step], says)
    }
    const staff = yield* read(Staff, command.supervisor)
    const between = yield* nothingBetween(yield* holderOf(appointment), command.supervisor)
    return judge(
      inOrder([command.on, begun?.on ?? null]),
      namedInPost(command.on, staff),
      competentOn(staff, command.on),
      BeSupervisedByMoreThanTheManager.asks({ managesAlone: command.managesAlone }),
      between
    ).accept(() => [
      SupervisionArranged.make({
        of: command.supervision,
        on: command.on,
        data: {
          person,
          appointment: command.appointment,
          scheme,
          establishment,
          supervisor: command.supervisor,
          framework: command.framework,
          managesAlone: command.managesAlone
        }
      })
    ])
  }
)

export const ChangeSupervisor = command("supervision", "ChangeSupervisor", {
  title: "Change the supervisor",
  says: "Another member of staff supervises the worker from this day",
  fields: {
    supervision: whichSupervision,
    supervisor: whichSupervisor,
    managesAlone,
    reason: why,
    on: open(aPastDate, "From which day?", "For example, 27 4 2016.")
  }
})

export const changeSupervisor = decision(
  ChangeSupervisor,
  [
    KeepTheOrderOfEvents,
    NameOnlyStaffInPost,
    BeSupervisedBySomebodyCompetent,
    BeSupervisedByMoreThanTheManager,
    BeSupervisedWithNothingBetween
  ],
  function*(command) {
    const supervision = yield* read(Supervision, command.supervision)
    const refused = refusedNow(supervision, "ChangeSupervisor")
    if (refused !== null) return refused
    const formerSupervisor = supervisorIn(supervision)
    if (formerSupervisor === null || formerSupervisor === command.supervisor) {
      return nothingLikeIt(supervision, "That member of staff supervises the worker already")
    }
    const staff = yield* read(Staff, command.supervisor)
    const appointment = yield* read(Appointment, supervision.appointment)
    const between = yield* nothingBetween(yield* holderOf(appointment), command.supervisor)
    return judge(
      inOrder([command.on, supervision.supervisors.at(-1)?.on ?? null]),
      namedInPost(command.on, staff),
      competentOn(staff, command.on),
      BeSupervisedByMoreThanTheManager.asks({ managesAlone: command.managesAlone }),
      between
    ).accept(() => [
      SupervisorChanged.make({
        of: command.supervision,
        on: command.on,
        data: {
          ...keysOf(supervision),
          supervisor: command.supervisor,
          formerSupervisor,
          managesAlone: command.managesAlone
        }
      })
    ])
  }
)

export const EndSupervision = command("supervision", "EndSupervision", {
  title: "End the supervision",
  says: "The arrangement is over; what was held counts on, and a worker in role needs another arrangement",
  fields: {
    supervision: whichSupervision,
    reason: why,
    on: open(aPastDate, "From which day?", "The first day on which it no longer holds.")
  }
})

export const endSupervision = decision(EndSupervision, [KeepTheOrderOfEvents], function*(command) {
  const supervision = yield* read(Supervision, command.supervision)
  const refused = refusedNow(supervision, "EndSupervision")
  if (refused !== null) return refused
  const before = daysOf(supervision).map((day) => [command.on, day] as const)
  return judge(inOrder([command.on, supervision.arranged?.on ?? null], ...before))
    .accept(() => [
      SupervisionEnded.make({ of: command.supervision, on: command.on, data: keysOf(supervision) })
    ])
})
