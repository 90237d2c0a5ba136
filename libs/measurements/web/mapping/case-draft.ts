import { type CaseTerms, type CaseTimeUnit } from '@plumbline/measurements/schema';

/** How cases are counted, as the form holds it: every part a control may show, blank until somebody says it. */
export interface CaseDraft {
  closeAmount: string;
  closeUnit: CaseTimeUnit;
  acknowledgeAmount: string;
  acknowledgeUnit: CaseTimeUnit;
  /** `<calendar id>/<version>`. */
  calendar: string;
  openedWhenClosed: CaseTerms['openedWhenClosed'];
  severalVendors: CaseTerms['severalVendors'];
}

export const blankCases: CaseDraft = {
  closeAmount: '',
  closeUnit: 'businessDays',
  acknowledgeAmount: '',
  acknowledgeUnit: 'businessDays',
  calendar: '',
  openedWhenClosed: 'count',
  severalVendors: 'refuse',
};

export function draftOfCases({
  close,
  acknowledge,
  calendar,
  openedWhenClosed,
  severalVendors,
}: CaseTerms): CaseDraft {
  return {
    closeAmount: String(close.amount),
    closeUnit: close.unit,
    acknowledgeAmount: acknowledge ? String(acknowledge.amount) : '',
    acknowledgeUnit: acknowledge?.unit ?? blankCases.acknowledgeUnit,
    calendar: calendar ? calendarValue(calendar.calendarId, calendar.number) : '',
    openedWhenClosed,
    severalVendors,
  };
}

/** As the schema wants it; what is blank stays blank, for the schema to refuse. */
export function casesOfDraft(draft: CaseDraft, acknowledges: boolean): unknown {
  const [calendarId, number] = draft.calendar.split('/');
  return {
    close: { amount: amountOf(draft.closeAmount), unit: draft.closeUnit },
    ...(acknowledges && {
      acknowledge: { amount: amountOf(draft.acknowledgeAmount), unit: draft.acknowledgeUnit },
    }),
    ...(usesCalendar(draft, acknowledges) &&
      draft.calendar !== '' && { calendar: { calendarId, number: Number(number) } }),
    openedWhenClosed: draft.openedWhenClosed,
    severalVendors: draft.severalVendors,
  };
}

export function usesCalendar({ closeUnit, acknowledgeUnit }: CaseDraft, acknowledges: boolean): boolean {
  return closeUnit === 'businessDays' || (acknowledges && acknowledgeUnit === 'businessDays');
}

export function calendarValue(id: string, number: number): string {
  return `${id}/${number}`;
}

/** Which control a path below `cases` means. */
export function casesPath(path: readonly (string | number)[]): readonly (string | number)[] {
  const [first, part] = path;
  switch (first) {
    case undefined:
      return ['holds'];
    case 'close':
    case 'acknowledge':
      return ['cases', `${first}${part === 'unit' ? 'Unit' : 'Amount'}`];
    default:
      return ['cases', first];
  }
}

function amountOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}
