import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  decideWaiver,
  listWaivers,
  type Waiver,
  type WaiverState,
  waiverStates,
  withdrawWaiver,
} from '@plumbline/contracts/schema';
import {
  ApiProblem,
  Confirm,
  cursorList,
  DatePipe,
  Empty,
  formatDate,
  type Hue,
  type IconName,
  InstantPipe,
  Notices,
  PageHeader,
  PageStateView,
  ProblemView,
  Reader,
  SessionStore,
  StatusChip,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { findingSaid } from './finding-said';
import { waiversPageWords } from './waivers-page-words';

const looks: Readonly<Record<WaiverState | 'expired', { readonly hue: Hue; readonly icon: IconName }>> = {
  requested: { hue: 'note', icon: 'hourglass' },
  approved: { hue: 'good', icon: 'check' },
  expired: { hue: 'warn', icon: 'alert' },
  refused: { hue: 'bad', icon: 'cross' },
  withdrawn: { hue: 'neutral', icon: 'dash' },
};

/** Waivers as the address asks for them: all, of one contract, those that wait for a decision. */
@Component({
  selector: 'pl-waivers-page',
  imports: [PageHeader, PageStateView, ProblemView, Empty, StatusChip, RouterLink, DatePipe, InstantPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './waivers-page.html',
  styles: `
    article label {
      display: flex;
      flex-direction: column;
      gap: var(--pl-1);
      max-width: 40rem;
    }
    nav [aria-current] {
      border-color: var(--pl-accent);
      box-shadow: inset 0 -2px 0 var(--pl-accent);
    }
  `,
})
export class WaiversPage {
  /** From the address. */
  readonly contractId = input<string>();
  readonly state = input<string>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly session = inject(SessionStore);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(waiversPageWords);
  protected readonly looks = looks;
  protected readonly states = waiverStates;
  protected readonly busy = signal(false);
  protected readonly problem = signal<{ readonly of: string; readonly problem: ApiProblem } | null>(null);
  /** The waiver whose note is missing. */
  protected readonly unsaid = signal<string | null>(null);
  protected readonly asked = computed(() => waiverStates.find((each) => each === this.state()));

  private readonly query = signal<
    { contractId: string | undefined; state: WaiverState | undefined } | undefined
  >(undefined);
  protected readonly waivers = cursorList({
    params: () => this.query(),
    load: (query, cursor, signal) =>
      this.api.call(listWaivers, { query: { ...query, cursor, limit: 50 } }, { signal }),
  });

  constructor() {
    effect(() => this.query.set({ contractId: this.contractId(), state: this.asked() }));
  }

  protected said(waiver: Waiver): string {
    return findingSaid(waiver.finding, this.reader.locale());
  }

  protected lookOf({ state, inForce }: Waiver): WaiverState | 'expired' {
    return state === 'approved' && !inForce ? 'expired' : state;
  }

  protected chipOf(waiver: Waiver): string {
    const look = this.lookOf(waiver);
    return look === 'expired' ? this.text().expired : this.text().states[look];
  }

  protected isOwn({ requestedBy }: Waiver): boolean {
    return requestedBy.id === this.session.session()?.person.id;
  }

  protected mayDecide(waiver: Waiver): boolean {
    return waiver.state === 'requested' && this.tenant.can('waiver.approve') && !this.isOwn(waiver);
  }

  protected mayWithdraw({ state, inForce }: Waiver): boolean {
    return this.tenant.can('contract.write') && (state === 'requested' || (state === 'approved' && inForce));
  }

  protected async decide(waiver: Waiver, decision: 'approve' | 'refuse', note: string): Promise<void> {
    const said = note.trim();
    if (decision === 'refuse' && said === '') return this.unsaid.set(waiver.id);
    const text = this.text();
    if (decision === 'approve') {
      const day = formatDate(waiver.expiresOn, this.reader.locale());
      const effect = text.approveEffect(this.said(waiver).replace(/\.$/, ''), day);
      if (!(await this.confirm.ask({ title: text.approveTitle, effect, action: text.approve }))) return;
    }
    await this.send(waiver, () =>
      this.api.call(
        decideWaiver,
        { params: { waiverId: waiver.id }, body: { decision, note: said || null } },
        { ifMatch: `"${waiver.version}"` },
      ),
    );
  }

  protected async withdraw(waiver: Waiver, note: string): Promise<void> {
    if (note.trim() === '') return this.unsaid.set(waiver.id);
    const text = this.text();
    const effect = text.withdrawEffect(this.said(waiver).replace(/\.$/, ''));
    if (!(await this.confirm.ask({ title: text.withdrawTitle, effect, action: text.withdraw }))) return;
    await this.send(waiver, () =>
      this.api.call(
        withdrawWaiver,
        { params: { waiverId: waiver.id }, body: { note: note.trim() } },
        { ifMatch: `"${waiver.version}"` },
      ),
    );
  }

  private async send(waiver: Waiver, call: () => Promise<Waiver>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.unsaid.set(null);
    try {
      const { state } = await call();
      this.notices.done(this.text().done[state]);
      this.waivers.reload();
    } catch (error) {
      this.problem.set({ of: waiver.id, problem: ApiProblem.from(error) });
    } finally {
      this.busy.set(false);
    }
  }
}
