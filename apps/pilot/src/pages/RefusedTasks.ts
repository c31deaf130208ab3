/**
 * Tasks that workers were asked for and may not do: each waits, with the professional who was told, until somebody has
 * taken it over. Help is needed also where the worker has left the role since.
 */
import { say, sayTask } from "@peerwork/core"
import { staffLabel } from "../records/Labels.ts"
import type { Looked } from "../records/Labels.ts"
import { inList } from "../records/Names.ts"
import type { Attention } from "./Attention.ts"
import { counted } from "./Counted.ts"

export const refusedTasks = (looked: Looked): ReadonlyArray<Attention> => [
  {
    key: "tasks-refused",
    counted: counted("refused task waits", "refused tasks wait"),
    says: "A worker was asked for something that they may not do. See that a professional helps, and record that",
    items: [...looked.records.appointment.values()].flatMap(({ id, state }) =>
      state.step === "Voided"
        ? []
        : state.refused.filter(({ takenOverOn }) => takenOverOn === null).map(({ on, owner, task }) => ({
          text: inList(looked.names, state.person),
          href: `/do/RecordTaskTakenOver?appointment=${id}`,
          detail: `${sayTask(task)}, told to ${staffLabel(looked, owner)} on ${say(on)}`
        }))
    )
  }
]
