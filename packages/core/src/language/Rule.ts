/**
 * Rules: sentences of policy that a command can break, each with its source, its limits and its words.
 *
 * A rule judges public facts against limits, and nothing else: so it can be judged again from the log alone. The same
 * object feeds the page that refuses, the problem document of the API and the rule book; there is one wording.
 */
import type { JsonObject } from "./Envelope.ts"
import type { Kind } from "./Kind.ts"
import { sayUndecided } from "./LimitWords.ts"
import type { LimitName } from "./LimitWords.ts"
import type { LocalDate } from "./LocalDate.ts"

/** `hard` refuses; `soft` refuses unless a person records a reason; `alert` accepts and asks somebody to look. */
export type Strength = "hard" | "soft" | "alert"

/** A document and the place in it, or a choice of this project. */
export interface Source {
  readonly title: string
  readonly at: string
}

type Kinds = Readonly<Record<string, Kind<unknown>>>
type FactsOf<F extends Kinds> = { readonly [K in keyof F]: F[K] extends Kind<infer A> ? A : never }

/** The numbers that a rule is judged with; null where the scheme must decide one. */
export type Limits = Readonly<Record<string, number | null>>
type Decided<L extends Limits> = { readonly [K in keyof L]: number }

/** A rule applied to facts. */
export interface Verdict<Id extends string = string> {
  readonly rule: Rule<Id>
  readonly held: boolean
  readonly facts: JsonObject
  readonly limits: Limits
  /** What would make it pass, as a sentence without a full stop; null where it held. */
  readonly because: string | null
  /** The first date that will do, where there is one. */
  readonly earliest: LocalDate | null
}

/** What pages, problem documents and the rule book show of a rule. */
export interface Rule<Id extends string = string> {
  readonly id: Id
  /** The name of its file: the sentence as one word. */
  readonly name: string
  readonly says: string
  readonly source: Source
  readonly strength: Strength
  readonly limits: Limits
  readonly facts: Kinds
  /** Which of a scheme's limits gives each number, by name; a number that no scheme sets is not named. */
  readonly setBy: Readonly<Record<string, LimitName | undefined>>
  /** Limits of a scheme that its facts follow from, by name: such as how long a training is good, where one has lapsed. */
  readonly restsOn: ReadonlyArray<LimitName>
  /** What a person should know besides the sentence: how it is counted, what is left open. */
  readonly note: string
  /** One invented case in which the rule is broken, and what it then says. */
  readonly example: Verdict
}

/** A rule that can be asked. */
export interface Asking<Id extends string, F extends Kinds, L extends Limits> extends Rule<Id> {
  readonly limits: L
  holds(facts: FactsOf<F>, limits: Decided<L>): boolean
  /** Judges the facts; limits that a scheme set replace the rule's own. A limit that nobody decided breaks the rule. */
  asks(facts: FactsOf<F>, limits?: { readonly [K in keyof L]?: number | null }): Verdict<Id>
}

interface Body<Id extends string, F extends Kinds, L extends Limits> {
  readonly id: Id
  readonly name: string
  readonly says: string
  readonly source: Source
  readonly strength: Strength
  readonly note?: string
  readonly limits: L
  readonly facts: F
  readonly holds: (facts: FactsOf<F>, limits: Decided<L>) => boolean
  readonly because: (facts: FactsOf<F>, limits: Decided<L>) => string
  readonly earliest?: (facts: FactsOf<F>, limits: Decided<L>) => LocalDate | null
  /** Which limit of the scheme gives each number that is not fixed. */
  readonly restsOn?: ReadonlyArray<LimitName>
  readonly setBy?: { readonly [K in keyof L]?: LimitName }
  /** What can be done while the scheme has not decided a limit, where there is something. */
  readonly meanwhile?: string
  /** Facts that break it, and numbers where the scheme must decide them. */
  readonly example: { readonly facts: FactsOf<F>; readonly limits?: { readonly [K in keyof L]?: number } }
}

const checkedFacts = (id: string, kinds: Kinds, facts: Readonly<Record<string, unknown>>): JsonObject => {
  for (const [name, kind] of Object.entries(kinds)) {
    const decoded = kind.decode(facts[name])
    if (decoded._tag === "Wrong") throw new TypeError(`${id}: the fact ${name} ${decoded.says}`)
  }
  return facts as JsonObject
}

const areDecided = <L extends Limits>(limits: L): limits is L & Decided<L> =>
  Object.values(limits).every((limit) => limit !== null)

/** Declares a rule. */
export const rule = <const Id extends string, const F extends Kinds, L extends Limits>(
  body: Body<Id, F, L>
): Asking<Id, F, L> => {
  for (const [name, kind] of Object.entries(body.facts)) {
    if (kind.input._tag === "Text") {
      throw new TypeError(`${body.id}: the fact ${name} is text; rules judge public facts`)
    }
  }
  const self: Asking<Id, F, L> = {
    id: body.id,
    name: body.name,
    says: body.says,
    source: body.source,
    strength: body.strength,
    note: body.note ?? "",
    limits: body.limits,
    facts: body.facts,
    setBy: body.setBy ?? {},
    restsOn: body.restsOn ?? [],
    get example() {
      return self.asks(body.example.facts, body.example.limits)
    },
    holds: body.holds,
    asks(facts, own) {
      const limits: L = { ...body.limits, ...own }
      const judged = { rule: self, facts: checkedFacts(body.id, body.facts, facts), limits }
      if (!areDecided(limits)) {
        const missing = Object.keys(limits).flatMap((name) => limits[name] === null ? [self.setBy[name] ?? name] : [])
        const because = [sayUndecided(missing), ...(body.meanwhile === undefined ? [] : [body.meanwhile])].join(". ")
        return { ...judged, held: false, because, earliest: null }
      }
      if (body.holds(facts, limits)) return { ...judged, held: true, because: null, earliest: null }
      const earliest = body.earliest?.(facts, limits) ?? null
      return { ...judged, held: false, because: body.because(facts, limits), earliest }
    }
  }
  return self
}

/** The source of a rule that no document asks for. */
export const ourChoice = (at: string): Source => ({ title: "Choice of this project", at })
