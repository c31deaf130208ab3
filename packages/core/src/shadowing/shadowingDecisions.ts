/**
 * Every decision of the life of a shadowing placement, in the order a life goes through them.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { holderOf } from "../appointment/Standing.ts"
import { read } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import type { Person } from "../person/Person.ts"
import { whileTheyLive } from "../person/whileTheyLive.ts"
import { decideEarlierShadowing } from "./EarlierDays.ts"
import { Shadowing } from "./Shadowing.ts"
import {
  correctShadowingPause,
  correctShadowingPerson,
  correctShadowingStart,
  correctShadowMentor,
  correctShadowMentorReplacement,
  voidShadowingPause
} from "./ShadowingCorrections.ts"
import { pauseShadowing, recordShadowingInterruption, resumeShadowing } from "./ShadowingCourse.ts"
import {
  cancelShadowing,
  endShadowingNotAchieved,
  recordShadowingTransferOut,
  reopenShadowing,
  signOffShadowing,
  upholdShadowingSignOff,
  withdrawShadowingSignOff
} from "./ShadowingEnd.ts"
import { planShadowing, replaceShadowMentor, startShadowing } from "./ShadowingStart.ts"

/** What can still be recorded of the shadowing of somebody who has died: ends and corrections. */
const afterDeath = [
  endShadowingNotAchieved,
  cancelShadowing,
  recordShadowingTransferOut,
  recordShadowingInterruption,
  withdrawShadowingSignOff,
  correctShadowingPause,
  correctShadowingPerson,
  correctShadowingStart,
  correctShadowMentor,
  correctShadowMentorReplacement,
  voidShadowingPause
]

/** The new worker who shadows, or will. That a mentor has died makes them no mentor, and ends nothing by itself. */
function* worker(input: Readonly<Record<string, unknown>>): Reading<ReadonlyArray<Person>> {
  const { appointment } = yield* read(Shadowing, String(input["shadowing"]))
  const whose = yield* holderOf(
    yield* read(Appointment, appointment === "" ? String(input["appointment"]) : appointment)
  )
  return [whose.person]
}

const all = [
  planShadowing,
  startShadowing,
  pauseShadowing,
  resumeShadowing,
  recordShadowingInterruption,
  replaceShadowMentor,
  decideEarlierShadowing,
  signOffShadowing,
  endShadowingNotAchieved,
  cancelShadowing,
  recordShadowingTransferOut,
  upholdShadowingSignOff,
  withdrawShadowingSignOff,
  reopenShadowing,
  correctShadowingStart,
  correctShadowMentor,
  correctShadowMentorReplacement,
  correctShadowingPerson,
  correctShadowingPause,
  voidShadowingPause
]

export const shadowingDecisions = all.map((decides) =>
  afterDeath.includes(decides) ? decides : whileTheyLive(decides, worker)
)
