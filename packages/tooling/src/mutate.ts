/**
 * `npm run mutants`: changes the law and the evidence in small ways and expects a test to notice each.
 *
 * Stryker's instrumenter changes operators, conditions and checks; numbers are then changed by one each way, which it
 * does not do. What is changed stands in `ChangedFiles.ts`. Every survivor has to be killed by a better test or
 * explained in `mutants-explained.json`. What acts only while a file is loaded is left alone, but for numbers: nearly
 * all of it is words and shapes, and each would take a run of its own.
 */
import { readFileSync } from "node:fs"
import { testsByFile } from "./ChangedFiles.ts"
import { type Changeable, tryAlone, tryInTurn } from "./MutantRuns.ts"
import { withNumberMutants } from "./NumberMutants.ts"
import { withOperatorMutants } from "./OperatorMutants.ts"
import { complaints, type Explained, type Survivor } from "./Survivors.ts"

const atOnce = 2

const texts = new Map([...testsByFile.keys()].map((file) => [file, readFileSync(file, "utf8")] as const))
const tests = [...new Set([...testsByFile.values()].flat())]

const startedAt = performance.now()
const operators = await withOperatorMutants(texts)
const changed = await tryInTurn(operators, tests, atOnce)

const numbers = [...texts].map(([file, text]) => withNumberMutants(file, text))
const counted = await tryInTurn(numbers, tests, atOnce)
const limits = await tryAlone(numbers, counted.loading, (file) => testsByFile.get(file) ?? [])

const count = (files: ReadonlyArray<Changeable>) => files.reduce((sum, { mutants }) => sum + mutants.length, 0)
const survivors = [...changed.survivors, ...counted.survivors, ...limits]
const explained = JSON.parse(readFileSync("packages/tooling/mutants-explained.json", "utf8")) as ReadonlyArray<
  Explained
>
const { outOfDate, unexplained } = complaints(survivors, explained)
const show = ({ becomes, file, line, was }: Survivor) =>
  `  ${file}\n    in      ${line}\n    was     ${was}\n    becomes ${becomes}`

const tried = count(operators) - changed.loading.length + count(numbers)
console.log(
  `${texts.size} files were changed in ${tried} ways, ${count(numbers)} of them a number: ` +
    `${tried - survivors.length} were noticed, ${survivors.length - unexplained.length} are explained, ` +
    `${unexplained.length} are neither (${Math.round((performance.now() - startedAt) / 1000)} s)`
)
if (unexplained.length > 0) console.log(`\nNo test notices:\n${unexplained.map(show).join("\n")}`)
if (outOfDate.length > 0) {
  console.log(`\nExplained, but gone, killed or without a reason:\n${outOfDate.map(show).join("\n")}`)
}
// vitest, stopped three times in one process, leaves something open that would keep it waiting
process.exit(unexplained.length + outOfDate.length === 0 ? 0 : 1)
