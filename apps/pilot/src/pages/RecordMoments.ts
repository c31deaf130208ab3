/**
 * Records at a moment: the page of a record shows it as it is now. Whoever asks it about a moment, in the words that the
 * API takes, is led to its versions, where that is answered; a question is never left out of an answer without a word.
 */
import * as Effect from "effect/Effect"
import { momentParameters } from "../records/Moment.ts"
import { redirect } from "../server/Answer.ts"
import type { Route } from "../server/Routes.ts"
import { versionPlaces } from "./VersionPlaces.ts"

const recordPages: ReadonlySet<string> = new Set(Object.values(versionPlaces).map(({ path }) => `/${path}/:id`))

const words = Object.keys(momentParameters)

/** The routes, with every page of a record leading to its versions where a moment is asked about. */
export const leadingToMoments = (routes: ReadonlyArray<Route>): ReadonlyArray<Route> =>
  routes.map((route) =>
    route.method !== "GET" || !recordPages.has(route.path) ? route : {
      ...route,
      answer: (asked) =>
        words.some((word) => asked.query.has(word))
          ? Effect.succeed(redirect(`${asked.path}/versions?${asked.query.toString()}`))
          : route.answer(asked)
    }
  )
