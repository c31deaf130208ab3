/**
 * Competences of a member of staff: what somebody has judged that they can do, since when, and until when it is good.
 *
 * Two are asked of whoever supervises workers. They are facts about the member of staff, recorded once and used for
 * every worker whom they supervise.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, optional, personal } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf, text } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { can, notNow, Staff, whichStaff } from "./Staff.ts"
import type { CompetenceName } from "./StaffEvents.ts"
import { competence, StaffCompetenceRecorded, StaffCompetenceVoided } from "./StaffEvents.ts"

/** Whether the member of staff has the competence on the day, and it is in date. */
export const holdsCompetence = ({ competences }: Staff, name: CompetenceName, on: LocalDate): boolean =>
  competences.some((one) =>
    one.competence === name && one.on <= on && (one.validUntil === null || one.validUntil >= on)
  )

export const RecordStaffCompetence = command("staff", "RecordStaffCompetence", {
  title: "Record a competence of a member of staff",
  says: "From this day they are known to be able to do it; whoever supervises needs both competences, in date",
  fields: {
    staff: whichStaff,
    competence: open(competence, "Which competence?"),
    validUntil: optional(
      open(aDate, "Until when is it good?", "The last day on which it counts. Leave empty if it does not lapse.")
    ),
    on: open(aPastDate, "Since when?", "For example, 27 3 2015.")
  }
})

const recordStaffCompetence = decision(RecordStaffCompetence, [KeepTheOrderOfEvents], function*(command) {
  const staff = yield* read(Staff, command.staff)
  const { establishment } = staff
  if (!can(staff, "RecordStaffCompetence") || establishment === null) return notNow(staff)
  const { competence: name, on, validUntil } = command
  const known = staff.competences.some((one) =>
    one.competence === name && one.on === on && one.validUntil === (validUntil ?? null)
  )
  if (known) return notNow(staff, "The competence is recorded like this already")
  return judge(inOrder([validUntil ?? on, on])).accept(() => [
    StaffCompetenceRecorded.make({
      of: command.staff,
      on,
      data: { establishment, competence: name, ...(validUntil === undefined ? {} : { validUntil }) }
    })
  ])
})

export const StrikeOutStaffCompetence = command("staff", "StrikeOutStaffCompetence", {
  title: "Strike out a competence",
  says: "The competence was recorded in error and counts no longer; the entry stays visible",
  fields: {
    staff: whichStaff,
    entry: open(idOf("event"), "Which entry?"),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "Why is it struck out?")
  }
})

const strikeOutStaffCompetence = decision(StrikeOutStaffCompetence, [], function*(command) {
  const staff = yield* read(Staff, command.staff)
  const { establishment } = staff
  if (!can(staff, "StrikeOutStaffCompetence") || establishment === null) return notNow(staff)
  const entry = staff.competences.find((one) => one.event === command.entry)
  if (entry === undefined) return notNow(staff, "No such competence is recorded")
  return judge().accept(() => [
    StaffCompetenceVoided.make({
      of: command.staff,
      on: entry.on,
      corrects: entry.event,
      data: { establishment, voided: entry.event }
    })
  ])
})

/** Every decision about competences. */
export const competenceDecisions = [recordStaffCompetence, strikeOutStaffCompetence]
