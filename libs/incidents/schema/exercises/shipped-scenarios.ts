import type { ScenarioTerms } from './exercise';

export interface ShippedScenario {
  readonly code: string;
  readonly terms: ScenarioTerms;
}

/** The two tabletops that every programme names (K7). */
export const shippedScenarios: readonly ShippedScenario[] = [
  {
    code: 'lost-laptop',
    terms: {
      title: 'Lost laptop with PHI',
      titleEs: 'Portátil perdido con datos de salud',
      story:
        'An agent who works from home reports that a laptop with a week of exported call notes was left on a train. Nobody knows yet whether its disk was encrypted.',
      storyEs:
        'Un agente que trabaja desde casa informa de que olvidó en un tren un portátil con una semana de notas de llamadas exportadas. Nadie sabe aún si el disco estaba cifrado.',
      service: 'voice',
      phi: 'yes',
      severity: 'high',
      injects: [
        {
          afterMinutes: 60,
          text: 'IT says that disk encryption was switched off in January to repair the device.',
          textEs: 'TI dice que el cifrado del disco se desactivó en enero para reparar el equipo.',
        },
        {
          afterMinutes: 240,
          text: 'A member calls: somebody knew the details of her claim.',
          textEs: 'Llama una afiliada: alguien conocía los detalles de su reclamación.',
        },
      ],
    },
  },
  {
    code: 'misdirected-eob',
    terms: {
      title: 'Misdirected EOB mail',
      titleEs: 'Explicaciones de beneficios enviadas a direcciones equivocadas',
      story:
        'A mailing of explanations of benefits went out with addresses shifted by one row. The first members call about letters that are not theirs.',
      storyEs:
        'Un envío de explicaciones de beneficios salió con las direcciones corridas una fila. Los primeros afiliados llaman por cartas que no son suyas.',
      service: 'mail',
      phi: 'yes',
      severity: 'high',
      injects: [
        {
          afterMinutes: 30,
          text: 'The print shop says that 4,200 letters were handed to the post.',
          textEs: 'La imprenta dice que entregó 4.200 cartas al correo.',
        },
        {
          afterMinutes: 180,
          text: 'A reporter asks for a statement.',
          textEs: 'Un periodista pide una declaración.',
        },
      ],
    },
  },
];
