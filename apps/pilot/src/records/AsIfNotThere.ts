/**
 * A command as it would be if the records that somebody does not see were not there: each of them, in whichever field it
 * is named, gives way to an id that is nowhere. What the law then says is what it says of any id that never was, so the
 * two cannot be told apart; and nothing is recorded. A concern is not held up by it, since the law then says how to raise
 * it without.
 */
import type { Command, Decides, Given, Input, Role } from "@peerwork/core"
import { randomUUID } from "node:crypto"
import type { Records } from "./Records.ts"
import { isHiddenFrom } from "./RestrictedPatients.ts"

type Replace = (to: string, id: unknown) => unknown

const replaced = (input: Input, value: unknown, replace: Replace): unknown => {
  if (input._tag === "Reference") return replace(input.to, value)
  if (!Array.isArray(value)) return value
  if (input._tag === "References") return value.map((id) => replace(input.to, id))
  if (input._tag !== "Rows") return value
  const { columns } = input
  return value.map((row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(row).map(([name, cell]) => {
        const column = columns[name]
        return [name, column === undefined ? cell : replaced(column.input, cell, replace)]
      })
    )
  )
}

const withReferences = ({ fields }: Command, command: Given, replace: Replace): Given => ({
  ...command,
  ...Object.fromEntries(
    Object.entries({ ...command }).flatMap(([name, value]) => {
      const field = fields[name]
      return field === undefined ? [] : [[name, replaced(field.kind.input, value, replace)]]
    })
  )
})

/** Whom and what the escalation that a command is about names already: whoever may work on it may name them again. */
const namedAlready = ({ escalation }: Records, { begins, life }: Command, command: Given): ReadonlyArray<unknown> => {
  if (life !== "escalation" || begins) return []
  const { escalation: id }: Readonly<Record<string, unknown>> = command
  const state = escalation.get(String(id))?.state
  return state === undefined ? [] : [state.subject, state.worker, state.heardFrom, state.appointment]
}

/** The command without what the role does not see; null where it sees all that the command names. */
export const asIfNotThere = (
  records: Records,
  role: Role,
  { command: asked }: Decides,
  command: Given
): Given | null => {
  const nowhere = new Map<string, string>()
  const named = namedAlready(records, asked, command)
  const unseen = withReferences(asked, command, (to, id) => {
    if (typeof id !== "string" || named.includes(id) || !isHiddenFrom(records, role, `${to}-${id}`)) return id
    const given = nowhere.get(id) ?? randomUUID()
    nowhere.set(id, given)
    return given
  })
  return nowhere.size === 0 ? null : unseen
}
