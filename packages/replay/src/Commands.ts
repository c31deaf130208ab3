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
