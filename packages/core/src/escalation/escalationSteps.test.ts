/**
 * What a refusal at the wrong stage says: where the escalation is, since when, and what has to happen first.
 */
import { describe, expect, it } from "vitest"
import type { Given } from "../language/Command.ts"
import type { Happened } from "../language/Event.ts"
import { given } from "../testing.ts"
import { id, lee, scheme } from "../testing/SmallPrison.ts"
import { answering, as, nina } from "../testing/SmallRoutes.ts"
import { CloseEscalation, ReopenEscalation, ResolveEscalation } from "./EscalationEnd.ts"
import { AcknowledgeEscalation, HandOverEscalation, RejectEscalationBack } from "./EscalationOwnership.ts"
import { RaiseEscalation } from "./EscalationRaising.ts"
import { RecordEscalationAction } from "./EscalationWork.ts"

const escalation = id(71)
const act = RecordEscalationAction.make({ escalation, action: "Ask for a chair", owner: nina })
const close = CloseEscalation.make({ escalation, outcome: "SETTLED" })
const resolve = ResolveEscalation.make({ escalation, done: "Arranged" })
const acknowledge = AcknowledgeEscalation.make({ escalation })

const raised = answering.by(as(lee)).at(
  "2016-03-24T10:00",
  RaiseEscalation.make({ escalation, scheme, category: "HEALTH", urgency: "SAME_DAY", basis: "AGREED" })
)
const working = raised.by(as(nina)).at("2016-03-24T11:00", acknowledge).at("2016-03-24T12:00", act)
  .at("2016-03-24T14:10", RecordEscalationAction.make({ escalation, action: "Ask again", owner: nina }))

const says = (events: ReadonlyArray<Happened>, command: Given): string | undefined => {
  const { decision } = given(events).at("2016-03-24T15:00").by(as(nina)).when(command)
  return decision._tag === "Refused" ? decision.moment?.says : undefined
}

describe("a command at the wrong stage", () => {
  it("is told since when the stage is what it is, whatever was recorded after that, and what comes first", () => {
    const resolved = working.at("2016-03-24T14:30", resolve)
    expect([
      says(working.events, close),
      says(raised.events, resolve),
      says(raised.events, close),
      says(
        raised.by(as(lee)).at("2016-03-24T14:10", act).events,
        RejectEscalationBack.make({ escalation, reason: "No" })
      ),
      says(resolved.events, act)
    ]).toEqual([
      "The escalation is in progress since 12:00 on 24 March 2016. First resolve it",
      "The escalation is raised since 10:00 on 24 March 2016. First acknowledge it",
      "The escalation is raised since 10:00 on 24 March 2016. First acknowledge it, then resolve it",
      "The escalation is raised since 10:00 on 24 March 2016. First hand it over",
      "The escalation is resolved since 14:30 on 24 March 2016. First reopen it"
    ])
  })

  it("is told no more than the stage where nothing leads there", () => {
    expect([
      says(working.events, acknowledge),
      says(working.events, HandOverEscalation.make({ escalation, receiver: nina })),
      says(working.events, ReopenEscalation.make({ escalation, news: "More" }))
    ]).toEqual(Array(3).fill("The escalation is already in progress since 12:00 on 24 March 2016"))
  })
})
