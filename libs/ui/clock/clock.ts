import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { StatusChip } from '../chips/status-chip';
import { type Hue } from '../chips/verdict';
import { Reader } from '../i18n/reader';
import { texts } from '../i18n/texts';
import { Icon } from '../icon/icon';
import { type IconName } from '../icon/icons';
import { type ClockState, type ClockView, type Urgency, stateAt, urgencyAt, usedShare } from './clock-view';
import { clockWords } from './clock-words';
import { sayInstant, sayTime } from './say-time';
import { ServerTime } from './server-time';

type Look = { readonly hue: Hue; readonly icon: IconName };

/** Hue and picture of each; no two states share a picture, so that grey-scale tells them apart. */
const stateLooks: Readonly<Record<Exclude<ClockState, 'running'>, Look>> = {
  waiting: { hue: 'neutral', icon: 'dash' },
  paused: { hue: 'neutral', icon: 'pause' },
  met: { hue: 'good', icon: 'check' },
  late: { hue: 'bad', icon: 'cross' },
  cancelled: { hue: 'neutral', icon: 'close' },
};
const runningLooks: Readonly<Record<Exclude<Urgency, 'late'>, Look>> = {
  calm: { hue: 'note', icon: 'today' },
  half: { hue: 'note', icon: 'hourglass' },
  soon: { hue: 'warn', icon: 'triangle' },
  last: { hue: 'bad', icon: 'alert' },
};

/**
 * A clock: what is left in words, the deadline in the reader's zone and the counterpart's, rule and source, from calm to urgent
 * by the share of the time that is used. The server's time rules (`ServerTime.heard`); a screen reader hears of a new
 * stage, never of each minute.
 *
 * @example
 * <pl-clock [clock]="clock" counterpartZone="Asia/Manila" [drill]="incident.isDrill" />
 */
@Component({
  selector: 'pl-clock',
  imports: [StatusChip, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.data-urgency]': 'urgency()', '[attr.data-state]': 'state()' },
  template: `
    <div class="head">
      <strong class="name">{{ clock().name }}</strong>
      <span class="chips">
        @if (drill()) {
          <pl-status hue="note" icon="activity" [text]="words().drill" />
        }
        <pl-status [hue]="look().hue" [icon]="look().icon" [text]="stateText()" />
      </span>
    </div>
    <p class="left">{{ left() }}</p>
    @if (instant(); as at) {
      <p class="at">
        <span class="pl-muted">{{ words().deadline }}</span>
        <time [attr.datetime]="clock().deadlineAt">{{ at }}</time>
      </p>
    }
    @if (doneAt(); as at) {
      <p class="at">
        <span class="pl-muted">{{ words().done }}</span>
        <time [attr.datetime]="clock().metAt">{{ at }}</time>
      </p>
    }
    @if (percent() !== null) {
      <span class="bar" aria-hidden="true">
        <span class="used" [style.width.%]="percent()"></span>
        <span class="stage" [style.inset-inline-start.%]="50"></span>
        <span class="stage" [style.inset-inline-start.%]="75"></span>
        <span class="stage" [style.inset-inline-start.%]="90"></span>
      </span>
      <span class="pl-unseen">{{ words().used(percent() ?? 0) }}</span>
    }
    @if (clock().source; as source) {
      <p class="pl-muted pl-small source"><pl-icon name="scale" />{{ source }}</p>
    }
    <ng-content />
    <span class="pl-unseen" role="status">{{ told() }}</span>
  `,
  styleUrl: './clock.css',
})
export class Clock {
  readonly clock = input.required<ClockView>();
  /** IANA zone of the other side; null where it is not known. */
  readonly counterpartZone = input<string | null>(null);
  readonly drill = input(false);

  private readonly time = inject(ServerTime);
  private readonly reader = inject(Reader);
  protected readonly words = texts(clockWords);
  protected readonly state = computed(() => stateAt(this.clock(), this.time.now()));
  protected readonly urgency = computed(() => urgencyAt(this.clock(), this.time.now()));
  protected readonly percent = computed(() => {
    const used = usedShare(this.clock(), this.time.now());
    return used === null || this.state() === 'cancelled' ? null : Math.floor(used * 100);
  });
  protected readonly look = computed((): Look => {
    const state = this.state();
    if (state === 'late' && this.clock().metAt !== null) return { hue: 'warn', icon: 'cross' };
    return state === 'running' ? runningLooks[this.runningUrgency()] : stateLooks[state];
  });
  protected readonly stateText = computed(() => {
    const state = this.state();
    if (state === 'late' && this.clock().metAt !== null) return this.words().metLate;
    return state === 'running' ? this.words().running[this.runningUrgency()] : this.words().states[state];
  });
  /** What is left, or how it ended, in words. */
  protected readonly left = computed(() => {
    const { deadlineAt, metAt } = this.clock();
    const [words, state] = [this.words(), this.state()];
    if (state === 'waiting' || state === 'paused' || state === 'cancelled') return words.noDeadline[state];
    if (deadlineAt === null) return '';
    const between = Date.parse(deadlineAt) - (metAt === null ? this.time.now() : Date.parse(metAt));
    const said = sayTime(Math.abs(between), words.units);
    if (metAt !== null) return between >= 0 ? words.early(said) : words.doneLate(said);
    return state === 'late' ? words.overdue(said) : words.due(said);
  });
  protected readonly instant = computed(() => this.said(this.clock().deadlineAt));
  protected readonly doneAt = computed(() => this.said(this.clock().metAt));
  /** Said when a stage is reached under the reader's eyes, and not again until the next. */
  protected readonly told = linkedSignal<Urgency, string>({
    source: this.urgency,
    computation: (_, before) =>
      before === undefined
        ? ''
        : untracked(() => this.words().told(this.clock().name, this.stateText(), this.left())),
  });

  constructor() {
    this.time.watch(inject(DestroyRef));
  }

  private runningUrgency(): Exclude<Urgency, 'late'> {
    const urgency = this.urgency();
    return urgency === 'late' ? 'last' : urgency;
  }

  private said(instant: string | null): string | null {
    if (instant === null) return null;
    const other = this.counterpartZone();
    const zones = other === null ? [this.reader.timeZone] : [this.reader.timeZone, other];
    return sayInstant(instant, this.time.now(), zones, this.reader.locale());
  }
}
