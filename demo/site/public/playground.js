// Puts what the controls say on the element, and has the stand-in begin where the address says.
import './live.js';

const form = document.querySelector('form[data-live]');
const stage = document.querySelector('#stage');
const said = document.querySelector('#qa-said');
const looks = document.querySelector('#looks');

/** Whoever comes back from Stripe goes on from where they were. */
const comesBack = /[?&](inlay|setup_intent|checkout_session)=/.test(location.search);
/** Put on the page once what its address orders is so: some of what it meets it asks for as soon as it is there. */
const held = !comesBack && /[?&](scenario|fault)=./.test(location.search) ? stage.firstElementChild : null;
held?.remove();

/** Nothing yet: a fault that another page has ordered may still be there. */
let ordered = '';

/** Whatever went wrong before is put right first. */
async function obey(orders) {
  const wanted = JSON.stringify(orders);
  if (wanted === ordered) return;
  ordered = wanted;
  for (const { to, form: fields } of [{ to: 'mend', form: {} }, ...orders]) {
    const response = await fetch(`/qa/${to}?${new URLSearchParams({ user: form.elements.user.value })}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Accept: 'application/json' },
    }).catch(() => undefined);
    const answer = await response?.json().catch(() => undefined);
    said.textContent = answer?.message ?? 'The demo did not answer. Is it still running?';
    if (!response?.ok) return;
  }
  stage.firstElementChild?.refresh?.();
}

/** An element that is to ask elsewhere is another one. */
const asked = ['site', 'api', 'token-url'];

function dress(attributes) {
  const old = stage.firstElementChild;
  const elsewhere = asked.some((name) => old.getAttribute(name) !== attributes[name]);
  const element = elsewhere ? document.createElement(old.localName) : old;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  if (elsewhere) old.replaceWith(element);
}

let person = form.elements.user.value;
form.addEventListener('live', async ({ detail: { attributes, sheet, width, orders, address } }) => {
  await begun;
  // Another person is another page, whose token route names them.
  if (form.elements.user.value !== person) {
    person = form.elements.user.value;
    location.assign(address);
    return;
  }
  dress(attributes);
  stage.dataset.width = width;
  if (looks.getAttribute('href') !== sheet) looks.setAttribute('href', sheet);
  if (orders !== null) obey(orders);
});

for (const picker of document.querySelectorAll('[data-picks]')) {
  const text = document.getElementById(picker.dataset.picks);
  picker.addEventListener('input', () => {
    text.value = picker.value;
  });
}

async function begin() {
  const response = await fetch(location.href, { headers: { Accept: 'application/json' } });
  const { orders } = await response.json();
  if (comesBack) ordered = JSON.stringify(orders);
  else if (orders !== null) await obey(orders);
}

const begun = begin().finally(() => {
  if (held) stage.append(held);
});
