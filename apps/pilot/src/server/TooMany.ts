/**
 * Too many: how often the pages may be asked in a minute, so that nothing can try sign-ins or take lists away by
 * machine.
 *
 * Counted are pages and sign-ins until there are accounts; in the demo nothing is counted, because tests and scripts
 * are in a hurry.
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { problem } from "./Answer.ts"
import type { Problem } from "./Answer.ts"
import type { Exchange } from "./Exchange.ts"

const windowMs = 60_000

interface Limit {
  readonly name: string
  readonly most: number
  readonly of: string
}

/** Which limit a request falls under; null where it is not counted. */
const limitOf = ({ door, method, path, request, session }: Exchange): Limit | null => {
  const from = Option.getOrElse(request.remoteAddress, () => "unknown")
  if (path === "/sign-in" && method === "POST") return { name: "sign-ins", most: 10, of: from }
  if ((door !== "pages" && door !== "downloads") || session === null) return null
  return method === "POST" ? { name: "forms", most: 60, of: session.id } : { name: "pages", most: 300, of: session.id }
}

export interface Counting {
  /** Counts the request, and refuses it where there were too many. */
  readonly count: (exchange: Exchange) => Effect.Effect<void, Problem>
}

export const makeCounting = (isCounted: boolean, now: () => number = () => Date.now()): Counting => {
  const counts = new Map<string, { began: number; count: number }>()
  const tidy = () => {
    for (const [key, { began }] of counts) if (now() - began >= windowMs) counts.delete(key)
  }
  return {
    count: (exchange) =>
      Effect.suspend(() => {
        const limit = isCounted ? limitOf(exchange) : null
        if (limit === null) return Effect.void
        if (counts.size > 10_000) tidy()
        const key = `${limit.name} ${limit.of}`
        const before = counts.get(key)
        const current = before !== undefined && now() - before.began < windowMs ? before : { began: now(), count: 0 }
        current.count += 1
        counts.set(key, current)
        if (current.count <= limit.most) return Effect.void
        const seconds = Math.ceil((current.began + windowMs - now()) / 1000)
        return Effect.fail(problem(
          "too-many",
          `The most ${limit.name} in a minute are ${limit.most}. Try again in ${seconds} seconds`,
          {},
          { "retry-after": String(seconds) }
        ))
      })
  }
}
