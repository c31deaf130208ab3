/**
 * Histories that are told event by event, also such as no decision would ever make: what invariants are shown to find.
 */
import type { Happened } from "../language/Event.ts"
import { instant } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import { date } from "../language/LocalDate.ts"

/** What is said of an event; whatever is left out is as it mostly is. */
export interface Told {
  readonly type: string
  readonly of: string
  readonly on?: string
  readonly at?: string
  readonly by?: string
  readonly id?: string
  readonly corrects?: string
  readonly command?: string
  readonly commandId?: string
  readonly recordedAt?: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** An event of a stream on a day, with what it says. */
export const told = (
  of: string,
  type: string,
  on: string,
  data: Told["data"] = {},
  more: Partial<Told> = {}
): Told => ({
  of,
  type,
  on,
  data,
  ...more
})

/** The events as they would stand in a log, in their order. */
export const historyOf = (all: ReadonlyArray<Told>): ReadonlyArray<Happened> => {
  const versions = new Map<string, number>()
  return all.map((one, index): Happened => {
    const { at, by = "kay", of, type } = one
    versions.set(of, (versions.get(of) ?? 0) + 1)
    const when: { readonly at?: Instant } = at === undefined ? {} : { at: instant(at) }
    return {
      type,
      id: one.id ?? `event ${index + 1}`,
      position: index + 1,
      stream: of,
      version: versions.get(of) ?? 1,
      recordedAt: instant(one.recordedAt ?? "2016-12-31T12:00:00.000Z"),
      on: date(one.on ?? at?.slice(0, 10) ?? "2016-01-01"),
      ...when,
      actor: { id: by, role: "coordinator" },
      command: { id: one.commandId ?? `command ${index + 1}`, type: one.command ?? "" },
      corrects: one.corrects ?? null,
      tags: [],
      data: one.data ?? {}
    }
  })
}
