import { id, languages, operation, tenantSlug } from '@plumbline/api/schema';
import * as z from 'zod';
import { role, side } from './roles';

const thing = 'session';

export const newPassword = z.string().max(1000).meta({
  description: '15 to 256 characters, any of them; guessable ones are refused (code `guessable`)',
});
const totpCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, 'six digits');
const emptyBody = z.strictObject({}).optional();

export const session = z.strictObject({
  person: z.strictObject({
    id,
    name: z.string(),
    email: z.string(),
    locale: z.string().meta({ description: 'the language that was chosen; blank: none, the browser says' }),
  }),
  memberships: z.array(
    z.strictObject({
      tenant: z.strictObject({
        slug: tenantSlug,
        name: z.string(),
        colour: z.string(),
        timezone: z.string(),
      }),
      side,
      role,
      vendors: z.array(z.strictObject({ id, name: z.string() })),
      permissions: z.array(z.string()),
    }),
  ),
  mfa: z.enum(['none', 'enrol', 'required', 'done']).meta({
    description: 'none: not asked of you; enrol: set it up first; required: give your code; done: given',
  }),
  csrfToken: z.string(),
});
export type Session = z.output<typeof session>;

const nextStep = z.strictObject({ next: z.enum(['done', 'totp', 'enrol-totp']) });

export const viewSession = operation({
  id: 'viewSession',
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, where they belong and what they may do there; 401 when signed out',
  thing,
  access: { open: 'answers only about the session of the cookie, and says 401 without one' },
  response: session,
  example: {
    response: {
      person: {
        id: '019b2f6e-0000-7000-8000-000000000001',
        name: 'Ana Ruiz',
        email: 'ana@northfield.example',
        locale: 'en',
      },
      memberships: [
        {
          tenant: {
            slug: 'northfield',
            name: 'Northfield Health',
            colour: '#0f766e',
            timezone: 'America/Chicago',
          },
          side: 'insurer',
          role: 'vendor_manager',
          vendors: [],
          permissions: ['vendor.read', 'scorecard.publish'],
        },
      ],
      mfa: 'done',
      csrfToken: 'pQx0b3NlbWUtdG9rZW4tb2YtdGhpcy1zZXNzaW9uLi4u',
    },
  },
});

export const signIn = operation({
  id: 'signIn',
  method: 'POST',
  path: '/session',
  summary: 'Sign in with e-mail address and password; `next` says which step is still to come',
  thing,
  access: { open: 'signing in is how a session begins; attempts are limited' },
  body: z.strictObject({ email: z.string().max(320), password: z.string().max(1024) }),
  response: nextStep,
  example: {
    request: { email: 'ana@northfield.example', password: 'velvet otter marching quietly' },
    response: { next: 'totp' },
  },
});

export const giveCode = operation({
  id: 'giveCode',
  method: 'POST',
  path: '/session/totp',
  summary: 'Give the code of the authenticator app; each code works once',
  thing,
  access: { open: 'needs the session that the password began, which has no rights yet' },
  body: z.strictObject({ code: totpCode }),
  response: nextStep,
  example: { request: { code: '492039' }, response: { next: 'done' } },
});

export const enrolTotp = operation({
  id: 'enrolTotp',
  method: 'POST',
  path: '/session/totp-enrolment',
  summary: 'A secret for an authenticator app, as text and as QR code; it counts once a code was confirmed',
  thing,
  access: { open: 'needs the session that the password began, which has no rights yet' },
  body: emptyBody,
  response: z.strictObject({ secret: z.string(), otpauthUri: z.string(), qrCode: z.string() }),
  example: {
    request: {},
    response: {
      secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      otpauthUri:
        'otpauth://totp/Plumbline:ana%40northfield.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Plumbline',
      qrCode: 'data:image/png;base64,iVBORw0KGgo=',
    },
  },
});

export const confirmTotp = operation({
  id: 'confirmTotp',
  method: 'POST',
  path: '/session/totp-enrolment/confirmation',
  summary: 'Confirm the authenticator app with its first code; other sessions of the person end',
  thing,
  access: { open: 'needs the session that the password began, which has no rights yet' },
  body: z.strictObject({ code: totpCode }),
  response: nextStep,
  example: { request: { code: '492039' }, response: { next: 'done' } },
});

export const signOut = operation({
  id: 'signOut',
  method: 'DELETE',
  path: '/session',
  summary: 'Sign out: the session ends on the server',
  thing,
  access: { open: 'ends only the session of the cookie; its CSRF token is demanded' },
  status: 204,
  example: {},
});

export const chooseLanguage = operation({
  id: 'chooseLanguage',
  method: 'PUT',
  path: '/session/language',
  summary: 'In which language the person reads from now on, on every machine; null: as the browser says',
  thing,
  access: { open: 'concerns only the person of the session cookie; its CSRF token is demanded' },
  body: z.strictObject({ language: z.enum(languages).nullable() }),
  status: 204,
  example: { request: { language: 'es' } },
});

export const requestPasswordReset = operation({
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/password-resets',
  summary: 'Have a link mailed for choosing a new password; the answer is the same for every address',
  thing,
  access: { open: 'whoever forgot the password cannot sign in; attempts are limited' },
  body: z.strictObject({ email: z.string().max(320) }),
  status: 202,
  example: { request: { email: 'ana@northfield.example' } },
});

export const resetPassword = operation({
  id: 'resetPassword',
  method: 'POST',
  path: '/password-resets/:token',
  summary: 'Choose a new password by the mailed link, which works once; every session of the person ends',
  thing,
  access: { open: 'the mailed link is the proof; the second factor stays as it is' },
  params: z.strictObject({ token: z.string().max(200) }),
  body: z.strictObject({ password: newPassword }),
  status: 204,
  example: { request: { password: 'velvet otter marching quietly' } },
});
