/**
 * Where a limit comes from with which a rule was judged: from the source of the rule, or from a decision of the scheme.
 *
 * A source fixes some numbers, and a scheme may be stricter; every other number the scheme decides. Which it was stands in
 * the history of the scheme, up to where the decision had read it.
 */
import type { LocalDate } from "@peerwork/core"
import type { LawHistory, Stored } from "../law/LawHistory.ts"

/** A number of the rule's source, or one that a scheme decided, with the event and the day from which it holds. */
export type LimitOrigin =
  | { readonly by: "source" }
  | { readonly by: "scheme"; readonly position: number; readonly from: LocalDate }

/** What the rule book says of a rule's numbers: its own, and which limit of a scheme sets each. */
export interface RuleLimits {
  readonly limits: Readonly<Record<string, number | null>>
  readonly setBy: Readonly<Record<string, string | undefined>>
}

const decides = ["SchemePolicyDecided", "SchemePolicyCorrected"]

/** The schemes that an event concerns. */
const schemesOf = ({ envelope }: Stored): ReadonlyArray<string> =>
  envelope.tags.filter((tag) => tag.startsWith("scheme:")).map((tag) => `scheme-${tag.slice("scheme:".length)}`)

/** Where the limit of this name and value comes from; null where the history does not say. */
export const limitOrigin = (
  history: LawHistory,
  of: Stored,
  rule: RuleLimits,
  name: string,
  value: unknown
): LimitOrigin | null => {
  const limit = rule.setBy[name]
  const decided = limit === undefined ? undefined : schemesOf(of)
    .flatMap((stream) => history.about([{ stream, types: decides }], of.envelope.decision.upTo))
    .filter(({ data }) => data["limit"] === limit && data["value"] === value).at(-1)
  if (decided !== undefined) {
    return { by: "scheme", position: decided.position, from: decided.data["from"] as LocalDate }
  }
  return rule.limits[name] === value ? { by: "source" } : null
}
