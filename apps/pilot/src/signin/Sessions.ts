/**
 * Sessions: who is signed in, kept on the server and known to the browser by a random id only.
 *
 * A session ends after 15 minutes without a request and after 8 hours in any case: terminals are shared. Signing in
 * gives a new id, so an id that somebody else knew before is worth nothing after. Every session has a token that each
 * form sends back (CSRF). Time here is the time of the machine, never the demo clock.
 */
import { randomBytes, timingSafeEqual } from "node:crypto"
import type { DemoPerson } from "./DemoPeople.ts"

export interface Session {
  readonly id: string
  /** Null until somebody has signed in. */
  readonly person: DemoPerson | null
  readonly token: string
  readonly began: number
  readonly used: number
  /** Whom somebody looked for lately, by random ids: an address must not say who it is about. */
  readonly searches: Map<string, string>
  /** What somebody filled in lately and has not recorded yet, by the id under which it will be kept. */
  readonly forms: Map<string, KeptForm>
}

/** A form as it was sent: for which command, and with which answers. */
export interface KeptForm {
  readonly command: string
  readonly answers: string
}

const minute = 60_000
const idleMs = 15 * minute
const absoluteMs = 8 * 60 * minute
/** More than this at once are not kept: the oldest go. */
const most = 10_000

const draw = (): string => randomBytes(32).toString("base64url")

const isAlive = ({ began, used }: Session, now: number): boolean => now - used < idleMs && now - began < absoluteMs

export interface Sessions {
  /** The session of the id, used now; null where there is none or it has ended. */
  readonly find: (id: string | undefined) => Session | null
  /** A new session; the one that it replaces ends. */
  readonly begin: (person: DemoPerson | null, instead: string | null) => Session
  readonly end: (id: string) => void
}

export const makeSessions = (now: () => number = () => Date.now()): Sessions => {
  const sessions = new Map<string, Session>()
  /** Whoever has not signed in makes room first; then whoever has not come back for longest. */
  const tidy = () => {
    for (const [id, session] of sessions) if (!isAlive(session, now())) sessions.delete(id)
    if (sessions.size < most) return
    const [oldest] = [...sessions.values()].sort((a, b) => Number(a.person !== null) - Number(b.person !== null))
    if (oldest !== undefined) sessions.delete(oldest.id)
  }
  return {
    find: (id) => {
      const session = id === undefined ? undefined : sessions.get(id)
      if (session === undefined) return null
      sessions.delete(session.id)
      if (!isAlive(session, now())) return null
      const used = { ...session, used: now() }
      // Kept in the order of their last use
      sessions.set(session.id, used)
      return used
    },
    begin: (person, instead) => {
      if (instead !== null) sessions.delete(instead)
      tidy()
      const kept = { searches: new Map(), forms: new Map() }
      const session = { id: draw(), person, token: draw(), began: now(), used: now(), ...kept }
      sessions.set(session.id, session)
      return session
    },
    end: (id) => {
      sessions.delete(id)
    }
  }
}

/** More than these in a session are not kept: the oldest go. */
const mostSearches = 50
const mostForms = 20

const keepNewest = <A>(kept: Map<string, A>, most: number): void => {
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}

/** Keeps what somebody looks for until the session ends; the id stands for it in addresses. */
export const keepSearch = ({ searches }: Session, find: string): string => {
  const id = randomBytes(9).toString("base64url")
  searches.set(id, find)
  keepNewest(searches, mostSearches)
  return id
}

/** Keeps a form as it was sent, until it is recorded or the session ends: every page about it is then asked for anew. */
export const keepForm = ({ forms }: Session, id: string, form: KeptForm): void => {
  forms.delete(id)
  forms.set(id, form)
  keepNewest(forms, mostForms)
}

/** Whether a form brought the token of its session. */
export const isTokenOf = ({ token }: Session, sent: string): boolean => {
  const [known, given] = [Buffer.from(token), Buffer.from(sent)]
  return known.length === given.length && timingSafeEqual(known, given)
}

const cookieName = "peerwork-session"

/** The cookie of a session: no script reads it, and no other site's form sends it. */
export const cookieOf = ({ id }: Session): string => `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax`

export const noCookie = `${cookieName}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`

/** The id that the header of cookies holds. */
export const sessionIdIn = (header: string | undefined): string | undefined =>
  (header ?? "").split(";").map((part) => part.trim()).find((part) => part.startsWith(`${cookieName}=`))
    ?.slice(cookieName.length + 1)
