import { aCount, yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Not asked of somebody who is qualified elsewhere: the author of a course has nobody to observe. */
export const ObserveBeforeAccreditation = rule({
  id: "TRAINER-1",
  name: "ObserveBeforeAccreditation",
  says: "A trainer has observed a session as often as the scheme asks before they are accredited for it",
  source: { title: "Peer social support training pilot", at: "S3:356-357, S3:439-445, which gives no number" },
  strength: "hard",
  note: "Days are counted: a session observed twice on one day counts once. It is not asked of somebody who is " +
    "qualified elsewhere",
  limits: { times: null },
  setBy: { times: "observationsBeforeAccreditation" },
  facts: { asked: yesOrNo, observed: aCount() },
  holds: ({ asked, observed }, { times }) => !asked || observed >= times,
  because: ({ observed }, { times }) =>
    `They observed it ${
      observed === 1 ? "once" : `${observed} times`
    }; the scheme asks for ${times}. Record what is missing first`,
  example: { facts: { asked: true, observed: 1 }, limits: { times: 2 } }
})
