import { aDate, orNone, yesOrNo } from "../../language/Kind.ts"
import { addDays, date, say } from "../../language/LocalDate.ts"
import { rule } from "../../language/Rule.ts"

/** Whoever is asked gets the time to answer; a danger that cannot wait goes on with a reason. */
export const AskOneBodyAfterAnother = rule({
  id: "ESCALATION-13",
  name: "AskOneBodyAfterAnother",
  says: "A concern for the safety of patients goes to the provider, then to the commissioner, then to the regulator, " +
    "each once the one before has answered or let its time pass",
  source: { title: "Healthwatch, escalation process", at: "INV-91: 20 to 30 days, as the scheme decides" },
  strength: "soft",
  limits: { days: null },
  setBy: { days: "safetyAnswerDays" },
  facts: { on: aDate, skipsOne: yesOrNo, waitsSince: orNone(aDate) },
  holds: ({ on, skipsOne, waitsSince }, { days }) =>
    !skipsOne && (waitsSince === null || on > addDays(waitsSince, days)),
  because: ({ skipsOne, waitsSince }, { days }) =>
    skipsOne || waitsSince === null
      ? "Send it to the body before first, or say why it cannot wait"
      : `An answer may come until ${say(addDays(waitsSince, days))}. Send it on after that, or say why it cannot wait`,
  example: {
    facts: { on: date("2016-04-13"), skipsOne: false, waitsSince: date("2016-03-24") },
    limits: { days: 20 }
  }
})
