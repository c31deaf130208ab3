/**
 * How the support of a worker is opened, reviewed, handed over and ended, and put right.
 */
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Decides, Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aDate, aPastDate, idOf, text } from "../language/Kind.ts"
import { say } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { identityOf } from "../person/Identity.ts"
import { lastEstablishment } from "../person/Person.ts"
import type { Person } from "../person/Person.ts"
import { whereaboutsOn } from "../person/Whereabouts.ts"
import { whileTheyLive } from "../person/whileTheyLive.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { changesAround } from "./changesAround.ts"
import { HaveADayOfReview } from "./rules/HaveADayOfReview.ts"
import { ReviewSupportInTime } from "./rules/ReviewSupportInTime.ts"
import { lastOn, refusedNow, Support, supportNotNow, SupportsOf } from "./Support.ts"
import {
  anEnd,
  anOccasion,
  SupportEnded,
  SupportHandedOver,
  SupportOpened,
  SupportReopened,
  SupportReviewed,
  SupportReviewStruckOut,
  SupportVoided
} from "./SupportEvents.ts"
import { reviewedInTime, workOfPerson } from "./whoseWork.ts"

const which = tagged("support", idOf("support"), "Which support?")
const supervision = { subject: "person", keep: "supervision" } as const
const on = open(aPastDate, "On which day?", "For example, 27 3 2016.")
const reviewOn = open(aDate, "On which day is it reviewed?", "For example, 27 4 2016.")
const givenBy = tagged("staff", idOf("staff"), "Which member of staff gives it?")
const why = personal(text(1000, true), supervision, "What is the reason?", "Do not include names of other people.")

const keysOf = ({ establishment, person }: Support): { person: string; establishment: EstablishmentCode } => {
  if (establishment === null) throw new TypeError("Support that does not exist has no tags")
  return { person, establishment }
}

export const OpenWorkerSupport = command("support", "OpenWorkerSupport", {
  title: "Open support for a worker",
  says:
    "A worker who was bereaved, exploited or harmed in the role is supported, and a day is named to look at it again",
  begins: true,
  fields: {
    support: which,
    person: tagged("person", idOf("person"), "Which worker?"),
    circumstance: optional(tagged("circumstance", idOf("circumstance"), "After which change of circumstances?")),
    occasion: personal(anOccasion, supervision, "Why do they need it?"),
    way: personal(
      text(1000, true),
      supervision,
      "In what way are they supported?",
      "Do not include names of other people."
    ),
    givenBy,
    reviewOn,
    on
  }
})

export const openWorkerSupport = decision(
  OpenWorkerSupport,
  [HaveADayOfReview, ReviewSupportInTime, NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const support = yield* read(Support, command.support)
    const refused = refusedNow(support, "OpenWorkerSupport")
    if (refused !== null) return refused
    const { circumstance, on, reviewOn } = command
    const identity = yield* identityOf(command.person, on)
    const establishment = lastEstablishment(identity.person)
    if (establishment === null) return supportNotNow(support, "The person is not known. Register them first")
    const work = yield* workOfPerson(identity)
    if (work.length === 0) {
      const says =
        "Support is for workers. This person never applied or was proposed for a role, or staff did not select them"
      return supportNotNow(support, says)
    }
    if (circumstance !== undefined && (yield* changesAround(identity)).every(({ event }) => event !== circumstance)) {
      return supportNotNow(support, "Nothing like that changed for the person, or for somebody with whom they shadowed")
    }
    const others = yield* readAll(Support, (yield* readAll(SupportsOf, identity.ids)).flat())
    const same = others.find((one) =>
      circumstance !== undefined && one.circumstance === circumstance && one.status === "Open"
    )
    if (same !== undefined) return supportNotNow(same, "They are supported after that change already")
    const staff = yield* read(Staff, command.givenBy)
    return judge(
      HaveADayOfReview.asks({ on, reviewOn }),
      yield* reviewedInTime(work, on, reviewOn),
      namedInPost(on, staff),
      inOrder([on, identity.person.since])
    ).accept(() => [
      SupportOpened.make({
        of: command.support,
        on,
        data: {
          person: command.person,
          establishment,
          ...(circumstance === undefined ? {} : { circumstance }),
          givenBy: command.givenBy,
          reviewOn
        }
      })
    ])
  }
)

export const ReviewWorkerSupport = command("support", "ReviewWorkerSupport", {
  title: "Review the support of a worker",
  says: "Somebody looked with the worker at whether the support is needed; it goes on, and the next review has a day",
  fields: {
    support: which,
    finding: personal(
      text(1000, true),
      supervision,
      "What did the review find?",
      "Do not include names of other people."
    ),
    reviewOn: open(aDate, "On which day is it reviewed next?", "For example, 27 4 2016."),
    on
  }
})

const reviewWorkerSupport = decision(
  ReviewWorkerSupport,
  [HaveADayOfReview, ReviewSupportInTime, KeepTheOrderOfEvents],
  function*(command) {
    const support = yield* read(Support, command.support)
    const refused = refusedNow(support, "ReviewWorkerSupport")
    if (refused !== null) return refused
    const { on, reviewOn } = command
    if (support.entries.some((one) => one.isReview && one.on === on && one.reviewOn === reviewOn)) {
      return supportNotNow(support, "That review is recorded already")
    }
    const work = yield* workOfPerson(yield* identityOf(support.person))
    return judge(
      HaveADayOfReview.asks({ on, reviewOn }),
      yield* reviewedInTime(work, on, reviewOn),
      inOrder([on, lastOn(support)])
    ).accept(() => [
      SupportReviewed.make({ of: command.support, on, data: { ...keysOf(support), reviewOn } })
    ])
  }
)

export const HandOverWorkerSupport = command("support", "HandOverWorkerSupport", {
  title: "Hand the support of a worker over",
  says: "Another member of staff supports the worker from this day",
  fields: { support: which, givenBy: tagged("staff", idOf("staff"), "Who gives it from now on?"), on }
})

const handOverWorkerSupport = decision(
  HandOverWorkerSupport,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const support = yield* read(Support, command.support)
    const refused = refusedNow(support, "HandOverWorkerSupport")
    if (refused !== null) return refused
    if (support.givenBy === command.givenBy) return supportNotNow(support, "They give it already")
    const staff = yield* read(Staff, command.givenBy)
    return judge(
      namedInPost(command.on, staff),
      inOrder([command.on, lastOn(support)])
    ).accept(() => [handedOver(command.support, support, command.givenBy, command.on)])
  }
)

/** The event by which somebody else gives the support. */
export const handedOver = (of: string, support: Support, givenBy: string, on: LocalDate) =>
  SupportHandedOver.make({ of, on, data: { ...keysOf(support), before: support.givenBy, givenBy } })

export const EndWorkerSupport = command("support", "EndWorkerSupport", {
  title: "End the support of a worker",
  says: "The support is no longer needed, or cannot be given any longer",
  fields: { support: which, because: open(anEnd, "Why does it end?"), on }
})

const endWorkerSupport = decision(EndWorkerSupport, [KeepTheOrderOfEvents], function*(command) {
  const support = yield* read(Support, command.support)
  const refused = refusedNow(support, "EndWorkerSupport")
  if (refused !== null) return refused
  const { person } = yield* identityOf(support.person)
  if (command.because === "DIED" && whereaboutsOn(person.movements, command.on).status !== "Died") {
    return supportNotNow(support, `No death by ${say(command.on)} is recorded. Record it first, with RecordRelease`)
  }
  return judge(inOrder([command.on, lastOn(support)])).accept(() => [
    SupportEnded.make({
      of: command.support,
      on: command.on,
      data: { ...keysOf(support), because: command.because }
    })
  ])
})

export const ReopenWorkerSupport = command("support", "ReopenWorkerSupport", {
  title: "Reopen the support of a worker",
  says: "The support is needed again, or its end was recorded in error",
  fields: { support: which, reviewOn, on, reason: why }
})

const reopenWorkerSupport = decision(
  ReopenWorkerSupport,
  [HaveADayOfReview, ReviewSupportInTime, KeepTheOrderOfEvents],
  function*(command) {
    const support = yield* read(Support, command.support)
    const refused = refusedNow(support, "ReopenWorkerSupport")
    const { ended } = support
    if (refused !== null || ended === null) return refused ?? supportNotNow(support)
    const { on, reviewOn } = command
    const work = yield* workOfPerson(yield* identityOf(support.person))
    return judge(
      HaveADayOfReview.asks({ on, reviewOn }),
      yield* reviewedInTime(work, on, reviewOn),
      inOrder([on, ended.on])
    ).accept(() => [
      SupportReopened.make({
        of: command.support,
        on,
        corrects: ended.event,
        data: { ...keysOf(support), reviewOn }
      })
    ])
  }
)

export const StrikeOutWorkerSupportReview = command("support", "StrikeOutWorkerSupportReview", {
  title: "Strike out a review of support",
  says: "The review was recorded in error; the day of review is the one before again",
  fields: { support: which, entry: open(idOf("event"), "Which review?"), reason: why }
})

const strikeOutWorkerSupportReview = decision(StrikeOutWorkerSupportReview, [], function*(command) {
  const support = yield* read(Support, command.support)
  const refused = refusedNow(support, "StrikeOutWorkerSupportReview")
  if (refused !== null) return refused
  const entry = support.entries.find(({ event, isReview }) => isReview && event === command.entry)
  if (entry === undefined) return supportNotNow(support, "The support has no such review")
  return judge().accept(() => [
    SupportReviewStruckOut.make({
      of: command.support,
      on: entry.on,
      corrects: entry.event,
      data: keysOf(support)
    })
  ])
})

export const VoidWorkerSupport = command("support", "VoidWorkerSupport", {
  title: "Strike out the support of a worker",
  says: "The support was recorded in error, such as for the wrong person; it counts for nothing and stays visible",
  fields: { support: which, reason: why }
})

const voidWorkerSupport = decision(VoidWorkerSupport, [], function*(command) {
  const support = yield* read(Support, command.support)
  const refused = refusedNow(support, "VoidWorkerSupport")
  const [opened] = support.entries
  if (refused !== null || opened === undefined) return refused ?? supportNotNow(support)
  return judge().accept(() => [
    SupportVoided.make({ of: command.support, on: opened.on, corrects: opened.event, data: keysOf(support) })
  ])
})

/** Whom the support is, or would be, of. */
function* supported(input: Readonly<Record<string, unknown>>): Reading<ReadonlyArray<Person>> {
  const { person, status } = yield* read(Support, String(input["support"]))
  return [(yield* identityOf(status === "Unknown" ? String(input["person"]) : person)).person]
}

const whileTheySurvive = [openWorkerSupport, reviewWorkerSupport, handOverWorkerSupport, reopenWorkerSupport]

/** Every decision of the life, in the order a life goes through them; after a death it ends or is put right. */
export const supportDecisions: ReadonlyArray<Decides> = [
  ...whileTheySurvive.map((decides) => whileTheyLive(decides, supported)),
  endWorkerSupport,
  strikeOutWorkerSupportReview,
  voidWorkerSupport
]
