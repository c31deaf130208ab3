/**
 * The example of every rule is the one that the rule book shows: its facts, and what the rule then says.
 */
import { readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { ruleBook } from "./Registry.ts"

const book = readFileSync(new URL("../../../docs/look-up/rules.md", import.meta.url), "utf8")

it.each(ruleBook.map((rule) => [rule.id, rule] as const))("of %s", (id, { example }) => {
  const section = book.slice(book.indexOf(`### ${id}\n`)).split("\n### ")[0] ?? ""
  const facts = Object.entries(example.facts).map(([name, value]) => `${name} \`${JSON.stringify(value)}\``)
  expect(section).toContain(`- For example: ${facts.join(", ")}: "${example.because}"`)
})
