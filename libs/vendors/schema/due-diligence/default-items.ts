import type { TemplateItem } from './template';

type Written = Pick<TemplateItem, 'code' | 'title' | 'titleEs' | 'guidance' | 'guidanceEs'> &
  Partial<Pick<TemplateItem, 'applies' | 'gate' | 'askedOf'>>;

const written: readonly Written[] = [
  {
    code: 'baa_signed',
    title: 'Business associate agreement signed',
    titleEs: 'Acuerdo de asociado comercial (BAA) firmado',
    guidance: 'The agreement signed by both sides, with its date (45 CFR 164.504(e)).',
    guidanceEs: 'El acuerdo firmado por ambas partes, con su fecha (45 CFR 164.504(e)).',
    applies: { when: 'phi' },
  },
  {
    code: 'phi_access_decided',
    title: 'Access to PHI decided',
    titleEs: 'Acceso a datos de salud decidido',
    guidance:
      'Which protected health information the vendor sees, why that is the minimum, and who decided so.',
    guidanceEs: 'Qué datos de salud protegidos ve el proveedor, por qué es lo mínimo y quién lo decidió.',
    askedOf: 'insurer',
  },
  {
    code: 'background_checks',
    title: 'Background checks of agents attested',
    titleEs: 'Comprobación de antecedentes de los agentes acreditada',
    guidance: 'A signed statement that every agent passed a check before access, and how it is renewed.',
    guidanceEs: 'Declaración firmada de que cada agente la superó antes del acceso, y cómo se renueva.',
  },
  {
    code: 'data_residency',
    title: 'Data residency agreed',
    titleEs: 'Residencia de los datos acordada',
    guidance: 'Where recordings, transcripts and files are kept and processed, country by country.',
    guidanceEs: 'Dónde se guardan y tratan grabaciones, transcripciones y archivos, país por país.',
  },
  {
    code: 'iso_27001',
    title: 'ISO/IEC 27001 certificate or equivalent',
    titleEs: 'Certificado ISO/IEC 27001 o equivalente',
    guidance:
      'A valid certificate whose scope covers the sites that serve this plan; SOC 2 Type 2 or HITRUST count.',
    guidanceEs:
      'Certificado vigente cuyo alcance cubra los centros que atienden a este plan; SOC 2 tipo 2 o HITRUST sirven.',
    applies: { when: 'phi' },
  },
  {
    code: 'insurance',
    title: 'Certificates of insurance',
    titleEs: 'Certificados de seguro',
    guidance: 'Professional liability and cyber cover, with sums and last day of cover.',
    guidanceEs: 'Responsabilidad profesional y ciberseguro, con sumas y último día de cobertura.',
  },
  {
    code: 'continuity_plan',
    title: 'Continuity plan, and its last test',
    titleEs: 'Plan de continuidad y su última prueba',
    guidance: 'The plan with its recovery times, and the report of the last test (ISO 22301).',
    guidanceEs: 'El plan con sus tiempos de recuperación y el informe de la última prueba (ISO 22301).',
  },
  {
    code: 'language_access',
    title: 'Language and TTY access',
    titleEs: 'Acceso por idiomas y TTY',
    guidance: 'Languages served by people, interpreters for the others, TTY and relay numbers (45 CFR 92).',
    guidanceEs:
      'Idiomas atendidos por personas, intérpretes para los demás, números TTY y de retransmisión (45 CFR 92).',
    applies: { when: 'services', services: ['voice', 'chat', 'telephony'] },
  },
  {
    code: 'sanctions_screening',
    title: 'Sanctions and exclusion screening',
    titleEs: 'Verificación de sanciones y exclusiones',
    guidance: 'Company and owners against the OFAC and OIG exclusion lists, with the day of the search.',
    guidanceEs:
      'Empresa y propietarios contra las listas de OFAC y de exclusión de la OIG, con el día de la consulta.',
    askedOf: 'insurer',
  },
  {
    code: 'phi_returned',
    title: 'Certificate that PHI was returned or destroyed',
    titleEs: 'Certificado de devolución o destrucción de los datos de salud',
    guidance:
      'What was returned or destroyed, how and when, and what is lawfully kept (45 CFR 164.504(e)(2)(ii)(J)).',
    guidanceEs:
      'Qué se devolvió o destruyó, cómo y cuándo, y qué se conserva por ley (45 CFR 164.504(e)(2)(ii)(J)).',
    applies: { when: 'phi' },
    gate: 'ending',
  },
  {
    code: 'access_ended',
    title: 'Access to our systems ended',
    titleEs: 'Acceso a nuestros sistemas terminado',
    guidance: 'Accounts, keys, tunnels and badges of the vendor, each with the day it was closed.',
    guidanceEs: 'Cuentas, claves, túneles y tarjetas del proveedor, cada una con el día en que se cerró.',
    gate: 'ending',
    askedOf: 'insurer',
  },
  {
    code: 'surviving_obligations',
    title: 'Obligations that outlive the contract listed',
    titleEs: 'Obligaciones que sobreviven al contrato enumeradas',
    guidance: 'Confidentiality, retention, right to audit, indemnity: each with its clause and until when.',
    guidanceEs:
      'Confidencialidad, conservación, derecho de auditoría, indemnidad: cada una con su cláusula y plazo.',
    gate: 'ending',
    askedOf: 'insurer',
  },
];

/** What a new tenant asks of its vendors, until it says otherwise: data, which it may change like any later version. */
export const defaultItems: readonly TemplateItem[] = written.map((item) => ({
  applies: { when: 'always' },
  gate: 'activation',
  askedOf: 'vendor',
  ...item,
}));
