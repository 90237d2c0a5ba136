import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { beforeEach, describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { ApiProblem } from '../api/api-problem';
import { Reader } from '../i18n/reader';
import { FieldHarness } from '../testing/field.harness';
import { Control } from './control';
import { Field } from './field';
import { formSubmitter } from './form-submitter';
import { ProblemSummary } from './problem-summary';

const schema = z.object({
  name: z.string().min(1, 'Say what it is called'),
  code: z.string().min(2, 'At least two characters').max(4, 'at most 4 characters'),
});

@Component({
  selector: 'pl-host',
  imports: [Field, Control, FormField, ProblemSummary],
  template: `
    <form (submit)="submitter.submit($event)" novalidate>
      <pl-problem-summary [form]="form" [submitter]="submitter" />
      <pl-field label="Name" hint="As in the contract" [of]="form.name"
        ><input plControl [formField]="form.name"
      /></pl-field>
      <pl-field label="Code" [of]="form.code"><input plControl [formField]="form.code" /></pl-field>
      <button type="submit">Add</button>
    </form>
  `,
})
class Host {
  readonly model = signal({ name: '', code: 'AB' });
  readonly form = form(this.model, (path) => validateStandardSchema(path, schema));
  answer: () => Promise<void> = () => Promise.resolve();
  sent = 0;
  readonly submitter = formSubmitter(this.form, () => {
    this.sent += 1;
    return this.answer();
  });
}

describe('a form of the kit', () => {
  let fixture: ComponentFixture<Host>;
  let fields: FieldHarness[];
  const element = () => fixture.nativeElement as HTMLElement;

  beforeEach(async () => {
    TestBed.inject(Reader).setLocale('en');
    fixture = TestBed.createComponent(Host);
    document.body.append(element());
    fields = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(FieldHarness);
  });

  const name = () => fields[0] as FieldHarness;
  const code = () => fields[1] as FieldHarness;
  async function send(): Promise<boolean> {
    const done = await fixture.componentInstance.submitter.submit();
    await fixture.whenStable();
    return done;
  }

  it('labels and describes its controls', async () => {
    const label = element().querySelector('label');
    expect(label?.htmlFor).toBe(await name().attribute('id'));
    expect(element().querySelector(`#${await name().attribute('aria-describedby')}`)?.textContent).toBe(
      'As in the contract',
    );
  });

  it('says what is wrong when a field was left, not while it is typed', async () => {
    await code().type('A');
    expect(await code().problem()).toBeNull();
    await code().blur();
    expect(await code().problem()).toBe('At least two characters');
    expect(await code().attribute('aria-invalid')).toBe('true');
    await code().type('AB');
    expect(await code().problem()).toBeNull();
  });

  it('adds no line while a pointer is down: what is pressed stays under it', async () => {
    await code().type('A');
    document.dispatchEvent(new Event('pointerdown'));
    await code().blur();
    expect(await code().problem()).toBeNull();
    document.dispatchEvent(new Event('pointerup'));
    await new Promise((done) => setTimeout(done));
    await fixture.whenStable();
    expect(await code().problem()).toBe('At least two characters');
  });

  it('sends nothing invalid; lists what is wrong and focuses the first', async () => {
    expect(await send()).toBe(false);
    expect(fixture.componentInstance.sent).toBe(0);
    expect(element().querySelector('[role="alert"]')?.textContent).toContain('Name: Say what it is called');
    expect(await name().isFocused()).toBe(true);
  });

  it('shows at its field what the server finds, and lets it be put right', async () => {
    await name().type('Northwind');
    fixture.componentInstance.answer = () =>
      Promise.reject(
        new ApiProblem({
          code: 'invalid',
          detail: 'No.',
          fields: [{ path: 'code', code: 'taken', detail: 'This code is taken' }],
        }),
      );
    expect(await send()).toBe(false);
    expect(await code().problem()).toBe('This code is taken');
    expect(await code().isFocused()).toBe(true);
    fixture.componentInstance.answer = () => Promise.resolve();
    await code().type('XY');
    expect(await send()).toBe(true);
  });

  it('shows a problem of no field above the form', async () => {
    await name().type('Northwind');
    fixture.componentInstance.answer = () =>
      Promise.reject(new ApiProblem({ code: 'offline', title: 'No connection', detail: 'No answer.' }));
    expect(await send()).toBe(false);
    expect(element().querySelector('[role="alert"]')?.textContent).toContain('No answer.');
    expect(element().querySelector('pl-problem-summary')?.contains(document.activeElement)).toBe(true);
  });

  describe('to those who read Spanish', () => {
    const speak = async (locale: string) => {
      TestBed.inject(Reader).setLocale(locale);
      await fixture.whenStable();
    };

    it('says in Spanish what the schema and the server find, above the form too', async () => {
      await speak('es-US');
      await name().type('Northwind');
      await code().type('ABCDE');
      expect(await send()).toBe(false);
      expect(await code().problem()).toBe('4 caracteres como máximo');
      expect(element().querySelector('[role="alert"]')?.textContent).toContain(
        'Code: 4 caracteres como máximo',
      );
      await code().type('ABC');
      fixture.componentInstance.answer = () =>
        Promise.reject(
          new ApiProblem({
            code: 'invalid',
            detail: 'No.',
            fields: [{ path: 'code', code: 'sla-pack-unknown', detail: 'Another pack is called “ABC”.' }],
          }),
        );
      expect(await send()).toBe(false);
      expect(await code().problem()).toBe('Otro paquete se llama “ABC”.');
    });

    it('changes the language of a problem that is shown', async () => {
      await code().type('ABCDE');
      await code().blur();
      expect(await code().problem()).toBe('at most 4 characters');
      await speak('es');
      expect(await code().problem()).toBe('4 caracteres como máximo');
      await speak('en');
      expect(await code().problem()).toBe('at most 4 characters');
    });

    it('leaves a sentence that has no Spanish as it was said', async () => {
      await speak('es');
      await code().type('A');
      await code().blur();
      expect(await code().problem()).toBe('At least two characters');
    });
  });

  it('does not send twice while the first is on its way', async () => {
    await name().type('Northwind');
    let finish: () => void = () => {};
    fixture.componentInstance.answer = () => new Promise((resolve) => (finish = resolve));
    const first = fixture.componentInstance.submitter.submit();
    expect(await fixture.componentInstance.submitter.submit()).toBe(false);
    finish();
    expect(await first).toBe(true);
    expect(fixture.componentInstance.sent).toBe(1);
  });
});
