import type { Translation } from '../words.ts';
import type { SaveWords } from './en-save.ts';

export const words: Translation<SaveWords> = {
  save: 'Cash App Pay speichern',
  hint: 'Sie genehmigen das in Cash App.',
  'terms.off_session':
    'Indem Sie fortfahren, ermächtigen Sie {business}, Ihr Cash-App-Konto für künftige Zahlungen gemäß den {terms} zu belasten, bis diese Ermächtigung widerrufen wird. Sie können sie jederzeit in Ihren Cash-App-Einstellungen widerrufen.',
  'terms.on_session':
    'Indem Sie fortfahren, ermächtigen Sie {business}, Ihr Cash-App-Konto für Zahlungen, die Sie vornehmen, gemäß den {terms} zu belasten, bis diese Ermächtigung widerrufen wird. Sie können sie jederzeit in Ihren Cash-App-Einstellungen widerrufen.',
  termsOf: 'Bedingungen von {business}',
  another: 'Weiteres Cash-App-Konto speichern',
  tryAgain: 'Erneut versuchen',
  checkAgain: 'Erneut prüfen',
  loading: 'Wird geladen …',
  opening: 'Wird vorbereitet …',
  'place.dialog': 'Scannen Sie den Code mit Ihrem Telefon, um in Cash App fortzufahren.',
  'place.cashapp': 'Fahren Sie in Cash App fort.',
  'place.here': 'Scannen Sie den Code mit der Kamera Ihres Telefons oder mit Cash App.',
  confirming: 'Wird bei Cash App geprüft …',
  pending:
    'Cash App hat das noch nicht bestätigt. Es kann ein paar Minuten dauern und läuft auch ohne diese Seite weiter.',
  saved: 'Cash App Pay ist gespeichert.',
  termsChanged: 'Die Bedingungen haben sich geändert. Bitte lesen Sie sie und drücken Sie dann erneut auf den Button.',
  qrCode: 'QR-Code von Cash App',
  newCodeIn: 'Neuer Code in {seconds} s',
  notDrawn: 'Der Code kann hier nicht angezeigt werden.',
  onThisDevice: 'Cash App auf diesem Gerät öffnen',
  cancel: 'Abbrechen',
};
