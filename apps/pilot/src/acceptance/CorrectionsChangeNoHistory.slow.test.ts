/**
 * Every correction that there is, given over HTTP to every life: what it corrects reads otherwise afterwards, what hangs
 * on it waits for somebody on the page of today, and everything that was known before is answered as before, to the byte.
 *
 * A command is a correction when its name says so; the table below has to name each.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { cohort, dayOf, facilitator, id, lead, scheme, worker as legacyWorker } from "../testing/CourseStory.ts"
import { httpStory } from "../testing/HttpStory.ts"
import type { HttpStory } from "../testing/HttpStory.ts"
import {
  apart,
  escalation,
  everyLife,
  kay,
  other,
  person,
  role,
  route,
  running,
  second,
  signedOff,
  supervision,
  support,
  templateOne,
  third,
  training,
  twin,
  worker
} from "./CorrectedLives.ts"

const reason = "It turned out otherwise"
const on = "2016-04-11"

let story: HttpStory
let mentors = { mentor: "", beside: "" }

/** Stands for the id of the event that is found. */
const theEntry = "THE-ENTRY"

type Given = readonly [command: string, body: object]

/** An event by the tag and the type under which it is found; the last one, unless another place is said. */
interface Entry {
  readonly tag: string
  readonly type: string
  readonly place?: number
}

interface Correction {
  readonly command: string
  /** The body; what says an entry is found in the log. */
  readonly body: Readonly<Record<string, unknown>>
  /** The field that takes the id of an event, and which event. */
  readonly entry?: readonly [field: string, of: Entry]
  readonly first?: ReadonlyArray<Given>
  /** What waits on the page of today afterwards. */
  readonly raises?: string
  /** It changes names, which are said as they are now, whichever moment is asked about. */
  readonly renames?: true
}

const entryOf = async ({ place = -1, tag, type }: Entry): Promise<string> => {
  const told = await story.app.ask(`/api/events?tag=${tag}&type=${type}`, {
    headers: { authorization: "Bearer demo-auditor", accept: "application/x-ndjson" }
  })
  const lines = told.text.split("\n").filter((line) => line !== "")
  return (JSON.parse(lines.at(place) ?? "{}") as { readonly id: string }).id
}

const struck = (tag: string, type: string, place = -1): Entry => ({ tag, type, place })
const ofScheme = (type: string, place = -1): Entry => struck(`scheme:${scheme}`, type, place)
const ofPerson = (place: number, type: string): Entry => struck(`person:${person(place)}`, type)

const released = { person: person(3), reason: "RELEASED", on: "2016-04-08" }
const booking = { person: person(8), into: person(9), from: "2015-02-02", until: "2015-03-02", on, reason }
const loss = { cohort, session: "LOSS", heldOn: dayOf(2), minutes: 60 }
const lossBefore = { session: "LOSS", credit: "FULL", decidedBy: kay, on }
const respite = { from: "2016-04-20", until: "2016-04-27", reviewBy: "2016-04-27", paid: false }

const corrections: ReadonlyArray<Correction> = [
  {
    command: "CorrectSchemePolicy",
    body: { scheme, value: 27, from: "2015-10-01", reason },
    entry: ["decision", ofScheme("SchemePolicyDecided", 0)]
  },
  {
    command: "CorrectSchemeStep",
    body: { scheme, on: "2015-10-02", reason },
    entry: ["step", ofScheme("SchemePilotStarted")]
  },
  {
    command: "VoidSchemeStep",
    first: [["ActivateScheme", { scheme, on }]],
    body: { scheme, reason },
    entry: ["step", ofScheme("SchemeActivated")]
  },
  {
    command: "StrikeOutTrainingLead",
    body: { scheme, reason },
    entry: ["entry", ofScheme("TrainingLeadNamed")],
    raises: "schemes-without-training-lead"
  },
  {
    command: "StrikeOutPayEntry",
    first: [["PublishPayBands", { scheme, bands: [{ band: 2, pencePerWeek: 750 }], decidedBy: kay, on }]],
    body: { scheme, reason },
    entry: ["entry", ofScheme("PayBandsPublished")]
  },
  { command: "RenameStaff", body: { staff: other, name: "Nora Example", on }, renames: true },
  { command: "CorrectStaffStart", body: { staff: other, startedOn: "2015-09-28", reason } },
  {
    command: "CorrectStaffLeaving",
    first: [["RecordStaffLeaving", { staff: facilitator, on }]],
    body: { staff: facilitator, leftOn: "2016-04-08", reason }
  },
  {
    command: "CorrectStaffReturn",
    first: [["RecordStaffReturn", { staff: facilitator, on: "2016-04-10" }]],
    body: { staff: facilitator, returnedOn: "2016-04-09", reason }
  },
  {
    command: "StrikeOutStaffCompetence",
    body: { staff: kay, reason },
    entry: ["entry", struck(`staff:${kay}`, "StaffCompetenceRecorded")],
    raises: "workers-without-supervisor"
  },
  {
    command: "CorrectPersonName",
    body: { person: person(5), familyName: "Smythe", givenName: "Tom", on },
    renames: true
  },
  { command: "CorrectPrisonNumber", body: { person: person(5), prisonNumber: "A7777AA", on, reason } },
  {
    command: "CorrectMovement",
    first: [["RecordRelease", released]],
    body: { person: person(3), on: "2016-04-07", reason },
    entry: ["movement", ofPerson(3, "PersonReleased")]
  },
  { command: "VoidMovement", body: { person: person(3), reason }, entry: ["movement", ofPerson(3, "PersonReleased")] },
  {
    command: "UndoPeopleMerge",
    first: [["MergePeople", { person: person(0), on, reason }]],
    body: { person: person(0), on, reason }
  },
  {
    command: "UndoPersonBookingMove",
    first: [["MovePersonBooking", booking]],
    body: { person: person(8), on, reason },
    entry: ["move", ofPerson(8, "PersonBookingMoved")]
  },
  {
    command: "ReopenCircumstance",
    first: [
      ["AcknowledgeCircumstance", { circumstance: theEntry, person: person(0), on }],
      ["LeaveCircumstance", { circumstance: theEntry, reason, on }]
    ],
    body: { reason, on },
    entry: ["circumstance", ofPerson(0, "LegalStatusRecorded")],
    raises: "changes-to-act-on"
  },
  {
    command: "StrikeOutWorkerSupportReview",
    first: [["ReviewWorkerSupport", { support, finding: "Sleeps again", reviewOn: "2016-05-09", on }]],
    body: { support, reason },
    entry: ["entry", struck(`support:${support}`, "SupportReviewed")]
  },
  {
    command: "ReopenWorkerSupport",
    first: [["EndWorkerSupport", { support, because: "NOT_NEEDED", on }]],
    body: { support, reviewOn: "2016-05-09", on, reason }
  },
  { command: "VoidWorkerSupport", body: { support, reason } },
  {
    command: "VoidLegalStatus",
    body: { person: person(0), reason },
    entry: ["change", ofPerson(0, "LegalStatusRecorded")]
  },
  {
    command: "CancelAppointmentSuspension",
    first: [["SuspendAppointment", { appointment: worker, reason: "WELLBEING_RESPITE", ...respite }]],
    body: { appointment: worker, on },
    entry: ["suspension", struck(`appointment:${worker}`, "AppointmentSuspended")]
  },
  { command: "CorrectAppointmentStart", body: { appointment: worker, from: "2016-04-05", reason } },
  {
    command: "CorrectAppointmentEnd",
    first: [["EndAppointment", { appointment: worker, reason: "OWN_REQUEST", on }]],
    body: { appointment: worker, endedOn: "2016-04-08", reason }
  },
  { command: "ReopenAppointment", body: { appointment: worker, on, reason } },
  {
    command: "StrikeOutAppointmentEntry",
    body: { appointment: worker, reason },
    entry: ["entry", struck(`appointment:${worker}`, "RiskAssessmentRecorded")],
    raises: "restricted"
  },
  { command: "CorrectShadowingPerson", body: { shadowing: running, appointment: third, reason } },
  { command: "CorrectShadowingPerson", body: { shadowing: running, appointment: second, reason } },
  { command: "CorrectAppointmentPerson", body: { appointment: third, person: person(4), reason } },
  { command: "VoidAppointment", body: { appointment: third, agreedBy: other, on, reason } },
  {
    command: "CorrectShadowingPause",
    body: { shadowing: running, from: "2016-03-24", until: "2016-03-29", reason },
    entry: ["pause", struck(`shadowing:${running}`, "ShadowingPaused")]
  },
  {
    command: "VoidShadowingPause",
    body: { shadowing: running, reason },
    entry: ["pause", struck(`shadowing:${running}`, "ShadowingPaused")]
  },
  {
    command: "ReopenShadowing",
    first: [["EndShadowingNotAchieved", { shadowing: running, on, reason }]],
    body: { shadowing: running, on, reason }
  },
  {
    command: "CorrectShadowMentor",
    body: { shadowing: running, reason }
  },
  {
    command: "CorrectShadowMentorReplacement",
    first: [["ReplaceShadowMentor", { shadowing: running, on: "2016-04-04", reason }]],
    body: { shadowing: running, replacedOn: "2016-04-06", reason },
    entry: ["replacement", struck(`shadowing:${running}`, "ShadowMentorReplaced")]
  },
  {
    command: "CorrectShadowingStart",
    body: { shadowing: signedOff, startedOn: "2016-03-24", reason },
    raises: "sign-offs-that-no-longer-hold"
  },
  { command: "UpholdShadowingSignOff", body: { shadowing: signedOff, on, reason } },
  {
    command: "RecordShadowingInterruption",
    body: { shadowing: signedOff, from: "2016-03-29", until: "2016-04-01", reason: "REGIME" },
    raises: "sign-offs-that-no-longer-hold"
  },
  { command: "WithdrawShadowingSignOff", body: { shadowing: signedOff, on, reason } },
  {
    command: "CancelShadowing",
    body: { shadowing: running, on, reason }
  },
  {
    command: "StrikeOutNonAssociationEntry",
    first: [["AmendNonAssociation", { nonassociation: apart, level: "CELL", on, reason }]],
    body: { nonassociation: apart, reason },
    entry: ["entry", struck(`nonassociation:${apart}`, "NonAssociationAmended")]
  },
  {
    command: "ReopenNonAssociation",
    first: [["CloseNonAssociation", { nonassociation: apart, on, reason }]],
    body: { nonassociation: apart, level: "WING", on, reason }
  },
  {
    command: "VoidCohortMove",
    first: [
      ["PlanCohort", {
        cohort: id(371),
        scheme,
        template: id(2),
        startsOn: "2016-05-09",
        endsOn: "2016-05-11",
        wings: ["A_WING"],
        least: 2,
        staffing: [
          { staff: facilitator, discipline: "VISITING_FACILITATOR" },
          { staff: lead, discipline: "PRISON_OFFICER" }
        ],
        on
      }],
      ["MoveCohortToTemplate", {
        cohort: id(371),
        template: templateOne,
        decidedBy: kay,
        on,
        reason,
        overrides: [{ rule: "TEMPLATE-3", reason }]
      }]
    ],
    body: { cohort: id(371), reason }
  },
  {
    command: "VoidTemplateAdoption",
    body: { template: id(2), reason },
    entry: ["entry", struck(`template:${id(2)}`, "TemplateAdoptedAsDefault")],
    raises: "restricted"
  },
  {
    command: "WithdrawTrainingEquivalence",
    first: [
      ["OpenTrainingRecord", { training: id(381), person: legacyWorker, template: templateOne, on }],
      ["CreditTrainingSession", { ...lossBefore, training: id(381), evidence: "REGISTER" }],
      ["OpenTrainingRecord", { training: id(382), person: legacyWorker, template: id(2), on }],
      ["CreditEarlierTraining", { training: id(382), earlier: id(381), sessions: ["LOSS"], decidedBy: kay, on }]
    ],
    body: { template: id(2), reason },
    entry: ["entry", struck(`template:${id(2)}`, "TrainingEquivalenceGranted")],
    raises: "credits-in-doubt"
  },
  {
    command: "UpholdTrainingCredit",
    body: { training: id(382), decidedBy: kay, on, reason },
    entry: ["entry", struck(`training:${id(382)}`, "TrainingCreditGiven")]
  },
  { command: "WithdrawTemplate", body: { template: templateOne, on, reason } },
  { command: "UndoTemplateWithdrawal", body: { template: templateOne, reason } },
  {
    command: "VoidSessionInterruption",
    first: [["RecordSessionInterruption", { cohort, session: "LOSS", minutes: 10, cause: "WING_RECALL" }]],
    body: { cohort, reason },
    entry: ["entry", struck(`cohort:${cohort}`, "TrainingSessionInterrupted")]
  },
  {
    command: "CorrectTrainingSession",
    body: { ...loss, deliverers: [other], reason },
    raises: "completions-that-no-longer-hold"
  },
  {
    command: "CorrectSessionObservers",
    body: { cohort, session: "MOVING", observers: [kay], timeProtected: false, reason }
  },
  {
    command: "AcceptTrainingSession",
    body: { cohort, session: "LOSS", ground: "REPEATED", agreedBy: lead, on, reason }
  },
  {
    command: "VoidTrainingSession",
    body: { cohort, session: "COMMUNICATION", reason },
    raises: "completions-that-no-longer-hold"
  },
  {
    command: "CorrectAttendance",
    body: { training: training(0), outcome: "LATE", minutes: 30, reason },
    entry: ["entry", struck(`training:${training(0)}`, "AttendanceRecorded")],
    raises: "completions-that-no-longer-hold"
  },
  { command: "UpholdTrainingCompletion", body: { training: training(0), decidedBy: kay, on, reason } },
  {
    command: "VoidTrainingEntry",
    body: { training: training(0), reason },
    entry: ["entry", struck(`training:${training(0)}`, "TrainingCertificateIssued")]
  },
  { command: "RevokeTrainingCompletion", body: { training: training(0), decidedBy: kay, agreedBy: other, on, reason } },
  { command: "ReopenTraining", body: { training: training(4), on, reason } },
  { command: "WithdrawTrainee", body: { training: training(4), by: "TRAINEE", on, reason } },
  { command: "VoidTraining", body: { training: training(4), on, reason } },
  {
    command: "WithdrawTrainerAccreditation",
    body: { trainer: facilitator, session: "MOVING", decidedBy: lead, on: "2016-03-01", reason },
    raises: "completions-that-no-longer-hold"
  },
  {
    command: "StrikeOutTrainerEntry",
    body: { trainer: facilitator, reason },
    entry: ["entry", struck(`staff:${facilitator}`, "TrainerAccreditationWithdrawn")]
  },
  { command: "TakeBackCohortStep", body: { cohort, reason } },
  { command: "CancelCohort", body: { cohort, on, reason } },
  { command: "CorrectRoutes", body: { route, jurisdiction: "WALES", reason } },
  {
    command: "VoidRouteEntry",
    body: { route, reason },
    entry: ["entry", struck(`route:${route}`, "RoutePostFilled", 0)]
  },
  {
    command: "CorrectEscalation",
    body: { escalation, place: "B_WING", raisedAt: "2016-04-11T08:45", reason }
  },
  {
    command: "CorrectEscalationRaiser",
    body: { escalation, appointment: worker, heardFrom: person(6), reason }
  },
  {
    command: "StrikeOutEscalationEntry",
    body: { escalation, reason },
    entry: ["entry", struck(`escalation:${escalation}`, "EscalationResolved")]
  },
  {
    command: "ReopenEscalation",
    first: [
      ["ResolveEscalation", { escalation, done: "Seen" }],
      ["InformEscalationRaiser", { escalation, means: "IN_PERSON", told: "Thank you" }],
      ["CloseEscalation", { escalation, outcome: "SETTLED" }]
    ],
    body: { escalation, news: "It hurts again" }
  },
  { command: "WithdrawEscalation", body: { escalation: twin, reason } },
  {
    command: "CorrectSupervisionDate",
    body: { supervision, happenedOn: "2016-04-07", reason },
    entry: ["entry", struck(`supervision:${supervision}`, "SupervisionHeld")]
  },

  {
    command: "StrikeOutSupervisionEntry",
    body: { supervision, reason },
    entry: ["entry", struck(`supervision:${supervision}`, "SupervisionHeld")],
    raises: "supervisions-due"
  },
  {
    command: "CancelSupervision",
    first: [["ScheduleSupervision", { supervision, meetsOn: on, on }]],
    body: { supervision, on, reason }
  },
  {
    command: "ReopenSupervision",
    first: [["EndSupervision", { supervision, on, reason }]],
    body: { supervision, on, reason }
  },
  { command: "VoidSupervision", body: { supervision, on, reason } },
  {
    command: "CorrectRoleProfile",
    body: {
      scheme,
      roleProfile: role,
      version: 1,
      tasks: ["BEFRIENDING"],
      confidentiality: "BOUNDED",
      pay: "VOLUNTEER",
      asksForShadowing: true,
      asksForClearance: true,
      inCommunity: false,
      on: "2015-10-01",
      reason
    },
    raises: "working-without-a-requirement"
  }
]

const named = /^(Correct|Void|StrikeOut|Undo|Reopen|Withdraw|Uphold|TakeBack|Rewrite|Rename|Revoke|Cancel)/

/** The note of a supervision is read on its page only, and `SupervisionPages` tells of it. */
const elsewhere = ["RewriteSupervisionNote"]

const kinds = [
  "people",
  "staff",
  "schemes",
  "appointments",
  "shadowings",
  "nonassociations",
  "circumstances",
  "supports",
  "routes",
  "escalations",
  "supervisions",
  "templates",
  "cohorts",
  "trainings",
  "workers",
  "trainers"
]
const paths = [
  ...kinds.map((kind) => `/api/${kind}`),
  `/api/schemes/${scheme}/coverage`,
  `/api/schemes/${scheme}/programme`,
  "/api/directory?establishment=ZZI&wing=A_WING"
]

/** Everything that can be read; as it was known at an instant, where one is said. */
const everything = (knownAt: string | null): Promise<ReadonlyArray<string>> =>
  Promise.all(paths.map(async (path) => {
    const moment = knownAt === null ? "" : `${path.includes("?") ? "&" : "?"}knownAt=${knownAt}`
    const told = await story.app.ask(`${path}${moment}`, { headers: { authorization: "Bearer demo-coordinator" } })
    if (told.status !== 200) throw new Error(`${path} was answered ${told.status}: ${told.text}`)
    return told.text
  }))

let minutes = 0

/** Moves the clock on by a minute, and says at which instant that is: what was recorded lies before it. */
const aMinuteLater = async (): Promise<string> => {
  minutes += 1
  const time = (hour: number) =>
    `2016-04-11T${String(hour + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`
  await story.moveTo(time(9))
  // It is summer: an hour ahead of UTC
  return `${time(8)}:00.000Z`
}

/** What is read, without where it stands in the log. */
const said = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  texts.map((text) => text.replaceAll(/"(?:version|position)":\d+/g, ""))

const nameless = (texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  texts.map((text) => text.replaceAll(/"(?:familyName|givenName|name)":"[^"]*"/g, ""))

const whole = async (command: string, body: object, entry: Entry | undefined): Promise<object> => {
  const named = command === "CorrectShadowMentor"
    ? { ...body, recordedMentor: mentors.beside, mentor: mentors.mentor }
    : command === "ReplaceShadowMentor"
    ? { ...body, mentor: mentors.beside }
    : command === "MergePeople"
    ? { ...body, into: mentors.mentor }
    : body
  const text = JSON.stringify(named)
  const found = entry !== undefined && text.includes(theEntry) ? await entryOf(entry) : ""
  return JSON.parse(text.replaceAll(theEntry, found)) as object
}

beforeAll(async () => {
  story = await httpStory("2016-03-18T09:00:00.000Z")
  mentors = await everyLife(story)
}, 60_000)

afterAll(() => story.stop())

describe("corrections", () => {
  it("are all in the table", async () => {
    const { paths: known } = await story.read("/openapi.json")
    const commands = Object.keys(known as object).flatMap((path) => /^\/api\/commands\/(\w+)$/.exec(path)?.[1] ?? [])
    const told = new Set(corrections.map(({ command }) => command))
    expect(commands.filter((command) => named.test(command) && !told.has(command) && !elsewhere.includes(command)))
      .toEqual([])
  })

  it.each(corrections.map((one) => [one.command, one] as const))(
    "%s changes what is the case, and nothing that was known",
    async (_, correction) => {
      const { body, command, entry: [field, entry] = [] } = correction
      for (const [before, its] of correction.first ?? []) await story.done(before, await whole(before, its, entry))
      const moment = await aMinuteLater()
      const before = await everything(null)
      await story.done(
        command,
        await whole(command, field === undefined ? body : { ...body, [field]: theEntry }, entry)
      )
      const known = await everything(moment)
      if (correction.renames === true) expect(nameless(known)).toEqual(nameless(before))
      else expect(known).toEqual(before)
      expect(said(await everything(null))).not.toEqual(said(before))
      if (correction.raises !== undefined) expect(await story.waiting()).toHaveProperty([correction.raises])
    }
  )
})
