/** One queue of a demo vendor, and how well it is run in an ordinary month. */
export interface DemoQueue {
  readonly queue: string;
  readonly language: string;
  readonly lineOfBusiness: 'individual' | 'group' | 'student';
  /** Contacts offered in the busiest half hour of an ordinary weekday. */
  readonly peak: number;
  /** Share answered in time, share abandoned, mean seconds of handling. */
  readonly inTime: number;
  readonly abandoned: number;
  readonly handleSeconds: number;
}

export interface DemoSla {
  readonly metric: string;
  readonly name: string;
  readonly comparator?: '>=' | '<' | '<=' | '>';
  readonly target?: string;
  readonly band?: { readonly low: string; readonly high: string };
  readonly queue?: string;
  readonly language?: string;
  readonly minimumSample?: number;
  readonly weight: string;
}

export interface DemoVendor {
  readonly code: string;
  readonly name: string;
  readonly channel: 'voice' | 'chat';
  readonly services: readonly ('voice' | 'chat' | 'claims_intake')[];
  readonly timezone: string;
  /** The zone its files are written in: that of the members it serves, wherever its people sit. */
  readonly fileTimezone: string;
  /** Contacts reviewed for quality on an ordinary working day. */
  readonly reviewsADay: number;
  readonly queues: readonly DemoQueue[];
  /** Share of samples passed a day: disclosures, authentication, documentation, empathy, clarity. */
  readonly quality: readonly [number, number, number, number, number];
  readonly slas: readonly DemoSla[];
}

const qualitySlas: readonly DemoSla[] = [
  {
    metric: 'qa_disclosure',
    name: 'Disclosures',
    comparator: '>=',
    target: '0.95',
    minimumSample: 30,
    weight: '15',
  },
  {
    metric: 'qa_authentication',
    name: 'HIPAA authentication',
    comparator: '>=',
    target: '0.95',
    minimumSample: 30,
    weight: '15',
  },
  {
    metric: 'qa_empathy',
    name: 'Empathy',
    comparator: '>=',
    target: '0.90',
    minimumSample: 30,
    weight: '10',
  },
  {
    metric: 'complaints_acknowledged',
    name: 'Complaints acknowledged',
    comparator: '>=',
    target: '1',
    weight: '10',
  },
  { metric: 'complaints_closed', name: 'Complaints closed', comparator: '>=', target: '0.90', weight: '10' },
];

const voiceSlas = (abandonment: string, band: { low: string; high: string }): readonly DemoSla[] => [
  { metric: 'service_level', name: 'Service level 80/20', comparator: '>=', target: '0.80', weight: '15' },
  { metric: 'abandonment_rate', name: 'Abandonment', comparator: '<', target: abandonment, weight: '15' },
  { metric: 'average_handle_time', name: 'Average handle time', band, weight: '10' },
  ...qualitySlas,
];

const eligibility = { low: '240', high: '360' };
const claims = { low: '480', high: '720' };

/** Five vendors; Lakeside serves both insurers. All names are made up and say so. */
export const demoVendors: readonly DemoVendor[] = [
  {
    code: 'LAKESIDE',
    name: 'Lakeside Voice (demo)',
    channel: 'voice',
    services: ['voice'],
    timezone: 'America/Chicago',
    fileTimezone: 'America/Chicago',
    reviewsADay: 48,
    queues: [
      {
        queue: 'eligibility_benefits',
        language: 'en',
        lineOfBusiness: 'individual',
        peak: 42,
        inTime: 0.86,
        abandoned: 0.03,
        handleSeconds: 305,
      },
      {
        queue: 'eligibility_benefits',
        language: 'es',
        lineOfBusiness: 'individual',
        peak: 14,
        inTime: 0.84,
        abandoned: 0.035,
        handleSeconds: 320,
      },
    ],
    quality: [0.98, 0.985, 0.97, 0.94, 0.95],
    slas: [
      {
        metric: 'service_level',
        name: 'Service level 80/20',
        comparator: '>=',
        target: '0.80',
        weight: '10',
      },
      {
        metric: 'service_level',
        name: 'Service level 80/20, Spanish',
        comparator: '>=',
        target: '0.80',
        language: 'es',
        weight: '10',
      },
      { metric: 'abandonment_rate', name: 'Abandonment', comparator: '<', target: '0.05', weight: '10' },
      { metric: 'average_handle_time', name: 'Average handle time', band: eligibility, weight: '10' },
      ...qualitySlas,
    ],
  },
  {
    code: 'PRAIRIE',
    name: 'Prairie Claims Desk (demo)',
    channel: 'voice',
    services: ['voice', 'claims_intake'],
    timezone: 'America/Chicago',
    fileTimezone: 'America/Chicago',
    reviewsADay: 44,
    queues: [
      {
        queue: 'claims',
        language: 'en',
        lineOfBusiness: 'group',
        peak: 30,
        inTime: 0.84,
        abandoned: 0.032,
        handleSeconds: 590,
      },
    ],
    quality: [0.975, 0.98, 0.97, 0.93, 0.94],
    slas: voiceSlas('0.05', claims),
  },
  {
    code: 'CASCADE',
    name: 'Cascade Chat (demo)',
    channel: 'chat',
    services: ['chat'],
    timezone: 'America/Los_Angeles',
    fileTimezone: 'America/Chicago',
    reviewsADay: 40,
    queues: [
      {
        queue: 'member_chat',
        language: 'en',
        lineOfBusiness: 'individual',
        peak: 24,
        inTime: 0.94,
        abandoned: 0.01,
        handleSeconds: 420,
      },
      {
        queue: 'member_chat',
        language: 'en',
        lineOfBusiness: 'student',
        peak: 12,
        inTime: 0.93,
        abandoned: 0.01,
        handleSeconds: 400,
      },
    ],
    quality: [0.97, 0.975, 0.96, 0.95, 0.95],
    slas: [
      {
        metric: 'chat_within_60s',
        name: 'Chats within 60 s',
        comparator: '>=',
        target: '0.90',
        weight: '40',
      },
      ...qualitySlas,
    ],
  },
  {
    code: 'SUMMIT',
    name: 'Summit Member Care (demo)',
    channel: 'voice',
    services: ['voice'],
    timezone: 'Asia/Manila',
    fileTimezone: 'America/Chicago',
    reviewsADay: 44,
    queues: [
      {
        queue: 'eligibility_benefits',
        language: 'en',
        lineOfBusiness: 'group',
        peak: 36,
        inTime: 0.83,
        abandoned: 0.038,
        handleSeconds: 330,
      },
    ],
    quality: [0.972, 0.978, 0.965, 0.93, 0.935],
    slas: voiceSlas('0.05', eligibility),
  },
  {
    code: 'PINECREST',
    name: 'Pinecrest Prior Auth (demo)',
    channel: 'voice',
    services: ['voice'],
    timezone: 'America/New_York',
    fileTimezone: 'America/Chicago',
    reviewsADay: 14,
    queues: [
      {
        queue: 'prior_authorization',
        language: 'en',
        lineOfBusiness: 'individual',
        peak: 12,
        inTime: 0.88,
        abandoned: 0.02,
        handleSeconds: 340,
      },
    ],
    quality: [0.98, 0.985, 0.975, 0.95, 0.95],
    slas: voiceSlas('0.03', eligibility),
  },
];

/** How many months the demo looks back. */
export const MONTHS = 14;

/** Who serves whom. */
export const demoTenants = [
  {
    slug: 'northfield',
    name: 'Northfield Health (demo)',
    timezone: 'America/Chicago',
    colour: '#0f766e',
    vendors: ['LAKESIDE', 'PRAIRIE', 'CASCADE', 'SUMMIT', 'PINECREST'],
  },
  {
    slug: 'bayshore',
    name: 'Bayshore Mutual (demo)',
    timezone: 'America/New_York',
    colour: '#7c3aed',
    vendors: ['LAKESIDE'],
  },
] as const;
