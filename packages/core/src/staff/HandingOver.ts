/**
 * Handing over: everything that a member of staff has in hand goes to somebody else, in one act and with one entry in
 * each record, as when they leave. What is handed over is counted in their own record and stands in the receipt.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { keysOf as appointmentKeys } from "../appointment/appointmentSteps.ts"
import { holderOf } from "../appointment/Standing.ts"
import { AppointmentSupervisorChanged } from "../appointment/TenureEvents.ts"
import { anyMeans } from "../escalation/Concern.ts"
import { passedOn } from "../escalation/Deadline.ts"
import { isUnacknowledged, openActions, whoHas } from "../escalation/Escalation.ts"
import { EscalationActionHandedOver, EscalationRedirected } from "../escalation/EscalationEvents.ts"
import { classifiedOf, climb, isSpoken, keysOf as escalationKeys, nominated } from "../escalation/handling.ts"
import { SendItToTheNominatedManager } from "../escalation/rules/SendItToTheNominatedManager.ts"
import { TellSomebodyAtOnce } from "../escalation/rules/TellSomebodyAtOnce.ts"
import { managersOn } from "../escalation/WhoAnswers.ts"
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Occurrence } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text, yesOrNo } from "../language/Kind.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { RouteIdAt } from "../route/Route.ts"
import type { Holding } from "../route/Route.ts"
import { RoutePostFilled } from "../route/RouteEvents.ts"
import { TrainingLeadNamed } from "../scheme/SchemeEvents.ts"
import { BeSupervisedByMoreThanTheManager } from "../supervision/rules/BeSupervisedByMoreThanTheManager.ts"
import { SupervisorChanged } from "../supervision/SupervisionEvents.ts"
import { keysOf as supervisionKeys } from "../supervision/supervisionSteps.ts"
import { competentOn, nothingBetween } from "../supervision/Supervisor.ts"
import { lastOn } from "../support/Support.ts"
import { handedOver } from "../support/supportDecisions.ts"
import { HandWorkToSomebodyWhoMay } from "./rules/HandWorkToSomebodyWhoMay.ts"
import { can, isInPost, notNow, Staff } from "./Staff.ts"
import { StaffWorkHandedOver } from "./StaffEvents.ts"
import { workOf } from "./StaffWork.ts"
import type { EscalationInHand, StaffWork } from "./StaffWork.ts"

export const HandOverStaffWork = command("staff", "HandOverStaffWork", {
  title: "Hand over everything that somebody has in hand",
  says:
    "Posts, trainings, supervisions, escalations, actions and support of workers go to another member of staff, in one act",
  fields: {
    staff: tagged("staff", idOf("staff"), "Whose work is handed over?"),
    receiver: tagged("staff", idOf("staff"), "Who receives it?"),
    managesAlone: open(yesOrNo, "Would whoever receives it alone manage the work of workers whom they supervise?"),
    means: optional(open(anyMeans, "How were they told?", "Needed where something immediate is among it.")),
    reason: personal(text(1000, true), { subject: "staff", keep: "administration" }, "What is the reason?"),
    on: open(aPastDate, "From which day?", "For example, 27 3 2016.")
  }
})

interface Handing {
  readonly staff: string
  readonly receiver: string
  readonly establishment: EstablishmentCode
  readonly managesAlone: boolean
  readonly means?: "IN_PERSON" | "RADIO" | "TELEPHONE" | "WRITING"
  readonly on: LocalDate
  readonly at: Instant
}

/** How many things of each kind are handed over. */
const counted = (work: StaffWork) => ({
  posts: work.posts.length,
  leads: work.leads.length,
  supervisions: work.supervisions.length + work.appointments.length,
  escalations: work.escalations.length,
  supports: work.supports.length
})

/** How many of the workers have something open with whoever would supervise them. */
function* betweenThem({ appointments, supervisions }: StaffWork, receiver: string): Reading<number> {
  let count = 0
  for (const id of [...appointments.map((one) => one.id), ...supervisions.map(({ state }) => state.appointment)]) {
    const between = yield* nothingBetween(yield* holderOf(yield* read(Appointment, id)), receiver)
    if (!between.held) count += 1
  }
  return count
}

/** The post with whoever receives it in place of whoever hands it over; nobody covers for themselves. */
const postFilled = (route: string, { establishment, on, receiver, staff }: Handing) => (held: Holding) => {
  const [holder, cover] = [held.holder, held.cover].map((one) => one === staff ? receiver : one)
  return RoutePostFilled.make({
    of: route,
    on,
    data: {
      establishment,
      post: held.post,
      holder: holder ?? receiver,
      ...(cover === null || cover === undefined || cover === holder ? {} : { cover })
    }
  })
}

function* escalationPassed(
  { id, keptAway, state }: EscalationInHand,
  handing: Handing
): Reading<ReadonlyArray<Occurrence>> {
  const { at, means, receiver, staff } = handing
  const keys = escalationKeys(state)
  const actions = openActions(state).filter((one) => one.staff === staff).map(({ event }) =>
    EscalationActionHandedOver.make({ of: id, at, data: { ...keys, action: event, before: staff, owner: receiver } })
  )
  if (whoHas(state) !== staff) return actions
  const climbing = yield* climb({ escalation: state, keptAway }, [receiver])
  const redirected = EscalationRedirected.make({
    of: id,
    at,
    data: {
      ...keys,
      receiver,
      formerReceiver: staff,
      ...(means === undefined ? {} : { means }),
      acknowledgeBy: passedOn(climbing, classifiedOf(state), at, !isUnacknowledged(state))
    }
  })
  return [redirected, ...actions]
}

/** One entry in each record that goes to whoever receives it. */
function* eventsFor(work: StaffWork, handing: Handing): Reading<ReadonlyArray<Occurrence>> {
  const { establishment, managesAlone, on, receiver, staff } = handing
  const route = yield* read(RouteIdAt, establishment)
  const escalations: Array<Occurrence> = []
  for (const one of work.escalations) escalations.push(...(yield* escalationPassed(one, handing)))
  return [
    StaffWorkHandedOver.make({ of: staff, on, data: { establishment, receiver, ...counted(work) } }),
    ...work.posts.map(postFilled(route, handing)),
    ...work.leads.map(({ id }) =>
      TrainingLeadNamed.make({ of: id, on, data: { establishment, lead: receiver, formerLead: staff } })
    ),
    ...work.supervisions.map(({ id, state }) =>
      SupervisorChanged.make({
        of: id,
        on,
        data: { ...supervisionKeys(state), supervisor: receiver, formerSupervisor: staff, managesAlone }
      })
    ),
    ...work.appointments.map(({ id, state }) =>
      AppointmentSupervisorChanged.make({
        of: id,
        on,
        data: { ...appointmentKeys(state), supervisor: receiver, formerSupervisor: staff }
      })
    ),
    ...escalations,
    ...work.supports.map(({ id, state }) => handedOver(id, state, receiver, on))
  ]
}

/** Asks that what goes to the nominated manager goes to nobody else, unless their post passes to whoever receives it. */
function* nominatedIn(
  { escalations }: StaffWork,
  { receiver, staff }: Pick<Handing, "receiver" | "staff">,
  at: Instant
) {
  for (const { keptAway, state } of escalations.filter((one) => whoHas(one.state) === staff)) {
    const climbing = yield* climb({ escalation: state, keptAway }, [receiver])
    const verdict = nominated(climbing, receiver, at, managersOn(climbing, localDateOf(at)).includes(staff))
    if (!verdict.held) return verdict
  }
  return SendItToTheNominatedManager.asks({ asked: false, toThem: false })
}

/** Nothing is handed over before the day on which it came into their hands. */
const handedInOrder = ({ appointments, posts, supervisions, supports }: StaffWork, on: LocalDate) =>
  inOrder(
    [on, null],
    ...posts.map(({ from }) => [on, from] as const),
    ...appointments.map(({ state }) => [on, state.activated?.on ?? null] as const),
    ...supervisions.map(({ state }) => [on, state.supervisors.at(-1)?.on ?? null] as const),
    ...supports.map(({ state }) => [on, lastOn(state)] as const)
  )

export const handOverStaffWork = decision(
  HandOverStaffWork,
  [
    HandWorkToSomebodyWhoMay,
    BeSupervisedByMoreThanTheManager,
    TellSomebodyAtOnce,
    SendItToTheNominatedManager,
    KeepTheOrderOfEvents
  ],
  function*(command, { actor, now }) {
    const staff = yield* read(Staff, command.staff)
    const { establishment } = staff
    if (!can(staff, "HandOverStaffWork") || establishment === null) return notNow(staff)
    const { means, on, receiver } = command
    if (receiver === command.staff) return notNow(staff, "Name somebody else: it is with them already")
    const receiving = yield* read(Staff, receiver)
    const work = yield* workOf(command.staff, establishment, on, [actor.id, receiver])
    const counts = counted(work)
    if (Object.values(counts).every((count) => count === 0)) return notNow(staff, "They have nothing in hand")
    const immediate = work.escalations.some(({ state }) =>
      whoHas(state) === command.staff && classifiedOf(state).urgency === "IMMEDIATE"
    )
    const events = yield* eventsFor(work, { ...command, establishment, at: now })
    return judge(
      HandWorkToSomebodyWhoMay.asks({
        inPost: isInPost(receiving, on),
        supervises: counts.supervisions,
        competent: competentOn(receiving, on).held,
        between: yield* betweenThem(work, receiver)
      }),
      BeSupervisedByMoreThanTheManager.asks({ managesAlone: counts.supervisions > 0 && command.managesAlone }),
      TellSomebodyAtOnce.asks({ immediate, spoken: isSpoken(means) }),
      yield* nominatedIn(work, command, now),
      handedInOrder(work, on)
    ).accept(() => events)
  }
)
