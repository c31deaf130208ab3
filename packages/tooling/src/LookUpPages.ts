/**
 * The look-up pages that are written from the law itself, by path.
 */
import { commandsPage, eventsPage } from "./DefinitionPages.ts"
import { requirementsPage } from "./RequirementsPage.ts"
import { ruleBookPage } from "./RuleBookPage.ts"
import type { SourceTree } from "./SourceTree.ts"

const withoutGaps = (page: string): string => `${page.replaceAll(/\n{3,}/g, "\n\n").trimEnd()}\n`

/** What each page should say. */
export const lookUpPages = (house: SourceTree): ReadonlyMap<string, string> =>
  new Map([
    ["docs/look-up/rules.md", withoutGaps(ruleBookPage(house))],
    ["docs/look-up/commands.md", withoutGaps(commandsPage())],
    ["docs/look-up/events.md", withoutGaps(eventsPage())],
    ["docs/look-up/requirements.md", withoutGaps(requirementsPage(house))]
  ])
