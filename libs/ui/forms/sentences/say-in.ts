/** Sentences of fields in English, and what they are in another language; values are `{0}`, `{1}` in both. */
export type Sentences = Readonly<Record<string, string>>;

const place = /\{(\d+)\}/g;

/**
 * Says sentences by a table; one that is not in it stays as it is. What stands for a value is said by the table as well, for
 * values that are words: “expected a number that is {0}”.
 */
export function sayIn(table: Sentences): (sentence: string) => string {
  const patterns = Object.entries(table)
    .filter(([english]) => english.search(place) >= 0)
    .map(([english, other]) => ({ ...patternOf(english), other }))
    // the one that says most itself is the one that was meant
    .sort((a, b) => b.words - a.words);

  function say(sentence: string): string {
    const exact = Object.hasOwn(table, sentence) ? table[sentence] : undefined;
    if (exact !== undefined) return exact;
    for (const { pattern, order, other } of patterns) {
      const values = pattern.exec(sentence)?.slice(1);
      if (values) return other.replace(place, (_, at: string) => say(values[order.indexOf(at)] ?? ''));
    }
    return sentence;
  }

  return say;
}

function patternOf(english: string): { pattern: RegExp; order: readonly string[]; words: number } {
  const parts = english.split(place);
  const words = parts.filter((_, at) => at % 2 === 0);
  return {
    pattern: new RegExp(`^${words.map(literally).join('(.+?)')}$`, 's'),
    order: parts.filter((_, at) => at % 2 === 1),
    words: words.join('').length,
  };
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
