/**
 * What must hold of what somebody said when they gave a command that was accepted: personal values stand in no event, so
 * these are told the command. Said once more without the rules, as in `WhatMustHold`.
 */
import type { Given } from "../language/Command.ts"

/** Told a command that was accepted; says what is wrong with it, or null. */
export interface Saying {
  readonly says: string
  readonly wrong: (said: Readonly<Record<string, unknown>>) => string | null
}

const says = (said: Readonly<Record<string, unknown>>, name: string): boolean =>
  typeof said[name] === "string" && said[name] !== ""

const exploitationIsPassedOn: Saying = {
  says: "Where somebody may be exploited it is passed on, or it is said why not (INV-56)",
  wrong: (said) => {
    const isPassedOn = Array.isArray(said["escalations"]) && said["escalations"].length > 0
    return said["_tag"] !== "HoldSupervision" || said["exploitation"] === "NOTHING" || isPassedOn ||
        says(said, "whyNotEscalated")
      ? null
      : "nobody did"
  }
}

const promptsAreAnswered: Saying = {
  says: "A supervision asks all four prompts (INV-56)",
  wrong: (said) => {
    const missing = ["exploitation", "workload", "confidentiality", "boundaries"].filter((one) => !says(said, one))
    return said["_tag"] !== "HoldSupervision" || missing.length === 0 ? null : `${missing.join(", ")} was not asked`
  }
}

const closedWithAnOutcome: Saying = {
  says: "An escalation is closed with an outcome (INV-88)",
  wrong: (said) => said["_tag"] !== "CloseEscalation" || says(said, "outcome") ? null : "it has none"
}

const passedOnWithAGround: Saying = {
  says: "Nothing is passed on without agreement or a ground (INV-32)",
  wrong: (said) => said["_tag"] === "RaiseEscalation" && said["basis"] === "NONE" ? "there is neither" : null
}

const immediateNamesWhoWasTold: Saying = {
  says: "Who raises something immediate says who was told and how (INV-80, INV-81)",
  wrong: (said) =>
    said["_tag"] !== "RaiseImmediateEscalation" || (says(said, "receiver") && says(said, "means"))
      ? null
      : "nobody was told"
}

/** What must hold of every command that was accepted. */
export const sayings: ReadonlyArray<Saying> = [
  exploitationIsPassedOn,
  promptsAreAnswered,
  closedWithAnOutcome,
  passedOnWithAGround,
  immediateNamesWhoWasTold
]

/** Throws a sentence where one of them does not hold of the command. */
export const listening = (given: Given): void => {
  for (const { says: what, wrong } of sayings) {
    const why = wrong({ ...given })
    if (why !== null) throw new Error(`${what}, but ${why}`)
  }
}
