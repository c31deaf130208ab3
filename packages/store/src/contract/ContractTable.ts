/**
 * The contract as a page of the documentation, made from the rules themselves.
 */
import { contractRules } from "./Contract.ts"
import type { ContractRule, Family } from "./ContractRule.ts"
import { conformantVariants, mutants, mutantsElsewhere } from "./Mutants.ts"

const headings: Readonly<Record<Family, string>> = {
  order: "Order",
  boundaries: "Boundaries",
  commands: "Commands",
  values: "Values",
  following: "Following",
  evidence: "Evidence",
  durability: "Durability"
}

const allMutants = [...mutants.map(({ breaks, fixture: { name } }) => ({ name, breaks })), ...mutantsElsewhere]

const families = ["order", "boundaries", "commands", "values", "following", "evidence", "durability"] as const

const row = (rule: ContractRule): string => {
  const broken = allMutants.filter(({ breaks }) => breaks.includes(rule.id)).length
  const needs = rule.needs.length === 0 ? "" : ` Needs \`${rule.needs.join("`, `")}\`.`
  return `| \`${rule.id}\` | ${rule.clause}.${needs} | ${broken === 0 ? "" : broken} |`
}

const table = (family: Family): ReadonlyArray<string> => [
  `## ${headings[family]}`,
  "",
  "| Rule | What a store keeps | Mutants |",
  "| --- | --- | --- |",
  ...contractRules.filter((rule) => rule.family === family).map(row),
  ""
]

const introduction: ReadonlyArray<string> = [
  "# The contract of a store",
  "",
  "Every store keeps these rules; `@peerwork/store/contract` runs them against any adapter",
  "([bring your own store](../do/bring-your-own-store.md)). This page is generated from the rules.",
  "",
  "The last column counts the mutants, stores that are wrong on purpose, that break the rule.",
  ""
]

const stores = (): ReadonlyArray<string> => [
  "## Mutants and variants",
  "",
  "Each mutant breaks exactly these rules, and the tests of the contract hold it to that:",
  "",
  ...allMutants.map(({ breaks, name }) => `* ${name}: ${breaks.map((id) => `\`${id}\``).join(", ")}`),
  "",
  "These stores are built otherwise and break none:",
  "",
  ...conformantVariants.map(({ name }) => `* ${name}`),
  ""
]

/** The page, as Markdown. */
export const contractTable = (): string => [...introduction, ...families.flatMap(table), ...stores()].join("\n")
