/**
 * An id is found once however often events speak of the record, and the life before it is no part of it.
 */
import { expect, it } from "vitest"
import { withId, withoutId } from "./withId.ts"

const [one, other] = ["00000000-0000-4000-9000-00000000000a", "00000000-0000-4000-9000-00000000000b"]

it("holds each id once, in the order in which they came, until it is taken out", () => {
  const events = [one, other, one].map((id) => ({ stream: `appointment-${id}` }))
  const found = events.reduce<ReadonlyArray<string>>(withId, [])
  expect(found).toEqual([one, other])
  expect(withoutId(found, { stream: `appointment-${one}` })).toEqual([other])
  expect(withoutId(withoutId(found, { stream: `escalation-${other}` }), { stream: `escalation-${other}` })).toEqual([
    one
  ])
})
