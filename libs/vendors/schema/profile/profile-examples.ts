/** One vendor's profile, as the examples of the operations tell it. */
const ids = {
  site: '019b2f80-1c40-7a11-8c01-4b2d9e6f7a01',
  contact: '019b2f80-1c40-7a11-8c01-4b2d9e6f7a02',
  fourthParty: '019b2f80-1c40-7a11-8c01-4b2d9e6f7a03',
  flow: '019b2f80-1c40-7a11-8c01-4b2d9e6f7a04',
  change: '019b2f80-1c40-7a11-8c01-4b2d9e6f7a05',
  contract: '019b2f80-1c40-7a11-8c01-4b2d9e6f7a06',
  vendor: '019b2f6e-5c1a-7d3e-9a40-3f2b8c1d4e5f',
};
const nights = [['21:00', '30:00']];
const hours = {
  timezone: 'Asia/Manila',
  hours: { mon: nights, tue: nights, wed: nights, thu: nights, fri: nights, sat: [], sun: [] },
};

export const exampleNewSite = {
  name: 'Makati',
  country: 'PH',
  city: 'Makati',
  timezone: 'Asia/Manila',
  calendarId: null,
  services: ['voice'],
  phiHandled: true,
};
export const exampleSite = { ...exampleNewSite, id: ids.site, version: 1 };

export const exampleNewContact = {
  name: 'Ana Reyes',
  role: 'operations',
  email: 'ana.reyes@northwind.example',
  phone: '+63 2 8555 0100',
  language: 'en',
  hours,
  calendarId: null,
};
export const exampleContact = { ...exampleNewContact, id: ids.contact, version: 1 };

export const exampleNewFourthParty = {
  name: 'Clearscript',
  service: 'Transcription of calls',
  phiKinds: ['voice', 'member_number'],
  places: ['US'],
  since: '2026-01-01',
  until: null,
};
export const exampleFourthParty = {
  ...exampleNewFourthParty,
  id: ids.fourthParty,
  approval: 'approved',
  approvalReason: 'Its SOC 2 report was read',
  decidedBy: 'Robin Sample',
  decidedAt: '2026-02-02T15:00:00Z',
  version: 2,
};
export const exampleDecision = { approval: 'approved', reason: 'Its SOC 2 report was read' };

export const exampleNewFlow = {
  kind: 'recordings',
  called: null,
  system: 'Call recorder',
  place: 'PH',
  phiKinds: ['voice'],
  fourthPartyId: null,
  retentionDays: 365,
};
export const exampleFlow = { ...exampleNewFlow, id: ids.flow, version: 1 };

export const exampleLadder = {
  stages: [{ contactId: ids.contact, personId: null, afterMinutes: 0, respectHours: true }],
};
export const exampleReachedLadder = {
  stages: [
    {
      ...exampleLadder.stages[0],
      name: 'Ana Reyes',
      left: false,
      reach: 'open',
      reachedAt: '2026-03-02T15:00:00Z',
    },
  ],
  now: 0,
  version: 1,
};

export const exampleLanguageAccess = {
  languages: [
    { language: 'es', channels: ['voice', 'chat'], by: 'own_agents', interpreter: null },
    { language: 'vi', channels: ['voice'], by: 'interpreter', interpreter: 'Linguaphone Relay' },
  ],
  tty: '+1 800 555 0199',
  relay: true,
  interpreterHours: null,
  publishedAt: 'https://northwind.example/language-help',
};

export const exampleProfile = {
  vendor: { id: ids.vendor, name: 'Northwind Member Care' },
  at: '2026-03-02T15:00:00Z',
  sites: [exampleSite],
  contacts: [exampleContact],
  ladder: exampleReachedLadder,
  fourthParties: [exampleFourthParty],
  dataFlows: [
    {
      ...exampleFlow,
      findings: [
        {
          code: 'residency-outside',
          parameters: { contract: 'MSA-2026-01', clause: '10.4', place: 'PH', agreed: ['US'] },
        },
      ],
    },
  ],
  residency: [
    { contractId: ids.contract, contract: 'MSA-2026-01', clause: { number: '10.4', regions: ['US'] } },
  ],
  languageAccess: { register: exampleLanguageAccess, version: 1 },
  calendars: [],
};

export const exampleChange = {
  id: ids.change,
  section: 'sites',
  entryId: ids.site,
  act: 'changed',
  name: 'Makati',
  changed: { phiHandled: { from: false, to: true } },
  by: 'Ana Reyes',
  side: 'vendor',
  at: '2026-03-02T15:00:00Z',
};

const counts = {
  sites: 1,
  contacts: 1,
  ladder: 1,
  'fourth-parties': 1,
  'data-flows': 1,
  'language-access': 1,
};
export const exampleSource = {
  tenant: 'bayshore',
  insurer: 'Bayshore Mutual',
  vendorId: ids.vendor,
  counts,
};
export const exampleTakeOver = {
  from: { tenant: 'bayshore', vendorId: ids.vendor },
  sections: ['sites', 'contacts'],
};
export const exampleTakenOver = {
  added: { ...counts, ladder: 0, 'fourth-parties': 0, 'data-flows': 0, 'language-access': 0 },
  remarks: [{ code: 'calendar-not-taken', section: 'sites', name: 'Makati' }],
};
