/**
 * What the auditor gave on the command line: keys, a policy, and what was kept from before.
 */
import { keyTypes, parsePolicy, parseVerifierKey, type VerifierKey, type WitnessPolicy } from "@peerwork/ledger"
import { BadUsage } from "../SubCommand.ts"
import { namedFile } from "./NamedFile.ts"
import { type KeptNote, keptNote, type Trust } from "./NotesCheck.ts"

const textOf = (what: string, file: string): string => namedFile(what, file).toString("utf8")

/** A key, or a file that holds one. */
const keyIn = (given: string): VerifierKey => {
  const key = parseVerifierKey(given.includes("+") ? given : textOf("key", given).trim())
  if (key._tag === "Malformed") throw new BadUsage(`${given} is no key of a log: ${key.because}`)
  if (key.type !== keyTypes.note) throw new BadUsage(`${given} is the key of a witness; put it into a policy`)
  return key
}

const policyIn = (file: string): WitnessPolicy => {
  const policy = parsePolicy(textOf("policy", file))
  if (policy._tag === "Malformed") throw new BadUsage(`${file} is no policy: ${policy.because}`)
  return policy
}

const kept = (file: string): KeptNote => keptNote(file, textOf("checkpoint", file))

export interface TrustWords {
  readonly keys: ReadonlyArray<string>
  readonly policy: string | null
  readonly since: ReadonlyArray<string>
}

export const trustGiven = ({ keys, policy, since }: TrustWords): Trust => {
  if (keys.length > 0 && policy !== null) throw new BadUsage("Give keys or a policy, which names the keys itself")
  const logs = keys.map(keyIn)
  const without: WitnessPolicy = {
    _tag: "WitnessPolicy",
    logs,
    witnesses: new Map(),
    quorum: { threshold: 0, members: [] }
  }
  return {
    policy: policy === null ? logs.length === 0 ? null : without : policyIn(policy),
    remembered: since.map(kept)
  }
}
