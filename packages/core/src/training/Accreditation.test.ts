/**
 * Who it depends on whether a session counts, and that of somebody who was not read nothing is known.
 */
import { expect, it } from "vitest"
import { date } from "../language/LocalDate.ts"
import { facilitator, nurse, prepared } from "../testing/SmallCourse.ts"
import { answerOver } from "../testing/SmallPrison.ts"
import { accreditations, trainersOf } from "./Accreditation.ts"

it("names whoever taught or supervised, each once, and nobody where nobody supervised", () => {
  const taught = { session: "LOSS", deliverers: [nurse], supervisedBy: null } as const
  expect(trainersOf([taught, taught])).toEqual([nurse])
  expect(trainersOf([taught, { ...taught, supervisedBy: facilitator }])).toEqual([nurse, facilitator])
})

it("knows nothing of somebody who was not read", () => {
  const day = date("2016-03-14")
  const known = (...read: ReadonlyArray<string>) => answerOver(accreditations(read), prepared.events)
  expect(known(facilitator)(facilitator, "LOSS", day)).toBe(true)
  expect(known(nurse)(facilitator, "LOSS", day)).toBe(false)
  expect(known(nurse)(nurse, "LOSS", day)).toBe(false)
})
