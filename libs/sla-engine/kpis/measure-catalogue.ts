/** Something a KPI file can report per interval: a count, or a sum of seconds (semantics rule 13). */
export interface Measure {
  readonly code: string;
  readonly unit: 'count' | 'seconds';
  readonly label: { readonly en: string; readonly es: string };
  /** Calls abandoned before the short-abandon limit are among those counted here. */
  readonly countsShortAbandons: boolean;
}

function count(code: string, en: string, es: string): Measure {
  return { code, unit: 'count', label: { en, es }, countsShortAbandons: false };
}

function countWithShortAbandons(code: string, en: string, es: string): Measure {
  return { ...count(code, en, es), countsShortAbandons: true };
}

function seconds(code: string, en: string, es: string): Measure {
  return { code, unit: 'seconds', label: { en, es }, countsShortAbandons: false };
}

/**
 * The measures the default metrics draw on. Codes are stable for good: mappings, files and definitions refer to
 * them. "Threshold" is the answer threshold of the metric version that reads the measure.
 */
export const measureCatalogue: readonly Measure[] = [
  countWithShortAbandons('offered', 'Calls offered', 'Llamadas ofrecidas'),
  count('answered', 'Calls answered', 'Llamadas atendidas'),
  count(
    'answered_within_threshold',
    'Calls answered within threshold',
    'Llamadas atendidas dentro del umbral',
  ),
  countWithShortAbandons('abandoned', 'Calls abandoned', 'Llamadas abandonadas'),
  countWithShortAbandons(
    'abandoned_within_threshold',
    'Calls abandoned within threshold',
    'Llamadas abandonadas dentro del umbral',
  ),
  count(
    'abandoned_after_threshold',
    'Calls abandoned after threshold',
    'Llamadas abandonadas después del umbral',
  ),
  countWithShortAbandons('short_abandoned', 'Calls abandoned shortly', 'Llamadas abandonadas de inmediato'),
  count('flowed_out', 'Calls that left for another queue', 'Llamadas desviadas a otra cola'),
  count('callbacks_offered', 'Callbacks offered', 'Devoluciones de llamada ofrecidas'),
  count('callbacks_within_threshold', 'Callbacks made in time', 'Devoluciones de llamada hechas a tiempo'),
  seconds('wait_seconds', 'Seconds waited until answered', 'Segundos de espera hasta la atención'),

  count('handled', 'Contacts handled', 'Contactos gestionados'),
  seconds('handle_seconds', 'Seconds of handling', 'Segundos de gestión'),
  seconds('talk_seconds', 'Seconds of talk', 'Segundos de conversación'),
  seconds('hold_seconds', 'Seconds on hold', 'Segundos en retención'),
  seconds('wrap_seconds', 'Seconds of wrap-up', 'Segundos de cierre'),
  seconds('available_seconds', 'Seconds waiting for a contact', 'Segundos a la espera de un contacto'),
  seconds('logged_seconds', 'Seconds logged in', 'Segundos conectados'),
  seconds('paid_seconds', 'Seconds paid', 'Segundos pagados'),
  seconds('productive_seconds', 'Seconds at work with contacts', 'Segundos productivos'),
  count('transfers_warm', 'Warm transfers', 'Transferencias asistidas'),
  count('transfers_cold', 'Cold transfers', 'Transferencias sin asistencia'),

  count('chats_offered', 'Chats offered', 'Chats ofrecidos'),
  count('chats_answered_within_60s', 'Chats answered within 60 s', 'Chats atendidos en 60 s'),
  count('chats_answered_within_60m', 'Chats picked up in under 60 min', 'Chats atendidos en menos de 60 min'),
  count('messages', 'Portal messages received', 'Mensajes del portal recibidos'),
  count(
    'messages_within_24h',
    'Portal messages answered within 24 h',
    'Mensajes del portal respondidos en 24 h',
  ),

  count('fcr_contacts', 'Contacts eligible for resolution', 'Contactos susceptibles de resolución'),
  count('fcr_resolved', 'Contacts resolved the first time', 'Contactos resueltos a la primera'),
  count(
    'fcr_not_resolvable',
    'Contacts that cannot be resolved the first time',
    'Contactos no resolubles a la primera',
  ),
  count(
    'fcr_repeats',
    'Resolved contacts that came back in the repeat window',
    'Contactos resueltos que se repitieron',
  ),

  count('qa_disclosure_samples', 'Disclosures reviewed', 'Avisos legales revisados'),
  count('qa_disclosure_passes', 'Disclosures correct', 'Avisos legales correctos'),
  count('qa_authentication_samples', 'HIPAA authentications reviewed', 'Autenticaciones HIPAA revisadas'),
  count('qa_authentication_passes', 'HIPAA authentications correct', 'Autenticaciones HIPAA correctas'),
  count('qa_documentation_samples', 'Documentation reviewed', 'Documentación revisada'),
  count('qa_documentation_passes', 'Documentation correct', 'Documentación correcta'),
  count('qa_empathy_samples', 'Contacts reviewed for empathy', 'Contactos revisados por empatía'),
  count('qa_empathy_passes', 'Contacts with empathy', 'Contactos con empatía'),
  count('qa_clarity_samples', 'Contacts reviewed for clarity', 'Contactos revisados por claridad'),
  count('qa_clarity_passes', 'Clear contacts', 'Contactos claros'),
  count('qa_samples', 'Contacts reviewed', 'Contactos revisados'),
  count('qa_critical_errors', 'Contacts with a critical error', 'Contactos con un error crítico'),

  count('csat_responses', 'Satisfaction answers', 'Respuestas de satisfacción'),
  count('csat_top2', 'Satisfaction answers in the top two boxes', 'Respuestas en las dos mejores casillas'),
  count('nps_responses', 'Recommendation answers', 'Respuestas de recomendación'),
  count('nps_promoters', 'Promoters (9 or 10)', 'Promotores (9 o 10)'),
  count('nps_detractors', 'Detractors (0 to 6)', 'Detractores (0 a 6)'),

  count('complaints_due_ack', 'Complaints due for acknowledgement', 'Reclamaciones con acuse por vencer'),
  count('complaints_ack_in_time', 'Complaints acknowledged in time', 'Reclamaciones con acuse a tiempo'),
  count('complaints_due_close', 'Complaints due for closure', 'Reclamaciones con cierre por vencer'),
  count('complaints_closed_in_time', 'Complaints closed in time', 'Reclamaciones cerradas a tiempo'),

  count('interpreters_requested', 'Interpreters requested', 'Intérpretes solicitados'),
  count('interpreters_in_time', 'Interpreters connected in time', 'Intérpretes conectados a tiempo'),
  count('tty_offered', 'TTY and relay calls offered', 'Llamadas TTY y de retransmisión ofrecidas'),
  count(
    'tty_answered_within_threshold',
    'TTY and relay calls answered within threshold',
    'Llamadas TTY atendidas a tiempo',
  ),
  count('reports_due', 'Reports due', 'Informes exigibles'),
  count('reports_on_time', 'Reports received on time', 'Informes recibidos a tiempo'),

  // counted by the day of closing; what is due in a window is counted above (semantics rule 18)
  count('cases_closed', 'Cases closed', 'Casos cerrados'),
  count(
    'cases_closed_in_time',
    'Cases closed in time, of those closed',
    'Casos cerrados a tiempo, de los cerrados',
  ),
];
