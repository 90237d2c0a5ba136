export { IncidentsModule, IncidentsWorkerModule } from './incidents.module';
