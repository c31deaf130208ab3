/**
 * Plain pages: accessibility, privacy, cookies, help, and what each kind of problem means.
 */
import * as Effect from "effect/Effect"
import { page, problem } from "../server/Answer.ts"
import { isProblemKind, problemKinds } from "../server/ProblemKinds.ts"
import { open } from "../server/Routes.ts"
import type { Route } from "../server/Routes.ts"

const plain = (name: string, title: string): Route =>
  open("GET", `/${name}`, () => Effect.succeed(page(`${name}.njk`, title)))

const kinds = Object.entries(problemKinds).map(([name, kind]) => ({ name, ...kind }))

const problems: Route = open(
  "GET",
  "/problems",
  () => Effect.succeed(page("problems.njk", "Kinds of problem", { kinds }))
)

const oneKind: Route = open("GET", "/problems/:kind", ({ params }) => {
  const name = params["kind"] ?? ""
  return Effect.succeed(
    isProblemKind(name)
      ? page("problem-kind.njk", problemKinds[name].title, { name, ...problemKinds[name] })
      : problem("not-found", "There is no such kind of problem")
  )
})

export const plainRoutes: ReadonlyArray<Route> = [
  plain("accessibility", "Accessibility statement"),
  plain("privacy", "Privacy"),
  plain("cookies", "Cookies"),
  plain("help", "Help"),
  problems,
  oneKind
]
