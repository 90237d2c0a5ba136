import type { Type } from '@nestjs/common';
import { calendarEntities, CalendarsModule } from '@plumbline/calendars/server';
import { ActivityModule } from '@plumbline/activity/server';
import { ClocksModule } from '@plumbline/clocks/server';
import { contractEntities, ContractsModule } from '@plumbline/contracts/server';
import { creditEntities, CreditsModule } from '@plumbline/credits/server';
import { documentEntities, DocumentsModule } from '@plumbline/documents/server';
import { IncidentsModule } from '@plumbline/incidents/server';
import { measurementEntities, MeasurementsModule } from '@plumbline/measurements/server';
import { PeopleModule } from '@plumbline/people/server';
import { scorecardEntities, ScorecardsModule } from '@plumbline/scorecards/server';
import { SlasModule } from '@plumbline/slas/server';
import { vendorEntities, VendorsModule } from '@plumbline/vendors/server';

/** What a thing's server contributes to the HTTP process. */
export interface Thing {
  readonly module: Type;
  readonly entities: readonly (new () => object)[];
}

/** The things this process serves, in the order of the server dependency list (eslint.config.mjs). */
export const things: readonly Thing[] = [
  { module: PeopleModule, entities: [] },
  { module: ActivityModule, entities: [] },
  { module: DocumentsModule, entities: documentEntities },
  { module: VendorsModule, entities: vendorEntities },
  { module: MeasurementsModule, entities: measurementEntities },
  { module: ContractsModule, entities: contractEntities },
  { module: SlasModule, entities: [] },
  { module: ScorecardsModule, entities: scorecardEntities },
  { module: CreditsModule, entities: creditEntities },
  { module: CalendarsModule, entities: calendarEntities },
  { module: ClocksModule, entities: [] },
  { module: IncidentsModule, entities: [] },
];
