import type { Scenario } from '@plumbline/incidents/schema';
import { languageOf } from '@plumbline/ui';

/** A scenario in the reader's language. */
export function scenarioSaid({ terms }: Scenario, locale: string) {
  const spanish = languageOf(locale) === 'es';
  return {
    title: spanish ? terms.titleEs : terms.title,
    story: spanish ? terms.storyEs : terms.story,
    injects: terms.injects.map(({ afterMinutes, text, textEs }) => ({
      afterMinutes,
      text: spanish ? textEs : text,
    })),
  };
}
