import { Global, Module } from '@nestjs/common';
import { Seal } from './seal';

/** Both processes open what the other sealed. */
@Global()
@Module({ providers: [{ provide: Seal, useFactory: () => Seal.fromEnvironment() }], exports: [Seal] })
export class SealModule {}
