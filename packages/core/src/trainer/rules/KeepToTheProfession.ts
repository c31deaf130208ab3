import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Which sessions belong to a profession stands with the keys of a trainer: moving and positioning does. */
export const KeepToTheProfession = rule({
  id: "TRAINER-3",
  name: "KeepToTheProfession",
  says: "Whoever is judged capable of moving and positioning, or accredited for it, is an occupational therapist",
  source: { title: "Peer social support training pilot", at: "S3:456-462" },
  strength: "soft",
  note: "The pilot names the profession for local delivery; its visiting facilitator delivered the session until then",
  limits: {},
  facts: { fits: yesOrNo },
  holds: ({ fits }) => fits,
  because: () =>
    "They are not recorded as an occupational therapist. Correct their profession, name somebody who is, or say why",
  example: { facts: { fits: false } }
})
