/**
 * What needs attention in escalations: what nobody has acknowledged, and what was to be done and is not. Only of those
 * that somebody may see, with whom each has reached.
 */
import {
  escalationStatusAt,
  lateAnswers,
  openActions,
  postOf,
  say,
  sayInstant,
  sayPost,
  sayRoute,
  saySafetyBody,
  sayUrgency,
  waitsToTell
} from "@peerwork/core"
import type { Escalation, EscalationStatus } from "@peerwork/core"
import { alikeOf } from "../records/AlikeEscalations.ts"
import { isLeftIn, ladderIn, visibleTo } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import type { Looked } from "../records/Labels.ts"
import type { Kept } from "../records/Records.ts"
import { nameOfActor } from "../signin/ActorNames.ts"
import type { Attention, Item } from "./Attention.ts"
import { counted } from "./Counted.ts"

const reached = ({ names, records }: Looked, state: Escalation, { now }: Viewing): string => {
  const ladder = ladderIn(records, state, now)
  if (ladder === null || ladder.calls === null) return "nobody is named"
  const { as, staff } = ladder.calls
  const role = as === "Receiver" || as === "Cover" ? "" : `, ${sayPost(as).toLowerCase()}`
  return `step ${ladder.step} of the ladder: ${nameOfActor(names)({ id: staff })}${role}`
}

const itemOf = ({ id, state }: Kept<Escalation>, detail: string): Item => ({
  text: state.classified === null
    ? "Escalation"
    : `${sayRoute(state.classified.route)}, ${sayUrgency(state.classified.urgency).toLowerCase()}`,
  href: `/escalations/${id}`,
  detail
})

const postNamed = ({ classified }: Escalation): string =>
  classified === null ? "" : sayPost(postOf[classified.route]).toLowerCase()

/** Whose answer about the safety of patients is late. */
const lateIn = ({ day }: Looked, visible: ReadonlyArray<Kept<Escalation>>): ReadonlyArray<Item> =>
  visible.flatMap((kept) =>
    lateAnswers(kept.state, day).map(({ body, dueOn }) =>
      itemOf(
        kept,
        `${body === null ? "" : saySafetyBody(body)} was to answer${dueOn === null ? "" : ` by ${say(dueOn)}`}`
      )
    )
  )

/** What needs attention of the escalations that somebody may see. */
export const escalationAttention = (looked: Looked, viewing: Viewing): ReadonlyArray<Attention> => {
  const visible = visibleTo(looked.records, viewing)
  const thatAre = (...statuses: ReadonlyArray<EscalationStatus>) =>
    visible.filter(({ state }) => statuses.includes(escalationStatusAt(state, viewing.now)))
  const due = ({ classified }: Escalation): string => classified === null ? "" : sayInstant(classified.acknowledgeBy)
  return [
    {
      key: "escalations-overdue",
      counted: counted("escalation is not acknowledged in time", "escalations are not acknowledged in time"),
      says: "Whoever is called now takes it on, or tells somebody who does",
      items: thatAre("AcknowledgementOverdue").map((kept) =>
        itemOf(kept, `was to be acknowledged by ${due(kept.state)}; ${reached(looked, kept.state, viewing)}`)
      )
    },
    {
      key: "escalations-waiting",
      counted: counted("escalation waits to be acknowledged", "escalations wait to be acknowledged"),
      says: "Somebody has to take it on in time",
      items: thatAre("Raised", "HandedOver", "RejectedBack").map((kept) =>
        itemOf(kept, `to be acknowledged by ${due(kept.state)}`)
      )
    },
    {
      key: "escalations-without-owner",
      counted: counted("escalation is without an owner", "escalations are without an owner"),
      says: "Whoever had it has left, or it turned out to be about them. Redirect it to somebody who takes it on",
      items: visible.filter(({ state }) => isLeftIn(looked.records, state, viewing.now)).map((kept) =>
        itemOf(kept, `with whoever holds the post that it goes to: ${postNamed(kept.state)}`)
      )
    },
    {
      key: "escalation-actions-overdue",
      counted: counted("escalation has an action that is overdue", "escalations have actions that are overdue"),
      says: "Record that it is done, or what is done instead",
      items: thatAre("ActionOverdue").map((kept) => {
        const days = openActions(kept.state).flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort()
        return itemOf(kept, days[0] === undefined ? "overdue" : `was to be done by ${say(days[0])}`)
      })
    },
    {
      key: "escalations-alike",
      counted: counted("escalation looks like another one", "escalations look like another one"),
      says: "About the same person, on the same day, and going the same way. Link them, or keep both",
      items: visible.filter((kept) => alikeOf(looked.records, viewing, kept).length > 0).map((kept) =>
        itemOf(kept, `raised on ${kept.state.raisedAt === null ? "" : sayInstant(kept.state.raisedAt)}`)
      )
    },
    {
      key: "escalations-to-tell-of",
      counted: counted("person to tell that something was passed on", "people to tell that something was passed on"),
      says: "They did not agree to it. Tell them, or record why that would be unsafe",
      items: visible.filter(({ state }) => waitsToTell(state)).map((kept) =>
        itemOf(kept, `raised on ${kept.state.raisedAt === null ? "" : sayInstant(kept.state.raisedAt)}`)
      )
    },
    {
      key: "escalation-answers-late",
      counted: counted("answer about the safety of patients is late", "answers about the safety of patients are late"),
      says: "Record the answer, or send it to the next: the commissioner, then the regulator",
      items: lateIn(looked, visible)
    }
  ]
}
