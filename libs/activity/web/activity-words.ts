import type { Texts } from '@plumbline/ui';

/** What the log's actions are called; one that is missing here shows as it is written. */
export const actionWords: Texts<Readonly<Record<string, string>>> = {
  en: {
    'signed-in': 'Signed in',
    'signed-out': 'Signed out',
    'sign-in-refused': 'Sign-in refused',
    'second-factor-set-up': 'Set up the second factor',
    'password-reset': 'Reset the password',
    'access-denied': 'Was denied',
    'person-invited': 'Invited somebody',
    'invitation-revoked': 'Took an invitation back',
    'membership-began': 'Membership began',
    'membership-ended': 'Ended a membership',
    'role-changed': 'Changed a role',
    'api-key-made': 'Made an API key',
    'api-key-revoked': 'Revoked an API key',
    'activity-log-exported': 'Exported the activity log',
  },
  es: {
    'signed-in': 'Inició sesión',
    'signed-out': 'Cerró sesión',
    'sign-in-refused': 'Inicio de sesión rechazado',
    'second-factor-set-up': 'Configuró el segundo factor',
    'password-reset': 'Restableció la contraseña',
    'access-denied': 'Se le denegó',
    'person-invited': 'Invitó a alguien',
    'invitation-revoked': 'Retiró una invitación',
    'membership-began': 'Empezó una pertenencia',
    'membership-ended': 'Terminó una pertenencia',
    'role-changed': 'Cambió una función',
    'api-key-made': 'Creó una clave de API',
    'api-key-revoked': 'Revocó una clave de API',
    'activity-log-exported': 'Exportó el registro de actividad',
  },
};
