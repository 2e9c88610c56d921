/** Shows what a pasted request means, as its bytes say, and has it signed. */
export const signingScript = String.raw`
const signing = document.getElementById('sign');
const pasted = document.getElementById('request');
const meaning = document.getElementById('meaning');
const signed = document.getElementById('signed');
const copy = document.getElementById('copy');

function request() {
  try {
    return requestIn(JSON.parse(pasted.value));
  } catch {
    return undefined;
  }
}

/** The request to sign, anywhere in a response of the API. */
function requestIn(value) {
  if (typeof value !== 'object' || value === null) return undefined;
  const { method, path } = value;
  const body = value.body ?? '';
  if (typeof method === 'string' && typeof path === 'string' && typeof body === 'string') return { method, path, body };
  for (const inner of Object.values(value)) {
    const found = requestIn(inner);
    if (found) return found;
  }
}

function facts({ method, path, body }) {
  let fields = {};
  try {
    fields = body === '' ? {} : JSON.parse(body);
  } catch {
    fields = { body };
  }
  const text = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  return [[method, path], ...Object.entries(fields).map(([name, value]) => [name, text(value)])];
}

pasted.addEventListener('input', () => {
  const asked = request();
  const list = document.createElement('dl');
  for (const [name, value] of asked ? facts(asked) : []) {
    const row = list.appendChild(document.createElement('div'));
    row.appendChild(document.createElement('dt')).textContent = name;
    row.appendChild(document.createElement('dd')).textContent = value;
  }
  meaning.replaceChildren(...(asked ? [list] : []));
  signing.querySelector('[type=submit]').disabled = !asked;
  signed.textContent = asked || pasted.value.trim() === '' ? '' : 'This is not a request with a method, a path and a body.';
  copy.hidden = true;
});

signing.addEventListener('submit', async (event) => {
  event.preventDefault();
  const asked = request();
  if (!asked) return;
  const endUserId = chosen() ?? undefined;
  const answer = await fetch('/simulator/sca/signatures', { method: 'POST', body: JSON.stringify({ ...asked, endUserId }) });
  const { signature, message, details } = await answer.json();
  signed.textContent = signature ?? message ?? details?.map((one) => one.field + ' ' + one.message).join(', ') ?? 'It cannot be signed.';
  signed.classList.toggle('good', signature !== undefined);
  copy.hidden = signature === undefined;
  copy.textContent = 'Copy the signature';
  copy.scrollIntoView({ block: 'nearest' });
});

copy.addEventListener('click', async () => {
  await navigator.clipboard.writeText(signed.textContent);
  copy.textContent = 'Copied. It is good for 30 seconds.';
});
`;
