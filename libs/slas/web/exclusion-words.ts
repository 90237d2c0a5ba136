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
