/**
 * Plain events, read without any view: what an event says in words, numbers, days and lists, and of several that are
 * dated, which holds on a day. What must hold of every history is told with these alone.
 */
import type { Happened } from "../language/Event.ts"
import type { LocalDate } from "../language/LocalDate.ts"

/** Told every event in its order; says what is wrong with one, or null. */
export interface Invariant {
  readonly says: string
  readonly begin: () => (event: Happened) => string | null
}

export const text = (event: Happened, name: string): string => {
  const value = event.data[name]
  return typeof value === "string" ? value : ""
}

export const count = (event: Happened, name: string): number => {
  const value = event.data[name]
  return typeof value === "number" ? value : 0
}

export const day = (event: Happened, name: string): LocalDate | null => {
  const value = event.data[name]
  return typeof value === "string" ? value as LocalDate : null
}

/** The ids that a field lists. */
export const ids = (event: Happened, name: string): ReadonlyArray<string> => {
  const value = event.data[name]
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : []
}

export const idIn = (event: Happened): string => event.stream.slice(event.stream.indexOf("-") + 1)

/** From a day until another one, which is not among them. */
export interface Span {
  readonly event: string
  readonly from: LocalDate
  readonly until: LocalDate | null
}

export const covers = ({ from, until }: Span, on: LocalDate): boolean => from <= on && (until === null || on < until)

/** Of what is dated up to a day the last; of two of one day the one that was recorded later. */
export const lastUpTo = <A extends { readonly on: LocalDate }>(all: ReadonlyArray<A>, on: LocalDate): A | null =>
  all.reduce<A | null>((last, one) => one.on <= on && (last === null || one.on >= last.on) ? one : last, null)

/** What stands after an event that corrects another one: without that one where it is struck out. */
export const withoutCorrected = <A extends { readonly event: string }>(
  all: ReadonlyArray<A>,
  { corrects }: Happened
): ReadonlyArray<A> => all.filter(({ event }) => event !== corrects)

/** What is kept for an id, beginning with nothing. */
export const kept = <A>(all: Map<string, A>, id: string, nothing: A): A => all.get(id) ?? nothing
