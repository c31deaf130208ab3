/**
 * The commands and the events as pages: fields, whom they concern and who may, written from the definitions themselves.
 */
import {
  allDecisions,
  allEvents,
  appointmentSteps,
  circumstanceSteps,
  cohortSteps,
  escalationSteps,
  lifeWords,
  nonAssociationSteps,
  personSteps,
  rolesFor,
  routeSteps,
  schemeSteps,
  shadowingSteps,
  staffSteps,
  supervisionSteps,
  supportSteps,
  templateSteps,
  trainerSteps,
  trainingSteps,
  wordsOf
} from "@peerwork/core"
import type { Decides, EventType } from "@peerwork/core"
import { fieldTable, listTables } from "./FieldWords.ts"

const chapters: Readonly<Record<string, string>> = lifeWords

const head = (title: string, ...text: ReadonlyArray<string>): ReadonlyArray<string> => [
  "---",
  "documentationType: reference",
  "---",
  "",
  "<!-- Written by `npm run generate` from the definitions themselves: change those, never this page. -->",
  "",
  `# ${title}`,
  "",
  ...text,
  ""
]

const byLife = <A>(items: ReadonlyArray<A>, life: (item: A) => string, section: (item: A) => ReadonlyArray<string>) => {
  const lives = [...new Set([...Object.keys(chapters), ...items.map(life)])]
  return lives.flatMap((name) => {
    const own = items.filter((item) => life(item) === name)
    return own.length === 0 ? [] : [`## ${chapters[name] ?? name}`, "", ...own.flatMap(section)]
  })
}

type Steps = Readonly<Record<string, ReadonlyArray<string>>>

/** What may be done in each state of a life, as far as it has states. */
const stepsOf: Readonly<Record<string, Steps>> = {
  scheme: schemeSteps,
  staff: staffSteps,
  person: personSteps,
  appointment: appointmentSteps,
  shadowing: shadowingSteps,
  supervision: supervisionSteps,
  escalation: escalationSteps,
  route: routeSteps,
  template: templateSteps,
  cohort: cohortSteps,
  training: trainingSteps,
  trainer: trainerSteps,
  nonassociation: nonAssociationSteps,
  circumstance: circumstanceSteps,
  support: supportSteps
}

/** In which states it is possible, which says what comes first; and which commands begin the life. */
const momentLine = ({ life, name }: Decides["command"]): ReadonlyArray<string> => {
  const steps = stepsOf[life] ?? {}
  const states = Object.keys(steps).filter((state) => steps[state]?.includes(name) === true)
  if (states.length === 0) return []
  const open = states.filter((state) => state !== "Unknown").map(wordsOf)
  const first = (steps["Unknown"] ?? []).map((one) => `[${one}](#${one.toLowerCase()})`)
  const begun = first.length === 0 ? "" : `, so after ${first.join(" or ")}`
  return [
    open.length === 0 ? "- Comes first: nothing, it begins the record" : `- Possible while: ${open.join(", ")}${begun}`
  ]
}

const commandSection = ({ command, rules }: Decides): ReadonlyArray<string> => {
  const derived = Object.entries(command.derives).map(([name, { question }]) =>
    question === "" ? `\`${name}\`` : `\`${name}\` (${question.toLowerCase()})`
  )
  const asked = rules.map(({ id }) => `[${id}](rules.md#${id.toLowerCase()})`)
  return [
    `### ${command.name}`,
    "",
    `**${command.title}.** ${command.says}.${
      command.begins ? " Whoever sends it chooses the id of the new record." : ""
    }`,
    "",
    ...fieldTable(command.fields),
    "",
    ...(derived.length === 0 ? [] : [`The decision sees no personal value; it is told: ${derived.join(", ")}.`, ""]),
    `- Who may: ${rolesFor(command.name).join(", ") || "nobody"}`,
    ...momentLine(command),
    `- Rules: ${asked.join(", ") || "none"}`,
    ""
  ]
}

/** The page of the commands. */
export const commandsPage = (): string =>
  [
    ...head(
      "Commands",
      `The ${allDecisions.length} commands of this version: what can be asked for, by whom, and which rules are judged. Over HTTP each is`,
      "`POST /api/commands/<Command>`, or `POST /api/check/<Command>` to ask what would become of it; in code it is `<Command>.make`.",
      "",
      'A soft rule can be overridden: `overrides` is a list of `{ "rule": "SHADOW-6", "reason": "..." }`, and the reason is personal.',
      "Dates are written `2016-04-04`, ids are UUIDs in lower case. What the [rules](rules.md) say is on their own page."
    ),
    ...byLife(allDecisions, ({ command }) => command.life, commandSection),
    "## Lists of codes",
    "",
    ...listTables(allDecisions.map(({ command }) => command.fields))
  ].join("\n")

const eventSection = (event: EventType): ReadonlyArray<string> => [
  `### ${event.type}`,
  "",
  `**${event.title}.** ${event.says}.${event.versions.length === 1 ? "" : ` Version ${event.versions.length}.`}`,
  "",
  ...fieldTable(event.fields),
  ""
]

/** The page of the events. */
export const eventsPage = (): string =>
  [
    ...head(
      "Events",
      `The ${allEvents.length} types of event of this version: what is kept for ever. Public fields stand in the log; personal fields stand`,
      "beside it, where they can be deleted. Every event also says on which day it is said to have happened, when it was recorded, who",
      "acted in which role, by which command, and, where it puts another event right, which one. A stored event is never rewritten:",
      "[add an event](../do/add-an-event.md) says how the list grows."
    ),
    ...byLife(allEvents, ({ life }) => life, eventSection),
    "## Lists of codes",
    "",
    ...listTables(allEvents.map(({ fields }) => fields))
  ].join("\n")
