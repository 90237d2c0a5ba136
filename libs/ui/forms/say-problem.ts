import { Injectable, PendingTasks, effect, inject, signal, untracked } from '@angular/core';
import { languageOf } from '../i18n/language';
import { Reader } from '../i18n/reader';

/**
 * What is wrong with a field, in the reader's language. Whoever finds it (schema, engine, server) says it in English; the
 * sentence itself is looked up, so that one that is shown changes with the language and needs no second check. The Spanish
 * sentences are loaded for those who read Spanish, and only for them.
 */
@Injectable({ providedIn: 'root' })
export class ProblemSentences {
  private readonly reader = inject(Reader);
  private readonly tasks = inject(PendingTasks);
  private readonly spanish = signal<((sentence: string) => string) | null>(null);

  constructor() {
    effect(() => {
      if (this.language() === 'es' && untracked(this.spanish) === null) this.tasks.run(() => this.load());
    });
  }

  say(sentence: string): string {
    return this.language() === 'es' ? (this.spanish()?.(sentence) ?? sentence) : sentence;
  }

  private language() {
    return languageOf(this.reader.locale());
  }

  private async load(): Promise<void> {
    const { sayInSpanish } = await import('./sentences/index');
    this.spanish.set(sayInSpanish);
  }
}

/** For components: `readonly say = sayProblem();`. What is in the reader's language already stays as it is. */
export function sayProblem(): (sentence: string) => string {
  const sentences = inject(ProblemSentences);
  return (sentence) => sentences.say(sentence);
}
