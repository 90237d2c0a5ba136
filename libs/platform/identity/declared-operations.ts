import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { OPERATION, type OperationShape } from '../http/operation';
import { permissions } from '../tenancy';

/**
 * Every operation this process serves, found at its handlers. The process does not start when a handler declares none,
 * or one that nobody could be checked for (architecture invariant 3).
 */
@Injectable()
export class DeclaredOperations implements OnModuleInit {
  private operations: readonly OperationShape[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const faults: string[] = [];
    const operations: OperationShape[] = [];
    for (const { handler, name } of this.handlers()) {
      const operation = Reflect.getMetadata(OPERATION, handler) as OperationShape | undefined;
      if (operation) {
        faults.push(...faultsOf(operation).map((fault) => `${name}: ${fault}`));
        operations.push(operation);
      } else {
        faults.push(`${name} is routed without an operation: use @Handles(operation)`);
      }
    }
    const ids = operations.map(({ id }) => id);
    faults.push(
      ...ids
        .filter((id, index) => ids.indexOf(id) !== index)
        .map((id) => `operation "${id}" is handled twice`),
    );
    if (faults.length > 0) {
      throw new Error(
        `Some handlers do not say who may call them, so nothing is served:\n- ${faults.join('\n- ')}`,
      );
    }
    this.operations = operations;
  }

  all(): readonly OperationShape[] {
    return this.operations;
  }

  private *handlers(): Generator<{ handler: object; name: string }> {
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype: object = Object.getPrototypeOf(instance);
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler: unknown = Reflect.get(prototype, method);
        if (typeof handler === 'function' && Reflect.hasMetadata(PATH_METADATA, handler)) {
          yield { handler, name: `${metatype.name}.${method}` };
        }
      }
    }
  }
}

function faultsOf(operation: OperationShape): string[] {
  const faults: string[] = [];
  const { access } = operation;
  if ('permission' in access) {
    if (!(permissions as readonly string[]).includes(access.permission)) {
      faults.push(`"${access.permission}" is no permission (libs/platform/tenancy/permissions.ts)`);
    }
    if (!/^\/tenants\/:tenant(?:\/|$)/.test(operation.path)) {
      faults.push('a permission is held in a tenant: the path begins with /tenants/:tenant');
    }
  } else {
    if (access.open.trim().length < 20) faults.push('say why everybody may call it');
    if (operation.path.includes(':tenant')) faults.push('an open operation cannot be below a tenant');
  }
  return faults;
}
