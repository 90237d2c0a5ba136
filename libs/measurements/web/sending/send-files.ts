import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type KpiFile, largestFile, resumableFrom } from '@plumbline/measurements/schema';
import {
  FileDrop,
  formatBytes,
  formatPercent,
  Icon,
  ProblemView,
  Reader,
  TenantApi,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { PiecewiseSending } from './piecewise-sending';
import { type Sending } from './sending';
import { sendingWords } from './sending-words';
import { type ChosenAgain, UnfinishedUploads } from './unfinished-uploads';
import { WholeSending } from './whole-sending';

/** A large file does not keep the small ones waiting. */
const atOnce = 2;

/** What can be done about a file: a button, or a link. */
interface Act {
  readonly text: string;
  readonly label: string;
  readonly do: () => void;
  readonly link?: readonly string[];
}

/**
 * Takes files, several at once, each with its own progress and outcome; one that fails leaves the others alone. Large ones
 * can be paused, and go on after a lost connection or a reload. `single` takes one file, in place of another on record.
 */
@Component({
  selector: 'pl-send-files',
  imports: [FileDrop, ProblemView, Icon, RouterLink, UnfinishedUploads],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeunload)': 'hold($event)', '(window:online)': 'online()' },
  templateUrl: './send-files.html',
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      gap: var(--pl-3);
      position: relative;
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
    }
    .between {
      justify-content: space-between;
    }
    progress {
      width: 100%;
      accent-color: var(--pl-accent);
    }
    p:empty {
      display: none;
    }
  `,
})
export class SendFiles {
  readonly vendorId = input.required<string>();
  /** Whatever is chosen next takes the place of what was chosen before, so that the one that arrives is the one meant. */
  readonly single = input(false);
  /** The one file that was chosen has arrived; of several, each is opened from the list. */
  readonly sent = output<KpiFile>();

  private readonly api = inject(TenantApi);
  private readonly reader = inject(Reader);
  private readonly tenant = inject(TenantContext);
  protected readonly text = texts(sendingWords);
  protected readonly largest = largestFile;
  protected readonly all = signal<readonly Sending[]>([]);
  private left = false;

  protected readonly summary = computed(() => {
    const all = this.all();
    if (all.length < 2) return '';
    const count = (state: string) => all.filter((each) => each.state() === state).length;
    return this.text().summary(count('sent'), all.length, count('failed'));
  });

  protected readonly underWayIds = computed(() =>
    this.all().map((each) => (each instanceof PiecewiseSending ? each.id() : null)),
  );

  /** For ears: each change of state, and each quarter of a large file; never every percent. */
  protected readonly spoken = computed(() =>
    this.all()
      .filter((each) => each.resumable && ['sending', 'lost', 'paused'].includes(each.state()))
      .map((each) => {
        const quarters = Math.floor(each.share() * 4) / 4;
        return this.text().spoken(each.file.name, this.text().states[each.state()], this.percent(quarters));
      })
      .join(' '),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.left = true;
      for (const each of this.all()) each.leave();
    });
  }

  protected size(file: File): string {
    return formatBytes(file.size, this.reader.locale());
  }

  protected underWay(each: Sending): boolean {
    return ['sending', 'lost', 'paused'].includes(each.state());
  }

  protected shareText(each: Sending): string {
    const share = each.share();
    return share === 1 ? this.text().arrived : this.text().share(this.percent(share));
  }

  protected acts(each: Sending): readonly Act[] {
    const text = this.text();
    const { name } = each.file;
    const pieces = each instanceof PiecewiseSending ? each : null;
    const stop = pieces
      ? { text: text.remove, label: text.removeOf(name), do: () => this.end(each) }
      : { text: text.stop, label: text.stopOf(name), do: () => this.end(each) };
    const again = { text: text.again, label: text.againOf(name), do: () => this.again(each) };
    const goOn = { text: text.goOn, label: text.goOnOf(name), do: () => this.again(each) };
    switch (each.state()) {
      case 'sent': {
        const link = this.tenant.link('kpi-files', each.received()?.id ?? '');
        return [{ text: text.open, label: text.openOf(name), do: () => undefined, link }];
      }
      case 'stopped':
        return [again];
      case 'failed':
        return pieces ? [goOn, stop] : [again];
      case 'paused':
        return [goOn, stop];
      case 'waiting':
        return [stop];
      default:
        return pieces
          ? [{ text: text.pause, label: text.pauseOf(name), do: () => this.pause(pieces) }, stop]
          : [stop];
    }
  }

  protected add(file: File): void {
    this.take(file.size < resumableFrom ? new WholeSending(file) : new PiecewiseSending(file));
  }

  protected goOn({ file, upload }: ChosenAgain): void {
    this.take(new PiecewiseSending(file, upload.id));
  }

  /** The browser asks before it throws away what is under way. */
  protected hold(event: Event): void {
    if (this.all().some((each) => ['waiting', 'sending', 'lost'].includes(each.state())))
      event.preventDefault();
  }

  protected online(): void {
    for (const each of this.all()) if (each instanceof PiecewiseSending) each.online();
  }

  private percent(share: number): string {
    return formatPercent(share, this.reader.locale(), 0);
  }

  private take(sending: Sending): void {
    // what has arrived of it is kept: the same file, chosen again, goes on from there
    if (this.single()) for (const each of this.all()) each.leave();
    this.all.update((all) => (this.single() ? [sending] : [...all, sending]));
    this.sendNext();
  }

  private again(each: Sending): void {
    each.again();
    this.sendNext();
  }

  private pause(each: PiecewiseSending): void {
    each.pause();
    this.sendNext();
  }

  private end(each: Sending): void {
    each.stop();
    this.sendNext();
  }

  private sendNext(): void {
    const busy = this.all().filter((each) => ['sending', 'lost'].includes(each.state())).length;
    const next = this.all().find((each) => each.state() === 'waiting');
    if (this.left || !next || busy >= atOnce) return;
    void next.send(this.api, this.vendorId()).then(() => {
      if (this.left) return;
      const received = next.received();
      if (received && this.all().length === 1) this.sent.emit(received);
      this.sendNext();
    });
    this.sendNext();
  }
}
