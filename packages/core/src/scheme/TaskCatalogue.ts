/**
 * The task catalogue: everything that a role may ask of a worker, and everything that somebody may wrongly ask.
 *
 * Each task is an entry of its own, in one of five bands. Where help ends and care begins it has two entries (cutting
 * up food, feeding), so that nobody has to guess. What a worker may never do stands here too: a request for it is
 * refused by name, with who does it instead. The list only grows, since stored events name its entries.
 */
import { ourChoice } from "../language/Rule.ts"
import type { Source } from "../language/Rule.ts"

/**
 * Practical and emotional help is what workers are for. Personal care comes close to the body without touching what is
 * normally covered; intimate care does, and belongs to professionals, like health care.
 */
export type TaskBand = "PRACTICAL" | "EMOTIONAL" | "PERSONAL" | "INTIMATE" | "HEALTH_CARE"

export interface Task {
  /** As people read it. */
  readonly says: string
  readonly band: TaskBand
  readonly source: Source
}

const definition: Source = { title: "Peer social support training pilot, definitions", at: "S3:29-35" }
const healthCareDefinition: Source = { title: "Peer social support training pilot, definitions", at: "S3:37-39" }
const devon: Source = {
  title: "Devon County Council, Buddy support workers: induction framework",
  at: "devon.gov.uk/adult-social-care/?p=32468, intimate care and personal care"
}
const shannonTrust: Source = { title: "Shannon Trust, reading mentors", at: "shannontrust.org.uk" }
const everyday = ourChoice("Low-level help of the kind that S3:31-33 gives examples of; this example is ours")
const closeToTheBody = ourChoice(
  "Devon allows some personal care and the Nuffield Trust none; these examples are ours, and each is to be decided on"
)
const healthwatch = (at: string): Source => ({ title: "Healthwatch Peterborough prisoner engagement", at })
const schemes = (at: string): Source => ({ title: "RSA Future Prison, peer schemes", at })

const catalogue = {
  FETCHING_MEALS: { says: "Fetching meals", band: "PRACTICAL", source: definition },
  TIDYING_CELLS: { says: "Helping to tidy a cell", band: "PRACTICAL", source: definition },
  CARRYING_FOOD: { says: "Carrying food and drink for somebody", band: "PRACTICAL", source: devon },
  CUTTING_UP_FOOD: { says: "Cutting up food", band: "PRACTICAL", source: devon },
  PUSHING_WHEELCHAIR: { says: "Pushing a wheelchair", band: "PRACTICAL", source: everyday },
  CHANGING_BEDDING: { says: "Changing clean bedding", band: "PRACTICAL", source: everyday },
  LAUNDRY: { says: "Taking and fetching laundry", band: "PRACTICAL", source: everyday },
  READING_AND_WRITING: { says: "Helping with reading and writing", band: "PRACTICAL", source: shannonTrust },
  SIGNPOSTING: { says: "Saying where help is to be found", band: "PRACTICAL", source: healthwatch("S0:56") },
  SHARING_CAMPAIGNS: { says: "Sharing health campaigns", band: "PRACTICAL", source: healthwatch("S0:57") },
  COLLECTING_FEEDBACK: { says: "Collecting feedback and questions", band: "PRACTICAL", source: healthwatch("S0:55") },
  SUPPORTING_INDUCTION: {
    says: "Supporting the induction of new arrivals",
    band: "PRACTICAL",
    source: healthwatch("S0:67")
  },
  BEFRIENDING: { says: "Befriending", band: "EMOTIONAL", source: definition },
  LISTENING: { says: "Listening in confidence", band: "EMOTIONAL", source: schemes("S2:25") },
  MENTORING: { says: "Mentoring one to one", band: "EMOTIONAL", source: schemes("S2:27") },
  PUTTING_ON_SHOES: { says: "Helping to put on shoes", band: "PERSONAL", source: closeToTheBody },
  PUTTING_ON_OUTER_CLOTHES: { says: "Helping to put on outer clothes", band: "PERSONAL", source: closeToTheBody },
  SHAVING_AND_HAIR: { says: "Helping with shaving and hair", band: "PERSONAL", source: closeToTheBody },
  WASHING_HANDS_AND_FACE: { says: "Helping to wash hands and face", band: "PERSONAL", source: closeToTheBody },
  FEEDING: { says: "Feeding somebody", band: "INTIMATE", source: devon },
  ORAL_CARE: { says: "Oral care", band: "INTIMATE", source: devon },
  INTIMATE_WASHING: { says: "Washing areas that are normally covered", band: "INTIMATE", source: devon },
  INTIMATE_DRESSING: { says: "Dressing areas that are normally covered", band: "INTIMATE", source: devon },
  TOILETING: { says: "Help with using the toilet", band: "INTIMATE", source: devon },
  CLEANING_AFTER_SOILING: { says: "Cleaning after soiling", band: "INTIMATE", source: devon },
  CONTINENCE_PRODUCTS: { says: "Help with continence products", band: "INTIMATE", source: devon },
  MEDICATION: { says: "Handling or giving medication", band: "HEALTH_CARE", source: healthCareDefinition },
  WOUND_CARE: { says: "Care of wounds", band: "HEALTH_CARE", source: healthCareDefinition },
  OBSERVATIONS: {
    says: "Clinical observations, such as blood pressure",
    band: "HEALTH_CARE",
    source: healthCareDefinition
  }
} as const

export type TaskName = keyof typeof catalogue

/** Every task by its code. */
export const tasks: Readonly<Record<TaskName, Task>> = catalogue

const taskNames = Object.keys(catalogue) as ReadonlyArray<TaskName>

/** What each task is, as people read it. */
export const taskWords = Object.fromEntries(taskNames.map((name) => [name, catalogue[name].says])) as Readonly<
  Record<TaskName, string>
>

/** The task as a sentence begins with it: `Help with using the toilet`. */
export const sayTask = (name: TaskName): string => tasks[name].says

/** The tasks of the list that lie in one of the bands. */
export const tasksIn = (list: ReadonlyArray<TaskName>, ...bands: ReadonlyArray<TaskBand>): ReadonlyArray<TaskName> =>
  list.filter((name) => bands.includes(tasks[name].band))

/** Tasks as a sentence lists them: `feeding somebody, oral care`. */
export const sayTasks = (list: ReadonlyArray<TaskName>): string =>
  list.map((name) => tasks[name].says.charAt(0).toLowerCase() + tasks[name].says.slice(1)).join(", ")
