/**
 * Mutants that no test noticed, and the committed explanations of those that no test could notice.
 *
 * An explanation names the mutant by its line of code, not by a line number, so that it stays true when lines move. One
 * whose mutant is gone or killed is out of date and has to be deleted.
 */

/** A change to the code that every test let pass. */
export interface Survivor {
  readonly file: string
  /** The line of code in which the change begins, without its indentation. */
  readonly line: string
  readonly was: string
  readonly becomes: string
}

/** Why a survivor is harmless: one sentence that somebody can check. */
export interface Explained extends Survivor {
  readonly why: string
}

/** The line of code at a place in the source. */
export const lineAt = (source: string, at: number): string =>
  source.slice(source.lastIndexOf("\n", at - 1) + 1).split("\n")[0]?.trim() ?? ""

const keyOf = ({ becomes, file, line, was }: Survivor): string => JSON.stringify([file, line, was, becomes])

/** What is wrong: survivors without an explanation, explanations without a survivor or without a reason. */
export const complaints = (survivors: ReadonlyArray<Survivor>, explained: ReadonlyArray<Explained>) => {
  const reasons = new Set(explained.map(keyOf))
  const alive = new Set(survivors.map(keyOf))
  return {
    unexplained: survivors.filter((survivor) => !reasons.has(keyOf(survivor))),
    outOfDate: explained.filter((entry) => !alive.has(keyOf(entry)) || entry.why.trim() === "")
  }
}
