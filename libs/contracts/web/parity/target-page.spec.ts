import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import {
  addInternalTargetVersion,
  type InternalTarget,
  viewInternalTarget,
} from '@plumbline/contracts/schema';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Reader } from '@plumbline/ui';
import { provideTenantForTests, settle } from '@plumbline/ui/testing';
import { TargetPage } from './target-page';

const shown = viewInternalTarget.example.response as InternalTarget;
const path = `/api/v1/tenants/northstar/internal-targets/${shown.id}`;

describe('the page of one internal target', () => {
  let http: HttpTestingController;
  beforeEach(() => void TestBed.resetTestingModule());
  afterEach(() => http.verify());

  async function open(permissions: readonly string[]) {
    TestBed.configureTestingModule({ providers: provideTenantForTests({ permissions }) });
    TestBed.inject(Reader).setLocale('en');
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TargetPage);
    fixture.componentRef.setInput('internalTargetId', shown.id);
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    http.expectOne(path).flush(shown);
    await settle();
    const element = fixture.nativeElement as HTMLElement;
    const type = (label: string, value: string) => {
      const field = [...element.querySelectorAll('pl-field')].find((each) =>
        each.querySelector('label')?.textContent?.trim().startsWith(label),
      );
      const control = field?.querySelector<HTMLInputElement>('input, textarea, select');
      if (!control) throw new Error(`no field ${label}`);
      control.value = value;
      for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
    };
    const send = async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    };
    return { element, type, send, text: () => element.textContent?.replace(/\s+/g, ' ') ?? '' };
  }

  it('shows every version with its reason, and no form to whoever only reads', async () => {
    const { element, text } = await open(['parity.read']);
    const [version] = shown.versions;
    expect(element.querySelectorAll('.versions li')).toHaveLength(shown.versions.length);
    expect(text()).toContain(`Version ${version?.number}`);
    expect(text()).toContain('≥ 85%');
    expect(text()).toContain(version?.reason ?? 'no version');
    expect(text()).toContain('In force');
    expect(element.querySelector('form')).toBeNull();
  });

  it('adds a version with a reason from the one that was read, and shows it', async () => {
    const { type, send, text } = await open(['parity.read', 'parity.write']);
    await send();
    http.expectNone(`${path}/versions`);
    type('Target', '90');
    type('Reason', 'Members wait too long.');
    await send();
    const sent = http.expectOne(`${path}/versions`);
    expect(sent.request.headers.get('If-Match')).toBe(`"${shown.version}"`);
    expect(sent.request.headers.get('Idempotency-Key')).not.toBeNull();
    expect(sent.request.body).toMatchObject({
      target: { comparator: '>=', value: '0.90' },
      reason: 'Members wait too long.',
    });
    expect(addInternalTargetVersion.body?.safeParse(sent.request.body).success).toBe(true);
    const next = {
      ...shown.versions[0],
      ...{ number: 2, target: { comparator: '>=', value: '0.90' }, reason: 'Members wait too long.' },
    };
    sent.flush(
      { ...shown, versions: [shown.versions[0], next], version: shown.version + 1 },
      {
        status: 201,
        statusText: 'Created',
      },
    );
    await settle();
    expect(text()).toContain('Version 2');
    expect(text()).toContain('Members wait too long.');
  });
});
