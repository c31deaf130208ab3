/**
 * Proves that every error of the store has the answer that the table of errors gives it, with a next step.
 */
import {
  CommandId,
  CommandIdReused,
  CommitUnknown,
  Conflict,
  EventNotUnderstood,
  LimitExceeded,
  LogCorrupt,
  NotWellFormed,
  Position,
  StoreUnavailable
} from "@peerwork/store"
import { describe, expect, it } from "vitest"
import { problemKinds } from "./ProblemKinds.ts"
import { storeProblem } from "./Problems.ts"
import type { Failure } from "./Services.ts"

const commandId = CommandId("11111111-1111-4111-8111-111111111111")
const cause = new Error("the disk said no")

const statusOf = (failure: Failure): number | null => {
  const problem = storeProblem(failure)
  return problem === null ? null : problemKinds[problem.kind].status
}

describe("an error of the store", () => {
  it("has its status", () => {
    expect(statusOf(new CommandIdReused({ commandId, first: Position(7), recordedAt: "2016-04-04T08:00:00.000Z" })))
      .toBe(422)
    expect(statusOf(new StoreUnavailable({ reason: "busy", cause }))).toBe(503)
    expect(statusOf(new Conflict({ failures: [{ check: 0, observed: 9 }] }))).toBe(503)
    expect(statusOf(new CommitUnknown({ commandId, cause }))).toBe(202)
    expect(statusOf(new LimitExceeded({ limit: "tags of an event", max: 16, actual: 17 }))).toBe(413)
    expect(statusOf(new NotWellFormed({ path: "tag", because: "must be printable ASCII" }))).toBe(400)
  })

  it("that only we can look into is told to nobody", () => {
    expect(storeProblem(new LogCorrupt({ kind: "gap", at: Position(3) }))).toBeNull()
    expect(storeProblem(
      new EventNotUnderstood({
        position: Position(3),
        stream: "staff-1",
        type: "StaffX",
        reason: "unknown type",
        path: ""
      })
    )).toBeNull()
  })

  it("says when to come back, and where the receipt will be", () => {
    expect(storeProblem(new StoreUnavailable({ reason: "overloaded", cause }))?.headers).toEqual({ "retry-after": "2" })
    expect(storeProblem(new CommitUnknown({ commandId, cause }))).toMatchObject({
      headers: { location: `/api/receipts/${commandId}` },
      detail: expect.stringContaining("send the identical request again") as string
    })
  })

  it("never says what the machine said", () => {
    for (const failure of [new StoreUnavailable({ reason: "disk", cause }), new CommitUnknown({ commandId, cause })]) {
      expect(JSON.stringify(storeProblem(failure))).not.toContain("the disk said no")
    }
  })
})

describe("a kind of problem", () => {
  it("has a title of its own and an explanation", () => {
    const kinds = Object.values(problemKinds)
    expect(new Set(kinds.map(({ title }) => title)).size).toBe(kinds.length)
    for (const { explains, status, title } of kinds) {
      expect(title).not.toMatch(/\.$/)
      expect(explains).toMatch(/\.$/)
      expect(status).toBeGreaterThanOrEqual(200)
    }
  })
})
