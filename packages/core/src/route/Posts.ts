/**
 * Posts: whom an escalation goes to at an establishment, as a post that somebody holds and somebody covers.
 *
 * The list of codes is closed and only grows, since stored events name its entries. What each post is called differs
 * between prisons; what it has to do does not.
 */
import { oneOf } from "../language/Kind.ts"

const postWords = {
  HEALTHCARE: "Head of healthcare, or nurse in charge",
  SOCIAL_CARE: "Lead for social care",
  NOMINATED_MANAGER: "Nominated manager for adult safeguarding",
  CHILD_SAFEGUARDING: "Lead for child safeguarding",
  SAFER_CUSTODY: "Safer custody",
  CONDUCT: "Governor’s delegate for the conduct of staff",
  SCHEME: "Coordinator of the scheme",
  ORDERLY_OFFICER: "Orderly officer or night staff, when the others are off duty",
  DUTY_GOVERNOR: "Duty governor, when nobody else has answered"
} as const

export type Post = keyof typeof postWords

export const posts = Object.keys(postWords) as ReadonlyArray<Post>

export const aPost = oneOf(postWords)

/** As people read it, without what it is for. */
export const sayPost = (post: Post): string => postWords[post].split(",")[0] ?? postWords[post]

/** Whose law on social care holds; it says who answers for adult safeguarding. */
export const aJurisdiction = oneOf({ ENGLAND: "England", WALES: "Wales" })
