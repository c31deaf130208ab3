/**
 * `@peerwork/replay`: the auditor's room, as a library.
 */
export { BadUsage, type Command, type ExitCode, exitCodes, type Terminal } from "./SubCommand.ts"
export { runLine } from "./CommandLine.ts"
export { checkDecisions, type CheckedDecisions, type WrongDecision } from "./history/CheckDecisions.ts"
export { type ChangedFact, changesBetween, type Fact, factsOf, sayValue } from "./history/FactsOf.ts"
export { explain, type Explained, type ExplainedRule } from "./history/Explaining.ts"
export { type Law, type LawOf, lawsIn, thisLaw } from "./history/LawOf.ts"
export { type LawHistory, makeHistory, type Stored } from "./law/LawHistory.ts"
export { type AsOf, type Standing, standingOf } from "./law/HowItStands.ts"
export { CannotRead, type LogSource, type StoredBytes } from "./LogSource.ts"
export { openSource } from "./OpenSource.ts"
