import { DIALOG_DATA } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { explainResult, exportExplanation } from '@plumbline/slas/schema';
import {
  ApiProblem,
  TenantApi,
  Notices,
  texts,
  Icon,
  PageStateView,
  problemWords,
  pageResource,
  ExplainPanel,
} from '@plumbline/ui';
import { ExplainBody } from './explain-body';
import { explainWords } from './explain-words';

/** The right-hand drawer (the whole page on a phone) with everything behind one figure, and ways to take it along. */
@Component({
  selector: 'pl-explain-drawer',
  imports: [ExplainBody, PageStateView, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'pl-drawer' },
  templateUrl: './explain-drawer.html',
})
export class ExplainDrawer {
  protected readonly resultId = inject<string>(DIALOG_DATA);
  private readonly api = inject(TenantApi);
  private readonly notices = inject(Notices);
  private readonly problemSaid = problemWords();
  protected readonly panel = inject(ExplainPanel);
  protected readonly text = texts(explainWords);
  private readonly input = { params: { resultId: this.resultId } };

  protected readonly explanation = pageResource({
    params: () => this.resultId,
    load: (resultId, signal) => this.api.call(explainResult, { params: { resultId } }, { signal }),
  });
  protected readonly title = computed(() => {
    const result = this.explanation.value()?.result;
    return result ? `${result.metric.name} · ${result.vendor.name}` : this.text().title;
  });
  protected readonly exportUrl = this.api.urlOf(exportExplanation, this.input);

  protected async copyLink(): Promise<void> {
    await this.copy(() => Promise.resolve(this.panel.linkTo(this.resultId)), this.text().copiedLink);
  }

  protected async copyJson(): Promise<void> {
    await this.copy(
      async () => JSON.stringify(await this.api.call(exportExplanation, this.input), null, 2),
      this.text().copiedJson,
    );
  }

  private async copy(text: () => Promise<string>, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(await text());
      this.notices.done(done);
    } catch (error) {
      this.notices.problem(
        error instanceof ApiProblem ? this.problemSaid(error).detail : this.text().copyFailed,
      );
    }
  }
}
