/**
 * Peerwork: what an embedder calls.
 *
 * `Peerwork.check` says what would become of a command, given the events so far as a plain array; `Peerwork.decide` also
 * gives the history after it. Every answer is a plain value: accepted with its events, or refused with every rule that
 * stands in the way, its source, and the first date that will do.
 */
import { shadowingSince } from "./Examples.ts"
import { check, decide } from "./OverEvents.ts"
import { ruleBook } from "./Registry.ts"

export const Peerwork = { check, decide, rules: ruleBook, examples: { shadowingSince } }
