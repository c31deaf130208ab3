/**
 * What a replay has to bring back is every view that the law declares, each once.
 */
import { globSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { everyView } from "./EveryView.ts"

/** The names of the views that the sources declare. */
const declared = globSync(`${import.meta.dirname}/../*/*.ts`).filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/= view<.*>\("(\w+)"/g)].map(([, name = ""]) => name))

it("a replay compares every view that the law declares, each once", () => {
  expect(declared.length).toBeGreaterThan(30)
  expect(everyView.map(([{ name }]) => name).sort()).toEqual(declared.sort())
})
