/**
 * Exports: the history in the forms that people and programs ask for, each written while it is read.
 *
 * Lines are the stored bytes themselves, and the only evidence among them. The others are for reading; each row of them
 * has the position and the leaf hash of its event.
 */
import { caseRows, casesHeader } from "./CasesTable.ts"
import { historyColumns, historyHeader, historyRow } from "./HistoryTable.ts"
import { type Leaf, leafOf } from "./Leaf.ts"
import { objectsAndEvents } from "./ObjectsAndEvents.ts"

/** A file in the making: what it begins with, what an event adds, what it ends with. */
export interface Telling {
  readonly begin: string
  readonly event: (position: number, bytes: Buffer) => string
  readonly end: () => string
}

export interface ExportedFile {
  readonly name: string
  /** Its media type. */
  readonly type: string
  readonly says: string
  readonly tell: () => Telling
}

const nothing = (): string => ""

const rowsOf = (header: string, row: (leaf: Leaf) => string) => (): Telling => ({
  begin: header,
  event: (position, bytes) => row(leafOf(position, bytes)),
  end: nothing
})

const miningFile = (): Telling => {
  let written = ""
  const taken = (): string => {
    const piece = written
    written = ""
    return piece
  }
  const write = (piece: string | Uint8Array): void => void (written += piece.toString())
  const mining = objectsAndEvents({ write, end: () => undefined })
  return {
    begin: taken(),
    event: (position, bytes) => {
      mining.next(leafOf(position, bytes))
      return taken()
    },
    end: () => {
      mining.end()
      return taken()
    }
  }
}

const csv = "text/csv; charset=utf-8"

/** Every export. */
export const exportedFiles: ReadonlyArray<ExportedFile> = [
  {
    name: "history.jsonl",
    type: "application/x-ndjson",
    says: "The stored bytes of each event, one event a line: what programs read, and what can be proved",
    tell: () => ({ begin: "", event: (_, bytes) => `${bytes.toString()}\n`, end: nothing })
  },
  {
    name: "history.csv",
    type: csv,
    says: "A table with one row for each event, for a spreadsheet",
    tell: rowsOf(historyHeader(), historyRow)
  },
  {
    name: "history-columns.csv",
    type: csv,
    says: "What the columns of that table mean",
    tell: () => ({ begin: historyColumns(), event: nothing, end: nothing })
  },
  {
    name: "cases.csv",
    type: csv,
    says: "What happened in each appointment, for tools that follow one case at a time",
    tell: rowsOf(casesHeader(), caseRows)
  },
  {
    name: "ocel2.json",
    type: "application/json",
    says: "Events and everything they concern, in OCEL 2.0, for process mining",
    tell: miningFile
  }
]
