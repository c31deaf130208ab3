/**
 * Proves that witnesses which stay away stand under what needs attention, each with what it saw last.
 */
import { expect, it } from "vitest"
import { witnessAttention } from "./WitnessAttention.ts"

it("is nothing where enough witnesses cosign", () => expect(witnessAttention(null)).toEqual([]))

it("names each witness that stays away, and what it cosigned last", () => {
  const time = Date.parse("2016-04-04T08:00:00.000Z")
  const absent = [{ witness: "board", last: null }, { witness: "charity", last: { size: 12, time } }]
  const [list, ...more] = witnessAttention({ since: time, hours: 24, absent })
  expect(more).toEqual([])
  expect([list?.counted(1), list?.counted(2)]).toEqual([
    "1 witness has not cosigned for more than 24 hours",
    "2 witnesses have not cosigned for more than 24 hours"
  ])
  expect(list?.items).toEqual([
    { text: "board", href: "/signed", detail: "has cosigned nothing yet" },
    { text: "charity", href: "/signed", detail: "cosigned 12 events on 4 April 2016 at 09:00" }
  ])
})
