/**
 * What needs attention where too few witnesses cosign: which of them, and since when.
 */
import { sayTime } from "../signing/Checkpoints.ts"
import type { WitnessesAway } from "../signing/WitnessesAway.ts"
import type { Attention } from "./Attention.ts"

/** The list of witnesses that stay away; empty where enough are there. */
export const witnessAttention = (away: WitnessesAway | null): ReadonlyArray<Attention> =>
  away === null ? [] : [{
    key: "witnesses",
    counted: (count) =>
      `${count === 1 ? "1 witness has" : `${count} witnesses have`} not cosigned for more than ${away.hours} hours`,
    says:
      "Until enough witnesses cosign, no newer checkpoint is published. Bring them their requests, and the answers " +
      "back",
    items: away.absent.map(({ last, witness }) => ({
      text: witness,
      href: "/signed",
      detail: last === null ? "has cosigned nothing yet" : `cosigned ${last.size} events on ${sayTime(last.time)}`
    }))
  }]
