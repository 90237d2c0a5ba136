import { computed, effect, inject, Injectable, type Signal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { ApiProblem, Confirm, Notices, Submission, TenantApi, TenantContext, texts } from '@plumbline/ui';
import type { contactOperations, Profile } from '@plumbline/vendors/schema';
import { ProfileStore } from './profile-store';

const words = {
  en: {
    saved: (name: string) => `${name} was saved.`,
    removed: (name: string) => `${name} was taken out; the history keeps it.`,
    removeTitle: (name: string) => `Take out ${name}?`,
    removeEffect: 'It leaves the profile of the vendor. The history keeps what it said.',
    remove: 'Take it out',
  },
  es: {
    saved: (name: string) => `Se guardó ${name}.`,
    removed: (name: string) => `Se quitó ${name}; el historial lo conserva.`,
    removeTitle: (name: string) => `¿Quitar ${name}?`,
    removeEffect: 'Sale de la ficha del proveedor. El historial conserva lo que decía.',
    remove: 'Quitar',
  },
};

interface Entry {
  readonly id: string;
  readonly version: number;
}

/** Operations of any of the lists: they differ by what is in the body. */
type Operations = Pick<typeof contactOperations, 'add' | 'change' | 'remove'>;

/** What the pages of single entries share: finding the entry, saving it as new or changed, taking it out. */
@Injectable()
export class EntryEditor {
  private readonly api = inject(TenantApi);
  private readonly router = inject(Router);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly tenant = inject(TenantContext);
  private readonly store = inject(ProfileStore);
  private readonly submission = new Submission();
  private readonly text = texts(words);
  readonly problem = signal<ApiProblem | null>(null);

  /** The entry that the address names; undefined for a new one, and until it is read. */
  find<T extends Entry>(
    vendorId: Signal<string>,
    entryId: Signal<string>,
    listOf: (profile: Profile) => readonly T[],
    known: (entry: T) => void,
  ): { readonly entry: Signal<T | undefined>; readonly gone: Signal<boolean> } {
    effect(() => this.store.id.set(vendorId()));
    const entry = computed(() => {
      const profile = this.store.profile.value();
      return profile && listOf(profile).find(({ id }) => id === entryId());
    });
    effect(() => {
      const found = entry();
      if (found) known(found);
    });
    const gone = computed(
      () => entryId() !== 'new' && this.store.profile.value() !== undefined && entry() === undefined,
    );
    return { entry, gone };
  }

  async save(
    operations: object,
    vendorId: string,
    entry: Entry | undefined,
    body: unknown,
    name: string,
  ): Promise<void> {
    const { add, change } = operations as Operations;
    const sent = { body: body as never };
    if (entry)
      await this.api.call(
        change,
        { params: { vendorId, entryId: entry.id }, ...sent },
        { ifMatch: `"${entry.version}"` },
      );
    else await this.api.call(add, { params: { vendorId }, ...sent }, { submission: this.submission });
    await this.leave(vendorId, this.text().saved(name));
  }

  async remove(operations: object, vendorId: string, entry: Entry | undefined, name: string): Promise<void> {
    if (!entry) return;
    const text = this.text();
    const agreed = await this.confirm.ask({
      title: text.removeTitle(name),
      effect: text.removeEffect,
      action: text.remove,
      danger: true,
    });
    if (!agreed) return;
    this.problem.set(null);
    try {
      await this.api.call(
        (operations as Operations).remove,
        { params: { vendorId, entryId: entry.id } },
        { ifMatch: `"${entry.version}"` },
      );
      await this.leave(vendorId, text.removed(name));
    } catch (error) {
      this.problem.set(ApiProblem.from(error));
    }
  }

  async leave(vendorId: string, notice: string): Promise<void> {
    this.notices.done(notice);
    await this.router.navigate([...this.tenant.link('vendors', vendorId)]);
  }
}
