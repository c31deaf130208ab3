/**
 * The history again, in forms for reading: tables, cases, objects and events, and the rules.
 */
import type { BundleSink } from "./BundleSink.ts"
import { caseRows, casesHeader } from "./CasesTable.ts"
import { historyColumns, historyHeader, historyRow } from "./HistoryTable.ts"
import type { Leaf } from "./Leaf.ts"
import { objectsAndEvents } from "./ObjectsAndEvents.ts"
import { rulesJudged } from "./RulesJudged.ts"

export interface DerivedFiles {
  readonly next: (leaf: Leaf) => void
  readonly end: () => void
}

export const derivedFiles = (sink: BundleSink): DerivedFiles => {
  const [table, cases] = [sink.open("derived/history.csv"), sink.open("derived/cases.csv")]
  const mining = objectsAndEvents(sink.open("derived/ocel2.json"))
  const rules = rulesJudged()
  table.write(historyHeader())
  cases.write(casesHeader())
  return {
    next: (leaf) => {
      table.write(historyRow(leaf))
      cases.write(caseRows(leaf))
      mining.next(leaf)
      rules.next(leaf)
    },
    end: () => {
      table.end()
      cases.end()
      mining.end()
      sink.write("derived/history-columns.csv", historyColumns())
      sink.write("derived/rules.json", rules.text())
    }
  }
}
