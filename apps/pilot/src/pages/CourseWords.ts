/**
 * How sessions stand, as people read it: what a trainee lacks, and how a session of a cohort goes.
 */
import { awardCatalogue, isMet, missingOf, say, sayAmount, sayMinutes, sessionTitles } from "@peerwork/core"
import type { AwardKey, Qualification, SessionMet } from "@peerwork/core"
import type { SessionStanding } from "../records/CoursesIn.ts"

const lacking = (one: SessionMet): string => {
  const { how, session } = one
  const title = sessionTitles[session]
  if (how === "Partial") return `${title}, ${sayMinutes(missingOf(one))}`
  if (how === "NotAssessed") return `${title}, not assessed as met`
  return how === "NotCounted" ? `${title}, taught by nobody accredited` : title
}

/** What is missing to every session being met: `Hand Hygiene; Communication in Care, 20 minutes`. */
export const sayMissing = (sessions: ReadonlyArray<SessionMet>): string =>
  sessions.filter((one) => !isMet(one)).map(lacking).join("; ")

/** `7 of 9`. */
export const sayMet = (sessions: ReadonlyArray<SessionMet>): string =>
  `${sessions.filter(isMet).length} of ${sessions.length}`

/** How one session of a trainee stands. */
export const sayHow = (one: SessionMet): string => {
  const { how, minutes, of } = one
  switch (how) {
    case "Attended":
      return "Attended"
    case "MadeUp":
      return "Attended in part, and made up"
    case "Credited":
      return "Credited"
    case "Missing":
      return "Missing"
    case "Partial":
      return `${minutes} of ${sayMinutes(of)}`
    case "NotCounted":
      return "Attended or made up, and does not count: nobody accredited taught or supervised it"
    case "NotAssessed":
      return "Attended, and not assessed as met"
  }
}

/** `NVQ Level 3 in Advice and Guidance, awarded by City & Guilds, at level 3`. */
export const sayAward = (award: AwardKey): string => {
  const { awardedBy, level, title } = awardCatalogue[award]
  return `${title}, awarded by ${awardedBy}${level === null ? "" : `, at level ${level}`}`
}

/** `Duty of care, level 2, 1 credit`. */
export const sayUnit = ({ credits, level, session }: Qualification["units"][number]): string =>
  `${sessionTitles[session]}, level ${level}, ${sayAmount(credits, "credit")}`

/** How a session of a cohort stands. */
export const sayStanding = ({ counts, held, lost, unmarked }: SessionStanding): string => {
  if (held === null) return "Not scheduled"
  if (held.writtenOff !== null) return "Written off"
  if (held.delivered === null) return `Planned for ${say(held.heldOn)}`
  const parts = [
    `Held on ${say(held.heldOn)}`,
    ...(lost === 0 ? [] : [`${lost} of ${sayMinutes(held.minutes)} lost`]),
    ...(counts ? [] : ["does not count: nobody accredited taught or supervised it"]),
    ...(unmarked.length === 0
      ? []
      : [`attendance of ${sayAmount(unmarked.length, "trainee")} is missing`])
  ]
  return parts.join(", ")
}
