/**
 * How the pay of a scheme is published and looked at again.
 *
 * Whoever looks and leaves the bands as they are records that; whoever changes them publishes them anew, all of them.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { payBandsOn, payReviewedOn, thePayBands } from "./PayBands.ts"
import { ReviewPayEveryYear } from "./rules/ReviewPayEveryYear.ts"
import { Scheme } from "./Scheme.ts"
import { PayBandsPublished, PayBandsReviewed, PayEntryStruckOut } from "./SchemeEvents.ts"
import { whichScheme } from "./SchemePreparation.ts"
import { can, notNow } from "./schemeSteps.ts"

const decidedBy = tagged("staff", idOf("staff"), "Who decided it?")

export const PublishPayBands = command("scheme", "PublishPayBands", {
  title: "Publish pay bands",
  says: "From this day workers of the scheme are paid by these bands, and by no others",
  fields: {
    scheme: whichScheme,
    bands: open(thePayBands, "What is paid in each band?", "A week, in pence: 750 for seven pounds fifty."),
    decidedBy,
    on: open(aPastDate, "From which day?", "For example, 27 2 2014.")
  }
})

export const publishPayBands = decision(PublishPayBands, [
  KeepTheOrderOfEvents,
  ReviewPayEveryYear,
  NameOnlyStaffInPost
], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { adoptedOn, establishment, pay } = scheme
  if (!can(scheme, "PublishPayBands") || establishment === null) return notNow(scheme)
  const { bands, decidedBy, on, scheme: of } = command
  if (bands.length === 0) return notNow(scheme, "Say of one band at least what is paid in it")
  const before = payBandsOn(pay, on) ?? []
  const isSame = bands.length === before.length &&
    bands.every(({ band, pencePerWeek }) =>
      before.some((one) => one.band === band && one.pencePerWeek === pencePerWeek)
    )
  if (isSame) return notNow(scheme, "These bands are published already. Record that they were looked at instead")
  return judge(
    inOrder([on, adoptedOn]),
    ReviewPayEveryYear.asks({ reviewedOn: payReviewedOn(pay, on), on }),
    namedInPost(on, yield* read(Staff, decidedBy))
  ).accept(() => [PayBandsPublished.make({ of, on, data: { establishment, bands, decidedBy } })])
})

export const ReviewPayBands = command("scheme", "ReviewPayBands", {
  title: "Record that the pay bands were looked at",
  says: "Somebody looked at the pay bands, and they stay as they are; the year begins anew",
  fields: {
    scheme: whichScheme,
    decidedBy,
    on: open(aPastDate, "On which day?", "For example, 27 2 2015.")
  }
})

export const reviewPayBands = decision(ReviewPayBands, [ReviewPayEveryYear, NameOnlyStaffInPost], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, pay } = scheme
  if (!can(scheme, "ReviewPayBands") || establishment === null) return notNow(scheme)
  const { decidedBy, on, scheme: of } = command
  const reviewedOn = payReviewedOn(pay, on)
  if (reviewedOn === null) return notNow(scheme, "No pay bands are published on that day. Publish them first")
  if (reviewedOn === on) return notNow(scheme, "They were looked at, or published, on that day already")
  return judge(
    ReviewPayEveryYear.asks({ reviewedOn, on }),
    namedInPost(on, yield* read(Staff, decidedBy))
  ).accept(() => [PayBandsReviewed.make({ of, on, data: { establishment, decidedBy } })])
})

export const StrikeOutPayEntry = command("scheme", "StrikeOutPayEntry", {
  title: "Strike out an entry about pay",
  says: "That bands were published or looked at on a day was recorded in error; it counts no longer and stays visible",
  fields: {
    scheme: whichScheme,
    entry: open(idOf("event"), "Which entry?"),
    reason: personal(text(1000, true), { subject: "actor", keep: "administration" }, "What is the reason?")
  }
})

export const strikeOutPayEntry = decision(StrikeOutPayEntry, [], function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { establishment, pay } = scheme
  if (!can(scheme, "StrikeOutPayEntry") || establishment === null) return notNow(scheme)
  const entry = pay.find(({ event }) => event === command.entry)
  if (entry === undefined) return notNow(scheme, "No such entry about pay counts")
  return judge().accept(() => [
    PayEntryStruckOut.make({ of: command.scheme, on: entry.on, corrects: entry.event, data: { establishment } })
  ])
})
