import type { CutDimension, Standing } from '@plumbline/slas/schema';
import type { Texts } from '@plumbline/ui';

interface ResultWords {
  readonly loading: string;
  readonly results: string;
  readonly superseded: string;
  readonly figure: string;
  readonly explain: string;
  readonly agreed: string;
  readonly segment: string;
  readonly whole: string;
  readonly rows: string;
  readonly claimed: string;
  readonly claimedNote: string;
  readonly vendor: string;
  readonly interval: (low: string, high: string) => string;
  readonly breach: string;
  readonly trend: string;
  readonly history: string;
  readonly revision: (number: number) => string;
  readonly current: string;
  readonly cuts: string;
  readonly cutsNote: string;
  readonly by: string;
  readonly dimensions: Readonly<Record<CutDimension, string>>;
  readonly unsaid: string;
  readonly noCuts: string;
  readonly noCutsText: string;
  readonly cutColumns: {
    readonly name: string;
    readonly value: string;
    readonly state: string;
    readonly share: string;
    readonly difference: string;
    readonly standing: string;
    readonly rows: string;
  };
  readonly standings: Readonly<Record<Standing, string>>;
}

export const resultWords: Texts<ResultWords> = {
  en: {
    loading: 'Result',
    results: 'Results',
    superseded: 'A later revision has replaced this one.',
    figure: 'Figure',
    explain: 'Explain this figure',
    agreed: 'Agreed',
    segment: 'Part of the service',
    whole: 'All of it',
    rows: 'Rows counted',
    claimed: 'Claimed by the vendor',
    claimedNote: 'Stated without its counts: shown beside, decides nothing.',
    vendor: 'Vendor',
    interval: (low, high) => `95% interval ${low} to ${high}`,
    breach: 'Open the breach',
    trend: 'Window by window',
    history: 'History',
    revision: (number) => `Revision ${number}`,
    current: 'current',
    cuts: 'Cut by',
    cutsNote:
      'Analysis, not a verdict of the contract: the target was agreed for the whole. Behind or ahead only where chance does not explain the distance.',
    by: 'Dimension',
    dimensions: {
      line_of_business: 'Line of business',
      channel: 'Channel',
      queue: 'Queue',
      language: 'Language',
    },
    unsaid: 'Not said',
    noCuts: 'Nothing to cut',
    noCutsText: 'No row of this figure was counted.',
    cutColumns: {
      name: 'Part',
      value: 'Value',
      state: 'Against the target',
      share: 'Share of volume',
      difference: 'Against the whole',
      standing: 'Compared',
      rows: 'Rows',
    },
    standings: { ahead: 'Ahead', level: 'Level', behind: 'Behind', undecided: 'Not compared' },
  },
  es: {
    loading: 'Resultado',
    results: 'Resultados',
    superseded: 'Una revisión posterior la ha sustituido.',
    figure: 'Cifra',
    explain: 'Explicar esta cifra',
    agreed: 'Acordado',
    segment: 'Parte del servicio',
    whole: 'Todo',
    rows: 'Filas contadas',
    claimed: 'Declarado por el proveedor',
    claimedNote: 'Indicado sin sus recuentos: figura al lado, no decide nada.',
    vendor: 'Proveedor',
    interval: (low, high) => `Intervalo del 95 %: de ${low} a ${high}`,
    breach: 'Abrir el incumplimiento',
    trend: 'Ventana a ventana',
    history: 'Historial',
    revision: (number) => `Revisión ${number}`,
    current: 'vigente',
    cuts: 'Por partes',
    cutsNote:
      'Análisis, no un veredicto del contrato: el objetivo se acordó para el conjunto. Por detrás o por delante solo donde el azar no explica la distancia.',
    by: 'Dimensión',
    dimensions: {
      line_of_business: 'Línea de negocio',
      channel: 'Canal',
      queue: 'Cola',
      language: 'Idioma',
    },
    unsaid: 'Sin indicar',
    noCuts: 'Nada que dividir',
    noCutsText: 'No se contó ninguna fila de esta cifra.',
    cutColumns: {
      name: 'Parte',
      value: 'Valor',
      state: 'Frente al objetivo',
      share: 'Parte del volumen',
      difference: 'Frente al conjunto',
      standing: 'Comparación',
      rows: 'Filas',
    },
    standings: { ahead: 'Por delante', level: 'Igual', behind: 'Por detrás', undecided: 'Sin comparar' },
  },
};
