import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openScorecardsBench, type ScorecardsBench } from './scorecards-bench';
import { ScorecardsSweep } from './scorecards.sweep';

describe('the sweep of scorecards', () => {
  let bench: ScorecardsBench;
  const sweep = new ScorecardsSweep();

  beforeAll(async () => {
    bench = await openScorecardsBench();
  });
  afterAll(() => bench.database.close());

  const waiting = async (tenantId: string, at: string) => {
    const rows = await bench.database.door.withRole('sweep', (client) => sweep.waiting(client, new Date(at)));
    return rows.filter((row) => row.tenantId === tenantId).map(({ rowId }) => rowId);
  };

  it('finds months whose results moved and whose job was lost, until they were looked at', async () => {
    const the = await bench.tenant();
    const vendor = await the.vendor();
    await the.results(vendor, '2026-03');
    // results of the bench are evaluated at noon
    expect(await waiting(the.tenant.id, '2026-04-20T12:00:10Z')).toEqual([]);
    expect(await waiting(the.tenant.id, '2026-04-20T12:01:00Z')).toEqual([`${vendor.id}/2026-03`]);
    await the.process(vendor, '2026-03');
    expect(await waiting(the.tenant.id, '2026-04-20T12:01:00Z')).toEqual([]);
  });
});
