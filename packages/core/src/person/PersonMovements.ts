/**
 * Where a person goes: transfers, wings, times away, release and readmission.
 *
 * Each movement counts from the day on which it took place, and is judged by where the person was on that day, not by
 * what was recorded last: news of a movement often comes late. A late entry that leaves later ones without a beginning
 * is accepted and somebody is asked to look (PERSON-3).
 */
import { command, deriving } from "../language/Command.ts"
import { decision } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Occurrence } from "../language/Event.ts"
import { open, optional, personal, tagged } from "../language/Field.ts"
import { judge, wrongMoment } from "../language/Judgement.ts"
import type { Judgement } from "../language/Judgement.ts"
import { aCode, anEstablishment, aPastDate, idOf, yesOrNo } from "../language/Kind.ts"
import { later } from "../language/LocalDate.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { identityOf } from "./Identity.ts"
import { departureReason, releaseReason } from "./MovementReasons.ts"
import { personRefused, personSteps } from "./Person.ts"
import {
  PersonChangedWing,
  PersonDied,
  PersonLeftTemporarily,
  PersonReadmitted,
  PersonReleased,
  PersonReturned,
  PersonTransferred
} from "./PersonEvents.ts"
import { FollowFromWhereThePersonWas } from "./rules/FollowFromWhereThePersonWas.ts"
import { byDate, newMisfit, whereaboutsOn } from "./Whereabouts.ts"
import type { MovementKind } from "./Whereabouts.ts"

const scheduling = { subject: "person", keep: "scheduling" } as const

const which = tagged("person", idOf("person"), "Which person?")
const wing = open(aCode("B_WING"), "On which wing do they live now?", "Capital letters, for example B_WING.")

const whereTo = tagged(
  "establishment",
  anEstablishment,
  "To which establishment?",
  "Three capital letters, for example ZZI."
)

const rules = [KeepTheOrderOfEvents, FollowFromWhereThePersonWas] as const

interface Moving {
  readonly name: string
  readonly kind: MovementKind
  readonly command: { readonly person: string; readonly on: LocalDate }
  /** Why nothing would change, given where the person was on that day; null where it would. */
  readonly idle?: (where: { readonly establishment: EstablishmentCode; readonly wing: string | null }) => string | null
  readonly events: (establishment: EstablishmentCode) => ReadonlyArray<Occurrence>
}

/** Judges a movement by where the person was on its day. */
function* moves({ command, events, idle, kind, name }: Moving): Reading<Judgement<typeof rules[number]["id"]>> {
  const { person } = yield* identityOf(command.person, command.on)
  const { movements, since, status, changed } = person
  if (since === null) return wrongMoment("person", status, changed, personSteps[status])
  const then = whereaboutsOn(movements, later(command.on, since))
  const where = then.stays.at(-1)
  const refused = personRefused(then, name)
  if (refused !== null || where === undefined) {
    return refused ?? wrongMoment("person", then.status, then.changed, personSteps[then.status])
  }
  const nothingNew = idle?.(where) ?? null
  if (nothingNew !== null) {
    return wrongMoment("person", then.status, then.changed, personSteps[then.status], nothingNew)
  }
  const afterwards = byDate([...movements, { event: "", position: Infinity, kind, on: command.on }])
  return judge(
    KeepTheOrderOfEvents.asks({ on: command.on, notBefore: since }),
    FollowFromWhereThePersonWas.asks({ misfit: newMisfit(movements, afterwards) })
  ).accept(() => events(where.establishment))
}

interface Arriving {
  readonly person: string
  readonly establishment: EstablishmentCode
  readonly wing?: string
  readonly on: LocalDate
}

/** What an event of an arrival says: where the person is now, and where they were. */
const arrival = ({ establishment, on, person: of, wing }: Arriving, formerEstablishment: EstablishmentCode) => ({
  of,
  on,
  data: { establishment, formerEstablishment, ...(wing === undefined ? {} : { wing }) }
})

export const RecordTransfer = command("person", "RecordTransfer", {
  title: "Record a transfer",
  says: "From this day the person is at another establishment; their role at the former one is for staff to end",
  fields: {
    person: which,
    establishment: whereTo,
    wing: optional(wing),
    on: open(aPastDate, "On which day were they transferred?", "For example, 27 3 2016.")
  }
})

export const recordTransfer = decision(RecordTransfer, rules, function*(command) {
  const { establishment } = command
  return yield* moves({
    name: "RecordTransfer",
    kind: "Transferred",
    command,
    idle: (where) => where.establishment === establishment ? `The person is at ${establishment} already` : null,
    events: (former) => [PersonTransferred.make(arrival(command, former))]
  })
})

export const RecordWingChange = command("person", "RecordWingChange", {
  title: "Record a move to another wing",
  says: "From this day the person lives on another wing of the same establishment",
  fields: { person: which, wing, on: open(aPastDate, "On which day did they move?", "For example, 27 3 2016.") }
})

export const recordWingChange = decision(RecordWingChange, rules, function*(command) {
  return yield* moves({
    name: "RecordWingChange",
    kind: "ChangedWing",
    command,
    idle: (where) => where.wing === command.wing ? `The person lives on ${command.wing} already` : null,
    events: (establishment) => [
      PersonChangedWing.make({ of: command.person, on: command.on, data: { establishment, wing: command.wing } })
    ]
  })
})

export const RecordTemporaryDeparture = deriving(
  "person",
  "RecordTemporaryDeparture",
  {
    title: "Record that a person left for a time",
    says: "From this day the person is away and expected back; a role inside the establishment rests meanwhile",
    fields: {
      person: which,
      reason: personal(departureReason, scheduling, "Why did they leave?"),
      on: open(aPastDate, "On which day did they leave?", "For example, 27 3 2016.")
    }
  },
  { forWork: open(yesOrNo, "On licence for work") },
  ({ reason }) => ({ forWork: reason === "LICENCE_WORK" })
)

export const recordTemporaryDeparture = decision(RecordTemporaryDeparture, rules, function*(command) {
  return yield* moves({
    name: "RecordTemporaryDeparture",
    kind: "LeftTemporarily",
    command,
    events: (establishment) => [
      PersonLeftTemporarily.make({
        of: command.person,
        on: command.on,
        data: { establishment, forWork: command.forWork }
      })
    ]
  })
})

export const RecordReturn = command("person", "RecordReturn", {
  title: "Record that a person returned",
  says: "From this day the person is back at the establishment; what only their absence interrupted goes on",
  fields: { person: which, on: open(aPastDate, "On which day did they return?", "For example, 27 3 2016.") }
})

export const recordReturn = decision(RecordReturn, rules, function*(command) {
  return yield* moves({
    name: "RecordReturn",
    kind: "Returned",
    command,
    events: (establishment) => [PersonReturned.make({ of: command.person, on: command.on, data: { establishment } })]
  })
})

export const RecordRelease = deriving(
  "person",
  "RecordRelease",
  {
    title: "Record a release",
    says: "From this day the person is at no establishment; their roles there are for staff to end",
    fields: {
      person: which,
      reason: personal(releaseReason, scheduling, "Why did they leave for good?"),
      on: open(aPastDate, "On which day did they leave?", "For example, 27 3 2016.")
    }
  },
  { died: open(yesOrNo, "Died"), toHospital: open(yesOrNo, "To hospital") },
  ({ reason }) => ({ died: reason === "DIED", toHospital: reason === "HOSPITAL_TRANSFER" })
)

export const recordRelease = decision(RecordRelease, rules, function*(command) {
  return yield* moves({
    name: "RecordRelease",
    kind: command.died ? "Died" : "Released",
    command,
    events: (establishment) => [
      command.died
        ? PersonDied.make({ of: command.person, on: command.on, data: { establishment } })
        : PersonReleased.make({
          of: command.person,
          on: command.on,
          data: { establishment, ...(command.toHospital ? { restricted: true } : {}) }
        })
    ]
  })
})

export const RecordReadmission = command("person", "RecordReadmission", {
  title: "Record a readmission",
  says: "From this day the person, who had been released, is at an establishment again",
  fields: {
    person: which,
    establishment: whereTo,
    wing: optional(wing),
    on: open(aPastDate, "On which day did they come back?", "For example, 27 3 2016.")
  }
})

export const recordReadmission = decision(RecordReadmission, rules, function*(command) {
  return yield* moves({
    name: "RecordReadmission",
    kind: "Readmitted",
    command,
    events: (former) => [PersonReadmitted.make(arrival(command, former))]
  })
})
