import {
  type CauseCodes,
  type PhiAnswer,
  type verisAssets,
  type VerisRecord,
  verisVersion,
} from '@plumbline/incidents/schema';

/** What a record is made from. Instants as they are, the day of the incident where the insurer is. */
export interface VerisFacts {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly tenantSlug: string;
  readonly timezone: string;
  readonly vendorCode: string;
  readonly service: string;
  readonly phi: PhiAnswer;
  readonly outcome: 'resolved' | 'not_an_incident' | 'duplicate' | null;
  readonly cause: CauseCodes | null;
  readonly peopleAffected: number | null;
  readonly occurredAt: Date | null;
  readonly discoveredAt: Date;
  readonly containedAt: Date | null;
  readonly notifiedAt: Date | null;
  readonly acknowledgedAt: Date | null;
  /** Who found it, by who reported it. */
  readonly reportedBySide: 'insurer' | 'vendor';
}

const assets: Readonly<Record<CauseCodes['assets'][number], (typeof verisAssets)[number]>> = {
  server: 'S - Unknown',
  network: 'N - Unknown',
  user_device: 'U - Unknown',
  media: 'M - Unknown',
  person: 'P - Unknown',
  kiosk_terminal: 'T - Unknown',
  embedded: 'E - Unknown',
  unknown: 'Unknown',
};
const UNKNOWN: ['Unknown'] = ['Unknown'];

/**
 * An incident as a record of VERIS 1.3.7. What is not recorded here is said to be unknown, as VERIS has it, and nothing is
 * guessed: no country, no motive, no variety below the coded level.
 */
export function verisOf(facts: VerisFacts): VerisRecord {
  const began = facts.occurredAt ?? facts.discoveredAt;
  const day = Temporal.Instant.from(began.toISOString()).toZonedDateTimeISO(facts.timezone).toPlainDate();
  return {
    schema_version: verisVersion,
    incident_id: facts.id,
    source_id: facts.tenantSlug,
    security_incident:
      facts.outcome === 'resolved'
        ? 'Confirmed'
        : facts.outcome === 'not_an_incident'
          ? 'False positive'
          : 'Suspected',
    summary: facts.title,
    reference: facts.reference,
    timeline: {
      incident: { year: day.year, month: day.month, day: day.day },
      discovery: lasted(facts.occurredAt, facts.discoveredAt),
      containment: lasted(facts.discoveredAt, facts.containedAt),
    },
    victim: {
      victim_id: facts.tenantSlug,
      industry: '524114',
      employee_count: 'Unknown',
      country: UNKNOWN,
    },
    actor: actorOf(facts),
    action: actionOf(facts.cause?.actions ?? ['unknown']),
    asset: {
      assets: [...new Set((facts.cause?.assets ?? ['unknown']).map((asset) => assets[asset]))].map(
        (variety) => ({ variety }),
      ),
    },
    attribute: attributeOf(facts),
    discovery_method:
      facts.reportedBySide === 'vendor'
        ? { partner: { variety: UNKNOWN } }
        : { internal: { variety: UNKNOWN } },
    plus: {
      vendor_code: facts.vendorCode,
      service: facts.service,
      notified_at: facts.notifiedAt?.toISOString() ?? null,
      acknowledged_at: facts.acknowledgedAt?.toISOString() ?? null,
    },
  };
}

function lasted(from: Date | null, to: Date | null): VerisRecord['timeline']['discovery'] {
  return from === null || to === null || to < from
    ? { unit: 'Unknown' }
    : { unit: 'Seconds', value: (to.getTime() - from.getTime()) / 1000 };
}

function actorOf({ cause, vendorCode }: VerisFacts): VerisRecord['actor'] {
  const actors = cause?.actors ?? ['unknown'];
  return {
    ...(actors.includes('external')
      ? { external: { country: UNKNOWN, variety: UNKNOWN, motive: UNKNOWN } }
      : {}),
    ...(actors.includes('internal') ? { internal: { variety: UNKNOWN, motive: UNKNOWN } } : {}),
    ...(actors.includes('partner')
      ? { partner: { country: UNKNOWN, motive: UNKNOWN, notes: vendorCode } }
      : {}),
    ...(actors.includes('unknown') ? { unknown: {} } : {}),
  };
}

function actionOf(actions: readonly CauseCodes['actions'][number][]): VerisRecord['action'] {
  const coded = { variety: UNKNOWN, vector: UNKNOWN };
  const of = (action: CauseCodes['actions'][number]): VerisRecord['action'] => {
    switch (action) {
      case 'unknown':
        return { unknown: {} };
      case 'social':
        return { social: { ...coded, target: UNKNOWN } };
      case 'environmental':
        return { environmental: { variety: UNKNOWN } };
      default:
        return { [action]: coded };
    }
  };
  return Object.assign({}, ...actions.map(of)) as VerisRecord['action'];
}

/** Whether data was disclosed follows from what was said of health information, never from the cause. */
function attributeOf({ phi, outcome, cause, peopleAffected }: VerisFacts): VerisRecord['attribute'] {
  const disclosed = (): 'Yes' | 'No' | 'Potentially' | 'Unknown' => {
    if (phi === 'no') return 'No';
    if (phi === 'unknown') return 'Unknown';
    return outcome === 'resolved' && (peopleAffected ?? 0) > 0 ? 'Yes' : 'Potentially';
  };
  const amount = peopleAffected === null ? {} : { amount: peopleAffected };
  const others = (['integrity', 'availability'] as const).filter((each) => cause?.attributes.includes(each));
  return {
    confidentiality: {
      data_disclosure: disclosed(),
      ...(peopleAffected === null ? {} : { data_total: peopleAffected }),
      ...(phi === 'no' ? {} : { data: [{ variety: 'Medical' as const, ...amount }] }),
    },
    ...Object.fromEntries(others.map((each) => [each, { variety: UNKNOWN }])),
  };
}
