/**
 * Who answers for escalations in the small prison: its posts, its working hours, and the staff who hold and cover them.
 *
 * Work is from 08:30 until 17:00. Healthcare is held by Nina and covered by Noor, adult safeguarding by Sam and covered
 * by Sue; Olly is there at night, and Dot is the duty governor.
 */
import type { Actor, Role } from "../language/Actor.ts"
import type { Given } from "../language/Command.ts"
import { date } from "../language/LocalDate.ts"
import type { Post } from "../route/Posts.ts"
import { DecideRouteHours, FillRoutePost, OpenRoutes } from "../route/RouteDecisions.ts"
import { RegisterStaff } from "../staff/StaffRegistration.ts"
import { coordinator, id, kay, lee, opened, ZZI } from "./SmallPrison.ts"

export const routes = id(61)
export const [nina, noor, sam, sue, olly, dot] = [id(62), id(63), id(64), id(65), id(66), id(67)] as const

const since = date("2015-10-01")

export const as = (staff: string, role: Role = "officer"): Actor => ({ id: staff, role })

export const fill = (post: Post, holder: string, cover?: string, on = "2015-10-01"): Given =>
  FillRoutePost.make({ route: routes, post, holder, ...(cover === undefined ? {} : { cover }), on: date(on) })

export const hours = (opensAt: string, closesAt: string, on = "2015-10-01"): Given =>
  DecideRouteHours.make({ route: routes, opensAt, closesAt, decidedBy: kay, on: date(on) })

/** The small prison with its routes, from 1 October 2015. */
export const answering = opened.by(coordinator).on(
  "2015-10-01",
  ...[nina, noor, sam, sue, olly, dot].map((staff) =>
    RegisterStaff.make({ staff, name: "Somebody", establishment: ZZI, on: since })
  ),
  OpenRoutes.make({ route: routes, establishment: ZZI, jurisdiction: "ENGLAND", on: since }),
  hours("08:30", "17:00"),
  fill("HEALTHCARE", nina, noor),
  fill("NOMINATED_MANAGER", sam, sue),
  fill("SAFER_CUSTODY", lee, sue),
  fill("SCHEME", kay, lee),
  fill("ORDERLY_OFFICER", olly),
  fill("DUTY_GOVERNOR", dot)
)
