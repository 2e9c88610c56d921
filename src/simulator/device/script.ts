/** The page's script: polls its screen, counts down, and sends what is tapped. */
export const script = String.raw`
const app = document.getElementById('app');
const news = document.getElementById('news');
const clock = document.getElementById('clock');
const chosen = () => new URLSearchParams(location.search).get('user');
const shown = () => app.querySelector('main').dataset.user;
const outcomes = { APPROVED: 'Approved', CONSUMED: 'Approved', REFUSED: 'Approved, but refused by LinkCy', DECLINED: 'Declined' };
let last = '';
let ahead = 0;
let failures = 0;

async function refresh() {
  const query = new URLSearchParams();
  if (chosen()) query.set('user', chosen());
  if (shown()) query.set('shown', shown());
  const response = await fetch('/simulator/device/screen?' + query);
  if (!response.ok) throw new Error('status ' + response.status);
  ahead = Number(response.headers.get('x-simulator-time')) - Date.now();
  const text = await response.text();
  if (text !== last) {
    const focused = document.activeElement;
    const again = focused?.dataset?.decide
      ? '[data-decide="' + focused.dataset.decide + '"][data-sca-id="' + focused.dataset.scaId + '"]'
      : focused?.dataset?.choose && '[data-choose="' + focused.dataset.choose + '"]';
    const before = new Set([...app.querySelectorAll('article')].map(key));
    const { scrollTop } = app;
    app.innerHTML = text;
    app.scrollTop = scrollTop;
    for (const card of app.querySelectorAll('article')) if (last && !before.has(key(card))) card.classList.add('fresh');
    if (again) app.querySelector(again)?.focus();
    last = text;
  }
  tick();
}

const key = (card) => card.dataset.scaId + card.dataset.status;

function tick() {
  const now = Date.now() + ahead;
  for (const timer of app.querySelectorAll('[data-until]')) {
    const { from, until } = timer.dataset;
    const seconds = Math.max(0, Math.ceil((until - now) / 1000));
    const left = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0') + ' left';
    const label = timer.querySelector('span');
    if (label.textContent !== left) label.textContent = left;
    timer.style.setProperty('--left', Math.max(0, Math.min(1, (until - now) / (until - from))));
    timer.classList.toggle('hurry', seconds <= 30);
  }
  for (const time of app.querySelectorAll('[data-at]')) {
    const minutes = Math.floor((now - time.dataset.at) / 60000);
    const text = minutes < 1 ? 'Just now' : minutes === 1 ? '1 minute ago' : minutes + ' minutes ago';
    if (time.textContent !== text) time.textContent = text;
  }
  clock.textContent = new Date(now).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

app.addEventListener('click', async (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.choose) {
    history.replaceState(null, '', '?user=' + encodeURIComponent(button.dataset.choose));
  } else if (button?.dataset.decide) {
    const card = button.closest('article');
    for (const one of card.querySelectorAll('button')) one.disabled = true;
    const response = await fetch('/simulator/sca/' + button.dataset.scaId + '/' + button.dataset.decide, { method: 'POST' });
    const outcome = response.ok ? outcomes[(await response.json()).status] : 'Too late';
    news.textContent = outcome + ': ' + card.querySelector('h3').textContent;
  }
  await refresh();
});

async function watch() {
  try {
    await refresh();
    failures = 0;
  } catch {
    failures += 1;
  }
  document.body.classList.toggle('offline', failures > 1);
  setTimeout(watch, document.hidden ? 2000 : 600);
}

setInterval(tick, 250);
watch();
`;
