/**
 * What a list calls the entries of a record, so that no two of them read alike.
 */
import type { Happened } from "@peerwork/core"
import { date } from "@peerwork/core"
import { expect, it } from "vitest"
import { eventLabels } from "./Labels.ts"

const happened = (more: object): Happened =>
  ({ data: {}, on: date("2016-03-15"), recordedAt: "2016-03-16T09:30:00.000Z", ...more }) as Happened

it("names the session of an attendance", () => {
  expect(eventLabels([
    happened({ type: "AttendanceRecorded", data: { session: "LOSS" } }),
    happened({ type: "AttendanceRecorded", data: { session: "MOVING" } })
  ])).toEqual([
    "Attendance recorded: Working with Loss, 15 March 2016",
    "Attendance recorded: Moving and positioning, 15 March 2016"
  ])
})

it("says when each was recorded, where two would read alike", () => {
  const interrupted = { type: "TrainingSessionInterrupted", data: { session: "LOSS" } }
  expect(eventLabels([
    happened(interrupted),
    happened({ ...interrupted, recordedAt: "2016-03-17T11:00:00.000Z" }),
    happened({ type: "PersonTransferred" })
  ])).toEqual([
    "Session interrupted: Working with Loss, 15 March 2016, recorded on 16 March 2016 at 09:30",
    "Session interrupted: Working with Loss, 15 March 2016, recorded on 17 March 2016 at 11:00",
    "Transferred, 15 March 2016"
  ])
})
