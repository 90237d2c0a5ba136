import { Module } from '@nestjs/common';
import { RunningClocksModule } from '@plumbline/clocks/server';
import { VendorCalendarsModule } from '@plumbline/calendars/server';
import { AgreedNoticesModule, CalendarSourcesModule } from '@plumbline/contracts/server';
import { DocumentReadModule } from '@plumbline/documents/server';
import { ClockBreachesModule } from '@plumbline/slas/server';
import { EscalationLaddersModule, VendorReadModule } from '@plumbline/vendors/server';
import { ExercisesController } from './exercises/exercises.controller';
import { ExercisesRepository } from './exercises/exercises.repository';
import { ExercisesService } from './exercises/exercises.service';
import { IncidentEntry } from './import/incident-entry';
import { IncidentImportsController } from './import/incident-imports.controller';
import { IncidentImportsService } from './import/incident-imports.service';
import { IncidentCalendar } from './incident-calendar';
import { IncidentChanges } from './incident-changes';
import { IncidentClocks } from './incident-clocks';
import { IncidentNotices } from './incident-notices';
import { IncidentReader } from './incident-reader';
import { IncidentSubject } from './incident-subject';
import { IncidentsController } from './incidents.controller';
import { IncidentsRepository } from './incidents.repository';
import { IncidentsService } from './incidents.service';
import { PoliciesController } from './policies/policies.controller';
import { PoliciesRepository } from './policies/policies.repository';
import { PoliciesService } from './policies/policies.service';
import { RegisterController } from './register/register.controller';
import { RegisterRepository } from './register/register.repository';
import { RegisterService } from './register/register.service';
import { ReportingService } from './reporting.service';
import { ClosingService } from './work/closing.service';
import { EntriesReader } from './work/entries-reader';
import { EntriesRepository } from './work/entries.repository';
import { WorkController } from './work/work.controller';
import { WorkService } from './work/work.service';

const escalating = [
  ClockBreachesModule,
  RunningClocksModule,
  EscalationLaddersModule,
  VendorCalendarsModule,
  VendorReadModule,
];

/** For the HTTP process. */
@Module({
  imports: [...escalating, AgreedNoticesModule, CalendarSourcesModule, DocumentReadModule],
  controllers: [
    IncidentsController,
    WorkController,
    PoliciesController,
    ExercisesController,
    IncidentImportsController,
    RegisterController,
  ],
  providers: [
    ClosingService,
    EntriesReader,
    EntriesRepository,
    ExercisesRepository,
    ExercisesService,
    IncidentCalendar,
    IncidentChanges,
    IncidentClocks,
    IncidentEntry,
    IncidentImportsService,
    IncidentNotices,
    IncidentReader,
    IncidentsRepository,
    IncidentsService,
    IncidentSubject,
    PoliciesRepository,
    PoliciesService,
    RegisterRepository,
    RegisterService,
    ReportingService,
    WorkService,
  ],
})
export class IncidentsModule {}

/** For the job process: what clocks ask of incidents. */
@Module({ imports: escalating, providers: [IncidentNotices, IncidentsRepository, IncidentSubject] })
export class IncidentsWorkerModule {}
