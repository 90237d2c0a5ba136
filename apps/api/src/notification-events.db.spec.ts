import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { newId } from '@plumbline/platform/database';
import { Notifications } from '@plumbline/platform/notifications';
import { workerActor } from '@plumbline/platform/tenancy';
import { ApiUnderTest, type Browser } from './api-under-test';
import { TenantUnderTest } from './tenant-under-test';
import { WorkerByHand } from './worker-by-hand';

describe('the bell', () => {
  let api: ApiUnderTest;
  let worker: WorkerByHand;
  let here: TenantUnderTest;
  let address: string;

  beforeAll(async () => {
    api = await ApiUnderTest.start();
    worker = await WorkerByHand.start(api);
    here = await TenantUnderTest.make(api);
    await api.app.listen(0, '127.0.0.1');
    address = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  const tell = async (): Promise<void> => {
    await api.database.door.withTenant(workerActor(here.tenant, 'spec'), (tx) =>
      api.get(Notifications).announce(
        tx,
        {
          kind: 'incident-updated',
          about: { thing: 'incident', id: newId() },
          vendorId: null,
          parameters: { reference: 'INC-7', title: 'Lost laptop', vendor: 'Halcyon' },
          path: ['incidents', 'x'],
          key: newId(),
        },
        { roles: ['security'] },
      ),
    );
    await worker.work(here.tenant);
  };
  const open = (by: Browser, site = 'same-origin') =>
    fetch(`${address}${here.at('/notification-events')}`, {
      headers: { ...by.headers(), 'sec-fetch-site': site },
    });
  /** What each event says is unread, as it comes. */
  async function* unreadIn(stream: Response): AsyncGenerator<number> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of stream.body ?? []) {
      text += decoder.decode(piece as Uint8Array);
      for (const event of text.split('\n\n').slice(0, -1))
        if (event.startsWith('data: ')) yield (JSON.parse(event.slice(6)) as { unread: number }).unread;
      text = text.slice(text.lastIndexOf('\n\n') + 2);
    }
  }

  it('says at once what somebody was told and has read, to them alone and to our own pages only', async () => {
    const { browser } = await api.member(here.tenant, 'security');
    const others = unreadIn(await open(here.administrator.browser));
    const own = unreadIn(await open(browser));
    expect((await own.next()).value).toBe(0);
    expect((await others.next()).value).toBe(0);
    await tell();
    expect((await own.next()).value).toBe(1);
    await tell();
    expect((await own.next()).value).toBe(2);
    const list = (await browser.get(here.at('/notifications'))).body as { items: { id: string }[] };
    await browser.post(here.at('/notification-readings'), { upTo: list.items[0]?.id });
    expect((await own.next()).value).toBe(0);
    await own.return(undefined);
    await others.return(undefined);
    expect((await open(browser, 'cross-site')).status).toBe(403);
    expect(
      (await (await fetch(`${address}${here.at('/notification-events')}`)).json()) as object,
    ).toMatchObject({ status: 401 });
  });

  it('falls silent as its person signs out', async () => {
    const { browser } = await api.member(here.tenant, 'security');
    const stream = unreadIn(await open(browser));
    await stream.next();
    await browser.delete('/api/v1/session').expect(204);
    expect(await stream.next()).toEqual({ done: true, value: undefined });
  });
});
