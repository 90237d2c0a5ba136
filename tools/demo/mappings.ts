import type { KpiMapping } from '@plumbline/measurements/schema';
import { chatHeader, qualityHeader, voiceHeader } from './kpi-files';
import type { DemoVendor } from './vendors';

type Meaning = KpiMapping['columns'][number]['means'];

const segment = (dimension: 'lineOfBusiness' | 'queue' | 'language'): Meaning => ({
  kind: 'segment',
  dimension,
});
const measure = (code: string): Meaning => ({ kind: 'measure', measure: code });

const meanings: Readonly<Record<string, Meaning>> = {
  interval_start: { kind: 'period', format: 'YYYY-MM-DD HH:mm' },
  day: { kind: 'period', format: 'YYYY-MM-DD' },
  line_of_business: segment('lineOfBusiness'),
  queue: segment('queue'),
  language: segment('language'),
  calls_offered: measure('offered'),
  calls_answered: measure('answered'),
  calls_answered_20s: measure('answered_within_threshold'),
  calls_abandoned: measure('abandoned'),
  wait_seconds: measure('wait_seconds'),
  calls_handled: measure('handled'),
  handle_seconds: measure('handle_seconds'),
  chats_offered: measure('chats_offered'),
  chats_answered_60s: measure('chats_answered_within_60s'),
  chats_handled: measure('handled'),
};

/** What the columns of a demo file mean; quality columns are called like their measures but for the prefix. */
function mapping(header: string, vendor: DemoVendor, grain: '30min' | 'day'): KpiMapping {
  return {
    columns: header.split(',').map((name) => ({
      header: name,
      means: meanings[name] ?? measure(name.startsWith('complaints_') ? name : `qa_${name}`),
    })),
    grain,
    timezone: vendor.fileTimezone,
    constants: { channel: vendor.channel },
    decimal: '.',
    repeatedHour: 'refuse',
  };
}

export function intervalMapping(vendor: DemoVendor): KpiMapping {
  return mapping(vendor.channel === 'voice' ? voiceHeader : chatHeader, vendor, '30min');
}

export function qualityMapping(vendor: DemoVendor): KpiMapping {
  return mapping(qualityHeader, vendor, 'day');
}
