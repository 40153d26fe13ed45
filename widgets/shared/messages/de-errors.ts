import type { Translation } from '../words.ts';
import type { ErrorWords } from './en-errors.ts';

export const words: Translation<ErrorWords> = {
  retry: 'Une erreur est survenue. Veuillez réessayer.',
  busy: 'Le service est très demandé. Veuillez réessayer dans une minute.',
  offline: 'Pas de connexion. Vérifiez que vous êtes en ligne et réessayez.',
  timeout: 'La réponse tarde trop. Veuillez réessayer.',
  signedOut: 'Votre session n’a pas pu être confirmée. Rechargez la page ou reconnectez-vous.',
  notSetUp: 'Cette page ne fonctionne pas pour le moment. Veuillez contacter l’assistance.',
  refused: 'Vous ne pouvez pas faire cela ici. Veuillez contacter l’assistance.',
  disconnected: 'Votre compte Stripe n’est plus connecté. Veuillez contacter l’assistance.',
  tooOften: 'Le lien vers Stripe a expiré plusieurs fois. Attendez quelques minutes, puis continuez avec le bouton.',
  beingCreated: 'Votre compte est en cours de création. Veuillez réessayer dans un instant.',
  scriptMissing:
    'Stripe n’a pas pu être chargé. Vérifiez votre connexion, autorisez Stripe dans tout bloqueur et réessayez.',
  bankInactive: 'La banque ne donne plus accès à ce compte. Associez-le de nouveau.',
  bankDisconnected: 'Ce compte bancaire n’est plus associé.',
  notShared: 'Ces données ne sont pas partagées.',
  notYet: 'La mise à jour vient d’avoir lieu. Veuillez réessayer plus tard.',
  declined: 'Cash App n’a pas donné l’autorisation. Vous pouvez réessayer.',
  expired: 'Le délai pour autoriser dans Cash App est écoulé. Vous pouvez réessayer.',
  methodGone: 'Ce moyen de paiement n’est plus enregistré.',
  notReady: 'Cet achat n’est pas encore possible ici.',
  notPaid: 'Le paiement n’a pas abouti. Vous pouvez réessayer.',
  accountFirst: 'Configurez d’abord les virements, puis revenez ici.',
};
