/**
 * `npm run generate`: writes the look-up pages anew from the law.
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { lookUpPages } from "./LookUpPages.ts"
import { readTree } from "./SourceTree.ts"

const root = fileURLToPath(new URL("../../..", import.meta.url))
const house = readTree(root)

for (const [path, text] of lookUpPages(house)) {
  const changed = house.get(path) !== text
  if (changed) writeFileSync(join(root, path), text)
  console.log(`${changed ? "written  " : "unchanged"} ${path}`)
}
