import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"
import { roleCode } from "../RoleProfile.ts"

/** For every other role the scheme decides. When the clearance must be there is for the appointment to say. */
export const ClearEveryListener = rule({
  id: "SCHEME-10",
  name: "ClearEveryListener",
  says: "The role profile of a Listener asks for security clearance",
  source: { title: "Samaritans, selection of Listeners: clearance comes before the course", at: "INV-03" },
  strength: "hard",
  limits: {},
  facts: { role: roleCode, asksForClearance: yesOrNo },
  holds: ({ asksForClearance, role }) => role !== "LISTENER" || asksForClearance,
  because: () => "A Listener needs security clearance. Publish the role so that it asks for clearance",
  example: { facts: { role: "LISTENER", asksForClearance: false } }
})
