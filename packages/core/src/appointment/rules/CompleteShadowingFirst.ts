import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Whether a role asks for shadowing is for the scheme to decide; where it does, two weeks (SHADOW-1) stay hard. */
export const CompleteShadowingFirst = rule({
  id: "APPOINTMENT-10",
  name: "CompleteShadowingFirst",
  says: "Where the role asks for it, a new worker has shadowed an experienced one before they work alone",
  source: { title: "Peer social support training pilot", at: "S3:699-701, INV-43" },
  strength: "hard",
  limits: {},
  restsOn: ["shadowingDays"],
  facts: { asked: yesOrNo, signedOff: yesOrNo, holds: yesOrNo },
  holds: ({ asked, holds, signedOff }) => !asked || (signedOff && holds),
  because: ({ signedOff }) =>
    signedOff
      ? "The sign-off of the shadowing no longer holds. Decide about it first"
      : "The shadowing has not been signed off. Sign it off first",
  example: { facts: { asked: true, signedOff: false, holds: false } }
})
