/**
 * Proves that nothing in a file puts a line of its own on the screen.
 */
import { expect, it } from "vitest"
import { shownLine } from "./ProcessTerminal.ts"

it("shows what would steer the terminal, and leaves all else as it is", () => {
  expect(shownLine("x\u001b[2J\nThe history is whole.\r\u009b1A\u007f\u202etxt")).toBe(
    "x\\u001b[2J\\u000aThe history is whole.\\u000d\\u009b1A\\u007f\\u202etxt"
  )
  expect(shownLine("\u2014 Zo\u00eb's record, 78.6 %")).toBe("\u2014 Zo\u00eb's record, 78.6 %")
})

it("leaves a line of JSON what it is", () => {
  const value = { path: "\u001b[31m\u009b\n" }
  expect(JSON.parse(shownLine(JSON.stringify(value)))).toEqual(value)
})
