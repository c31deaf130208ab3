/**
 * A refresher: the worker has taken up the training of the role anew, and somebody decided that they have.
 *
 * Until when the training is good after that is derived in `Lapse`, from the scheme's limits; nothing is stored.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { whichAppointment } from "./AppointmentEntry.ts"
import { AppointmentRefresherRecorded } from "./AppointmentEvents.ts"
import { trainingEvidence } from "./AppointmentKeys.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { completionsOf } from "./Lapse.ts"
import { readSchooled } from "./Schooling.ts"

export const RecordRefresher = command("appointment", "RecordRefresher", {
  title: "Record a refresher",
  says: "It was decided that the worker has refreshed the training of the role",
  fields: {
    appointment: whichAppointment,
    evidence: open(trainingEvidence, "From what is it known?"),
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff decided it?"),
    on: open(aPastDate, "On which day was it done?", "For example, 27 3 2017.")
  }
})

export const recordRefresher = decision(
  RecordRefresher,
  [KeepTheOrderOfEvents, NameOnlyStaffInPost],
  function*(command, { today }) {
    const appointment = yield* readSchooled(command.appointment)
    const refused = refusedNow(appointment, "RecordRefresher")
    if (refused !== null) return refused
    const { decidedBy, evidence, on } = command
    const completions = completionsOf(appointment, today)
    const [first] = completions
    if (first === undefined) {
      return nothingLikeIt(appointment, "There is no training to refresh. Record its completion first")
    }
    if (completions.includes(on)) {
      return nothingLikeIt(appointment, "A training or refresher of that day is recorded already")
    }
    const staff = yield* read(Staff, decidedBy)
    return judge(inOrder([on, first]), namedInPost(on, staff)).accept(() => [
      AppointmentRefresherRecorded.make({
        of: command.appointment,
        on,
        data: { ...keysOf(appointment), evidence, decidedBy }
      })
    ])
  }
)
