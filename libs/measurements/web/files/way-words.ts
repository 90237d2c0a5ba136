import { type Texts } from '@plumbline/ui';
import { type UploadWay } from '@plumbline/measurements/schema';

type Said = Readonly<Record<UploadWay, (name: string) => string>>;

/** Who sent a file, and by which way. */
export const wayWords: Texts<Said> = {
  en: {
    page: (name) => `${name}, on this page`,
    api: (name) => `${name}, by API key`,
    cli: (name) => `${name}, by command line`,
    sftp: (name) => `${name}, by SFTP`,
  },
  es: {
    page: (name) => `${name}, en esta página`,
    api: (name) => `${name}, con clave de API`,
    cli: (name) => `${name}, por línea de comandos`,
    sftp: (name) => `${name}, por SFTP`,
  },
};
