import type { Translation } from '../words.ts';
import type { SaveWords } from './en-save.ts';

export const words: Translation<SaveWords> = {
  save: 'Salvar o Cash App Pay',
  hint: 'Você aprova isto no Cash App.',
  'terms.off_session':
    'Ao continuar, você autoriza {business} a debitar sua conta do Cash App para pagamentos futuros de acordo com os {terms}, até que esta autorização seja revogada. Você pode revogá-la a qualquer momento nas configurações do Cash App.',
  'terms.on_session':
    'Ao continuar, você autoriza {business} a debitar sua conta do Cash App para pagamentos que você fizer de acordo com os {terms}, até que esta autorização seja revogada. Você pode revogá-la a qualquer momento nas configurações do Cash App.',
  termsOf: 'termos de {business}',
  another: 'Salvar outra conta do Cash App',
  tryAgain: 'Tentar novamente',
  checkAgain: 'Verificar novamente',
  loading: 'Carregando…',
  opening: 'Preparando…',
  'place.dialog': 'Escaneie o código com seu celular para continuar no Cash App.',
  'place.cashapp': 'Continue no Cash App.',
  'place.here': 'Escaneie o código com a câmera do celular ou com o Cash App.',
  confirming: 'Verificando com o Cash App…',
  pending: 'O Cash App ainda não confirmou. Pode levar alguns minutos e continua sem esta página.',
  saved: 'O Cash App Pay está salvo.',
  termsChanged: 'Os termos mudaram. Leia-os e pressione o botão novamente.',
  qrCode: 'QR code do Cash App',
  newCodeIn: 'Novo código em {seconds} s',
  notDrawn: 'Não é possível mostrar o código aqui.',
  onThisDevice: 'Abrir o Cash App neste dispositivo',
  cancel: 'Cancelar',
};
