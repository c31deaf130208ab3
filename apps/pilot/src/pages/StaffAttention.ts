/**
 * Members of staff who left and still have something in hand, so that it is handed over before it is missed. What they
 * have in hand of escalations is not said here: each of those has reached whoever holds the post.
 */
import { holdingOn, isInPost, reviewOf, say, supervisorIn } from "@peerwork/core"
import type { Route } from "@peerwork/core"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import type { Attention } from "./Attention.ts"

const counted = (count: number, one: string, more: string): ReadonlyArray<string> =>
  count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${more}`]

const postsOf = (route: Route, staff: string, { day }: Looked): number =>
  [...new Set(route.posts.map(({ post }) => post))].map((post) => holdingOn(route, post, day))
    .filter((held) => held?.holder === staff || held?.cover === staff).length

/** What somebody still has in hand, as people read it; nothing where nothing is. */
const inHand = (looked: Looked, staff: string): string => {
  const { route, supervision, support } = looked.records
  const posts = [...route.values()].reduce((sum, { state }) => sum + postsOf(state, staff, looked), 0)
  const supervised =
    [...supervision.values()].filter(({ state }) => state.status === "Arranged" && supervisorIn(state) === staff).length
  const supported = [...support.values()].filter(({ state }) => reviewOf(state) !== null && state.givenBy === staff)
  return [
    ...counted(posts, "post", "posts"),
    ...counted(supervised, "supervision", "supervisions"),
    ...counted(supported.length, "worker whom they support", "workers whom they support")
  ].join(", ")
}

/** Members of staff who left with something in hand. */
export const staffAttention = (looked: Looked): ReadonlyArray<Attention> => [{
  key: "staff-who-left-with-work",
  counted: (count) => count === 1 ? "1 member of staff left work behind" : `${count} members of staff left work behind`,
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
