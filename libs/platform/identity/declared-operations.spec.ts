import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { Handles, type OperationShape } from '../http/operation';
import { DeclaredOperations } from './declared-operations';

const operation: OperationShape = {
  id: 'listVendors',
  method: 'GET',
  path: '/tenants/:tenant/vendors',
  summary: 'Vendors',
  thing: 'vendors',
  access: { permission: 'vendor.read' },
  example: {},
};

function controllerFor(...decorators: MethodDecorator[]): Type {
  class VendorsController {
    handle(): void {}
    notRouted(): void {}
  }
  const descriptor = Object.getOwnPropertyDescriptor(
    VendorsController.prototype,
    'handle',
  ) as PropertyDescriptor;
  for (const decorator of decorators) decorator(VendorsController.prototype, 'handle', descriptor);
  Controller()(VendorsController);
  return VendorsController;
}

async function startWith(...controllers: Type[]): Promise<DeclaredOperations> {
  class AppModule {}
  Module({ imports: [DiscoveryModule], controllers, providers: [DeclaredOperations] })(AppModule);
  const app = await NestFactory.create(AppModule, { logger: false, abortOnError: false });
  try {
    await app.init();
    return app.get(DeclaredOperations);
  } finally {
    await app.close();
  }
}

const starting = (...changes: Partial<OperationShape>[]) =>
  startWith(...changes.map((change) => controllerFor(Handles({ ...operation, ...change }))));

describe('the start-up of the HTTP process', () => {
  it('finds the operations of its handlers', async () => {
    const declared = await starting(
      {},
      { id: 'other', access: { open: 'everybody may see the address of the house' }, path: '/address' },
    );
    expect(declared.all().map(({ id }) => id)).toEqual(['listVendors', 'other']);
  });

  it('stops at a handler that declares no operation', async () => {
    await expect(startWith(controllerFor(Get('/vendors')))).rejects.toThrow(
      'VendorsController.handle is routed without an operation',
    );
  });

  it.each<[string, Partial<OperationShape>, string]>([
    [
      'a permission nobody can have',
      { access: { permission: 'vendor.raed' } },
      '"vendor.raed" is no permission',
    ],
    ['a permission outside a tenant', { path: '/vendors' }, 'begins with /tenants/:tenant'],
    ['an exemption without its reason', { access: { open: '' }, path: '/vendors' }, 'say why'],
    [
      'an exemption inside a tenant',
      { access: { open: 'it is only a list of names' } },
      'cannot be below a tenant',
    ],
  ])('stops at %s', async (_, change, message) => {
    await expect(starting(change)).rejects.toThrow(message);
  });

  it('stops at an operation that is handled twice', async () => {
    await expect(starting({}, { path: '/tenants/:tenant/more' })).rejects.toThrow(
      '"listVendors" is handled twice',
    );
  });
});
