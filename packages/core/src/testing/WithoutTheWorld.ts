/**
 * A world without clock, dice or surroundings: whatever runs in it and asks for one of them fails at once.
 *
 * It shows that a decision is a function of what it was given. One hole stays: something captured when a module was
 * loaded is not seen here; the check of the sources sees that.
 */
const surroundings = [
  "Date",
  "Temporal",
  "Intl",
  "crypto",
  "performance",
  "process",
  "fetch",
  "setTimeout",
  "setInterval",
  "queueMicrotask"
]

const forbid = (target: object, name: string): () => void => {
  const before = Object.getOwnPropertyDescriptor(target, name)
  if (before?.configurable !== true) return () => {}
  Object.defineProperty(target, name, {
    configurable: true,
    get: () => {
      throw new Error(`A decision asked for ${name}. What it needs of the world is passed to it`)
    }
  })
  return () => {
    Object.defineProperty(target, name, before)
  }
}

/** Runs something that must not need the world, and puts the world back. */
export const withoutTheWorld = <A>(run: () => A): A => {
  const restore = [forbid(Math, "random"), ...surroundings.map((name) => forbid(globalThis, name))]
  try {
    return run()
  } finally {
    for (const undo of restore.reverse()) undo()
  }
}
