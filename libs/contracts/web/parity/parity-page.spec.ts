import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { listParityFindings, viewParityMatrix } from '@plumbline/contracts/schema';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Router } from '@angular/router';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { ParityPage } from './parity-page';

const tenant = '/api/v1/tenants/northstar';

describe('the parity page', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());

  async function open(locale = 'en', permissions = ['parity.read', 'parity.write']) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(ParityPage);
    fixture.detectChanges();
    await settle();
    return fixture;
  }

  const answer = async (matrix: unknown = viewParityMatrix.example.response) => {
    http.expectOne(({ url }) => url === `${tenant}/parity`).flush(matrix as object);
    http
      .expectOne(({ url }) => url === `${tenant}/parity-findings`)
      .flush(listParityFindings.example.response as object);
    await settle();
  };
  const words = (fixture: ComponentFixture<ParityPage>) =>
    (fixture.nativeElement as HTMLElement).textContent?.replace(/\s+/g, ' ') ?? '';
  const find = (fixture: ComponentFixture<ParityPage>, selector: string) =>
    (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>(selector);

  it('shows each contract beside what is expected, in words, with since when and by what', async () => {
    const fixture = await open();
    await answer();
    expect(find(fixture, '.matrix tbody tr')?.textContent?.replace(/\s+/g, ' ')).toMatch(
      /Service level everything.*≥ 85%.*≥ 80%.*Weaker.*≥ 80%.*Floor not held.*since 1 Jan 2026/,
    );
    expect(words(fixture)).toContain('internal target, version 1');
    expect(words(fixture)).toContain('still so');
  });

  it('speaks Spanish', async () => {
    const fixture = await open('es');
    await answer();
    expect(words(fixture)).toContain('Más débil');
    expect(words(fixture)).toContain('No cumple el mínimo');
  });

  it('opens why a cell says so through the address', async () => {
    const fixture = await open();
    await answer();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    const cell = find(fixture, '.matrix button.why');
    expect(cell?.querySelector('.pl-unseen')?.textContent).toBe(
      'Why Service level (everything), Northwind Member Care:',
    );
    cell?.click();
    expect(navigate.mock.calls[0]?.[1]).toMatchObject({
      queryParams: { cell: expect.stringMatching(/^[0-9a-f-]{36}\|[0-9a-f-]{36}~~~~$/) },
    });
  });

  it('says what to do where nothing is left, and offers writers only to set a target', async () => {
    const fixture = await open('en', ['parity.read']);
    fixture.componentRef.setInput('state', 'missing');
    await answer();
    expect(words(fixture)).toContain('Nothing matches');
    expect(words(fixture)).not.toContain('Set an internal target');
  });
});
