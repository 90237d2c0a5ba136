import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { HttpTestingController } from '@angular/common/http/testing';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  addSftpKey,
  createApiKey,
  invite,
  listApiKeys,
  listInvitations,
  listPeople,
  listSftpKeys,
  viewMember,
} from '@plumbline/people/schema';
import { Confirm } from '@plumbline/ui';
import { DataTableHarness, FieldHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ApiKeysPage } from './api-keys-page';
import { InvitationsPage } from './invitations-page';
import { InvitePage } from './invite-page';
import { MemberPage } from './member-page';
import { NewApiKeyPage } from './new-api-key-page';
import { NewSftpKeyPage } from './new-sftp-key-page';
import { PeoplePage } from './people-page';
import { SftpKeysPage } from './sftp-keys-page';

const base = '/api/v1/tenants/northstar';
const lakeside = { id: '019b2f6e-3333-7000-8000-000000000001', name: 'Lakeside Voice' };

describe('the pages of people', () => {
  let http: HttpTestingController;

  async function open(
    page: Type<unknown>,
    tenant: Parameters<typeof provideTenantForTests>[0],
    inputs: Record<string, string> = {},
  ) {
    TestBed.configureTestingModule({ providers: provideTenantForTests(tenant) });
    const fixture = TestBed.createComponent(page);
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    await settle();
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const element = fixture.nativeElement as HTMLElement;
    const field = async (label: string): Promise<FieldHarness> => {
      for (const each of await loader.getAllHarnesses(FieldHarness))
        if ((await each.label()) === label) return each;
      throw new Error(`no field ${label}`);
    };
    const press = async (text: string) => {
      const button = [...element.querySelectorAll('button')].find(
        (each) => each.textContent?.trim() === text,
      );
      if (!button) throw new Error(`no button ${text}`);
      button.click();
      await settle();
    };
    const choose = async (select: Element | null | undefined, value: string) => {
      (select as HTMLSelectElement).value = value;
      select?.dispatchEvent(new Event('input', { bubbles: true }));
      select?.dispatchEvent(new Event('change', { bubbles: true }));
      await settle();
    };
    const send = async () => {
      element.querySelector('form')?.requestSubmit();
      await settle();
    };
    return { element, loader, field, press, choose, send };
  }
  const asked = (path: string) => http.expectOne(({ url }) => url === `${base}${path}`);
  const agree = () => jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue(true);

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('list who belongs here, with the role in words', async () => {
    const { loader, element } = await open(PeoplePage, { permissions: ['people.read', 'people.invite'] });
    asked('/people').flush(listPeople.example.response as object);
    await settle();
    expect(await (await loader.getHarness(DataTableHarness)).texts()).toEqual([
      ['Ana Ruiz', 'ana@northfield.example', 'Vendor manager', 'Insurer'],
    ]);
    expect(element.textContent).toContain('Invite somebody');
    expect(element.textContent).not.toContain('API keys');
  });

  describe('the invitation form', () => {
    it('offers an insurer every role, and asks for the vendor of a vendor’s role', async () => {
      const { element, field, choose, send } = await open(InvitePage, { permissions: ['people.invite'] });
      asked('/vendors').flush({ items: [{ ...vendorSummary, ...lakeside }], nextCursor: null });
      await settle();
      const role = () => element.querySelector('select');
      expect([...(role()?.options ?? [])].map((option) => option.value)).toHaveLength(7);
      await (await field('E-mail')).type('lee@lakeside.example');
      await choose(role(), 'vendor_contributor');
      await send();
      expect(await (await field('Vendor')).problem()).toBe('Choose the vendor');
      await choose(element.querySelectorAll('select')[1], lakeside.id);
      const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
      await send();
      const request = asked('/invitations');
      expect(request.request.body).toEqual({
        email: 'lee@lakeside.example',
        role: 'vendor_contributor',
        vendorId: lakeside.id,
      });
      expect(request.request.headers.has('Idempotency-Key')).toBe(true);
      request.flush(invite.example.response as object, { status: 201, statusText: 'Created' });
      await settle();
      expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'people', 'invitations']);
    });

    it('offers a vendor’s administrator their own vendor and its roles only', async () => {
      const { element, field, send } = await open(InvitePage, {
        side: 'vendor',
        permissions: ['people.invite'],
        vendors: [lakeside],
      });
      expect([...(element.querySelector('select')?.options ?? [])].map((option) => option.value)).toEqual([
        'vendor_administrator',
        'vendor_contributor',
      ]);
      await (await field('E-mail')).type('lee@lakeside.example');
      await send();
      const request = asked('/invitations');
      expect(request.request.body).toMatchObject({ role: 'vendor_contributor', vendorId: lakeside.id });
      request.flush(invite.example.response as object, { status: 201, statusText: 'Created' });
      await settle();
    });
  });

  it('take an invitation back by the version that was shown', async () => {
    const { press, loader } = await open(InvitationsPage, { permissions: ['people.read', 'people.invite'] });
    asked('/invitations').flush(listInvitations.example.response as object);
    await settle();
    expect((await (await loader.getHarness(DataTableHarness)).texts())[0]?.slice(0, 4)).toEqual([
      'lee@lakeside.example',
      'Vendor contributor',
      'Lakeside Voice',
      'Open',
    ]);
    agree();
    await press('Take back');
    const request = asked('/invitations/019b2f6e-2222-7000-8000-000000000001');
    expect([request.request.method, request.request.headers.get('If-Match')]).toEqual(['DELETE', '"1"']);
    request.flush(null, { status: 204, statusText: 'No Content' });
    await settle();
    asked('/invitations').flush({ items: [], nextCursor: null });
    await settle();
  });

  it('change a role within its side, and show what the server says against it', async () => {
    const { element, press, choose } = await open(
      MemberPage,
      { permissions: ['people.read', 'people.manage'] },
      { membershipId: '019b2f6e-1111-7000-8000-000000000001' },
    );
    const path = '/people/019b2f6e-1111-7000-8000-000000000001';
    asked(path).flush(viewMember.example.response as object);
    await settle();
    const select = element.querySelector('select');
    expect([...(select?.options ?? [])].map((option) => option.value)).not.toContain('vendor_contributor');
    await choose(select, 'security');
    agree();
    await press('Change role');
    const request = asked(path);
    expect([request.request.method, request.request.body, request.request.headers.get('If-Match')]).toEqual([
      'PATCH',
      { role: 'security' },
      '"1"',
    ]);
    const detail = 'Make somebody else administrator first: this is the last one.';
    request.flush(
      {
        type: '/problems/last-administrator',
        title: 'A rule forbids this',
        status: 422,
        code: 'last-administrator',
        detail,
        instance: 'urn:uuid:1',
      },
      { status: 422, statusText: 'Unprocessable Content' },
    );
    await settle();
    expect(element.querySelector('[role="alert"]')?.textContent).toContain(detail);
  });

  it('offer nothing to change to whoever may not', async () => {
    const { element } = await open(
      MemberPage,
      { permissions: ['people.read'] },
      { membershipId: '019b2f6e-1111-7000-8000-000000000001' },
    );
    asked('/people/019b2f6e-1111-7000-8000-000000000001').flush(viewMember.example.response as object);
    await settle();
    expect(element.querySelector('select, button[data-kind="danger"]')).toBeNull();
  });

  describe('API keys', () => {
    it('are listed by how they end, with what they may', async () => {
      const { loader } = await open(ApiKeysPage, { permissions: ['api-key.manage', 'people.read'] });
      asked('/api-keys').flush(listApiKeys.example.response as object);
      await settle();
      expect((await (await loader.getHarness(DataTableHarness)).texts())[0]?.slice(0, 4)).toEqual([
        'Nightly KPI upload',
        '…x7Qa',
        'Active',
        'Read KPI files and their problems · Hand in and confirm KPI files',
      ]);
    });

    it('offer what one may oneself, and show the key once', async () => {
      const { element, field, send } = await open(NewApiKeyPage, {
        side: 'vendor',
        permissions: ['api-key.manage', 'people.invite', 'kpi-file.upload', 'kpi-file.read'],
        vendors: [lakeside],
      });
      const scopes = [...element.querySelectorAll('fieldset label')];
      expect(scopes.map((label) => label.textContent?.trim())).toEqual([
        'Hand in and confirm KPI files kpi-file.upload',
        'Read KPI files and their problems kpi-file.read',
      ]);
      await (await field('Name')).type('Nightly KPI upload');
      await send();
      expect(element.textContent).toContain('Choose at least one');
      scopes[0]?.querySelector('input')?.click();
      await send();
      const request = asked('/api-keys');
      expect(request.request.body).toEqual({
        name: 'Nightly KPI upload',
        scopes: ['kpi-file.upload'],
        vendorId: lakeside.id,
        expiresInDays: 90,
      });
      const made = createApiKey.example.response as { readonly key: string };
      request.flush(made, { status: 201, statusText: 'Created' });
      await settle();
      expect(element.querySelector('code')?.textContent).toBe(made.key);
      expect(element.querySelector('form')).toBeNull();
    });
  });

  describe('SFTP keys', () => {
    it('are listed by their fingerprint, with what happens to a clean file', async () => {
      const { loader, element } = await open(SftpKeysPage, {
        permissions: ['sftp-key.manage', 'people.read'],
      });
      asked('/sftp-keys').flush(listSftpKeys.example.response as object);
      await settle();
      expect((await (await loader.getHarness(DataTableHarness)).texts())[0]?.slice(0, 5)).toEqual([
        'Nightly KPI upload',
        'SHA256:xcTb/ZL8NmQsvo9k2j/c7dIyp7nvDnswfPZHlzcZwz0',
        'Active',
        'Lakeside Voice',
        'By a person',
      ]);
      expect(element.textContent).toContain('northstar');
    });

    it('are added for one’s own vendor', async () => {
      const { field, send } = await open(NewSftpKeyPage, {
        side: 'vendor',
        permissions: ['sftp-key.manage'],
        vendors: [lakeside],
      });
      const navigated = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
      await (await field('Name')).type('Nightly run');
      await (await field('Public key')).type('ssh-ed25519 AAAA');
      await send();
      const request = asked('/sftp-keys');
      expect(request.request.body).toEqual({
        name: 'Nightly run',
        vendorId: lakeside.id,
        publicKey: 'ssh-ed25519 AAAA',
        confirm: 'by-a-person',
      });
      request.flush(addSftpKey.example.response as object, { status: 201, statusText: 'Created' });
      await settle();
      expect(navigated).toHaveBeenCalledWith(['/t', 'northstar', 'people', 'sftp-keys']);
    });
  });
});

const vendorSummary = {
  code: 'LAKESIDE',
  state: 'active',
  tier: 1,
  services: ['voice'],
  criticality: 'high',
  phiAccess: true,
  timezone: 'America/Chicago',
  reportsForOthers: false,
};
