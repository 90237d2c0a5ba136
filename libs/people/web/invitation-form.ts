import { isVendorRole, role } from '@plumbline/people/schema';
import * as z from 'zod';

/** The form's shape of `newInvitation`: a field that is not asked is empty rather than absent. */
export const invitationForm = z
  .strictObject({
    email: z.string().trim().pipe(z.email('An e-mail address')),
    role,
    vendorId: z.string(),
  })
  .refine((asked) => !isVendorRole(asked.role) || asked.vendorId !== '', {
    path: ['vendorId'],
    message: 'Choose the vendor',
  });

export type InvitationForm = z.output<typeof invitationForm>;
