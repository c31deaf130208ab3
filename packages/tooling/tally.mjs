/**
 * The last line of `.ci/run`: `N passed, N failed, N skipped`, summed over the reports that it is given.
 *
 * A report of vitest counts its tests; a list of tests, which is what there is of a suite that could not run, counts
 * as skipped. A report that was never written counts nothing: whoever failed to write it has said so already.
 */
import { existsSync, readFileSync } from "node:fs"

const total = { passed: 0, failed: 0, skipped: 0 }
for (const file of process.argv.slice(2).filter((name) => existsSync(name))) {
  const report = JSON.parse(readFileSync(file, "utf8"))
  if (Array.isArray(report)) total.skipped += report.length
  else {
    total.passed += report.numPassedTests
    total.failed += report.numFailedTests
    total.skipped += report.numPendingTests
  }
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
