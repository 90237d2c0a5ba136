import { operation, tenantParams, timezone } from '@plumbline/api/schema';
import * as z from 'zod';

const thing = 'notifications';
const own = { permission: 'notification.read' };

export const mailModes = ['at-once', 'daily', 'weekly', 'off'] as const;
export const pageModes = ['at-once', 'off'] as const;
export type MailMode = (typeof mailModes)[number];

const localTime = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time such as 22:00');

/** When a person wants to be told, by the clock of their own zone. */
export const hours = z
  .strictObject({
    timezone,
    quiet: z
      .strictObject({ from: localTime, until: localTime })
      .nullable()
      .meta({ description: 'mails wait for its end, except of legal kinds; may go past midnight' }),
    digestAt: localTime,
    digestWeekday: z.int().min(1).max(7).meta({ description: '1 is Monday' }),
  })
  .refine(({ quiet }) => quiet === null || quiet.from !== quiet.until, {
    path: ['quiet', 'until'],
    message: 'quiet hours end at another time than they begin',
  });
export type NotificationHours = z.output<typeof hours>;

const choice = z.strictObject({ kind: z.string(), page: z.enum(pageModes), mail: z.enum(mailModes) });

/** How a person is told of one kind. */
export const preference = choice.extend({
  legal: z
    .boolean()
    .meta({ description: 'a clock of law or contract depends on it: always at once, both ways' }),
  optional: z.boolean().meta({ description: 'its mails can be left with one click' }),
});
export type Preference = z.output<typeof preference>;

export const preferences = z.strictObject({ kinds: z.array(preference), hours });
export type Preferences = z.output<typeof preferences>;

const usual = { timezone: 'America/Chicago', quiet: null, digestAt: '08:00', digestWeekday: 1 };
const example = {
  kinds: [
    { kind: 'incident-late', page: 'at-once', mail: 'at-once', legal: true, optional: false },
    { kind: 'incident-updated', page: 'at-once', mail: 'daily', legal: false, optional: true },
  ],
  hours: { ...usual, quiet: { from: '22:00', until: '07:00' } },
} as const;

export const viewPreferences = operation({
  id: 'viewPreferences',
  method: 'GET',
  path: '/tenants/:tenant/notification-preferences',
  summary: 'How you are told of each kind of notice here, and in which hours',
  thing,
  access: own,
  params: tenantParams,
  response: preferences,
  example: { response: { ...example, kinds: [...example.kinds] } },
});

export const choosePreferences = operation({
  id: 'choosePreferences',
  method: 'PUT',
  path: '/tenants/:tenant/notification-preferences',
  summary: 'Choose how you are told, and in which hours; kinds that you do not name stay as they are',
  thing,
  access: own,
  params: tenantParams,
  body: z.strictObject({ kinds: z.array(choice).max(200), hours }),
  response: preferences,
  example: {
    request: { kinds: [{ kind: 'incident-updated', page: 'at-once', mail: 'daily' }], hours: example.hours },
    response: { ...example, kinds: [...example.kinds] },
  },
});

const token = z.strictObject({ token: z.string().max(400) });

/** What a mail offers to leave. */
export const unsubscription = z.strictObject({
  tenant: z.strictObject({ slug: z.string(), name: z.string() }),
  kind: z.string(),
  left: z.boolean().meta({ description: 'whether mails of this kind are off already' }),
});
export type Unsubscription = z.output<typeof unsubscription>;

const exampleLeft = {
  tenant: { slug: 'northfield', name: 'Northfield Health' },
  kind: 'incident-updated',
  left: false,
};

export const viewUnsubscription = operation({
  id: 'viewUnsubscription',
  method: 'GET',
  path: '/unsubscribe/:token',
  summary: 'Which kind of mail the link of a mail is about; reading it changes nothing',
  thing,
  access: { open: 'the link of a mail is the proof, and tells only what the mail told' },
  params: token,
  response: unsubscription,
  example: { response: exampleLeft },
});

export const unsubscribe = operation({
  id: 'unsubscribe',
  method: 'POST',
  path: '/unsubscribe/:token',
  summary: 'No more mails of this kind to the person it was sent to (RFC 8058); the page still shows them',
  thing,
  access: { open: 'the link of a mail is the proof, and turns off one optional kind of mail' },
  fromAnywhere: 'mail programs send this by themselves when their user presses “unsubscribe”',
  params: token,
  response: unsubscription,
  example: { response: { ...exampleLeft, left: true } },
});
