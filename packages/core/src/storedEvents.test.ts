/**
 * What was ever stored is understood by this version: for every version of every event type of the law there is one file
 * of public data as it was kept, which is never edited. Codes that events hold are listed here a second time, because one
 * that falls out of its list would leave stored events behind.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { allEvents, eventTypes } from "./Registry.ts"

type Data = Readonly<Record<string, unknown>>

const folderOf = (life: string): URL => new URL(`./${life}/fixtures/`, import.meta.url)

const stored = allEvents.flatMap((type) =>
  type.versions.map((_, index) => ({ type, version: index + 1, file: `${type.type}.v${index + 1}.json` }))
)

const read = (life: string, file: string): Data =>
  JSON.parse(readFileSync(new URL(file, folderOf(life)), "utf8")) as Data

const lives = [...new Set(allEvents.map((type) => type.life))]

describe("every version of every event type", () => {
  it.each(lives)("of the life %s has one file, and no file is of something else", (life) => {
    const files = stored.filter((one) => one.type.life === life).map((one) => one.file)
    expect(existsSync(folderOf(life)) ? readdirSync(folderOf(life)).sort() : []).toEqual(files.sort())
  })

  it.each(stored)("$file is understood", ({ file, type, version }) => {
    const data = read(type.life, file)
    const understood = type.understand(version, data)
    expect(understood._tag).toBe("Understood")
    // The newest version is understood as it stands, in its order; what it holds of older ones is for their steps to say
    if (version === type.versions.length) {
      expect(understood).toEqual({ _tag: "Understood", data })
      expect(JSON.stringify(data)).not.toMatch(/null/)
    }
  })

  it.each(["AppointmentSelected", "RiskAssessmentRecorded", "RoleProfileCorrected", "RoleProfilePublished"])(
    "of %s before the newest is understood as it was written: what came since may be absent",
    (name) => {
      const type = eventTypes.get(name)
      if (type === undefined) throw new Error(`${name} is gone`)
      const data = read(type.life, `${name}.v1.json`)
      expect([type.versions.length, type.understand(1, data)]).toEqual([2, { _tag: "Understood", data }])
    }
  )

  it("is refused as such when a later build wrote it, or when it is not what it says", () => {
    for (const type of allEvents) {
      const newest = type.versions.length
      const data = read(type.life, `${type.type}.v${newest}.json`)
      expect(type.understand(newest + 1, data))
        .toEqual({ _tag: "NotUnderstood", reason: "future version", path: "schemaVersion" })
      expect(type.understand(newest, { ...data, establishment: "Somewhere" }))
        .toEqual({
          _tag: "NotUnderstood",
          reason: "malformed",
          path: "data.establishment"
        })
      expect(type.understand(newest, { ...data, surplus: 1 })).toMatchObject({ reason: "malformed" })
    }
  })
})

const inWords = (list: string): ReadonlyArray<string> => list.split(" ")

describe("a code that was ever stored", () => {
  const codes: ReadonlyArray<readonly [type: string, field: string, codes: ReadonlyArray<string>]> = [
    [
      "RoleProfilePublished",
      "code",
      inWords(
        "PEER_SUPPORT_WORKER WELLBEING_REP LISTENER INSIDER PEER_HOSPICE_WORKER PEER_EDUCATOR PEER_MENTOR " +
          "HEALTH_CHAMPION HEALTH_TRAINER PEER_ADVISOR HCV_PEER COUNCIL_REP PID_WORKER HEALTHCARE_REP READING_MENTOR OTHER"
      )
    ],
    ["RoleProfilePublished", "confidentiality", ["BOUNDED", "SCHEME_ABSOLUTE", "OPEN_TO_TEAM"]],
    ["RoleProfilePublished", "pay", ["PAID", "VOLUNTEER"]],
    [
      "RoleProfilePublished",
      "tasks",
      inWords(
        "FETCHING_MEALS TIDYING_CELLS CARRYING_FOOD CUTTING_UP_FOOD PUSHING_WHEELCHAIR CHANGING_BEDDING LAUNDRY " +
          "READING_AND_WRITING SIGNPOSTING SHARING_CAMPAIGNS COLLECTING_FEEDBACK SUPPORTING_INDUCTION BEFRIENDING " +
          "LISTENING MENTORING PUTTING_ON_SHOES PUTTING_ON_OUTER_CLOTHES SHAVING_AND_HAIR WASHING_HANDS_AND_FACE " +
          "FEEDING ORAL_CARE INTIMATE_WASHING INTIMATE_DRESSING TOILETING CLEANING_AFTER_SOILING CONTINENCE_PRODUCTS " +
          "MEDICATION WOUND_CARE OBSERVATIONS"
      )
    ],
    [
      "EligibilityCriteriaDecided",
      "criteria",
      inWords(
        "NO_ILLICIT_DRUGS NO_PROBLEMATIC_ALCOHOL STOPPED_OFFENDING STABLE POSITIVE_ATTITUDE OVERCAME_ADVERSITY " +
          "SPEAKS_TO_BE_UNDERSTOOD"
      )
    ],
    ["EligibilityCriteriaDecided", "gap", ["REFUSES", "TAKES_A_REASON"]],
    ["EscalationSafetyConcernSent", "body", ["PROVIDER", "COMMISSIONER", "REGULATOR"]],
    ["AppointmentProposed", "source", ["STAFF", "NURSE_NOMINATION", "WORKER_RECOMMENDATION"]],
    ["AppointmentAppliedFor", "source", ["SELF", "WORD_OF_MOUTH", "NOTICE"]],
    ["AppointmentTrainingRecorded", "template", ["TEMPLATE_1", "TEMPLATE_2"]],
    ["AppointmentTrainingRecorded", "evidence", ["REGISTER", "CERTIFICATE", "ATTESTED"]],
    ["TrainerRegistered", "affiliation", ["OWN_STAFF", "LOCAL_PARTNER", "VISITING"]],
    ["TrainerPracticeRecorded", "practice", ["OBSERVED", "CO_DELIVERED", "DELIVERED"]],
    ["TrainerJudgedCapable", "condition", ["BESIDE_ACCREDITED", "AFTER_OBSERVING", "AFTER_UPDATE", "OTHER"]],
    ["TrainerAccredited", "basis", ["JUDGED_HERE", "QUALIFIED"]],
    ["TemplateIntroduced", "published", ["TEMPLATE_1", "TEMPLATE_2"]],
    ["TemplateIntroduced", "pattern", ["HALF_DAYS", "FULL_DAYS"]],
    ["TrainingEquivalenceGranted", "credit", ["FULL", "PARTIAL", "NONE"]],
    ["TrainingEquivalenceGranted", "topUp", ["DEMENTIA", "PRACTICE", "LOCAL_POLICY", "OTHER"]],
    ["CohortConsulted", "outcome", ["CONFIRMED", "CHANGES_WANTED"]],
    ["TrainingSessionAccepted", "ground", ["HISTORY", "OBSERVED_BY_ACCREDITED", "REPEATED", "OTHER"]],
    [
      "TrainingSessionInterrupted",
      "cause",
      ["WING_RECALL", "LOCKDOWN", "ALARM", "NO_ROOM", "NO_TRAINER", "TOO_FEW", "BANK_HOLIDAY", "OTHER"]
    ],
    [
      "AttendanceRecorded",
      "session",
      [
        "COURSE_INTRODUCTION",
        "PRINCIPLES",
        "COMMUNICATION",
        "RESILIENCE",
        "REFLECTION",
        "OLDER_ADULTS",
        "LOSS",
        "FURTHER_INTRODUCTIONS",
        "VULNERABILITY",
        "DISABILITY",
        "HAND_HYGIENE",
        "MOVING"
      ]
    ],
    [
      "AttendanceRecorded",
      "outcome",
      ["ATTENDED", "LATE", "LEFT_EARLY", "ABSENT_ACCEPTABLE", "ABSENT_UNACCEPTABLE", "SESSION_NOT_HELD"]
    ],
    ["TraineeEnrolled", "place", ["FULL", "AD_HOC", "REFRESHER"]],
    ["TraineeWithdrew", "by", ["TRAINEE", "STAFF"]],
    ["TrainingCreditGiven", "credit", ["FULL", "PARTIAL"]],
    ["TrainingCreditGiven", "evidence", ["REGISTER", "CERTIFICATE", "ATTESTED"]]
  ]

  it.each(codes)("in %s.%s is understood", (name, field, list) => {
    const type = eventTypes.get(name)
    if (type === undefined) throw new Error(`${name} is gone`)
    const before = read(type.life, `${name}.v1.json`)
    for (const code of list) {
      const data = { ...before, [field]: Array.isArray(before[field]) ? [code] : code }
      expect([code, type.understand(1, data)._tag]).toEqual([code, "Understood"])
    }
  })
})
