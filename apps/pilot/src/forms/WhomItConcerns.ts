/**
 * Whom it concerns: of a refusal that is about some of several people, their names, and the rows in which they stand.
 *
 * A rule judges counts and says no names, which are personal. A page knows the records, and says whom to look at.
 */
import { attendanceFits, date, everybodyInRole, isInPost, isLocalDate } from "@peerwork/core"
import type { Column, FieldProblem, Input, Json, JsonObject, Judged, Moment, RowProblem } from "@peerwork/core"
import { answerIn } from "../records/Answering.ts"
import { mayStillMeetIn, trainingsInCohort, trainingsOfPerson } from "../records/CoursesIn.ts"
import { personLabel, plainText, staffLabel, trainingLabel } from "../records/Labels.ts"
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

/** The day on which it is said to have happened. */
const dayIn = ({ looked }: FormState, body: JsonObject) => {
  const said = plainText(body["on"] ?? looked.day)
  return isLocalDate(said) ? date(said) : looked.day
}

/** Of several members of staff who are named, those who are not in post on the day. */
const notInPost = (state: FormState, body: JsonObject): ReadonlyArray<string> => {
  const { command, looked } = state
  const day = dayIn(state, body)
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

/** Of the workers who are named, those who are in no role at the establishment on the day. */
const inNoRole = (state: FormState, body: JsonObject): ReadonlyArray<string> => {
  const { looked } = state
  const cohort = looked.records.cohort.get(plainText(body["cohort"] ?? ""))?.state
  if (cohort === undefined) return []
  const named = [...textsIn(body["workers"]), ...textsIn(body["helper"])]
  return named.filter((id) => !answerIn(looked.records, everybodyInRole(cohort, [id], dayIn(state, body))).held)
    .map((id) => personLabel(looked, id))
}

/** Of a cohort that moves, the trainees who have an open training by the other template. */
const openByBoth = ({ looked }: FormState, body: JsonObject): ReadonlyArray<string> =>
  trainingsInCohort(looked.records, plainText(body["cohort"] ?? ""))
    .filter(({ state: { person, status } }) =>
      status === "Enrolled" &&
      trainingsOfPerson(looked.records, person).some((other) =>
        other.state.template === body["template"] && other.state.status === "Enrolled"
      )
    ).map(({ state }) => personLabel(looked, state.person))

/** Who is said both to have taught and to have observed. */
const onBothSides = ({ looked }: FormState, body: JsonObject): ReadonlyArray<string> => {
  const taught = textsIn(body["deliverers"])
  return textsIn(body["observers"]).filter((id) => taught.includes(id)).map((id) => staffLabel(looked, id))
}

const concerned: Readonly<Record<string, (state: FormState, body: JsonObject) => ReadonlyArray<string>>> = {
  "COHORT-7": undecided,
  "COHORT-10": inNoRole,
  "STAFF-1": notInPost,
  "TRAINER-5": onBothSides,
  "TRAINING-4": ({ command, ...state }, body) =>
    command.name === "MoveCohortToTemplate" ? openByBoth({ command, ...state }, body) : [],
  "TRAINING-6": waitedLonger
}

const withNames = (says: string, names: ReadonlyArray<string>): string =>
  names.length === 0 ? says : `${says}. It concerns ${names.join("; ")}`

/** What a broken rule says and, of several people, whom it concerns. */
export const sayWhom = (state: FormState, { because, rule, says }: Judged): string =>
  withNames(because ?? says, concerned[rule]?.(state, bodyFrom(state.command, state.form)) ?? [])

/** The trainees of an attendance who are not of the cohort, or can meet nothing any more. */
const cannotMeet = ({ command, form, looked }: FormState): ReadonlyArray<string> => {
  const { attendance, cohort } = bodyFrom(command, form)
  return (Array.isArray(attendance) ? attendance as ReadonlyArray<JsonObject> : []).flatMap(({ trainee }) => {
    const id = plainText(trainee ?? "")
    const training = looked.records.training.get(id)?.state
    const may = training !== undefined && training.cohort === cohort && mayStillMeetIn(looked.records, training)
    return may ? [] : [trainingLabel(looked, id)]
  })
}

/** The sentence of a moment, and where it speaks of somebody among several, of whom. */
export const sayOfWhom = (state: FormState, { says }: Moment, sentence: string): string =>
  withNames(
    sentence,
    state.command.name === "RecordSessionAttendance" && says.startsWith("Somebody") ? cannotMeet(state) : []
  )

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
