/**
 * What the stories of the demo leave out and pages show all the same: escalations that wait, two workers who are kept
 * apart, a worker who is supported, one more who left for a time, and what a role asks for and pays. Told over HTTP, on
 * the day on which the stories end.
 */
import { randomUUID } from "node:crypto"
import type { Role } from "../acceptance/RunningApp.ts"
import { demoPersonIn } from "../signin/DemoPeople.ts"

/** The pages that this adds, as an officer sees them. */
export interface MoreToSee {
  readonly escalations: ReadonlyArray<string>
  /** The page after a command that was recorded. */
  readonly done: string
}

const scheme = "0c2a0001-0000-4000-8000-000000000001"
const [worker, other] = ["0c2a1000-0000-4000-8000-000000000012", "0c2a1000-0000-4000-8000-000000000013"]
const appointment = "0c2a2000-0000-4000-8000-000000000012"
const on = "2016-05-03"

const idOf = (role: Role): string => demoPersonIn(role)?.id ?? ""

const giveTo = (address: string) => async (as: Role, command: string, body: object): Promise<string> => {
  const id = randomUUID()
  const answer = await fetch(`${address}/api/commands/${command}`, {
    method: "POST",
    headers: { authorization: `Bearer demo-${as}`, "content-type": "application/json", "idempotency-key": id },
    body: JSON.stringify(body)
  })
  if (answer.status !== 201) throw new Error(`${command} was answered ${answer.status}: ${await answer.text()}`)
  return id
}

/** What the role asks for and pays, somebody who is proposed for a second one, and a task that was refused. */
const tellOfTheRole = async (give: ReturnType<typeof giveTo>): Promise<void> => {
  const [decidedBy, listener] = [idOf("coordinator"), randomUUID()]
  const roleProfile = "0c2a0002-0000-4000-8000-000000000001"
  const bands = [{ band: 1, pencePerWeek: 405 }, { band: 2, pencePerWeek: 750 }]
  await give("coordinator", "PublishPayBands", { scheme, bands, decidedBy, on })
  const five = ["NO_ILLICIT_DRUGS", "NO_PROBLEMATIC_ALCOHOL", "STOPPED_OFFENDING", "STABLE", "POSITIVE_ATTITUDE"]
  const eligible = { scheme, roleProfile, criteria: five, gap: "TAKES_A_REASON", decidedBy, on }
  await give("coordinator", "DecideEligibilityCriteria", eligible)
  await give("coordinator", "PublishRoleProfile", {
    scheme,
    roleProfile: listener,
    code: "LISTENER",
    tasks: ["LISTENING"],
    confidentiality: "SCHEME_ABSOLUTE",
    pay: "VOLUNTEER",
    asksForShadowing: false,
    asksForClearance: true,
    inCommunity: false,
    units: ["A_WING", "B_WING"],
    legalStatuses: ["SENTENCED"],
    on
  })
  const second = { appointment: randomUUID(), person: worker, scheme, roleProfile: listener, source: "STAFF", on }
  await give("officer", "ProposeAppointment", second)
  const refused = { appointment, task: "TOILETING", owner: idOf("healthcare"), request: "To help at night", on }
  await give("officer", "RefuseTask", refused)
}

/** Tells it to an app that has told the stories. */
export const tellMore = async (address: string): Promise<MoreToSee> => {
  const give = giveTo(address)
  const [atOnce, today] = [randomUUID(), randomUUID()]
  const [kay, olu] = [idOf("coordinator"), idOf("officer")]
  const immediate = { scheme, category: "SUICIDE_SELF_HARM", receiver: olu, means: "IN_PERSON", place: "C_WING" }
  await give("officer", "RaiseImmediateEscalation", { escalation: atOnce, ...immediate, anonymous: true })
  const later = { scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED", subject: worker }
  await give("officer", "RaiseEscalation", { escalation: today, ...later, concern: "Has not eaten for two days" })
  const done = await give("healthcare", "AcknowledgeEscalation", { escalation: today })
  const apart = { nonassociation: randomUUID(), person: worker, other, level: "WING", reason: "A fight", on }
  await give("officer", "OpenNonAssociation", apart)
  const weeks = { scheme, limit: "supportReviewDays", value: 28, from: on, decidedBy: kay, on }
  await give("coordinator", "DecideSchemePolicy", weeks)
  const supported = { support: randomUUID(), person: worker, occasion: "HARMED", way: "Seen every week", on }
  await give("coordinator", "OpenWorkerSupport", { ...supported, givenBy: kay, reviewOn: "2016-05-17" })
  const court = { notice: randomUUID(), person: other, reason: "SENT_TO_COURT", establishment: "ZZI", on }
  await give("officer", "TakeInCustodyNotice", court)
  await tellOfTheRole(give)
  return { escalations: [atOnce, today].map((id) => `/escalations/${id}`), done: `/done/${done}` }
}
