/**
 * Concerns: what an escalation can be about, how soon it needs somebody, and which way it goes.
 *
 * What a concern is about says something about health, risk or conduct, so its category is personal and stands beside
 * the log. What rules, deadlines and counts need of it is derived here: the route, which says less.
 */
import { oneOf } from "../language/Kind.ts"
import type { Post } from "../route/Posts.ts"
import type { RoleProfile } from "../scheme/RoleProfile.ts"

const categoryWords = {
  SUICIDE_SELF_HARM: "Suicide or self-harm",
  HEALTH: "Health",
  SOCIAL_CARE: "Social care: help with daily living",
  SAFEGUARDING_ADULT: "An adult who may be abused or neglected",
  SAFEGUARDING_CHILD: "A child who may be harmed",
  VIOLENCE_BULLYING: "Violence or bullying",
  EXPLOITATION_OF_WORKER: "A worker who is exploited or bullied in the role",
  EXPLOITATION_BY_WORKER: "A worker who exploits or bullies others",
  STAFF_CONDUCT: "The conduct of staff",
  CONFIDENTIALITY_BREACH: "Something told in confidence and passed on",
  ENVIRONMENT_EQUIPMENT: "A cell, a wing or equipment",
  SERVICE_GAP: "A service that is missing or does not come",
  OTHER: "Something else"
} as const

export type Category = keyof typeof categoryWords

export const aCategory = oneOf(categoryWords)

const routeWords = {
  SAFER_CUSTODY: "Safer custody",
  HEALTHCARE: "Healthcare",
  SOCIAL_CARE: "Social care",
  SAFEGUARDING: "Adult safeguarding",
  CHILD_SAFEGUARDING: "Child safeguarding",
  CONDUCT: "Conduct, past whoever it is about",
  SCHEME: "The scheme"
} as const

export type RouteCode = keyof typeof routeWords

export const aRoute = oneOf(routeWords)
export const sayRoute = (route: RouteCode): string => routeWords[route]

const urgencyWords = {
  IMMEDIATE: "At once: somebody may come to harm",
  SAME_DAY: "Today",
  ROUTINE: "In the next working days"
} as const

export type Urgency = keyof typeof urgencyWords

export const urgencies = Object.keys(urgencyWords) as ReadonlyArray<Urgency>

export const anUrgency = oneOf(urgencyWords)
/** What nobody has to be told of at once. */
export const aLesserUrgency = oneOf({ SAME_DAY: urgencyWords.SAME_DAY, ROUTINE: urgencyWords.ROUTINE })
export const sayUrgency = (urgency: Urgency): string => urgencyWords[urgency].split(":")[0] ?? urgencyWords[urgency]

/** Whether the first is more urgent than the second. */
export const isMoreUrgent = (one: Urgency, than: Urgency): boolean => urgencies.indexOf(one) < urgencies.indexOf(than)

export const moreUrgent = (one: Urgency, other: Urgency): Urgency => (isMoreUrgent(one, other) ? one : other)

const routes: Readonly<Record<Category, RouteCode>> = {
  SUICIDE_SELF_HARM: "SAFER_CUSTODY",
  HEALTH: "HEALTHCARE",
  SOCIAL_CARE: "SOCIAL_CARE",
  SAFEGUARDING_ADULT: "SAFEGUARDING",
  SAFEGUARDING_CHILD: "CHILD_SAFEGUARDING",
  VIOLENCE_BULLYING: "SAFER_CUSTODY",
  EXPLOITATION_OF_WORKER: "SAFER_CUSTODY",
  EXPLOITATION_BY_WORKER: "SAFER_CUSTODY",
  STAFF_CONDUCT: "CONDUCT",
  CONFIDENTIALITY_BREACH: "CONDUCT",
  ENVIRONMENT_EQUIPMENT: "SCHEME",
  SERVICE_GAP: "SCHEME",
  OTHER: "SCHEME"
}

/** What is about a member of staff never goes the way of the scheme, which may be their own. */
export const pastWhomItIsAbout = (route: RouteCode, aboutStaff: string | null | undefined): RouteCode =>
  route === "SCHEME" && typeof aboutStaff === "string" ? "CONDUCT" : route

/** Which way a concern goes. */
export const routeOf = (category: Category, aboutStaff: string | undefined): RouteCode =>
  pastWhomItIsAbout(routes[category], aboutStaff)

/** The post that each route leads to. */
export const postOf: Readonly<Record<RouteCode, Post>> = {
  SAFER_CUSTODY: "SAFER_CUSTODY",
  HEALTHCARE: "HEALTHCARE",
  SOCIAL_CARE: "SOCIAL_CARE",
  SAFEGUARDING: "NOMINATED_MANAGER",
  CHILD_SAFEGUARDING: "CHILD_SAFEGUARDING",
  CONDUCT: "CONDUCT",
  SCHEME: "SCHEME"
}

/** Whether it protects somebody from abuse or neglect. */
export const isSafeguarding = (route: RouteCode): boolean => route === "SAFEGUARDING" || route === "CHILD_SAFEGUARDING"

/** Whether it protects somebody: from themselves, from others, from abuse or neglect. */
export const isProtecting = (route: RouteCode): boolean => route === "SAFER_CUSTODY" || isSafeguarding(route)

const safestFirst: ReadonlyArray<RouteCode> = [
  "SAFER_CUSTODY",
  "CHILD_SAFEGUARDING",
  "SAFEGUARDING",
  "CONDUCT",
  "HEALTHCARE",
  "SOCIAL_CARE",
  "SCHEME"
]

/** Of two ways the one that protects more. */
export const saferRoute = (one: RouteCode, other: RouteCode): RouteCode =>
  safestFirst.indexOf(one) <= safestFirst.indexOf(other) ? one : other

/** What the law or a policy asks of staff on each route; Peerwork shows it and does none of it. */
export const duties: Readonly<Record<RouteCode, string>> = {
  SAFER_CUSTODY: "Whoever is told of a risk of suicide or self-harm considers opening an ACCT at once: an " +
    "immediate action plan within 1 hour, the assessor's interview and the first review each within 24 hours, unless " +
    "the policy in force says otherwise. Violence and bullying are referred as a CSIP. Peerwork opens, scores and closes neither",
  HEALTHCARE: "Healthcare decides what is done, and keeps its own record",
  SOCIAL_CARE: "The local authority in whose area the prison lies assesses needs for care",
  SAFEGUARDING: "In an English prison the governor or director is responsible, through the nominated manager. " +
    "The local authority may advise; its duty to enquire under section 42 does not cover people in prison",
  CHILD_SAFEGUARDING: "What concerns a child goes to the lead for child safeguarding, who tells the local authority",
  CONDUCT: "Nobody whom it is about hears of it or handles it",
  SCHEME: "This is no complaint procedure: the right to complain stays as it is, and costs nobody anything"
}

/** Why something may be passed on. */
export const aBasis = oneOf({
  AGREED: "They agreed to it",
  NOBODY: "Nobody can be recognised in it",
  LIFE_AT_RISK: "They did not agree, and a life is at risk",
  SAFEGUARDING_DUTY: "They did not agree, and there is a duty to safeguard",
  COURT_ORDER: "They did not agree, and a court ordered it",
  TERRORISM: "They did not agree, and it is about terrorism",
  NONE: "They did not agree, and none of these is the case"
})

/** Whether it is passed on although whoever told it did not agree. */
export const isAgainstTheirWish = (basis: string): boolean => !["AGREED", "NOBODY", "NONE"].includes(basis)

/** How somebody was told. */
export const meansWords = { IN_PERSON: "In person", RADIO: "By radio", TELEPHONE: "By telephone" } as const

export const means = oneOf(meansWords)
export const anyMeans = oneOf({ ...meansWords, WRITING: "In writing" })

/** Whether nothing of what a worker hears in the role is recorded. */
export const isAbsolute = (profile: RoleProfile | null): boolean => profile?.confidentiality === "SCHEME_ABSOLUTE"
