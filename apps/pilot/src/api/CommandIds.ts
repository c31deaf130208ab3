/**
 * Command ids as they come from outside: the header `Idempotency-Key`, a part of an address, a hidden field.
 */
import { isIdentifier } from "@peerwork/core"
import { CommandId } from "@peerwork/store"

/** The id that the text says; either case is accepted, and small letters are kept. Null where it is none. */
export const commandIdIn = (text: string | undefined): CommandId | null => {
  const id = (text ?? "").trim().replaceAll(/^"|"$/g, "").toLowerCase()
  return isIdentifier(id) ? CommandId(id) : null
}
