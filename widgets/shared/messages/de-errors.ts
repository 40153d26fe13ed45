import type { Translation } from '../words.ts';
import type { ErrorWords } from './en-errors.ts';

export const words: Translation<ErrorWords> = {
  retry: 'Etwas ist schiefgegangen. Bitte versuchen Sie es erneut.',
  busy: 'Im Moment ist sehr viel los. Bitte versuchen Sie es in einer Minute erneut.',
  offline: 'Keine Verbindung. Prüfen Sie, ob Sie online sind, und versuchen Sie es erneut.',
  timeout: 'Das dauert zu lange. Bitte versuchen Sie es erneut.',
  signedOut: 'Ihre Anmeldung konnte nicht bestätigt werden. Laden Sie die Seite neu oder melden Sie sich wieder an.',
  notSetUp: 'Das funktioniert auf dieser Seite gerade nicht. Bitte wenden Sie sich an den Support.',
  refused: 'Das ist Ihnen hier nicht möglich. Bitte wenden Sie sich an den Support.',
  disconnected: 'Ihr Stripe-Konto ist nicht mehr verbunden. Bitte wenden Sie sich an den Support.',
  tooOften:
    'Der Link zu Stripe ist mehrmals abgelaufen. Warten Sie ein paar Minuten und fahren Sie dann mit dem Button fort.',
  beingCreated: 'Ihr Konto wird gerade angelegt. Bitte versuchen Sie es gleich noch einmal.',
  scriptMissing:
    'Stripe konnte nicht geladen werden. Prüfen Sie Ihre Verbindung, lassen Sie Stripe in Inhaltsblockern zu und versuchen Sie es erneut.',
  bankInactive: 'Die Bank gewährt keinen Zugriff mehr auf dieses Konto. Verknüpfen Sie es erneut.',
  bankDisconnected: 'Dieses Bankkonto ist nicht mehr verknüpft.',
  notShared: 'Das wurde nicht freigegeben.',
  notYet: 'Das wurde gerade erst aktualisiert. Bitte versuchen Sie es später erneut.',
  declined: 'Cash App hat das nicht genehmigt. Sie können es erneut versuchen.',
  expired: 'Die Zeit für die Genehmigung in Cash App ist abgelaufen. Sie können es erneut versuchen.',
  methodGone: 'Diese Zahlungsmethode ist nicht mehr gespeichert.',
  notReady: 'Das kann hier noch nicht gekauft werden.',
  notPaid: 'Die Zahlung ist fehlgeschlagen. Sie können es erneut versuchen.',
  accountFirst: 'Richten Sie zuerst Auszahlungen ein und kommen Sie dann hierher zurück.',
};
