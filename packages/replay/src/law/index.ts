/**
 * The law of one version, as an auditor runs it: one file with the core and what is needed to decide and fold again.
 *
 * It is packed beside the log that it decided, as `law/<version>.mjs`, and loaded by verifiers of later versions. So
 * every version offers these names, and gives and takes plain values.
 */
import { law } from "@peerwork/core"

/** The version of the law, as it stands in the evidence of every decision. */
export const version: string = law

export { decideAgain } from "./DecidingAgain.ts"
export { makeHistory } from "./LawHistory.ts"
