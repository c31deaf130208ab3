/**
 * The identity of an event: derived, never drawn.
 *
 * A command that is tried again must leave the same bytes, so the id of an event comes from the id of its command and
 * its index among the command's events. It is a UUID of version 8 (RFC 9562), which an auditor can derive again.
 */
import { hash } from "node:crypto"

/** The UUIDv8 of SHA-256 over `<command id>/<index>`; the first event of a command has index 0. */
export const eventIdOf = (commandId: string, index: number): string => {
  const hex = hash("sha256", `${commandId}/${index}`, "hex")
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${
    hex.slice(20, 32)
  }`
}
