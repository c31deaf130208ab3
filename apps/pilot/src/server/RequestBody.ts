/**
 * Request bodies: read up to a limit, and not a byte further.
 */
import * as Effect from "effect/Effect"
import type { IncomingMessage } from "node:http"
import { problem } from "./Answer.ts"
import type { Problem } from "./Answer.ts"
import type { Exchange } from "./Exchange.ts"

/** 64 KiB. */
const mostBytes = 65_536

const tooLarge = (actual: number): Problem =>
  problem(
    "too-large",
    `The most bytes in a body are ${mostBytes}, and this has ${actual > mostBytes ? actual : "more"}`,
    {
      limit: "bytes in a body",
      max: mostBytes
    },
    { connection: "close" }
  )

const utf8 = new TextDecoder("utf-8", { fatal: true })

const textOf = (bytes: Buffer): string | Problem => {
  try {
    return utf8.decode(bytes)
  } catch {
    return problem("invalid", "The body is not UTF-8")
  }
}

const collect = (source: IncomingMessage): Effect.Effect<string, Problem> =>
  Effect.async<string, Problem>((resume) => {
    const parts: Array<Buffer> = []
    let size = 0
    const end = (outcome: string | Problem) => {
      source.removeAllListeners("data").removeAllListeners("end")
      resume(typeof outcome === "string" ? Effect.succeed(outcome) : Effect.fail(outcome))
    }
    source.on("data", (part: Buffer) => {
      size += part.length
      if (size > mostBytes) {
        source.pause()
        end(tooLarge(size))
      } else parts.push(part)
    })
    source.on("end", () => end(textOf(Buffer.concat(parts))))
    source.on("error", () => end(problem("invalid", "The body ended before it was complete")))
  })

/** The body as text. */
export const bodyOf = ({ headers, method, request }: Exchange): Effect.Effect<string, Problem> =>
  Effect.suspend(() => {
    if (method !== "POST") return Effect.succeed("")
    const packed = headers["content-encoding"] ?? "identity"
    if (packed.trim().toLowerCase() !== "identity") {
      return Effect.fail(problem("media-type", "Send the body as it is, without Content-Encoding"))
    }
    const announced = Number(headers["content-length"] ?? "0")
    return announced > mostBytes ? Effect.fail(tooLarge(announced)) : collect(request.source as IncomingMessage)
  })
