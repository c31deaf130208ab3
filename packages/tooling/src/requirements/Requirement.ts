/**
 * A requirement as this repository says it: a numbered sentence, what carries it, and a test that shows that it does.
 *
 * The numbers are those of the list with which the project began. What carries a requirement only in part, or not at
 * all, says what is missing. Everything that is named here is looked up by a test: nothing is carried by a name.
 */

/** The file of a test, and the title that stands in it. */
export type NamedTest = readonly [file: string, title: string]

export interface Requirement {
  /** `INV-40`, or the number of an edge case. */
  readonly id: string
  readonly says: string
  readonly rules?: ReadonlyArray<string>
  readonly commands?: ReadonlyArray<string>
  readonly limits?: ReadonlyArray<string>
  /** Functions and views that are exported, each by one file. */
  readonly code?: ReadonlyArray<string>
  readonly tests?: ReadonlyArray<NamedTest>
  /** What is not carried yet, and why. */
  readonly missing?: string
}

/** An edge case of something that is not here yet. */
export interface ToCome {
  readonly id: string
  readonly says: string
  readonly because: string
}

/** A part of the list, and the numbers that it has. */
export interface Chapter {
  readonly title: string
  readonly from: number
  readonly to: number
  readonly requirements: ReadonlyArray<Requirement>
}

/** Everything that the page shows. */
export interface RequirementList {
  readonly chapters: ReadonlyArray<Chapter>
  readonly edgeCases: ReadonlyArray<Requirement>
  readonly toCome: ReadonlyArray<ToCome>
}
