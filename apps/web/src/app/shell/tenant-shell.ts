import { NgComponentOutlet } from '@angular/common';
import { CdkMenu, CdkMenuItem, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  Injector,
  computed,
  inject,
  signal,
  type Type,
  viewChild,
} from '@angular/core';
import { Router, RouterLink, RouterOutlet } from '@angular/router';
import { type Language } from '@plumbline/api/schema';
import {
  EXPLAIN_DRAWER,
  ExplainPanel,
  Icon,
  Notices,
  Reader,
  SessionStore,
  TenantApi,
  TenantContext,
  languageOf,
  texts,
} from '@plumbline/ui';
import { roleWords } from '../tenant/role-words';
import { commands, navigation } from './navigation';
import type { PaletteEntries } from '../palette/command-palette';
import { Rail } from './rail';
import { shellWords } from './shell-words';
import { Theme, themes } from './theme';

const loadBell = () => import('@plumbline/notifications/web/bell').then((m) => m.Bell);
const loadExplainDrawer = () => import('@plumbline/slas/web/explain').then((m) => m.ExplainDrawer);
const railPlace = 'plumbline-rail';
const drawerBelow = '(max-width: 899.98px)';
/** Each in its own language, so that whoever needs it can read it; null: as the browser says. */
const languageChoices: readonly { readonly language: Language | null; readonly name: string | null }[] = [
  { language: null, name: null },
  { language: 'en', name: 'English' },
  { language: 'es', name: 'Español' },
];

/** The frame around every page of a tenant: rail, top bar, palette. Made anew for each tenant (TenantReuseStrategy). */
@Component({
  selector: 'pl-tenant-shell',
  imports: [
    NgComponentOutlet,
    RouterOutlet,
    RouterLink,
    Rail,
    Icon,
    CdkMenu,
    CdkMenuItem,
    CdkMenuItemRadio,
    CdkMenuTrigger,
  ],
  providers: [
    TenantContext,
    TenantApi,
    ExplainPanel,
    { provide: EXPLAIN_DRAWER, useValue: loadExplainDrawer },
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[style.--pl-tenant]': 'colour()', '(document:keydown)': 'onKey($event)' },
  templateUrl: './tenant-shell.html',
  styleUrl: './tenant-shell.css',
})
export class TenantShell {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  protected readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly theme = inject(Theme);
  protected readonly themes = themes;
  protected readonly languages = languageChoices;
  protected readonly text = texts(shellWords);
  private readonly roles = texts(roleWords);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  private readonly chosenNarrow = signal(localStorage.getItem(railPlace) === 'narrow');
  protected readonly drawer = signal(false);
  protected readonly drawerOpen = signal(false);
  protected readonly narrow = computed(() => this.chosenNarrow() && !this.drawer());
  /** The drawer is out of reach while it is out of sight. */
  protected readonly railInert = computed(() => this.drawer() && !this.drawerOpen());

  /** Fetched beside the page, not before it. */
  protected readonly bell = signal<Type<unknown> | null>(null);

  protected readonly person = computed(() => this.session.session()?.person);
  protected readonly role = computed(() => {
    const membership = this.tenant.membership();
    return membership ? (this.roles()[membership.role] ?? membership.role) : '';
  });
  protected readonly colour = computed(() => this.tenant.membership()?.tenant.colour ?? null);
  protected readonly others = computed(() =>
    (this.session.session()?.memberships ?? []).filter(({ tenant }) => tenant.slug !== this.tenant.slug),
  );
  private readonly memberships = computed(() => this.session.session()?.memberships ?? []);
  private readonly language = computed(() => languageOf(this.reader.locale()));
  protected readonly groups = computed(() =>
    navigation(this.memberships(), this.tenant.slug, this.text().today, this.language()),
  );

  constructor() {
    // Made here so that an address with an explanation in it opens it.
    inject(ExplainPanel);
    if (this.tenant.can('notification.read')) void this.fetchBell();
    const query = matchMedia(drawerBelow);
    const follow = () => {
      this.drawer.set(query.matches);
      this.drawerOpen.set(false);
    };
    follow();
    query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => query.removeEventListener('change', follow));
  }

  /** Without it the page works all the same: what was told stands under Notifications. */
  private async fetchBell(): Promise<void> {
    try {
      this.bell.set(await loadBell());
    } catch {
      this.notices.problem(this.text().bellFailed);
    }
  }

  protected toggleRail(): void {
    this.chosenNarrow.update((narrow) => !narrow);
    localStorage.setItem(railPlace, this.chosenNarrow() ? 'narrow' : 'wide');
  }

  protected skip(event: Event): void {
    event.preventDefault();
    this.main().nativeElement.focus();
  }

  protected async chooseLanguage(language: Language | null): Promise<void> {
    try {
      await this.session.chooseLanguage(language);
    } catch {
      this.notices.problem(this.text().languageFailed);
    }
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch {
      this.notices.problem(this.text().signOutFailed);
    }
  }

  protected onKey(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.openPalette();
    } else if (event.key === '?' && !isTyping(event.target)) {
      event.preventDefault();
      void this.openShortcuts();
    } else if (event.key === 'Escape' && this.drawerOpen()) {
      this.drawerOpen.set(false);
    }
  }

  protected async openPalette(): Promise<void> {
    const [{ Dialog }, { createGlobalPositionStrategy }, { CommandPalette }] = await Promise.all([
      import('@angular/cdk/dialog'),
      import('@angular/cdk/overlay'),
      import('../palette/command-palette'),
    ]);
    const dialogs = this.injector.get(Dialog);
    if (dialogs.getDialogById('palette')) return;
    // Made with the shell's injector: the palette searches this tenant only.
    dialogs.open(CommandPalette, {
      id: 'palette',
      injector: this.injector,
      data: {
        groups: this.groups(),
        commands: commands(this.memberships(), this.tenant.slug, this.language()),
      } satisfies PaletteEntries,
      ariaLabel: this.text().search,
      positionStrategy: createGlobalPositionStrategy(this.injector).centerHorizontally().top('12vh'),
    });
  }

  protected async openShortcuts(): Promise<void> {
    const [{ MatDialog }, { Shortcuts }] = await Promise.all([
      import('@angular/material/dialog'),
      import('./shortcuts'),
    ]);
    const dialogs = this.injector.get(MatDialog);
    if (!dialogs.getDialogById('shortcuts'))
      dialogs.open(Shortcuts, { id: 'shortcuts', width: '30rem', autoFocus: 'dialog' });
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
