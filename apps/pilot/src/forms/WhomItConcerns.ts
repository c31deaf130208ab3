/**
 * Whom it concerns: of a refusal that is about some of several people, their names, and the rows in which they stand.
 *
 * A rule judges counts and says no names, which are personal. A page knows the records, and says whom to look at.
 */
import { attendanceFits, date, isInPost, isLocalDate } from "@peerwork/core"
import type { Column, FieldProblem, Input, Json, JsonObject, Judged, RowProblem } from "@peerwork/core"
import { trainingsInCohort } from "../records/CoursesIn.ts"
import { personLabel, plainText, staffLabel } from "../records/Labels.ts"
import { bodyFrom } from "./FormInput.ts"
import type { FormState } from "./Questions.ts"

const textsIn = (value: Json | undefined): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "string")

/** Trainees of the cohort about whom nothing is decided yet. */
const undecided = ({ looked }: FormState, body: JsonObject): ReadonlyArray<string> =>
  trainingsInCohort(looked.records, plainText(body["cohort"] ?? ""))
    .filter(({ state }) => state.status === "Enrolled").map(({ state }) => personLabel(looked, state.person))

const staffNamed = (input: Input, value: Json | undefined): ReadonlyArray<string> => {
  if (input._tag === "Reference" || input._tag === "References") return input.to === "staff" ? textsIn(value) : []
  if (input._tag !== "Rows" || !Array.isArray(value)) return []
  const columns = Object.entries<Column>(input.columns).filter(([, column]) =>
    column.input._tag === "Reference" && column.input.to === "staff"
  )
  return (value as ReadonlyArray<JsonObject>).flatMap((row) => columns.flatMap(([name]) => textsIn(row[name])))
}

/** Of several members of staff who are named, those who are not in post on the day. */
const notInPost = ({ command, looked }: FormState, body: JsonObject): ReadonlyArray<string> => {
  const said = plainText(body["on"] ?? looked.day)
  const day = isLocalDate(said) ? date(said) : looked.day
  const named = Object.entries(command.fields).filter(([name]) => name !== command.life)
    .flatMap(([name, { kind }]) => staffNamed(kind.input, body[name]))
  const gone = [...new Set(named)].filter((id) => {
    const staff = looked.records.staff.get(id)?.state
    return staff === undefined || !isInPost(staff, day)
  })
  return gone.map((id) => staffLabel(looked, id))
}

/** Those who asked for a place before, and have none yet. */
const waitedLonger = ({ looked }: FormState, body: JsonObject): ReadonlyArray<string> => {
  const id = plainText(body["cohort"] ?? "")
  const placed = trainingsInCohort(looked.records, id).filter(({ state }) => state.place !== "AD_HOC")
    .map(({ state }) => state.person)
  const waiting = (looked.records.cohort.get(id)?.state.waiting ?? []).map(({ person }) => person)
    .filter((person) => !placed.includes(person))
  const at = waiting.indexOf(plainText(body["person"] ?? ""))
  return waiting.slice(0, at === -1 ? waiting.length : at).map((person) => personLabel(looked, person))
}

const concerned: Readonly<Record<string, (state: FormState, body: JsonObject) => ReadonlyArray<string>>> = {
  "COHORT-7": undecided,
  "STAFF-1": notInPost,
  "TRAINING-6": waitedLonger
}

/** Whom a broken rule is about, by name; nobody where it is about all that is asked. */
export const whomItConcerns = (state: FormState, { rule }: Judged): ReadonlyArray<string> =>
  concerned[rule]?.(state, bodyFrom(state.command, state.form)) ?? []

/** What a broken rule says, and whom it concerns: `... no decision. ...: Smith, Tom; Smith, Will`. */
export const sayWhom = (state: FormState, judged: Judged): string => {
  const names = whomItConcerns(state, judged)
  const says = judged.because ?? judged.says
  return names.length === 0 ? says : `${says}. It concerns ${names.join("; ")}`
}

const minutesAsked = (outcome: string, of: string): string => {
  if (outcome === "ATTENDED") return `must be ${of}, the whole session, or stay empty`
  return outcome === "LATE" || outcome === "LEFT_EARLY"
    ? `must be more than 0 and fewer than ${of}`
    : "must be 0, or stay empty"
}

/** The rows of an attendance whose minutes do not fit their outcome. */
const unlike = (state: FormState, { facts }: Judged): ReadonlyArray<RowProblem> => {
  const { attendance } = bodyFrom(state.command, state.form)
  const of = Number(facts["of"])
  return (Array.isArray(attendance) ? attendance as ReadonlyArray<JsonObject> : []).flatMap((row, index) => {
    const outcome = plainText(row["outcome"] ?? "")
    const minutes = row["minutes"] === undefined ? null : Number(row["minutes"])
    const says = minutesAsked(outcome, String(of))
    return attendanceFits(outcome, minutes, of) ? [] : [{ row: index, column: "minutes", says }]
  })
}

/** A rule that is broken in single rows, as a problem of the question that they belong to. */
export interface RuledRows extends FieldProblem {
  readonly rule: string
}

/** What broken rules say of single rows. */
export const ruledRows = (state: FormState, judged: ReadonlyArray<Judged>): ReadonlyArray<RuledRows> =>
  judged.filter(({ held, rule }) => held === false && rule === "TRAINING-7").flatMap((one) => {
    const rows = unlike(state, one)
    return rows.length === 0 ? [] : [{ rule: one.rule, field: "attendance", says: one.because ?? one.says, rows }]
  })
