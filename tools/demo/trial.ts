import type { DemoVendor } from './vendors';

/**
 * An empty insurer with one reporting agent, for whoever wants to try files of their own (and for the browser tests): made
 * where PLUMBLINE_DEMO_TRIAL is set.
 */
export const trialTenant = {
  slug: 'trial',
  name: 'Trial Insurer (demo)',
  timezone: 'Europe/London',
  colour: '#b45309',
} as const;

export const trialAgent: Pick<DemoVendor, 'code' | 'name' | 'services' | 'timezone'> = {
  code: 'AGENT',
  name: 'Reporting Agent (demo)',
  services: ['voice'],
  timezone: 'Europe/London',
};
