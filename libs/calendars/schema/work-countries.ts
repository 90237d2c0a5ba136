/**
 * Where contact centres of health insurers work, the countries offered first; the library knows some two hundred more.
 */
export const workCountries = [
  'US',
  'PH',
  'IN',
  'MX',
  'CO',
  'JM',
  'ZA',
  'GB',
  'AU',
  'CA',
  'CR',
  'DO',
  'EG',
  'GT',
  'HN',
  'IE',
  'MY',
  'NI',
  'PA',
  'PL',
  'SV',
] as const;
