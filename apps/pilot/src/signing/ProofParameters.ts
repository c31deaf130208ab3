/**
 * What the receipt of a command may be asked for: one of its events.
 */
import { parameter } from "../server/QueryParameters.ts"

const most = 100

export const proofParameters = {
  event: parameter(
    "Which event of the command, from 1; the first where it is left out",
    { type: "integer", minimum: 1, maximum: most },
    `must be a whole number from 1 to ${most}`,
    (text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= most ? Number(text) : undefined
  )
}
