/** What a job can be about. Its payload is always (tenant id, row id): the processor reloads and rechecks. */
export const topics = [
  'complete-kpi-file-upload',
  'expire-kpi-file-upload',
  'check-kpi-file',
  'ingest-kpi-file',
  'evaluate',
  'build-scorecards',
  'remind-of-contract',
  'compare-parity',
  'build-credits',
  'advance-clocks',
  'spread-notice',
  'post-notices',
] as const;

export type Topic = (typeof topics)[number];
