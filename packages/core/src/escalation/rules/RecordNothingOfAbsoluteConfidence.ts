import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

/** Judged where something is raised by a worker in a role; the command without content asks for such a role. */
export const RecordNothingOfAbsoluteConfidence = rule({
  id: "ESCALATION-10",
  name: "RecordNothingOfAbsoluteConfidence",
  says: "Nothing is recorded of what somebody hears in a role of absolute confidence",
  source: {
    title: "Samaritans Listener scheme at Dartmoor: what is told to a Listener stays there",
    at: "INV-70, SAM5"
  },
  strength: "hard",
  note: "The organisation of the scheme has exceptions of its own. When one is made, staff record that somebody was " +
    "told, whom and when, with a command that has no field for what it is about, and is for such roles only",
  limits: {},
  facts: { absolute: yesOrNo, content: yesOrNo },
  holds: ({ absolute, content }) => absolute !== content,
  because: ({ absolute }) =>
    absolute
      ? "Use the command without content: it records who was told, how and when, and nothing else"
      : "This is for roles of absolute confidence only. Raise it with what it is about",
  example: { facts: { absolute: true, content: true } }
})
