/**
 * What happens to the routes of an establishment: when staff are at work there, and who holds the posts that
 * escalations go to.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove.
 */
import { event } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { anEstablishment, aTimeOfDay, idOf, text } from "../language/Kind.ts"
import { aJurisdiction, aPost } from "./Posts.ts"

const establishment = tagged("establishment", anEstablishment, "Establishment")
const why = personal(text(1000, true), { subject: "actor", keep: "administration" }, "Reason")

export const RoutesOpened = event("route", "RoutesOpened", {
  title: "Routes of escalations opened",
  says: "From this day it is written down at an establishment to whom escalations go",
  fields: { establishment, jurisdiction: open(aJurisdiction, "Country") }
})

export const RoutesCorrected = event("route", "RoutesCorrected", {
  title: "Country of an establishment corrected",
  says: "The establishment is in the other country than was recorded",
  fields: { establishment, jurisdiction: open(aJurisdiction, "Country"), reason: why }
})

export const RouteHoursDecided = event("route", "RouteHoursDecided", {
  title: "Working hours decided",
  says: "From this day whoever receives escalations is at work between these times on working days",
  fields: {
    establishment,
    opensAt: open(aTimeOfDay, "From"),
    closesAt: open(aTimeOfDay, "Until"),
    decidedBy: tagged("staff", idOf("staff"), "Decided by")
  }
})

export const RoutePostFilled = event("route", "RoutePostFilled", {
  title: "Post filled",
  says: "From this day a member of staff holds a post that escalations go to, and another may cover for them",
  fields: {
    establishment,
    post: open(aPost, "Post"),
    holder: tagged("staff", idOf("staff"), "Holder"),
    cover: optional(tagged("staff", idOf("staff"), "Cover"))
  }
})

export const RoutePostVacated = event("route", "RoutePostVacated", {
  title: "Post vacated",
  says: "From this day nobody holds the post, until somebody is named",
  fields: { establishment, post: open(aPost, "Post"), formerHolder: tagged("staff", idOf("staff"), "Until then") }
})

export const RouteEntryVoided = event("route", "RouteEntryVoided", {
  title: "Entry of the routes struck out",
  says: "Working hours or the holder of a post were recorded in error; the entry stays visible and counts no longer",
  fields: { establishment, reason: why }
})

export const routeEvents = [
  RoutesOpened,
  RoutesCorrected,
  RouteHoursDecided,
  RoutePostFilled,
  RoutePostVacated,
  RouteEntryVoided
] as const
