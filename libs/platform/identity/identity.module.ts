import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { EntityTagInterceptor } from '../http/entity-tag.interceptor';
import { IdempotencyInterceptor } from '../http/idempotency.interceptor';
import { AccessGuard } from './access.guard';
import { AccessLog } from './access-log';
import { AfterAnswer } from './after-answer';
import { ApiKeyStrategy } from './api-key.strategy';
import { ApiKeys } from './api-keys';
import { AttemptLimits } from './attempt-limits';
import { DeclaredOperations } from './declared-operations';
import { MembershipStart } from './membership-start';
import { Letters } from './letters';
import { NewAccounts } from './new-accounts';
import { PasswordChange } from './password-change';
import { PasswordHasher } from './password-hasher';
import { PasswordResets } from './password-resets';
import { PasswordStrategy } from './password.strategy';
import { TenantProvisioning } from './provisioning';
import { PublicUrl } from './public-url';
import { RequestForgery } from './request-forgery';
import { SessionStrategy } from './session.strategy';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { StreamCutInterceptor } from './stream-cut.interceptor';

/** Making tenants and people, for the operator's programs; needs the database, the clock, the seal and the activity log. */
@Global()
@Module({
  providers: [MembershipStart, PasswordHasher, TenantProvisioning],
  exports: [MembershipStart, PasswordHasher, TenantProvisioning],
})
export class ProvisioningModule {}

/**
 * Who calls, and whether they may: the guard in front of every handler of the HTTP process, and what sign-in needs.
 * Wants TimeModule, DatabaseModule, JobsModule, SealModule, ActivityLogModule and NotificationsModule beside it.
 */
@Global()
@Module({
  imports: [PassportModule, DiscoveryModule, ProvisioningModule],
  providers: [
    AccessLog,
    AfterAnswer,
    ApiKeys,
    ApiKeyStrategy,
    AttemptLimits,
    DeclaredOperations,
    Letters,
    NewAccounts,
    PasswordChange,
    PasswordResets,
    PasswordStrategy,
    { provide: PublicUrl, useFactory: () => PublicUrl.fromEnvironment() },
    RequestForgery,
    Sessions,
    SessionStrategy,
    SignIn,
    { provide: APP_GUARD, useClass: AccessGuard },
    // outermost, so that a replayed answer carries its ETag too
    { provide: APP_INTERCEPTOR, useClass: EntityTagInterceptor },
    { provide: APP_INTERCEPTOR, useClass: StreamCutInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [
    AccessLog,
    AfterAnswer,
    AttemptLimits,
    DeclaredOperations,
    Letters,
    NewAccounts,
    PasswordChange,
    PasswordResets,
    ProvisioningModule,
    PublicUrl,
    RequestForgery,
    Sessions,
    SignIn,
  ],
})
export class IdentityModule {}
