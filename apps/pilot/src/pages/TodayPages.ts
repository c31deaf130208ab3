/**
 * Today: what needs attention, as counts that lead to the records behind them.
 */
import { say } from "@peerwork/core"
import type { Role } from "@peerwork/core"
import * as Effect from "effect/Effect"
import { viewingOf } from "../records/Escalations.ts"
import type { Looked } from "../records/Labels.ts"
import { lookedAtBy } from "../records/LookedAtBy.ts"
import { page, problem } from "../server/Answer.ts"
import type { Page, Problem } from "../server/Answer.ts"
import { pages } from "../server/Routes.ts"
import type { Known, Route } from "../server/Routes.ts"
import { maySee } from "../signin/WhoSees.ts"
import { Signing } from "../signing/Signing.ts"
import { attention } from "./Attention.ts"
import type { Attention } from "./Attention.ts"
import { escalationAttention } from "./EscalationAttention.ts"
import { coverAttention } from "./NeedsCover.ts"
import { witnessAttention } from "./WitnessAttention.ts"
import { appointmentsOpen } from "./WorkerRows.ts"

const maySeeList = (role: Role, { key, sees }: Attention): boolean =>
  key.startsWith("schemes") || maySee(role, sees ?? "records")

/** The first page. Whoever sees no records of people sees what concerns schemes. */
export const todayPage = (looked: Looked, role: Role, more: ReadonlyArray<Attention> = []): Page => {
  const seesRecords = maySee(role, "records")
  const waiting = [...more, ...attention(looked)].filter((one) => one.items.length > 0 && maySeeList(role, one))
  return page("today.njk", "Today", {
    on: say(looked.day),
    isEmpty: looked.records.position === 0,
    seesRecords,
    workers: appointmentsOpen(looked),
    schemes: looked.records.scheme.size,
    waiting: waiting.map(({ counted, items, key, pressing = [], says }) => ({
      text: counted(items.length),
      href: `/today/${key}`,
      says,
      pressing
    }))
  })
}

/** The records behind one of the counts. */
const attentionPage = (
  looked: Looked,
  role: Role,
  key: string,
  more: ReadonlyArray<Attention> = []
): Page | Problem => {
  const one = [...more, ...attention(looked)].find((candidate) => candidate.key === key)
  if (one === undefined) return problem("not-found", "There is no such list")
  if (!maySeeList(role, one)) {
    return problem("not-allowed", `You act as ${role}, and see no records of this kind`)
  }
  const { counted, items, says } = one
  const title = items.length === 0 ? "Nothing needs attention here" : counted(items.length)
  return page("attention.njk", title, { says, items })
}

const lookedAtToday = (asked: Known) =>
  Effect.gen(function*() {
    const looked = yield* lookedAtBy(asked)
    const viewing = yield* viewingOf(asked)
    const more = [...escalationAttention(looked, viewing), ...coverAttention(looked, viewing)]
    return { looked, more: [...more, ...witnessAttention((yield* Signing).away())] }
  })

const today: Route = pages(
  "GET",
  "/",
  (asked) =>
    Effect.map(
      lookedAtToday(asked),
      ({ looked, more }) => todayPage(looked, asked.person.role, more)
    )
)

const list: Route = pages(
  "GET",
  "/today/:key",
  (asked) =>
    Effect.map(
      lookedAtToday(asked),
      ({ looked, more }) => attentionPage(looked, asked.person.role, asked.params["key"] ?? "", more)
    )
)

export const todayRoutes: ReadonlyArray<Route> = [today, list]
