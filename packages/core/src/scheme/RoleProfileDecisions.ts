/**
 * How the roles of a scheme are described: a role profile is published, version after version.
 *
 * A new version asks every worker to acknowledge the job description again. A slip of the pen is corrected instead: the
 * version keeps its number.
 */
import { command } from "../language/Command.ts"
import { decision, read } from "../language/Decision.ts"
import { open, personal, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aCount, aPastDate, idOf, text } from "../language/Kind.ts"
import { inOrder } from "../record/inOrder.ts"
import { isSameList } from "../record/isSameList.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { profileFields, roleCode, sayRole } from "./RoleProfile.ts"
import type { RoleCode, RoleProfile } from "./RoleProfile.ts"
import { ClearEveryListener } from "./rules/ClearEveryListener.ts"
import { DecideOnPersonalCare } from "./rules/DecideOnPersonalCare.ts"
import { NeverAllowIntimateOrHealthCare } from "./rules/NeverAllowIntimateOrHealthCare.ts"
import { NeverPayAListener } from "./rules/NeverPayAListener.ts"
import { roleProfileOf, Scheme } from "./Scheme.ts"
import { RoleProfileCorrected, RoleProfilePublished } from "./SchemeEvents.ts"
import { whichScheme } from "./SchemePreparation.ts"
import { can, notNow } from "./schemeSteps.ts"

const rules = [
  KeepTheOrderOfEvents,
  NeverAllowIntimateOrHealthCare,
  NeverPayAListener,
  ClearEveryListener,
  DecideOnPersonalCare
] as const

type Described =
  & Pick<RoleProfile, "tasks" | "confidentiality" | "pay" | "asksForShadowing" | "asksForClearance" | "inCommunity">
  & Partial<Pick<RoleProfile, "units" | "legalStatuses">>

/** Whether both say the same, in whatever order they list the tasks, units and legal statuses. */
const saysTheSame = (a: Described, b: Described): boolean =>
  a.confidentiality === b.confidentiality && a.pay === b.pay && a.asksForShadowing === b.asksForShadowing &&
  a.asksForClearance === b.asksForClearance && a.inCommunity === b.inCommunity &&
  isSameList(a.tasks, b.tasks) && isSameList(a.units ?? [], b.units ?? []) &&
  isSameList(a.legalStatuses ?? [], b.legalStatuses ?? [])

const described = (role: RoleCode, { asksForClearance, pay, tasks }: Described) =>
  [
    NeverAllowIntimateOrHealthCare.asks({ tasks }),
    NeverPayAListener.asks({ role, pay }),
    ClearEveryListener.asks({ role, asksForClearance }),
    DecideOnPersonalCare.asks({ tasks })
  ] as const

export const PublishRoleProfile = command("scheme", "PublishRoleProfile", {
  title: "Publish a role profile",
  says: "Describes a role, or describes it anew: the next version of the profile, which workers acknowledge",
  fields: {
    scheme: whichScheme,
    roleProfile: tagged(
      "roleProfile",
      idOf("roleProfile"),
      "Which role profile?",
      "A new one, or the one to publish anew."
    ),
    code: open(roleCode, "Which role is it?"),
    ...profileFields,
    on: open(aPastDate, "From which day does it apply?", "For example, 27 2 2014.")
  }
})

export const publishRoleProfile = decision(PublishRoleProfile, rules, function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { adoptedOn, establishment } = scheme
  if (!can(scheme, "PublishRoleProfile") || establishment === null) return notNow(scheme)
  const { code, on, roleProfile, scheme: of, ...says } = command
  const last = roleProfileOf(scheme, roleProfile)
  if (last !== null && last.code !== code) {
    return notNow(scheme, `This role profile describes another role: ${sayRole(last.code)}. Publish a new role profile`)
  }
  if (last !== null && saysTheSame(last, says)) {
    return notNow(scheme, `Version ${last.version} of this role profile says the same already`)
  }
  const version = (last?.version ?? 0) + 1
  return judge(inOrder([on, last?.publishedOn ?? adoptedOn]), ...described(code, says)).accept(() => [
    RoleProfilePublished.make({ of, on, data: { establishment, roleProfile, code, version, ...says } })
  ])
})

export const CorrectRoleProfile = command("scheme", "CorrectRoleProfile", {
  title: "Correct a role profile",
  says: "Puts right a version that was recorded otherwise than it was published; its number stays",
  fields: {
    scheme: whichScheme,
    roleProfile: tagged("roleProfile", idOf("roleProfile"), "Which role profile?"),
    version: open(aCount(1), "Which version?"),
    ...profileFields,
    on: open(aPastDate, "From which day does it apply?", "For example, 27 2 2014."),
    reason: personal(text(1000, true), { subject: "actor", keep: "administration" }, "Why is it corrected?")
  }
})

export const correctRoleProfile = decision(CorrectRoleProfile, rules, function*(command) {
  const scheme = yield* read(Scheme, command.scheme)
  const { adoptedOn, establishment, roleProfiles } = scheme
  if (!can(scheme, "CorrectRoleProfile") || establishment === null) return notNow(scheme)
  const { on, roleProfile, scheme: of, version, ...says } = command
  const versions = roleProfiles.filter((one) => one.id === roleProfile)
  const wrong = versions.find((one) => one.version === version)
  if (wrong === undefined) return notNow(scheme, "No such version was published in this scheme")
  const { code, event: corrects } = wrong
  const before = versions.find((one) => one.version === version - 1)
  const next = versions.find((one) => one.version === version + 1)
  if (next !== undefined && on > next.publishedOn) {
    return notNow(scheme, "The next version was published before that day")
  }
  return judge(inOrder([on, before?.publishedOn ?? adoptedOn]), ...described(code, says)).accept(() => [
    RoleProfileCorrected.make({ of, on, corrects, data: { establishment, roleProfile, code, version, ...says } })
  ])
})
