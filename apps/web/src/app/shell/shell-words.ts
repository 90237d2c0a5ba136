import { type Texts } from '@plumbline/ui';

interface ShellWords {
  readonly skip: string;
  readonly navigation: string;
  readonly openNavigation: string;
  readonly collapse: string;
  readonly expand: string;
  readonly today: string;
  readonly search: string;
  readonly shortcuts: string;
  readonly tenant: string;
  readonly switchTenant: string;
  readonly person: string;
  readonly theme: string;
  readonly themes: { readonly system: string; readonly light: string; readonly dark: string };
  readonly language: string;
  readonly browserLanguage: string;
  readonly languageFailed: string;
  readonly bellFailed: string;
  readonly signOut: string;
  readonly signOutFailed: string;
}

export const shellWords: Texts<ShellWords> = {
  en: {
    skip: 'Skip to the page',
    navigation: 'Main',
    openNavigation: 'Navigation',
    collapse: 'Show icons only',
    expand: 'Show names',
    today: 'Today',
    search: 'Search or go to',
    shortcuts: 'Keyboard shortcuts',
    tenant: 'Insurer',
    switchTenant: 'Other insurers',
    person: 'Account',
    theme: 'Theme',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    language: 'Language',
    browserLanguage: 'As the browser',
    languageFailed: 'The language was not changed: the server did not answer. Try again.',
    bellFailed: 'The bell could not be fetched. What you were told stands under Notifications.',
    signOut: 'Sign out',
    signOutFailed: 'You are still signed in: the server did not answer. Try again.',
  },
  es: {
    skip: 'Ir a la página',
    navigation: 'Principal',
    openNavigation: 'Navegación',
    collapse: 'Mostrar solo iconos',
    expand: 'Mostrar nombres',
    today: 'Hoy',
    search: 'Buscar o ir a',
    shortcuts: 'Atajos de teclado',
    tenant: 'Aseguradora',
    switchTenant: 'Otras aseguradoras',
    person: 'Cuenta',
    theme: 'Tema',
    themes: { system: 'Como el sistema', light: 'Claro', dark: 'Oscuro' },
    language: 'Idioma',
    browserLanguage: 'Como el navegador',
    languageFailed: 'El idioma no cambió: el servidor no respondió. Inténtelo de nuevo.',
    bellFailed: 'No se pudo cargar la campana. Lo que se le comunicó está en Avisos.',
    signOut: 'Cerrar sesión',
    signOutFailed: 'Su sesión sigue abierta: el servidor no respondió. Inténtelo de nuevo.',
  },
};
