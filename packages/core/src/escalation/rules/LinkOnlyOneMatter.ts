import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where two escalations are linked: of one that is carried on in another nothing may be lost. */
export const LinkOnlyOneMatter = rule({
  id: "ESCALATION-14",
  name: "LinkOnlyOneMatter",
  says: "Two escalations are linked only if they are about the same person and the same member of staff, and do " +
    "not protect in two different ways",
  source: ourChoice("INV-82, INV-84: a concern that is linked to another matter goes to whom it is about, or is lost"),
  strength: "hard",
  note:
    "Where one of the two names nobody, whom the other is about holds for both, and so does the way that protects " +
    "more. It is asked of everything that is linked to either. Two that protect somebody in different ways, as safer " +
    "custody and adult safeguarding, each keep their own. What is corrected later to be about somebody else stands " +
    "under what needs attention until the link is struck out",
  limits: {},
  facts: { samePerson: yesOrNo, sameStaff: yesOrNo, oneProtection: yesOrNo },
  holds: ({ oneProtection, samePerson, sameStaff }) => samePerson && sameStaff && oneProtection,
  because: ({ samePerson, sameStaff }) =>
    samePerson && sameStaff
      ? "Each protects somebody in its own way. Keep both apart"
      : "They are about different people. Keep both apart, or correct whom one of them is about first",
  example: { facts: { samePerson: false, sameStaff: true, oneProtection: true } }
})
