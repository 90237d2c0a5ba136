import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { type NewTemplateVersion, type Template, viewTemplate } from '@plumbline/vendors/schema';
import { NewTemplatePage } from './new-template-page';
import { TemplatePage } from './template-page';

const template = viewTemplate.example.response as Template;
const at = '/api/v1/tenants/northstar/due-diligence-template';
/** Lets the page ask; it comes to rest only once it is answered. */
const asking = async () => {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setTimeout(resolve));
};

describe('the due-diligence template', () => {
  let http: HttpTestingController;

  async function open(page: typeof TemplatePage | typeof NewTemplatePage, permissions: readonly string[]) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    const fixture = TestBed.createComponent<TemplatePage | NewTemplatePage>(page);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await asking();
    http.expectOne(({ url }) => url === at).flush(template);
    await settle();
    return fixture.nativeElement as HTMLElement;
  }
  const text = (element: HTMLElement) => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const reasonOf = (element: HTMLElement) => element.querySelector<HTMLInputElement>('form > pl-field input');

  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  it('shows what is asked, of whom and before which gate', async () => {
    const shown = text(await open(TemplatePage, ['vendor-life.read']));
    expect(shown).toContain('The defaults of a new insurer.');
    expect(shown).toContain(
      'Business associate agreement signed The vendor hands it in; asked of those that see PHI.',
    );
    expect(shown).toContain('The vendor hands it in; asked for voice, chat, telephony.');
    expect(shown).not.toContain('New version');
  });

  it('is changed as a whole, with a reason, based on the version that was read', async () => {
    const element = await open(NewTemplatePage, ['due-diligence-template.write']);
    element.querySelector('form')?.requestSubmit();
    await settle();
    http.expectNone(`${at}/versions`);
    const reason = reasonOf(element);
    if (!reason) throw new Error('no reason is asked');
    reason.value = 'No sanctions list any more';
    reason.dispatchEvent(new Event('input'));
    const sanctions = [...element.querySelectorAll('details')].find((each) =>
      each.textContent?.includes('Sanctions'),
    );
    sanctions?.querySelector<HTMLButtonElement>('button')?.click();
    await settle();
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate').mockResolvedValue(true);
    element.querySelector('form')?.requestSubmit();
    await settle();
    const request = http.expectOne(`${at}/versions`);
    const sent = request.request.body as NewTemplateVersion;
    expect(sent.reason).toBe('No sanctions list any more');
    expect(sent.items).toEqual(template.items.filter(({ code }) => code !== 'sanctions_screening'));
    expect(request.request.headers.get('If-Match')).toBe('"1"');
    request.flush({ ...template, number: 2 }, { status: 201, statusText: 'Created' });
    await settle();
    expect(navigate).toHaveBeenCalledWith(['/t', 'northstar', 'vendors', 'due-diligence-template']);
  });
});
