import { Injectable } from '@nestjs/common';
import { fileTemplate, TenantMeasures } from '@plumbline/measurements/server';
import { Door } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { effectiveTerms } from '@plumbline/sla-engine';
import { VendorDirectory } from '@plumbline/vendors/server';
import { TermsRepository } from './terms.repository';

/** Empty KPI files with exactly what a vendor's contracts ask for. */
@Injectable()
export class KpiFileTemplatesService {
  constructor(
    private readonly door: Door,
    private readonly terms: TermsRepository,
    private readonly measures: TenantMeasures,
    private readonly vendors: VendorDirectory,
    private readonly clock: Clock,
  ) {}

  /** `not-found` for a vendor that the actor cannot see, `no-terms` where no SLA is in force or to come. */
  download(
    actor: Actor,
    vendorId: string,
    format: 'csv' | 'xlsx',
  ): Promise<{ name: string; content: Buffer }> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = (await this.vendors.find(tx, [vendorId])).get(vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      const today = this.clock.now().toZonedDateTimeISO(actor.timezone).toPlainDate();
      const agreed = await this.terms.agreedFigures(tx, vendorId, today.toString());
      if (agreed.length === 0)
        throw new RuleBrokenError('no-terms', 'No contract with service levels is in force for this vendor.');
      const needed = new Set(
        agreed.flatMap(({ definition }) => {
          const terms = effectiveTerms(definition);
          return terms.ok
            ? [...terms.value.numerator, ...terms.value.denominator].map(({ measure }) => measure)
            : [];
        }),
      );
      const measures = (await this.measures.all(tx)).filter(({ code }) => needed.has(code));
      const content = fileTemplate(
        {
          measures,
          segments: agreed,
          vendorCode: vendor.reportsForOthers ? vendor.code : null,
          exampleDay: today.with({ day: 1 }).add({ months: 1 }).toString(),
        },
        format,
      );
      return { name: `kpi-template-${vendor.code.replace(/[^\w-]+/g, '-')}.${format}`, content };
    });
  }
}
