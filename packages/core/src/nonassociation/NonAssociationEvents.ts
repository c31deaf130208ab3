/**
 * What happens to a non-association between two people.
 *
 * These are the stored format: add events and optional fields, never rename, retype or remove. Every event carries both
 * people as tags, so it is found whichever way round it was stored. How far apart they are kept is public, because rules
 * need it; why, never is.
 */
import { event } from "../language/Event.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { anEstablishment, idOf, oneOf, text } from "../language/Kind.ts"

/** How far apart two people are kept, the narrowest first; each includes those before it. */
export const levelWords = {
  CELL: "Not in one cell",
  LANDING: "Not on one landing",
  WING: "Not on one wing",
  ESTABLISHMENT: "Nowhere in the establishment together"
} as const

export type Level = keyof typeof levelWords

export const level = oneOf(levelWords)

export const keys = {
  person: tagged("person", idOf("person"), "One of the two"),
  other: tagged("person", idOf("person"), "The other"),
  establishment: tagged("establishment", anEstablishment, "Establishment")
}

const reason = personal(text(1000, true), { subject: "person", keep: "conduct" }, "Reason")

export const NonAssociationOpened = event("nonassociation", "NonAssociationOpened", {
  title: "Non-association opened",
  says: "From this day the two people are kept apart",
  fields: { ...keys, level: open(level, "Kept apart"), reason }
})

export const NonAssociationAmended = event("nonassociation", "NonAssociationAmended", {
  title: "Non-association amended",
  says: "From this day the two people are kept apart at another level",
  fields: { ...keys, level: open(level, "Kept apart"), reason }
})

export const NonAssociationClosed = event("nonassociation", "NonAssociationClosed", {
  title: "Non-association closed",
  says: "From this day the two people need not be kept apart",
  fields: { ...keys, reason }
})

export const NonAssociationReopened = event("nonassociation", "NonAssociationReopened", {
  title: "Non-association reopened",
  says: "From this day the two people are kept apart again",
  fields: { ...keys, level: open(level, "Kept apart"), reason }
})

export const NonAssociationEntryVoided = event("nonassociation", "NonAssociationEntryVoided", {
  title: "Entry of a non-association struck out",
  says: "An entry was recorded in error and counts no longer; without its beginning the whole counts for nothing",
  fields: { ...keys, reason }
})

export const nonAssociationEvents = [
  NonAssociationOpened,
  NonAssociationAmended,
  NonAssociationClosed,
  NonAssociationReopened,
  NonAssociationEntryVoided
] as const
