import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { ApiUnderTest } from '../../api/src/api-under-test';
import { TenantUnderTest } from '../../api/src/tenant-under-test';
import { exitCodes } from './exit-codes';
import { run } from './run';

describe('plumbline incident', () => {
  let api: ApiUnderTest;
  let here: TenantUnderTest;
  let url: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    // the program says "now" by the machine's clock
    api.clock.set(Temporal.Now.instant().toString());
    await api.app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
    here = await TenantUnderTest.make(api);
  });
  afterAll(() => api.stop());

  const keyWith = async (...scopes: string[]): Promise<string> => {
    const { browser } = await api.member(here.tenant, 'vendor_administrator', here.vendor.id);
    const asked = { name: 'pager', scopes, expiresInDays: 90, vendorId: here.vendor.id };
    const made = await browser.post(here.at('/api-keys'), asked);
    if (made.status !== 201) throw new Error(made.text);
    return (made.body as { key: string }).key;
  };
  const say = async (key: string, ...words: string[]) => {
    const said = { stdout: '', stderr: '' };
    const exitCode = await run(['incident', ...words], {
      env: { PLUMBLINE_API_KEY: key, PLUMBLINE_URL: url, PLUMBLINE_TENANT: here.tenant.slug },
      stdout: { write: (text) => (said.stdout += text) },
      stderr: { write: (text) => (said.stderr += text) },
    });
    return { exitCode, ...said };
  };

  it('reports by a key of the vendor, and says reference and deadlines', async () => {
    const key = await keyWith('incident.report', 'incident.read');
    const text = await say(key, 'Laptop left in a taxi', '--service', 'voice', '--phi', 'unknown');
    expect([text.exitCode, text.stderr]).toEqual([exitCodes.done, '']);
    expect(text.stdout).toMatch(/^Reported as V-\w+-\d{4}-0001; notice was given at /);
    expect(text.stdout).toContain('Notice to the insurer (contract): met, deadline');
    const json = await say(key, 'Phished mailbox', '--service', 'mail', '--phi', 'no', '--json');
    expect(JSON.parse(json.stdout)).toMatchObject({ clocks: [{ policy: 'contract-notice', state: 'met' }] });
    const rows = await here.query<{ source: string; count: number }>(
      'select source, count(*)::int from incident where tenant_id = $1 group by 1',
    );
    expect(rows).toEqual([{ source: 'api-key', count: 2 }]);
  });

  it('ends with 1 for wrong words and a key without the right', async () => {
    const key = await keyWith('incident.read');
    expect(await say(key, 'x', '--service', 'voice')).toMatchObject({
      exitCode: exitCodes.usage,
      stderr: expect.stringContaining('say --phi'),
    });
    expect(await say(key, 'x', '--service', 'fax', '--phi', 'no')).toMatchObject({
      exitCode: exitCodes.usage,
      stderr: expect.stringContaining('service:'),
    });
    expect(await say(key, 'x', '--service', 'voice', '--phi', 'no')).toMatchObject({
      exitCode: exitCodes.usage,
      stderr: expect.stringContaining('permission-missing'),
    });
  });
});
