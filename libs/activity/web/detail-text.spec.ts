import { describe, expect, it } from '@jest/globals';
import { detailText } from './detail-text';

describe('detailText', () => {
  it.each([
    ['nothing', {}, {}, ''],
    ['codes and counts', { role: 'security', revokedApiKeys: 2 }, {}, 'role security · revoked api keys 2'],
    ['lists', { scopes: ['vendor.read', 'kpi-file.upload'] }, {}, 'scopes vendor.read, kpi-file.upload'],
    ['what names a person', {}, { email: 'lee@lakeside.example' }, 'email lee@lakeside.example'],
    ['what was erased', { role: 'executive' }, { email: null }, 'role executive · email erased'],
    ['what is nested', { target: { value: '0.8' } }, {}, 'target {"value":"0.8"}'],
  ])('says %s', (_, detail, personal, text) => expect(detailText({ detail, personal }, 'erased')).toBe(text));
});
