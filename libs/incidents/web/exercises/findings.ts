export interface Finding {
  readonly text: string;
  readonly action: string | null;
}

/** Findings as they are written down in an exercise: one a line, what follows from it after an arrow. */
export function findingsOf(lines: string): Finding[] {
  return linesOf(lines).map((line) => {
    const [text = '', ...rest] = line.split(/\s*(?:->|→)\s*/);
    const action = rest.join(' → ').trim();
    return { text: text.trim(), action: action === '' ? null : action };
  });
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
