/** Grows from left to right; raising it may shorten a deadline and never restarts one (semantics rule 11). */
export const severities = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Whether protected health information is suspected; `unknown` is treated as suspected until somebody knows. */
export const phiAnswers = ['yes', 'no', 'unknown'] as const;
export type PhiAnswer = (typeof phiAnswers)[number];

export const incidentStates = ['reported', 'acknowledged', 'closed'] as const;
export type IncidentState = (typeof incidentStates)[number];

export const sides = ['insurer', 'vendor'] as const;
export type Side = (typeof sides)[number];

/**
 * Which milestones a person states. `notified` is for the insurer to record, of a notice that came otherwise; a vendor’s
 * submission is its notice. `received` follows from it, `acknowledged` and `closed` from the act.
 */
export const statedMilestones = [
  'occurred',
  'detected',
  'discovered',
  'determined',
  'classified',
  'notified',
  'contained',
  'authorityNotified',
  'intermediateReported',
  'finalReported',
] as const;
export type StatedMilestone = (typeof statedMilestones)[number];

/** Of these the vendor knows; the rest are the insurer's to state. */
export const vendorsMilestones: readonly StatedMilestone[] = [
  'occurred',
  'detected',
  'discovered',
  'determined',
  'contained',
];

/** Discovery is kept as asserted by the vendor and as deemed (45 CFR 164.410(a)(2)); other milestones are asserted. */
export const bases = ['asserted', 'deemed'] as const;
export type Basis = (typeof bases)[number];

/** Cause coding at closure, by the top level of VERIS 1.3.7. */
export const causeActions = [
  'malware',
  'hacking',
  'social',
  'misuse',
  'physical',
  'error',
  'environmental',
  'unknown',
] as const;
export const causeActors = ['external', 'internal', 'partner', 'unknown'] as const;
export const causeAssets = [
  'server',
  'network',
  'user_device',
  'media',
  'person',
  'kiosk_terminal',
  'embedded',
  'unknown',
] as const;
export const causeAttributes = ['confidentiality', 'integrity', 'availability'] as const;

/** What became of it. `not_an_incident` ends its clocks with that as the reason. */
export const closingOutcomes = ['resolved', 'not_an_incident', 'duplicate'] as const;
export type ClosingOutcome = (typeof closingOutcomes)[number];

export const linkKinds = ['related', 'same_cause', 'duplicate', 'follow_up'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** US states and territories as `US-TX`, countries of the EU as `DE`: where people are affected, for rules of a place. */
export const placePattern = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/;
