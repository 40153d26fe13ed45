import type { Translation } from '../words.ts';
import type { SaveWords } from './en-save.ts';

export const words: Translation<SaveWords> = {
  save: 'Guardar Cash App Pay',
  hint: 'Lo aprueba en Cash App.',
  'terms.off_session':
    'Al continuar, autoriza a {business} a hacer cargos en su cuenta de Cash App por pagos futuros de acuerdo con las {terms}, hasta que se revoque esta autorización. Puede revocarla en cualquier momento en los ajustes de Cash App.',
  'terms.on_session':
    'Al continuar, autoriza a {business} a hacer cargos en su cuenta de Cash App por los pagos que usted realice de acuerdo con las {terms}, hasta que se revoque esta autorización. Puede revocarla en cualquier momento en los ajustes de Cash App.',
  termsOf: 'condiciones de {business}',
  another: 'Guardar otra cuenta de Cash App',
  tryAgain: 'Reintentar',
  checkAgain: 'Comprobar de nuevo',
  loading: 'Cargando…',
  opening: 'Preparando…',
  'place.dialog': 'Escanee el código con su teléfono para continuar en Cash App.',
  'place.cashapp': 'Continúe en Cash App.',
  'place.here': 'Escanee el código con la cámara de su teléfono o con Cash App.',
  confirming: 'Comprobando con Cash App…',
  pending: 'Cash App todavía no lo ha confirmado. Puede tardar unos minutos y continúa sin esta página.',
  saved: 'Cash App Pay está guardado.',
  termsChanged: 'Las condiciones han cambiado. Léalas y pulse de nuevo el botón.',
  qrCode: 'Código QR de Cash App',
  newCodeIn: 'Nuevo código en {seconds} s',
  notDrawn: 'El código no se puede mostrar aquí.',
  onThisDevice: 'Abrir Cash App en este dispositivo',
  cancel: 'Cancelar',
};
