import { Injectable, signal } from '@angular/core';

export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly kind: 'done' | 'problem';
  readonly link?: { readonly text: string; readonly to: readonly string[] };
}

const shownForMs = 8_000;

/**
 * What ended, said once and aloud: `notices.done('Published March for 3 vendors.')`. A notice of something done goes
 * away by itself; a problem stays until it is closed. Problems of a page or form are shown there, not here.
 */
@Injectable({ providedIn: 'root' })
export class Notices {
  private made = 0;
  private readonly list = signal<readonly Notice[]>([]);
  readonly shown = this.list.asReadonly();

  done(text: string, link?: Notice['link']): void {
    const notice = this.add({ text, kind: 'done', ...(link ? { link } : {}) });
    setTimeout(() => this.close(notice.id), shownForMs);
  }

  problem(text: string): void {
    this.add({ text, kind: 'problem' });
  }

  close(id: number): void {
    this.list.update((all) => all.filter((each) => each.id !== id));
  }

  private add(notice: Omit<Notice, 'id'>): Notice {
    const made = { ...notice, id: (this.made += 1) };
    this.list.update((all) => [...all.slice(-3), made]);
    return made;
  }
}
