import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Door } from './door';
import { DATABASE_OPTIONS, type DatabaseOptions } from './options';
import { TenantDirectory } from './tenant-directory';

/** Connects lazily: the process comes up (and says "not ready") while PostgreSQL is away, and reconnects by itself. */
@Global()
@Module({})
export class DatabaseModule {
  static forRoot(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      providers: [
        { provide: DATABASE_OPTIONS, useValue: options },
        { provide: DataSource, useFactory: () => makeDataSource(options).initialize() },
        Door,
        TenantDirectory,
      ],
      exports: [Door, TenantDirectory],
    };
  }
}

export function makeDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.urls.app,
    entities: [...options.entities],
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: 5_000,
    extra: { application_name: 'plumbline', options: '-c TimeZone=UTC' },
    // ids are uuid v7 made by the application: the driver must not ask for the uuid-ossp extension
    installExtensions: false,
    synchronize: false,
  });
}
