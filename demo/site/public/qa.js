// Shows the widgets' events as they happen, and posts the tester's forms, and the rider's, without leaving the page.

const events = document.querySelector('#qa-events');
const announced = document.querySelector('#qa-event');
const clear = document.querySelector('#qa-clear');

/** No event carries a secret; one that did would still not be shown. */
function written(detail) {
  const hidden = (_, value) => (/_secret_|^eyJ/.test(String(value)) && typeof value === 'string' ? '(hidden)' : value);
  return JSON.stringify(detail, hidden, 2);
}

function entry(event) {
  const line = document.createElement('li');
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString([], { hour12: false });
  line.append(time, ` ${event.type} from ${event.target.localName} `);
  if (event.detail === null || event.detail === undefined) return line;
  const code = document.createElement('code');
  code.textContent = written(event.detail);
  if (code.textContent.length < 160) {
    line.append(code);
    return line;
  }
  const details = document.createElement('details');
  const summary = document.createElement('summary');
  summary.textContent = 'detail';
  details.append(summary, code);
  line.append(details);
  return line;
}

for (const name of ['ready', 'start', 'change', 'success', 'cancel', 'error']) {
  document.addEventListener(`inlay-${name}`, (event) => {
    events?.prepend(entry(event));
    if (announced) announced.textContent = `${event.type} from ${event.target.localName}`;
    if (clear) clear.hidden = false;
  });
}

clear?.addEventListener('click', () => {
  events.replaceChildren();
  clear.hidden = true;
  // Where the focus was is gone.
  events.parentElement.focus();
});

/** Widgets ask the Worker again; their `refresh()` is public. */
function refreshWidgets() {
  for (const element of document.querySelectorAll(':defined')) {
    if (element.localName.includes('-') && 'refresh' in element) element.refresh();
  }
}

for (const form of document.querySelectorAll('form[data-said]')) {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const response = await fetch(event.submitter?.getAttribute('formaction') ?? form.action, {
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
