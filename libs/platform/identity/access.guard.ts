import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { NotAllowedError, NotFoundError } from '../errors';
import { type KnownRequest, operationOf } from '../http/operation';
import type { Actor, Permission } from '../tenancy';
import { AccessLog } from './access-log';
import type { Caller } from './caller';
import { actorOf } from './memberships';
import { RequestForgery } from './request-forgery';
import { demandSecondFactor, type SignedIn } from './sessions';

/** A request that the guard let in. */
export interface AdmittedRequest extends KnownRequest {
  signedIn?: SignedIn;
}

/**
 * The one guard in front of every handler. It reads the handler's operation: open operations are let in (the
 * operation says why); all others need a session past MFA or an API key, a membership of the tenant in the URL, and the
 * permission. The actor is made here, for this request, and never remembered (architecture invariants 2 and 3).
 */
@Injectable()
export class AccessGuard extends AuthGuard(['api-key', 'session']) {
  constructor(
    private readonly forgery: RequestForgery,
    private readonly accessLog: AccessLog,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AdmittedRequest>();
    const operation = operationOf(context);
    request.operation = operation;
    const byKey = request.header('authorization') !== undefined;
    const fromAnywhere = operation.fromAnywhere !== undefined && 'open' in operation.access;
    if (!byKey && !fromAnywhere) this.forgery.demandSameOrigin(request);
    if (!('permission' in operation.access)) return true;

    await super.canActivate(context);
    const caller = request.user as unknown as Caller;
    const permission = operation.access.permission as Permission;
    const actor =
      caller.kind === 'api-key'
        ? machineActor(caller)
        : this.personActor(request, caller.signedIn, permission);
    if (!actor.permissions.has(permission)) {
      this.accessLog.denied(actor, operation.id, permission);
      throw new NotAllowedError(
        'permission-missing',
        `This needs the permission "${permission}", which you do not have.`,
      );
    }
    request.actor = actor;
    return true;
  }

  /** Passport calls this with what the strategies found. */
  override handleRequest<User = Caller>(error: unknown, user: User | false | null): User {
    if (error) throw error;
    if (!user) throw new NotAllowedError('signed-out', 'You are signed out, or your session has ended.', 401);
    return user;
  }

  private personActor(request: AdmittedRequest, signedIn: SignedIn, permission: Permission): Actor {
    demandSecondFactor(signedIn);
    this.forgery.demandToken(request, signedIn.token);
    request.signedIn = signedIn;
    const slug = String(request.params['tenant']);
    try {
      return actorOf(signedIn.person, signedIn.memberships, slug, permission);
    } catch (error) {
      if (error instanceof NotFoundError)
        this.accessLog.strangerAt(signedIn.person.id, slug, request.operation?.id ?? '');
      throw error;
    }
  }
}

/** A machine acts for the tenant, or for the one vendor it was made for, within its scopes. */
function machineActor({ id, name, tenant, vendorId, scopes }: Extract<Caller, { kind: 'api-key' }>): Actor {
  return {
    kind: 'api-key',
    id,
    name,
    tenantId: tenant.id,
    tenantSlug: tenant.slug,
    timezone: tenant.timezone,
    side: vendorId ? 'vendor' : 'insurer',
    role: null,
    vendorScope: vendorId ? [vendorId] : '*',
    permissions: new Set(scopes),
  };
}
