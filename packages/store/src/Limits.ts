/**
 * How much at once: every list and every text that reaches a store has a limit.
 *
 * A limit keeps one request from holding the log for everybody else, and the envelope's is the one of the evidence: a
 * leaf's length must fit the formats in which it is exported.
 */
export const limits = {
  eventsInAppend: 100,
  checksInAppend: 100,
  personalInAppend: 2000,
  lookupsInAppend: 100,
  tagsOfEvent: 16,
  envelopeBytes: 32_768,
  metadataBytes: 8192,
  identifierCharacters: 200,
  queryItems: 32,
  typesInQueryItem: 200,
  tagsInQueryItem: 16,
  eventsOnPage: 1000,
  eventIdsInLookUp: 10_000
} as const
