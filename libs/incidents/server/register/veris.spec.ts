import { describe, expect, it } from '@jest/globals';
import { verisRecord } from '@plumbline/incidents/schema';
import { type VerisFacts, verisOf } from './veris';

const facts: VerisFacts = {
  id: '019b2f90-0001-7abc-8def-0123456789ab',
  reference: 'INC-2026-0007',
  title: 'Laptop left in a taxi',
  tenantSlug: 'northstar',
  timezone: 'America/New_York',
  vendorCode: 'NORTHWIND',
  service: 'voice',
  phi: 'yes',
  outcome: null,
  cause: null,
  peopleAffected: null,
  occurredAt: null,
  discoveredAt: new Date('2026-03-02T02:10:00Z'),
  containedAt: null,
  notifiedAt: null,
  acknowledgedAt: null,
  reportedBySide: 'vendor',
};
const closed: VerisFacts = {
  ...facts,
  outcome: 'resolved',
  peopleAffected: 1200,
  occurredAt: new Date('2026-03-01T23:10:00Z'),
  containedAt: new Date('2026-03-02T09:00:00Z'),
  cause: {
    actions: ['error', 'social', 'environmental'],
    actors: ['internal', 'partner'],
    assets: ['user_device', 'media'],
    attributes: ['confidentiality', 'availability'],
  },
};

describe('an incident as a record of VERIS', () => {
  it.each([
    ['just reported', facts],
    ['closed and coded', closed],
    ['not an incident', { ...facts, outcome: 'not_an_incident' as const }],
  ])('keeps to its schema when %s', (_, each) => {
    expect(verisRecord.safeParse(verisOf(each))).toMatchObject({ success: true });
  });

  it('writes causes, victim, times and data in its words', () => {
    expect(verisOf(closed)).toMatchObject({
      schema_version: '1.3.7',
      security_incident: 'Confirmed',
      timeline: {
        incident: { year: 2026, month: 3, day: 1 },
        discovery: { unit: 'Seconds', value: 3 * 3600 },
        containment: { unit: 'Seconds', value: 24_600 },
      },
      victim: { victim_id: 'northstar', industry: '524114' },
      actor: { internal: {}, partner: { notes: 'NORTHWIND' } },
      action: { error: { variety: ['Unknown'] }, social: { target: ['Unknown'] }, environmental: {} },
      asset: { assets: [{ variety: 'U - Unknown' }, { variety: 'M - Unknown' }] },
      attribute: {
        confidentiality: {
          data_disclosure: 'Yes',
          data_total: 1200,
          data: [{ variety: 'Medical', amount: 1200 }],
        },
        availability: { variety: ['Unknown'] },
      },
      discovery_method: { partner: {} },
    });
  });

  it('guesses nothing that is not known, and takes the day where the insurer is', () => {
    const record = verisOf(facts);
    expect(record).toMatchObject({
      security_incident: 'Suspected',
      timeline: {
        incident: { month: 3, day: 1 },
        discovery: { unit: 'Unknown' },
        containment: { unit: 'Unknown' },
      },
      actor: { unknown: {} },
      action: { unknown: {} },
      attribute: { confidentiality: { data_disclosure: 'Potentially' } },
    });
    expect(record.attribute.confidentiality).not.toHaveProperty('data_total');
    expect(verisOf({ ...facts, phi: 'no' }).attribute.confidentiality).toEqual({ data_disclosure: 'No' });
  });
});
