/**
 * Proves that every address has one handler, and that a request finds it by its method.
 */
import { describe, expect, it } from "vitest"
import { routes } from "../AllRoutes.ts"
import { match } from "./Routes.ts"

describe("an address", () => {
  it("has one handler for each method", () => {
    const names = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ":")}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  it("is found with its parts, and HEAD like GET", () => {
    expect(match(routes, "GET", "/api/staff/7")).toMatchObject({
      route: { path: "/api/staff/:id" },
      params: { id: "7" }
    })
    expect(match(routes, "HEAD", "/ping")).toMatchObject({ route: { path: "/ping" } })
    expect(match(routes, "GET", "/workers/7/history")).toMatchObject({ route: { path: "/workers/:id/history" } })
  })

  it("says which methods it answers instead", () => {
    expect(match(routes, "PUT", "/do/RegisterStaff")).toMatchObject({
      _tag: "OtherMethod",
      allow: ["GET", "POST", "HEAD"]
    })
    expect(match(routes, "GET", "/api/commands/RegisterStaff")).toMatchObject({ _tag: "OtherMethod", allow: ["POST"] })
    expect(match(routes, "GET", "/nowhere/at/all")).toEqual({ _tag: "None" })
  })

  it("that shows records of single people is closed to whoever may not see them", () => {
    const closed = routes.filter(({ sees }) => sees === "records").map(({ path }) => path)
    for (
      const path of [
        "/workers",
        "/workers/:id",
        "/workers/:id/history",
        "/shadowings/:id",
        "/api/events",
        "/api/people"
      ]
    ) {
      expect(closed).toContain(path)
    }
  })
})
