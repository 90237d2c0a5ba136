import { Module } from '@nestjs/common';
import { RunningClocksModule } from '@plumbline/clocks/server';
import { VendorCalendarsModule } from '@plumbline/calendars/server';
import { AgreedNoticesModule } from '@plumbline/contracts/server';
import { DocumentReadModule } from '@plumbline/documents/server';
import { EscalationLaddersModule, VendorReadModule } from '@plumbline/vendors/server';
import { IncidentClocks } from './incident-clocks';
import { IncidentNotices } from './incident-notices';
import { IncidentReader } from './incident-reader';
import { IncidentSubject } from './incident-subject';
import { IncidentsController } from './incidents.controller';
import { IncidentsRepository } from './incidents.repository';
import { IncidentsService } from './incidents.service';
import { PoliciesRepository } from './policies/policies.repository';
import { RegisterController } from './register/register.controller';
import { RegisterRepository } from './register/register.repository';
import { RegisterService } from './register/register.service';
import { EntriesRepository } from './work/entries.repository';

const escalating = [RunningClocksModule, EscalationLaddersModule, VendorCalendarsModule, VendorReadModule];

/** For the HTTP process. */
@Module({
  imports: [...escalating, AgreedNoticesModule, DocumentReadModule],
  controllers: [IncidentsController, RegisterController],
  providers: [
    EntriesRepository,
    IncidentClocks,
    IncidentNotices,
    IncidentReader,
    IncidentsRepository,
    IncidentsService,
    IncidentSubject,
    PoliciesRepository,
    RegisterRepository,
    RegisterService,
  ],
})
export class IncidentsModule {}

/** For the job process: what clocks ask of incidents. */
@Module({ imports: escalating, providers: [IncidentNotices, IncidentsRepository, IncidentSubject] })
export class IncidentsWorkerModule {}
