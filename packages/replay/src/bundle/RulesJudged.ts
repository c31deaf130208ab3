/**
 * The rules as they were used: each with its sentence and source, and the limits it was judged with, from when until
 * when, how often it held and how often it did not.
 */
import { law, ruleBook } from "@peerwork/core"
import { canonicalise } from "@peerwork/ledger"
import type { Leaf } from "./Leaf.ts"

interface Use {
  readonly law: string
  readonly limits: unknown
  readonly firstPosition: number
  lastPosition: number
  held: number
  broken: number
  overridden: number
}

export interface RulesJudged {
  readonly next: (leaf: Leaf) => void
  /** Of every rule in the book, and of those that stand in the log alone. */
  readonly text: () => string
}

const useOf = (uses: Map<string, Use>, key: string, { envelope, position }: Leaf, limits: unknown): Use => {
  const known = uses.get(key)
  if (known !== undefined) return known
  const use = {
    law: envelope.decision.law,
    limits,
    firstPosition: position,
    lastPosition: position,
    held: 0,
    broken: 0,
    overridden: 0
  }
  uses.set(key, use)
  return use
}

export const rulesJudged = (): RulesJudged => {
  const used = new Map<string, Map<string, Use>>()
  let lastCommand = ""
  const next = (leaf: Leaf): void => {
    const { command, decision } = leaf.envelope
    // The events of one command repeat what was judged once
    if (command.id === lastCommand) return
    lastCommand = command.id
    for (const { held, id, limits, override } of decision.rules) {
      const uses = used.get(id) ?? new Map<string, Use>()
      used.set(id, uses)
      const use = useOf(uses, `${decision.law} ${canonicalise(limits)}`, leaf, limits)
      use.lastPosition = leaf.position
      if (held) use.held++
      else if (override === true) use.overridden++
      else use.broken++
    }
  }
  const text = (): string => {
    const ids = [...new Set([...ruleBook.map(({ id }) => id), ...used.keys()])]
    const rules = ids.map((id) => {
      const rule = ruleBook.find((each) => each.id === id)
      const { says, source, strength } = rule ?? { says: null, source: null, strength: null }
      return { id, says, source, strength, judged: [...(used.get(id)?.values() ?? [])] }
    })
    return `${JSON.stringify({ law, rules }, null, 2)}\n`
  }
  return { next, text }
}
