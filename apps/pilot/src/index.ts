/**
 * `@peerwork/pilot`: the app. It is started with `npm start`; this is for tools that want its API document, and for
 * tests that serve it themselves.
 */
export { openApi } from "./api/OpenApi.ts"
export { serve, servicesOver } from "./Start.ts"
