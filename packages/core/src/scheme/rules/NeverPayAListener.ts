import { rule } from "../../language/Rule.ts"
import { payBasis, roleCode } from "../RoleProfile.ts"

/** Other roles may be paid or not, as the establishment decides. */
export const NeverPayAListener = rule({
  id: "SCHEME-6",
  name: "NeverPayAListener",
  says: "A Listener is never paid",
  source: { title: "Samaritans, Listener scheme at Dartmoor prison: no remuneration", at: "INV-10" },
  strength: "hard",
  limits: {},
  facts: { role: roleCode, pay: payBasis },
  holds: ({ pay, role }) => role !== "LISTENER" || pay === "VOLUNTEER",
  because: () => "Listeners are volunteers. Publish the role as unpaid",
  example: { facts: { role: "LISTENER", pay: "PAID" } }
})
