/**
 * The look-up pages say what the law says, and every source that is cited is explained.
 */
import { complaintRoutes, limitNames, ruleBook, schemeLimits } from "@peerwork/core"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { kindWords } from "./FieldWords.ts"
import { lookUpPages } from "./LookUpPages.ts"
import { seedRangesIn } from "./RuleBookPage.ts"
import { isTest, readTree } from "./SourceTree.ts"

const house = readTree(fileURLToPath(new URL("../../..", import.meta.url)))
const sources = house.get("docs/look-up/sources.md") ?? ""

describe("written from the law", () => {
  it.for([...lookUpPages(house)])("%s", ([path, text]) => {
    expect(house.get(path), `${path} is out of date: npm run generate writes it anew`).toBe(text)
  })

  it("the rule book shows every rule with its sentence", () => {
    const rules = house.get("docs/look-up/rules.md") ?? ""
    const missing = ruleBook.filter(({ id, says }) => !rules.includes(`### ${id}\n\n**${says}.**`)).map(({ id }) => id)
    expect([ruleBook.length > 30, missing]).toEqual([true, []])
  })

  it("no page has an empty bracket, or a heading that is the name of a folder", () => {
    for (const name of ["rules", "commands", "events"]) {
      const page = house.get(`docs/look-up/${name}.md`) ?? ""
      expect(page).not.toContain("()")
      expect(page.match(/^## (?![A-Z][a-z]).*$/gm)).toBeNull()
    }
  })

  it("a fact that may be absent says so", () => {
    const rule = ruleBook.find(({ id }) => id === "SHADOW-1")
    expect(rule === undefined ? "" : kindWords(rule.facts["earliest"]!)).toBe("date, or none")
    expect(rule === undefined ? "" : kindWords(rule.facts["counted"]!)).toBe("whole number")
  })
})

describe("every line of a source that is cited stands in sources.md", () => {
  const listed = new Set(seedRangesIn(sources))

  it("of the rules and of the limits", () => {
    const cited = [...ruleBook.map(({ source }) => source), ...limitNames.map((name) => schemeLimits[name].source)]
    const ranges = cited.flatMap(({ at, title }) => seedRangesIn(`${title} ${at}`))
    expect(ranges.length).toBeGreaterThan(20)
    expect(ranges.filter((range) => !listed.has(range))).toEqual([])
  })

  it("of every other file", () => {
    const missing = [...house].filter(([path]) => /\.(ts|md)$/.test(path) && !isTest(path))
      .flatMap(([path, text]) =>
        seedRangesIn(text).filter((range) => !listed.has(range)).map((range) => `${path}: ${range}`)
      )
    expect(missing).toEqual([])
  })

  it("and none besides", () => {
    const elsewhere = new Set(
      [...house].filter(([path]) => path !== "docs/look-up/sources.md").flatMap(([, text]) => seedRangesIn(text))
    )
    expect([...listed].filter((range) => !elsewhere.has(range))).toEqual([])
  })

  it("so does the title of each source of a way to complain", () => {
    const cited = complaintRoutes.flatMap((way) => [way, ...way.madeWithin, ...way.answeredWithin])
    const titles = new Set(cited.map(({ source }) => source.title))
    expect([...titles].filter((title) => !sources.includes(`| ${title} |`))).toEqual([])
  })

  it("so do the other marks that rules cite", () => {
    const marks = ruleBook.flatMap(({ source }) => source.at.match(/\b(?:INV|C)-\d+\b|\bSAM\d\b/g) ?? [])
    expect(marks.length).toBeGreaterThan(10)
    expect(marks.filter((mark) => !sources.includes(`| ${mark} |`))).toEqual([])
  })
})
