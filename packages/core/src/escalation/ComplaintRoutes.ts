/**
 * The ways of a complaint: where somebody turns, in which order, and how long each step takes as far as a source says.
 *
 * Peerwork shows them and takes no complaint in. Times are data, each with its source, because sources disagree: the
 * same answer is due within three working days in one and within ten days in another, so none is chosen and no deadline
 * is counted from them. Where no source gives a time there is none here.
 */
import type { Source } from "../language/Rule.ts"

/** A time as one source gives it; `from` and `to` are the same where it gives one number. */
export interface SaidTime {
  readonly from: number
  readonly to: number
  readonly unit: "days" | "working days" | "months"
  readonly source: Source
}

export interface ComplaintRoute {
  readonly to: string
  readonly about: "The prison" | "Healthcare" | "Either"
  /** The country in which it is a way; null where it is one in both. */
  readonly country: "ENGLAND" | "WALES" | null
  readonly says: string
  readonly source: Source
  /** How long after what it is about, or after the last answer, it can be taken. */
  readonly madeWithin: ReadonlyArray<SaidTime>
  readonly answeredWithin: ReadonlyArray<SaidTime>
}

const advice: Source = { title: "Prisoners' Advice Service, complaints", at: "prisonersadvice.org.uk/info" }
const inBriefBefore: Source = {
  title: "InBrief, prisoner complaints, earlier edition",
  at: "inbrief.co.uk/prison-law/prisoner-complaints"
}
const inBrief: Source = { ...inBriefBefore, title: "InBrief, prisoner complaints" }
const reformTrust: Source = {
  title: "Prison Reform Trust, making a complaint in prison",
  at: "prisonreformtrust.org.uk/ForPrisonersFamilies"
}
const ombudsman: Source = {
  title: "Prisons and Probation Ombudsman, how to make a complaint",
  at: "ppo.gov.uk/investigations/make-complaint"
}
const written: Source = { title: "Health services in prisons, written answer 143813", at: "parallelparliament.co.uk" }
const boards: Source = {
  title: "Independent Monitoring Boards, home page of 10 June 2008",
  at: "webarchive.nationalarchives.gov.uk, imb.gov.uk"
}

const said = (source: Source, unit: SaidTime["unit"], from: number, to = from): SaidTime => ({ from, to, unit, source })

/** Every way, in the order in which somebody takes them. */
export const complaintRoutes: ReadonlyArray<ComplaintRoute> = [
  {
    to: "The prison, on form COMP1",
    about: "The prison",
    country: null,
    says: "The form lies on the wing and goes into the locked complaints box",
    source: advice,
    madeWithin: [said(inBrief, "months", 3)],
    answeredWithin: [
      said(advice, "working days", 3),
      said(inBriefBefore, "days", 5),
      said(reformTrust, "working days", 5),
      said(inBrief, "days", 3, 10)
    ]
  },
  {
    to: "The prison again, on form COMP1A",
    about: "The prison",
    country: null,
    says: "Whoever is not content with the answer appeals to a manager",
    source: advice,
    madeWithin: [said(advice, "days", 7)],
    answeredWithin: [said(advice, "working days", 7), said(inBriefBefore, "days", 7), said(inBrief, "days", 7, 10)]
  },
  {
    to: "The Prisons and Probation Ombudsman (PPO)",
    about: "The prison",
    country: null,
    says: "After the whole way inside the prison, and not about clinical judgement",
    source: ombudsman,
    madeWithin: [said(ombudsman, "months", 3)],
    answeredWithin: []
  },
  {
    to: "The provider of healthcare in the prison",
    about: "Healthcare",
    country: null,
    says: "A complaint about healthcare is first made to whoever provides it",
    source: written,
    madeWithin: [],
    answeredWithin: []
  },
  {
    to: "NHS England, which commissions healthcare",
    about: "Healthcare",
    country: "ENGLAND",
    says:
      "Whoever is not content with the provider's answer turns to the commissioner, by the NHS complaints procedure",
    source: written,
    madeWithin: [],
    answeredWithin: []
  },
  {
    to: "The Parliamentary and Health Service Ombudsman (PHSO)",
    about: "Healthcare",
    country: "ENGLAND",
    says: "Whoever is still not content turns to the ombudsman",
    source: written,
    madeWithin: [],
    answeredWithin: []
  },
  {
    to: "The health board",
    about: "Healthcare",
    country: "WALES",
    says:
      "Whoever is not content with the provider's answer has it reviewed independently; the source tells of HMP Parc, " +
      "where the prison asks the health board for the review",
    source: written,
    madeWithin: [],
    answeredWithin: []
  },
  {
    to: "The Independent Monitoring Board (IMB)",
    about: "Either",
    country: null,
    says: "At any time, beside the other ways: its members see people in confidence and look into their problems",
    source: boards,
    madeWithin: [],
    answeredWithin: []
  }
]

/** The ways in a country; those of both countries where nobody recorded in which one the establishment is. */
export const complaintRoutesIn = (country: "ENGLAND" | "WALES" | null): ReadonlyArray<ComplaintRoute> =>
  complaintRoutes.filter((route) => country === null || route.country === null || route.country === country)

/** "5 working days", "3 to 10 days". */
export const saySaidTime = ({ from, to, unit }: SaidTime): string =>
  from === to ? `${from} ${unit}` : `${from} to ${to} ${unit}`
