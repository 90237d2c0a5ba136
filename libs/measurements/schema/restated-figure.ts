import { id, instant, operation, pageOf, pageQuery, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { examples } from './examples';
import { measuredSegment } from './segment';

const amount = z
  .string()
  .regex(/^-?\d+(?:\.\d+)?$/)
  .meta({ description: 'exact decimal' });

/** A figure of an earlier file, old beside new. */
export const restatedFigure = z.strictObject({
  line: z.int().min(1).meta({ description: 'of this file' }),
  vendor: z.strictObject({ id, code: z.string(), name: z.string() }),
  localDate: z.iso.date(),
  startsAt: instant,
  segment: measuredSegment,
  figure: z.strictObject({
    code: z.string(),
    name: z.string(),
    unit: z.enum(['count', 'seconds', 'ratio', 'points']),
    claimed: z.boolean().meta({ description: 'stated without its counts' }),
  }),
  before: amount,
  after: amount.nullable().meta({ description: 'null: this file leaves it blank' }),
  difference: amount.nullable(),
  source: z.strictObject({ fileId: id, fileName: z.string().nullable(), line: z.int().min(1) }).meta({
    description: 'where the earlier figure came from; no name where the reader may not see that file',
  }),
});

export const listRestatedFigures = operation({
  id: 'listRestatedFigures',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/restated-figures',
  summary:
    'Which figures of earlier files this one replaces, old beside new, as its last check found, in the order of its lines',
  thing: 'kpi-files',
  access: { permission: 'kpi-file.read' },
  params: z.strictObject({ tenant: tenantSlug, kpiFileId: id }),
  query: pageQuery,
  response: pageOf(restatedFigure).extend({
    total: z.int().min(0).meta({ description: 'all that it replaces, as far as the reader may see them' }),
  }),
  example: {
    response: {
      items: [
        {
          line: 3,
          vendor: examples.vendor,
          localDate: '2026-03-02',
          startsAt: '2026-03-02T14:30:00Z',
          segment: { lineOfBusiness: null, channel: 'voice', queue: 'claims', language: null },
          figure: { code: 'offered', name: 'Calls offered', unit: 'count', claimed: false },
          before: '12',
          after: '13',
          difference: '1',
          source: { fileId: examples.summary.id, fileName: examples.summary.name, line: 3 },
        },
      ],
      nextCursor: null,
      total: 1,
    },
  },
});

export const downloadRestatedFigures = operation({
  id: 'downloadRestatedFigures',
  method: 'GET',
  path: '/tenants/:tenant/kpi-files/:kpiFileId/restated-figures.csv',
  summary: 'All of them as CSV; the connection breaks off where the file is checked again in between',
  thing: 'kpi-files',
  access: { permission: 'kpi-file.read' },
  params: z.strictObject({ tenant: tenantSlug, kpiFileId: id }),
  produces: 'text/csv',
  example: {
    response:
      'line,date,starts at,vendor,line of business,channel,queue,language,figure,name,unit,claimed,before,after,difference,from file,from line\r\n' +
      '3,2026-03-02,2026-03-02T14:30:00Z,NORTHWIND,,voice,claims,,offered,Calls offered,count,no,12,13,1,northwind-2026-03.csv,3\r\n',
  },
});

export type RestatedFigureAnswer = z.output<typeof restatedFigure>;
