/**
 * Members of staff who left and still have something in hand, so that it is handed over before it is missed. What they
 * have in hand of escalations is not said here: each of those has reached whoever holds the post.
 */
import { holdingOn, isInPost, isOpenNow, say, sayAmount, supervisorIn, trainingLeadOn } from "@peerwork/core"
import type { Route } from "@peerwork/core"
import { supervisionsFor } from "../records/Derived.ts"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import type { Records } from "../records/Records.ts"
import type { Attention } from "./Attention.ts"
import { counted } from "./Counted.ts"

const some = (count: number, one: string, more: string): ReadonlyArray<string> =>
  count === 0 ? [] : [sayAmount(count, one, more)]

const postsOf = (route: Route, staff: string, { day }: Looked): number =>
  [...new Set(route.posts.map(({ post }) => post))].map((post) => holdingOn(route, post, day))
    .filter((held) => held?.holder === staff || held?.cover === staff).length

/** The supervisions that are theirs: arranged, or, where none is, said by the appointment of a worker. */
const supervisionsWith = (records: Records, staff: string): number => {
  const arranged = [...records.supervision.values()]
    .filter(({ state }) => state.status === "Arranged" && supervisorIn(state) === staff)
  const named = [...records.appointment.values()].filter(({ id, state }) =>
    state.supervisor === staff && isOpenNow(state) && supervisionsFor(records, id).length === 0
  )
  return arranged.length + named.length
}

/** What somebody still has in hand, as people read it; nothing where nothing is. */
const inHand = (looked: Looked, staff: string): string => {
  const { records } = looked
  const posts = [...records.route.values()].reduce((sum, { state }) => sum + postsOf(state, staff, looked), 0)
  const led = [...records.scheme.values()]
    .filter(({ state }) => state.status !== "Closed" && trainingLeadOn(state, looked.day) === staff)
  const supported = [...records.support.values()]
    .filter(({ state }) => state.status === "Open" && state.givenBy === staff)
  return [
    ...some(posts, "post", "posts"),
    ...some(led.length, "training that they lead", "trainings that they lead"),
    ...some(supervisionsWith(records, staff), "supervision", "supervisions"),
    ...some(supported.length, "worker whom they support", "workers whom they support")
  ].join(", ")
}

/** Members of staff who left with something in hand. */
export const staffAttention = (looked: Looked): ReadonlyArray<Attention> => [{
  key: "staff-who-left-with-work",
  counted: counted("member of staff left work behind", "members of staff left work behind"),
  says: "They left, and something is still with them. Hand it over to somebody who may take it on",
  items: [...looked.records.staff.values()].flatMap(({ id, state }) => {
    const left = state.inPost.at(-1)?.until
    const what = left === null || left === undefined || isInPost(state, looked.day) ? "" : inHand(looked, id)
    return what === "" || left === null || left === undefined ? [] : [{
      text: staffLabel(looked, id),
      href: `/do/HandOverStaffWork?staff=${id}`,
      detail: `left on ${say(left)}, with ${what}`
    }]
  })
}]
