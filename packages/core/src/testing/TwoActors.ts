/**
 * Two who act at once, over all lives: any commands that their roles allow, each decided on what its actor has seen.
 *
 * Often one of them has not yet seen what the other did last. A refusal tells what is possible instead, and often they
 * do that; so histories go far without anybody naming a life here.
 */
import type { Actor } from "../language/Actor.ts"
import type { Command, Given } from "../language/Command.ts"
import type { Decided } from "../language/Deciding.ts"
import type { Happened } from "../language/Event.ts"
import { instant, localDateOf } from "../language/Instant.ts"
import type { Instant } from "../language/Instant.ts"
import type { Decision } from "../language/Judgement.ts"
import { addDays, date } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { allCommands, decisions } from "../Registry.ts"
import { mayGive } from "../WhoMay.ts"
import { anyCommand, dice, namedIn } from "./AnyCommand.ts"
import type { Drawing, Named } from "./AnyCommand.ts"
import { indexedHistory } from "./IndexedHistory.ts"
import type { IndexedHistory } from "./IndexedHistory.ts"

/** A command that was given, what it was decided on, and what came of it. */
export interface Turn {
  readonly given: Given
  readonly actor: Actor
  readonly now: Instant
  readonly decision: Decision
  readonly events: ReadonlyArray<Happened>
}

interface Hint {
  readonly life: string
  readonly id: string
  readonly possible: ReadonlyArray<string>
}

/** A course of commands, each given until it is accepted: what somebody has in mind while everything else happens. */
export type Course = (drawing: Drawing) => ReadonlyArray<(on: LocalDate) => Given>

/** A course that is not given up after this many tries of one step would only stand in the way. */
const mostTries = 8

interface Underway {
  readonly steps: ReadonlyArray<(on: LocalDate) => Given>
  readonly at: number
  readonly tries: number
}

interface Game {
  readonly history: IndexedHistory
  readonly named: Named
  readonly numbers: Map<string, string>
  now: Instant
  /** How much was there before the newest turn that kept anything. */
  seen: number
  hint: Hint | null
  ids: number
  /** How often each command had an effect. */
  readonly effects: Map<string, number>
  readonly courses: ReadonlyArray<Course>
  underway: ReadonlyArray<Underway>
}

/** Every role that gives commands, taken in turns by two. */
export interface Player {
  readonly id: string
  readonly roles: ReadonlyArray<Actor["role"]>
}

const allowed = new Map<string, ReadonlyArray<Command>>()

const commandsOf = (role: Actor["role"]): ReadonlyArray<Command> => {
  const known = allowed.get(role) ?? allCommands.filter(({ name }) => mayGive(role, name))
  allowed.set(role, known)
  return known
}

const minutes = [1, 5, 30, 60, 240, 480, 1440, 1440, 2880, 10_080]

const two = (count: number): string => String(count).padStart(2, "0")

/** Some minutes later, in universal time. */
const laterBy = (now: Instant, count: number): Instant => {
  const minute = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) + count
  const day = addDays(date(now.slice(0, 10)), Math.floor(minute / 1440))
  return instant(`${day}T${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}:00.000Z`)
}

const numberIn = (given: Given): { readonly number: string; readonly of: string } | null => {
  const command = decisions.get(given._tag)?.command
  const field = Object.entries(command?.fields ?? {}).find(([, one]) =>
    one.classification === "personal" && one.lookup !== null
  )
  if (command === undefined || field === undefined) return null
  const values = given as unknown as Readonly<Record<string, unknown>>
  const number = values[field[0]]
  return typeof number === "string" ? { number, of: String(values[command.life]) } : null
}

const isTaken = ({ numbers }: Game, given: Given): boolean => {
  const number = numberIn(given)
  if (number === null) return false
  const owner = numbers.get(number.number)
  return owner !== undefined && owner !== number.of
}

/** After these little else can happen. */
const seldom = new Set([
  "CloseScheme",
  "PauseScheme",
  "VoidSchemeStep",
  "CorrectSchemeStep",
  "RecordTrainingLeadLeaving",
  "RecordStaffLeaving"
])

const chosen = (game: Game, role: Actor["role"], drawing: Drawing): Given | null => {
  const { roll } = drawing
  const { hint } = game
  const commands = commandsOf(role)
  if (hint !== null && roll(10) < 7) {
    const possible = commands.filter(({ name }) => hint.possible.includes(name))
    const command = possible[roll(Math.max(1, possible.length))]
    if (command !== undefined) return anyCommand(command, { ...drawing, about: { [hint.life]: hint.id } })
  }
  // Of a few, the one that had the fewest effects so far; what ends everything only now and then
  const few = Array.from({ length: 4 }, () => commands[roll(commands.length)]).filter((one) => one !== undefined)
    .filter(({ name }) => !seldom.has(name) || roll(20) === 0)
  const effectsOf = (one: Command): number => game.effects.get(one.name) ?? 0
  const [command] = few.sort((a, b) => effectsOf(a) - effectsOf(b))
  return command === undefined ? null : anyCommand(command, drawing)
}

/** The same command with a reason for every soft rule that stood in its way; null where another one did. */
const withReasons = (given: Given, decision: Decision): Given | null => {
  if (decision._tag === "Accepted" || decision.moment !== null) return null
  const broken = decision.judged.filter((one) => one.held === false && one.strength !== "alert")
  if (broken.some((one) => one.strength === "hard")) return null
  return { ...given, overrides: broken.map(({ rule }) => ({ rule, reason: "It was decided so" })) }
}

const hintIn = (given: Given, decision: Decision): Hint | null => {
  if (decision._tag === "Accepted" || decision.moment === null) return null
  const { life, possible } = decision.moment
  const id = (given as unknown as Readonly<Record<string, unknown>>)[life]
  return typeof id === "string" && possible.length > 0 ? { life, id, possible } : null
}

/** The last of the dates that the broken rules name: staff wait for it. */
const firstDateThatWillDo = (decision: Decision): LocalDate | null =>
  decision._tag === "Accepted"
    ? null
    : decision.judged.flatMap(({ earliest }) => earliest === null ? [] : [earliest]).sort().at(-1) ?? null

/** Decides on what the actor has seen, and again on everything where something that was read has changed. */
const settled = (game: Game, given: Given, actor: Actor, upTo: number): readonly [Decided, ReadonlyArray<Happened>] => {
  const acting = { actor, now: game.now, numberTaken: isTaken(game, given) }
  const { history } = game
  const first = history.decide(given, acting, upTo)
  const kept = history.keep(first, upTo)
  if (kept !== null) return [first, kept]
  const head = history.events.length
  const again = history.decide(given, acting, head)
  return [again, history.keep(again, head) ?? []]
}

/** The role in which the player may give the command, and otherwise the one that was drawn. */
const actingAs = ({ roles }: Player, { _tag }: Given, drawn: Actor["role"]): Actor["role"] =>
  mayGive(drawn, _tag) ? drawn : roles.find((role) => mayGive(role, _tag)) ?? drawn

const remember = (game: Game, given: Given, events: ReadonlyArray<Happened>): void => {
  if (events.length === 0) return
  events.forEach(game.named.note)
  game.effects.set(given._tag, (game.effects.get(given._tag) ?? 0) + 1)
  const number = numberIn(given)
  if (number !== null) game.numbers.set(number.number, number.of)
}

/** The next step of a course, and what remains of it when it is accepted or not. */
const nextStep = (game: Game, drawing: Drawing) => {
  const { roll } = drawing
  const course = game.courses[roll(Math.max(1, game.courses.length))]
  if (game.underway.length < 3 && course !== undefined) {
    game.underway = [...game.underway, { steps: course(drawing), at: 0, tries: 0 }]
  }
  const one = game.underway[roll(Math.max(1, game.underway.length))]
  const given = one?.steps[one.at]?.(drawing.today)
  if (one === undefined || given === undefined) return null
  const others = game.underway.filter((other) => other !== one)
  const after = (isAccepted: boolean): ReadonlyArray<Underway> => {
    const next = isAccepted ? { ...one, at: one.at + 1, tries: 0 } : { ...one, tries: one.tries + 1 }
    return next.at >= one.steps.length || next.tries > mostTries ? others : [...others, next]
  }
  return { given, after }
}

const turn = (game: Game, players: ReadonlyArray<Player>, seed: number): Turn | null => {
  const roll = dice(seed)
  const player = players[roll(players.length)]
  const role = player?.roles[roll(player.roles.length)]
  if (player === undefined || role === undefined) return null
  game.now = roll(3) === 0 ? game.now : laterBy(game.now, minutes[roll(minutes.length)] ?? 0)
  const drawing: Drawing = {
    roll,
    named: game.named,
    today: localDateOf(game.now),
    about: {},
    fresh: () => `00000000-0000-4000-a000-${String(++game.ids).padStart(12, "0")}`
  }
  const step = roll(2) === 0 ? nextStep(game, drawing) : null
  const drawn = step?.given ?? chosen(game, role, drawing)
  if (drawn === null) return null
  const actor = { id: player.id, role: actingAs(player, drawn, role) }
  const head = game.history.events.length
  const [first, kept] = settled(game, drawn, actor, roll(3) === 0 ? game.seen : head)
  const reasoned = withReasons(drawn, first.decision)
  const given = reasoned ?? drawn
  const [decided, events] = reasoned === null ? [first, kept] : settled(game, reasoned, actor, head)
  if (events.length > 0) game.seen = head
  remember(game, given, events)
  game.hint = hintIn(given, decided.decision)
  const earliest = firstDateThatWillDo(decided.decision)
  if (earliest !== null && earliest > drawing.today && roll(2) === 0) game.now = instant(`${earliest}T09:00:00.000Z`)
  if (step !== null) game.underway = step.after(decided.decision._tag === "Accepted")
  return { given, actor, now: game.now, decision: decided.decision, events }
}

/** What a game begins with. */
export interface Beginning {
  readonly events: ReadonlyArray<Happened>
  readonly players: ReadonlyArray<Player>
  readonly courses: ReadonlyArray<Course>
}

/** Plays one turn for each number, and tells of each that was taken. */
export const play = (
  { courses, events, players }: Beginning,
  seeds: ReadonlyArray<number>,
  tell: (turn: Turn) => void
): IndexedHistory => {
  const game: Game = {
    courses,
    underway: [],
    history: indexedHistory(events),
    named: namedIn(events),
    numbers: new Map(),
    now: events.at(-1)?.recordedAt ?? instant("2016-01-01T09:00:00.000Z"),
    seen: events.length,
    hint: null,
    ids: 0,
    effects: new Map()
  }
  for (const seed of seeds) {
    const taken = turn(game, players, seed)
    if (taken !== null) tell(taken)
  }
  return game.history
}
