/**
 * The bodies outside the prison to whom a concern for the safety of patients goes, in the order in which it goes there.
 */
import { oneOf } from "../language/Kind.ts"

const bodyWords = {
  PROVIDER: "The provider of healthcare",
  COMMISSIONER: "The commissioner: NHS England or the integrated care board",
  REGULATOR: "The regulator: in England the Care Quality Commission"
} as const

export type SafetyBody = keyof typeof bodyWords

export const aSafetyBody = oneOf(bodyWords)

/** "The commissioner", without who that is. */
export const saySafetyBody = (body: SafetyBody): string => bodyWords[body].split(":")[0] ?? bodyWords[body]

const inOrder = Object.keys(bodyWords) as ReadonlyArray<SafetyBody>

/** The bodies to whom it goes first. */
export const bodiesBefore = (body: SafetyBody): ReadonlyArray<SafetyBody> => inOrder.slice(0, inOrder.indexOf(body))
