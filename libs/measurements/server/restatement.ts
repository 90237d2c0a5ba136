import type { MeasuredSegment } from '@plumbline/measurements/schema';

/** What a checked file would change of one vendor's stored figures. */
export interface VendorRestatement {
  readonly vendorId: string;
  /** The load that the file was compared with. */
  readonly asOfLoad: number;
  /** How many stored figures it replaces; which, its listing says. */
  readonly figures: number;
  readonly sums: readonly SumChange[];
  readonly claims: readonly ClaimChange[];
  /** False: there was more than is kept; then `sums` and `claims` are empty. */
  readonly complete: boolean;
}

/** A figure of an earlier file, and what this file puts in its place. */
export interface RestatedFigure {
  /** The line of this file. */
  readonly line: number;
  readonly localDate: string;
  readonly startsAt: string;
  readonly segment: MeasuredSegment;
  /** The measure's code, or of a claimed figure the metric's. */
  readonly code: string;
  readonly claimed: boolean;
  readonly before: string;
  /** Null: this file leaves it blank. */
  readonly after: string | null;
  readonly beforeFileId: string;
  readonly beforeLine: number;
}

/**
 * What rows of one kind gain and lose: of one month by their date, grain, segment, and set of blank measures. A row whose
 * figures change leaves its kind with its old amounts and enters one with its new ones, so that sums over any measures can
 * be told from these.
 */
export interface SumChange {
  /** YYYY-MM, by the dates that the rows state. */
  readonly month: string;
  readonly grain: number;
  readonly segment: MeasuredSegment;
  /**
   * Of intervals: when they start, where so few rows change that each is kept, and of those so near a month's edge that their
   * month depends on the zone; null: they are of `month` in every zone.
   */
  readonly startsAt: string | null;
  /** Of days: which one, where so few rows change that each is kept; null: they are of `month`. */
  readonly localDate: string | null;
  /** `1` for each measure that is blank, by position; what lies beyond its end is blank. */
  readonly blank: string;
  readonly rows: number;
  /** Exact decimals by position, where they are not 0. */
  readonly amounts: Readonly<Record<string, string>>;
}

/** A claim as it would be newest. */
export interface ClaimChange {
  readonly metricCode: string;
  /** Null: the claim is taken back. */
  readonly value: string | null;
  readonly grain: number;
  readonly segment: MeasuredSegment;
  readonly localDate: string;
  readonly startsAt: string;
  readonly line: number;
}
