/**
 * Kinds of problem: every way in which a request can fail, with its status and its constant title.
 *
 * A problem document (RFC 9457) points at one of these by its `type`, which is the address of a page that explains it.
 * What happened this time stands in the document itself.
 */
export interface Kind {
  readonly status: number
  readonly title: string
  /** What it means and what to do, for the page that explains it. */
  readonly explains: string
}

export const problemKinds = {
  invalid: {
    status: 400,
    title: "The request is not as it should be",
    explains: "Something in the request could not be read. Every field that is wrong is named in `fields`, each with " +
      "what would be right. Nothing was recorded."
  },
  "not-signed-in": {
    status: 401,
    title: "Nobody is signed in",
    explains:
      "Every request says who makes it. Programs send `Authorization: Bearer demo-<role>`; people sign in on a page."
  },
  "not-allowed": {
    status: 403,
    title: "This role may not do that",
    explains:
      "Which role may give which command stands in one table. The answer names the role acted in and those needed."
  },
  "not-found": {
    status: 404,
    title: "There is no such thing",
    explains: "Nothing is known under this address, or was not known yet at the moment that was asked about."
  },
  "method-not-allowed": {
    status: 405,
    title: "The address does not answer this method",
    explains: "The address is right, and the header `Allow` says which methods it answers."
  },
  "wrong-moment": {
    status: 409,
    title: "This is not the moment for it",
    explains:
      "The record is in a state in which the command makes no sense. The answer says in `moment` which state, " +
      "since when, by whom, and which commands are possible now."
  },
  changed: {
    status: 412,
    title: "The record has changed",
    explains: "The version in `If-Match` is not the newest one. The header `ETag` says which is. Read it again first."
  },
  "too-large": {
    status: 413,
    title: "The request is too large",
    explains: "Every list and every text has a limit. The answer names it. Nothing was recorded."
  },
  "wrong-host": {
    status: 421,
    title: "The request came under another name",
    explains:
      "The app answers under the names of this machine only, so that no other site can speak to it through a browser."
  },
  "media-type": {
    status: 415,
    title: "The request is in another format",
    explains: "Commands are sent as JSON: `Content-Type: application/json`."
  },
  refused: {
    status: 422,
    title: "A rule does not allow this",
    explains:
      "Every rule that stands in the way is in `breaches`: its sentence, its source, what would make it pass, and " +
      "the first date that will do. A soft rule gives way to a recorded reason: send `overrides`."
  },
  "id-reused": {
    status: 422,
    title: "The command id belongs to another command",
    explains: "An `Idempotency-Key` is the id of one command for ever. Send another command under an id of its own."
  },
  "too-many": {
    status: 429,
    title: "Too many requests",
    explains: "The header `Retry-After` says in how many seconds to try again."
  },
  failed: {
    status: 500,
    title: "Something went wrong",
    explains: "The mistake is on our side and was written down under the reference in the answer. " +
      "Quote it when you ask for help."
  },
  unavailable: {
    status: 503,
    title: "The record cannot be reached at the moment",
    explains: "Nothing was recorded. Send the identical request again after the seconds in the header `Retry-After`."
  },
  unknown: {
    status: 202,
    title: "It may have been recorded",
    explains: "The answer of the store got lost. Look at the address in the header `Location`, or send the identical " +
      "request again: it has one effect however often it is sent."
  }
} as const satisfies Readonly<Record<string, Kind>>

export type ProblemKind = keyof typeof problemKinds

export const isProblemKind = (name: string): name is ProblemKind => Object.hasOwn(problemKinds, name)
