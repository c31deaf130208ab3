/**
 * Checkpoints: the size and the root of the whole log in three lines, for keys to sign.
 *
 * C2SP's tlog-checkpoint without extension lines, which no witness would vouch for. A checkpoint says everything about
 * the log up to its size, and nothing about what came after.
 */
import { hashLength } from "./Hashing.ts"
import { isKeyName } from "./NoteKey.ts"
import { bytesIn, countIn, isCount, type Malformed, malformed } from "./OneSpelling.ts"

/** Which log, how many leaves, and the root over them. */
export interface TreeHead {
  /** The name of the log, which is the name of its key too. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

export interface Checkpoint extends TreeHead {
  readonly _tag: "Checkpoint"
}

/** The three lines, each with its end. */
export const formatCheckpoint = ({ origin, root, size }: TreeHead): string => {
  if (!isKeyName(origin)) throw new RangeError("The origin of a log is visible ASCII without a plus sign")
  if (!isCount(size)) throw new RangeError(`${size} is not the size of a tree`)
  if (root.length !== hashLength) throw new RangeError(`A root has ${hashLength} bytes, not ${root.length}`)
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`
}

/** The checkpoint that the text says. */
export const parseCheckpoint = (text: string): Checkpoint | Malformed => {
  const [origin = "", decimal = "", base64 = "", end, ...more] = text.split("\n")
  if (end !== "" || more.length > 0) return malformed("a checkpoint is three lines, each with a line feed at its end")
  if (!isKeyName(origin)) return malformed("the first line of a checkpoint is the name of a log")
  const size = countIn(decimal)
  if (size === null) return malformed("the second line of a checkpoint is the size of the log, up to 2^53 - 1")
  const root = bytesIn(base64)
  if (root?.length !== hashLength) return malformed("the third line of a checkpoint is a hash of 32 bytes in base64")
  return { _tag: "Checkpoint", origin, size, root }
}
