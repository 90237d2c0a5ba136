import { HttpTestingController } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import {
  createCalendar,
  type HolidayProposal,
  listHolidayCountries,
  proposeHolidays,
} from '@plumbline/calendars/schema';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { FieldHarness, provideTenantForTests, settle } from '@plumbline/ui/testing';
import { NewCalendarPage } from './new-calendar-page';

const base = '/api/v1/tenants/northstar';
const proposal = proposeHolidays.example.response as HolidayProposal;

/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the form for a new calendar', () => {
  let http: HttpTestingController;

  async function open(locale = 'en') {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions: ['calendar.write'] }) });
    TestBed.inject(Reader).setLocale(locale);
    const fixture = TestBed.createComponent(NewCalendarPage);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(`${base}/holiday-countries`).flush(listHolidayCountries.example.response as object);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const field = async (label: string): Promise<FieldHarness> => {
      for (const each of await loader.getAllHarnesses(FieldHarness)) {
        if ((await each.label()) === label) return each;
      }
      throw new Error(`no field ${label}`);
    };
    const button = (text: string) =>
      [...element.querySelectorAll('button')].find((each) => each.textContent?.trim() === text);
    const choose = async (select: HTMLSelectElement | null | undefined, value: string) => {
      if (!select) throw new Error('no such choice');
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settle();
    };
    const propose = async (answer: HolidayProposal) => {
      const selects = element.querySelectorAll<HTMLSelectElement>('pl-holiday-proposer select');
      await choose(selects[0], 'US');
      button('Propose')?.click();
      await asking();
      const request = http.expectOne(({ url }) => url === `${base}/holiday-proposals`);
      request.flush(answer);
      await settle();
      return request.request.params;
    };
    const send = async () => {
      element.querySelector('form')?.requestSubmit();
      await settle();
    };
    return { element, field, button, propose, send };
  }

  beforeEach(() => {
    TestBed.resetTestingModule();
    sessionStorage.clear();
  });
  afterEach(() => http.verify());

  it('says in Spanish what schema and engine find wrong, to those who read it', async () => {
    const { element, field, send } = await open('es-US');
    await (await field('Lunes')).type('17:00-09:00');
    await send();
    expect(await (await field('Nombre')).problem()).toBe('escriba algo aquí');
    expect(await (await field('Lunes')).problem()).toMatch(/^09:00 es antes que 17:00; un tramo que pasa/);
    expect(element.querySelector('[role="alert"]')?.textContent).toContain('Nombre: escriba algo aquí');
  });

  it('saves what a person ticked, under the name that person gave it, and nothing before', async () => {
    const { element, field, button, propose, send } = await open();
    await (await field('Name')).type('Austin site');
    const asked = await propose(proposal);
    expect(asked.get('country')).toBe('US');
    expect(asked.get('years')).toMatch(/^\d{4},\d{4}$/);
    expect(element.textContent).toContain('only a bank holiday in the library, added by our rule');
    // Christmas is not taken over
    element.querySelectorAll<HTMLInputElement>('pl-holiday-proposer input')[1]?.click();
    await settle();
    button('Add 1 ticked date')?.click();
    await settle();
    const name = element.querySelector<HTMLInputElement>('pl-holidays-fields .name');
    if (!name) throw new Error('the date was not added');
    expect(name.value).toBe('Veterans Day (observed)');
    name.value = 'Veterans Day';
    name.dispatchEvent(new Event('input'));
    await settle();
    expect(element.querySelector('pl-holidays-fields .from')?.textContent).toBe(
      'our own rule, 5 U.S.C. 6103, proposed as “Veterans Day (observed)”',
    );

    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    await send();
    const request = http.expectOne(`${base}/calendars`);
    expect(request.request.body).toMatchObject({
      name: 'Austin site',
      timezone: 'America/New_York',
      hours: { mon: [['08:00', '17:00']], sun: [] },
      holidays: [{ date: '2028-11-10', name: 'Veterans Day', provenance: proposal.items[0]?.provenance }],
    });
    const made = createCalendar.example.response as { readonly id: string };
    request.flush(made, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'calendars', made.id]);
  });

  it('says at each day what the engine finds wrong with it, and sends nothing', async () => {
    const { field, send } = await open();
    await (await field('Name')).type('Austin site');
    await (await field('Monday')).type('17:00-09:00');
    await (await field('Friday')).type('always');
    await send();
    expect(await (await field('Monday')).problem()).toContain('09:00 is before 17:00');
    expect(await (await field('Friday')).problem()).toContain('09:00-17:00');
    expect(await (await field('Tuesday')).problem()).toBeNull();
  });

  it('keeps a date that is listed from being added twice, and a moved one from being called proposed', async () => {
    const { element, button, propose } = await open();
    await propose(proposal);
    button('Add 2 ticked dates')?.click();
    await settle();
    const boxes = [...element.querySelectorAll<HTMLInputElement>('pl-holiday-proposer input')];
    expect(boxes.map(({ disabled }) => disabled)).toEqual([true, true]);
    const date = element.querySelector<HTMLInputElement>('pl-holidays-fields input[type="date"]');
    if (!date) throw new Error('the date was not added');
    date.value = '2028-11-13';
    date.dispatchEvent(new Event('input'));
    await settle();
    expect(element.querySelector('pl-holidays-fields .from')?.textContent).toBe('entered by hand');
  });

  it('says when the library cannot be asked, and asks again', async () => {
    const { element, button } = await open();
    const country = element.querySelector<HTMLSelectElement>('pl-holiday-proposer select');
    if (!country) throw new Error('no country to choose');
    country.value = 'US';
    country.dispatchEvent(new Event('change'));
    await settle();
    button('Propose')?.click();
    await asking();
    const asked = () => http.expectOne(({ url }) => url === `${base}/holiday-proposals`);
    asked().flush(null, { status: 503, statusText: 'Service Unavailable' });
    await settle();
    element.querySelector<HTMLButtonElement>('pl-problem button')?.click();
    await asking();
    asked().flush({ ...proposal, items: [] });
    await settle();
    expect(element.textContent).toContain('The library lists nothing');
  });
});
