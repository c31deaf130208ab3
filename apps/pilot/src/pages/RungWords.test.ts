/**
 * Whoever the ladder calls is named in the same words on the page of an escalation and under what needs attention.
 */
import { date } from "@peerwork/core"
import { describe, expect, it } from "vitest"
import { emptyNames } from "../records/Names.ts"
import { emptyRecords } from "../records/Records.ts"
import { demoPersonIn } from "../signin/DemoPeople.ts"
import { sayRung } from "./RungWords.ts"

const { id: staff, name } = demoPersonIn("officer")!
const looked = { records: emptyRecords(), names: emptyNames(), day: date("2016-03-28") }

describe("whom the ladder calls", () => {
  it.each(
    [
      ["Receiver", "to whom it goes"],
      ["Cover", "their cover"],
      ["DUTY_GOVERNOR", "duty governor"]
    ] as const
  )("as %s is named: %s", (as, words) => {
    expect(sayRung(looked, { as, staff })).toBe(`${name} (${words})`)
  })
})
