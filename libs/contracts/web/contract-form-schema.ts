import { newContract } from '@plumbline/contracts/schema';
import * as z from 'zod';
import { termsFormSchema } from './terms-form-schema';
import type { KnownMetric, TermsModel } from './terms-model';

const { reference, title } = newContract.shape;
const vendorId = z.string().min(1, 'choose a vendor');

/** A new contract as it is typed. */
export function contractFormSchema(
  metrics: () => readonly KnownMetric[],
): z.ZodType<{ vendorId: string; reference: string; title: string; terms: TermsModel }> {
  return z.object({ vendorId, reference, title, terms: termsFormSchema(metrics) });
}
