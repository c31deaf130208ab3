/**
 * Which witnesses are asked: those of the policy file that `PEERWORK_WITNESS_POLICY` names.
 *
 * It is the file that auditors get, in C2SP's form. The name of a witness is a folder below `witness` in the data, so it
 * is one that can be.
 */
import { formatVerifierKey, parsePolicy, type VerifierKey, type WitnessPolicy } from "@peerwork/ledger"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { CannotStart } from "../server/CannotStart.ts"
import type { Settings } from "../Settings.ts"

const setting = "PEERWORK_WITNESS_POLICY"

const policyFrom = (file: string): Effect.Effect<WitnessPolicy, CannotStart> =>
  Effect.suspend(() => {
    const policy = parsePolicy(readFileSync(file))
    if (policy._tag === "Malformed") return Effect.fail(new CannotStart(`${setting}: ${policy.because}`))
    const unusable = [...policy.witnesses.keys()].find((name) => !/^[a-z0-9][a-z0-9._-]*$/i.test(name))
    return unusable === undefined ? Effect.succeed(policy) : Effect.fail(
      new CannotStart(`${setting}: "${unusable}" cannot name a folder; use letters, digits, dots and hyphens`)
    )
  }).pipe(
    Effect.catchAllDefect(() => Effect.fail(new CannotStart(`${setting}: ${file} cannot be read; name a policy file`)))
  )

/** The policy of the log, which has to name every key that signs it; null where there is none. */
export const policyIn = (
  { witnessPolicy }: Settings,
  keys: ReadonlyArray<VerifierKey>
): Effect.Effect<WitnessPolicy | null, CannotStart> =>
  Effect.gen(function*() {
    if (witnessPolicy === null) return null
    const policy = yield* policyFrom(witnessPolicy)
    const named = new Set(policy.logs.map(formatVerifierKey))
    const unnamed = keys.map(formatVerifierKey).find((key) => !named.has(key))
    return unnamed === undefined
      ? policy
      : yield* Effect.fail(
        new CannotStart(`${setting}: the policy does not name the key of this log; add "log ${unnamed}"`)
      )
  })
