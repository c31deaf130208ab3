/**
 * A training template: one version of what a scheme teaches, session by session.
 *
 * It is introduced as published or proposed as a revision of another, and may become the scheme's default. A cohort
 * keeps the version by which it was planned, so a revision never changes what a trainee is judged by. What a session of
 * one template counts for in another is decided, session by session; equal titles decide nothing.
 */
import type { EstablishmentCode } from "../language/EstablishmentCode.ts"
import type { Happened } from "../language/Event.ts"
import { changeBy, wrongMoment } from "../language/Judgement.ts"
import type { Change, Judgement } from "../language/Judgement.ts"
import type { LocalDate } from "../language/LocalDate.ts"
import { view } from "../language/View.ts"
import { refusedIn } from "../language/WhatComesFirst.ts"
import type { Ways } from "../language/WhatComesFirst.ts"
import { idOfRecord, withId } from "../record/withId.ts"
import type { SessionKey } from "../training/SessionCatalogue.ts"
import type { AwardKey } from "./AwardCatalogue.ts"
import { modelSessions } from "./PublishedTemplates.ts"
import type { Pattern, PublishedName, TemplateSession } from "./PublishedTemplates.ts"
import {
  AwardTemplateProposed,
  TemplateAdoptedAsDefault,
  TemplateAdoptionVoided,
  templateEvents,
  TemplateIntroduced,
  TemplateRevisionProposed
} from "./TemplateEvents.ts"

export type TemplateStatus = "Unknown" | "Available" | "Withdrawn"

/** What was decided of one session of another template. */
export interface Equivalence {
  readonly event: string
  readonly on: LocalDate
  readonly from: string
  readonly fromSession: SessionKey
  readonly session: SessionKey
  readonly credit: "FULL" | "PARTIAL" | "NONE"
  readonly topUp: string | null
  readonly topUpMinutes: number
}

/** What a template of units leads to, once each of them was assessed as met. */
export interface Qualification {
  readonly award: AwardKey
  readonly units: ReadonlyArray<{ readonly session: SessionKey; readonly level: number; readonly credits: number }>
}

export interface TrainingTemplate {
  readonly status: TemplateStatus
  readonly scheme: string
  readonly establishment: EstablishmentCode | null
  readonly published: PublishedName | null
  readonly pattern: Pattern
  readonly sessions: ReadonlyArray<TemplateSession>
  /** Null where its sessions are no units and it ends with no award. */
  readonly qualification: Qualification | null
  /** Which template it revises, after which cohort, and why. */
  readonly revises: {
    readonly template: string
    readonly cohort: string | null
    readonly because: ReadonlyArray<string>
  } | null
  readonly since: LocalDate | null
  /** When it was adopted as the default. */
  readonly adopted: ReadonlyArray<{ readonly on: LocalDate; readonly event: string }>
  readonly equivalences: ReadonlyArray<Equivalence>
  /** The withdrawal, while it stands. */
  readonly withdrawn: { readonly event: string; readonly on: LocalDate } | null
  readonly changed: Change | null
}

const unknown: TrainingTemplate = {
  status: "Unknown",
  scheme: "",
  establishment: null,
  published: null,
  pattern: "FULL_DAYS",
  sessions: [],
  qualification: null,
  revises: null,
  since: null,
  adopted: [],
  equivalences: [],
  withdrawn: null,
  changed: null
}

export const TrainingTemplate = view<TrainingTemplate>("TrainingTemplate", unknown).from({
  of: templateEvents,
  by: "stream",
  evolve: {
    TemplateIntroduced: (_, event) => ({
      ...unknown,
      status: "Available",
      scheme: event.data.scheme,
      establishment: event.data.establishment,
      published: event.data.published,
      pattern: event.data.pattern,
      sessions: event.data.sessions,
      since: event.on,
      changed: changeBy(event)
    }),
    TemplateRevisionProposed: (_, event) => ({
      ...unknown,
      status: "Available",
      scheme: event.data.scheme,
      establishment: event.data.establishment,
      pattern: event.data.pattern,
      sessions: event.data.sessions,
      revises: {
        template: event.data.revises,
        cohort: event.data.cohort ?? null,
        because: event.data.because
      },
      since: event.on,
      changed: changeBy(event)
    }),
    AwardTemplateProposed: (_, event) => ({
      ...unknown,
      status: "Available",
      scheme: event.data.scheme,
      establishment: event.data.establishment,
      pattern: event.data.pattern,
      sessions: event.data.units.map(({ contentVersion, day, session }) => ({ session, contentVersion, day })),
      qualification: {
        award: event.data.award,
        units: event.data.units.map(({ credits, level, session }) => ({ session, level, credits }))
      },
      since: event.on,
      changed: changeBy(event)
    }),
    TemplateAdoptedAsDefault: (template, event) => ({
      ...template,
      adopted: [...template.adopted, { on: event.on, event: event.id }]
    }),
    TemplateAdoptionVoided: (template, { corrects }) => ({
      ...template,
      adopted: template.adopted.filter(({ event }) => event !== corrects)
    }),
    TemplateWithdrawn: (template, event) => ({
      ...template,
      status: "Withdrawn",
      withdrawn: { event: event.id, on: event.on },
      changed: changeBy(event)
    }),
    TemplateWithdrawalUndone: (template, event) => ({
      ...template,
      status: "Available",
      withdrawn: null,
      changed: changeBy(event)
    }),
    TrainingEquivalenceGranted: (template, { data, id, on }) => ({
      ...template,
      equivalences: [...template.equivalences, {
        event: id,
        on,
        from: data.from,
        fromSession: data.fromSession,
        session: data.session,
        credit: data.credit,
        topUp: data.topUp ?? null,
        topUpMinutes: data.topUpMinutes ?? 0
      }]
    }),
    TrainingEquivalenceWithdrawn: (template, { corrects }) => ({
      ...template,
      equivalences: template.equivalences.filter(({ event }) => event !== corrects)
    })
  }
})

/** The templates of a scheme, and which was its default from when. */
export interface SchemeTemplates {
  readonly ids: ReadonlyArray<string>
  readonly adopted: ReadonlyArray<{ readonly template: string; readonly on: LocalDate; readonly event: string }>
}

const withTemplate = (templates: SchemeTemplates, event: Happened): SchemeTemplates => ({
  ...templates,
  ids: withId(templates.ids, event)
})

export const TemplatesOf = view<SchemeTemplates>("TemplatesOf", { ids: [], adopted: [] }).from({
  of: [
    TemplateIntroduced,
    TemplateRevisionProposed,
    AwardTemplateProposed,
    TemplateAdoptedAsDefault,
    TemplateAdoptionVoided
  ],
  by: "scheme",
  evolve: {
    TemplateIntroduced: withTemplate,
    TemplateRevisionProposed: withTemplate,
    AwardTemplateProposed: withTemplate,
    TemplateAdoptedAsDefault: (templates, event) => ({
      ...templates,
      adopted: [...templates.adopted, { template: idOfRecord(event), on: event.on, event: event.id }]
    }),
    TemplateAdoptionVoided: (templates, { corrects }) => ({
      ...templates,
      adopted: templates.adopted.filter(({ event }) => event !== corrects)
    })
  }
})

/** The template by which the scheme trains on the day; null while none was adopted. */
export const defaultTemplateOn = ({ adopted }: SchemeTemplates, on: LocalDate): string | null =>
  adopted.filter((one) => one.on <= on).reduce<SchemeTemplates["adopted"][number] | null>(
    (newest, one) => newest === null || one.on >= newest.on ? one : newest,
    null
  )?.template ?? null

/** Whether the scheme had adopted the template by the day: who completes it then is trained for the scheme. */
export const wasAdoptedBy = ({ adopted }: SchemeTemplates, template: string, on: LocalDate): boolean =>
  adopted.some((one) => one.template === template && one.on <= on)

/** How many of the model's sessions are in the template, in that content or newer. */
export const coversOfTheModel = ({ sessions }: TrainingTemplate): number =>
  modelSessions.filter((model) =>
    sessions.some((one) => one.session === model.session && one.contentVersion >= model.contentVersion)
  ).length

/** How a revision differs from the template that it revises. */
export interface Lineage {
  readonly added: ReadonlyArray<SessionKey>
  readonly removed: ReadonlyArray<SessionKey>
  /** Sessions that teach other content under the same name. */
  readonly changed: ReadonlyArray<SessionKey>
  readonly because: ReadonlyArray<string>
}

export const lineageOf = (template: TrainingTemplate, before: TrainingTemplate): Lineage => ({
  added: template.sessions.filter(({ session }) => before.sessions.every((one) => one.session !== session))
    .map(({ session }) => session),
  removed: before.sessions.filter(({ session }) => template.sessions.every((one) => one.session !== session))
    .map(({ session }) => session),
  changed: template.sessions.filter(({ contentVersion, session }) =>
    before.sessions.some((one) => one.session === session && one.contentVersion !== contentVersion)
  ).map(({ session }) => session),
  because: template.revises?.because ?? []
})

/** What may be done in each state. */
export const templateSteps: Readonly<Record<TemplateStatus, ReadonlyArray<string>>> = {
  Unknown: ["IntroduceTemplate", "ProposeTemplateRevision", "ProposeAwardTemplate"],
  Available: [
    "AdoptTemplateAsDefault",
    "VoidTemplateAdoption",
    "GrantTrainingEquivalence",
    "WithdrawTrainingEquivalence",
    "WithdrawTemplate"
  ],
  Withdrawn: [
    "UndoTemplateWithdrawal",
    "GrantTrainingEquivalence",
    "WithdrawTrainingEquivalence",
    "VoidTemplateAdoption"
  ]
}

/** Refuses the command where the template's state does not allow it, or with a sentence of its own. */
export const templateNotNow = (template: TrainingTemplate, says?: string): Judgement<never> =>
  wrongMoment("template", template.status, template.changed, templateSteps[template.status], says)

export const templateWays: Ways<TemplateStatus> = {
  Withdrawn: { to: "Available", says: "undo its withdrawal", already: ["WithdrawTemplate"] }
}

const refusedInState = refusedIn({ life: "template", steps: templateSteps, ways: templateWays })

/** Refuses the command where the template's state does not allow it, and says what comes first; null where it does. */
export const refusedNow = ({ changed, status }: TrainingTemplate, command: string): Judgement<never> | null =>
  refusedInState(status, changed, command)
