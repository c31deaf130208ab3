/**
 * Proves that every life and every rule has a heading that people can read.
 */
import { describe, expect, it } from "vitest"
import { lifeWords, ruleChapter } from "./LifeWords.ts"
import { allCommands, allEvents, ruleBook } from "./Registry.ts"

describe("the words for lives", () => {
  it("name every life that has a command or an event, and no other", () => {
    const lives = new Set([...allCommands, ...allEvents].map(({ life }) => life))
    expect([...lives].sort()).toEqual(Object.keys(lifeWords).sort())
  })

  it("name the chapter of every rule, as people read it", () => {
    const unsaid = ruleBook.filter(({ id }) => !/^[A-Z][a-z]/.test(ruleChapter(id))).map(({ id }) => id)
    expect(unsaid).toEqual([])
  })

  it.each([
    ["SHADOW-1", "Shadowing"],
    ["PERSON-1", "People"],
    ["RECORD-1", "Recording"],
    ["CIRCUMSTANCE-1", "Changes of circumstances"]
  ])("%s stands under %s", (id, chapter) => {
    expect(ruleChapter(id)).toBe(chapter)
  })
})
