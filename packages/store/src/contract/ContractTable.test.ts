/**
 * Proves that the rules, their page and their tests are one list, and that no rule depends on a clock.
 */
import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { contractRules } from "./Contract.ts"
import { contractTable } from "./ContractTable.ts"
import { mutants } from "./Mutants.ts"

const folder = fileURLToPath(new URL(".", import.meta.url))
const page = fileURLToPath(new URL("../../../../docs/look-up/store-contract.md", import.meta.url))

const sources = readdirSync(folder)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, "utf8") }))

const ids = contractRules.map((rule) => rule.id)

describe("the rules of the contract", () => {
  it("are all in the list, and each once", () => {
    const declared = sources.flatMap(({ text }) =>
      [...text.matchAll(/^ {2}(?:rule\(\s*|id: )"([a-z-]+)"/gm)].map(([, id]) => id)
    )
    expect([...declared].sort()).toEqual([...ids].sort())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("are sentences, each said once", () => {
    const clauses = contractRules.map((rule) => rule.clause)
    expect(new Set(clauses).size).toBe(clauses.length)
    expect(clauses.filter((clause) => !/^[A-Z].*[^.]$/.test(clause))).toEqual([])
  })

  it("are what the mutants name", () => {
    expect(mutants.flatMap(({ breaks }) => breaks).filter((id) => !ids.includes(id))).toEqual([])
  })

  it("read no clock", () => {
    const clocks = /Date\.now|new Date\(\)|performance\.|hrtime|setTimeout|setInterval|Effect\.timed|Clock\.current/
    const rules = sources.filter(({ name }) => /Rules\.ts$|RacingDecisions\.ts$/.test(name))
    expect(rules.length).toBeGreaterThan(6)
    expect(rules.filter(({ text }) => clocks.test(text)).map(({ name }) => name)).toEqual([])
  })

  it("are on the page in docs/look-up, word for word (vitest --update writes it anew)", async () => {
    await expect(contractTable()).toMatchFileSnapshot(page)
  })
})
