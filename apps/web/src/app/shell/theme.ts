import { Injectable, effect, signal } from '@angular/core';

export const themes = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themes)[number];

const place = 'plumbline-theme';

/** Light, dark, or as the system says; kept in this browser. */
@Injectable({ providedIn: 'root' })
export class Theme {
  readonly choice = signal<ThemeChoice>(read());

  constructor() {
    effect(() => {
      const choice = this.choice();
      if (choice === 'system') {
        document.documentElement.removeAttribute('data-theme');
        localStorage.removeItem(place);
      } else {
        document.documentElement.setAttribute('data-theme', choice);
        localStorage.setItem(place, choice);
      }
    });
  }
}

function read(): ThemeChoice {
  const kept = localStorage.getItem(place);
  return themes.find((theme) => theme === kept) ?? 'system';
}
