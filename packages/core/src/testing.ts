/**
 * The test kit: stories told through commands, sentences that can be false, and the laws that every life obeys.
 *
 * `story()` tells a history in which every command must be accepted. `given(history).on(date).when(command)` asks what
 * becomes of one more. The laws take a history and throw a sentence where one is broken; run them over histories of
 * your own making. Nothing here depends on a test runner.
 */
export { given } from "./testing/Given.ts"
export type { Outcome } from "./testing/Given.ts"
export { laws } from "./testing/Laws.ts"
export { story } from "./testing/Story.ts"
export type { Story } from "./testing/Story.ts"
export { withoutTheWorld } from "./testing/WithoutTheWorld.ts"
