/** What a vendor runs for the insurer (V1). */
export const services = [
  'voice',
  'chat',
  'portal_messages',
  'mail',
  'claims_intake',
  'crm',
  'telephony',
  'speech_analytics',
] as const;

export type Service = (typeof services)[number];
