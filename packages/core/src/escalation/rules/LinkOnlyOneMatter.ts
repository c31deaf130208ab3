import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where two escalations are linked: of one that is carried on in another nothing may be lost. */
export const LinkOnlyOneMatter = rule({
  id: "ESCALATION-14",
  name: "LinkOnlyOneMatter",
  says: "Only what is about the same person and the same member of staff is linked",
  source: ourChoice("INV-82, INV-84: a concern that is linked to another matter goes to whom it is about, or is lost"),
  strength: "hard",
  note:
    "Where one of the two names nobody, whom the other is about holds for both, and so does the way that protects " +
    "more. Two that protect somebody in different ways, as safer custody and adult safeguarding, each keep their own",
  limits: {},
  facts: { samePerson: yesOrNo, sameStaff: yesOrNo, oneProtection: yesOrNo },
  holds: ({ oneProtection, samePerson, sameStaff }) => samePerson && sameStaff && oneProtection,
  because: ({ samePerson, sameStaff }) =>
    samePerson && sameStaff
      ? "Each protects somebody in its own way. Keep both apart"
      : "They are about different people. Keep both apart, or correct whom one of them is about first",
  example: { facts: { samePerson: false, sameStaff: true, oneProtection: true } }
})
