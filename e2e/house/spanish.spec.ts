import { account } from '../support/accounts';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test.describe('whoever reads Spanish', () => {
  // the server refuses what is no key
  test.use({ expectedComplaints: [/400/] });

  test('is told in Spanish what is wrong with a field, by the form and by the server', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_administrator', 'LAKESIDE'), { locale: 'es-US' });
    await page.goto('/t/northfield/people/sftp-keys/new');
    await shown(page);
    const main = page.getByRole('main');
    const name = main.getByLabel('Nombre');
    const key = main.getByLabel('Clave pública');
    const add = main.getByRole('button', { name: 'Añadir la clave' });

    await add.click();
    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription(/Diga qué máquina la usa/);
    await expect(main.getByRole('alert')).toContainText('Clave pública: Pegue la clave pública');

    await name.fill('x'.repeat(81));
    await name.blur();
    await expect(name).toHaveAccessibleDescription(/80 caracteres como máximo/);

    await name.fill('Servidor de informes');
    await key.fill('ssh-rsa nada');
    await add.click();
    await expect(key).toHaveAccessibleDescription(
      /una línea como en id_ed25519\.pub: Ed25519, ECDSA o RSA de 2048 bits o más$/,
    );
    await expect(key).toBeFocused();
  });

  test('is told in Spanish what the rules of the product find', async ({ open }) => {
    const page = await open(account('northfield', 'vendor_manager'), { locale: 'es-US' });
    await page.goto('/t/northfield/calendars/new');
    await shown(page);
    const main = page.getByRole('main');
    await main.getByLabel('Lunes').fill('17:00-09:00');
    await main.getByRole('button', { name: 'Guardar como revisado' }).click();
    await expect(main.getByRole('alert')).toContainText('Nombre: escriba algo aquí');
    await expect(main.getByLabel('Lunes')).toHaveAccessibleDescription(
      /09:00 es antes que 17:00; un tramo que pasa de medianoche suma 24 horas a su final/,
    );
  });
});
