/**
 * Who left an establishment for good, and who is only away.
 */
import { describe, expect, it } from "vitest"
import { establishment } from "../language/EstablishmentCode.ts"
import { instant } from "../language/Instant.ts"
import { date } from "../language/LocalDate.ts"
import { leftForGood, sayLeftForGood } from "./LeftForGood.ts"
import type { Movement, MovementKind } from "./Whereabouts.ts"

const [here, elsewhere] = [establishment("ZZI"), establishment("ZZA")]

const moved = (...all: ReadonlyArray<readonly [day: string, kind: MovementKind, to?: typeof here]>) => ({
  movements: all.map(([day, kind, to = here], index): Movement => ({
    event: `event ${index}`,
    position: index + 1,
    kind,
    on: date(day),
    establishment: to,
    wing: null,
    forWork: false,
    restricted: false,
    changed: { on: date(day), recordedAt: instant("2025-01-01T09:00:00.000Z"), by: { id: "x", role: "officer" } }
  }))
})

const came = ["2024-01-02", "Registered"] as const
const left = (person: ReturnType<typeof moved>, ...days: ReadonlyArray<string>) =>
  days.map((day) => leftForGood(person, here, date(day)))

describe("somebody has left an establishment for good", () => {
  it("from the day on which they were released, until they are admitted again", () => {
    const released = moved(came, ["2024-02-28", "Released"], ["2024-03-04", "Readmitted"])
    expect(left(released, "2024-02-27", "2024-02-28", "2024-02-29", "2024-03-03", "2024-03-04"))
      .toEqual([null, "Released", "Released", "Released", null])
  })

  it("from the day on which they died, whatever is recorded of later days", () => {
    const died = moved(came, ["2024-12-26", "Died"], ["2024-12-27", "Transferred"])
    expect(left(died, "2024-12-25", "2024-12-26", "2024-12-27")).toEqual([null, "Died", "Died"])
  })

  it("from the day on which they were transferred or left for it, until they are back", () => {
    const transferred = moved(came, ["2024-03-29", "Transferred", elsewhere], ["2024-04-02", "Transferred"])
    expect(left(transferred, "2024-03-28", "2024-03-29", "2024-04-01", "2024-04-02"))
      .toEqual([null, "Transferred", "Transferred", null])
    expect(left(moved(came, ["2024-03-29", "LeftForTransfer"]), "2024-03-28", "2024-03-29"))
      .toEqual([null, "Transferred"])
  })

  it("also while they are away for a time from where they were transferred to", () => {
    const away = moved(came, ["2024-03-29", "Transferred", elsewhere], ["2024-04-02", "LeftTemporarily", elsewhere])
    expect(left(away, "2024-04-02")).toEqual(["Transferred"])
  })

  it("but not while they are away for a time, nor before they came", () => {
    const away = moved(came, ["2024-05-06", "LeftTemporarily"])
    expect(left(away, "2024-01-01", "2024-05-06", "2024-05-07")).toEqual([null, null, null])
    expect(leftForGood(moved(came, ["2024-05-06", "Released"]), elsewhere, date("2024-05-07"))).toBeNull()
  })
})

it("how somebody left is said without where they went", () => {
  expect((["Transferred", "Released", "Died"] as const).map(sayLeftForGood))
    .toEqual(["They were transferred from the establishment", "They were released", "They died"])
})
