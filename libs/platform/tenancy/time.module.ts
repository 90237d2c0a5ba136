import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock } from './clock';

/** The one place where a process is given its clock; specs and the demo give it one that they move. */
@Global()
@Module({})
export class TimeModule {
  static forRoot(clock: Clock): DynamicModule {
    return { module: TimeModule, providers: [{ provide: Clock, useValue: clock }], exports: [Clock] };
  }
}
