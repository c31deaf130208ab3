/**
 * Writes a bundle: one folder with the history, all that proves it, and the history again in forms for reading.
 *
 * The events are read once and in order, and never all in memory. What comes out follows from the material alone.
 */
import {
  emptyEdge,
  entriesBytes,
  entriesPath,
  frontierOf,
  growEdge,
  parseCheckpoint,
  partialTiles,
  rootOf,
  sameHash,
  sha256,
  tileAt,
  tilePath,
  tileWidth,
  type TileWithBytes
} from "@peerwork/ledger"
import type { Checkpoint } from "@peerwork/ledger"
import { CannotGoOn } from "../SubCommand.ts"
import { checkpointPath, historyPath, manifestPath, publishedPath } from "./BundlePaths.ts"
import type { BundleSink } from "./BundleSink.ts"
import { cover, readme, type ToSay } from "./BundleWords.ts"
import { derivedFiles } from "./DerivedFiles.ts"
import { eventSchemas } from "./EventSchemas.ts"
import { type Leaf, leafOf } from "./Leaf.ts"
import { formatManifest } from "./Manifest.ts"

/** A signed note by the number of events that it vouches for. */
export interface PublishedNote {
  readonly size: number
  /** With every cosignature that there is. */
  readonly note: string
}

/** A file that is handed on as it is. */
export interface HandedOn {
  readonly path: string
  readonly bytes: Uint8Array
}

export interface Material {
  /** The note that the bundle ends with. */
  readonly newest: PublishedNote
  /** Every note up to that one. */
  readonly published: ReadonlyArray<PublishedNote>
  /** The stored bytes of every event, in order, at least as many as the note vouches for. */
  readonly events: Iterable<Buffer>
  /** What was asked of witnesses, and what they answered. */
  readonly witness: ReadonlyArray<HandedOn>
  /** The rules by their versions, each as one module. */
  readonly lawOf: (version: string) => Uint8Array | null
  readonly verifier: Uint8Array
  readonly madeFor: string | null
}

/** The log does not hold what was signed: it has to be verified, not packed. */
export class CannotPack extends CannotGoOn {
  override readonly name: string = "CannotPack"
}

/** An event is not as any log writes one, so nothing follows from it: whoever signed it has made it up. */
export class NotInForm extends CannotPack {
  override readonly name = "NotInForm"
  readonly position: number

  constructor(position: number, because: string) {
    super(`The event at position ${position} is not of the form that a log writes: ${because}`)
    this.position = position
  }
}

/** Reads what an event says. Throws `NotInForm` where it does not say it. */
const inForm = <A>(position: number, read: () => A): A => {
  try {
    return read()
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof RangeError) {
      throw new NotInForm(position, error.message)
    }
    throw error
  }
}

const claimed = (note: string): Checkpoint => {
  const claim = parseCheckpoint(note.slice(0, note.lastIndexOf("\n\n") + 1))
  if (claim._tag === "Malformed") throw new CannotPack(`The newest checkpoint cannot be read: ${claim.because}`)
  return claim
}

const signersOf = (note: string): ReadonlyArray<string> =>
  note.slice(note.lastIndexOf("\n\n") + 2).split("\n").flatMap((line) => line.split(" ")[1] ?? [])

/** `example.org/peer-work/events` as part of the name of a folder. */
const slug = (origin: string): string => origin.replaceAll(/[^A-Za-z0-9.]+/g, "-").replaceAll(/^[-.]+|-+$/g, "")

/** The name of the bundle: the log, the number of events, and the first hexadecimal digits of the root. */
export const bundleName = (note: string): string => {
  const { origin, root, size } = claimed(note)
  return `${slug(origin)}-${size}-${Buffer.from(root).toString("hex").slice(0, 16)}`
}

function* leavesOf(events: Iterable<Buffer>, size: number): Generator<Leaf> {
  let position = 0
  if (size === 0) return
  for (const bytes of events) {
    position++
    yield inForm(position, () => leafOf(position, bytes))
    if (position === size) return
  }
}

/** The tree as it grows with the entries, a tile of leaves at a time. */
const treeInto = (sink: BundleSink, size: number) => {
  let [edge, waiting]: [typeof emptyEdge, Array<Leaf>] = [emptyEdge, []]
  const put = ({ bytes, tile }: TileWithBytes) => sink.write(tilePath(tile), bytes)
  const flush = () => {
    const tile = tileAt(0, Math.floor(edge.size / tileWidth), waiting.length)
    sink.write(entriesPath(tile), entriesBytes(waiting.map(({ bytes }) => bytes)))
    const grown = growEdge(edge, waiting.map(({ hash }) => hash))
    edge = grown.edge
    grown.tiles.forEach(put)
    waiting = []
  }
  return {
    next: (leaf: Leaf) => {
      waiting.push(leaf)
      if (waiting.length === tileWidth) flush()
    },
    /** The root, or why there is none. */
    end: (): Uint8Array => {
      if (waiting.length > 0) flush()
      if (edge.size < size) {
        throw new CannotPack(`The checkpoint vouches for ${size} events, and the log has ${edge.size}; verify the log`)
      }
      partialTiles(edge).forEach(put)
      return rootOf(frontierOf(edge))
    }
  }
}

/** The version of the law that decided it, which names a file: it may lead to no other folder. */
const lawOf = ({ envelope: { decision: { law } } }: Leaf): string => {
  if (/^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(law)) return law
  throw new RangeError(`${JSON.stringify(law)} is no version of a law`)
}

interface Told {
  readonly lastRecordedAt: string | null
  readonly laws: ReadonlyArray<string>
}

/** Everything that comes of the events; refuses where they are not those that were signed. */
const writeEvents = (sink: BundleSink, { events }: Material, { root, size }: Checkpoint): Told => {
  const tree = treeInto(sink, size)
  const history = sink.open(historyPath)
  const derived = derivedFiles(sink)
  const laws = new Set<string>()
  let lastRecordedAt: string | null = null
  const lineFeed = Buffer.from("\n")
  for (const leaf of leavesOf(events, size)) {
    tree.next(leaf)
    history.write(leaf.bytes)
    history.write(lineFeed)
    inForm(leaf.position, () => derived.next(leaf))
    laws.add(inForm(leaf.position, () => lawOf(leaf)))
    lastRecordedAt = leaf.envelope.recordedAt
  }
  history.end()
  derived.end()
  if (!sameHash(tree.end(), root)) {
    throw new CannotPack(`The first ${size} events are not those that were signed; verify the log`)
  }
  return { lastRecordedAt, laws: [...laws].sort() }
}

const writeBeside = (sink: BundleSink, material: Material, checkpoint: Checkpoint, told: Told): void => {
  const { madeFor, newest, verifier } = material
  const laws = told.laws.filter((version) => {
    const text = material.lawOf(version)
    if (text !== null) sink.write(`law/${version}.mjs`, text)
    return text !== null
  })
  const schemas = eventSchemas()
  sink.write(`schemas/${sha256(schemas).toString("hex")}.json`, schemas)
  sink.write("verify.mjs", verifier)
  const say: ToSay = {
    name: bundleName(newest.note),
    origin: checkpoint.origin,
    size: checkpoint.size,
    root: Buffer.from(checkpoint.root).toString("base64"),
    lastRecordedAt: told.lastRecordedAt,
    madeFor,
    laws,
    verifier: sha256(verifier).toString("hex"),
    signers: signersOf(newest.note)
  }
  sink.write("README.txt", readme(say))
  sink.write("cover.html", cover(say))
}

const writeAll = (sink: BundleSink, material: Material): void => {
  const { newest, published, witness } = material
  const checkpoint = claimed(newest.note)
  const told = writeEvents(sink, material, checkpoint)
  sink.write(checkpointPath, newest.note)
  for (const { note, size } of published) {
    if (size <= checkpoint.size) sink.write(publishedPath(size), note)
  }
  for (const { bytes, path } of witness) sink.write(`witness/${path}`, bytes)
  writeBeside(sink, material, checkpoint, told)
  sink.write(manifestPath, formatManifest(sink.files()))
}

/** Writes the bundle into the sink, and finishes it; where something is wrong nothing is left. */
export const writeBundle = (sink: BundleSink, material: Material): void => {
  try {
    writeAll(sink, material)
    sink.finish()
  } catch (error) {
    sink.giveUp()
    throw error
  }
}
