/**
 * A prison number is a letter, four digits and two letters; it is typed in either case and kept in capitals.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { establishment } from "./EstablishmentCode.ts"
import { prisonNumber, prisonNumberIn } from "./PrisonNumber.ts"

const numbers = fc.stringMatching(/^[A-Z][0-9]{4}[A-Z]{2}$/)

describe("a prison number", () => {
  it("is read in either case and with blanks, and kept in capitals without", () => {
    fc.assert(
      fc.property(numbers, fc.infiniteStream(fc.constantFrom("", "", " ", "\t", "\u00A0")), (number, blanks) => {
        const typed = number.toLowerCase().split("").map((letter) => letter + String(blanks.next().value)).join("")
        expect(prisonNumberIn(typed)).toBe(number)
        expect(prisonNumberIn(number)).toBe(number)
      })
    )
    expect(prisonNumber(" a1234aa ")).toBe("A1234AA")
  })

  it("is nothing else: any one letter or digit more, fewer or different is none", () => {
    const near = fc.tuple(numbers, fc.nat(6), fc.constantFrom("", "A", "1", "-", "É", "１", "A1")).map(
      ([number, at, instead]) => number.slice(0, at) + instead + number.slice(at + 1)
    )
    fc.assert(fc.property(fc.oneof(near, fc.string()), (text) => {
      expect(prisonNumberIn(text) !== null).toBe(/^[A-Z]\d{4}[A-Z]{2}$/.test(text.replaceAll(/\s/g, "").toUpperCase()))
    }))
  })

  it.each(["A123AA", "A12345AA", "1A234AA", "A1234A1", "A1234AAA", "AA1234A", "A1234AA;", ""])("%j is none", (text) => {
    expect(prisonNumberIn(text)).toBe(null)
    expect(() => prisonNumber(text)).toThrow(`${text} is not a prison number. Write it like A1234AA`)
  })
})

describe("an establishment", () => {
  it("is three capital letters", () => {
    fc.assert(fc.property(fc.stringMatching(/^[A-Z]{3}$/), (code) => establishment(code) === code))
  })

  it.each(["zzi", "ZZ", "ZZII", "ZZ1", " ZZI", "ZZI ", ""])("%j is none", (text) => {
    expect(() => establishment(text)).toThrow(`${text} is not an establishment. Write it like ZZI`)
  })
})
