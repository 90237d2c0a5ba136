import { Injectable } from '@nestjs/common';
import type { TenantTransaction } from '@plumbline/platform/database';
import type { AgreedSla } from './agreed-sla';
import { type DirtySegment, EvaluationRepository, type PreviousResult } from './evaluation.repository';
import type { ForeseenChange } from './foreseen-change';
import { MonthFigures, type VendorMonth } from './month-figures';
import { type Compared, toEvaluate } from './revisions';
import { TermsRepository } from './terms.repository';

/** A vendor's month judged now, beside what is stored of it. */
export interface ComparedMonth {
  readonly agreed: readonly AgreedSla[];
  readonly newest: readonly PreviousResult[];
  readonly facts: VendorMonth;
  readonly figures: readonly Compared[];
}

/** Judges what is dirty or undecided in a vendor's month, for the evaluation that writes it and the preview that does not. */
@Injectable()
export class MonthComparison {
  constructor(
    private readonly repository: EvaluationRepository,
    private readonly terms: TermsRepository,
    private readonly figures: MonthFigures,
  ) {}

  /** As of `at`; with `change`, as the month would be with that file loaded. */
  async compare(
    tx: TenantTransaction,
    vendorId: string,
    month: string,
    by: {
      readonly dirty: readonly DirtySegment[];
      readonly at: Date;
      readonly change: ForeseenChange | null;
    },
  ): Promise<ComparedMonth> {
    const firstDate = `${month}-01`;
    const agreed = await this.terms.inForce(tx, vendorId, firstDate);
    const newest = await this.repository.newest(tx, vendorId, firstDate);
    const asOf = Temporal.Instant.fromEpochMilliseconds(by.at.getTime());
    const months = agreed.filter(({ window }) => window === 'month');
    const slas = toEvaluate(months, by.dirty, newest);
    const facts = await this.figures.read(tx, vendorId, month, slas, by.change);
    const figures: Compared[] = [];
    for (const sla of slas) {
      const figure = await this.figures.figure(tx, facts, sla, asOf);
      figures.push({ ...figure, previous: newest.find((result) => result.slaId === sla.id) });
    }
    return { agreed, newest, facts, figures };
  }
}
