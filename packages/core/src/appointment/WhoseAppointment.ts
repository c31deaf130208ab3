/**
 * Whose an appointment is: recorded for the wrong person, or held twice by one person after a merge.
 *
 * An appointment that turns out to be somebody else's takes its shadowings along, so that whoever follows either person
 * finds both. Of two open appointments in one role, people decide which stays; the other ends as a duplicate, and is
 * shown again if the merge is undone.
 */
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { identitiesOf, identityOf, isSamePerson, isTheirs } from "../person/Identity.ts"
import type { Identity } from "../person/Identity.ts"
import { BeAtTheEstablishment } from "../person/rules/BeAtTheEstablishment.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { mentorsNamed, ofAnotherWorker } from "../shadowing/Placement.ts"
import { ShadowSomebodyElse } from "../shadowing/rules/ShadowSomebodyElse.ts"
import { Shadowing, ShadowingsFor } from "../shadowing/Shadowing.ts"
import { Appointment } from "./Appointment.ts"
import { othersOpen, whichAppointment } from "./AppointmentEntry.ts"
import { keysOf, nothingLikeIt, refusedNow } from "./appointmentSteps.ts"
import { atEstablishment } from "./Requirements.ts"
import { HoldOneOpenAppointmentPerRole } from "./rules/HoldOneOpenAppointmentPerRole.ts"
import { holderOf, isOpenNow, isSameRole, recordedFor, standingsOf } from "./Standing.ts"
import { AppointmentEndedAsDuplicate, AppointmentPersonCorrected } from "./TenureEvents.ts"

const why = personal(
  text(1000, true),
  { subject: "person", keep: "administration" },
  "What is the reason?",
  "Do not include names of other people."
)

/** Under which id a placement names them: the one that was given, where it was theirs on that day as well. */
const namedIn = ({ planned }: Shadowing, right: Identity, given: string): string =>
  isTheirs(right, { id: given, on: planned?.on ?? null }) ? given : right.id

export const CorrectAppointmentPerson = command("appointment", "CorrectAppointmentPerson", {
  title: "Correct the person of an appointment",
  says: "The appointment was recorded for the wrong person",
  fields: {
    appointment: whichAppointment,
    person: tagged("person", idOf("person"), "Whose appointment is it really?"),
    reason: why
  }
})

export const correctAppointmentPerson = decision(
  CorrectAppointmentPerson,
  [HoldOneOpenAppointmentPerRole, BeAtTheEstablishment, ShadowSomebodyElse],
  function*(command) {
    const appointment = yield* read(Appointment, command.appointment)
    const refused = refusedNow(appointment, "CorrectAppointmentPerson")
    if (refused !== null) return refused
    const { begun, establishment, person: formerPerson, roleProfile } = appointment
    const holder = yield* holderOf(appointment)
    const right = yield* identityOf(command.person, begun?.on)
    if (begun === null || establishment === null || isSamePerson(holder, right)) {
      return nothingLikeIt(appointment, "The appointment is recorded for that person already")
    }
    const [standing] = yield* standingsOf([right.id])
    const others = standing === undefined || appointment.closed !== null
      ? 0
      : othersOpen(standing, roleProfile, establishment)
    const ids = yield* read(ShadowingsFor, command.appointment)
    const placements = (yield* readAll(Shadowing, ids)).map((state, index) => ({ id: ids[index] ?? "", state }))
    const own = placements.filter(({ state }) => state.appointment === command.appointment)
    const isBesideThem = ({ state }: { readonly state: Shadowing }) =>
      mentorsNamed(state).some((named) => isTheirs(right, named))
    const samePerson = own.some((one) => one.state.status !== "Cancelled" && isBesideThem(one))
    return judge(
      HoldOneOpenAppointmentPerRole.asks({ others }),
      atEstablishment(right.person, establishment, begun.on),
      ShadowSomebodyElse.asks({ samePerson })
    ).accept(() => [
      AppointmentPersonCorrected.make({
        of: command.appointment,
        on: begun.on,
        corrects: begun.event,
        data: { ...keysOf(appointment), person: command.person, formerPerson }
      }),
      // One that was cancelled and was beside that very person stays as it is: it cannot be reopened
      ...own.filter((one) => !isBesideThem(one)).map(({ id, state }) =>
        ofAnotherWorker(id, state, namedIn(state, right, command.person))
      )
    ])
  }
)

export const EndDuplicateAppointment = command("appointment", "EndDuplicateAppointment", {
  title: "End as a duplicate after a merge",
  says:
    "One person holds two open appointments in the role, since two records were merged; this one ends, the other stays",
  fields: {
    appointment: whichAppointment,
    duplicateOf: open(idOf("appointment"), "Which appointment stays?"),
    on: open(aPastDate, "From which day?", "The first day from which only the other counts. For example, 27 4 2016.")
  }
})

export const endDuplicateAppointment = decision(EndDuplicateAppointment, [KeepTheOrderOfEvents], function*(command) {
  const appointment = yield* read(Appointment, command.appointment)
  const other = yield* read(Appointment, command.duplicateOf)
  const refused = refusedNow(appointment, "EndDuplicateAppointment")
  if (refused !== null) return refused
  const [holder, others] = yield* identitiesOf([recordedFor(appointment), recordedFor(other)])
  const isDuplicate = command.appointment !== command.duplicateOf && isOpenNow(other) &&
    isSameRole(appointment, other) &&
    holder !== undefined && others !== undefined && isSamePerson(holder, others)
  if (!isDuplicate) {
    return nothingLikeIt(
      appointment,
      "The other is no open appointment of the same person in the same role. Use EndAppointment"
    )
  }
  return judge(inOrder([command.on, appointment.activated?.on ?? appointment.begun?.on ?? null])).accept(() => [
    AppointmentEndedAsDuplicate.make({
      of: command.appointment,
      on: command.on,
      data: { ...keysOf(appointment), duplicateOf: command.duplicateOf }
    })
  ])
})
