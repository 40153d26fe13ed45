// Shows the widgets' events as they happen, and posts the tester's forms, and the rider's, without leaving the page.

const events = document.querySelector('#qa-events');

for (const name of ['ready', 'start', 'change', 'success', 'cancel', 'error']) {
  document.addEventListener(`inlay-${name}`, (event) => {
    const line = document.createElement('li');
    const detail = event.detail === null || event.detail === undefined ? '' : ` ${JSON.stringify(event.detail)}`;
    line.textContent = `${event.type} from ${event.target.localName}${detail}`;
    events?.prepend(line);
  });
}

/** Widgets ask the Worker again; their `refresh()` is public. */
function refreshWidgets() {
  for (const element of document.querySelectorAll(
    'connect-onboard-button, connect-account-status, connect-checkout-button, saved-payment-methods',
  )) {
    element.refresh?.();
  }
}

for (const form of document.querySelectorAll('form[data-said]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(new FormData(form, event.submitter)),
      headers: { Accept: 'application/json' },
    }).catch(() => undefined);
    const answer = await response?.json().catch(() => undefined);
    const said = document.getElementById(form.dataset.said);
    if (said) said.textContent = answer?.message ?? 'The demo did not answer. Is it still running?';
    if (response?.ok) refreshWidgets();
  });
}
