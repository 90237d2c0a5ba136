import { readFileSync } from 'node:fs';
import { Api } from '../support/api';
import { enterVendor } from '../support/contracts';
import { hindrances, ofWidth, overflow } from '../support/hindrances';
import { confirm, handIn, mappingOf } from '../support/kpi-files';
import { joinAsPartner } from '../support/newcomer';
import { expect, test } from '../support/test';

const zone = 'America/Chicago';
const header = 'day,queue,offered,answered,abandoned';
const file = (...rows: string[]) => `${[header, ...rows].join('\n')}\n`;
const usual = file('2026-02-02,claims,100,95,5', '2026-02-02,appeals,20,19,1');
const mapping = mappingOf(
  usual,
  {
    day: { kind: 'period', format: 'YYYY-MM-DD' },
    queue: { kind: 'segment', dimension: 'queue' },
    offered: { kind: 'measure', measure: 'offered' },
    answered: { kind: 'measure', measure: 'answered' },
    abandoned: { kind: 'measure', measure: 'abandoned' },
  },
  { grain: 'day', timezone: zone },
);

test.describe('whoever reads Spanish', () => {
  // a file is refused on purpose, and the browser says so
  test.use({ expectedComplaints: [/422/] });

  test('says so once, and reads what the server finds in a file as well as what the pages say', async ({
    as,
    open,
  }) => {
    const manager = await as('trial', 'vendor_manager');
    const vendor = await enterVendor(manager, 'HABLA', 'Llamadas del Sur', zone);
    await confirm(
      manager,
      await handIn(manager, vendor.id, { name: 'febrero.csv', content: usual }, mapping),
    );
    const page = await open(null);
    await joinAsPartner(page, await as('trial', 'administrator'), {
      email: 'sol.vega@habla.example',
      role: 'vendor_contributor',
      vendorId: vendor.id,
    });
    await page.goto('/t/trial/kpi-files');
    await page.getByRole('button', { name: 'Account' }).click();
    await page.getByRole('menuitemradio', { name: 'Español' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Archivos KPI');
    await page.goto('/t/trial/kpi-files/upload');
    await expect(page.locator('html')).toHaveAttribute('lang', 'es');

    // a refusal at once
    await page.getByLabel('Archivos KPI (CSV o XLSX)').setInputFiles({
      name: 'informe.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('%PDF-1.7\n'),
    });
    const refused = page.getByRole('list', { name: 'Archivos que se envían' }).getByRole('listitem');
    await expect(refused.getByRole('alert')).toContainText('Una regla lo impide');
    await expect(refused.getByRole('alert')).toContainText('Es un PDF, no una tabla.');
    expect(await hindrances(page)).toEqual([]);

    // what is wrong and what is doubtful
    const partner = await Api.of(page, 'trial');
    const content = file(
      '2026-03-02,Claims.,1000,900,50',
      '2026-03-03,claims,13,31,0',
      '2026-03-04,claims,x,1,0',
    );
    const { id } = await handIn(partner, vendor.id, { name: 'marzo.csv', content }, mapping);
    await page.goto(`/t/trial/kpi-files/${id}`);
    await expect(page.locator('pl-page-header pl-status')).toHaveText('Por confirmar');
    const problems = page.getByRole('region', { name: 'Filas que no se pueden leer' });
    await expect(problems.getByRole('row').nth(1)).toContainText(
      'answered (31) no puede ser mayor que offered (13).',
    );
    await expect(problems.getByRole('row').nth(2)).toContainText('No es un número.');
    const doubts = page.getByRole('region', { name: 'Lo que es dudoso' });
    await expect(doubts).toContainText('En 1 de 1 fila, offered no es answered + abandoned.');
    await expect(doubts).toContainText('1 nombre se parece a uno conocido: cola «Claims.», como «claims».');
    expect(await hindrances(page)).toEqual([]);
    const downloading = page.waitForEvent('download');
    await problems.getByRole('link', { name: 'Descargar todas como CSV' }).click();
    const csv = readFileSync(await (await downloading).path(), 'utf8');
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'línea,columna,nombre de la columna,valor,código,qué está mal',
      '3,4,answered,31,impossible-count,answered (31) no puede ser mayor que offered (13).',
    ]);

    // what a mapping lacks
    const received = await partner.upload<{ id: string }>(
      `/kpi-files?vendorId=${vendor.id}`,
      'abril.csv',
      'fecha,ofrecidas,atendidas\n2026-04-01,10,9\n',
    );
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`/t/trial/kpi-files/${received.id}`);
    for (const column of ['ofrecidas', 'atendidas'])
      await page.getByLabel(`Qué significa ${column}`).selectOption({ label: 'Llamadas ofrecidas' });
    await page.getByRole('button', { name: 'Comprobar el archivo' }).click();
    await expect(page.getByText('otra columna da la misma cifra').first()).toBeVisible();
    await expect(
      page.getByText('Diga en qué zona horaria están las horas del archivo.').first(),
    ).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await hindrances(page, ofWidth)).toEqual([]);
  });
});
