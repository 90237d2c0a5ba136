/** The words of exclusions and waivers, wherever one is shown. */
export const exclusionWords = {
  en: {
    kinds: {
      client_outage: 'Outage of the insurer',
      beyond_forecast: 'Volume beyond the forecast band',
      force_majeure: 'Force majeure',
      other: 'Other, by clause',
    },
    effects: { exclude: 'Exclusion', waive: 'Waiver' },
    states: { requested: 'To be decided', approved: 'Approved', declined: 'Declined' },
  },
  es: {
    kinds: {
      client_outage: 'Caída de la aseguradora',
      beyond_forecast: 'Volumen fuera de la banda prevista',
      force_majeure: 'Fuerza mayor',
      other: 'Otro, por cláusula',
    },
    effects: { exclude: 'Exclusión', waive: 'Dispensa' },
    states: { requested: 'Por decidir', approved: 'Aprobada', declined: 'Rechazada' },
  },
};

/** `1,250 offered, 300 abandoned`: what is stated of each measure, those of which nothing is left out. */
export function unitsText(amounts: Readonly<Record<string, string>>, locale: string): string {
  // texts of exact decimals, which the formatter takes as they are
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  return Object.entries(amounts)
    .filter(([, amount]) => /[1-9]/.test(amount))
    .map(([code, amount]) => `${format.format(amount as `${number}`)} ${code}`)
    .join(', ');
}
