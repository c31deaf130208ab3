import { BankHolidays } from "../../language/BankHolidays.ts"
import { yesOrNo } from "../../language/Kind.ts"
import { ourChoice, rule } from "../../language/Rule.ts"

/** Judged where a deadline is counted in working days. */
export const CountWithinTheCalendar = rule({
  id: "ESCALATION-12",
  name: "CountWithinTheCalendar",
  says: "Working days are counted only in years whose bank holidays are known",
  source: ourChoice("A deadline that was counted as if a year had no bank holidays is wrong, and nobody notices"),
  strength: "hard",
  limits: {},
  facts: { covered: yesOrNo },
  holds: ({ covered }) => covered,
  because: () =>
    `The calendar covers ${BankHolidays.firstYear} to ${BankHolidays.lastYear}. Check the year. If it is right, raise it ` +
    "for today, or use a version of Peerwork with a newer calendar",
  example: { facts: { covered: false } }
})
