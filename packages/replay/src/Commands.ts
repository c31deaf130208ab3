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
    name: "backup",
    says: "copies the data, while the app runs or not, and checks the copy",
    load: async () => (await import("./commands/BackupCommand.ts")).backupCommand
  },
  {
    name: "restore",
    says: "goes back to a copy, or brings back missing events",
    load: async () => (await import("./commands/RestoreCommand.ts")).restoreCommand
  },
  {
    name: "witness",
    says: "sees the checkpoints of a log, and signs that it did",
    load: async () => (await import("./commands/WitnessCommand.ts")).witnessCommand
  }
]
