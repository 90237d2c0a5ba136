import * as z from 'zod';

const membership = z.object({
  tenant: z.object({ slug: z.string(), name: z.string(), colour: z.string(), timezone: z.string() }),
  side: z.enum(['insurer', 'vendor']),
  role: z.string(),
  vendors: z.array(z.object({ id: z.string(), name: z.string() })),
  permissions: z.array(z.string()),
});

/**
 * What the kit needs of `GET /session`. The whole answer is the people's (`viewSession`), which the kit does not know; a
 * spec of the app holds the two together.
 */
export const sessionSchema = z.object({
  person: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.string() }),
  memberships: z.array(membership),
  mfa: z.enum(['none', 'enrol', 'required', 'done']),
  csrfToken: z.string(),
});

export type Membership = z.output<typeof membership>;
export type Session = z.output<typeof sessionSchema>;
