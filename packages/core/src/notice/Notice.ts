/**
 * A notice from outside: the system that knows who is in custody says that somebody was received or released.
 *
 * Notices come late, twice and out of order. Each is taken in once under its own id, counts from the day that it speaks
 * of, and becomes the movement that it means; a movement that is recorded already is not recorded again. None is refused
 * because of where the person was: what does not follow is taken in, and somebody is asked to look.
 */
import { deriving } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { event } from "../language/Event.ts"
import type { Occurrence } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { changeBy, judge, wrongMoment } from "../language/Judgement.ts"
import type { Change } from "../language/Judgement.ts"
import { aCode, anEstablishment, aPastDate, idOf, oneOf, yesOrNo } from "../language/Kind.ts"
import { later } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { identityOf } from "../person/Identity.ts"
import { FollowFromWhereThePersonWas } from "../person/rules/FollowFromWhereThePersonWas.ts"
import { byDate, isArrival, newMisfit, whereaboutsOn } from "../person/Whereabouts.ts"
import type { Movement } from "../person/Whereabouts.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { doesNotFollow, hasArrivedSince, movementMeant } from "./noticedMovement.ts"
import { kindOf, movementWords, noticeReason } from "./NoticeReasons.ts"
import type { NoticedMovement } from "./NoticeReasons.ts"

const scheduling = { subject: "person", keep: "scheduling" } as const
const movement = open(oneOf(movementWords), "Movement")

export const CustodyNoticeTakenIn = event("notice", "CustodyNoticeTakenIn", {
  title: "Notice of custody taken in",
  says: "Another system said that the person was received or released; what it means is recorded beside it",
  fields: {
    person: tagged("person", idOf("person"), "Person"),
    establishment: tagged("establishment", anEstablishment, "Establishment"),
    movement,
    reason: personal(noticeReason, scheduling, "Reason")
  }
})

export const noticeEvents = [CustodyNoticeTakenIn] as const

export interface Notice {
  readonly status: "Unknown" | "TakenIn"
  readonly person: string
  readonly establishment: string
  readonly movement: NoticedMovement | null
  readonly on: LocalDate | null
  readonly changed: Change | null
}

const unknown: Notice = {
  status: "Unknown",
  person: "",
  establishment: "",
  movement: null,
  on: null,
  changed: null
}

export const Notice = view<Notice>("Notice", unknown).from({
  of: noticeEvents,
  by: "stream",
  evolve: {
    CustodyNoticeTakenIn: (_, { data, ...happened }) => ({
      status: "TakenIn",
      person: data.person,
      establishment: data.establishment,
      movement: data.movement,
      on: happened.on,
      changed: changeBy({ ...happened, data })
    })
  }
})

export const noticeSteps: Readonly<Record<Notice["status"], ReadonlyArray<string>>> = {
  Unknown: ["TakeInCustodyNotice"],
  TakenIn: []
}

export const TakeInCustodyNotice = deriving(
  "notice",
  "TakeInCustodyNotice",
  {
    title: "Take in a notice of custody",
    says: "Another system says that somebody was received or released; the same notice again changes nothing more",
    begins: true,
    fields: {
      notice: tagged("notice", idOf("notice"), "Which notice?", "The id under which the other system sent it."),
      person: tagged("person", idOf("person"), "Which person?"),
      reason: personal(noticeReason, scheduling, "Why were they received or released?"),
      establishment: tagged(
        "establishment",
        anEstablishment,
        "Which establishment received or released them?",
        "Three capital letters, for example ZZI."
      ),
      wing: optional(open(aCode("B_WING"), "On which wing do they live now?", "Capital letters, for example B_WING.")),
      forWork: optional(open(yesOrNo, "Are they on licence for work?", "Only for a temporary absence.")),
      on: open(aPastDate, "On which day?", "For example, 27 3 2016.")
    }
  },
  { movement, toHospital: open(yesOrNo, "To hospital for good") },
  ({ reason }) => ({ movement: kindOf[reason], toHospital: reason === "RELEASED_TO_HOSPITAL" })
)

const isSameMovement = (kind: NoticedMovement, on: LocalDate, establishment: string) => (known: Movement): boolean =>
  known.on === on && (
    known.kind === kind ||
    (isArrival(known) && known.establishment === establishment && (kind === "Transferred" || kind === "Readmitted"))
  )

const takeInCustodyNotice = decision(
  TakeInCustodyNotice,
  [KeepTheOrderOfEvents, FollowFromWhereThePersonWas],
  function*(command) {
    const notice = yield* read(Notice, command.notice)
    const { establishment, movement: kind, on, person: of } = command
    const { person } = yield* identityOf(of, on)
    const { movements, since } = person
    if (since === null) {
      return wrongMoment("person", "Unknown", null, ["RegisterPerson"], "There is no such person. Register them first")
    }
    const inTime = KeepTheOrderOfEvents.asks({ on, notBefore: since })
    if (notice.status === "TakenIn") {
      const isSame = notice.person === of && notice.movement === kind && notice.on === on &&
        notice.establishment === establishment
      return isSame
        ? judge(inTime, FollowFromWhereThePersonWas.asks({ misfit: null })).accept(() => [])
        : wrongMoment("notice", "TakenIn", notice.changed, [], "Another notice was taken in under this id already")
    }
    const then = whereaboutsOn(movements, later(on, since))
    const known = movements.some(isSameMovement(kind, on, establishment)) || hasArrivedSince(command, then)
    const meant = known ? null : movementMeant(command, then)
    const afterwards = meant === null
      ? movements
      : byDate([...movements, { event: "", position: Infinity, kind: meant.kind, on }])
    return judge(
      inTime,
      FollowFromWhereThePersonWas.asks({
        misfit: newMisfit(movements, afterwards) ?? (meant !== null && doesNotFollow(command, then) ? on : null)
      })
    ).accept((): ReadonlyArray<Occurrence> => [
      CustodyNoticeTakenIn.make({ of: command.notice, on, data: { person: of, establishment, movement: kind } }),
      ...(meant === null ? [] : [meant.event])
    ])
  }
)

export const noticeDecisions = [takeInCustodyNotice]
