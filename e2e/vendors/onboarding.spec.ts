import type { Vendor } from '@plumbline/vendors/schema';
import { account } from '../support/accounts';
import { agree, enterVendor } from '../support/contracts';
import { joinAsPartner } from '../support/newcomer';
import { shown } from '../support/pages';
import { expect, test } from '../support/test';

test.describe('taking a vendor in', () => {
  test('needs two people, the vendor’s own evidence and a whole gate', async ({ open, as }) => {
    const [managerApi, administratorApi] = [
      await as('trial', 'vendor_manager'),
      await as('trial', 'administrator'),
    ];
  });
});
