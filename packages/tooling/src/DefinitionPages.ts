/**
 * The commands and the events as pages: fields, whom they concern and who may, written from the definitions themselves.
 */
import { allDecisions, allEvents, lifeWords, rolesFor } from "@peerwork/core"
import type { Decides, EventType } from "@peerwork/core"
import { fieldTable, listTables } from "./FieldWords.ts"
import { whenPossible } from "./WhenPossible.ts"

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
    ...whenPossible(command),
    `- Who may: ${rolesFor(command.name).join(", ") || "nobody"}`,
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
