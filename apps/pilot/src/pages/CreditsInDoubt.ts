/**
 * Credits that wait for somebody: what they were given by was withdrawn, or decided otherwise. They stay until then, and
 * with them the completion and the role that rest on them.
 */
import { creditsInDoubt, mayGive, rolesFor, say, sessionTitles, wordsOf } from "@peerwork/core"
import type { CreditGiven, Role, Training } from "@peerwork/core"
import { recordIn } from "../records/CoursesIn.ts"
import { appointmentsOf, mayWork, roleOf, schooledIn } from "../records/Derived.ts"
import { staffLabel, templateName } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Kept } from "../records/Records.ts"
import type { Attention } from "./Attention.ts"
import { counted } from "./Counted.ts"

const whoMayGive = (command: string): string =>
  rolesFor(command).map((role) => wordsOf(role).toLowerCase()).join(" or ")

/** Who decides about a credit, and how. */
const whatToDo = `Decide whether it stays: uphold it (${whoMayGive("UpholdTrainingCredit")}), or strike it out (${
  whoMayGive("VoidTrainingEntry")
})`

const sayCredit = (looked: Looked, { decidedBy, earlier, on, session }: CreditGiven): string => {
  const from = earlier === null ? undefined : looked.records.training.get(earlier)?.state.template
  const by = from === undefined ? "" : ` from ${templateName(looked, from)}`
  return `${sessionTitles[session]}, credited${by} on ${say(on)} by ${staffLabel(looked, decidedBy)}`
}

/** The completion that rests on the credits of a training, and the roles in which somebody works alone by it. */
const sayWhatRests = ({ day, records }: Looked, { completion, person }: Training): string => {
  if (completion === null) return ""
  const roles = appointmentsOf(records, person).filter((kept) =>
    mayWork(records, kept, day) &&
    schooledIn(records, kept.state).training.some(({ event }) => event === completion.event)
  ).map(({ state }) => roleOf(records, state))
  const working = roles.length === 0 ? "" : `, and so does working alone as ${roles.join(" and ")}`
  return `. The completion of ${say(completion.on)} rests on it${working}`
}

const inDoubtIn = ({ records }: Looked, state: Training): ReadonlyArray<CreditGiven> =>
  state.status === "Voided" ? [] : creditsInDoubt(recordIn(records, state))

/** What waits under what needs attention: each training with credits in doubt, and what rests on them. */
export const creditsToDecide = (looked: Looked): Attention => ({
  key: "credits-in-doubt",
  counted: counted("training has a credit that is in doubt", "trainings have a credit that is in doubt"),
  says: `What it was given by was withdrawn or decided otherwise. ${whatToDo}`,
  items: [...looked.records.training.values()].flatMap(({ state }) => {
    const credits = inDoubtIn(looked, state)
    return credits.length === 0 ? [] : [{
      text: inList(looked.names, state.person),
      href: `/workers/${state.person}/training`,
      detail: `${templateName(looked, state.template)}: ${credits.map((one) => sayCredit(looked, one)).join("; ")}${
        sayWhatRests(looked, state)
      }`
    }]
  })
})

/** The same on the page of a training, each credit with the forms by which it is decided. */
export const doubtsOf = (looked: Looked, { id, state }: Kept<Training>, role: Role) =>
  inDoubtIn(looked, state).map((credit) => ({
    says: `${sayCredit(looked, credit)}, is in doubt: what it was given by was withdrawn or decided otherwise${
      sayWhatRests(looked, state)
    }. ${whatToDo}`,
    links: [["UpholdTrainingCredit", "Uphold it"], ["VoidTrainingEntry", "Strike it out"]].flatMap(([command, text]) =>
      command !== undefined && mayGive(role, command)
        ? [{ text, of: sessionTitles[credit.session], href: `/do/${command}?training=${id}&entry=${credit.event}` }]
        : []
    )
  }))
