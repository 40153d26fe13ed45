import type { SaveWords } from './en-save.ts';

export const frSave: SaveWords = {
  save: 'Enregistrer Cash App Pay',
  hint: 'Vous donnez votre accord dans Cash App.',
  terms: (business, usage) => [
    `En continuant, vous autorisez ${business} à débiter votre compte Cash App pour ${usage === 'off_session' ? 'des paiements futurs' : 'les paiements que vous effectuez'}, conformément aux `,
    `conditions de ${business}`,
    ', jusqu’à la révocation de cette autorisation. Vous pouvez la révoquer à tout moment dans les réglages de Cash App.',
  ],
  another: 'Enregistrer un autre compte Cash App',
  tryAgain: 'Réessayer',
  checkAgain: 'Vérifier à nouveau',
  loading: 'Chargement…',
  opening: 'Préparation…',
  places: {
    dialog: 'Scannez le code avec votre téléphone pour continuer dans Cash App.',
    cashapp: 'Continuez dans Cash App.',
    here: 'Scannez le code avec l’appareil photo de votre téléphone ou avec Cash App.',
  },
  confirming: 'Vérification auprès de Cash App…',
  pending:
    'Cash App n’a pas encore confirmé. Cela peut prendre quelques minutes et se poursuit même si vous quittez cette page.',
  saved: 'Cash App Pay est enregistré.',
  termsChanged: 'Les conditions ont changé. Veuillez les lire, puis appuyer à nouveau sur le bouton.',
  qrCode: 'QR code Cash App',
  newCodeIn: (seconds) => `Nouveau code dans ${seconds} s`,
  notDrawn: 'Le code ne peut pas être affiché ici.',
  onThisDevice: 'Ouvrir Cash App sur cet appareil',
  cancel: 'Annuler',
};
