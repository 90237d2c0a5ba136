/**
 * What people are told of. `legal`: a clock of law or contract depends on somebody knowing, so that nobody can mute it and no
 * quiet hour delays it. `optional`: may be left with one click from a mail (RFC 8058). `parameters`: what its sentence
 * (libs/notifications/schema/notice-words.ts) speaks of; names ending in `At` are instants, in `On` days, `month` is a month.
 */
interface KindOfNotice {
  readonly legal: boolean;
  readonly optional: boolean;
  readonly parameters: readonly string[];
}

const incident = ['reference', 'title', 'vendor'] as const;

export const noticeKinds = {
  'incident-reported': { legal: true, optional: false, parameters: [...incident, 'deadlineAt'] },
  'incident-clock-stage': {
    legal: true,
    optional: false,
    parameters: [...incident, 'rule', 'stage', 'deadlineAt'],
  },
  'incident-late': { legal: true, optional: false, parameters: [...incident, 'rule', 'deadlineAt'] },
  'incident-acknowledged': { legal: false, optional: true, parameters: incident },
  'incident-updated': { legal: false, optional: true, parameters: incident },
  'statement-shared': { legal: false, optional: true, parameters: ['vendor', 'contract', 'month'] },
  'webhook-given-up': { legal: false, optional: false, parameters: ['name', 'host'] },
} as const satisfies Readonly<Record<string, KindOfNotice>>;

export type NoticeKind = keyof typeof noticeKinds;

export function kindOfNotice(kind: NoticeKind): KindOfNotice {
  return noticeKinds[kind];
}
