/**
 * The documentation hangs together: its links lead somewhere, its front matter says what kind of page it is, and what
 * the README shows is the example that embedders run.
 */
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { readTree, type SourceTree, treeOf } from "./SourceTree.ts"

const house = readTree(fileURLToPath(new URL("../../..", import.meta.url)))
const pages = (tree: SourceTree) => [...tree].filter(([path]) => path.endsWith(".md"))

const withoutCode = (text: string): string =>
  text.replaceAll(/^(\s*)(`{3,})[^]*?^\s*\2\s*$/gm, "").replaceAll(/`[^`\n]*`/g, "")

/** As GitHub makes an anchor out of a heading. */
const anchorOf = (heading: string): string =>
  heading.toLowerCase().replaceAll(/[^\p{L}\p{N} _-]/gu, "").trim().replaceAll(" ", "-")

const anchorsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? "")))

/** The folder of a path, and those in which it lies. */
const foldersOf = (path: string): ReadonlyArray<string> =>
  path.split("/").slice(0, -1).map((_, index, parts) => parts.slice(0, index + 1).join("/"))

const resolved = (from: string, to: string): string => {
  const parts = from.split("/").slice(0, -1)
  for (const part of to.split("/")) {
    if (part === "..") parts.pop()
    else if (part !== "." && part !== "") parts.push(part)
  }
  return parts.join("/")
}

/** Links that lead to no file, folder or heading of the repository. */
const deadLinks = (tree: SourceTree): ReadonlyArray<string> => {
  const folders = new Set([...tree.keys()].flatMap(foldersOf))
  const anchors = new Map(pages(tree).map(([path, text]) => [path, anchorsIn(text)]))
  return pages(tree).flatMap(([path, text]) =>
    [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, link = ""]) => {
      if (/^[a-z]+:/.test(link)) return []
      const [file = "", anchor] = link.split("#")
      const target = file === "" ? path : resolved(path, file)
      if (!tree.has(target) && !folders.has(target)) return [`${path}: ${link} leads nowhere`]
      return anchor === undefined || anchors.get(target)?.has(anchor) === true
        ? []
        : [`${path}: ${link} has no such heading`]
    })
  )
}

const kinds = /^---\ndocumentationType: (tutorial|how-to guide|reference|explanation)\n---\n\n#?/

/**
 * Pages of the documentation that do not say what kind of page they are. Decisions and indexes are of no such kind, and
 * what another package generates is reference.
 */
const withoutKind = (tree: SourceTree): ReadonlyArray<string> =>
  pages(tree).filter(([path]) => /^docs\/(learn|do|look-up|understand)\//.test(path))
    .filter(([, text]) => !text.includes("This page is generated"))
    .filter(([, text]) => !kinds.test(text)).map(([path]) => path)

describe("every link leads somewhere", () => {
  it("in the house", () => expect(deadLinks(house)).toEqual([]))

  it("broken by a page, and by a heading, that are not there", () => {
    const broken = treeOf({
      "docs/a.md": "# A page\n[b](b.md) [c](../c.md) [d](#a-page) [e](d/#x) [f](https://example.org/no) `[g](g.md)`",
      "docs/b.md": "# B\n[a](a.md#a-page) [x](a.md#x)",
      "docs/d/README.md": "# D"
    })
    expect(deadLinks(broken)).toEqual([
      "docs/a.md: ../c.md leads nowhere",
      "docs/a.md: d/#x has no such heading",
      "docs/b.md: a.md#x has no such heading"
    ])
  })
})

describe("a page says what kind of page it is", () => {
  it("in the house", () => expect(withoutKind(house)).toEqual([]))

  it("broken by a page that does not, or says another word", () => {
    const broken = treeOf({
      "docs/do/a.md": "# A",
      "docs/do/b.md": "---\ndocumentationType: guide\n---\n\n# B",
      "docs/do/c.md": "---\ndocumentationType: reference\n---\n\n# C",
      "docs/decisions/0001-a.md": "# 1. A"
    })
    expect(withoutKind(broken)).toEqual(["docs/do/a.md", "docs/do/b.md"])
  })
})

/** The blocks that show a part of a file of the repository, with the last link before each. */
const excerptsIn = (text: string) =>
  [...text.matchAll(/^( *)```mts\n([^]*?)^ *```$/gm)].map(({ 1: indent = "", 2: block = "", index }) => ({
    link: [...text.slice(0, index).matchAll(/\]\(([^)\s#]+\.ts)\)/g)].at(-1)?.[1] ?? "",
    lines: block.split("\n").map((line) => line.startsWith(indent) ? line.slice(indent.length) : line).join("\n")
  }))

/** Excerpts that are not, word for word, in the file that was linked last. */
const falseExcerpts = (tree: SourceTree): ReadonlyArray<string> =>
  pages(tree).flatMap(([path, text]) =>
    excerptsIn(text).filter(({ lines, link }) => tree.get(resolved(path, link))?.includes(lines) !== true)
      .map(({ lines, link }) => `${path}: ${link} has no such lines: ${lines.split("\n")[0]?.trim()}`)
  )

describe("an excerpt is in the file that it is from", () => {
  it("in the house", () => {
    expect(pages(house).flatMap(([, text]) => excerptsIn(text)).length).toBeGreaterThan(3)
    expect(falseExcerpts(house)).toEqual([])
  })

  it("broken by a line that was changed", () => {
    const tree = (code: string) =>
      treeOf({ "docs/a.md": "[A](../a/A.ts)\n\n  ```mts\n  const a = 1\n  ```\n", "a/A.ts": `${code}\n` })
    expect(falseExcerpts(tree("const a = 1"))).toEqual([])
    expect(falseExcerpts(tree("const a = 2"))).toEqual(["docs/a.md: ../a/A.ts has no such lines: const a = 1"])
  })
})

describe("the README", () => {
  it("shows the example that is packed and run", () => {
    const [, block] = /^```ts\n([^]*?)^```$/m.exec(house.get("README.md") ?? "") ?? []
    expect(block).toBe(house.get("docs/examples/quick-start.ts"))
    expect(block?.trimEnd().split("\n").filter((line) => line !== "").length).toBeLessThanOrEqual(8)
  })

  it("fits on a screen or two", () => {
    expect(house.get("README.md")?.split("\n").length).toBeLessThan(90)
  })
})

it("the documentation uses the words of the Ministry of Justice, and leaves nothing undone", () => {
  const words = /\b(offenders?|inmates?|NOMS number|TODO|TBD|FIXME)\b/
  const found = pages(house).filter(([path]) => !path.startsWith("docs/look-up/sources.md")).flatMap(([path, text]) =>
    withoutCode(text).split("\n").flatMap((line) => words.test(line) ? [`${path}: ${line}`] : [])
  )
  expect(found).toEqual([])
})
