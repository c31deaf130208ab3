/**
 * Where everything lies in a bundle.
 */
export const manifestPath = "manifest.json"
export const checkpointPath = "checkpoint"
export const historyPath = "derived/history.jsonl"

/** A published note by the size that it vouches for. */
export const publishedPath = (size: number): string => `checkpoints/${size}`

/** Paths in the one order that a bundle has: by their code units, whatever the country. */
export const byPath = (a: string, b: string): number => a < b ? -1 : a > b ? 1 : 0
