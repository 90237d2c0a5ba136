import { Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock';

/** The one place where the product's clock is chosen; specs override it. */
@Global()
@Module({ providers: [{ provide: Clock, useClass: SystemClock }], exports: [Clock] })
export class TimeModule {}
