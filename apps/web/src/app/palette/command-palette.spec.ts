import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { describe, expect, it, jest } from '@jest/globals';
import { listContracts } from '@plumbline/contracts/schema';
import { listVendors } from '@plumbline/vendors/schema';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { CommandPalette } from './command-palette';
import { PALETTE_PAUSE_MS } from './palette-search';

const groups = [
  {
    heading: null,
    entries: [
      { text: 'Results', icon: 'results', link: ['/t', 'northstar', 'results'] },
      { text: 'Vendors', icon: 'vendors', link: ['/t', 'northstar', 'vendors'] },
    ],
  },
];

const commands = [
  {
    text: 'Send a KPI file',
    icon: 'kpiFiles',
    link: ['/t', 'northstar', 'kpi-files', 'upload'],
    also: 'upload csv',
  },
];

describe('CommandPalette', () => {
  let fixture: ComponentFixture<CommandPalette>;
  const close = jest.fn();
  const element = () => fixture.nativeElement as HTMLElement;
  const options = () =>
    [...element().querySelectorAll('[role="option"]')].map(
      (option) => option.querySelector('.text')?.textContent,
    );
  const input = () => element().querySelector('input') as HTMLInputElement;

  function open(...permissions: string[]): void {
    close.mockClear();
    TestBed.configureTestingModule({
      providers: [
        ...provideTenantForTests({ permissions }),
        { provide: DIALOG_DATA, useValue: { groups, commands } },
        { provide: DialogRef, useValue: { close } },
        { provide: PALETTE_PAUSE_MS, useValue: 0 },
      ],
    });
    fixture = TestBed.createComponent(CommandPalette);
    fixture.detectChanges();
  }

  async function type(text: string): Promise<void> {
    input().value = text;
    input().dispatchEvent(new Event('input'));
    await settle();
  }

  it('lists pages at once, and goes with the keyboard', async () => {
    open('vendor.read');
    expect(options()).toEqual(['Results', 'Vendors', 'Send a KPI file']);
    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
    await settle();
    const active = input().getAttribute('aria-activedescendant') ?? '';
    expect(element().querySelector(`#${active}`)?.textContent).toContain('Vendors');
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    input().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'vendors']);
    expect(close).toHaveBeenCalled();
  });

  it('begins what somebody may do, by its name or another word for it', async () => {
    open();
    await type('upload');
    expect(options()).toEqual(['Send a KPI file']);
  });

  it('searches what the role may read, and only that', async () => {
    open('vendor.read');
    await type('nor');
    const http = TestBed.inject(HttpTestingController);
    http
      .expectOne(
        (request) =>
          request.url === '/api/v1/tenants/northstar/vendors' && request.params.get('search') === 'nor',
      )
      .flush(listVendors.example.response ?? null);
    await settle();
    expect(options()).toEqual(['Northwind Member Care']);
    http.verify();
  });

  it('finds contracts by reference and title', async () => {
    open('contract.read');
    await type('msa');
    const http = TestBed.inject(HttpTestingController);
    http
      .expectOne((request) => request.url.endsWith('/contracts'))
      .flush(listContracts.example.response ?? null);
    await settle();
    const [contract] =
      listContracts.example.response === undefined
        ? []
        : (listContracts.example.response as { items: { reference: string; title: string }[] }).items;
    expect(options()).toEqual([`${contract?.reference}, ${contract?.title}`]);
    http.verify();
  });

  it('says when nothing is called so, and when the search did not work', async () => {
    open('vendor.read');
    await type('zzz');
    const http = TestBed.inject(HttpTestingController);
    http.expectOne(() => true).flush({ items: [], nextCursor: null });
    await settle();
    expect(element().querySelector('[role="status"]')?.textContent).toContain('Nothing called “zzz”');
    await type('zzzz');
    http.expectOne(() => true).error(new ProgressEvent('error'));
    await settle();
    expect(element().querySelector('[role="status"]')?.textContent).toContain('could not be searched');
  });
});
