/** `notification-banner` and `documents`. */
import { h } from '../../../financial_connections/dialog/dom.ts';
import type { DocumentsShown } from '../../panels/documents.ts';
import type { Notification, NotificationsShown } from '../../panels/notification_banner.ts';
import { buttons, list, muted, primary, windowHint } from '../controls.ts';
import type { Ui, View } from '../view.ts';

export const notifications: View<NotificationsShown> = {
  tag: 'notification-banner',
  panel: 'notification_banner',
  setters: ['setCollectionOptions', 'setOnNotificationsChange'],
  title: ({ titles }) => titles.notifications,
  isEmpty: (shown) => shown.notifications.length === 0,
  told(shown, tell) {
    const actionRequired = shown.notifications.filter(({ action }) => action).length;
    tell('NotificationsChange', { total: shown.notifications.length, actionRequired });
  },
  content: (shown, ui) => shown.notifications.map((notification) => notice(notification, ui)),
};

function notice({ about, window, action, deadline }: Notification, { texts, format, busy, onboard }: Ui): HTMLElement {
  const { notifications: said } = texts;
  const hint = `${about}-hint`;
  return h(
    'div',
    { class: action ? 'notice action' : 'notice' },
    h('p', {}, said.about[about]),
    deadline === null ? null : muted(`${said.by} ${format.day(deadline)}`),
    window
      ? buttons(primary(about, said.update, onboard, { disabled: busy, hint }), windowHint(hint, texts.window.opens))
      : null,
  );
}

export const documents: View<DocumentsShown> = {
  tag: 'documents',
  panel: 'documents',
  title: ({ titles }) => titles.documents,
  content: (shown, { texts, format }) => [
    shown.documents.length > 0
      ? list(
          texts.documents.list,
          ...shown.documents.map(({ title, created }) =>
            h('li', {}, h('div', { class: 'what' }, title, h('small', {}, format.day(created)))),
          ),
        )
      : muted(texts.documents.none),
  ],
};
