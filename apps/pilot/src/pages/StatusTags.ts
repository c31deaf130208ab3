/**
 * Statuses as tags: an adjective that begins with a capital, always in the same colour.
 */
import { wordsOf } from "@peerwork/core"

/** The text as the beginning of a line. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The tag of a status; blue, where no colour is given. */
export const tagIn =
  <Status extends string>(colours: Readonly<Partial<Record<Status, string>>>) => (status: Status) => ({
    text: sentence(wordsOf(status)),
    classes: `govuk-tag--${colours[status] ?? "blue"}`
  })
