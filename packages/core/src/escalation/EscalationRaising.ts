/**
 * How an escalation is raised: at once, with whoever was told; or so that somebody acknowledges it in time.
 *
 * Who raised it and whom they heard it from are kept apart, and it may be about a person, a place, or somebody whom
 * nobody knows. A danger is never refused for something that can be put right later: neither the scheme nor a post has
 * to be in order, and no text is needed.
 */
import { command, deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import type { Known, Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { judge } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aCode, idOf, text, yesOrNo } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { holdingOn, RoutesAt } from "../route/Route.ts"
import { NameWhoReceives } from "../route/rules/NameWhoReceives.ts"
import { Scheme } from "../scheme/Scheme.ts"
import { notNow as schemeNotNow } from "../scheme/schemeSteps.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import {
  aBasis,
  aCategory,
  aLesserUrgency,
  aRoute,
  isAgainstTheirWish,
  means as spokenMeans,
  postOf,
  routeOf
} from "./Concern.ts"
import type { RouteCode, Urgency } from "./Concern.ts"
import { deadline, isCountable } from "./Deadline.ts"
import { Escalation } from "./Escalation.ts"
import { EscalationHandedOver, EscalationRaised, own } from "./EscalationEvents.ts"
import { refusedNow } from "./escalationSteps.ts"
import { inPostAt, keepAway, when } from "./handling.ts"
import { namedNobody, noSuchAppointment } from "./namedNobody.ts"
import { roleOfRaiser } from "./RoleOfRaiser.ts"
import { CountWithinTheCalendar } from "./rules/CountWithinTheCalendar.ts"
import { KeepAwayFromYourOwnConcern } from "./rules/KeepAwayFromYourOwnConcern.ts"
import { NeverRaiseADangerForLater } from "./rules/NeverRaiseADangerForLater.ts"
import { PassOnWithConsentOrGround } from "./rules/PassOnWithConsentOrGround.ts"
import { RecordNothingOfAbsoluteConfidence } from "./rules/RecordNothingOfAbsoluteConfidence.ts"

const escalation = tagged("escalation", idOf("escalation"), "Under which id is it kept?")
const scheme = tagged("scheme", idOf("scheme"), "In which scheme was it heard?")
const category = personal(aCategory, own, "What is it about?")
const subject = optional(
  tagged("person", idOf("person"), "Who is it about?", "Leave it open if nobody knows, or if it is about a place.")
)
const receiver = tagged("staff", idOf("staff"), "Who was told?", "Somebody who has heard it and can act.")
export const told = open(spokenMeans, "How were they told?")

/** Under which id it begins, and where. */
export const begins = { escalation, scheme }

/** What may be added, and may as well be left out. */
export const more = {
  place: optional(open(aCode("C_WING"), "On which wing, unit or service?", "For example, C wing.")),
  whereTheyAre: optional(
    personal(
      text(120),
      own,
      "Where is the person, if nobody knows who it is?",
      "For example, cell 12. It is shown to those who may read all of it."
    )
  ),
  aboutStaff: optional(
    tagged("staff", idOf("staff"), "Which member of staff is it about?", "They will not see it or handle it.")
  ),
  appointment: optional(tagged("appointment", idOf("appointment"), "Which worker raised it, in which role?")),
  heardFrom: optional(tagged("person", idOf("person"), "From whom did they hear it?")),
  anonymous: optional(open(yesOrNo, "Was it said without a name, as in a suggestion box?")),
  concern: optional(personal(text(4000, true), own, "What was said or seen?", "In their words, if you can.")),
  at: when("When were they told?")
}

const routed = { route: open(aRoute) }

/** What is raised, as the three commands say it. */
interface Raising {
  readonly escalation: string
  readonly scheme: string
  readonly subject?: string
  readonly place?: string
  readonly aboutStaff?: string
  readonly appointment?: string
  readonly heardFrom?: string
  readonly anonymous?: boolean
  readonly againstWish?: boolean
}

interface Ready {
  readonly establishment: EstablishmentCode
  readonly scheme: Scheme
  readonly worker: string | undefined
  readonly absolute: boolean
}

/** Where it was heard, by whom and in which role; or a refusal. */
function* heard(name: string, raising: Raising, at: Instant): Reading<Ready | Judgement<never>> {
  const state = yield* read(Escalation, raising.escalation)
  const refused = refusedNow(state, name)
  if (refused !== null) return refused
  const scheme = yield* read(Scheme, raising.scheme)
  if (scheme.establishment === null) return schemeNotNow(scheme)
  const nobody = yield* namedNobody(state, raising)
  if (nobody !== null) return nobody
  const { establishment } = scheme
  if (raising.appointment === undefined) return { establishment, scheme, worker: undefined, absolute: false }
  const role = yield* roleOfRaiser(raising.appointment, at)
  return role === null ? noSuchAppointment(state) : { establishment, scheme, ...role }
}

/** Whom it is about is kept away from it from the first. */
const awayFrom = ({ aboutStaff }: Raising) => ({ keptAway: aboutStaff === undefined ? [] : [aboutStaff] })

const present = <A extends object>(values: A): A =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as A

interface Classifying {
  readonly route: RouteCode
  readonly urgency: Urgency
  readonly at: Instant
  readonly acknowledgeBy: Instant
}

const raised = (raising: Raising, ready: Ready, { at, ...classified }: Classifying) =>
  EscalationRaised.make({
    of: raising.escalation,
    at,
    data: present({
      establishment: ready.establishment,
      scheme: raising.scheme,
      subject: raising.subject,
      place: raising.place,
      aboutStaff: raising.aboutStaff,
      appointment: raising.appointment,
      worker: ready.worker,
      heardFrom: raising.heardFrom,
      anonymous: raising.anonymous ?? false,
      againstWish: raising.againstWish === true ? true : undefined,
      ...classified
    }) as Parameters<typeof EscalationRaised.make>[0]["data"]
  })

export const RaiseEscalation = deriving(
  "escalation",
  "RaiseEscalation",
  {
    title: "Raise an escalation",
    says: "Passes a concern on, so that somebody acknowledges it today or in the next working days",
    begins: true,
    fields: {
      escalation,
      scheme,
      category,
      subject,
      urgency: open(aLesserUrgency, "How soon does it need somebody?"),
      basis: personal(aBasis, own, "Did they agree that it is passed on?"),
      danger: optional(
        open(
          yesOrNo,
          "Does it say that somebody may come to harm soon?",
          "Of a note without a name say this first. If you are not sure, it does."
        )
      ),
      ...more,
      at: when("When was it heard?")
    }
  },
  { ...routed, lawful: open(yesOrNo), againstWish: open(yesOrNo) },
  ({ aboutStaff, basis, category }) => ({
    route: routeOf(category, aboutStaff),
    lawful: basis !== "NONE",
    againstWish: isAgainstTheirWish(basis)
  })
)

export const raiseEscalation = decision(
  RaiseEscalation,
  [
    KeepAwayFromYourOwnConcern,
    PassOnWithConsentOrGround,
    NeverRaiseADangerForLater,
    RecordNothingOfAbsoluteConfidence,
    CountWithinTheCalendar,
    NameWhoReceives,
    KeepTheOrderOfEvents
  ],
  function*(command, known) {
    const at = command.at ?? known.now
    const ready = yield* heard("RaiseEscalation", command, at)
    if ("_tag" in ready) return ready
    const { route, urgency } = command
    const there = yield* read(RoutesAt, ready.establishment)
    const counting = { scheme: ready.scheme, route: there }
    const holding = holdingOn(there, postOf[route], localDateOf(at))
    return judge(
      keepAway(awayFrom(command), known),
      PassOnWithConsentOrGround.asks({ lawful: command.lawful }),
      NeverRaiseADangerForLater.asks({
        danger: command.danger === true,
        anonymous: command.anonymous === true,
        read: command.danger !== undefined
      }),
      RecordNothingOfAbsoluteConfidence.asks({ absolute: ready.absolute, content: true }),
      CountWithinTheCalendar.asks({ covered: isCountable(counting, urgency, at) }),
      NameWhoReceives.asks({ named: holding !== null && holding.holder !== null }),
      inOrder([localDateOf(at), ready.scheme.adoptedOn])
    ).accept(() => [
      raised(command, ready, { route, urgency, at, acknowledgeBy: deadline(counting, urgency, at) })
    ])
  }
)

export const atOnceRules = [NameOnlyStaffInPost, KeepAwayFromYourOwnConcern, RecordNothingOfAbsoluteConfidence] as const

interface AtOnce extends Raising {
  readonly receiver: string
  readonly means: "IN_PERSON" | "RADIO" | "TELEPHONE"
  readonly at?: Instant
}

/** Raises something immediate: whoever was told, how and when stand in the same decision. */
export function* atOnce(name: string, command: AtOnce, known: Known, what: { route: RouteCode; content: boolean }) {
  const at = command.at ?? known.now
  const ready = yield* heard(name, command, at)
  if ("_tag" in ready) return ready
  const { establishment, scheme } = ready
  const counting = { scheme, route: yield* read(RoutesAt, establishment) }
  const { escalation: of, means, receiver } = command
  return judge(
    yield* inPostAt(at, receiver),
    keepAway(awayFrom(command), known, receiver),
    RecordNothingOfAbsoluteConfidence.asks({ absolute: ready.absolute, content: what.content })
  ).accept(() => [
    raised(command, ready, {
      route: what.route,
      urgency: "IMMEDIATE",
      at,
      acknowledgeBy: deadline(counting, "IMMEDIATE", at)
    }),
    EscalationHandedOver.make({ of, at, data: { establishment, scheme: command.scheme, receiver, means } })
  ])
}

export const RaiseImmediateEscalation = deriving(
  "escalation",
  "RaiseImmediateEscalation",
  {
    title: "Raise an immediate escalation",
    says: "Records that somebody may come to harm now, and who was told of it, how and when",
    begins: true,
    fields: { escalation, scheme, category, subject, receiver, means: told, ...more }
  },
  routed,
  ({ aboutStaff, category }) => ({ route: routeOf(category, aboutStaff) })
)

export const raiseImmediateEscalation = decision(RaiseImmediateEscalation, atOnceRules, function*(command, known) {
  return yield* atOnce("RaiseImmediateEscalation", command, known, { route: command.route, content: true })
})

export const RaiseEscalationWithoutContent = command("escalation", "RaiseEscalationWithoutContent", {
  title: "Raise an escalation without content",
  says:
    "Records that a worker in a role of absolute confidence made an exception of their organisation, and who was told",
  begins: true,
  fields: {
    escalation,
    scheme,
    appointment: tagged("appointment", idOf("appointment"), "Which worker, in which role?"),
    receiver,
    means: told,
    at: when("When were they told?")
  }
})

export const raiseEscalationWithoutContent = decision(
  RaiseEscalationWithoutContent,
  atOnceRules,
  function*(command, known) {
    const what = { route: "SAFER_CUSTODY", content: false } as const
    return yield* atOnce("RaiseEscalationWithoutContent", command, known, what)
  }
)
