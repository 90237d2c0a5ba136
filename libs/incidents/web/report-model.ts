import { newIncident, type NewIncident, phiAnswers, type PhiAnswer } from '@plumbline/incidents/schema';
import { services, type Service } from '@plumbline/vendors/schema';
import * as z from 'zod';
import { toInstant, toLocalTime } from './local-time';

/** By the insurer's side: whether the vendor has told it, and when. */
export const tellings = ['now', 'earlier', 'not'] as const;
export type Telling = (typeof tellings)[number];

export interface ReportModel {
  vendorId: string;
  what: string;
  discoveredAt: string;
  service: string;
  phi: PhiAnswer;
  told: Telling;
  toldAt: string;
}

export interface ReportWords {
  readonly choose: string;
  readonly notATime: string;
}

/** Everything that can be known beforehand is filled in: discovery is now, and what nobody knows yet is said to be so. */
export function blankReport(now: number): ReportModel {
  const local = toLocalTime(now);
  return {
    vendorId: '',
    what: '',
    discoveredAt: local,
    service: '',
    phi: 'unknown',
    told: 'now',
    toldAt: local,
  };
}

/** `asksVendor`: the caller could mean several vendors. */
export function reportSchema(words: ReportWords, asksVendor: boolean) {
  const time = z
    .string()
    .refine((local) => newIncident.shape.discoveredAt.safeParse(toInstant(local)).success, {
      error: words.notATime,
    });
  return z
    .object({
      vendorId: asksVendor ? z.string().min(1, words.choose) : z.string(),
      what: newIncident.shape.what,
      discoveredAt: time,
      service: z.string().refine((service) => services.includes(service as Service), words.choose),
      phi: z.enum(phiAnswers),
      told: z.enum(tellings),
      toldAt: z.string(),
    })
    .refine(({ told, toldAt }) => told !== 'earlier' || time.safeParse(toldAt).success, {
      path: ['toldAt'],
      error: words.notATime,
    });
}

/** What is sent; a vendor's own report says nothing of having told. */
export function reportOf(model: ReportModel, side: 'insurer' | 'vendor', asksVendor: boolean): NewIncident {
  const { vendorId, what, discoveredAt, service, phi, told, toldAt } = model;
  const notice =
    side === 'vendor' || told === 'now' ? {} : { notifiedAt: told === 'not' ? null : toInstant(toldAt) };
  return {
    ...(asksVendor ? { vendorId } : {}),
    what,
    discoveredAt: toInstant(discoveredAt),
    service: service as Service,
    phiSuspected: phi,
    ...notice,
  };
}
