import type { Translation } from '../words.ts';
import type { SaveWords } from './en-save.ts';

export const words: Translation<SaveWords> = {
  save: 'Enregistrer Cash App Pay',
  hint: 'Vous donnez votre accord dans Cash App.',
  'terms.off_session':
    'En continuant, vous autorisez {business} à débiter votre compte Cash App pour des paiements futurs, conformément aux {terms}, jusqu’à la révocation de cette autorisation. Vous pouvez la révoquer à tout moment dans les réglages de Cash App.',
  'terms.on_session':
    'En continuant, vous autorisez {business} à débiter votre compte Cash App pour les paiements que vous effectuez, conformément aux {terms}, jusqu’à la révocation de cette autorisation. Vous pouvez la révoquer à tout moment dans les réglages de Cash App.',
  termsOf: 'conditions de {business}',
  another: 'Enregistrer un autre compte Cash App',
  tryAgain: 'Réessayer',
  checkAgain: 'Vérifier à nouveau',
  loading: 'Chargement…',
  opening: 'Préparation…',
  'place.dialog': 'Scannez le code avec votre téléphone pour continuer dans Cash App.',
  'place.cashapp': 'Continuez dans Cash App.',
  'place.here': 'Scannez le code avec l’appareil photo de votre téléphone ou avec Cash App.',
  confirming: 'Vérification auprès de Cash App…',
  pending:
    'Cash App n’a pas encore confirmé. Cela peut prendre quelques minutes et se poursuit même si vous quittez cette page.',
  saved: 'Cash App Pay est enregistré.',
  termsChanged: 'Les conditions ont changé. Veuillez les lire, puis appuyer à nouveau sur le bouton.',
  qrCode: 'QR code Cash App',
  newCodeIn: 'Nouveau code dans {seconds} s',
  notDrawn: 'Le code ne peut pas être affiché ici.',
  onThisDevice: 'Ouvrir Cash App sur cet appareil',
  cancel: 'Annuler',
};
