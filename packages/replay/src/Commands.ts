/**
 * Every sub-command by name and one line; what it does is loaded when it is asked for.
 */
import type { Command } from "./SubCommand.ts"

export interface Listed {
  readonly name: string
  readonly says: string
  readonly load: () => Promise<Command>
}

export const listed: ReadonlyArray<Listed> = [
  {
    name: "show",
    says: "what a log holds, the events that match, or one record",
    load: () => import("./commands/ShowCommand.ts").then(({ show }) => show)
  },
  {
    name: "as-at",
    says: "how a record stood on a day, as it was known at a moment",
    load: () => import("./commands/AsAtCommand.ts").then(({ asAt }) => asAt)
  },
  {
    name: "diff",
    says: "what changed in a record between two of its versions",
    load: () => import("./commands/DiffCommand.ts").then(({ diff }) => diff)
  },
  {
    name: "explain",
    says: "why an event was allowed, with the decision made again",
    load: () => import("./commands/ExplainCommand.ts").then(({ explain }) => explain)
  },
  {
    name: "backup",
    says: "copies the data, while the app runs or not, and checks the copy",
    load: () => import("./commands/BackupCommand.ts").then(({ backupCommand }) => backupCommand)
  },
  {
    name: "restore",
    says: "goes back to a copy, or brings back missing events",
    load: () => import("./commands/RestoreCommand.ts").then(({ restoreCommand }) => restoreCommand)
  },
  {
    name: "witness",
    says: "sees the checkpoints of a log, and signs that it did",
    load: () => import("./commands/WitnessCommand.ts").then(({ witnessCommand }) => witnessCommand)
  },
  {
    name: "verify",
    says: "whether a bundle, or the log of an app, is what was written",
    load: () => import("./commands/VerifyCommand.ts").then(({ verify }) => verify)
  },
  {
    name: "pack",
    says: "the whole history as one folder that proves itself",
    load: () => import("./commands/PackCommand.ts").then(({ pack }) => pack)
  },
  {
    name: "compare",
    says: "whether two checkpoints can be of one history",
    load: () => import("./commands/CompareCommand.ts").then(({ compare }) => compare)
  }
]
