/**
 * What may be done with a record as it stands, by the tables of the law. Here it is known only by what name each life
 * keeps the state that its table goes by.
 */
import { lifeSteps, trainerStatus } from "@peerwork/core"
import type { LifeName } from "@peerwork/core"
import type { Records } from "./Records.ts"

/** The state of a record; undefined where nothing is recorded. */
const stateIn = (records: Records, life: LifeName, id: string): string | undefined => {
  switch (life) {
    case "appointment":
      return records.appointment.get(id)?.state.step
    case "escalation":
      return records.escalation.get(id)?.state.stage
    case "trainer": {
      const trainer = records.trainer.get(id)?.state
      return trainer === undefined ? undefined : trainerStatus(trainer)
    }
    default:
      return records[life].get(id)?.state.status
  }
}

/** The commands that are possible; of what is not recorded those that begin it. */
export const stepsIn = (records: Records, life: LifeName, id: string): ReadonlyArray<string> => {
  const { steps } = lifeSteps[life]
  const [first = ""] = Object.keys(steps)
  return steps[stateIn(records, life, id) ?? first] ?? []
}
