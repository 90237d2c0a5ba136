import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import {
  applySlaSchedule,
  listSlaPacks,
  previewSlaSchedule,
  viewContract,
  viewContractVersion,
} from '@plumbline/contracts/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { SchedulePage } from './schedule-page';

const contract = viewContract.example.response as { readonly id: string };
const tenant = '/api/v1/tenants/northstar';
const asking = () => new Promise((resolve) => setTimeout(resolve));

describe('filling a draft with SLAs', () => {
  let http: HttpTestingController;
  let page: { onFile(file: File): Promise<void> };
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(locale = 'en') {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['contract.write'] }) });
    TestBed.inject(Reader).setLocale(locale);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(SchedulePage);
    fixture.componentRef.setInput('contractId', contract.id);
    fixture.componentRef.setInput('number', '1');
    fixture.detectChanges();
    await asking();
    http.expectOne(`${tenant}/contracts/${contract.id}`).flush(contract);
    http
      .expectOne(`${tenant}/contracts/${contract.id}/versions/1`)
      .flush(viewContractVersion.example.response as object);
    http.expectOne(({ url }) => url === `${tenant}/sla-packs`).flush(listSlaPacks.example.response as object);
    await settle();
    page = fixture.componentInstance as unknown as typeof page;
    return fixture.nativeElement as HTMLElement;
  }

  const press = (element: HTMLElement, words: RegExp) => {
    const button = [...element.querySelectorAll('button')].find((each) => words.test(each.textContent ?? ''));
    if (!button) throw new Error(`no button ${words}`);
    button.click();
  };
  const choosePack = (element: HTMLElement) => {
    const select = element.querySelector('select');
    if (!select) throw new Error('no packs');
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
  };

  it('shows what a pack would change before anything is sent to be saved, then saves it from the version read', async () => {
    const element = await open();
    choosePack(element);
    await settle();
    press(element, /Preview/);
    await asking();
    const looked = http.expectOne(`${tenant}/contracts/${contract.id}/versions/1/sla-schedule/preview`);
    expect(looked.request.body).toMatchObject({ mode: 'merge', source: { pack: expect.any(String) } });
    looked.flush(previewSlaSchedule.example.response as object);
    await settle();
    expect(element.textContent?.replace(/\s+/g, ' ')).toMatch(
      /Weights would add to 100 of 100\.\s*Changed\s*Service level 80\/20\s*everything\s*≥ 80% · Weight 40 → ≥ 85% · Weight 40/,
    );
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    press(element, /Take 1 SLA into the draft/);
    await asking();
    const sent = http.expectOne(`${tenant}/contracts/${contract.id}/versions/1/sla-schedule`);
    expect(sent.request.headers.get('If-Match')).toBe('"2"');
    sent.flush(applySlaSchedule.example.response as object);
    await settle();
    expect(navigate).toHaveBeenCalledWith([
      '/t',
      'northstar',
      'contracts',
      contract.id,
      'versions',
      '1',
      'edit',
    ]);
  });

  it('takes a workbook as it is, and the file that was looked at, whichever was chosen meanwhile', async () => {
    const element = await open();
    element.querySelector<HTMLInputElement>('input[type="radio"][value="file"]')?.click();
    await settle();
    const chosen = async (name: string, text: string) => {
      const bytes = new TextEncoder().encode(text);
      void page.onFile({
        ...{ name, text: () => Promise.resolve(text), arrayBuffer: () => Promise.resolve(bytes.buffer) },
      } as unknown as File);
      await asking();
    };
    const preview = `${tenant}/contracts/${contract.id}/versions/1/sla-schedule/preview`;
    await chosen('first.csv', 'metric');
    const first = http.expectOne(preview);
    expect(first.request.body).toMatchObject({ source: { csv: 'metric' } });
    await chosen('Second.XLSX', 'PK');
    const second = http.expectOne(preview);
    const source = { workbook: { name: 'Second.XLSX', content: btoa('PK') } };
    expect(second.request.body).toMatchObject({ source });
    second.flush(previewSlaSchedule.example.response as object);
    await settle();
    first.flush({ ...(previewSlaSchedule.example.response as object), rows: [] });
    await settle();
    press(element, /Take 1 SLA into the draft/);
    await asking();
    const sent = http.expectOne(`${tenant}/contracts/${contract.id}/versions/1/sla-schedule`);
    expect(sent.request.body).toEqual({ source, mode: 'merge' });
    jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    sent.flush(applySlaSchedule.example.response as object);
    await settle();
  });

  it('says in the reader’s language what is wrong in which line and column, and lets nothing be taken', async () => {
    const element = await open('es');
    choosePack(element);
    await settle();
    press(element, /Vista previa/);
    await asking();
    const problem = {
      line: 3,
      column: 'target',
      code: 'target-not-a-share',
      value: '80',
      detail: 'English.',
    };
    http
      .expectOne(`${tenant}/contracts/${contract.id}/versions/1/sla-schedule/preview`)
      .flush({ ...(previewSlaSchedule.example.response as object), problems: [problem] });
    await settle();
    expect(element.querySelector('[role="alert"] tbody')?.textContent?.replace(/\s+/g, ' ').trim()).toBe(
      '3target«80» no es una parte de uno: escriba 80% o 0.80.',
    );
    expect(
      [...element.querySelectorAll('button')].some(({ textContent }) =>
        /al borrador/.test(textContent ?? ''),
      ),
    ).toBe(false);
  });
});
