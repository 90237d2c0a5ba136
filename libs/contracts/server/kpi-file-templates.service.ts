import { Injectable } from '@nestjs/common';
import type { InputOf } from '@plumbline/api/schema';
import type { downloadKpiFileTemplate } from '@plumbline/contracts/schema';
import { caseMeasures } from '@plumbline/measurements/schema';
import { caseTemplate, fileTemplate, TenantMeasures } from '@plumbline/measurements/server';
import { Door } from '@plumbline/platform/database';
import { NotFoundError, RuleBrokenError } from '@plumbline/platform/errors';
import { type Actor, Clock } from '@plumbline/platform/tenancy';
import { effectiveTerms } from '@plumbline/sla-engine';
import { VendorDirectory } from '@plumbline/vendors/server';
import { type AgreedFigure, TermsRepository } from './terms.repository';

type Asked = InputOf<typeof downloadKpiFileTemplate>['query'];

const ofCases: ReadonlySet<string> = new Set(Object.values(caseMeasures));
const ofAcknowledging: readonly string[] = [caseMeasures.acknowledgementDue, caseMeasures.acknowledgedInTime];

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

  /**
   * `not-found` for a vendor that the actor cannot see, `no-terms` where no SLA is in force or to come. A vendor of whose
   * cases nothing is agreed gets the least that a file of cases has.
   */
  download(
    actor: Actor,
    { vendorId, format, holds }: Asked,
  ): Promise<{ readonly name: string; readonly content: Buffer }> {
    return this.door.withTenant(actor, async (tx) => {
      const vendor = (await this.vendors.find(tx, [vendorId])).get(vendorId);
      if (!vendor) throw new NotFoundError('vendor');
      const today = this.clock.now().toZonedDateTimeISO(actor.timezone).toPlainDate();
      const agreed = await this.terms.agreedFigures(tx, vendorId, today.toString());
      if (agreed.length === 0)
        throw new RuleBrokenError('no-terms', 'No contract with service levels is in force for this vendor.');
      const subjects = {
        vendorCode: vendor.reportsForOthers ? vendor.code : null,
        exampleDay: today.with({ day: 1 }).add({ months: 1 }).toString(),
      };
      const named = `kpi-template-${vendor.code.replace(/[^\w-]+/g, '-')}`;
      if (holds === 'cases') {
        const judged = agreed.filter((figure) => measuresOf(figure).some((code) => ofCases.has(code)));
        const acknowledges = judged.some((figure) =>
          measuresOf(figure).some((code) => ofAcknowledging.includes(code)),
        );
        const content = caseTemplate({ ...subjects, segments: judged, acknowledges }, format);
        return { name: `${named}-cases.${format}`, content };
      }
      const needed = new Set(agreed.flatMap(measuresOf));
      const measures = (await this.measures.all(tx)).filter(({ code }) => needed.has(code));
      const content = fileTemplate({ ...subjects, segments: agreed, measures }, format);
      return { name: `${named}.${format}`, content };
    });
  }
}

function measuresOf({ definition }: AgreedFigure): string[] {
  const terms = effectiveTerms(definition);
  return terms.ok ? [...terms.value.numerator, ...terms.value.denominator].map(({ measure }) => measure) : [];
}
