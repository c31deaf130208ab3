/**
 * What is changed in small ways, and which tests have to notice it.
 *
 * The test beside a file has to notice most; where a file is judged by what others make of it, their tests are named
 * too. Games of two actors and whatever else meets everything are left out: they tell little of one rule.
 */
import { existsSync, globSync } from "node:fs"

interface Part {
  readonly files: ReadonlyArray<string>
  /** Besides the test beside each file. */
  readonly tests?: ReadonlyArray<string>
}

const [core, ledger] = ["packages/core/src", "packages/ledger/src"]

const parts: ReadonlyArray<Part> = [
  { files: [`${core}/*/rules/*.ts`, `${core}/shadowing/countedDays.ts`, `${core}/language/WorkingDays.ts`] },
  // The ladder and its deadlines
  { files: [`${core}/escalation/{WhoAnswers,Deadline,escalationStatus}.ts`], tests: [`${core}/escalation/*.test.ts`] },
  // What lapses, and what counts on a day
  {
    files: [
      `${core}/appointment/{Lapse,Refresher,AppointmentUnit,HeldAsAsked}.ts`,
      `${core}/record/{lastBy,whatCounts}.ts`
    ],
    tests: [`${core}/appointment/*.test.ts`, `${core}/record/*.test.ts`]
  },
  // What is derived of a worker, a placement, a trainer and a session on a day, and who answers for a route
  { files: [`${core}/appointment/AppointmentStatus.ts`], tests: [`${core}/appointment/*.test.ts`] },
  { files: [`${core}/shadowing/Placement.ts`], tests: [`${core}/shadowing/*.test.ts`] },
  { files: [`${core}/supervision/SupervisionDue.ts`], tests: [`${core}/supervision/*.test.ts`] },
  { files: [`${core}/trainer/Ladder.ts`], tests: [`${core}/trainer/*.test.ts`] },
  { files: [`${core}/route/Route.ts`], tests: [`${core}/route/*.test.ts`, `${core}/escalation/*.test.ts`] },
  {
    files: [`${core}/training/{Accreditation,sessionsMet}.ts`],
    tests: [`${core}/{cohort,template,training,trainer}/*.test.ts`]
  },
  // All of the evidence. What takes long for each mutant, and tells no more than the others, is left out
  { files: [`${ledger}/*.ts`], tests: [`${ledger}/!(LargeTree|HostileTexts).test.ts`] }
]

const found = (patterns: ReadonlyArray<string>) => globSync([...patterns], { exclude: ["**/*.slow.test.ts"] })
const isTest = (file: string) => file.endsWith(".test.ts")
const besideOf = (file: string) => file.replace(/\.ts$/, ".test.ts")

/** Every file that is changed, with the tests that have to notice it: the one beside it first. */
export const testsByFile: ReadonlyMap<string, ReadonlyArray<string>> = new Map(
  parts.flatMap(({ files, tests = [] }) =>
    found(files).filter((file) => !isTest(file)).sort().map((file) => [
      file,
      [...new Set([besideOf(file), ...found(tests)])].filter((test) => existsSync(test))
    ])
  )
)
