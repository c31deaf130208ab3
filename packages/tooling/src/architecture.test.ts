/**
 * The rules of the house, each asked of the house itself and then broken on purpose.
 */
import * as core from "@peerwork/core"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { folders } from "../../../vitest.workspace.ts"
import { arrowsOutwards, foreignImports } from "./Arrows.ts"
import { usesOfTheHost } from "./HostFree.ts"
import { emptyNames, longFiles, repeatedNames, strayAtTheTop, unopenedFiles } from "./HouseShape.ts"
import { ruleComplaints, rulesWithoutTest, unclassifiedFields } from "./LawComplaints.ts"
import { packageOf, readTree, treeOf } from "./SourceTree.ts"

const house = readTree(fileURLToPath(new URL("../../..", import.meta.url)))

describe("arrows between packages point inwards", () => {
  it("in the house", () => expect(arrowsOutwards(house)).toEqual([]), 60_000)

  it("broken by an import, also of a type only, a re-export or one at run time", () => {
    const broken = treeOf({
      "packages/core/src/A.ts": `import type { Store } from "@peerwork/store"`,
      "packages/ledger/src/B.ts": `export * from "@peerwork/core"`,
      "packages/store/src/C.ts": `const c = () => import("@peerwork/store-sqlite")`,
      "packages/store/src/D.test.ts": `import "@peerwork/pilot"`,
      "packages/store/src/E.ts": `import { plan } from "@peerwork/core/testing"`
    })
    expect(arrowsOutwards(broken)).toEqual([
      "packages/core/src/A.ts: packages/core may not know @peerwork/store",
      "packages/ledger/src/B.ts: packages/ledger may not know @peerwork/core",
      "packages/store/src/C.ts: packages/store may not know @peerwork/store-sqlite",
      "packages/store/src/D.test.ts: packages/store may not know @peerwork/pilot"
    ])
  })

  it("broken by a manifest", () => {
    const manifest = JSON.stringify({
      devDependencies: { "@peerwork/store": "workspace:*" },
      dependencies: { effect: "1" }
    })
    expect(arrowsOutwards(treeOf({ "packages/core/package.json": manifest })))
      .toEqual(["packages/core/package.json: packages/core may not know @peerwork/store"])
  })

  it("broken by a way around the front door", () => {
    expect(arrowsOutwards(treeOf({ "packages/store/src/A.ts": `import "../../core/src/Law.ts"` })))
      .toEqual(["packages/store/src/A.ts: ../../core/src/Law.ts leaves packages/store"])
  })

  it("broken by a package that has no place", () => {
    expect(arrowsOutwards(treeOf({ "packages/extras/src/A.ts": "" })))
      .toEqual(["packages/extras/src/A.ts: packages/extras has no place among the arrows"])
  })
})

describe("core and ledger stand on almost nothing", () => {
  it("in the house", () => expect(foreignImports(house)).toEqual([]))

  it("broken by an import", () => {
    const broken = treeOf({
      "packages/core/src/A.ts": `import * as Schema from "effect/Schema"\nimport { Effect } from "effect"`,
      "packages/core/src/B.ts": `import fc from "fast-check"`,
      "packages/core/src/testing.ts": `import fc from "fast-check"`,
      "packages/core/src/A.test.ts": `import { it } from "vitest"`,
      "packages/ledger/src/testing/D.ts": `import fc from "fast-check"`,
      "packages/ledger/src/C.ts": `import { createHash } from "node:crypto"\nimport { readFileSync } from "node:fs"`
    })
    expect(foreignImports(broken)).toEqual([
      "packages/core/src/A.ts: imports effect, but may import only its own files and effect/Schema",
      "packages/core/src/B.ts: imports fast-check, but may import only its own files and effect/Schema",
      "packages/ledger/src/C.ts: imports node:fs, but may import only its own files and node:crypto"
    ])
  })
})

describe("core has no clock, no chance and no surroundings", () => {
  it("in the house", () => expect(usesOfTheHost(house)).toEqual([]))

  it.for([
    ["Date", "const at = new (Date)()"],
    ["Date", "const at = Date.now()"],
    ["random", "const chance = Math.random()"],
    ["random", `const chance = Math["random"]()`],
    ["random", "const { random } = Math"],
    ["crypto", "const id = crypto.randomUUID()"],
    ["performance", "const at = performance.now()"],
    ["process", "const home = process.env.HOME"],
    ["globalThis", "const host = globalThis"],
    ["setTimeout", "setTimeout(() => {}, 1)"],
    ["Intl", "const words = new Intl.DateTimeFormat()"],
    ["localeCompare", `["b", "a"].sort((x, y) => x.localeCompare(y))`],
    ["import.meta", "const here = import.meta.url"],
    ["Date", "export interface A { readonly at: Date }"]
  ])("broken by %s: %s", ([name, code]) => {
    expect(usesOfTheHost(treeOf({ "packages/core/src/A.ts": code! })))
      .toEqual([`packages/core/src/A.ts: uses ${name}; core is given its clock, its chance and its surroundings`])
  })

  it("not broken by words, by names of fields, or by the law kit", () => {
    const kept = treeOf({
      "packages/core/src/A.ts":
        "/** Never `Date.now()` */\nconst says = `the Date of ${at.process}`\nconst b = { Date: at.random2 }",
      "packages/core/src/testing.ts": "globalThis.Date = thrower",
      "packages/core/src/A.test.ts": "Math.random()",
      "apps/pilot/src/B.ts": "Date.now()"
    })
    expect(usesOfTheHost(kept)).toEqual([])
  })
})

describe("no source file is longer than 300 lines", () => {
  it("in the house", () => expect(longFiles(house)).toEqual([]))

  it("broken by the 301st line, but not in tests, fixtures and dated data", () => {
    const lines = (count: number) => "\n".repeat(count - 1) + "last\n"
    const broken = treeOf({
      "packages/core/src/A.ts": lines(301),
      "packages/core/src/B.ts": lines(300),
      "packages/core/src/A.test.ts": lines(301),
      "packages/core/src/fixtures/A1.ts": lines(301),
      "packages/core/src/language/BankHolidays.ts": lines(301)
    })
    expect(longFiles(broken)).toEqual(["packages/core/src/A.ts: has 301 lines; 300 is the most"])
  })
})

describe("every file opens with a paragraph", () => {
  it("in the house", () => expect(unopenedFiles(house)).toEqual([]))

  it("broken by a file that begins with anything else, but not by a rule, whose sentence says what it is", () => {
    const broken = treeOf({
      "packages/core/src/A.ts": "export const a = 1\n",
      "packages/core/src/A.test.ts": "// a line\n",
      "packages/core/src/B.ts": "/**\n * A letter.\n */\nexport const b = 1\n",
      "packages/core/src/shadowing/rules/C.ts": "export const c = 1\n",
      "docs/examples/quick-start.ts": "export const d = 1\n"
    })
    expect(unopenedFiles(broken).map((line) => line.split(":")[0]))
      .toEqual(["packages/core/src/A.ts", "packages/core/src/A.test.ts"])
  })
})

describe("a file name occurs once", () => {
  it("in the house", () => expect(repeatedNames(house)).toEqual([]))

  it("broken by a second file of that name, whatever its case", () => {
    const broken = treeOf({
      "packages/core/src/a/Pause.ts": "",
      "docs/pause.ts": "",
      "packages/core/src/index.ts": "",
      "packages/store/src/index.ts": "",
      "packages/core/package.json": "",
      "packages/store/package.json": ""
    })
    expect(repeatedNames(broken)).toEqual(["packages/core/src/a/Pause.ts and docs/pause.ts have the same name"])
  })
})

describe("the top holds packages, apps, docs and the files of every project", () => {
  it("in the house", () => expect(strayAtTheTop(house)).toEqual([]))

  it("broken by a folder, by a file and by what is missing", () => {
    const broken = treeOf({
      "packages/a": "",
      "apps/a": "",
      "scripts/a": "",
      "notes.txt": "",
      "README.md": "",
      ".ci/run": ""
    })
    expect(strayAtTheTop(broken)).toEqual([
      "scripts/: the top holds packages, apps, docs and files",
      "docs/: is missing",
      "notes.txt: does not belong at the top"
    ])
  })
})

describe("names say something", () => {
  it("in the house", () => expect(emptyNames(house)).toEqual([]))

  it.for(["utils", "types", "common", "helpers"])("broken by a folder named %s", (name) => {
    expect(emptyNames(treeOf({ [`packages/core/src/${name}/A.ts`]: "" })))
      .toEqual([`packages/core/src/${name}/A.ts: a folder named ${name} says nothing; name the idea`])
  })

  it("broken by a file constants.ts", () => {
    expect(emptyNames(treeOf({ "packages/core/src/constants.ts": "" })))
      .toEqual(["packages/core/src/constants.ts: the name says nothing; name the idea"])
  })
})

describe("every rule has a sentence, a source, a strength and a test beside it", () => {
  const rule = {
    id: "SHADOW-1",
    says: "A new worker must shadow",
    source: { title: "A document", at: "line 1" },
    strength: "hard",
    facts: { counted: { input: { _tag: "Count" } } },
    setBy: { days: "shadowingDays" },
    example: { held: false }
  }

  it("in the house", () => {
    expect(rulesWithoutTest(house)).toEqual([])
    expect(ruleComplaints(core.ruleBook, core.limitNames)).toEqual([])
    expect(core.ruleBook.length).toBeGreaterThan(0)
  })

  it("broken by a rule without a test", () => {
    const tree = treeOf({
      "packages/core/src/shadowing/rules/A.ts": "",
      "packages/core/src/shadowing/rules/B.ts": "",
      "packages/core/src/shadowing/rules/B.test.ts": ""
    })
    expect(rulesWithoutTest(tree)).toEqual(["packages/core/src/shadowing/rules/A.ts: has no test beside it"])
  })

  it.for(
    [
      [{ ...rule, id: "shadow 1" }, "shadow 1: its id is not of the form LIFE-1"],
      [{ ...rule, says: " " }, "SHADOW-1: it says nothing"],
      [{ ...rule, source: { title: "A document", at: "" } }, "SHADOW-1: it has no source"],
      [{ ...rule, strength: "stern" }, "SHADOW-1: its strength is none of hard, soft, alert"],
      [
        { ...rule, facts: { reason: { input: { _tag: "Text" } } } },
        "SHADOW-1: its fact reason is text; rules judge public facts"
      ],
      [{ ...rule, setBy: { days: "someDays" } }, "SHADOW-1: no scheme decides a limit someDays"],
      [{ ...rule, example: { held: true } }, "SHADOW-1: its example does not break it"]
    ] as const
  )("broken: %$", ([broken, complaint]) => expect(ruleComplaints([broken], core.limitNames)).toEqual([complaint]))

  it("broken by an id that is taken", () => {
    expect(ruleComplaints([rule, rule], core.limitNames)).toEqual(["SHADOW-1: its id is taken"])
  })
})

describe("every field of every event and command is classified", () => {
  it("in the house", () => {
    const events = core.allEvents.flatMap((event) => event.versions.map(({ fields }) => ({ type: event.type, fields })))
    const commands = core.allCommands.map(({ derives, fields, name }) => ({
      type: name,
      fields: { ...derives, ...fields }
    }))
    expect(unclassifiedFields([...events, ...commands])).toEqual([])
    expect([events.length > 0, commands.length > 0]).toEqual([true, true])
  })

  it.for(
    [
      [{}, "A.note: is neither open, tagged nor personal"],
      [{ classification: "secret" }, "A.note: is neither open, tagged nor personal"],
      [{ classification: "personal", keep: "identity" }, "A.note: is personal, but of whom?"],
      [{ classification: "personal", subject: "person" }, "A.note: is personal, but how long is it kept?"]
    ] as const
  )("broken: %$", ([note, complaint]) => {
    const on = { classification: "open" }
    expect(unclassifiedFields([{ type: "A", fields: { on, note } }])).toEqual([complaint])
  })
})

describe("what is said twice is the same", () => {
  it("every package is a test project", () => {
    const packages = new Set([...house.keys()].map(packageOf).filter((name) => name !== undefined))
    expect(Object.values(folders).toSorted()).toEqual([...packages].toSorted())
  })

  it("the law has the version of its package", () => {
    expect(JSON.parse(house.get("packages/core/package.json") ?? "{}")).toMatchObject({ version: core.law })
  })
})
