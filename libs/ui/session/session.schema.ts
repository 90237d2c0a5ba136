import * as z from 'zod';

export const membershipSchema = z.object({
  tenant: z.object({ slug: z.string(), name: z.string(), colour: z.string(), timezone: z.string() }),
  side: z.enum(['insurer', 'vendor']),
  role: z.string(),
  vendors: z.array(z.object({ id: z.string(), name: z.string() })),
  permissions: z.array(z.string()),
});

/** The answer of `GET /session`. */
export const sessionSchema = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.string().nullable() }),
  memberships: z.array(membershipSchema),
  mfa: z.enum(['none', 'enrol', 'required', 'done']),
  csrfToken: z.string(),
});

export type Membership = z.output<typeof membershipSchema>;
export type Session = z.output<typeof sessionSchema>;
