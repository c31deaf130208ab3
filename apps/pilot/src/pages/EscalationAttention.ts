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
import { isLeftIn, isOneMatterIn, ladderIn, sightIn, standInsIn, visibleTo } from "../records/Escalations.ts"
import type { Viewing } from "../records/Escalations.ts"
import type { Looked } from "../records/Labels.ts"
import type { Kept } from "../records/Records.ts"
import type { Attention, Item, Pressing } from "./Attention.ts"
import { counted } from "./Counted.ts"
import { sayRung } from "./RungWords.ts"

const postNamed = ({ classified }: Escalation): string =>
  classified === null ? "" : sayPost(postOf[classified.route]).toLowerCase()

const reached = (looked: Looked, kept: Kept<Escalation>, { now }: Viewing): string => {
  const ladder = ladderIn(looked.records, kept, now)
  return ladder === null || ladder.calls === null
    ? "nobody is named"
    : `step ${ladder.step} of the ladder: ${sayRung(looked, ladder.calls)}`
}

/** Who has to redirect what nobody has any more, whoever is called now first. */
const redirectedBy = (looked: Looked, kept: Kept<Escalation>, { now }: Viewing): string => {
  const names = standInsIn(looked.records, kept, now).map((rung) => sayRung(looked, rung))
  return names.length === 0
    ? `nobody is named. Have a post filled: ${postNamed(kept.state)}, or duty governor`
    : `to be redirected by ${names.join(", or ")}`
}

/** What is linked to something about somebody else, of what they see whole. */
const linkedApart = ({ records }: Looked, viewing: Viewing, visible: ReadonlyArray<Kept<Escalation>>) =>
  visible.filter((kept) =>
    kept.state.stage === "Linked" && sightIn(records, kept, viewing) === "whole" && !isOneMatterIn(records, kept)
  )

const itemOf = ({ id, state }: Kept<Escalation>, detail: string): Item => ({
  text: state.classified === null
    ? "Escalation"
    : `${sayRoute(state.classified.route)}, ${sayUrgency(state.classified.urgency).toLowerCase()}`,
  href: `/escalations/${id}`,
  detail
})

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

/** More than this stand on the page of today only as a number. */
const mostPressing = 5

type Urgency = NonNullable<Escalation["classified"]>["urgency"]

const tagFor = (status: EscalationStatus, urgency: Urgency) => ({
  text: sayUrgency(urgency),
  classes: `govuk-tag--${status === "AcknowledgementOverdue" || urgency === "IMMEDIATE" ? "red" : "yellow"}`
})

/** What is to be acknowledged, the first to be due first: how soon it is needed, where it goes, and by when. */
const pressing = (kept: ReadonlyArray<Kept<Escalation>>, { now }: Viewing, says: string): ReadonlyArray<Pressing> =>
  kept.flatMap(({ id, state }) =>
    state.classified === null ? [] : [{ id, classified: state.classified, status: escalationStatusAt(state, now) }]
  ).sort((a, b) => (a.classified.acknowledgeBy < b.classified.acknowledgeBy ? -1 : 1)).slice(0, mostPressing)
    .map(({ classified, id, status }) => ({
      tag: tagFor(status, classified.urgency),
      text: sayRoute(classified.route),
      href: `/escalations/${id}`,
      detail: `${says} ${sayInstant(classified.acknowledgeBy)}`
    }))

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
      pressing: pressing(thatAre("AcknowledgementOverdue"), viewing, "was to be acknowledged by"),
      items: thatAre("AcknowledgementOverdue").map((kept) =>
        itemOf(kept, `was to be acknowledged by ${due(kept.state)}; ${reached(looked, kept, viewing)}`)
      )
    },
    {
      key: "escalations-waiting",
      counted: counted("escalation waits to be acknowledged", "escalations wait to be acknowledged"),
      says: "Somebody has to take it on in time",
      pressing: pressing(thatAre("Raised", "HandedOver", "RejectedBack"), viewing, "to be acknowledged by"),
      items: thatAre("Raised", "HandedOver", "RejectedBack").map((kept) =>
        itemOf(kept, `to be acknowledged by ${due(kept.state)}`)
      )
    },
    {
      key: "escalations-without-owner",
      counted: counted("escalation is without an owner", "escalations are without an owner"),
      says: "Whoever had it has left, or it turned out to be about them. Those who are named redirect it to somebody " +
        "who takes it on",
      items: visible.filter((kept) => isLeftIn(looked.records, kept, viewing.now)).map((kept) =>
        itemOf(kept, redirectedBy(looked, kept, viewing))
      )
    },
    {
      key: "escalations-linked-apart",
      counted: counted(
        "escalation is linked to one about somebody else",
        "escalations are linked to one about somebody else"
      ),
      says:
        "One of the two was corrected after they were linked. Strike out the link, so that each goes on by itself; if " +
        "they are one matter after all, correct the other too, and link them again",
      items: linkedApart(looked, viewing, visible).map((kept) =>
        itemOf(kept, `raised on ${kept.state.raisedAt === null ? "" : sayInstant(kept.state.raisedAt)}`)
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
