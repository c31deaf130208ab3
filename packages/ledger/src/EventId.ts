/**
 * The identity of an event: derived, never drawn.
 *
 * A command that is tried again must leave the same bytes, so the id of an event comes from the id of its command and
 * its index among the command's events. It is a UUID of version 8 (RFC 9562), which an auditor can derive again.
 */
import { sha256 } from "./Hashing.ts"

/** The UUIDv8 of SHA-256 over `<command id>/<index>`; the first event of a command has index 0. */
export const eventIdOf = (commandId: string, index: number): string => {
  const bytes = sha256(`${commandId}/${index}`).subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
