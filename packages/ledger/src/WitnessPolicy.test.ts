/**
 * Proves that a policy means what C2SP's document says, and that a line which is not understood is named.
 */
import { describe, expect, it } from "vitest"
import { formatVerifierKey, type KeyType, keyTypes, signerKey } from "./NoteKey.ts"
import vectors from "./vectors/tlog-proof.json" with { type: "json" }
import { isQuorum, longestPolicy, parsePolicy, type WitnessPolicy } from "./WitnessPolicy.ts"

const vkeyOf = (name: string, type: KeyType, byte: number): string =>
  formatVerifierKey(signerKey(name, type, Buffer.alloc(32, byte)).verifier)
const log = vkeyOf("log.example", keyTypes.note, 200)
const witness = (at: number): string => vkeyOf(`w${at}.example`, keyTypes.cosignature, at)
const witnesses = [1, 2, 3, 4, 5, 6].map((at) => `witness W${at} ${witness(at)}\n`).join("")

const policyOf = (text: string): WitnessPolicy => {
  const policy = parsePolicy(text)
  if (policy._tag === "Malformed") throw new Error(policy.because)
  return policy
}

const isEnough = (text: string, ...names: ReadonlyArray<string>): boolean =>
  isQuorum(policyOf(witnesses + text).quorum, new Set(names))

describe("a policy", () => {
  it("is the published one", () => {
    const { logs, quorum, witnesses } = policyOf(vectors.policy)
    expect(logs.map(({ keyId }) => keyId)).toEqual(["5b408db6"])
    expect([...witnesses].map(([name, { keyId }]) => [name, keyId])).toEqual([
      ["inspectorate", "c840c2bf"],
      ["charity", "53be65c9"]
    ])
    expect(quorum).toEqual({ threshold: 1, members: [{ threshold: 1, members: ["inspectorate", "charity"] }] })
    expect(parsePolicy(Buffer.from(vectors.policy))).toEqual(parsePolicy(vectors.policy))
  })

  it("asks for as many as its groups say, in groups of groups", () => {
    const text = "group X 2 W1 W2 W3\ngroup Y any W4 W5\ngroup Z all X Y\nquorum Z\n"
    expect(isEnough(text, "W1", "W3", "W5")).toBe(true)
    expect(isEnough(text, "W1", "W2", "W3", "W4", "W5", "W6")).toBe(true)
    expect(isEnough(text, "W1", "W2", "W3")).toBe(false)
    expect(isEnough(text, "W1", "W4", "W5")).toBe(false)
    expect(isEnough(text, "X", "Y", "Z")).toBe(false)
  })

  it("asks for one witness, or for nobody", () => {
    expect([isEnough("quorum W2\n", "W2"), isEnough("quorum W2\n", "W1"), isEnough("quorum W2\n")])
      .toEqual([true, false, false])
    expect(isEnough("quorum none\n")).toBe(true)
    expect(policyOf("quorum none\n")).toEqual({
      _tag: "WitnessPolicy",
      logs: [],
      witnesses: new Map(),
      quorum: { threshold: 0, members: [] }
    })
  })

  it("may hold blanks, comments, addresses and any name", () => {
    const text = `# ours\n#ours\n\n \t# indented\n\tlog  ${log}\thttps://log.example/ \n` +
      `witness Überwachung ${witness(1)} https://w1.example\nquorum Überwachung\n`
    expect(policyOf(text)).toMatchObject({ logs: [{ name: "log.example" }], quorum: { members: ["Überwachung"] } })
  })

  it("may have 1,000 lines that say something", () => {
    const say = (count: number) => `# a comment\n${"quorum none\n".repeat(count)}`
    expect(parsePolicy(say(longestPolicy))).toMatchObject({ because: "line 3 of the policy: a policy has one quorum" })
    const groups = Array.from({ length: 998 }, (_, at) => `group G${at + 1} any G${at}\n`).join("")
    const most = `witness G0 ${witness(1)}\n${groups}quorum G998\n`
    expect(isQuorum(policyOf(most).quorum, new Set(["G0"]))).toBe(true)
    expect(parsePolicy(`log ${log}\n${most}`)).toMatchObject({ because: "a policy has up to 1000 lines" })
  })
})

describe("a line that is not understood", () => {
  const one = `witness W1 ${witness(1)}`
  const needs = (most: number) => `a group needs all, any or a number of its members, from 1 to ${most}`

  it.for<[string, string]>([
    ["quorums W1", "a line begins with log, witness, group or quorum"],
    ["quorum# none", "a line begins with log, witness, group or quorum"],
    ["Quorum none", "a line begins with log, witness, group or quorum"],
    ["log", "a key begins with its name, which is visible ASCII, and a plus sign"],
    [`log ${log} https://log.example more`, "a log has a key and, at most, an address"],
    [`log ${witness(9)}`, "a log has a key that signs notes"],
    [`log ${vkeyOf("other.name", keyTypes.note, 200)}`, "the key of this log stands in the policy already"],
    ["witness W9", "a key begins with its name, which is visible ASCII, and a plus sign"],
    [`witness W9 ${witness(9)} https://w9.example more`, "a witness has a name, a key and, at most, an address"],
    [`witness W9 ${vkeyOf("w9", keyTypes.note, 9)}`, "a witness has a key that signs cosignatures"],
    [`witness W9 ${vkeyOf("w9", keyTypes.cosignature, 2)}`, "the key of this witness stands in the policy already"],
    [`witness W1 ${witness(9)}`, "the name W1 stands in the policy already"],
    [`witness G ${witness(9)}`, "the name G stands in the policy already"],
    [`witness none ${witness(9)}`, "the name none means that nobody has to sign"],
    ["group H", needs(0)],
    ["group H all", needs(0)],
    ["group H any", needs(0)],
    ["group H 0 W4", needs(1)],
    ["group H 2 W4", needs(1)],
    ["group H 01 W4", needs(1)],
    ["group H some W4", needs(1)],
    ["group H any none", "no line above defines none"],
    ["group H any W9", "no line above defines W9"],
    ["group H any H", "no line above defines H"],
    ["group H any W4 W4", "W4 stands in a group already"],
    ["group H any W5 W3", "W3 stands in a group already"],
    ["group G any W4", "the name G stands in the policy already"],
    ["group W4 any W4", "the name W4 stands in the policy already"],
    ["group none any W4", "the name none means that nobody has to sign"],
    ["quorum", "no line above defines "],
    ["quorum W9", "no line above defines W9"],
    ["quorum W1 W2", "a quorum is one name"]
  ])("is named: %s, because %s", ([line, because]) => {
    const text = `log ${log}\n${witnesses}group G all W3 W6\n${line}\nquorum none\n`
    expect(parsePolicy(text)).toEqual({ _tag: "Malformed", because: `line 9 of the policy: ${because}` })
  })

  it.for<[string, string | Uint8Array, string]>([
    ["a second quorum", `${one}\nquorum W1\nquorum none\n`, "line 3 of the policy: a policy has one quorum"],
    ["no quorum", `${one}\n`, "the policy has no quorum"],
    ["nothing", "\n", "the policy has no quorum"],
    ["no end", `${one}\nquorum W1`, "the last line of the policy does not end"],
    ["no byte", "", "the last line of the policy does not end"],
    ["carriage returns", "quorum none\r\n", "the policy holds a control character"],
    ["a zero", "quorum none\u0000\n", "the policy holds a control character"],
    ["a delete", "# \u007f\nquorum none\n", "the policy holds a control character"],
    ["a vertical tab", "quorum\u000bnone\n", "the policy holds a control character"],
    ["a backspace", "# \u0008\nquorum none\n", "the policy holds a control character"],
    ["an escape", "# \u001b\nquorum none\n", "the policy holds a control character"],
    ["other bytes than UTF-8", Buffer.of(0x23, 0xff, 0x0a), "the policy is not UTF-8"],
    [
      "a space beyond ASCII",
      "quorum\u00a0none\n",
      "line 1 of the policy: a line begins with log, witness, group or quorum"
    ]
  ])("spoils the policy: %s", ([_, text, because]) => expect(parsePolicy(text)).toEqual({ _tag: "Malformed", because }))
})
