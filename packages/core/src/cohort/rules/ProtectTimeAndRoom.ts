import { yesOrNo } from "../../language/Kind.ts"
import { rule } from "../../language/Rule.ts"

export const ProtectTimeAndRoom = rule({
  id: "COHORT-3",
  name: "ProtectTimeAndRoom",
  says: "A cohort is approved with protected time and an undisturbed room, unless a reason is given",
  source: { title: "Peer social support training pilot", at: "S3:694-698" },
  strength: "soft",
  limits: {},
  facts: { timeProtected: yesOrNo, roomReserved: yesOrNo },
  holds: ({ roomReserved, timeProtected }) => roomReserved && timeProtected,
  because: ({ roomReserved, timeProtected }) =>
    `${
      timeProtected
        ? "The room is not reserved"
        : roomReserved
        ? "The time is not protected"
        : "Neither time nor room is secured"
    }. Arrange it, or give a reason`,
  example: { facts: { timeProtected: true, roomReserved: false } }
})
