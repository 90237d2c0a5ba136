import { describe, expect, it } from '@jest/globals';
import { sessionForTests } from '@plumbline/ui/testing';
import { things } from '../tenant/things';
import { commands, navigation } from './navigation';

const every = things.map((thing) => thing.permission);
const member = (slug: string, side: 'insurer' | 'vendor', permissions = every) =>
  sessionForTests({ slug, name: slug.toUpperCase(), side, permissions }).memberships.slice(0, 1);

describe('navigation', () => {
  it('starts with Today and shows an insurer’s person what the role may read, in groups', () => {
    const groups = navigation(member('northstar', 'insurer'), 'northstar', 'Today', 'en');
    expect(groups[0]).toEqual({
      heading: null,
      entries: [{ text: 'Today', icon: 'today', link: ['/t', 'northstar', 'today'] }],
    });
    expect(groups.flatMap((group) => group.entries)).toHaveLength(things.length + 1);
    expect(groups.slice(1).every((group) => group.entries.length > 0)).toBe(true);
  });

  it('leaves out what the role may not read', () => {
    const groups = navigation(member('northstar', 'insurer', []), 'northstar', 'Today', 'en');
    expect(groups.flatMap((group) => group.entries).map((entry) => entry.text)).toEqual(['Today']);
  });

  it('groups a partner’s own entries by insurer, the one at hand first', () => {
    const memberships = [...member('harbor', 'vendor'), ...member('northstar', 'vendor')];
    const groups = navigation(memberships, 'northstar', 'Today', 'en');
    expect(groups.map((group) => group.heading)).toEqual(['NORTHSTAR', 'HARBOR']);
    expect(groups[1]?.entries.every((entry) => entry.link[1] === 'harbor')).toBe(true);
    const insurersOnly = things.filter((thing) => thing.insurerOnly).map((thing) => thing.text.en);
    expect(groups[0]?.entries.map((entry) => entry.text)).not.toEqual(expect.arrayContaining(insurersOnly));
  });

  it('shows nothing of a tenant one does not belong to', () => {
    expect(navigation(member('harbor', 'insurer'), 'northstar', 'Today', 'en')).toEqual([]);
  });

  it('speaks Spanish', () => {
    const texts = navigation(member('northstar', 'insurer'), 'northstar', 'Hoy', 'es').flatMap((group) =>
      group.entries.map((entry) => entry.text),
    );
    expect(texts).toEqual(expect.arrayContaining(['Hoy', 'Cartera']));
  });
});

describe('commands', () => {
  it('are those that the role allows, each to a page of the tenant at hand', () => {
    const partner = member('northstar', 'vendor', ['kpi-file.read', 'kpi-file.upload']);
    expect(commands(partner, 'northstar', 'en')).toEqual([
      expect.objectContaining({
        text: 'Send a KPI file',
        link: ['/t', 'northstar', 'kpi-files', 'upload'],
      }),
    ]);
    expect(commands(partner, 'harbor', 'en')).toEqual([]);
    expect(commands(member('northstar', 'insurer', []), 'northstar', 'en')).toEqual([]);
  });
});

describe('things', () => {
  it('each has a path of its own, and groups that stand together', () => {
    expect(new Set(things.map((thing) => thing.path)).size).toBe(things.length);
    const order = things.map((thing) => thing.group);
    expect(order.filter((group, at) => group !== order[at - 1])).toEqual([...new Set(order)]);
  });
});
