/**
 * The files of a bundle in memory, one of which can be changed at a time: for tests that change every byte of one.
 */
import { createHash } from "node:crypto"
import type { BundleFiles } from "../verify/BundleFiles.ts"

const sizeAndHash = (bytes: Buffer) => ({
  bytes: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex")
})

/** Hashes of what was not changed are taken once. */
export const filesInMemory = (bundle: BundleFiles) => {
  const kept = new Map(bundle.paths.map((path) => [path, bundle.read(path) as Buffer]))
  const hashes = new Map([...kept].map(([path, bytes]) => [path, sizeAndHash(bytes)]))
  return (changed: string, bytes: Buffer): BundleFiles => {
    const read = (path: string) => path === changed ? bytes : kept.get(path) ?? null
    return {
      folder: bundle.folder,
      paths: bundle.paths,
      strange: [],
      read,
      sizeAndHash: (path) => path === changed ? sizeAndHash(bytes) : hashes.get(path) ?? { bytes: 0, sha256: "" },
      open: (path) => {
        const whole = read(path)
        let at = 0
        return whole === null ? null : { next: (length) => whole.subarray(at, at += length), close: () => undefined }
      }
    }
  }
}
