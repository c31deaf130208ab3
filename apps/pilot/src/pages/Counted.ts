/**
 * How a list of what waits is headed: with how many there are, and a verb that agrees.
 */
import { sayAmount } from "@peerwork/core"

/** `1 refresher is late`, `2 refreshers are late`. */
export const counted = (one: string, more: string) => (count: number): string => sayAmount(count, one, more)
