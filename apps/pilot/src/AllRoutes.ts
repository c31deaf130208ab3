/**
 * All routes of the app, by what they are for.
 */
import { commandRoutes } from "./api/CommandsApi.ts"
import { eventRoutes } from "./api/EventsApi.ts"
import { monitoringRoutes } from "./api/Monitoring.ts"
import { openApiRoutes } from "./api/OpenApi.ts"
import { readRoutes } from "./api/ReadsApi.ts"
import { receiptRoutes } from "./api/Receipts.ts"
import { ruleApiRoutes } from "./api/RulesApi.ts"
import { commandPageRoutes } from "./forms/CommandPages.ts"
import { doRoutes } from "./pages/DoPages.ts"
import { plainRoutes } from "./pages/PlainPages.ts"
import { signInRoutes } from "./pages/SignInPages.ts"
import type { Route } from "./server/Routes.ts"

export const routes: ReadonlyArray<Route> = [
  ...monitoringRoutes,
  ...openApiRoutes,
  ...commandRoutes,
  ...receiptRoutes,
  ...readRoutes,
  ...eventRoutes,
  ...ruleApiRoutes,
  ...signInRoutes,
  ...plainRoutes,
  ...doRoutes,
  ...commandPageRoutes
]
