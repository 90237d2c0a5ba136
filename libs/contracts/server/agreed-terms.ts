import { Injectable } from '@nestjs/common';
import { type Terms, termProblems } from '@plumbline/contracts/schema';
import type { TenantTransaction } from '@plumbline/platform/database';
import { InvalidError } from '@plumbline/platform/errors';
import { TermsRepository } from './terms.repository';

/** Refuses terms that cannot be meant, before a row of them is written. */
@Injectable()
export class AgreedTerms {
  constructor(private readonly rows: TermsRepository) {}

  /** `prefix`: where the terms stand in the request, e.g. `terms.`. */
  async demandSound(tx: TenantTransaction, terms: Terms, prefix = ''): Promise<void> {
    const metrics = await this.rows.metrics(
      tx,
      terms.slas.map(({ metricId }) => metricId),
    );
    const problems = termProblems(terms, metrics).map((problem) => ({
      ...problem,
      path: `${prefix}${problem.path}`,
    }));
    const [first] = problems;
    if (first) throw new InvalidError('invalid', first.detail, problems);
  }
}
