// A form whose address is the state of its page: whatever changes in it is asked of the same address, and shown.

const form = document.querySelector('form[data-live]');
let turn = 0;

async function follow() {
  turn += 1;
  const mine = turn;
  const query = new URLSearchParams(new FormData(form));
  const response = await fetch(`${location.pathname}?${query}`, { headers: { Accept: 'application/json' } }).catch(
    () => undefined,
  );
  if (!response?.ok || mine !== turn) return;
  const answer = await response.json();
  if (mine !== turn) return;
  history.replaceState(history.state, '', answer.address);
  for (const [name, text] of Object.entries(answer.blocks)) {
    const block = document.querySelector(`[data-block="${name}"]`);
    if (block) block.textContent = text;
    const part = block?.closest('[data-part]');
    if (part) part.hidden = text === '';
  }
  for (const [name, address] of Object.entries(answer.links ?? {})) {
    document.querySelector(`[data-link="${name}"]`)?.setAttribute('href', address);
  }
  form.dispatchEvent(new CustomEvent('live', { detail: answer }));
}

let soon;
form?.addEventListener('input', () => {
  clearTimeout(soon);
  // Not for every letter of a word.
  soon = setTimeout(follow, 150);
});
form?.addEventListener('submit', (event) => {
  event.preventDefault();
  follow();
});

for (const button of document.querySelectorAll('[data-copies]')) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener('click', async () => {
    const block = document.querySelector(`[data-block="${button.dataset.copies}"]`);
    await navigator.clipboard.writeText(block.textContent).then(
      () => {
        button.textContent = 'Copied';
      },
      () => getSelection().selectAllChildren(block),
    );
    setTimeout(() => {
      button.textContent = label;
    }, 2_000);
  });
}
