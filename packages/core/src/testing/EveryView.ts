/**
 * Every view of this law, and what its ids are ids of: all that a replay has to bring back. None is named twice, and a
 * test finds one that is missing.
 */
import { Appointment } from "../appointment/Appointment.ts"
import { AppointmentsOf } from "../appointment/AppointmentsOf.ts"
import { Circumstance } from "../circumstance/Circumstance.ts"
import { Cohort } from "../cohort/Cohort.ts"
import { Escalation } from "../escalation/Escalation.ts"
import { EscalationsConcerning } from "../escalation/EscalationsConcerning.ts"
import type { View } from "../language/View.ts"
import { NonAssociation, NonAssociationsOf } from "../nonassociation/NonAssociation.ts"
import { Notice } from "../notice/Notice.ts"
import { LinkedWith } from "../person/Identity.ts"
import { Person, PrisonNumbersGiven } from "../person/Person.ts"
import { Route, RouteIdAt, RoutesAt } from "../route/Route.ts"
import { BegunIn } from "../scheme/BegunIn.ts"
import { Scheme, SchemesAt } from "../scheme/Scheme.ts"
import { Shadowing, ShadowingsFor, ShadowingsWith } from "../shadowing/Shadowing.ts"
import { InCustody } from "../staff/InCustody.ts"
import { Staff } from "../staff/Staff.ts"
import { AppointmentsNaming, OpenEscalationsAt, SupervisionsBy, SupportsBy } from "../staff/StaffWork.ts"
import { Supervision, SupervisionsFor } from "../supervision/Supervision.ts"
import { Support, SupportsOf } from "../support/Support.ts"
import { TemplatesOf, TrainingTemplate } from "../template/TrainingTemplate.ts"
import { Trainer } from "../trainer/Trainer.ts"
import { Training, TrainingsIn, TrainingsOf } from "../training/Training.ts"

/** Each view with what its ids are ids of; null where it is one for everything. */
export const everyView: ReadonlyArray<readonly [View<unknown>, string | null]> = [
  [Scheme, "scheme"],
  [SchemesAt, "establishment"],
  [BegunIn, "scheme"],
  [Staff, "staff"],
  [SupervisionsBy, "staff"],
  [AppointmentsNaming, "staff"],
  [SupportsBy, "staff"],
  [OpenEscalationsAt, "establishment"],
  [Person, "person"],
  [LinkedWith, "person"],
  [PrisonNumbersGiven, null],
  [InCustody, "person"],
  [Appointment, "appointment"],
  [AppointmentsOf, "person"],
  [Shadowing, "shadowing"],
  [ShadowingsWith, "person"],
  [ShadowingsFor, "appointment"],
  [Route, "route"],
  [RoutesAt, "establishment"],
  [RouteIdAt, "establishment"],
  [Escalation, "escalation"],
  [EscalationsConcerning, "person"],
  [Supervision, "supervision"],
  [SupervisionsFor, "appointment"],
  [Trainer, "staff"],
  [TrainingTemplate, "template"],
  [TemplatesOf, "scheme"],
  [Cohort, "cohort"],
  [Training, "training"],
  [TrainingsOf, "person"],
  [TrainingsIn, "cohort"],
  [NonAssociation, "nonassociation"],
  [NonAssociationsOf, "person"],
  [Notice, "notice"],
  [Circumstance, "circumstance"],
  [Support, "support"],
  [SupportsOf, "person"]
]
