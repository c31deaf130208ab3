/**
 * The next key of a log in its data folder, while the log changes its key: a secret that goes along with a copy.
 *
 * Whoever runs the app names its file, which may lie anywhere. A copy takes it from `keys/`, where the documentation puts
 * it. That a key signs which is not in the copy, the newest note says.
 */
import { openNote, parseSignerKey, type VerifierKey } from "@peerwork/ledger"
import { existsSync, readdirSync } from "node:fs"
import { logKeyFile, readLogKey } from "./LogKey.ts"
import { readShared } from "./SharedFolder.ts"

/** A key has some two hundred bytes. */
const longestKey = 4096

export interface OtherKey {
  /** The name of the file in `keys/`. */
  readonly file: string
  readonly bytes: Buffer
}

interface KeyFile extends OtherKey {
  readonly verifier: VerifierKey
}

const keyFilesIn = (folder: string): ReadonlyArray<KeyFile> =>
  !existsSync(`${folder}/keys`) ? [] : readdirSync(`${folder}/keys`).sort().flatMap((file) => {
    if (`${folder}/keys/${file}` === logKeyFile(folder)) return []
    const bytes = readShared(`${folder}/keys/${file}`, longestKey)
    const key = bytes === null ? null : parseSignerKey(bytes.toString("utf8").trim())
    return bytes === null || key?._tag !== "SignerKey" ? [] : [{ file, bytes, verifier: key.verifier }]
  })

export interface NextKeys {
  readonly files: ReadonlyArray<OtherKey>
  /** Keys that sign beside that of the log and lie elsewhere, each as its name and its id. */
  readonly elsewhere: ReadonlyArray<string>
}

/** The keys in the folder that sign the newest note beside that of the log, or are named as the next one is. */
export const nextKeysIn = (folder: string, note: string): NextKeys => {
  const own = readLogKey(folder)
  if (own?._tag !== "SignerKey") return { files: [], elsewhere: [] }
  const { keyId, name } = own.verifier
  const opened = openNote(note, [own.verifier])
  const others = opened._tag === "OpenedNote" || opened._tag === "NoKnownSignature" ? opened.ignored : []
  const signing = new Set(
    others.filter((other) => other.name === name && other.keyId !== keyId).map((key) => key.keyId)
  )
  const files = keyFilesIn(folder).filter(({ file, verifier }) =>
    verifier.name === name && verifier.keyId !== keyId && (file === "next-log-key" || signing.has(verifier.keyId))
  )
  const found = new Set(files.map(({ verifier }) => verifier.keyId))
  return { files, elsewhere: [...signing].filter((id) => !found.has(id)).map((id) => `${name}+${id}`) }
}
