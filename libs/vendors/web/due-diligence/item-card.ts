import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import {
  DatePipe,
  DocumentLinks,
  InstantPipe,
  languageOf,
  Reader,
  StatusChip,
  TenantContext,
  texts,
} from '@plumbline/ui';
import { awaitsEvidence, type DueDiligenceItem } from '@plumbline/vendors/schema';
import { vendorWords } from '../vendor-words';
import { ItemDecisionForm } from './item-decision-form';
import { appliesText, itemWords, saidIn, standingLook } from './item-words';
import { SubmissionForm } from './submission-form';

/** One due-diligence item: what is asked, how it stands, what was handed in, and what the reader may do about it. */
@Component({
  selector: 'pl-due-diligence-item',
  imports: [StatusChip, DocumentLinks, InstantPipe, DatePipe, SubmissionForm, ItemDecisionForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let asked = item();
    <article [id]="'item-' + asked.id" tabindex="-1" [attr.aria-labelledby]="'item-title-' + asked.id">
      <div class="pl-row head">
        <span class="title" role="heading" [attr.aria-level]="level()" [id]="'item-title-' + asked.id">{{
          said().title
        }}</span>
        <pl-status
          [hue]="looks[asked.standing].hue"
          [icon]="looks[asked.standing].icon"
          [text]="text().standings[asked.standing]"
        />
        @if (asked.waivedUntil; as until) {
          <span class="pl-muted pl-small">{{ text().until((until | plDate) ?? '') }}</span>
        }
      </div>
      <p class="pl-muted pl-small">
        {{ text().askedOf[asked.askedOf] }}; {{ applies() }}. {{ said().guidance }}
      </p>
      @if (asked.rejection; as rejection) {
        <p>{{ text().rejected(rejection) }}</p>
      }
      @if (asked.submissions.length > 0) {
        <details [open]="asked.standing === 'submitted'">
          <summary>{{ text().history(asked.submissions.length) }}</summary>
          <ul>
            @for (each of asked.submissions; track each.id) {
              <li>
                <p class="note">{{ each.note }}</p>
                @if (each.documents.length > 0) {
                  <pl-document-links [documents]="each.documents" />
                }
                <p class="pl-muted pl-small">
                  @if (each.until; as until) {
                    {{
                      text().waiverAsked(each.by.name, (each.at | plInstant) ?? '', (until | plDate) ?? '')
                    }}
                  } @else {
                    {{ text().evidence(each.by.name, (each.at | plInstant) ?? '') }}
                  }
                </p>
                @for (decision of each.decisions; track decision.at) {
                  <p class="pl-small">
                    {{ text().outcomes[decision.outcome](decision.by.name, (decision.at | plInstant) ?? '') }}
                    {{ decision.reason }}
                    @if (decision.remark; as remark) {
                      <span class="pl-muted">{{ text().remark }}: {{ remark }}</span>
                    }
                  </p>
                }
              </li>
            }
          </ul>
        </details>
      }
      @if (asked.ownSubmission) {
        <p class="pl-muted">{{ text().own }}</p>
      }
      @switch (doing()) {
        @case ('evidence') {
          <pl-submission-form kind="evidence" [item]="asked" (closed)="closed($event)" />
        }
        @case ('waiver') {
          <pl-submission-form kind="waiver" [item]="asked" (closed)="closed($event)" />
        }
        @case ('decision') {
          <pl-item-decision-form [item]="asked" (closed)="closed($event)" />
        }
        @default {
          <div class="pl-row">
            @if (maySubmit()) {
              <button class="pl-button" type="button" (click)="doing.set('evidence')">
                {{ text().handIn }}<span class="pl-unseen">: {{ said().title }}</span>
              </button>
              @if (tenant.side() === 'insurer') {
                <button class="pl-button" data-kind="quiet" type="button" (click)="doing.set('waiver')">
                  {{ text().waive }}<span class="pl-unseen">: {{ said().title }}</span>
                </button>
              }
            }
            @if (mayDecide()) {
              <button class="pl-button" type="button" (click)="doing.set('decision')">
                {{ asked.standing === 'submitted' ? text().accept + ' / ' + text().reject : text().open
                }}<span class="pl-unseen">: {{ said().title }}</span>
              </button>
            }
          </div>
        }
      }
    </article>
  `,
  styles: `
    article {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
      padding-block: var(--pl-3);
      border-bottom: 1px solid var(--pl-line);
      overflow-wrap: anywhere;
    }
    .title {
      font-weight: 600;
    }
    summary {
      min-height: 1.5rem;
      cursor: pointer;
    }
    ul {
      display: flex;
      flex-direction: column;
      gap: var(--pl-2);
      margin: var(--pl-2) 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-inline-start: var(--pl-3);
      border-inline-start: 2px solid var(--pl-line);
    }
    .note {
      white-space: pre-line;
    }
  `,
})
export class ItemCard {
  readonly item = input.required<DueDiligenceItem>();
  /** Of its heading on the page. */
  readonly level = input(4);
  /** Something was handed in or decided. */
  readonly changed = output<void>();

  private readonly reader = inject(Reader);
  protected readonly tenant = inject(TenantContext);
  protected readonly text = texts(itemWords);
  private readonly words = texts(vendorWords);
  protected readonly looks = standingLook;
  protected readonly doing = signal<'evidence' | 'waiver' | 'decision' | null>(null);
  protected readonly said = computed(() => saidIn(languageOf(this.reader.locale()), this.item()));
  protected readonly applies = computed(() =>
    appliesText(this.item().applies, this.text(), this.words().services),
  );
  protected readonly maySubmit = computed(
    () => this.tenant.can('due-diligence.submit') && awaitsEvidence.includes(this.item().standing),
  );
  protected readonly mayDecide = computed(() => {
    const { standing, ownSubmission } = this.item();
    const decides = standing === 'submitted' ? !ownSubmission : ['accepted', 'waived'].includes(standing);
    return decides && this.tenant.can('due-diligence.review');
  });

  protected closed(done: boolean): void {
    this.doing.set(null);
    if (done) this.changed.emit();
  }
}
