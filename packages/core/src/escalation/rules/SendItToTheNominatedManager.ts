import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged where what protects an adult and can wait is passed to somebody, or where somebody takes it on. */
export const SendItToTheNominatedManager = rule({
  id: "ESCALATION-11",
  name: "SendItToTheNominatedManager",
  says: "A concern for an adult who may be abused in an English prison goes to the prison’s nominated manager",
  source: {
    title: "Care Bill, House of Lords, 29 October 2013: the duty of the local authority does not cover prisons; " +
      "HM Inspectorate of Prisons, expectations of safeguarding",
    at: "INV-82, CARE2, HMIP1"
  },
  strength: "hard",
  note:
    "It may go to their cover. What is immediate is told to whoever is there. If it is about the nominated manager it " +
    "goes to the duty governor. Whoever the ladder calls as orderly officer or duty governor may take it on",
  limits: {},
  facts: { asked: yesOrNo, toThem: yesOrNo },
  holds: ({ asked, toThem }) => !asked || toThem,
  because: () =>
    "Hand it over to the nominated manager or their cover, or, if it is about the manager, to the duty governor; they " +
    "may ask the local authority for advice",
  example: { facts: { asked: true, toThem: false } }
})
