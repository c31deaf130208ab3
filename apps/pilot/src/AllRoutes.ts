/**
 * All routes of the app, by what they are for.
 */
import { commandRoutes } from "./api/CommandsApi.ts"
import { eventRoutes } from "./api/EventsApi.ts"
import { monitoringRoutes } from "./api/Monitoring.ts"
import { openApiRoutes } from "./api/OpenApi.ts"
import { readRoutes } from "./api/ReadsApi.ts"
import { receiptRoutes } from "./api/Receipts.ts"
import { reportRoutes } from "./api/ReportReads.ts"
import { ruleApiRoutes } from "./api/RulesApi.ts"
import { clockRoutes } from "./demo/ClockPages.ts"
import { commandPageRoutes } from "./forms/CommandPages.ts"
import { circumstanceRoutes } from "./pages/CircumstancePages.ts"
import { cohortRoutes } from "./pages/CohortPages.ts"
import { docsRoutes } from "./pages/DocsPages.ts"
import { doRoutes } from "./pages/DoPages.ts"
import { escalationRoutes } from "./pages/EscalationPages.ts"
import { exportRoutes } from "./pages/ExportPages.ts"
import { historyRoutes } from "./pages/HistoryPages.ts"
import { nonAssociationRoutes } from "./pages/NonAssociationPages.ts"
import { plainRoutes } from "./pages/PlainPages.ts"
import { leadingToMoments } from "./pages/RecordMoments.ts"
import { reportPageRoutes } from "./pages/ReportPages.ts"
import { escalationRouteRoutes } from "./pages/RoutePages.ts"
import { rulePageRoutes } from "./pages/RulePages.ts"
import { schemeRoutes } from "./pages/SchemePages.ts"
import { shadowingRoutes } from "./pages/ShadowingPages.ts"
import { signInRoutes } from "./pages/SignInPages.ts"
import { supervisionRoutes } from "./pages/SupervisionPages.ts"
import { supportRoutes } from "./pages/SupportPages.ts"
import { todayRoutes } from "./pages/TodayPages.ts"
import { trainerRoutes } from "./pages/TrainerPages.ts"
import { trainingRoutes } from "./pages/TrainingPages.ts"
import { versionRoutes } from "./pages/VersionPages.ts"
import { workerRoutes } from "./pages/WorkerPages.ts"
import type { Route } from "./server/Routes.ts"
import { checkpointRoutes } from "./signing/Checkpoints.ts"
import { proofRoutes } from "./signing/Proofs.ts"

export const routes: ReadonlyArray<Route> = leadingToMoments([
  ...monitoringRoutes,
  ...openApiRoutes,
  ...commandRoutes,
  ...receiptRoutes,
  ...readRoutes,
  ...reportRoutes,
  ...eventRoutes,
  ...checkpointRoutes,
  ...proofRoutes,
  ...ruleApiRoutes,
  ...signInRoutes,
  ...plainRoutes,
  ...todayRoutes,
  ...workerRoutes,
  ...historyRoutes,
  ...exportRoutes,
  ...versionRoutes,
  ...shadowingRoutes,
  ...circumstanceRoutes,
  ...supportRoutes,
  ...nonAssociationRoutes,
  ...cohortRoutes,
  ...trainingRoutes,
  ...supervisionRoutes,
  ...schemeRoutes,
  ...escalationRoutes,
  ...escalationRouteRoutes,
  ...trainerRoutes,
  ...reportPageRoutes,
  ...rulePageRoutes,
  ...docsRoutes,
  ...doRoutes,
  ...commandPageRoutes,
  ...clockRoutes
])
