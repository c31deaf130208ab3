/**
 * Days that somebody shadowed elsewhere: where they arrive, a coordinator decides whether those days count towards the
 * shadowing there, or it begins anew. Nothing is carried over by itself; the newest decision counts until the sign-off.
 * What was decided is that the days count, so they are counted again with whatever becomes known of the shadowing in
 * which they were served; never more of them than on the day of the decision, which may be made anew. After several
 * transfers a day still counts once.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { holderOf } from "../appointment/Standing.ts"
import { command } from "../language/Command.ts"
import { decision, read, readAll } from "../language/Decision.ts"
import type { Reading } from "../language/Decision.ts"
import { open, tagged } from "../language/Field.ts"
import { judge } from "../language/Judgement.ts"
import { aPastDate, idOf, oneOf } from "../language/Kind.ts"
import { isSamePerson } from "../person/Identity.ts"
import { inOrder } from "../record/inOrder.ts"
import { KeepTheOrderOfEvents } from "../record/rules/KeepTheOrderOfEvents.ts"
import { namedInPost } from "../staff/namedInPost.ts"
import { NameOnlyStaffInPost } from "../staff/rules/NameOnlyStaffInPost.ts"
import { Staff } from "../staff/Staff.ts"
import { countedIn, keysOf, placementOf } from "./Placement.ts"
import { Shadowing } from "./Shadowing.ts"
import { EarlierShadowingDecided } from "./ShadowingEvents.ts"
import { whichShadowing, why } from "./ShadowingStart.ts"
import { nothingLikeIt, refusedNow } from "./shadowingSteps.ts"

export const DecideEarlierShadowing = command("shadowing", "DecideEarlierShadowing", {
  title: "Decide whether days shadowed elsewhere count",
  says: "Decides whether the days of a shadowing that a transfer ended count here, or the shadowing begins anew",
  fields: {
    shadowing: whichShadowing,
    earlier: tagged("shadowing", idOf("shadowing"), "Which shadowing did the transfer end?"),
    outcome: open(
      oneOf({ COUNT: "Its days count here", ANEW: "The shadowing begins anew" }),
      "Do its days count?"
    ),
    decidedBy: tagged("staff", idOf("staff"), "Which member of staff here decided it?"),
    on: open(aPastDate, "On which day was this decided?", "For example, 27 3 2016."),
    reason: why
  }
})

/** Reads whose days count in a shadowing: of those that a transfer ended, and of those that counted in these. */
export function* carriedInto(shadowing: Shadowing): Reading<ReadonlyArray<string>> {
  const found: Array<string> = []
  let states: ReadonlyArray<Shadowing> = [shadowing]
  while (states.length > 0) {
    const next = states.flatMap(({ earlier }) => earlier.filter(({ counts }) => counts))
      .map((one) => one.shadowing).filter((id) => !found.includes(id))
    found.push(...next)
    states = yield* readAll(Shadowing, next)
  }
  return found
}

/** Whether days of the earlier one count here already, by the decision about another, or those of this one count there. */
function* countsAlready(
  { earlier, shadowing }: { readonly earlier: string; readonly shadowing: string },
  here: Shadowing,
  there: Shadowing
): Reading<boolean> {
  const others = here.earlier.filter((one) => one.shadowing !== earlier)
  const counting = [shadowing, ...yield* carriedInto({ ...here, earlier: others })]
  return [earlier, ...yield* carriedInto(there)].some((one) => counting.includes(one))
}

/**
 * Why days of the other shadowing cannot count here; null where they can. What counts already can always be taken back,
 * whatever became of the other one.
 */
function* wrongOne(here: Shadowing, { appointment, status }: Shadowing): Reading<string | null> {
  if (status !== "TransferredOut") return "Name a shadowing that a transfer ended"
  const [worker, other] = [
    yield* holderOf(yield* read(Appointment, here.appointment)),
    yield* holderOf(yield* read(Appointment, appointment))
  ]
  return isSamePerson(worker, other) ? null : "The other shadowing was of somebody else"
}

const decideTheOther = "Some of its days count here already, by another decision. Decide that one anew first"

export const decideEarlierShadowing = decision(
  DecideEarlierShadowing,
  [NameOnlyStaffInPost, KeepTheOrderOfEvents],
  function*(command) {
    const shadowing = yield* read(Shadowing, command.shadowing)
    const refused = refusedNow(shadowing, "DecideEarlierShadowing")
    if (refused !== null) return refused
    const earlier = yield* read(Shadowing, command.earlier)
    const counts = command.outcome === "COUNT"
    const before = shadowing.earlier.find((one) => one.shadowing === command.earlier)
    const isTakenBack = !counts && before?.counts === true
    const wrong = isTakenBack ? null : yield* wrongOne(shadowing, earlier)
    if (wrong !== null) return nothingLikeIt(shadowing, wrong)
    const staff = yield* read(Staff, command.decidedBy)
    if (staff.establishment !== shadowing.establishment) {
      return nothingLikeIt(shadowing, "Whoever decides it works at the establishment that received the worker")
    }
    const { ended } = earlier
    const days = countedIn(yield* placementOf(earlier), ended?.on ?? command.on)
    const isSaid = before !== undefined && before.counts === counts && (!counts || before.days === days)
    if (isSaid) return nothingLikeIt(shadowing, "That is decided already")
    if (counts && (yield* countsAlready(command, shadowing, earlier))) return nothingLikeIt(shadowing, decideTheOther)
    return judge(
      namedInPost(command.on, staff),
      inOrder([command.on, ended?.on ?? null])
    ).accept(() => [
      EarlierShadowingDecided.make({
        of: command.shadowing,
        on: command.on,
        ...(before === undefined ? {} : { corrects: before.event }),
        data: { ...keysOf(shadowing), earlier: command.earlier, counts, days, decidedBy: command.decidedBy }
      })
    ])
  }
)
