import type { Translation } from '../words.ts';
import type { ErrorWords } from './en-errors.ts';

export const words: Translation<ErrorWords> = {
  retry: 'Se ha producido un error. Inténtelo de nuevo.',
  busy: 'Hay mucha actividad en este momento. Inténtelo de nuevo en un minuto.',
  offline: 'No hay conexión. Compruebe que está en línea e inténtelo de nuevo.',
  timeout: 'Está tardando demasiado. Inténtelo de nuevo.',
  signedOut: 'No se ha podido confirmar su sesión. Recargue la página o vuelva a iniciar sesión.',
  notSetUp: 'Esto no funciona en esta página por el momento. Póngase en contacto con el servicio de asistencia.',
  refused: 'No puede hacer esto aquí. Póngase en contacto con el servicio de asistencia.',
  disconnected: 'Su cuenta de Stripe ya no está conectada. Póngase en contacto con el servicio de asistencia.',
  tooOften: 'El enlace a Stripe ha caducado varias veces. Espere unos minutos y continúe con el botón.',
  beingCreated: 'Su cuenta se está creando. Inténtelo de nuevo en un momento.',
  scriptMissing:
    'No se ha podido cargar Stripe. Compruebe su conexión, permita Stripe en los bloqueadores de contenido e inténtelo de nuevo.',
  bankInactive: 'El banco ya no da acceso a esta cuenta. Vincúlela de nuevo.',
  bankDisconnected: 'Esta cuenta bancaria ya no está vinculada.',
  notShared: 'Esto no se ha compartido.',
  notYet: 'Esto se acaba de actualizar. Inténtelo de nuevo más tarde.',
  declined: 'Cash App no lo ha autorizado. Puede intentarlo de nuevo.',
  expired: 'Se ha agotado el tiempo para autorizarlo en Cash App. Puede intentarlo de nuevo.',
  methodGone: 'Este método de pago ya no está guardado.',
  notReady: 'Todavía no se puede comprar aquí.',
  notPaid: 'El pago no se ha realizado. Puede intentarlo de nuevo.',
  accountFirst: 'Configure primero las transferencias y después vuelva aquí.',
};
